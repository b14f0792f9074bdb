"""Great-circle distances in kilometres."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from eventbook.coder.places.records import Place


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance of two points (latitude, longitude) in degrees WGS 84."""
    la1, lo1, la2, lo2 = map(radians, (*a, *b))
    h = sin((la2 - la1) / 2) ** 2 + cos(la1) * cos(la2) * sin((lo2 - lo1) / 2) ** 2
    return 12742 * asin(sqrt(h))


def apart(a: Place, b: Place) -> float:
    """Distance of two places in kilometres."""
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))
