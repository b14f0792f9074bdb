"""Pairs of rows that may tell of one event: one country, days within the window, places within reach.

Rows lie in cubes of `CUBE_KM`; a row is compared with rows of its own and the adjoining cubes, a row whose place is
vague with all rows of its first-order division too, and rows of near-identical articles with one another.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventbook.datasets.merging.fields import EARTH_KM, UNKNOWN_DAY, Fields

if TYPE_CHECKING:
    import numpy as np

CHUNK = 1_000_000  # pairs at once


def candidate_pairs(
    fields: Fields, *, window: int, block_km: float, copies: "tuple[np.ndarray, np.ndarray]"
) -> "Iterator[tuple[np.ndarray, np.ndarray]]":
    """Chunks of row numbers (a < b); a pair may come twice, from different blocks.

    `copies` are pairs of articles that are near-identical. Rows without a country or a day are nobody's candidates.
    """
    import numpy as np

    usable = np.flatnonzero((fields.country >= 0) & (fields.day > UNKNOWN_DAY))
    yield from _by_place(fields, usable, window=window, block_km=block_km)
    yield from _by_division(fields, usable, window=window)
    yield from _by_vague_day(fields, usable, window=window, block_km=block_km)
    yield from _by_copy(fields, usable, copies)


def _by_place(
    fields: Fields, rows: "np.ndarray", *, window: int, block_km: float
) -> "Iterator[tuple[np.ndarray, np.ndarray]]":
    cubes, neighbours = _cubes(fields, rows, block_km)
    yield from _ranges(fields, rows, cubes, rows, cubes, neighbours, before=0, after=window)


def _by_vague_day(
    fields: Fields, rows: "np.ndarray", *, window: int, block_km: float
) -> "Iterator[tuple[np.ndarray, np.ndarray]]":
    cubes, neighbours = _cubes(fields, rows, block_km)
    vague = fields.slack[rows] > window
    slack = int(fields.slack[rows][vague].max()) if vague.any() else 0
    for a, b in _ranges(fields, rows[vague], cubes[vague], rows, cubes, neighbours, before=slack, after=slack):
        gap = abs(fields.day[a] - fields.day[b])
        kept = (gap > window) & (gap <= _max(fields.slack, a, b))
        yield a[kept], b[kept]


def _by_division(fields: Fields, rows: "np.ndarray", *, window: int) -> "Iterator[tuple[np.ndarray, np.ndarray]]":
    import numpy as np

    rows = rows[fields.admin1[rows] >= 0]
    if len(rows) == 0:
        return
    blocks = _dense(fields.country[rows] * (fields.admin1.max() + 1) + fields.admin1[rows])
    vague = (fields.place_rank[rows] == fields.vaguest) & (fields.vaguest > 0)
    own = np.arange(blocks.max() + 1)
    yield from _ranges(
        fields, rows[vague], blocks[vague], rows, blocks, (own, np.append(own, len(own))), before=window, after=window
    )


def _by_copy(
    fields: Fields, rows: "np.ndarray", copies: "tuple[np.ndarray, np.ndarray]"
) -> "Iterator[tuple[np.ndarray, np.ndarray]]":
    import numpy as np

    order = rows[np.argsort(fields.article[rows], kind="stable")]
    articles = fields.article[order]
    for begin in range(0, len(copies[0]), CHUNK // 8):
        one, two = (side[begin : begin + CHUNK // 8] for side in copies)
        starts, counts = _spans(articles, one)
        others, lengths = _spans(articles, two)
        pair, place = _expand(starts, counts)
        again, second = _expand(others[pair], lengths[pair])
        yield _ordered(order[place[again]], order[second])


def _ranges(
    fields: Fields, queries: "np.ndarray", query_blocks: "np.ndarray", rows: "np.ndarray", blocks: "np.ndarray",
    neighbours: "tuple[np.ndarray, np.ndarray]", *, before: int, after: int,
) -> "Iterator[tuple[np.ndarray, np.ndarray]]":  # fmt: skip
    """Each query with the rows of the neighbouring blocks within these days; each pair once where `before` is 0."""
    import numpy as np

    if len(queries) == 0:
        return
    span = int(fields.day[rows].max() - fields.day[rows].min()) + before + after + 2
    base = int(fields.day[rows].min()) - before
    keys = blocks * span + fields.day[rows] - base
    order = np.lexsort((rows, keys))
    keys, rows = keys[order], rows[order]
    adjoining, starts = neighbours
    step = CHUNK // 8
    for begin in range(0, len(queries), step):
        some, own = queries[begin : begin + step], query_blocks[begin : begin + step]
        query, place = _expand(starts[own], starts[own + 1] - starts[own])
        low = adjoining[place] * span + fields.day[some[query]] - base - before
        left = np.searchsorted(keys, low, side="left")
        counts = np.searchsorted(keys, low + before + after, side="right") - left
        for start, stop in _batches(counts):
            which, found = _expand(left[start:stop], counts[start:stop])
            a, b = some[query[start:stop][which]], rows[found]
            once = a != b if before else (fields.day[b] > fields.day[a]) | (b > a)
            yield _ordered(a[once], b[once])


def _batches(counts: "np.ndarray") -> Iterator[tuple[int, int]]:
    """Cuts of the counts, each of about `CHUNK` in sum."""
    import numpy as np

    total = np.cumsum(counts)
    if len(total) == 0:
        return
    cuts = np.unique(np.searchsorted(total, np.arange(CHUNK, int(total[-1]) + CHUNK, CHUNK), side="left") + 1)
    start = 0
    for stop in np.minimum(cuts, len(counts)).tolist():
        if stop > start:
            yield start, stop
            start = stop


def _cubes(fields: Fields, rows: "np.ndarray", block_km: float) -> "tuple[np.ndarray, tuple[np.ndarray, np.ndarray]]":
    """A number for each row's cube and country, and for each such number those of the adjoining cubes.

    Rows without coordinates are in one cube with all rows of the same place name.
    """
    import numpy as np

    points = fields.point[rows]
    lost = np.isnan(points).any(axis=1)
    cells = np.floor(np.where(lost[:, None], 0, points) / block_km).astype(np.int64) + int(EARTH_KM / block_km) + 1
    names = fields.place[rows][lost] + 1
    cells[lost] = np.stack([names % 100, names // 100 % 100, names // 10_000], axis=1)
    width = int(cells.max(initial=0)) + 3
    countries = fields.country[rows] + 1
    packed = ((countries * width + cells[:, 0] + 1) * width + cells[:, 1] + 1) * width + cells[:, 2] + 1
    known, numbers = np.unique(packed, return_inverse=True)
    steps = [(x * width + y) * width + z for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1)]
    around = known[:, None] + np.array(steps)
    place = np.minimum(np.searchsorted(known, around), max(len(known) - 1, 0))
    there = known[place] == around if len(known) else np.zeros((0, len(steps)), dtype=bool)
    counts = there.sum(axis=1)
    return numbers, (place[there], np.concatenate([[0], np.cumsum(counts)]))


def _expand(starts: "np.ndarray", counts: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
    """For ranges of `counts` numbers from `starts`: the number of each one's range, and the number."""
    import numpy as np

    which = np.repeat(np.arange(len(counts)), counts)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts) + starts[which]


def _spans(ordered: "np.ndarray", wanted: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
    import numpy as np

    left = np.searchsorted(ordered, wanted, side="left")
    return left, np.searchsorted(ordered, wanted, side="right") - left


def _ordered(a: "np.ndarray", b: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
    import numpy as np

    return np.minimum(a, b), np.maximum(a, b)


def _dense(values: "np.ndarray") -> "np.ndarray":
    import numpy as np

    numbers: np.ndarray = np.unique(values, return_inverse=True)[1]
    return numbers


def _max(values: "np.ndarray", a: "np.ndarray", b: "np.ndarray") -> "np.ndarray":
    import numpy as np

    larger: np.ndarray = np.maximum(values[a], values[b])
    return larger
