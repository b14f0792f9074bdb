"""Deeds by the words that newspapers of several countries have for them: the kind and day. All incidents invented."""

from datetime import date
from functools import cache

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

PUBLISHED = date(2020, 3, 12)  # a Thursday
DAY = date(2020, 3, 10)


@cache
def coder() -> Coder:
    return Coder(gazetteers="shipped")


def kinds(text: str) -> list[tuple[str, date]]:
    found = coder().code(Article("a", text, published=PUBLISHED)).rows
    return [(row.values["sub_event_type"], row.values["event_date"]) for row in found]  # type: ignore[misc]


DEEDS = {
    "shots are exchanged": ("Border guards of both countries exchanged shots at Isfara on Tuesday.", "Armed clash"),
    "militants are liquidated": (
        "Six militants were liquidated during a special operation in Khasavyurt on Tuesday, the ministry said.",
        "Armed clash"),
    "people are carried off": (
        "Armed men in masks carried off a resident of Nazran on Tuesday.", "Abduction/forced disappearance"),
    "leaders are hauled off by the police": (
        "Police hauled off 300 union leaders in La Paz on Tuesday.", "Arrests"),
    "throats are slit": ("Gunmen slit the throats of eleven bus passengers near Bubanza on Tuesday.", "Attack"),
    "a march is held": ("Settlers held a march through Hebron on Tuesday.", "Peaceful protest"),
    "people gather with a demand": (
        "Several hundred people paraded through Cap-Haitien on Tuesday, denouncing the prime minister.",
        "Peaceful protest"),
    "canes are tear gas by other means": (
        "Officers baton-charged protesters in Patna on Tuesday.", "Protest with intervention"),
    "fighters give up": (
        "Sixteen rebels turned themselves in with their rifles in Jagdalpur on Tuesday.", "Change to group/activity"),
    "a device is made safe": (
        "The bomb squad detonated a suspicious device in Belfast on Tuesday in a controlled explosion.",
        "Disrupted weapons use"),
    "tents are pitched by troops": (
        "Ethiopian troops pitched tents at the airstrip in Baidoa on Tuesday.",
        "Headquarters or base established"),
    "goods are carted away": (
        "Bandits carted away foodstuffs from a depot in Shinkafi on Tuesday.", "Looting/property destruction"),
    "villagers as a mob": ("Villagers beat a suspected goat thief to death in Kitui on Tuesday.", "Mob violence"),
    "neighbours set upon strangers": (
        "Neighbours roughed up two health workers and smashed their car in Nzerekore on Tuesday.", "Mob violence"),
    "men put out of action": ("Four militants were neutralised in Bijapur on Tuesday.", "Armed clash"),
    "a road is barred": (
        "Traders took over the highway in Ibadan on Tuesday, demanding a market.", "Peaceful protest"),
    "marchers are driven off": (
        "Mounted police drove back demonstrators in Athens on Tuesday.", "Protest with intervention"),
    "a car goes over a mine": (
        "A minibus went over a landmine near Baidoa on Tuesday, killing nine.", "Remote explosive/landmine/IED"),
    "a device is flung": ("A device was flung at an army patrol in Newry on Tuesday.", "Grenade"),
    "a vehicle full of explosives is driven": (
        "An attacker drove an explosives-laden lorry into a camp in Gao on Tuesday.", "Suicide bomb"),
    "people are herded off": (
        "Gunmen herded twelve traders into the bush near Gusau on Tuesday.", "Abduction/forced disappearance"),
    "a notable is seized by gunmen": (
        "Gunmen seized a priest in Enugu on Tuesday.", "Abduction/forced disappearance"),
    "soldiers come to a town": (
        "Some 400 soldiers entered Fresnillo on Tuesday.", "Change to group/activity"),
    "a town is entered after others left": (
        "The army entered Raqqa on Tuesday after the militia pulled out.", "Non-violent transfer of territory"),
    "captives are swapped": ("The army and the rebels swapped 90 captives in Marib on Tuesday.", "Agreement"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), DEEDS.values(), ids=DEEDS)
def test_words_of_a_deed_tell_its_kind(text: str, kind: str) -> None:
    assert kinds(text) == [(kind, DAY)]


NO_DEEDS = {
    "a parade without a demand": "Carnival dancers paraded through Cap-Haitien on Tuesday.",
    "tents of holiday makers": "Hikers pitched tents at the lake of Ohrid on Tuesday.",
    "a march to come": "The party leader will lead her members in a march to Luthuli House in Johannesburg on Tuesday.",
    "a team that is eliminated": "Lyon were eliminated from the cup in Turin on Tuesday.",
    "a demand alone": "The union demanded higher pay in Nairobi on Tuesday and denounced the minister.",
    "people who sleep in the street": "Refugees slept in the street in Athens on Tuesday.",
    "villagers who leave": "Villagers burned their own rubbish in Kitui on Tuesday.",
    "prices that go up": "Prices of bread went up in Tunis on Tuesday.",
    "a minister under fire": "The minister came under fire for the delays in Accra on Tuesday.",
}


@pytest.mark.parametrize("text", NO_DEEDS.values(), ids=NO_DEEDS)
def test_other_uses_of_these_words_tell_nothing(text: str) -> None:
    assert kinds(text) == []
