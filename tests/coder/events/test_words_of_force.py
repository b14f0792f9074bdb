"""Words for shooting and for taking people away, in whole rows. Every incident is invented."""

from collections.abc import Callable

import pytest

Expected = tuple[str, str, str, str, str | None, int]  # kind, month and day, place, first side, second side, deaths
Reader = Callable[[str], set[Expected]]

REPORTS: dict[str, tuple[str, Expected]] = {
    "machine-gunned, with its doers": (
        "Rebels machine-gunned a retired general in Gulu on Tuesday.",
        ("Attack", "03-14", "Gulu", "Opposition Rebels (Uganda)", "Civilians (Uganda)", 0)),
    "machine-gunned, in the passive": (
        "The home of the ambassador in Accra was machine-gunned on Tuesday.",
        ("Attack", "03-14", "Accra", "Unidentified Armed Group (Ghana)", "Civilians (Ghana)", 0)),
    "dragged from their homes by masked men": (
        "Masked men dragged two young men from their homes in Gao on Monday and their whereabouts are unknown.",
        ("Abduction/forced disappearance", "03-13", "Gao", "Unidentified Armed Group (Mali)", "Civilians (Mali)", 0)),
    "dragged from their homes by soldiers": (
        "Two teachers were dragged from their homes in Loikaw on Monday by soldiers and have not been seen since.",
        ("Abduction/forced disappearance", "03-13", "Loikaw", "Military Forces of Myanmar", "Civilians (Myanmar)", 0)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS)
def test_words_of_force_make_a_row(report_rows: Reader, text: str, expected: Expected) -> None:
    assert report_rows(text) == {expected}


NO_EVENTS = {
    "people who are brought to safety": "Two hundred people were taken from their homes near Jakarta on Monday "
    "because of the flood.",
    "goods": "Thieves took jewels and paintings from a home in Nice on Monday.",
    "a weapon that is only carried": "Soldiers with machine-guns stood outside the bank in Accra on Tuesday.",
}


@pytest.mark.parametrize("text", NO_EVENTS.values(), ids=NO_EVENTS)
def test_the_same_words_of_something_else_make_none(report_rows: Reader, text: str) -> None:
    assert not report_rows(text)
