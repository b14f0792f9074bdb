"""Datelines of wire reports."""

from datetime import date

import pytest

from eventbook.coder.dates import find_dateline, written_on

FOUND = [
    ("RUSTENBURG, September 24 (ANA) - Two miners were hurt.", "RUSTENBURG", date(2010, 9, 24)),
    ("   BOGOTA, 18 FEB 90 (PRAVDA) -- [TEXT] A BOMB", "BOGOTA", date(1990, 2, 18)),
    ("MOSCOW (USSR), 18 FEB 90 (PRAVDA) -- [TEXT] A BOMB", "MOSCOW", date(1990, 2, 18)),
    ("SAN SALVADOR, 12 JAN 89 (ACAN-EFE) -- [TEXT] A BOMB", "SAN SALVADOR", date(1989, 1, 12)),
    ("KABUL (Reuters) - A bomb went off.", "KABUL", None),
    ("Kabul, Sept 3 (AFP) - A bomb went off.", "Kabul", date(2010, 9, 3)),
    ("CAIRO -- A court ruled.", "CAIRO", None),
    ("BEIRUT, Lebanon — The army left.", "BEIRUT", None),
    ("A headline of the day\n\nKABUL, Afghanistan (AP) — A bomb", "KABUL", None),
]


@pytest.mark.parametrize(("text", "place", "day"), FOUND, ids=[row[0][:40] for row in FOUND])
def test_a_dateline_gives_place_and_date(text: str, place: str, day: date | None) -> None:
    found = find_dateline(text, published=date(2010, 9, 25))
    assert found is not None
    assert text[found.place_start : found.place_end] == place
    assert (found.date.day if found.date else None) == day
    assert found.start <= found.place_start < found.place_end <= found.end


@pytest.mark.parametrize(
    "text",
    [
        "Six people died - police",
        "May 3 (Reuters) - The bank",
        "The police (SAPS) - who came late - left.",
        "Two soldiers were killed on Monday.",
        "",
        "KABUL",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("SRINAGAR, June 27: Police fired on a march today.", date(2015, 6, 27), id="a morning paper"),
        pytest.param("Srinagar, Jun 27 (PTI) Police fired today.", date(2015, 6, 27), id="an agency behind the day"),
        pytest.param("Nirmal (Telangana), June 27: Police fired today.", date(2015, 6, 27), id="a state in brackets"),
        pytest.param("SRINAGAR, June 27 (Reuters) - Police fired today.", date(2015, 6, 27), id="an agency's line"),
        pytest.param("SRINAGAR, June 28 (Reuters) - Police fired today.", date(2015, 6, 28), id="the day itself"),
        pytest.param("SRINAGAR, June 2: Police fired on a march today.", date(2015, 6, 28), id="long before"),
        pytest.param("On June 27, police fired on a march.", date(2015, 6, 28), id="no dateline"),
        pytest.param("Police fired on a march in Srinagar, June 27.", date(2015, 6, 28), id="a day in the sentence"),
    ],
)
def test_a_report_counts_from_the_day_of_its_dateline(text: str, day: date) -> None:
    assert written_on(text, date(2015, 6, 28)) == day


def test_a_report_without_a_day_of_publication_has_none() -> None:
    assert written_on("SRINAGAR, June 27: Police fired on a march today.", None) is None
