"""Readings of dates told from another event, of durations and of habits: no day of their own."""

from datetime import date

from .calendar import Meaning
from .hit import Hit
from .records import Unit

_DAYS: dict[str, int] = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
_UNITS: dict[str, Unit] = {"week": "week", "fortnight": "week", "month": "month", "year": "year", "decade": "year"}


def _anchored(offset: int | None, unit: str | None) -> Meaning:
    return Meaning(unit=_UNITS.get(unit or "day", "day"), kind="anchored", offset_days=offset)


def anchored_units(hit: Hit, published: date | None) -> Meaning | None:
    """Two days later, a week earlier, three days after the vote; a vague number gives no offset."""
    count, unit = hit.quantity(), hit.get("UNIT")
    sign = -1 if hit.has("EARLIER") or hit.has("BEFORE") else 1
    if count is None or (hit.has("VAGUE") and hit.get("VAGUE") != 2) or unit not in (*_DAYS, "hour", "minute"):
        return _anchored(None, unit)
    if unit in ("hour", "minute"):
        return _anchored(sign * (round(count / 24) if unit == "hour" else 0), "day")
    return _anchored(sign * count * _DAYS[unit], unit)


def anchored_vague(hit: Hit, published: date | None) -> Meaning | None:
    """Weeks later, hours earlier."""
    unit = hit.get("UNIT")
    return _anchored(0 if unit in ("hour", "minute") else None, unit)


def next_period(hit: Hit, published: date | None) -> Meaning | None:
    """The next day, the following week, the previous night."""
    sign = -1 if hit.has("PREVIOUS") else 1
    unit = hit.get("UNIT") or "day"
    if hit.has("WEEKEND"):
        return Meaning(unit="weekend", kind="anchored")
    return _anchored(sign * _DAYS[unit] if unit in _DAYS else 0, unit)


def day_after(hit: Hit, published: date | None) -> Meaning | None:
    """The day after, the night before, the week after."""
    sign = -1 if hit.has("BEFORE") else 1
    unit = hit.get("UNIT") or "day"
    return _anchored(sign * _DAYS[unit], unit)


def eve_of(hit: Hit, published: date | None) -> Meaning | None:
    """On the eve of the vote."""
    return _anchored(-1, "day")


def same_day(hit: Hit, published: date | None) -> Meaning | None:
    """The same day, earlier that day, that evening, later in the day."""
    return _anchored(0, "day")


def weekday_anchored(hit: Hit, published: date | None) -> Meaning | None:
    """The following Monday."""
    return _anchored(None, "day")


def nth_day(hit: Hit, published: date | None) -> Meaning | None:
    """On the third day of: anchored; a third day of, a third straight day, the third day running: a duration."""
    rank = next(iter(hit.all("ORDINAL", "DAYTH", "NTH")))
    unit = hit.get("UNIT") or "day"
    if unit not in _DAYS:
        return None
    offset = (rank - 1) * _DAYS[unit] if unit in ("day", "week") else None
    if hit.words[-1] == "of" and hit.words[0] != "a":
        return _anchored(offset, unit)
    return Meaning(unit="duration", kind="duration", offset_days=offset)


def recurring(hit: Hit, published: date | None) -> Meaning | None:
    """Every Friday, each day, on Sundays, twice a week."""
    return Meaning(kind="recurring")


def anniversary(hit: Hit, published: date | None) -> Meaning | None:
    """The tenth anniversary: a commemoration, whatever it commemorates is long past."""
    return Meaning(unit="year", kind="recurring")


def duration(hit: Hit, published: date | None) -> Meaning | None:
    """For three days, a two-day siege; "a day" alone ("twice a day") is none, nor is "a four-hour siege"."""
    unit = hit.get("UNIT")
    bare = hit.words[0] in ("a", "an") and not hit.has("NUMBER") and not hit.has("VAGUE")
    if unit == "minute" or (unit == "hour" and "-" in hit.words) or (bare and unit is not None and len(hit.words) == 2):
        return None
    return Meaning(unit="duration", kind="duration")


def recent_vague(hit: Hit, published: date | None) -> Meaning | None:
    """In recent days: up to the publication, from no known day."""
    return Meaning(None, published, None, None, "duration", "duration")
