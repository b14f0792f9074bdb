"""How much speaks for two rows being one event: points for place, day, kind, sides, deaths and words, added up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.merging import Merging, Points
from eventbook.datasets.merging.fields import UNKNOWN_DAY, Fields
from eventbook.datasets.merging.kinds import OTHER, kind_relations
from eventbook.datasets.merging.sides import side_points, similar
from eventbook.datasets.merging.wording import shared_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np

PARTS = ("place", "day", "kind", "sides", "deaths", "words")
WORDS = PARTS.index("words")
SAME_POINT_KM = 1.0  # coordinates of one place in two gazetteers differ by less
GROWTH = 3.0  # times that a first toll may grow by before it speaks against one event


@dataclass(frozen=True, slots=True)
class Texts:
    """Row starts and keyed words of each row (see `hash_words`), and near-identical articles as `a * count + b`."""

    starts: "np.ndarray"
    words: "np.ndarray"
    copy_keys: "np.ndarray"
    count: int


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of rows (first < second) in ascending order, the points of each part, shape (n, 6), and their sum."""

    first: "np.ndarray"
    second: "np.ndarray"
    parts: "np.ndarray"
    score: "np.ndarray"


def score_pairs(
    pairs: "Iterable[tuple[np.ndarray, np.ndarray]]", fields: Fields, texts: Texts, codebook: Codebook
) -> Edges:
    """The pairs that reach the codebook's threshold, each once."""
    import numpy as np

    policy, points = codebook.merging, codebook.merging.points
    relations = kind_relations(fields.kinds, codebook)
    kept: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for first, second in pairs:
        a, b = _possible(first, second, fields, relations)
        parts, out = score_facts(a, b, fields, policy, relations)
        best = parts.sum(axis=1) + np.where(are_copies(a, b, fields, texts), points.copies, points.words_most)
        close = np.flatnonzero(~out & (best >= policy.threshold))
        a, b, parts = a[close], b[close], parts[close]
        parts[:, WORDS] = _words(a, b, fields, texts, points)
        parts = np.round(parts, 3)
        reached = np.round(parts.sum(axis=1), 3) >= policy.threshold
        kept.append((a[reached], b[reached], parts[reached]))
    if not kept:
        kept = [(np.empty(0, np.int64), np.empty(0, np.int64), np.empty((0, len(PARTS))))]
    a, b, parts = (np.concatenate([chunk[n] for chunk in kept]) for n in range(3))
    _, once = np.unique(a * max(len(fields), 1) + b, return_index=True)
    return Edges(a[once], b[once], parts[once], np.round(parts[once].sum(axis=1), 3))


def score_given(first: "np.ndarray", second: "np.ndarray", fields: Fields, texts: Texts, codebook: Codebook) -> Edges:
    """The points of these pairs, whatever they come to."""
    import numpy as np

    parts, _ = score_facts(first, second, fields, codebook.merging, kind_relations(fields.kinds, codebook))
    parts[:, WORDS] = _words(first, second, fields, texts, codebook.merging.points)
    parts = np.round(parts, 3)
    return Edges(first, second, parts, np.round(parts.sum(axis=1), 3))


def _possible(
    a: "np.ndarray", b: "np.ndarray", fields: Fields, relations: "np.ndarray"
) -> "tuple[np.ndarray, np.ndarray]":
    kept = (fields.article[a] != fields.article[b]) & (relations[fields.kind[a], fields.kind[b]] != OTHER)
    return a[kept], b[kept]


def score_facts(
    a: "np.ndarray", b: "np.ndarray", fields: Fields, policy: Merging, relations: "np.ndarray"
) -> "tuple[np.ndarray, np.ndarray]":
    """Points of each part without the words, shape (n, 6), and which pairs contradict each other outright."""
    import numpy as np

    points = policy.points
    place, out = _place(a, b, fields, policy)
    relation = relations[fields.kind[a], fields.kind[b]]
    kind = np.choose(relation, [points.kind_same, points.kind_type, points.kind_confusable, 0.0])
    parts = [
        place, _day(a, b, fields, points), kind, _sides(a, b, fields, points), _deaths(a, b, fields, points),
        np.zeros(len(a)),
    ]  # fmt: skip
    return np.stack(parts, axis=1), out | (relation == OTHER)


def _place(a: "np.ndarray", b: "np.ndarray", fields: Fields, policy: Merging) -> "tuple[np.ndarray, np.ndarray]":
    import numpy as np

    points = policy.points
    apart = np.sqrt(((fields.point[a] - fields.point[b]) ** 2).sum(axis=1))
    named = similar(
        tuple(name.casefold().replace("-", " ") for name in fields.place_names), fields.place[a], fields.place[b]
    )
    named &= fields.place[a] >= 0
    unplaced = np.isnan(apart)
    apart = np.where(unplaced, np.where(named, 0.0, np.inf), apart)
    division = (fields.admin1[a] == fields.admin1[b]) & (fields.admin1[a] >= 0)
    rank_a, rank_b = fields.place_rank[a], fields.place_rank[b]
    exact = (rank_a == 0) & (rank_b == 0)
    last = max(fields.vaguest, 1)
    vaguest = (rank_a == last) | (rank_b == last)
    same = (named & (apart <= policy.apart_km)) | (apart <= SAME_POINT_KM)
    beyond = np.clip((apart - policy.near_km) / max(policy.apart_km - policy.near_km, 1e-9), 0, 1)
    sure = np.where(apart <= policy.near_km, points.place_near, points.place_other * (1 + beyond))
    reach = np.maximum(fields.reach[a], fields.reach[b])
    nearness = np.clip(1 - np.where(np.isinf(apart), 1e9, apart) / reach, 0, 1)
    loose = np.where((rank_a == last) & (rank_b == last), np.where(same, points.place_vague_both, 0.0),
                     np.where(same & ~vaguest, points.place_same - 0.5, points.place_vague * nearness))  # fmt: skip
    loose = loose + np.where(division, points.admin1_same, 0.0)
    out = np.where(exact, ~same & (apart > policy.apart_km), (apart > reach) & ~(division & vaguest))
    return np.where(exact, np.where(same, points.place_same, sure), loose), out


def _day(a: "np.ndarray", b: "np.ndarray", fields: Fields, points: Points) -> "np.ndarray":
    import numpy as np

    gap = np.abs(fields.day[a] - fields.day[b])
    slack = np.maximum(fields.slack[a], fields.slack[b])
    known = np.where(gap == 0, points.day_same, points.day_off * gap)
    return np.where(slack == 0, known, points.day_within + points.day_off * np.clip(gap - slack, 0, None))


def _sides(a: "np.ndarray", b: "np.ndarray", fields: Fields, points: Points) -> "np.ndarray":
    """The better of first with first and first with second: which side is named first has little meaning."""
    import numpy as np

    one = [(fields.first[x], fields.first_group[x]) for x in (a, b)]
    two = [(fields.second[x], fields.second_group[x]) for x in (a, b)]
    straight = side_points(fields, points, one[0], one[1]) + side_points(fields, points, two[0], two[1])
    crossed = side_points(fields, points, one[0], two[1]) + side_points(fields, points, two[0], one[1])
    with_a, with_b = fields.associates[a], fields.associates[b]
    told = np.where(with_a == with_b, points.associates_same, points.associates_other)
    sides: np.ndarray = np.maximum(straight, crossed) + np.where((with_a >= 0) & (with_b >= 0), told, 0.0)
    return sides


def _deaths(a: "np.ndarray", b: "np.ndarray", fields: Fields, points: Points) -> "np.ndarray":
    import numpy as np

    one, two = fields.deaths[a], fields.deaths[b]
    low, high = np.minimum(one, two), np.maximum(one, two)
    told = low > 0
    equal = np.minimum(points.deaths_same * np.log2(np.maximum(high, 1)), points.deaths_same_most)
    ratio = high / np.maximum(low, 1)
    later = np.where(two > one, fields.published[b] - fields.published[a], fields.published[a] - fields.published[b])
    dated = (fields.published[a] != UNKNOWN_DAY) & (fields.published[b] != UNKNOWN_DAY)
    grows = dated & (later > 0)
    differ = np.maximum(points.deaths_differ * np.log2(np.maximum(np.where(grows, ratio / GROWTH, ratio), 1)),
                        points.deaths_differ_least)  # fmt: skip
    both = np.where(low == high, equal, np.where(grows & (ratio <= GROWTH), points.deaths_grow, differ))
    # one report says nothing of deaths: little evidence, unless there were many
    silent = np.maximum(points.deaths_differ * np.log2(np.maximum(high, 1)) / 4, points.deaths_differ_least / 2)
    return np.where(told, both, np.where(high > 0, silent, points.deaths_none))


def _words(a: "np.ndarray", b: "np.ndarray", fields: Fields, texts: Texts, points: Points) -> "np.ndarray":
    import numpy as np

    shared = shared_words(texts.starts, texts.words, a, b)
    worth = np.clip(points.words_slope * (shared - points.words_pivot), points.words_least, points.words_most)
    worth = np.where(np.isnan(worth), 0.0, worth)
    return np.where(are_copies(a, b, fields, texts), points.copies, worth)


def are_copies(a: "np.ndarray", b: "np.ndarray", fields: Fields, texts: Texts) -> "np.ndarray":
    """Whether the articles of each pair of rows are near-identical."""
    import numpy as np

    one, two = fields.article[a], fields.article[b]
    keys = np.minimum(one, two) * texts.count + np.maximum(one, two)
    if len(texts.copy_keys) == 0:
        return np.zeros(len(keys), dtype=bool)
    place = np.minimum(np.searchsorted(texts.copy_keys, keys), len(texts.copy_keys) - 1)
    found: np.ndarray = texts.copy_keys[place] == keys
    return found
