"""Places of a sentence are looked for once, and not before a reader asks."""

from eventbook.coder.events.surroundings import SentencePlaces
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.places.records import PlaceMention

TEXT = "Two died in Port Sudan."
PARSE = Parse(
    0,
    len(TEXT),
    (
        Token(0, 0, 3, "Two", "two", "CD", "NUM", 1, "nsubj"),
        Token(1, 4, 8, "died", "die", "VBD", "VERB", 1, "root"),
        Token(2, 9, 11, "in", "in", "IN", "ADP", 3, "case"),
        Token(3, 12, 16, "Port", "port", "NNP", "PROPN", 1, "obl"),
        Token(4, 17, 22, "Sudan", "sudan", "NNP", "PROPN", 3, "flat"),
        Token(5, 22, 23, ".", ".", ".", "PUNCT", 1, "punct"),
    ),
)


def test_places_are_looked_for_once_when_they_are_asked_for() -> None:
    asked: list[int] = []

    def find() -> tuple[PlaceMention, ...]:
        asked.append(1)
        return (PlaceMention(12, 22, "Port Sudan", (), "in", "at"),)

    around = SentencePlaces(PARSE, find)
    assert not asked
    assert [token.index for token in PARSE.tokens if token.index in around] == [3, 4]
    assert [place.quote for place in around.mentions] == ["Port Sudan"]
    assert len(asked) == 1
