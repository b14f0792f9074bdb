"""Rules on several columns of a row, each a few passes over whole columns."""

from typing import TYPE_CHECKING, Any

from eventbook.validation.checks.cell_rules import positions
from eventbook.validation.checks.records import Check, Failures
from eventbook.validation.checks.tables import Tables

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def is_determined(tables: Tables, check: Check) -> Failures:
    """The last column is not what the others say it must be.

    `table` lists the allowed combinations, None for empty. Combinations of the first columns that it lacks pass,
    unless `closed`.
    """
    import numpy as np
    import pyarrow as pa

    table = [tuple(row) for row in check.arguments["table"]]
    *keys, target = check.columns
    known = [list(dict.fromkeys(row[n] for row in table)) for n in range(len(check.columns))]
    combination = np.zeros(tables.size, np.int64)
    outside = np.zeros(tables.size, dtype=bool)
    for name, values in zip(keys, known, strict=False):
        codes = _codes(tables.cells[name], values)
        outside |= codes < 0
        combination = combination * len(values) + np.maximum(codes, 0)
    width = int(np.prod([len(values) for values in known[:-1]]))
    fits = np.full((width, len(known[-1]) + 1), not check.arguments.get("closed", False))
    told = _fill(fits, table, known)
    actual = _codes(tables.cells[target], known[-1])
    bad = ~fits[combination, actual]  # a target outside the table has code -1: the last column
    if check.arguments.get("closed", False):
        bad |= outside
    else:
        bad &= ~outside
    bad &= ~_mistyped(tables, check.columns)
    rows = np.flatnonzero(bad)
    return Failures(rows, expected=pa.array(told, pa.string()).take(pa.array(combination[rows])))


def _fill(fits: "np.ndarray", table: list[tuple[Any, ...]], known: list[list[Any]]) -> list[str]:
    """Mark in `fits` what the table allows; what is expected for each combination, as text."""
    allowed: dict[int, list[Any]] = {}
    for row in table:
        place = 0
        for value, values in zip(row[:-1], known, strict=False):
            place = place * len(values) + values.index(value)
        allowed.setdefault(place, []).append(row[-1])
    told = ["a listed combination"] * len(fits)
    for place, targets in allowed.items():
        fits[place, :] = False
        for target in targets:
            fits[place, known[-1].index(target)] = True
        told[place] = " or ".join("nothing" if target is None else str(target) for target in targets)
    return told


def _codes(cells: "pa.Array", values: list[Any]) -> "np.ndarray":
    """The place of each cell among the values, -1 where it is none of them; None stands for empty."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    filled = [value for value in values if value is not None]
    found = pc.index_in(cells, value_set=pa.array(filled, cells.type))
    places = np.array([values.index(value) for value in filled] + [-1], np.int64)
    codes: np.ndarray = places[pc.fill_null(found, -1).to_numpy(zero_copy_only=False)]
    if None in values:
        codes[pc.is_null(cells).to_numpy(zero_copy_only=False)] = values.index(None)
    return codes


def _mistyped(tables: Tables, columns: tuple[str, ...]) -> "np.ndarray":
    """Rows where a cell of these columns could not be read: the type's failure alone."""
    import numpy as np

    bad = np.zeros(tables.size, dtype=bool)
    for name in columns:
        if tables.cells[name].null_count != tables.raw[name].null_count:
            import pyarrow.compute as pc

            from eventbook.validation.checks.cells import as_text

            lost = pc.and_(pc.is_null(tables.cells[name]), pc.is_valid(as_text(tables.raw[name])))
            bad |= lost.to_numpy(zero_copy_only=False)
    return bad


def condition(tables: Tables, when: dict[str, list[Any]]) -> "pa.Array":
    """Rows where every column holds one of its values, or anything where none are listed."""
    import pyarrow as pa
    import pyarrow.compute as pc

    holds = pa.repeat(pa.scalar(True), tables.size)
    for name, values in when.items():
        cells = tables.cells[name]
        here = pc.is_in(cells, value_set=pa.array(values, cells.type)) if values else pc.is_valid(cells)
        holds = pc.and_(holds, here)
    return holds


def is_required_if(tables: Tables, check: Check) -> Failures:
    """Empty although the condition holds."""
    import pyarrow.compute as pc

    empty = pc.is_null(tables.cells[check.columns[-1]])
    return Failures(positions(pc.and_(empty, condition(tables, check.arguments["when"]))))


def is_empty_if(tables: Tables, check: Check) -> Failures:
    """Filled although the condition holds."""
    import pyarrow.compute as pc

    filled = pc.is_valid(tables.cells[check.columns[-1]])
    return Failures(positions(pc.and_(filled, condition(tables, check.arguments["when"]))))


def is_filled_with(tables: Tables, check: Check) -> Failures:
    """The last column is filled without the first, or, with `both`, one of them without the other."""
    import pyarrow.compute as pc

    first, last = (pc.is_valid(tables.cells[name]) for name in check.columns)
    bad = pc.xor(first, last) if check.arguments.get("both") else pc.and_(last, pc.invert(first))
    return Failures(positions(bad))


def is_ordered(tables: Tables, check: Check) -> Failures:
    """A column is greater than the one after it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    bad = pa.repeat(pa.scalar(False), tables.size)
    for lower, higher in zip(check.columns, check.columns[1:], strict=False):
        bad = pc.or_kleene(bad, pc.fill_null(pc.greater(tables.cells[lower], tables.cells[higher]), False))
    return Failures(positions(bad))


def starts_with(tables: Tables, check: Check) -> Failures:
    """The last column does not begin with what the first stands for: `prefixes` by value of the first."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    given, cells = (tables.cells[name] for name in check.columns)
    values, wanted = zip(*check.arguments["prefixes"], strict=True)
    place = pc.index_in(given, value_set=pa.array(values, given.type))
    expected = pa.array(wanted, pa.string()).take(place)
    found = pc.utf8_slice_codeunits(cells, 0, int(check.arguments["length"]))
    rows = positions(pc.not_equal(found, expected))
    return Failures(rows, expected=expected.take(pa.array(rows.astype(np.int64))))
