"""Grave deeds told without a day, in articles that report no other event. Every incident is invented."""

from collections.abc import Callable

import pytest

Expected = tuple[str, str, str, str, str | None, int]  # kind, month and day, place, first side, second side, deaths
Reader = Callable[[str], set[Expected]]

OPENING = (
    "The foreign minister said on his return that the talks with the lenders had made progress. He thanked the "
    "delegation for its patience. The budget will be laid before the assembly in May. "
)


REPORTED: dict[str, tuple[str, Expected]] = {
    "a blast at the end of a report about something else": (
        "Meanwhile, a bomb exploded in a restaurant in Garissa, killing two people.",
        ("Remote explosive/landmine/IED", "03-16", "Garissa", "Unidentified Armed Group (Kenya)",
         "Civilians (Kenya)", 2)),
    "an abduction in a clause about its victims": (
        "The message was brought by two nuns who were kidnapped and released in Bamenda.",
        ("Abduction/forced disappearance", "03-16", "Bamenda", "Unidentified Armed Group (Cameroon)",
         "Civilians (Cameroon)", 0)),
    "a murder by a known group": (
        "Fighters of the New People's Army murdered a village councillor in Catarman.",
        ("Attack", "03-16", "Catarman", "NPA: New People's Army", "Civilians (Philippines)", 1)),
    "in capitals": (
        "THE SPOKESMAN ADDED THAT A JOURNALIST WAS KIDNAPPED IN CULIACAN AS HE WAS LEAVING HIS OFFICE.",
        ("Abduction/forced disappearance", "03-16", "Culiacán", "Unidentified Armed Group (Mexico)",
         "Civilians (Mexico)", 0)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTED.values(), ids=REPORTED)
def test_a_grave_deed_is_an_event_of_the_day_before(report_rows: Reader, text: str, expected: Expected) -> None:
    assert report_rows(OPENING + text) == {expected}


ASIDE = {
    "only told as the time of something else": "The doctor was on duty when two people were killed by a bomb in "
    "Garissa.",
    "a cause": "The minister resigned after gunmen killed a mayor in Catarman.",
    "a noun alone": "He spoke of the murder of the councillor in Catarman.",
    "long past": "Gunmen killed his father in Catarman in 1987.",
    "had happened before": "Gunmen had killed a mayor in Catarman.",
    "a summary": "Gunmen have killed mayors in Catarman over the years.",
    "a threat": "Gunmen threatened to kill the mayor of Catarman.",
    "no place": "Gunmen killed a mayor.",
    "less than grave": "Police blocked the road to Catarman and searched lorries.",
}


@pytest.mark.parametrize("text", ASIDE.values(), ids=ASIDE)
def test_what_is_told_by_the_way_is_no_event(report_rows: Reader, text: str) -> None:
    assert not report_rows(OPENING + text)


def test_a_deed_without_a_day_adds_nothing_to_dated_news_far_before_it(report_rows: Reader) -> None:
    dated = "Gunmen killed a judge in Tumaco on Tuesday. Two soldiers were wounded by a mine near Pasto on Sunday. "
    told = report_rows(dated + OPENING * 3 + "A priest was kidnapped in Quibdo.")
    assert {place for _, _, place, *_ in told} == {"Tumaco", "Pasto"}


def test_an_article_about_a_trial_reports_no_deed(report_rows: Reader) -> None:
    trial = "The prosecutor and the defendant left the courtroom before the verdict. The jury was told to rest. "
    trial += OPENING
    assert not report_rows(trial + "Fighters of the New People's Army murdered a village councillor in Catarman.")
