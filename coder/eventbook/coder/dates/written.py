"""Readings of written dates: days, lists and ranges of days, months, years."""

from dataclasses import replace
from datetime import date

from .calendar import UNRESOLVED, Meaning, on_day, shift_month, span, whole_month, whole_week, whole_years
from .hit import Hit

_UNTOLD = replace(UNRESOLVED, kind="absolute")


def iso(hit: Hit, published: date | None) -> Meaning | None:
    """2017-09-15."""
    try:
        return on_day(date.fromisoformat(hit.get("ISO")), kind="absolute")
    except ValueError:
        return None


def slashed(hit: Hit, published: date | None) -> Meaning | None:
    """13/8/2010, 8.13.2010: only where one order of day and month is possible."""
    word = hit.get("SLASHED")
    first, second, year = (int(part) for part in word.replace(".", "/").split("/"))
    readings = {(first, second), (second, first)}
    days = []
    for day, month in sorted(readings):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return on_day(days[0], kind="absolute") if len(days) == 1 else None


def written_day(hit: Hit, published: date | None) -> Meaning | None:
    """Tuesday, August 3; 18 FEB 90; the third of May. The written date wins over a weekday beside it."""
    day = next(iter(hit.all("DAY", "DAYTH", "ORDINAL")))
    return _one_day(hit, hit.get("MONTH"), day, published)


def holiday(hit: Hit, published: date | None) -> Meaning | None:
    """Holidays of a fixed day."""
    month, day = hit.get("HOLIDAY")
    return _one_day(hit, month, day, published)


def _one_day(hit: Hit, month: int, day: int, published: date | None) -> Meaning | None:
    if day > 31:
        return None
    if hit.year(published) is None and published is None:
        return replace(_UNTOLD, precision=None)
    found = hit.dated(month, day, published)
    return on_day(found, kind="absolute") if found is not None else None


def week_of_date(hit: Hit, published: date | None) -> Meaning | None:
    """The week of August 2, the week ending 6 August: its Wednesday."""
    day = written_day(hit, published)
    if day is None or day.day is None:
        return day
    return replace(whole_week(day.day), kind="absolute")


def list_of_days(hit: Hit, published: date | None) -> list[tuple[int, int, Meaning]]:
    """May 3, 4 and 5: one meaning for each day, with its own tokens (the month goes with the day beside it)."""
    found = []
    month_at = hit.classes.index("MONTH")
    for at, name in enumerate(hit.classes):
        if name not in ("DAY", "DAYTH"):
            continue
        meaning = _one_day(hit, hit.values[month_at], hit.values[at], published)
        if meaning is None:
            continue
        beside = month_at if 0 < at - month_at <= 2 else at
        after = len(hit.classes) if 0 < month_at - at <= 2 else at + 1
        found.append((beside, after, meaning))
    return found


def range_of_days(hit: Hit, published: date | None) -> Meaning | None:
    """May 3-5; between 3 and 5 May; from 28 April to 2 May 2010."""
    days, months = hit.all("DAY", "DAYTH"), hit.all("MONTH")
    if len(days) != 2 or not months:
        return None
    if hit.needs_publication(published) and hit.year(published) is None:
        return _UNTOLD
    last = hit.dated(months[-1], days[1], published)
    if last is None:
        return None
    told = hit.year(published, last=False) if len(hit.all("YEAR")) == 2 else None
    first = hit.dated(months[0], days[0], published, year=told or last.year)
    if first is not None and first > last and len(months) == 2 and told is None:
        first = hit.dated(months[0], days[0], published, year=last.year - 1)
    return span(first, last, kind="absolute") if first is not None and first < last else None


def month(hit: Hit, published: date | None) -> Meaning | None:
    """In July; early March; September 2015; the end of July."""
    number = hit.get("MONTH")
    phase = hit.get("PHASE") or hit.get("EDGE")
    if phase is None and next(filter(None, hit.classes)) in ("ORDINAL", "LAST"):
        phase = {None: "late", 1: "early", 2: "mid", 3: "mid"}.get(hit.get("ORDINAL"), "late")
    year = hit.year(published)
    if year is None:
        if published is None:
            return _UNTOLD
        year = published.year if number <= published.month else published.year - 1
    return whole_month(year, number, phase=phase, until=published)


def month_relative(hit: Hit, published: date | None) -> Meaning | None:
    """Last December, this March, next June."""
    if published is None:
        return UNRESOLVED
    number, sign = hit.get("MONTH"), hit.sign()
    year = published.year
    if sign < 0 and number >= published.month:
        year -= 1
    if sign > 0 and number <= published.month:
        year += 1
    return whole_month(year, number, until=published, kind="relative")


def range_of_months(hit: Hit, published: date | None) -> Meaning | None:
    """From March to May; between July 2003 and December 2004."""
    months = hit.all("MONTH")
    year = hit.year(published)
    if year is None:
        if published is None:
            return _UNTOLD
        year = published.year if months[-1] <= published.month else published.year - 1
    told = hit.all("YEAR")
    first_year = told[0] if len(told) == 2 else year - (months[0] > months[-1])
    first, last = whole_month(first_year, months[0]), whole_month(year, months[-1])
    if first.first is None or last.last is None or first.first >= last.last:
        return None
    return span(first.first, last.last, kind="absolute")


def range_of_years(hit: Hit, published: date | None) -> Meaning | None:
    """2010-12; between 2004 and 2006."""
    first, *rest = hit.all("YEAR", "YEAR2", "DAY")
    last = rest[-1] if rest else first
    last = first // 100 * 100 + last if last < 100 else last
    return whole_years(first, last) if first < last <= 9999 else None


def year(hit: Hit, published: date | None) -> Meaning | None:
    """In 2011; late 2013."""
    told = int(hit.get("YEAR"))
    return whole_years(told, told)


def decade(hit: Hit, published: date | None) -> Meaning | None:
    """The 1990s, the late 90s."""
    told = int(hit.get("DECADE"))
    if told < 100:
        told += 1900 if told > 20 else 2000
    return whole_years(told, told + 9)


def day_of_month(hit: Hit, published: date | None) -> Meaning | None:
    """On the 14th: the most recent one."""
    if published is None:
        return UNRESOLVED
    number = hit.get("DAYTH")
    for back in range(0, 3):
        in_year, in_month = shift_month(published, -back)
        try:
            found = date(in_year, in_month, number)
        except ValueError:
            continue
        if found <= published:
            return on_day(found)
    return None
