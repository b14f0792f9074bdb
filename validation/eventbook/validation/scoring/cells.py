"""Reading single cells: text, whole number, day, point."""

import math
from collections.abc import Mapping
from datetime import date, datetime


def text_of(value: object) -> str:
    """The cell as text; empty for None and NaN."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return str(value)


def number_of(value: object) -> float | None:
    """The cell as a finite number, or None."""
    if isinstance(value, bool):
        return None
    try:
        number = float(value) if isinstance(value, (int, float)) else float(text_of(value))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def count_of(value: object) -> int | None:
    """The cell as a whole number, or None."""
    number = number_of(value)
    return int(number) if number is not None and number.is_integer() else None


def day_of(value: object) -> date | None:
    """The cell as a day: a date, a timestamp or ISO 8601 text; None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(text_of(value)[:10])
    except ValueError:
        return None


def point_of(latitude: object, longitude: object) -> tuple[float, float] | None:
    """The two cells as (latitude, longitude) in degrees, or None where one is missing."""
    north, east = number_of(latitude), number_of(longitude)
    return None if north is None or east is None else (north, east)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance in km between two points in degrees, on a sphere of 6,371 km radius."""
    north1, east1, north2, east2 = map(math.radians, (*one, *other))
    chord = (
        math.sin((north2 - north1) / 2) ** 2
        + math.cos(north1) * math.cos(north2) * math.sin((east2 - east1) / 2) ** 2
    )
    return 12742 * math.asin(min(1.0, math.sqrt(chord)))


def describe_row(values: Mapping[str, object], columns: tuple[str, ...]) -> str:
    """The row's filled cells of these columns in one line, for lists of misses."""
    return " | ".join(text for column in columns if (text := text_of(values.get(column))))
