"""Cells in other spellings brought to the codebook's: dates, numeric codes, synonyms, dashes, decimal commas."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import Column
from eventbook.validation.checks.cells import as_text

if TYPE_CHECKING:
    import pyarrow as pa

DateOrder = Literal["dmy", "mdy"]

# English names of months, as strptime has them in the C locale. Years have four digits: two leave the century open.
_FORMATS = (
    "%d %B %Y", "%d %b %Y", "%d-%B-%Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%Y/%m/%d", "%Y.%m.%d",
    "%Y%m%d", "%d.%m.%Y",
)  # fmt: skip
_SLASHED = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T].*)?\s*")
_CHANGED = 3  # examples of changed spellings that a note gives


def read_cells(
    table: "pa.Table", codebook: Codebook, *, date_order: DateOrder | None = None
) -> "tuple[pa.Table, list[str]]":
    """The table with the codebook's columns respelt, and a note on each that was; what is not understood stays."""
    import pyarrow as pa

    notes: list[str] = []
    for column in codebook.columns:
        if column.name not in table.column_names:
            continue
        kind = table[column.name].type
        if column.type != "string" and not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
            continue
        respelt, said = _respell(as_text(table[column.name]), column, codebook, date_order)
        notes += said
        position = table.column_names.index(column.name)
        table = table.set_column(position, column.name, respelt)
    return table, notes


def _respell(
    cells: "pa.Array", column: Column, codebook: Codebook, date_order: DateOrder | None
) -> "tuple[pa.Array, list[str]]":
    import pyarrow as pa

    encoded = cells.dictionary_encode()
    values: list[str | None] = encoded.dictionary.to_pylist()
    made, notes = respellings([value for value in values if value is not None], column, codebook, date_order)
    spelt = pa.array([None if value is None else made[value] for value in values], pa.string())
    return spelt.take(encoded.indices), notes


def respellings(
    values: Iterable[str], column: Column, codebook: Codebook, date_order: DateOrder | None = None
) -> tuple[dict[str, str | None], list[str]]:
    """The codebook's spelling of each text in a column (None: empty), itself where unknown; and notes for people."""
    values, notes = list(values), []
    if column.type == "date":
        order, warning = _order_of(values, date_order)
        notes += [f"{column.name}: {warning}"] if warning else []
        read: Callable[[str], str | None] = lambda text: _day(text, order)  # noqa: E731
    elif column.type == "integer":
        read = _whole_number
    elif column.type == "number":
        read = _number
    else:
        known = _synonyms(column, codebook)
        read = lambda text: _synonym(text, known)  # noqa: E731
    made = {value: read(value) for value in values}
    changed = [(old, new) for old, new in made.items() if old.strip() != new]
    if changed:
        shown = ", ".join(f"{old} as {new if new is not None else 'nothing'}" for old, new in changed[:_CHANGED])
        more = f" and {len(changed) - _CHANGED} more spellings" if len(changed) > _CHANGED else ""
        notes.append(f"{column.name}: read {shown}{more}")
    return made, notes


def column_meant(name: str, codebook: Codebook) -> str:
    """The codebook's column, or `article_id`, where the name differs in case, blanks or hyphens alone; else itself."""
    known = {_plain(column.name): column.name for column in codebook.columns} | {"article_id": "article_id"}
    return known.get(_plain(name), name)


def _plain(name: str) -> str:
    return "_".join(name.lower().replace("-", " ").replace("_", " ").split())


def _order_of(values: Iterable[str], given: DateOrder | None) -> tuple[DateOrder | None, str]:
    """Whether the day or the month comes first in dates such as 25/12/2024, and a warning where nothing tells."""
    pairs = [(int(m[1]), int(m[2])) for value in values if (m := _SLASHED.fullmatch(value))]
    if given or not pairs:
        return given, ""
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if day_first and month_first:
        return None, "some dates have the day first and some the month; write them as YYYY-MM-DD"
    if not day_first and not month_first and any(first != second for first, second in pairs):
        return None, "dates such as 03/04/2025 may have day or month first; say which with --date-order"
    return ("dmy" if day_first else "mdy"), ""


def _day(text: str, order: DateOrder | None) -> str:
    """The day as YYYY-MM-DD; the text itself where it is none."""
    stripped = " ".join(text.split())
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}", stripped):
            return datetime.fromisoformat(stripped).date().isoformat()
        if match := _SLASHED.fullmatch(stripped):
            if order is None and match[1] != match[2]:
                return stripped
            first, second, year = (int(part) for part in match.groups())
            day, month = (first, second) if order == "dmy" else (second, first)
            return date(year, month, day).isoformat()
    except ValueError:
        return stripped
    for form in _FORMATS:
        try:
            return datetime.strptime(stripped, form).date().isoformat()
        except ValueError:
            continue
    return stripped


def _whole_number(text: str) -> str:
    """Without separators of thousands; the text itself where that is not certain."""
    stripped = text.strip().replace("\u2212", "-")
    return stripped.replace(",", "") if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.0+)?", stripped) else stripped


def _number(text: str) -> str:
    """A single comma is a decimal comma; the text itself where that is not certain."""
    stripped = text.strip().replace("\u2212", "-")
    return stripped.replace(",", ".") if re.fullmatch(r"[+-]?\d+,\d+", stripped) else stripped


def _synonym(text: str, known: Mapping[str, str | None]) -> str | None:
    stripped = " ".join(text.split()) if "\n" not in text else text.strip()
    if stripped in known:
        return known[stripped]
    dashed = re.sub(r"\s*[\u2012-\u2015]\s*", "-", stripped)
    return known.get(dashed, stripped)


def _synonyms(column: Column, codebook: Codebook) -> dict[str, str | None]:
    """Spelling to value: the codebook's synonyms, the codes of categories and of their pairs, the values themselves."""
    known: dict[str, str | None] = {str(value): str(value) for value in codebook.allowed_values(column) or ()}
    categories = codebook.actors.categories
    if column.allowed_from == "categories":
        known |= {str(category.code): category.label for category in categories}
        known.setdefault("0", None)
    if column.allowed_from == "interactions":
        for one in categories:
            known.setdefault(f"{one.code}0", codebook.write_interaction(one.id, None))
            for other in categories:
                lower, higher = sorted((one.code, other.code))
                known.setdefault(f"{lower}{higher}", codebook.write_interaction(one.id, other.id))
    return known | dict(column.also_read)
