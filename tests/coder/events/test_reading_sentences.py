"""Who did it, how many died, where and when, read from single sentences as reports word them."""

from datetime import date
from functools import cache

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.events.records import Happening
from eventbook.coder.records import Article

PUBLISHED = date(2020, 1, 2)  # a Thursday


@cache
def coder() -> Coder:
    return Coder(gazetteers="shipped")


def read(text: str) -> Happening:
    found = coder().happenings(text, published=PUBLISHED)
    assert found, "nothing was read"
    return found[0]


DOERS = {
    "a nationality before a strike is its state": (
        "Israeli strikes killed 12 people in Gaza.", {("military_forces", "ISR")}),
    "modifiers count whatever stands between": (
        "A Turkish military assault on the city of Afrin continued on Wednesday.", {("military_forces", "TUR")}),
    "forces of a pronoun are the speaker's": (
        "The SDF said its forces had taken control of Manbij on Friday.", {("SDF: Syrian Democratic Forces", None)}),
    "they are those who say so": (
        "The army said they killed 12 militants in Timbuktu on Monday.", {("military_forces", None)}),
    "a capital may act": (
        "Ankara launched a military offensive into Afrin on Saturday.", {("military_forces", "TUR")}),
    "a group spelt as a word is the group": (
        "The monitor said 83 people were killed by Isis in the town of Qaryatain.", {("Islamic State", None)}),
    "a town falls to its new masters": (
        "Kobani fell to Islamic State on Monday.", {("Islamic State", None)}),
    "both sides of a shootout by the order of words": (
        "Twelve people died in a shootout between Houthi rebels and the army in Marib on Monday.",
        {("Houthi Movement", None)}),
}  # fmt: skip


@pytest.mark.parametrize("name", DOERS)
def test_who_did_it(name: str) -> None:
    text, expected = DOERS[name]
    doers = {(a.group or a.template, a.nations[0] if a.nations and not a.group else None) for a in read(text).agents}
    assert doers >= expected


SUFFERERS = {
    "members of a group are the group": (
        "A Turkish drone strike killed two PKK members in Dohuk on Sunday.", "PKK: Kurdistan Workers Party"),
    "dissidents that bear a group's name are the group": (
        "Colombian troops killed nine FARC dissidents in a bombing raid in Caqueta on Friday.", "FARC Dissidents"),
    "an offensive goes against whom it is to drive out": (
        "The army launched an assault on Palmyra on Monday to retake it from Islamic State.", "Islamic State"),
    "batons against a crowd": (
        "Riot police used batons and water cannon against demonstrators in Tbilisi on Tuesday night.", "protesters"),
    "a base that is struck": (
        "The local administration in Odesa said 22 people had died in a strike on a military base on Thursday.",
        "military_forces"),
}  # fmt: skip


@pytest.mark.parametrize("name", SUFFERERS)
def test_whom_it_was_done_to(name: str) -> None:
    text, expected = SUFFERERS[name]
    assert expected in {a.group or a.template for a in read(text).patients}


DEATHS = {
    "left so many dead": ("Rival gangs exchanged fire in Port-au-Prince on Monday, leaving six dead.", 6),
    "the dead and not the rioters are counted": (
        "Prisoners rioted in Guayaquil on Tuesday, leaving 24 inmates dead.", 24),
    "those who died beside": (
        "A British soldier died alongside an American soldier in Manbij on Thursday.", 2),
    "a toll from an event": ("The death toll from Friday's bombing in Mogadishu has risen to 32.", 32),
    "rebel-held is no rebel": (
        "Twenty people in the remaining rebel-held suburbs of Damascus were killed by shelling on Monday.", 20),
}  # fmt: skip


@pytest.mark.parametrize("name", DEATHS)
def test_how_many_died(name: str) -> None:
    text, expected = DEATHS[name]
    assert sum(figure.low for figure in read(text).figures) == expected


PLACES = {
    "who withdraws does so from there": ("Government troops withdrew from the city of Kidal on Thursday.", ["Kidal"]),
    "who flees does so from there": ("Hundreds of people fled the town of Goma on Tuesday.", ["Goma"]),
    "a capital that acts is no place": ("Ankara launched a military offensive into Afrin on Saturday.", ["Afrin"]),
    "a day behind a relative clause": ("A mob lynched a man accused of blasphemy in Sialkot on Friday.", ["Sialkot"]),
}


@pytest.mark.parametrize("name", PLACES)
def test_where_it_was(name: str) -> None:
    text, expected = PLACES[name]
    assert [place.quote for place in read(text).places] == expected


NO_EVENT = {
    "what the dead were about": (
        "A soldier who was killed while fighting against Islamic State in Syria on Monday was named.", "background"),
    "what is promised": ("The president spoke on Monday of a troop withdrawal promised by his rival.", "future"),
    "an officers' shooting": (
        "One man died in an officer-involved shooting in Las Vegas on Saturday.", "ordinary_crime"),
    "plans that are attacked": ("The opposition attacked his plans for the railways on Monday.", "metaphor"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_EVENT)
def test_what_is_no_event(name: str) -> None:
    text, reason = NO_EVENT[name]
    coded = coder().code(Article("a", text, published=PUBLISHED))
    assert reason in {item.reason for item in coded.not_coded}


def test_a_match_report_gives_no_row() -> None:
    text = (
        "The Broncos attacked from the start and struck twice before half-time in Townsville on Saturday, killing off "
        "hopes of three visiting teams. Their winger, the best of the league, scored a try after a penalty, "
        "and the coach praised his forwards. The championship goes on next week with the semi-final."
    )
    coded = coder().code(Article("a", text, published=PUBLISHED))
    assert not coded.rows


def test_the_day_of_a_deed_replaces_the_day_on_which_it_was_told() -> None:
    text = (
        "Suspected rebels killed 16 people in a village near Beni, an official said Thursday. "
        "The massacre occurred late Tuesday near Beni, said the chief of the village."
    )
    rows = coder().code(Article("a", text, published=PUBLISHED)).rows
    assert [row.values["event_date"] for row in rows] == [date(2019, 12, 31)]


def test_a_heading_opens_no_event() -> None:
    text = "Fighting, aid\n\nThe minister spoke about the harvest in Kharkiv. He was content with it."
    assert not coder().code(Article("a", text, published=PUBLISHED)).rows
