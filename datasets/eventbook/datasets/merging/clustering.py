"""From pairs of rows to events: the best pairs first, and no two clusters become one whose members contradict.

Rows stand in the order of their ids, so that the outcome depends on what they say and never on how they came.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eventbook.datasets.merging.fields import Fields

if TYPE_CHECKING:
    import numpy as np

CHUNK = 100_000  # links read at once
LINKED = 0.3  # share of the pairs between two clusters that must reach the threshold on their own

Apart = Mapping[int, frozenset[tuple[int, str]]]  # row to the sets of `keep_apart` it is in, and its name there


@dataclass(frozen=True, slots=True)
class Link:
    """A pair to be one event: `forced` by a person, `sure` by the same id or near-identical articles."""

    first: int
    second: int
    score: float
    forced: bool = False
    same_id: bool = False
    copies: bool = False


@dataclass(frozen=True, slots=True)
class Clusters:
    """The cluster of each row, numbered by its first row, and the links that made them, as places in `links`."""

    label: "np.ndarray"
    used: tuple[int, ...]


@dataclass(slots=True)
class _Cluster:
    rows: list[int]
    articles: set[int]
    places: list[int]  # rows with an exact place, one for each place
    days: tuple[int, int] | None
    names: dict[int, set[int]]  # names of actors by group
    apart: set[tuple[int, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Limits:
    """What members of one event may differ by."""

    apart_km: float
    day_window: int


def cluster_rows(count: int, links: "np.ndarray", fields: Fields, *, limits: Limits, apart: Apart) -> Clusters:
    """Join the rows of `links`, a structured array sorted best first with the fields of `Link`.

    Components of two rows that no decision concerns are joined as they are: their pair was scored as a whole.
    """
    import numpy as np

    label = np.arange(count)
    if len(links) == 0:
        return Clusters(label, ())
    component = _components(count, links)
    sizes = np.bincount(component, minlength=count)
    concerned = np.zeros(count, dtype=bool)
    concerned[component[sorted(apart)]] = True
    simple = (sizes[component[links["first"]]] == 2) & ~concerned[component[links["first"]]]
    _, once = np.unique(component[links["first"]][simple], return_index=True)
    used = np.flatnonzero(simple)[once]
    label[links["second"][used]] = label[links["first"][used]]
    rest = np.flatnonzero(~simple)
    joiner = _Joiner(fields, limits, apart, _linked(links[rest], count), count)
    chosen = [place for place, link in zip(rest.tolist(), _read(links[rest]), strict=True) if joiner.join(link)]
    for cluster in joiner.clusters():
        label[cluster] = min(cluster)
    return Clusters(label, tuple(sorted([*used.tolist(), *chosen])))


def _components(count: int, links: "np.ndarray") -> "np.ndarray":
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(links), dtype=np.int8)
    graph = coo_array((ones, (links["first"], links["second"])), shape=(count, count))
    component: np.ndarray = connected_components(graph, directed=False)[1].astype(np.int64)
    return component


def _linked(links: "np.ndarray", count: int) -> frozenset[int]:
    return frozenset((links["first"] * count + links["second"]).tolist())


def _read(links: "np.ndarray") -> Iterator[Link]:
    for begin in range(0, len(links), CHUNK):
        for row in links[begin : begin + CHUNK].tolist():
            yield Link(*row)


class _Joiner:
    """Clusters while they grow."""

    def __init__(self, fields: Fields, limits: Limits, apart: Apart, linked: frozenset[int], count: int) -> None:
        self.fields, self.limits, self.apart, self.linked, self.count = fields, limits, apart, linked, count
        self.of: dict[int, _Cluster] = {}

    def join(self, link: Link) -> bool:
        """Make the clusters of the two rows one; False if they are one already or must not be."""
        one, two = self._cluster(link.first), self._cluster(link.second)
        if one is two or self._contradict(one, two, link):
            return False
        if len(one.rows) < len(two.rows):
            one, two = two, one
        for row in two.rows:
            self.of[row] = one
        one.rows += two.rows
        one.articles |= two.articles
        one.places += [row for row in two.places if not any(self._one_place(row, other) for other in one.places)]
        one.days = _joint(one.days, two.days)
        one.apart |= two.apart
        for group, names in two.names.items():
            one.names.setdefault(group, set()).update(names)
        return True

    def clusters(self) -> list[list[int]]:
        """The rows of each cluster that was made."""
        return [cluster.rows for row, cluster in self.of.items() if row == cluster.rows[0] and len(cluster.rows) > 1]

    def _cluster(self, row: int) -> _Cluster:
        if row not in self.of:
            f = self.fields
            names: dict[int, set[int]] = {}
            for name, group in ((f.first[row], f.first_group[row]), (f.second[row], f.second_group[row])):
                if name >= 0 and not f.sides.generic[name]:
                    names.setdefault(int(group), set()).add(int(name))
            day = int(f.day[row])
            self.of[row] = _Cluster(
                rows=[row], articles={int(f.article[row])}, places=[row] if f.place_rank[row] == 0 else [],
                days=(day, day) if f.slack[row] == 0 else None, names=names, apart=set(self.apart.get(row, ())),
            )  # fmt: skip
        return self.of[row]

    def _contradict(self, one: _Cluster, two: _Cluster, link: Link) -> bool:
        if _kept_apart(one.apart, two.apart):
            return True
        if link.forced:
            return False
        if one.articles & two.articles:
            return True
        if link.same_id:
            return False
        return (
            self._places_apart(one, two)
            or self._days_apart(one, two)
            or (not link.copies and self._names_differ(one, two))
            or not self._linked_enough(one, two)
        )

    def _places_apart(self, one: _Cluster, two: _Cluster) -> bool:
        return any(not self._one_place(a, b) and self._km(a, b) > self.limits.apart_km
                   for a in one.places for b in two.places)  # fmt: skip

    def _one_place(self, a: int, b: int) -> bool:
        return bool(self.fields.place[a] == self.fields.place[b] and self.fields.place[a] >= 0)

    def _km(self, a: int, b: int) -> float:
        gap = self.fields.point[a] - self.fields.point[b]
        return float((gap * gap).sum() ** 0.5)

    def _days_apart(self, one: _Cluster, two: _Cluster) -> bool:
        days = _joint(one.days, two.days)
        return days is not None and days[1] - days[0] > self.limits.day_window

    def _names_differ(self, one: _Cluster, two: _Cluster) -> bool:
        shared = sorted(one.names.keys() & two.names.keys())
        return any(not self._any_same(one.names[group], two.names[group]) for group in shared)

    def _any_same(self, one: set[int], two: set[int]) -> bool:
        from rapidfuzz import fuzz

        from eventbook.datasets.merging.sides import SIMILAR

        if one & two:
            return True
        folded = self.fields.sides.folded
        return any(fuzz.token_set_ratio(folded[a], folded[b]) >= SIMILAR for a in sorted(one) for b in sorted(two))

    def _linked_enough(self, one: _Cluster, two: _Cluster) -> bool:
        a, b = one.rows[:20], two.rows[:20]  # a sample of large clusters, in the order they grew
        found = sum(min(x, y) * self.count + max(x, y) in self.linked for x in a for y in b)
        return found >= LINKED * len(a) * len(b)


def _kept_apart(one: set[tuple[int, str]], two: set[tuple[int, str]]) -> bool:
    return any(number == other and name != called for number, name in one for other, called in two)


def _joint(one: tuple[int, int] | None, two: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or two is None:
        return one or two
    return min(one[0], two[0]), max(one[1], two[1])
