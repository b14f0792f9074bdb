"""People's decisions on which rows are one event, read against the rows that there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from eventbook.datasets.merging.records import Decisions, MergingError

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Told:
    """`apart`: row to the sets of keep_apart it is in and its name there; `joined`: pairs that are one event."""

    apart: dict[int, frozenset[tuple[int, str]]]
    joined: "tuple[np.ndarray, np.ndarray]"
    unused: tuple[str, ...]


def read_decisions(decisions: Decisions, event_ids: Sequence[str], row_ids: Sequence[str]) -> Told:
    """Find the rows that decisions name; raises MergingError where a pair is both joined and kept apart."""
    import numpy as np

    apart_sets = sorted(sorted(names) for names in decisions.keep_apart)
    join_sets = sorted(sorted(names) for names in decisions.join)
    wanted = {name for names in [*apart_sets, *join_sets] for name in names}
    rows = _rows_of(wanted, event_ids, row_ids)
    problems = [f"keep_apart {names[0]!r}: expected two names or more" for names in apart_sets if len(names) < 2]
    problems += [f"join {names}: expected two names or more" for names in join_sets if len(names) < 2]
    problems += _both(apart_sets, join_sets)
    if problems:
        raise MergingError(problems)
    apart: dict[int, set[tuple[int, str]]] = {}
    for number, names in enumerate(apart_sets):
        for name in names:
            for row in rows.get(name, ()):
                apart.setdefault(row, set()).add((number, name))
    pairs = []
    for names in join_sets:
        members = sorted({row for name in names for row in rows.get(name, ())})
        pairs += [(members[0], member) for member in members[1:]]
    joined = np.array(sorted(set(pairs)), dtype=np.int64).reshape(-1, 2)
    unused = tuple(sorted(name for name in wanted if name not in rows))
    return Told({row: frozenset(sets) for row, sets in apart.items()}, (joined[:, 0], joined[:, 1]), unused)


def _rows_of(wanted: set[str], event_ids: Sequence[str], row_ids: Sequence[str]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    if wanted:
        for place, names in enumerate(zip(event_ids, row_ids, strict=True)):
            for name in names:
                if name in wanted:
                    rows.setdefault(name, []).append(place)
    return rows


def _both(apart_sets: list[list[str]], join_sets: list[list[str]]) -> list[str]:
    """Pairs that joining, also through others, makes one, though they are kept apart."""
    groups: list[set[str]] = []
    for names in join_sets:
        touching = [group for group in groups if group & set(names)]
        groups = [group for group in groups if not group & set(names)] + [set(names).union(*touching)]
    return [
        f"{one} and {two} are both joined and kept apart; take one of the two decisions back"
        for names in apart_sets for one, two in combinations(names, 2)
        if any(one in group and two in group for group in groups)
    ]  # fmt: skip
