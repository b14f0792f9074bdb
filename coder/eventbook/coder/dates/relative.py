"""Readings of dates told from the publication: weekdays, yesterday, last week, three days ago."""

from datetime import date

from .calendar import (
    DAY,
    UNRESOLVED,
    Meaning,
    latest_weekday,
    on_day,
    shift_month,
    span,
    week_of,
    whole_month,
    whole_week,
    whole_weekend,
    whole_years,
)
from .hit import Hit

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def weekday(hit: Hit, published: date | None) -> Meaning | None:
    """Monday: the most recent, the publication day included; last: before it; this: of its week; next: after it."""
    if published is None:
        return UNRESOLVED
    number = hit.get("WEEKDAY")
    found = latest_weekday(number, published)
    if hit.has("NEXT"):
        found += 7 * DAY
    elif hit.has("THIS") and not hit.has("LAST"):
        found = week_of(published)[0] + number * DAY
    elif hit.has("LAST") and found == published:
        found -= 7 * DAY
    return on_day(found)


def weekday_told(hit: Hit, published: date | None) -> Meaning | None:
    """ "This morning [Tuesday]", "yesterday (Monday)": the weekday that was put beside it."""
    return UNRESOLVED if published is None else on_day(latest_weekday(hit.get("WEEKDAY"), published))


def weekday_of_week(hit: Hit, published: date | None) -> Meaning | None:
    """Monday last week."""
    if published is None:
        return UNRESOLVED
    return on_day(week_of(published)[0] + (7 * hit.sign() + hit.get("WEEKDAY")) * DAY)


def weekday_weeks_ago(hit: Hit, published: date | None) -> Meaning | None:
    """Friday a week ago."""
    weeks = hit.quantity()
    if published is None or weeks is None:
        return UNRESOLVED
    return on_day(latest_weekday(hit.get("WEEKDAY"), published) - 7 * weeks * DAY)


def weekdays_ago(hit: Hit, published: date | None) -> Meaning | None:
    """Two Sundays ago."""
    weeks = hit.quantity()
    if published is None or weeks is None:
        return UNRESOLVED
    return on_day(latest_weekday(hit.get("WEEKDAYS"), published - DAY) - 7 * (weeks - 1) * DAY)


def range_of_weekdays(hit: Hit, published: date | None) -> Meaning | None:
    """From Monday to Wednesday."""
    if published is None:
        return UNRESOLVED
    begin, finish = hit.all("WEEKDAY")[:2]
    last = latest_weekday(finish, published)
    first = latest_weekday(begin, last)
    return span(first, last, kind="relative") if first < last else None


def night_between(hit: Hit, published: date | None) -> Meaning | None:
    """Sunday night into Monday: the day it began."""
    return UNRESOLVED if published is None else on_day(latest_weekday(hit.get("WEEKDAY"), published))


def night_into(hit: Hit, published: date | None) -> Meaning | None:
    """Overnight into Monday: the day before."""
    return UNRESOLVED if published is None else on_day(latest_weekday(hit.get("WEEKDAY"), published) - DAY)


def overnight(hit: Hit, published: date | None) -> Meaning | None:
    """Overnight: the day it began, the one before publication; with a weekday, that day."""
    if published is None:
        return UNRESOLVED
    if (number := hit.get("WEEKDAY")) is not None:
        return on_day(latest_weekday(number, published))
    return on_day(published + min(hit.get("RELATIVE_DAY") or -1, -1) * DAY)


def relative_day(hit: Hit, published: date | None) -> Meaning | None:
    """Today, yesterday evening, tomorrow."""
    return UNRESOLVED if published is None else on_day(published + hit.get("RELATIVE_DAY") * DAY)


def day_before_yesterday(hit: Hit, published: date | None) -> Meaning | None:
    """The day before yesterday."""
    if hit.get("UNIT") != "day":
        return None
    return UNRESOLVED if published is None else on_day(published - 2 * DAY)


def part_of_today(hit: Hit, published: date | None) -> Meaning | None:
    """This morning."""
    return UNRESOLVED if published is None else on_day(published)


def last_night(hit: Hit, published: date | None) -> Meaning | None:
    """Last night: the day it began."""
    return UNRESOLVED if published is None else on_day(published - DAY)


def this_period(hit: Hit, published: date | None) -> Meaning | None:
    """This week, earlier this month (its 1st), later this year."""
    if published is None:
        return UNRESOLVED
    until = None if hit.has("LATER") else published
    if hit.has("WEEKEND"):
        return whole_weekend(latest_weekday(5, published))
    unit = hit.get("UNIT")
    if unit == "week":
        return whole_week(published, until=until)
    if unit == "month":
        month = whole_month(published.year, published.month, until=until, kind="relative")
        if hit.has("EARLIER") and month.first is not None:
            return Meaning(month.first, month.last, month.first, 3, "month")
        return month
    return whole_years(published.year, published.year, kind="relative")


def relative_period(hit: Hit, published: date | None) -> Meaning | None:
    """Last week, next month, last year."""
    if published is None:
        return UNRESOLVED
    unit, sign = hit.get("UNIT"), hit.sign()
    if unit == "week":
        return whole_week(published + 7 * sign * DAY)
    if unit == "fortnight":
        return Meaning(published - 14 * DAY, published - DAY, None, None, "duration", "duration")
    if unit == "month":
        return whole_month(*shift_month(published, sign), kind="relative")
    size = _YEARS[unit]
    begin = (published.year // size + sign) * size
    return whole_years(begin, begin + size - 1, kind="relative")


def phase_of_period(hit: Hit, published: date | None) -> Meaning | None:
    """Late last month, early last week, the end of last year."""
    if published is None:
        return UNRESOLVED
    if hit.get("UNIT") == "month":
        phase = hit.get("PHASE") or hit.get("EDGE")
        return whole_month(*shift_month(published, hit.sign()), phase=phase, kind="relative")
    return relative_period(hit, published)


def weekend(hit: Hit, published: date | None) -> Meaning | None:
    """At the weekend: the most recent; last weekend: one that is over; this weekend: from Thursday on the coming."""
    if published is None:
        return UNRESOLVED
    saturday = latest_weekday(5, published)
    running = published.weekday() >= 5
    if hit.has("NEXT"):
        saturday += 7 * DAY
    elif hit.has("LAST") and not hit.has("THIS"):
        saturday -= 7 * DAY if running else 0 * DAY
    elif hit.has("THIS") and not hit.has("LAST") and published.weekday() in (3, 4):
        saturday += 7 * DAY
    return whole_weekend(saturday)


def ago(hit: Hit, published: date | None) -> Meaning | None:
    """Three days ago; two weeks ago (its Wednesday); a month ago; a few days ago."""
    count, unit = hit.quantity(), hit.get("UNIT")
    if count is None:
        return vague_ago(hit, published)
    if published is None or unit is None:
        return UNRESOLVED
    if unit in ("minute", "hour"):
        return on_day(published - (round(count / 24) if unit == "hour" else 0) * DAY)
    if unit == "day" and hit.has("VAGUE"):
        return _days_ago(published)
    if unit in _DAYS:
        then = published - count * _DAYS[unit] * DAY
        return on_day(then) if unit == "day" else whole_week(then)
    if unit == "month":
        return whole_month(*shift_month(published, -count), kind="relative")
    begin = published.year - count * _YEARS[unit]
    if begin < 1:
        return UNRESOLVED
    return whole_years(begin, begin, kind="relative")


def ago_exactly(hit: Hit, published: date | None) -> Meaning | None:
    """A week ago today, two weeks ago on Sunday, a year ago today."""
    count, unit, number = hit.quantity(), hit.get("UNIT"), hit.get("WEEKDAY")
    if published is None or count is None:
        return UNRESOLVED
    if unit in ("week", "fortnight"):
        day = published if number is None else latest_weekday(number, published)
        return on_day(day - count * _DAYS[unit] * DAY)
    if unit == "year" and number is None:
        return on_day(published.replace(year=published.year - count))
    return ago(hit, published)


def before_last(hit: Hit, published: date | None) -> Meaning | None:
    """The night before last, the week before last."""
    if published is None:
        return UNRESOLVED
    if hit.has("PART"):
        return on_day(published - 2 * DAY)
    if hit.has("WEEKEND"):
        last = weekend(hit, published)
        return whole_weekend(last.first - 7 * DAY) if last is not None and last.first is not None else None
    if hit.get("UNIT") == "week":
        return whole_week(published - 14 * DAY)
    if hit.get("UNIT") == "month":
        return whole_month(*shift_month(published, -2), kind="relative")
    return whole_years(published.year - 2, published.year - 2, kind="relative")


def vague_ago(hit: Hit, published: date | None) -> Meaning | None:
    """Days ago, months ago, years ago: only the latest day that it can have been."""
    if published is None:
        return UNRESOLVED
    unit = hit.get("UNIT")
    if unit == "day":
        return _days_ago(published)
    if unit in ("hour", "minute"):
        return on_day(published)
    distance = {"week": 14, "fortnight": 28, "month": 60, "year": 730, "decade": 7300, "century": 73000, None: 365}
    kept = "week" if unit in ("week", "fortnight") else "month" if unit == "month" else "year"
    return Meaning(None, published - distance[unit] * DAY, None, None, kept, "relative")  # type: ignore[arg-type]


def _days_ago(published: date) -> Meaning:
    """A few days: within the week before, coded by the worth of "a few", three."""
    return Meaning(published - 7 * DAY, published - 2 * DAY, published - 3 * DAY, 2, "week")


def last_units(hit: Hit, published: date | None) -> Meaning | None:
    """The past two days, over the past week, the last 24 hours: dated back from the day before publication."""
    if hit.has("PREVIOUS"):
        return Meaning(unit="duration", kind="duration")
    unit = hit.get("UNIT")
    if unit is None:
        return Meaning(unit="duration", kind="duration")
    if not hit.has("VAGUE") and hit.quantity() is None and "last" in hit.words and unit in ("day", "hour", "minute"):
        return None  # "the last day of the summit"
    if published is None:
        return Meaning(unit="duration", kind="duration", unresolved=True)
    count = hit.quantity() or 1
    if hit.has("VAGUE") and hit.get("VAGUE") != 2:
        return Meaning(None, published, None, None, "duration", "duration")
    if unit == "month":
        year, month = shift_month(published, -count)
        first = date(year, month, min(published.day, 28))
    elif unit in _YEARS:
        first = date(max(published.year - count * _YEARS[unit], 1), published.month, min(published.day, 28))
    else:
        hours = {"minute": 0, "hour": 1, "day": 24, "week": 168, "fortnight": 336}[unit] * count
        first = published - -(-hours // 24) * DAY
    last = published - DAY if published > first else published
    day = None
    if (last - first).days == 6:
        day = first + (2 - first.weekday()) % 7 * DAY  # the Wednesday in the week past
    elif (last - first).days < 6:
        day = first
    return Meaning(first, last, day, 2 if day else None, "duration", "duration")
