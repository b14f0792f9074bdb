"""Rules on one column: its type, whether it is filled, what may stand in it."""

from typing import TYPE_CHECKING

from eventbook.validation.checks.cells import as_text
from eventbook.validation.checks.records import WHOLE_TABLE, Check, Failures
from eventbook.validation.checks.tables import Tables

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def positions(mask: "pa.Array") -> "np.ndarray":
    """Where a mask is true; null counts as false."""
    import numpy as np
    import pyarrow.compute as pc

    found: np.ndarray = np.flatnonzero(pc.fill_null(mask, False).to_numpy(zero_copy_only=False))
    return found


def is_missing(tables: Tables, check: Check) -> Failures:
    """The table lacks the column."""
    import numpy as np

    missing = check.columns[0] not in tables.cells
    return Failures(np.array([WHOLE_TABLE] if missing else [], np.int64))


def is_of_type(tables: Tables, check: Check) -> Failures:
    """Filled as it came, but not readable in the codebook's type."""
    import pyarrow as pa
    import pyarrow.compute as pc

    (name,) = check.columns
    read = tables.cells[name]
    if read.null_count == tables.raw[name].null_count:
        return Failures(positions(pa.nulls(0, pa.bool_())))
    filled = pc.is_valid(as_text(tables.raw[name]))
    return Failures(positions(pc.and_(filled, pc.is_null(read))))


def is_filled(tables: Tables, check: Check) -> Failures:
    """Empty as it came; a cell of the wrong type is the type's failure alone."""
    import pyarrow as pa
    import pyarrow.compute as pc

    (name,) = check.columns
    if tables.cells[name].null_count == 0:
        return Failures(positions(pa.nulls(0, pa.bool_())))
    return Failures(positions(pc.is_null(as_text(tables.raw[name]))))


def is_allowed(tables: Tables, check: Check) -> Failures:
    """Not on the closed list; `each` splits the cell at its separator first."""
    import pyarrow as pa
    import pyarrow.compute as pc

    (name,) = check.columns
    cells = tables.cells[name]
    known = pc.is_in(cells, value_set=pa.array(check.arguments["allowed"], cells.type))
    rows = positions(pc.and_(pc.is_valid(cells), pc.invert(known)))
    return Failures(rows, expected=_nearest(cells.take(pa.array(rows)), check.arguments["allowed"]))


def matches(tables: Tables, check: Check) -> Failures:
    """The whole cell does not fit the pattern (RE2 syntax, linear time)."""
    import pyarrow.compute as pc

    (name,) = check.columns
    pattern = rf"\A(?:{check.arguments['pattern']})\z"
    fits = pc.match_substring_regex(as_text(tables.cells[name]), pattern)
    return Failures(positions(pc.invert(fits)))


def is_in_range(tables: Tables, check: Check) -> Failures:
    """Below the minimum or above the maximum."""
    import pyarrow.compute as pc

    (name,) = check.columns
    cells = tables.cells[name]
    low, high = check.arguments.get("minimum"), check.arguments.get("maximum")
    mask = pc.is_null(cells, nan_is_null=True)
    bad = pc.and_(mask, False)
    if low is not None:
        bad = pc.or_kleene(bad, pc.less(cells, low))
    if high is not None:
        bad = pc.or_kleene(bad, pc.greater(cells, high))
    return Failures(positions(pc.and_(bad, pc.invert(mask))))


def is_unique(tables: Tables, check: Check) -> Failures:
    """The same values in several rows, all of which fail; rows with an empty cell are left out.

    A cell of the `optional` columns may be empty, and is then like another empty one.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = np.zeros(tables.size, np.int64)
    filled = np.ones(tables.size, dtype=bool)
    for name in check.columns:
        encoded = tables.cells[name].dictionary_encode()
        if name not in check.arguments.get("optional", ()):
            filled &= pc.is_valid(tables.cells[name]).to_numpy(zero_copy_only=False)
        size = len(encoded.dictionary)
        codes = codes * (size + 1) + pc.fill_null(encoded.indices, size).to_numpy(zero_copy_only=False)
        _, codes = np.unique(codes, return_inverse=True)  # keeps the product of many columns in 64 bits
    counts = np.bincount(codes[filled], minlength=1)
    rows = np.flatnonzero(filled)[counts[codes[filled]] > 1]
    return Failures(rows, expected=pc.cast(pa.array(counts[codes[rows]]), pa.string()))


def _nearest(values: "pa.Array", allowed: "list[object]") -> "pa.Array":
    """For each value what was probably meant, or the list where it is short."""
    import difflib

    import pyarrow as pa
    import pyarrow.compute as pc

    options = [str(value) for value in allowed]
    encoded = pc.cast(values, pa.string()).dictionary_encode()
    listed = ", ".join(options[:8]) + (f" and {len(options) - 8} more" if len(options) > 8 else "")
    told = []
    for number, value in enumerate(encoded.dictionary.to_pylist()):
        near = difflib.get_close_matches(value, options, n=1, cutoff=0.75) if number < 500 else []  # costly
        told.append(f"one of the codebook's values, perhaps {near[0]}" if near else f"one of {listed}")
    return pa.array(told, pa.string()).take(encoded.indices)
