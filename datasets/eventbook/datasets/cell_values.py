"""One cell as a person writes it, checked against the column it is for."""

import difflib
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from eventbook.datasets.cells import cell_text, is_nested, is_text

if TYPE_CHECKING:
    import pyarrow as pa


def parse_cell(value: Any, field: "pa.Field", column: "pa.ChunkedArray | None" = None) -> Any:
    """The value as the column's type holds it; empty text means missing. Raises ValueError saying what was expected.

    Categories are those of `column`, where it has some.
    """
    import pyarrow as pa

    kind = field.type
    if value is None or value == "":
        return None
    if pa.types.is_dictionary(kind):
        return _category(str(value), column)
    if is_text(kind):
        return str(value)
    try:
        return pa.scalar(_convert(value, kind), type=kind).as_py()
    except (ValueError, TypeError, OverflowError, pa.ArrowException) as error:
        raise ValueError(f"{value!r} does not fit the column: expected {_expected(kind)}") from error


def stored_value(value: Any) -> Any:
    """The value as JSON holds it: numbers, truth values, texts and lists as they are, all else as text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list):
        return [stored_value(item) for item in value]
    return cell_text(value)


def _convert(value: Any, kind: "pa.DataType") -> Any:
    import pyarrow as pa

    if not isinstance(value, str):
        if pa.types.is_integer(kind) and (isinstance(value, bool) or value != int(value)):
            raise ValueError("not a whole number")
        return value
    text = value.strip()
    if pa.types.is_boolean(kind):
        return {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}.get(text.lower(), text)
    if pa.types.is_integer(kind):
        return int(text)
    if pa.types.is_floating(kind):
        return float(text)
    if pa.types.is_date(kind):
        return date.fromisoformat(text)
    if pa.types.is_timestamp(kind):
        return datetime.fromisoformat(text)
    return json.loads(text) if is_nested(kind) else text


def _category(text: str, column: "pa.ChunkedArray | None") -> str:
    allowed = [str(item) for chunk in column.chunks for item in chunk.dictionary.to_pylist()] if column else []
    if allowed and text not in allowed:
        near = difflib.get_close_matches(text, allowed, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(dict.fromkeys(allowed))}"
        raise ValueError(f"{text!r} is not allowed; {hint}")
    return text


def _expected(kind: "pa.DataType") -> str:
    import pyarrow as pa

    if pa.types.is_integer(kind):
        return f"a whole number ({kind})"
    if pa.types.is_floating(kind):
        return "a number"
    if pa.types.is_date(kind):
        return "a date such as 2024-02-29"
    if pa.types.is_boolean(kind):
        return "true or false"
    return f"a value of type {kind}" + (", written as JSON" if is_nested(kind) else "")
