"""Cells of any Arrow type as text that reads well and tells every two values apart."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


def is_nested(kind: "pa.DataType") -> bool:
    """Whether cells of this type are lists, structs or maps."""
    import pyarrow as pa

    return bool(pa.types.is_nested(kind))


def is_text(kind: "pa.DataType") -> bool:
    """Whether cells of this type are strings, whatever their layout."""
    import pyarrow as pa

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def texts(column: "pa.ChunkedArray") -> "pa.Array":
    """Each cell as text, null as null. Dates ISO 8601, floats as Python's `repr`, nested values as JSON."""
    import pyarrow as pa

    return pa.array([cell_text(value) for value in column.to_pylist()], type=pa.string())


def cell_text(value: Any) -> str | None:
    """One cell as text, None as None."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, default=cell_text, ensure_ascii=False, sort_keys=True)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
