"""Communities as armed sides: known ones, those that no list knows, and what must not be taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

PUBLISHED = date(2019, 5, 15)
SIDES = ("actor1", "inter1", "actor2", "inter2")


def sides(text: str) -> tuple[object, ...]:
    (row,) = Coder(gazetteers="shipped").code(Article("a", text, published=PUBLISHED)).rows
    return tuple(row.values[key] for key in SIDES)


MILITIA, CIVILIANS, STATE = "Identity militia", "Civilians", "State forces"

# name: (text, first side, its category, second side, its category)
CASES = {
    "herders who raid": (
        "Suspected Fulani herdsmen attacked the village of Agatu in Nigeria on Monday, killing nine residents.",
        "Fulani Communal Militia (Nigeria)", MILITIA, "Civilians (Nigeria)", CIVILIANS),
    "fighters of a militia that a community has": (
        "Fighters of a Luba militia killed four people in Manono, Congo, on Monday.",
        "Luba Communal Militia (Democratic Republic of Congo)", MILITIA,
        "Civilians (Democratic Republic of Congo)", CIVILIANS),
    "both sides of a communal fight": (
        "Tiv farmers and Fulani herders fought each other at Keana, Nigeria, on Monday.",
        "Tiv Communal Militia (Nigeria)", MILITIA, "Fulani Communal Militia (Nigeria)", MILITIA),
    "both sides in one phrase": (
        "Clashes between Nuer and Dinka youths in Juba, South Sudan, on Monday left five people dead.",
        "Nuer Communal Militia (South Sudan)", MILITIA, "Dinka Communal Militia (South Sudan)", MILITIA),
    "a clan that no list knows": (
        "Members of the Gawula clan shot dead four herders near Kismayo, Somalia, on Monday.",
        "Gawula Communal Militia (Somalia)", MILITIA, "Civilians (Somalia)", CIVILIANS),
    "tribesmen of a tribe that no list knows": (
        "Houthi fighters clashed with Hajour tribesmen in Hajjah, Yemen, on Monday.",
        "Houthi Movement", "Rebel group", "Hajour Communal Militia (Yemen)", MILITIA),
    "keepers of cattle of a section": (
        "Cattle keepers of the Thony section attacked a camp near Rumbek, South Sudan, on Monday, killing nine people.",
        "Thony Communal Militia (South Sudan)", MILITIA, "Civilians (South Sudan)", CIVILIANS),
    "two clans without a name": (
        "Two rival clans fought with machine guns in Zahle, Lebanon, on Monday.",
        "Unidentified Communal Militia (Lebanon)", MILITIA, "Unidentified Communal Militia (Lebanon)", MILITIA),
    "settlers who shoot": (
        "Settlers shot dead a Palestinian farmer near Nablus in the West Bank on Monday.",
        "Settlers (Israel)", MILITIA, "Civilians (Palestine)", CIVILIANS),
    "herders who are killed are people": (
        "Soldiers shot dead three Fulani herders near Djibo, Burkina Faso, on Monday.",
        "Military Forces of Burkina Faso", STATE, "Civilians (Burkina Faso)", CIVILIANS),
    "a creed is no community": (
        "Islamist fighters killed six villagers near Djibo, Burkina Faso, on Monday.",
        "Unidentified Armed Group (Burkina Faso)", "Political militia", "Civilians (Burkina Faso)", CIVILIANS),
    "the armed men of a people in revolt are no militia": (
        "Kurdish fighters killed two soldiers near Sanandaj, Iran, on Monday.",
        "Unidentified Armed Group (Iran)", "Political militia", "Military Forces of Iran", STATE),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_sides_of_communities(name: str) -> None:
    text, *expected = CASES[name]
    assert list(sides(text)) == expected


# name: (text, first side, second side)
OPPONENTS = {
    "whose attack was repelled": (
        "Peshmerga fighters repelled an attack by Islamic State near Makhmour, Iraq, on Monday.",
        "Islamic State", "Military Forces of Iraq Peshmerga"),
    "from whom a place was won back": (
        "The army recaptured the town of Monguno in Nigeria from Boko Haram on Monday.",
        "Military Forces of Nigeria", "Boko Haram"),
    "gunners who fire are not fired at": (
        "Russian gunners fired on Nikopol in Ukraine on Monday, killing a woman.",
        "Military Forces of Russia", "Civilians (Ukraine)"),
    "subject behind a fronted place": (
        "In nearby Taraba State, Jukun farmers and herders fought each other with bows at Wukari, Nigeria, on Monday.",
        "Jukun Communal Militia (Nigeria)", "Unidentified Communal Militia (Nigeria)"),
    "a city that is only the place": (
        "Gangsters killed four people in Cite Soleil, Port-au-Prince, on Monday.",
        "Unidentified Gang (Haiti)", "Civilians (Haiti)"),
    "a suspect in the hands of a crowd": (
        "A crowd lynched two suspected kidnappers in Puebla, Mexico, on Monday.",
        "Rioters (Mexico)", "Civilians (Mexico)"),
    "a force of a state behind the state's name": (
        "Gendarmes shot dead two villagers near Kayes, Mali, on Monday.",
        "Police Forces of Mali Gendarmerie", "Civilians (Mali)"),
}  # fmt: skip


@pytest.mark.parametrize("name", OPPONENTS)
def test_who_is_fought(name: str) -> None:
    text, first, second = OPPONENTS[name]
    found = sides(text)
    assert (found[0], found[2]) == (first, second)


TWO_INCIDENTS = (
    "American helicopters killed six Taliban fighters near Kunduz, Afghanistan, on Monday. Officials gave no names. "
    "The road was open again.\n"
    "In the east, four bus travellers were kidnapped on Tuesday near Ghazni."
)


def test_a_doer_told_of_once_does_not_stand_in_for_another_paragraph() -> None:
    rows = Coder(gazetteers="shipped").code(Article("a", TWO_INCIDENTS, published=PUBLISHED)).rows
    found = {row.values["sub_event_type"]: row.values["actor1"] for row in rows}
    assert found["Abduction/forced disappearance"] == "Unidentified Armed Group (Afghanistan)"
