"""The rows on a map of the world, as paths and circles for SVG."""

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING

from eventbook.validation.checks.outlines import outline_codes, rings_of

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

WIDTH = 1000  # units of the drawing across 360 degrees, plate carree
_MARGIN = 0.15  # of the extent of the points, left free around them
_SMALLEST = 30.0  # degrees that a map shows at least, so that it is seen where in the world it lies
_GRID = 60  # cells across the map in which points are gathered
_FINEST = 700  # steps across the map to which outlines are rounded


@dataclass(frozen=True, slots=True)
class Dot:
    """Rows near one point: where on the drawing, its radius, how many, how many with errors, and the place in words."""

    x: float
    y: float
    radius: float
    count: int
    wrong: int
    where: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """Outlines as one SVG path, dots with the largest first, lines of the graticule, and the extent of the drawing."""

    width: float
    height: float
    outlines: str
    dots: tuple[Dot, ...]
    unplaced: int


def draw_map(latitude: "pa.Array", longitude: "pa.Array", wrong: "pa.Array") -> WorldMap | None:
    """The map of the points, cut to their extent; None where no row has a point."""
    import numpy as np

    columns = [c.to_numpy(zero_copy_only=False).astype(np.float64) for c in (latitude, longitude)]
    points = np.column_stack(columns)
    valid = np.isfinite(points).all(axis=1) & (np.abs(points[:, 0]) <= 90) & (np.abs(points[:, 1]) <= 180)
    if not valid.any():
        return None
    bad = wrong.to_numpy(zero_copy_only=False)[valid]
    south, west, north, east = map_extent(points[valid])
    scale = WIDTH / (east - west)
    step = (east - west) / _GRID
    cells = np.floor(points[valid] / step).astype(np.int64)
    _, which = np.unique(cells, axis=0, return_inverse=True)
    which = which.reshape(-1)
    counts, errors = np.bincount(which), np.bincount(which, weights=bad).astype(np.int64)
    middle = np.column_stack([np.bincount(which, weights=points[valid][:, n]) / counts for n in (0, 1)])
    most = int(counts.max())
    dots = [
        Dot(round((x - west) * scale, 1), round((north - y) * scale, 1), round(4 + 14 * sqrt(count / most), 1),
            int(count), int(error), f"{y:.1f}, {x:.1f}")
        for (y, x), count, error in zip(middle.tolist(), counts.tolist(), errors.tolist(), strict=True)
    ]  # fmt: skip
    dots.sort(key=lambda dot: (-dot.radius, dot.x, dot.y))
    path = "".join(_path(code, south, west, north, east) for code in outline_codes())
    return WorldMap(WIDTH, round((north - south) * scale, 1), path, tuple(dots), int((~valid).sum()))


def map_extent(points: "np.ndarray", *, smallest: float = _SMALLEST) -> tuple[float, float, float, float]:
    """South, west, north, east around the points, twice as wide as high or less."""
    low, high = points.min(axis=0), points.max(axis=0)
    size = [max(float(high[n] - low[n]) * (1 + 2 * _MARGIN), smallest) for n in (0, 1)]
    size = [max(size[0], size[1] / 2), max(size[1], size[0] * 1.5)]
    centre = (low + high) / 2
    south, north = _within(float(centre[0]), min(size[0], 180.0), 90.0)
    west, east = _within(float(centre[1]), min(size[1], 360.0), 180.0)
    return south, west, north, east


def _within(centre: float, size: float, bound: float) -> tuple[float, float]:
    low = min(max(centre - size / 2, -bound), bound - size)
    return low, low + size


@cache
def _box(code: str) -> tuple[tuple[float, float, float, float], ...]:
    """South, west, north, east of each ring."""
    return tuple((float(r[:, 1].min()), float(r[:, 0].min()), float(r[:, 1].max()), float(r[:, 0].max()))
                 for r in rings_of(code))  # fmt: skip


def rings_within(
    code: str, south: float, west: float, north: float, east: float, *, steps: int = _FINEST
) -> "list[np.ndarray]":
    """The rings of a country that a map shows, longitude and latitude, as coarse as `steps` across it allow."""
    import numpy as np

    grain = (east - west) / steps
    found = []
    for ring, (low, left, high, right) in zip(rings_of(code), _box(code), strict=True):
        outside = low > north or high < south or left > east or right < west
        if outside or max(high - low, right - left) < 2 * grain:
            continue
        rounded = np.round(ring / grain)
        keep = np.ones(len(rounded), dtype=bool)
        keep[1:] = (rounded[1:] != rounded[:-1]).any(axis=1)
        if keep.sum() > 2:
            found.append(rounded[keep] * grain)
    return found


def _path(code: str, south: float, west: float, north: float, east: float) -> str:
    """The country as a path of SVG."""
    import numpy as np

    scale = WIDTH / (east - west)
    parts = []
    for line in rings_within(code, south, west, north, east):
        xs, ys = np.round((line[:, 0] - west) * scale, 1), np.round((north - line[:, 1]) * scale, 1)
        parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in zip(xs.tolist(), ys.tolist(), strict=True)) + "Z")
    return "".join(parts)
