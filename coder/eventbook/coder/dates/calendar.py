"""Calendar arithmetic of the codebook's conventions on time: periods, the day to code, the year not told."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .records import DateKind, Unit

DAY = timedelta(days=1)
TOLERANCE = 2 * DAY  # a day and month this little after the publication is the coming one, not last year's


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a mention mean; see `DateMention` for the fields."""

    first: date | None = None
    last: date | None = None
    day: date | None = None
    precision: Literal[1, 2, 3] | None = None
    unit: Unit = "day"
    kind: DateKind = "relative"
    offset_days: int | None = None
    unresolved: bool = False


UNRESOLVED = Meaning(unresolved=True)


def on_day(day: date, *, kind: DateKind = "relative") -> Meaning:
    """One known day."""
    return Meaning(day, day, day, 1, "day", kind)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def whole_week(day: date, *, until: date | None = None) -> Meaning:
    """The week of `day`, coded to its Wednesday, not later than `until`."""
    first, last = week_of(day)
    return Meaning(first, _cap(last, until), _cap(first + 2 * DAY, until), 2, "week")


def whole_weekend(saturday: date) -> Meaning:
    """A weekend, coded to its Saturday."""
    return Meaning(saturday, saturday + DAY, saturday, 2, "weekend")


def whole_month(
    year: int, month: int, *, phase: str | None = None, until: date | None = None, kind: DateKind = "absolute"
) -> Meaning:
    """A month or its early, middle or late part: the 15th; the 1st for early, the last day for late.

    A month that was not half over on `until` is coded to its 1st.
    """
    length = monthrange(year, month)[1]
    bounds = {"early": (1, 10, 1), "mid": (11, 20, 15), "late": (21, length, length), None: (1, length, 15)}
    first, last, day = (date(year, month, number) for number in bounds[phase])
    if until is not None and first <= until:
        last = min(last, until)
        if day > until:
            day = first if phase is None else until
    return Meaning(first, last, day, 3, "month", kind)


def whole_years(first: int, last: int, *, kind: DateKind = "absolute") -> Meaning:
    """Years: too wide to be coded to a day."""
    return Meaning(date(first, 1, 1), date(last, 12, 31), None, None, "year", kind)


def span(first: date, last: date, *, kind: DateKind) -> Meaning:
    """A range of days: dated to the day it began."""
    length = (last - first).days + 1
    precision: Literal[1, 2, 3] | None = 2 if length <= 7 else 3 if length <= 31 else None
    return Meaning(first, last, first if precision else None, precision, "range", kind)


def latest_weekday(weekday: int, published: date) -> date:
    """The most recent such day, the publication day included."""
    return published - ((published.weekday() - weekday) % 7) * DAY


def infer_year(
    month: int, day: int, published: date, *, weekday: int | None = None, ahead: bool = False
) -> date | None:
    """The most recent such date up to the publication (two days of grace); a told weekday may pick the year.

    With `ahead`, the next one where that is nearer. None where the month has no such day.
    """
    found = []
    for year in range(min(published.year + 1, 9999), max(published.year - 9, 0), -1):
        if day <= monthrange(year, month)[1]:
            candidate = date(year, month, day)
            if candidate <= published + TOLERANCE:
                found.append(candidate)
            elif candidate - published < 183 * DAY and (ahead or weekday == candidate.weekday()):
                return candidate
    if not found:
        return None
    agreeing = [candidate for candidate in found[:2] if candidate.weekday() == weekday]
    return agreeing[0] if agreeing else found[0]


def full_year(two_digits: int, published: date | None) -> int:
    """90 as 1990: the latest century that is not after the publication year plus one."""
    century = (published.year if published else 2030) // 100 * 100
    year = century + two_digits
    return year if year <= (published.year + 1 if published else 2030) else year - 100


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Year and month `months` away from `day`; raises OverflowError outside the calendar."""
    index = day.year * 12 + day.month - 1 + months
    if not 12 <= index < 12 * 10000:
        raise OverflowError(f"{months} months from {day} is outside the calendar")
    return index // 12, index % 12 + 1


def _cap(day: date, until: date | None) -> date:
    return min(day, until) if until is not None else day
