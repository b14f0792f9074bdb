"""What changed from the parent version, in figures."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.validation.checks.cells import as_text

if TYPE_CHECKING:
    import pyarrow as pa

_LISTED = 20  # ids of each list


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows added, removed and changed; changed cells by column, the most first."""

    added: int
    removed: int
    changed: int
    cells: tuple[tuple[str, int], ...]
    added_ids: tuple[str, ...]
    removed_ids: tuple[str, ...]
    changed_ids: tuple[str, ...]


def compare(before: "pa.Table", after: "pa.Table", *, key: str) -> Changes:
    """The difference of two tables of rows by their key; the first row of a repeated key stands for it."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    old_ids, new_ids = as_text(before[key]), as_text(after[key])
    added = new_ids.filter(pc.invert(pc.is_in(new_ids, value_set=old_ids)))
    removed = old_ids.filter(pc.invert(pc.is_in(old_ids, value_set=new_ids)))
    place = pc.index_in(new_ids, value_set=old_ids)
    both = np.flatnonzero(pc.is_valid(place).to_numpy(zero_copy_only=False))
    matched = place.take(pa.array(both))
    changed = np.zeros(len(both), dtype=bool)
    cells = []
    for name in after.column_names:
        if name == key or name not in before.column_names or not len(both):
            continue
        old, new = as_text(before[name]).take(matched), as_text(after[name]).take(pa.array(both))
        same = pc.or_(pc.and_(pc.is_null(old), pc.is_null(new)), pc.fill_null(pc.equal(old, new), False))
        differs = ~same.to_numpy(zero_copy_only=False)
        changed |= differs
        if differs.any():
            cells.append((name, int(differs.sum())))
    touched = new_ids.take(pa.array(both[changed]))
    return Changes(
        len(added), len(removed), int(changed.sum()), tuple(sorted(cells, key=lambda cell: (-cell[1], cell[0]))),
        _first(added), _first(removed), _first(touched),
    )  # fmt: skip


def _first(ids: "pa.Array") -> tuple[str, ...]:
    return tuple(str(value) for value in sorted(ids.drop_null().to_pylist())[:_LISTED])
