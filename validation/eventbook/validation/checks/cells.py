"""Columns brought to the codebook's types; cells that cannot be are set aside."""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

Parser = Callable[[str], Any]


def arrow_type(kind: str) -> "pa.DataType":
    """The Arrow type of a codebook's type."""
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    return types[kind]


def as_text(column: "pa.ChunkedArray | pa.Array") -> "pa.Array":
    """The cells as text, blanks as null; numbers without a needless fraction, days as YYYY-MM-DD."""
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if pa.types.is_dictionary(whole.type):
        whole = whole.cast(whole.type.value_type)
    kind = whole.type
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return pa.array([None if cell is None else str(cell) for cell in whole.to_pylist()], pa.string())
    if pa.types.is_floating(kind):
        whole = _if_else_null(pc.invert(pc.is_nan(whole)), whole)
    text = whole.cast(pa.string())
    if pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return _if_else_null(pc.not_equal(pc.utf8_trim_whitespace(text), ""), text)
    return pc.replace_substring_regex(text, r"\.0$", "") if pa.types.is_floating(kind) else text


def typed(column: "pa.ChunkedArray", kind: str, *, parsers: Mapping[str, Parser] | None = None) -> "pa.Array":
    """The column in the codebook's type; a cell that is filled but cannot be read so becomes null.

    `parsers` read text as `integer`, `number` or `date`; by default a plain number and YYYY-MM-DD.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = arrow_type(kind)
    if column.type == wanted and kind != "string":
        whole = column.combine_chunks()
        return _if_else_null(pc.is_finite(whole), whole) if kind == "number" else whole
    if kind == "string":
        return as_text(column)
    if pa.types.is_timestamp(column.type) and kind == "date":
        return column.combine_chunks().cast(pa.timestamp("us")).cast(pa.date32(), safe=False)
    if pa.types.is_integer(column.type) and kind in {"integer", "number"}:
        return column.combine_chunks().cast(wanted, safe=False)
    return read_text(as_text(column), kind, (parsers or DEFAULT_PARSERS)[kind])


def read_text(text: "pa.Array", kind: str, parser: Parser) -> "pa.Array":
    """Each different text read once by the parser, which raises ValueError or OverflowError where it cannot."""
    import pyarrow as pa

    encoded = text.dictionary_encode()
    values = pa.array([_or_none(parser, cell) for cell in encoded.dictionary.to_pylist()], arrow_type(kind))
    return values.take(encoded.indices)


def read_integer(text: str) -> int:
    """A whole number that fits 64 bits."""
    number = float(text) if not text.strip().lstrip("+-").isdecimal() else int(text)
    if number != int(number) or not -(2**63) <= number < 2**63:
        raise ValueError(text)
    return int(number)


def read_number(text: str) -> float:
    """A finite number."""
    number = float(text)
    if not math.isfinite(number) or "_" in text:
        raise ValueError(text)
    return number


def read_day(text: str) -> date:
    """A day as YYYY-MM-DD, with or without a time."""
    stripped = text.strip()
    return date.fromisoformat(stripped) if len(stripped) == 10 else datetime.fromisoformat(stripped).date()


DEFAULT_PARSERS: Mapping[str, Parser] = {"integer": read_integer, "number": read_number, "date": read_day}


def _or_none(parser: Parser, cell: str | None) -> Any:
    if cell is None:
        return None
    try:
        return parser(cell)
    except (ValueError, OverflowError):
        return None


def _if_else_null(keep: "pa.Array", column: "pa.Array") -> "pa.Array":
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(keep, column, pa.scalar(None, column.type))
