"""Round-ups: the label of a paragraph says when and where; days and places carry over no border. All is invented."""

from datetime import date

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

PUBLISHED = date(2023, 3, 17)  # a Friday
Told = tuple[str, str, str, int]  # kind, month and day, place, deaths


def rows(coder: Coder, text: str, title: str = "") -> set[Told]:
    found = coder.code(Article("a", text, title=title, published=PUBLISHED)).rows
    names = ("sub_event_type", "event_date", "location", "fatalities")
    told = [[row.values[name] for name in names] for row in found]
    return {(kind, f"{day:%m-%d}", place, deaths) for kind, day, place, deaths in told}


BOMB = "Remote explosive/landmine/IED"
ROUND_UPS: dict[str, tuple[str, set[Told]]] = {
    "towns in capitals before dashes": (
        "MOSUL - A roadside bomb killed two policemen on Tuesday.\n"
        "KIRKUK - Gunmen shot dead a teacher on Wednesday.\n"
        "BAGHDAD - The central bank left its rates alone.",
        {(BOMB, "03-14", "Mosul", 2), ("Attack", "03-15", "Kirkuk", 1)}),
    "towns behind bullets": (
        "What happened in the war this week:\n"
        "- Kharkiv. A missile hit a bakery on Tuesday. Three people were killed.\n"
        "- Nikopol. Shells hit a school on Wednesday. Nobody was hurt.",
        {("Shelling/artillery/missile attack", "03-14", "Kharkiv", 3),
         ("Shelling/artillery/missile attack", "03-15", "Nikopol", 0)}),
    "towns before colons": (
        "Herat: Gunmen killed a judge on Monday. Kunduz: A bomb killed two soldiers on Tuesday. "
        "Kabul: The cabinet met on Wednesday.",
        {("Attack", "03-13", "Herat", 1), (BOMB, "03-14", "Kunduz", 2)}),
    "a chronicle by days, in the present tense": (
        "TUESDAY. Gunmen kill two farmers in Jenin.\nWEDNESDAY. A bomb explodes in a market in Nablus and kills one "
        "person.",
        {("Attack", "03-14", "Janin", 2), (BOMB, "03-15", "Nablus", 1)}),
}  # fmt: skip


@pytest.mark.parametrize("case", ROUND_UPS)
def test_in_a_round_up_each_event_has_the_day_and_place_of_its_label(coder: Coder, case: str) -> None:
    text, expected = ROUND_UPS[case]
    assert rows(coder, text) == expected


SENTENCES: dict[str, tuple[str, set[Told]]] = {
    "a day counted back from the day of saying it": (
        "The army said on Friday that it had carried out the day before an air strike near Jilib, killing one rebel.",
        {("Air/drone strike", "03-16", "Jilib", 1)}),
    "a day that the sentence before names": (
        "The mayor opened a new bridge in Lomé on Sunday, and the crowd was large. On Tuesday the heat was great in "
        "Kara. The heat kept many at home on Wednesday in Sokodé. Gunmen killed a guard.",
        {("Attack", "03-15", "Sokodé", 1)}),
    "the town from which a report comes is not where it happened": (
        "Srinagar: Militants lobbed a grenade at a police post in Sopore on Monday, injuring two constables.",
        {("Grenade", "03-13", "Sopur", 0)}),
    "so far from a town is near it": (
        "NAGPUR: Rebels blew up a truck about 12 km from Gadchiroli town on Wednesday, killing three policemen.",
        {(BOMB, "03-15", "Garhchiroli", 3)}),
    "the capital of a country of several words": (
        "Gunmen shot dead a judge in South Sudan's capital on Tuesday.", {("Attack", "03-14", "Juba", 1)}),
    "the capital that a report comes from": (
        "Mogadishu (AP) - Ethiopian troops and Ethiopian officers left. A bomb killed two people in the capital on "
        "Tuesday, Somali police said.",
        {(BOMB, "03-14", "Mogadishu", 2)}),
    "a part of a town by the compass": (
        "Rebels shelled the government-held west of Aleppo on Monday, killing two people.",
        {("Shelling/artillery/missile attack", "03-13", "Aleppo", 2)}),
    "a town behind another says where that lies": (
        "A bomb killed three rangers in Nong Chik, Pattani, on Tuesday.", {(BOMB, "03-14", "Nong Chik", 3)}),
    "a name that a town had once is none of it": (
        "Youths threw Molotov cocktails at a police post in San Cristobal, Venezuela, on Wednesday.",
        {("Mob violence", "03-15", "San Cristóbal", 0)}),
    "a figure that counts nothing of its own": (
        "Fighting broke out in Beledweyne on Sunday. Residents saw six dead men, five in scarves of the rebels.",
        {("Armed clash", "03-12", "Beledweyne", 6)}),
    "the day of what else is told": (
        "Coffins were carried on Wednesday through Juliaca, where police shot dead three protesters on Monday.",
        {("Excessive force against protesters", "03-13", "Juliaca", 3)}),
    "here is where the report comes from": (
        "MULTAN: A bomb killed two people near a market here on Friday. Officials in Lahore condemned it.",
        {(BOMB, "03-17", "Multan", 2)}),
    "what it was done for is no place of it": (
        "QUETTA: A suicide bomber killed four policemen here on Wednesday. A spokesman said that the bombing was to "
        "avenge the drone strikes in Waziristan.",
        {("Suicide bomb", "03-15", "Quetta", 4)}),
    "a place abroad is no place of an event without one": (
        "Rebels in Sri Lanka said from their office in London that they would fight on. Sri Lankan troops killed "
        "nine rebels on Tuesday. The Sri Lankan army holds Jaffna.",
        {("Armed clash", "03-14", "Jaffna", 9)}),
    "what a town whose name ends in s owns": (
        "A bomb killed two people in Caracas' Chacao district on Tuesday.", {(BOMB, "03-14", "Chacao", 2)}),
    "the road between two towns is one place": (
        "Gunmen killed four soldiers in an ambush on the road between Nara and Bamako on Wednesday.",
        {("Armed clash", "03-15", "Nara", 4)}),
    "south of a town is near another": (
        "Rebels killed three policemen in Ghazni, south of Kabul, on Monday.", {("Armed clash", "03-13", "Ghazni", 3)}),
    "hours are no date": (
        "Soldiers killed four gunmen in a three-hour gun battle in Nablus on Tuesday.",
        {("Armed clash", "03-14", "Nablus", 4)}),
}  # fmt: skip


@pytest.mark.parametrize("case", SENTENCES)
def test_days_and_places_of_a_report(coder: Coder, case: str) -> None:
    text, expected = SENTENCES[case]
    assert rows(coder, text) == expected


def test_one_town_before_a_dash_is_where_the_report_was_sent_from(coder: Coder) -> None:
    text = "NAIROBI - Gunmen attacked a convoy on Tuesday.\nThe attack near Garissa killed two policemen."
    assert rows(coder, text) == {("Armed clash", "03-14", "Garissa", 2)}


def test_in_a_round_up_no_day_goes_from_one_label_to_the_next_and_the_title_names_that_of_the_rest(
    coder: Coder,
) -> None:
    text = (
        "MOSUL - A roadside bomb killed two policemen late on Wednesday.\n"
        "BAQUBA - Gunmen stormed a house and killed a teacher.\nBASRA - The port is open."
    )
    found = rows(coder, text, title="Violence in Iraq on Friday")
    assert found == {(BOMB, "03-15", "Mosul", 2), ("Attack", "03-17", "Baqubah", 1)}


def test_the_dead_of_another_time_are_not_those_of_a_march(coder: Coder) -> None:
    text = (
        "Thousands of miners marched through La Paz on Monday to demand higher wages. They carried flags. They sang. "
        "They went home at dusk. The roads were quiet. About 60 people died when troops were sent to clear the roads."
    )
    assert rows(coder, text) == {("Peaceful protest", "03-13", "La Paz", 0)}


def test_a_market_named_after_a_day_is_no_date(coder: Coder) -> None:
    text = "A bomb killed five people at the Monday Market in Maiduguri on Thursday."
    assert {day for _, day, _, _ in rows(coder, text)} == {"03-16"}
