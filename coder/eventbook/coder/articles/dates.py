"""Publication dates: the forms in which archives and newsrooms write them."""

import re
from datetime import UTC, date, datetime

EARLIEST_YEAR = 1800
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def parse_published(value: object) -> date:
    """Read a publication date: a date or date-time, ISO text, "11 August 2010", "Aug 11, 2010", or an epoch.

    Of a date-time the day as written counts, in its own zone. Numbers are YYYYMMDD, or seconds or
    milliseconds since 1970 (UTC), as pandas writes them. Raises ValueError, saying what was expected;
    "11/08/2010" is refused, since it is two days.
    """
    if isinstance(value, datetime):
        return _checked(value.date(), value)
    if isinstance(value, date):
        return _checked(value, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _checked(_of_number(value), value)
    if isinstance(value, str):
        return _checked(_of_text(value.strip()), value)
    raise _no_date(value)


def _of_text(text: str) -> date:
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.search(text):
        day, month, year = match[1], _month(match[2], text), match[3]
    elif match := _MONTH_FIRST.search(text):
        month, day, year = _month(match[1], text), match[2], match[3]
    elif re.fullmatch(r"\d{8}", text):
        year, month, day = text[:4], text[4:6], text[6:]
    elif re.fullmatch(r"\d{9,14}", text):
        return _of_number(int(text))
    else:
        raise _no_date(text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise ValueError(f"{text[:60]!r} is no day of the calendar ({error})") from error


def _month(name: str, text: str) -> str:
    """The number of a month, written in full or cut to three letters or more."""
    for number, month in enumerate(_MONTHS, 1):
        if len(name) >= 3 and month.startswith(name.lower()):
            return str(number)
    raise _no_date(text)


def _of_number(value: float) -> date:
    if value == int(value) and 18000101 <= value <= 21001231:
        return _of_text(str(int(value)))
    seconds = value / 1000 if abs(value) >= 1e11 else value
    if 1e8 <= abs(seconds) < 1e10:
        return datetime.fromtimestamp(seconds, UTC).date()
    raise _no_date(value)


def _checked(day: date, value: object) -> date:
    if day.year < EARLIEST_YEAR:
        raise ValueError(f"{str(value)[:60]!r} lies before {EARLIEST_YEAR}")
    return day


def _no_date(value: object) -> ValueError:
    return ValueError(f"{str(value)[:60]!r} is no date; expected YYYY-MM-DD, or like '11 August 2010'")
