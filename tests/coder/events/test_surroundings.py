"""Places of a sentence are looked for once, and not before a reader asks of a word that may be of one."""

import pytest

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

    around = SentencePlaces(PARSE, TEXT, find)
    assert not asked
    assert 1 not in around
    assert not asked  # no place is written "died"
    assert [token.index for token in PARSE.tokens if token.index in around] == [3, 4]
    assert [place.quote for place in around.mentions] == ["Port Sudan"]
    assert len(asked) == 1


def test_small_words_that_stand_for_places_are_looked_for() -> None:
    text = "Rebels took the capital."
    words = [
        Token(n, at, at + len(word), word, word, "NN", "NOUN", 1, "dep")
        for n, (at, word) in enumerate([(0, "Rebels"), (7, "took"), (12, "the"), (16, "capital"), (23, ".")])
    ]
    around = SentencePlaces(
        Parse(0, len(text), tuple(words)), text, lambda: (PlaceMention(16, 23, "capital", (), "in", "at"),)
    )
    assert [token.text for token in words if token.index in around] == ["capital"]


@pytest.mark.parametrize("text", ["two died in goma.", "TWO DIED AT DAWN IN goma."])
def test_in_small_letters_or_in_capitals_any_word_may_be_of_a_place(text: str) -> None:
    at = text.index("goma")
    first = Token(0, 0, 3, text[:3], "two", "CD", "NUM", 0, "root")
    word = Token(1, at, at + 4, "goma", "goma", "NN", "NOUN", 0, "obl")
    place = PlaceMention(at, at + 4, "goma", (), "in", "at")
    assert 1 in SentencePlaces(Parse(0, len(text), (first, word)), text, lambda: (place,))
