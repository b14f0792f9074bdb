"""How far a point lies from a country: by its outline, and by its places in the gazetteer."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.validation.checks.divisions import places_of

if TYPE_CHECKING:
    import numpy as np

SHIPPED = Path(__file__).parent / "data" / "outlines.npz"
_EARTH_KM = 6371.0088  # mean radius
_STEP = 0.05  # degrees between the points of a border: 5.6 km at most, so that distances err by less than 0.2 km at 25


def outline_codes() -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 of the countries that have an outline."""
    return tuple(_outlines())


def rings_of(iso3: str) -> "tuple[np.ndarray, ...]":
    """The rings of a country, each longitude and latitude in degrees, shape (n, 2); empty without an outline."""
    return _outlines().get(iso3, ())


def is_inside(points: "np.ndarray", iso3: str) -> "np.ndarray":
    """Whether each point (latitude, longitude) lies in the outline of a country; none does without an outline."""
    import numpy as np

    rings = rings_of(iso3)
    return _is_inside(points, rings) if rings else np.zeros(len(points), dtype=bool)


def distance_to_country(
    points: "np.ndarray", iso3: str, *, tolerance_km: float, nearest_km: float | None
) -> "np.ndarray":
    """Kilometres by which each point (latitude, longitude) lies outside the country, 0 where it is near enough.

    Near enough is within `tolerance_km` of the outline or of a place that the gazetteer has in the country: islands
    and exclaves are too small to be drawn. A country without an outline is known by its places alone, with
    `nearest_km` (None: every point passes); without these either, every point passes.
    """
    import numpy as np

    away = np.zeros(len(points))
    rings = rings_of(iso3)
    limit = tolerance_km if rings else nearest_km
    if limit is None:
        return away
    outside = np.arange(len(points))
    if rings:
        outside = outside[~_is_inside(points, rings)]
        away[outside] = _nearest(points[outside], _border(iso3))
        outside = outside[away[outside] > limit]
    if len(outside) and len(places := places_of(iso3)):
        distance = _nearest(points[outside], places)
        away[outside] = np.minimum(away[outside], distance) if rings else distance
    away[away <= limit] = 0.0
    return away


@cache
def _outlines() -> "dict[str, tuple[np.ndarray, ...]]":
    import numpy as np

    with np.load(SHIPPED, allow_pickle=False) as data:
        rings = np.split(data["points"] / 100, data["ring_ends"][:-1])
        starts = [0, *data["country_ends"].tolist()]
        codes = data["codes"].tolist()
    return {code: tuple(rings[starts[n] : starts[n + 1]]) for n, code in enumerate(codes)}


def _edges(rings: "tuple[np.ndarray, ...]") -> "np.ndarray":
    """All edges of closed rings as x1, y1, x2, y2."""
    import numpy as np

    return np.concatenate([np.hstack([ring, np.roll(ring, -1, axis=0)]) for ring in rings])


def _is_inside(points: "np.ndarray", rings: "tuple[np.ndarray, ...]") -> "np.ndarray":
    """Even-odd rule. Points are sorted by latitude, so that an edge meets only those between its ends."""
    import numpy as np

    edges = _edges(rings)
    edges = edges[edges[:, 1] != edges[:, 3]]
    beyond = edges[:, 0].max() > 180, edges[:, 0].min() < -180
    turns = [0, *([360] if beyond[0] else []), *([-360] if beyond[1] else [])]
    inside = np.zeros(len(points), dtype=bool)
    for turn in turns:  # the same meridian may stand in a ring that goes on beyond the date line
        inside |= _crossings_are_odd(points[:, 0], points[:, 1] + turn, edges)
    return inside


def _crossings_are_odd(latitude: "np.ndarray", longitude: "np.ndarray", edges: "np.ndarray") -> "np.ndarray":
    import numpy as np

    order = np.argsort(latitude, kind="stable")
    latitude, longitude = latitude[order], longitude[order]
    first = np.searchsorted(latitude, np.minimum(edges[:, 1], edges[:, 3]))
    last = np.searchsorted(latitude, np.maximum(edges[:, 1], edges[:, 3]))
    odd = np.zeros(len(latitude), dtype=bool)
    for number in np.flatnonzero(last > first):
        x1, y1, x2, y2 = edges[number]
        met = slice(first[number], last[number])
        odd[met] ^= longitude[met] < x1 + (latitude[met] - y1) * ((x2 - x1) / (y2 - y1))
    back = np.empty(len(latitude), dtype=bool)
    back[order] = odd
    return back


@cache
def _border(iso3: str) -> "np.ndarray":
    """Points along the border, at most `_STEP` degrees apart, as latitude and longitude."""
    import numpy as np

    edges = _edges(rings_of(iso3))
    length = np.hypot(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1])
    counts = np.maximum(1, np.ceil(length / _STEP)).astype(np.int64)
    which = np.repeat(np.arange(len(edges)), counts)
    along = (np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)) / counts[which]
    start, end = edges[which, :2], edges[which, 2:]
    points: np.ndarray = (start + along[:, None] * (end - start))[:, ::-1]
    return points


def _nearest(points: "np.ndarray", places: "np.ndarray") -> "np.ndarray":
    """Great-circle kilometres from each point to the nearest place."""
    import numpy as np
    from scipy.spatial import cKDTree

    chord, _ = cKDTree(_on_sphere(places)).query(_on_sphere(points))
    away: np.ndarray = 2 * _EARTH_KM * np.arcsin(np.clip(chord / 2, 0, 1))
    return away


def _on_sphere(points: "np.ndarray") -> "np.ndarray":
    import numpy as np

    latitude, longitude = np.radians(points[:, 0]), np.radians(points[:, 1])
    return np.column_stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)]
    )
