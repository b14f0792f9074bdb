"""Rows taken in another order, also from text columns too large for one array of Arrow's `string`."""

from typing import TYPE_CHECKING

from eventbook.datasets.cells import is_text

if TYPE_CHECKING:
    import pyarrow as pa

_LARGE = 2**30  # bytes; taking joins chunks, and `string` counts its bytes in 31 bits


def take_rows(table: "pa.Table", rows: "pa.Array") -> "pa.Table":
    """The rows of these numbers, in this order."""
    import pyarrow as pa

    return pa.table([take_cells(column, rows) for column in table.columns], schema=table.schema)


def take_cells(column: "pa.ChunkedArray", rows: "pa.Array") -> "pa.ChunkedArray":
    """The cells of these row numbers, in this order."""
    import pyarrow as pa

    if not is_text(column.type) or column.nbytes < _LARGE:
        return column.take(rows)
    wide = pa.concat_arrays(column.cast(pa.large_string()).chunks)
    step = max(1, len(column) * (_LARGE // 4) // column.nbytes)
    pieces = [wide.take(rows.slice(start, step)).cast(column.type) for start in range(0, len(rows), step)]
    return pa.chunked_array(pieces, type=column.type)
