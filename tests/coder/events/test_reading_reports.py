"""Whole rows from short reports: what, when, where, who against whom, how many died. Every incident is invented."""

from datetime import date
from functools import cache

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

PUBLISHED = date(2023, 3, 17)  # a Friday
CIVILIANS = "Civilians ({})"
ARMED = "Unidentified Armed Group ({})"
Expected = tuple[str, str, str, str, str | None, int]  # kind, month and day, place, first side, second side, deaths


@cache
def coder() -> Coder:
    return Coder(gazetteers="shipped")


def rows(text: str) -> set[Expected]:
    found = coder().code(Article("a", text, published=PUBLISHED)).rows
    names = ("sub_event_type", "event_date", "location", "actor1", "actor2", "fatalities")
    told = [[row.values[name] for name in names] for row in found]
    return {(kind, f"{day:%m-%d}", place, one, two, deaths) for kind, day, place, one, two, deaths in told}  # type: ignore[misc]


REPORTS: dict[str, tuple[str, Expected]] = {
    "a bomb in the passive": (
        "Two grenades were thrown at a bar in Bujumbura on Friday night, killing a waiter and injuring nine.",
        ("Grenade", "03-17", "Bujumbura", ARMED.format("Burundi"), CIVILIANS.format("Burundi"), 1)),
    "who claims responsibility did it": (
        "A bomb planted on a motorcycle exploded in a crowded market in Quetta on Thursday, killing two people and "
        "wounding 14. The banned Balochistan Liberation Army claimed responsibility in a statement.",
        ("Remote explosive/landmine/IED", "03-16", "Quetta", "BLA: Balochistan Liberation Army",
         CIVILIANS.format("Pakistan"), 2)),
    "nobody claimed it": (
        "At least nine people were killed in a bomb blast in a mosque in Kunduz on Friday. No group claimed "
        "responsibility, but Islamic State has carried out similar attacks.",
        ("Remote explosive/landmine/IED", "03-17", "Kunduz", ARMED.format("Afghanistan"),
         CIVILIANS.format("Afghanistan"), 9)),
    "its fighters are those of the group named before": (
        "The Lord's Resistance Army has killed 100,000 people since 1987. On Saturday, its fighters abducted 22 "
        "people from two villages near Obo, in the south-east of the Central African Republic.",
        ("Abduction/forced disappearance", "03-11", "Obo", "LRA: Lord's Resistance Army",
         CIVILIANS.format("Central African Republic"), 0)),
    "officials who are killed are civilians": (
        "The mayor of the Philippine town of Tanauan was shot by a sniper during a ceremony on Monday.",
        ("Attack", "03-13", "Tanauan", ARMED.format("Philippines"), CIVILIANS.format("Philippines"), 0)),
    "shot and killed, with the object behind both": (
        "Unidentified gunmen shot and killed a polio vaccinator and a policeman in Bannu on Monday.",
        ("Armed clash", "03-13", "Bannu", ARMED.format("Pakistan"), "Police Forces of Pakistan", 2)),
    "drones that are shot down": (
        "Ukrainian air defences shot down 12 drones over Kyiv overnight, the military said on Monday.",
        ("Disrupted weapons use", "03-12", "Kyiv", "Military Forces of Ukraine", None, 0)),
    "rockets that land": (
        "Two rockets landed in Erbil late on Sunday, the Iraqi military said. There were no casualties.",
        ("Shelling/artillery/missile attack", "03-12", "Erbil", ARMED.format("Iraq"), None, 0)),
    "a night to Monday began on Sunday": (
        "CODECO fighters hacked 45 people to death at a camp near Bunia overnight to Monday, an official said.",
        ("Attack", "03-12", "Bunia", "CODECO: Cooperative for Development of the Congo",
         CIVILIANS.format("Democratic Republic of Congo"), 45)),
    "two days before the day of a statement": (
        "The United Nations said on Thursday that air strikes on a market in Axum, in Ethiopia, killed more than 60 "
        "people two days earlier.",
        ("Air/drone strike", "03-14", "Aksum", ARMED.format("Ethiopia"), CIVILIANS.format("Ethiopia"), 60)),
    "part of those who were there": (
        "Inmates rioted at a prison in Guayaquil on Sunday, and 20 of them were killed.",
        ("Mob violence", "03-12", "Guayaquil", "Rioters (Ecuador)", CIVILIANS.format("Ecuador"), 20)),
    "the bodies of so many": (
        "The bodies of nine villagers killed by gunmen were found near Kaduna on Monday, police said.",
        ("Attack", "03-13", "Kaduna", ARMED.format("Nigeria"), CIVILIANS.format("Nigeria"), 9)),
    "who kills himself and others": (
        "A suicide attacker blew himself up in Peshawar, killing himself and two civilians, the army said on Thursday.",
        ("Suicide bomb", "03-16", "Peshawar", ARMED.format("Pakistan"), CIVILIANS.format("Pakistan"), 3)),
    "unarmed people are no side of a battle": (
        "Fresh fighting broke out between Fano militiamen and federal troops in Gondar on Wednesday morning, residents "
        "said, reporting at least 15 dead civilians.",
        ("Armed clash", "03-15", "Gonder", "Fano Youth Militia", "Military Forces of Ethiopia", 15)),
    "fans who clash are a crowd": (
        "England fans clashed with riot police in Marseille on Saturday before a match; police used tear gas.",
        ("Mob violence", "03-11", "Marseille", "Rioters (France)", "Police Forces of France", 0)),
    "what stands before a hyphen does nothing": (
        "Al-Qaeda-linked JNIM said it had seized an army camp in Boulikessi on Sunday, killing dozens of soldiers.",
        ("Non-state actor overtakes territory", "03-12", "Boulkessi", "JNIM: Group for Support of Islam and Muslims",
         "Military Forces of Mali", 12)),
    "to try to take a place is not to take it": (
        "Seventeen people were killed in Juliaca on Monday as police fired at demonstrators trying to take over the "
        "airport.",
        ("Excessive force against protesters", "03-13", "Juliaca", "Protesters (Peru)", "Police Forces of Peru", 17)),
    "the dead of a riot are not its crowd": (
        "In Ziguinchor two people died in riots on Friday after the arrest of a politician.",
        ("Mob violence", "03-17", "Ziguinchor", "Rioters (Senegal)", CIVILIANS.format("Senegal"), 2)),
    "motorways that are blocked": (
        "Farmers blocked motorways near Toulouse with tractors on Thursday to press for lower fuel taxes.",
        ("Peaceful protest", "03-16", "Toulouse", "Protesters (France)", None, 0)),
    "a dateline of a bare city name": (
        "Manila - Communist guerrillas ambushed a police patrol in Calbayog on Sunday, killing three officers.",
        ("Armed clash", "03-12", "Calbayog City", "NPA: New People's Army", "Police Forces of Philippines", 3)),
    "a bomb that is hit": (
        "Nine Egyptian policemen died when their armoured vehicle hit a roadside bomb near El-Arish on Wednesday.",
        ("Remote explosive/landmine/IED", "03-15", "Arish", ARMED.format("Egypt"), "Police Forces of Egypt", 9)),
    "a headline in the passive without a verb of being": (
        "Bahrain: police officer killed. A police officer was killed and another wounded when a home-made bomb went "
        "off in the village of Sitra on Saturday evening.",
        ("Remote explosive/landmine/IED", "03-11", "Sitrah", ARMED.format("Bahrain"), "Police Forces of Bahrain", 1)),
    "a captured commander": (
        "The commander of the rebel group was captured by special forces in Bangui on Friday.",
        ("Arrests", "03-17", "Bangui", "Military Forces of Central African Republic",
         CIVILIANS.format("Central African Republic"), 0)),
    "years after a massacre a vigil is a vigil": (
        "Five years after the massacre in Marikana, relatives held a vigil there on Thursday.",
        ("Peaceful protest", "03-16", "Marikana", "Protesters (South Africa)", None, 0)),
    "arms seized in a raid": (
        "Thai security forces seized 200 kg of explosives and arrested five suspected separatists in a raid in "
        "Pattani province on Monday.",
        ("Disrupted weapons use", "03-13", "Pattani", "Military Forces of Thailand", ARMED.format("Thailand"), 0)),
    "whose the missiles are": (
        "Russian missiles hit an apartment block in Dnipro on Tuesday, killing five people.",
        ("Shelling/artillery/missile attack", "03-14", "Dnipro", "Military Forces of Russia",
         CIVILIANS.format("Ukraine"), 5)),
    "whose the drone was": (
        "Kurdish fighters shot down a Turkish drone near Kobani on Thursday.",
        ("Disrupted weapons use", "03-16", "Ayn al 'Arab", ARMED.format("Syria"), "Military Forces of Turkey", 0)),
    "rivals fight each other": (
        "Two rival gangs exchanged fire in Port-au-Prince on Monday, killing 12 residents.",
        ("Armed clash", "03-13", "Port-au-Prince", "Unidentified Gang (Haiti)", "Unidentified Gang (Haiti)", 12)),
    "rival crowds": (
        "Rival supporters of two parties clashed in Dhaka on Monday, police said.",
        ("Mob violence", "03-13", "Dhaka", "Rioters (Bangladesh)", "Rioters (Bangladesh)", 0)),
    "a school that is set on fire": (
        "Unknown assailants set fire to a school in Buea on Tuesday night. No one was hurt.",
        ("Looting/property destruction", "03-14", "Buea", ARMED.format("Cameroon"), CIVILIANS.format("Cameroon"), 0)),
    "the dead of a crash are not those of the march over it": (
        "Students clashed with police in Athens on Thursday during a demonstration over a train crash that killed 57 "
        "people last month.",
        ("Violent demonstration", "03-16", "Athens", "Rioters (Greece)", "Police Forces of Greece", 0)),
    "a car that hits a device": (
        "Two Kenyan soldiers were killed when their vehicle hit an improvised explosive device in Lamu on Monday.",
        ("Remote explosive/landmine/IED", "03-13", "Lamu", ARMED.format("Kenya"), "Military Forces of Kenya", 2)),
    "artillery fire is no accident": (
        "Artillery fire killed five people in Donetsk on Monday.",
        ("Shelling/artillery/missile attack", "03-13", "Donetsk", ARMED.format("Ukraine"), CIVILIANS.format("Ukraine"),
         5)),
    "a march around a town whose name is a person's too": (
        "Protesters marched around Paris on Monday.",
        ("Peaceful protest", "03-13", "Paris", "Protesters (France)", None, 0)),
    "a commander of a group is the group, its name longer than the phrase": (
        "French forces killed a senior commander of Islamic State in the Greater Sahara in a drone strike near Menaka "
        "on Monday.",
        ("Air/drone strike", "03-13", "Ménaka", "Military Forces of France", "Islamic State (Greater Sahara)", 1)),
    "a group far from the country that it fights in": (
        "The government and the FARC signed a ceasefire agreement in Havana on Wednesday.",
        ("Agreement", "03-15", "Havana", "FARC: Revolutionary Armed Forces of Colombia", "Government of Cuba", 0)),
    "how long a truce holds is not when it was made": (
        "Rebels and the army agreed on Friday to a 72-hour truce in Tigray.",
        ("Agreement", "03-17", "Tigray", "Opposition Rebels (Ethiopia)", "Military Forces of Ethiopia", 0)),
    "people who are carried off a road are not abducted": (
        "Environmental activists glued themselves to a road in Berlin on Monday, and police carried off 30 of them.",
        ("Protest with intervention", "03-13", "Berlin", "Protesters (Germany)", "Police Forces of Germany", 0)),
    "border guards of no country that is named": (
        "Arakan Army fighters attacked border guard posts in Maungdaw on Tuesday.",
        ("Armed clash", "03-14", "Maungdaw", "AA: Arakan Army", "Military Forces of Myanmar", 0)),
    "a division behind its town": (
        "Indonesian police clashed with separatists in Timika, Papua, on Tuesday; one officer and two rebels died.",
        ("Armed clash", "03-14", "Timika", ARMED.format("Indonesia"), "Police Forces of Indonesia", 3)),
    "a city that only tells where a town lies": (
        "A policeman was stabbed to death by a suspected Islamist in Rambouillet, near Paris, on Friday.",
        ("Armed clash", "03-17", "Rambouillet", ARMED.format("France"), "Police Forces of France", 1)),
    "a quarter that a city owns": (
        "Seven people were killed when two bombs exploded minutes apart in a market in Baghdad's Sadr City on Monday.",
        ("Remote explosive/landmine/IED", "03-13", "Sadr City", ARMED.format("Iraq"), CIVILIANS.format("Iraq"), 7)),
    "a coup with an arrest in it": (
        "Soldiers seized power in Niamey on Wednesday, detaining the president in his palace.",
        ("Other", "03-15", "Niamey", "Military Forces of Niger", "Government of Niger", 0)),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_gives_its_row(name: str) -> None:
    text, expected = REPORTS[name]
    assert rows(text) == {expected}


def test_days_and_places_that_a_sentence_pairs_are_not_crossed() -> None:
    text = "The minister condemned Monday's bomb attack in Madrid and Thursday's in Seville, which killed two people."
    assert {(day, place) for _, day, place, *_ in rows(text)} == {("03-13", "Madrid"), ("03-16", "Sevilla")}


def test_what_is_done_and_shot_down_are_two_events() -> None:
    text = "Russia's defence ministry said its troops repelled three assaults near Bakhmut and shot down two drones over Belgorod on Monday."  # noqa: E501
    assert {(kind, place) for kind, _, place, *_ in rows(text)} == {
        ("Armed clash", "Bakhmut"), ("Disrupted weapons use", "Belgorod"),
    }  # fmt: skip


TOLLS = {
    "each town with its own toll": (
        "Russian shelling killed three people in Kramatorsk, two in Sloviansk and one in Kostiantynivka on Thursday.",
        {"Kramatorsk": 3, "Slovyansk": 2, "Kostyantynivka": 1}),
    "tolls in the order of the towns": (
        "Bombs exploded in Quetta, Peshawar and Karachi on Tuesday, killing 12, five and three people respectively.",
        {"Quetta": 12, "Peshawar": 5, "Karachi": 3}),
    "the toll of one of two towns": (
        "Missiles hit Kharkiv and Dnipro overnight, killing two people in Kharkiv and injuring five in Dnipro.",
        {"Kharkiv": 2, "Dnipro": 0}),
    "the town before its toll": (
        "Militants attacked police posts on Sunday: in Palma two officers died, in Mueda one, and in Macomia nobody "
        "was hurt.", {"Palma": 2, "Mueda": 1, "Macomia": 0}),
    "the town of a clause before its toll": (
        "Taliban fighters overran a checkpoint in Faryab on Tuesday night, killing eight soldiers, and attacked "
        "another in Balkh, where four police were killed.", {"Faryab": 8, "Balkh": 4}),
    "a town with its division in a list of towns": (
        "Bombs exploded in Mosul, Nineveh, and Kirkuk on Monday, killing four people.", {"Mosul": 2, "Kirkuk": 2}),
    "states in a list": (
        "Gunmen killed nine people in Kaduna, Katsina and Zamfara states on Monday.",
        {"Kaduna": 3, "Katsina": 3, "Zamfara": 3}),
    "one toll over several towns is split": (
        "Shelling killed seven people in Kramatorsk, Sloviansk and Kostiantynivka on Thursday.",
        {"Kramatorsk": 3, "Slovyansk": 2, "Kostyantynivka": 2}),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLLS)
def test_the_dead_of_several_towns(name: str) -> None:
    text, expected = TOLLS[name]
    assert {place: deaths for _, _, place, *_, deaths in rows(text)} == expected


ANSWERS = {
    "a day behind 'in retaliation for' is that of the deed answered": (
        "KABUL - A suicide bomber rammed a truck into a hotel in Kandahar, killing four people. The Taliban said it "
        "carried out the attack in retaliation for air strikes last week in Kunduz province.",
        {("Suicide bomb", "03-16", "Kandahar", 4), ("Air/drone strike", "03-08", "Kunduz", 0)}),
    "a killing and the one that it avenges": (
        "Gunmen shot dead three villagers near Bama in Nigeria in revenge for the killing of a herder on Monday.",
        {("Attack", "03-16", "Bama", 3), ("Attack", "03-13", "Bama", 1)}),
    "the dead of a cause are not those of what followed": (
        "Al Shabaab fighters attacked a police station in Garissa, Kenya, after soldiers killed two traders last week.",
        {("Armed clash", "03-16", "Garissa", 0), ("Attack", "03-08", "Garissa", 2)}),
    "the dead of an attack are told before it": (
        "Three people died after gunmen attacked a bus in Garissa, Kenya, on Tuesday.",
        {("Attack", "03-14", "Garissa", 3)}),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_a_deed_and_what_it_answers(name: str) -> None:
    text, expected = ANSWERS[name]
    assert {(kind, day, place, deaths) for kind, day, place, *_, deaths in rows(text)} == expected


NOTHING = {
    "a truce that is broken": "The truce in Huila was broken over the weekend by several fronts, an official said.",
    "troops that are stationed": "National Guard troops stationed in San Miguel received new boots on Monday.",
    "what is necessary": "It is necessary to launch an assault on Goma, the general said in Kinshasa on Monday.",
    "an accident with fireworks": "An explosion at a fireworks depot killed three workers in Sivakasi on Monday.",
    "what is to come": "The rebels will free the hostages in Cali, and the men fly home early tomorrow morning.",
    "a verbal attack": "The attorney-general hit out at the Gujarat government on Saturday over last year's riots.",
}


@pytest.mark.parametrize("name", NOTHING)
def test_no_row_from(name: str) -> None:
    assert rows(NOTHING[name]) == set()
