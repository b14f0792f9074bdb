"""Deeds that are only named by those who condemn them: fresh news where they open the report. All are invented."""

from collections.abc import Callable

import pytest

Expected = tuple[str, str, str, str, str | None, int]  # kind, month and day, place, first side, second side, deaths
Reader = Callable[[str], set[Expected]]

REACTIONS: dict[str, tuple[str, Expected]] = {
    "without a day": (
        "The bishops deplored the kidnapping of two nuns in Bamenda.",
        ("Abduction/forced disappearance", "03-16", "Bamenda", "Unidentified Armed Group (Cameroon)",
         "Civilians (Cameroon)", 0)),
    "the day on which it was condemned": (
        "Parliament condemned the murder of a candidate in Tijuana on Monday.",
        ("Attack", "03-13", "Tijuana", "Unidentified Armed Group (Mexico)", "Civilians (Mexico)", 1)),
    "the deed told in the next sentence": (
        "The press union condemned the killing of journalist Rashid Aziz. He was shot dead by gunmen on his way home "
        "in Quetta on Tuesday.",
        ("Attack", "03-14", "Quetta", "Unidentified Armed Group (Pakistan)", "Civilians (Pakistan)", 1)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REACTIONS.values(), ids=REACTIONS)
def test_what_is_condemned_is_an_event(report_rows: Reader, text: str, expected: Expected) -> None:
    assert report_rows(text) == {expected}


NO_EVENTS = {
    "a summary": "The United Nations condemned the killing of 3,000 civilians in Sudan since April.",
    "history": "The president condemned the massacre of 1988 in Halabja.",
    "a habit": "Human rights groups have condemned the use of torture in prisons in Minsk.",
    "a plan": "The opposition denounced plans to attack villages in Darfur.",
    "a private killing": "The bar association condemned the murder of a lawyer in Lyon on Monday.",
    "a natural death": "The minister mourned the death of the poet in Lisbon.",
}


@pytest.mark.parametrize("text", NO_EVENTS.values(), ids=NO_EVENTS)
def test_what_is_condemned_is_no_event(report_rows: Reader, text: str) -> None:
    assert not report_rows(text)


def test_those_who_march_against_a_killing_make_one_event(report_rows: Reader) -> None:
    text = "Hundreds of people marched through Nairobi on Thursday to condemn the killing of a journalist in Kajiado."
    assert report_rows(text) == {("Peaceful protest", "03-16", "Nairobi", "Protesters (Kenya)", None, 0)}
