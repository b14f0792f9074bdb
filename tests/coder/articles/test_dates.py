"""Publication dates in the forms that archives use."""

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder.articles.dates import parse_published

DAY = date(2010, 8, 11)


@pytest.mark.parametrize(
    "value",
    [
        "2010-08-11",
        " 2010-8-11 ",
        "2010/08/11",
        "20100811",
        20100811,
        "2010-08-11T23:30:00Z",
        "2010-08-11T23:30:00.123+05:30",
        "2010-08-11 23:30:00",
        "11 August 2010",
        "11 Aug 2010",
        "11th August, 2010",
        "11-Aug-2010",
        "Aug 11, 2010",
        "Aug. 11, 2010",
        "August 11 2010",
        "Wednesday, August 11, 2010 7:16 am",
        "Wed, 11 Aug 2010 10:00:00 GMT",
        "Published: 11 August 2010",
        date(2010, 8, 11),
        datetime(2010, 8, 11, 23, 59, tzinfo=UTC),
        1281484800,
        1281484800.5,
        1281484800000,
        "1281484800000",
    ],
    ids=str,
)
def test_forms_of_one_day(value: object) -> None:
    assert parse_published(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        *("", "yesterday", "2010", "2010-08", "11/08/2010", "2010-13-01", "31 June 2010", "11 Foo 2010"),
        *("0201-01-01", "2010-08-111", "May", "Ma 11, 2010", 12, 1e300, float("nan"), float("inf")),
        *(True, None, [2010], {"day": 1}),
    ],
    ids=str,
)
def test_what_is_no_day_is_refused_with_what_was_expected(value: object) -> None:
    with pytest.raises((ValueError, OverflowError)):
        parse_published(value)


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%Y%m%d"]))
def test_every_day_is_read_back(day: date, form: str) -> None:
    assert parse_published(day.strftime(form)) == day


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(ValueError, OverflowError):
        assert isinstance(parse_published(text), date)
