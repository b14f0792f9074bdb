"""No word that small letters keep out of a place's name is in one."""

import pytest

from eventbook.coder.places import find_places
from eventbook.coder.places.gazetteer import open_gazetteer
from eventbook.coder.places.small import is_prose, may_be_of_place
from eventbook.coder.places.tokens import WORD

SENTENCES = (
    "Fighters entered the Bekaa valley and the town of Mazar-i-sharif on Monday.",
    "Troops from Cox's Bazar and Castries fought in the Swat valley near the Syrian border and in the capital.",
    "Gunmen stormed parliament in Rio de Janeiro, the Lagos neighbourhood of Surulere and the village of Kibumba.",
    "Police closed the Philadelphi corridor, the Gulf of Aden and the presidential palace in Abidjan, Cote d'Ivoire.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_small_words_of_places_are_known(text: str) -> None:
    assert is_prose(text, 0, len(text))
    found = find_places(text, 0, len(text), gazetteer=open_gazetteer(), country_votes={"NG": 0.6, "SY": 0.4})
    assert found
    for place in found:
        words = [word for word in WORD.findall(place.quote) if word.isalpha() and word.islower()]
        glued = place.quote.replace("-", " -").split()
        assert all(may_be_of_place(word) or f"-{word}" in glued for word in words), place.quote


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two died in Goma.", True),
        ("two died in goma.", False),
        ("TWO DIED IN GOMA", False),
        ("TWO DIED NEAR THE TOWN of goma", True),
        ("", False),
    ],
)
def test_capitals_tell_in_prose(text: str, told: bool) -> None:
    assert is_prose(text, 0, len(text)) is told


def test_a_sentence_cut_out_of_a_word_is_no_prose() -> None:
    text = "military aidUkraine said so"
    assert not is_prose(text, text.index("Ukraine"), len(text))
