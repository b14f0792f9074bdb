"""How many died: sums and parts, tolls, further dead, bombers, figures that count nobody; sentences of our own."""

from datetime import date

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

NEWS = date(2021, 6, 14)  # a Monday

CASES = {
    "one person by role beside others": (
        "Gunmen burst into a tailor's shop in Kirkuk on Friday and shot dead the owner and two customers.", 3),
    "two persons with articles": (
        "An ambulance was hit by a mortar shell in Taiz on Friday. The midwife and the driver were killed.", 2),
    "an official by his office and others": (
        "An ambush near Gao on Friday left the governor's chief of staff and three others dead.", 4),
    "a passer-by": ("Three policemen and a passer-by were killed by a bomb in Quetta on Friday.", 4),
    "a number alone with are dead": ("Youths fought with clubs in Gulu on Friday. Five are dead.", 5),
    "both": ("Gunmen shot a woman and her son in Taiz on Friday. Both were dead on arrival at hospital.", 2),
    "the number of dead that a source gives": (
        "Warplanes bombed the hospital of Kunduz on Friday. Doctors put the number of dead at 22.", 22),
    "the number of dead that rose from and to": (
        "Rockets struck a market in Kharkiv on Friday. The mayor said the number of dead rose from four to six.", 6),
    "a number on each side": ("Soldiers clashed with rebels in Kaya on Friday, and two men died on each side.", 4),
    "a further victim in the next sentence": (
        "Gunmen shot dead the deputy governor in Bosaso on Friday. His bodyguard also died.", 2),
    "the dead of both armed sides": (
        "Gunmen shot dead three policemen in Makhachkala on Friday. Two of the attackers were killed on the spot.", 5),
    "dead of one side named as part of all": (
        "Gunmen killed five people in Ghazni on Friday. Two of the dead were soldiers.", 5),
    "another who died later": (
        "A bomb killed ten people in a market in Kano on Friday. Another man died later in hospital.", 11),
    "a toll raised by one of the injured": (
        "Gunmen killed six people in a bar in Cali on Friday. One of the injured succumbed in hospital, "
        "taking the toll to seven.", 7),
    "a bomber who blew himself up beside his victims": (
        "A suicide bomber blew himself up in a market in Maiduguri on Friday, killing 14 people.", 15),
    "two bombers": (
        "Two suicide bombers blew themselves up at a bus park in Maiduguri on Friday, killing nine people.", 11),
    "a bomber who is counted already": (
        "A suicide bomber blew himself up in Kabul on Friday, killing 14 people including the bomber.", 14),
    "animals are not counted": (
        "Herders attacked a village near Makurdi on Friday, killing three farmers along with 40 cows.", 3),
    "a tally of years is not of the event": (
        "Police fired on a crowd in Lima on Friday, killing two people. The violence has killed 90 people since.", 2),
    "a tally of months is not of the event": (
        "Police fired on marchers in Lima on Friday, killing two people. "
        "A rights group counts 106 dead in four months of protests.", 2),
    "the lower of two figures in one breath": ("A bomb killed nine or ten people in a bus in Quetta on Friday.", 9),
}  # fmt: skip


@pytest.fixture(scope="module")
def coder() -> Coder:
    """A coder without the user's places."""
    return Coder(gazetteers="shipped")


@pytest.mark.parametrize(("text", "deaths"), CASES.values(), ids=CASES.keys())
def test_deaths_of_the_event(coder: Coder, text: str, deaths: int) -> None:
    rows = coder.code(Article("a", text, published=NEWS)).rows
    assert [row.values["fatalities"] for row in rows] == [deaths]
