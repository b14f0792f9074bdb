"""What the names of sides say about one another: the same actor, a template that fits, or two different actors."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.merging import Points

if TYPE_CHECKING:
    import numpy as np

    from eventbook.datasets.merging.fields import Fields

SIMILAR = 90.0  # token_set_ratio from which two names are one actor's


@dataclass(frozen=True, slots=True)
class SideNames:
    """All names of sides; for each whether it is a template's, and whether it says only that somebody armed acted."""

    names: tuple[str, ...]
    generic: "np.ndarray"
    unknown: "np.ndarray"
    folded: tuple[str, ...]


def read_side_names(names: tuple[str, ...], codebook: Codebook) -> SideNames:
    """Tell the codebook's templates from names of their own."""
    import numpy as np

    actors = codebook.actors
    unknown_of = {category for category in actors.classes.armed if category not in actors.classes.state}
    templates = [
        (re.compile(_pattern(template.name)), template.category in unknown_of)
        for template in actors.templates.values() if "{community}" not in template.name
    ]  # fmt: skip
    generic = np.zeros(len(names) + 1, dtype=bool)  # the last entry answers for -1, an empty cell
    unknown = np.zeros(len(names) + 1, dtype=bool)
    for place, name in enumerate(names):
        for pattern, armed in templates:
            if pattern.fullmatch(name):
                generic[place], unknown[place] = True, unknown[place] or armed
    return SideNames(names, generic, unknown, tuple(_fold(name) for name in names))


def category_groups(labels: tuple[str, ...], codebook: Codebook) -> tuple["np.ndarray", "np.ndarray"]:
    """The group of each category by its code, -1 last for an empty cell; by group, whether unknown attackers fit."""
    import numpy as np

    actors = codebook.actors
    classes = [set(actors.classes.state), set(actors.classes.crowd)]
    ids = {str(name): category.id for category in actors.categories for name in (category.label, category.code)}
    numbers: dict[str, int] = {}
    groups, armed = [], []
    for label in labels:
        category = ids.get(label, label)
        name = next((f"class {n}" for n, members in enumerate(classes) if category in members), category)
        if name not in numbers:
            numbers[name] = len(numbers)
            armed.append(category in actors.classes.armed and category not in actors.classes.state)
        groups.append(numbers[name])
    return np.array([*groups, -1], dtype=np.int64), np.array([*armed, False])


def _pattern(template: str) -> str:
    text = re.escape(template)
    return re.sub(r"\\\{\w+\\\}", r".+", text) + r"(?: \(\d{4}-(?:\d{4})?\))?"


def _fold(name: str) -> str:
    """The name without country or years in brackets, letters and digits alone."""
    bare = re.sub(r"\([^)]*\)", " ", name) or name
    return " ".join(re.findall(r"\w+", bare.casefold()))


def same_names(names: SideNames, first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Whether two coded names mean one actor; False where either is empty."""
    import numpy as np

    given: np.ndarray = (first >= 0) & (second >= 0)
    same: np.ndarray = similar(names.folded, first, second) & ~_templates_differ(names, first, second) & given
    return same


def side_points(
    fields: "Fields", points: Points, one: "tuple[np.ndarray, np.ndarray]", two: "tuple[np.ndarray, np.ndarray]"
) -> "np.ndarray":
    """Points for pairs of sides, each given as codes of names and groups of categories."""
    import numpy as np

    names = fields.sides
    (a, group_a), (b, group_b) = one, two
    same = same_names(names, a, b)
    specific = ~names.generic[a] | ~names.generic[b]
    fits = (group_a == group_b) | (group_a < 0) | (group_b < 0)
    fits |= names.unknown[a] & fields.armed_group[group_b]
    fits |= names.unknown[b] & fields.armed_group[group_a]
    both = ~names.generic[a] & ~names.generic[b]
    result = np.where(fits & ~both, points.side_found, np.where(both, points.side_other, points.side_category))
    result = np.where(same, np.where(specific, points.side_named, points.side_generic), result)
    missing: np.ndarray = (a < 0) | (b < 0)
    settled: np.ndarray = np.where(missing, np.where((a < 0) & (b < 0), 0.0, points.side_found), result)
    return settled


def _templates_differ(names: SideNames, first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Templates are compared whole: `Military Forces` and `Military Forces Prison Guards` share all words of one."""
    differ: np.ndarray = (first != second) & (names.generic[first] | names.generic[second])
    return differ


def similar(folded: tuple[str, ...], first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Whether two coded names are alike; each pair of distinct names is compared once."""
    import numpy as np

    result: np.ndarray = first == second
    todo = np.flatnonzero(~result & (first >= 0) & (second >= 0))
    if len(todo) == 0:
        return result
    from rapidfuzz import fuzz, process

    low, high = np.minimum(first[todo], second[todo]), np.maximum(first[todo], second[todo])
    pairs, where = np.unique(low * len(folded) + high, return_inverse=True)
    a, b = [folded[p // len(folded)] for p in pairs.tolist()], [folded[p % len(folded)] for p in pairs.tolist()]
    scores = process.cpdist(a, b, scorer=fuzz.token_set_ratio, score_cutoff=SIMILAR)
    result[todo] = np.asarray(scores)[where] >= SIMILAR
    return result
