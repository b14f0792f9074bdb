"""The tables of a release: all events of a version, and of the other tables what may be shown of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.manifest import Manifest

if TYPE_CHECKING:
    import pyarrow as pa

# Characters of an article's words that a release repeats at most: a clause, enough to find and to judge the place, and
# far below what stands for an article. Headlines are bibliography and may be longer.
LONGEST_QUOTE, LONGEST_TITLE = 120, 200
EVENTS = "events"
_LIMITS = {"quote": LONGEST_QUOTE, "title": LONGEST_TITLE}
_ALWAYS = ("evidence", "sources")  # written even if empty


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a released table; `kind` is string, integer, number or date, `labels` what its numbers mean."""

    name: str
    kind: str
    description: str
    unit: str = ""
    required: bool = False
    allowed: tuple[Any, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    example: str = ""
    labels: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table of a release with what each column means.

    `key` is empty where rows have no key; `references` says which columns name rows of which table: the columns
    here, the table, the columns there.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]
    rows: "pa.Table"


def released_tables(dataset: Dataset, manifest: Manifest, codebook: Codebook) -> tuple[ReleasedTable, ...]:
    """The events and, as far as the version has them, the tables of `tables.yaml`.

    Only lines of events are kept (not those of rows in quarantine), only the columns that `tables.yaml` names, and
    quotes and headlines are cut. `reports` are left out where each event has one report only, tables but the evidence
    and the sources where they have no line.
    """
    events = dataset.table(EVENTS, version=manifest.number)
    key = manifest.tables[EVENTS].key[0]
    told = {column.name: column for column in _codebook_columns(codebook)}
    made = [
        ReleasedTable(
            EVENTS, codebook.head.title, "One row is one event.", _described(events, told), (key,), (), events
        )
    ]
    for name, entry in _entries().items():
        if name not in manifest.tables:
            continue
        table = _shown(dataset.table(name, version=manifest.number), entry, events, key, told=name == "reports")
        if (name == "reports" and table.num_rows == events.num_rows) or not (name in _ALWAYS or table.num_rows):
            continue
        id_column = key if name == "reports" else "event_id"
        unique = [id_column if column == "event_id" else column for column in entry.get("key", [])]
        made.append(
            ReleasedTable(
                name, entry["title"], entry["description"], _described(table, told | _own_columns(table, entry, key)),
                tuple(unique) if _is_key(table, unique) else (), (((id_column,), EVENTS, (key,)),), table,
            )
        )  # fmt: skip
    return tuple(_linked(made, key))


def _linked(tables: list[ReleasedTable], key: str) -> list[ReleasedTable]:
    """Evidence and contradictions refer to the sources too, where every line does."""
    from dataclasses import replace

    sources = next((table for table in tables if table.name == "sources"), None)
    if sources is None:
        return tables
    pair = ("event_id", "article_id")
    known = _pairs(sources.rows, pair)
    linked = []
    for table in tables:
        here = pair if table.name != "reports" else (key, "article_id")
        if table.name in {EVENTS, "sources"} or not {*here} <= {*table.rows.column_names}:
            linked.append(table)
            continue
        if _pairs(table.rows, here) <= known:
            table = replace(table, references=(*table.references, (here, "sources", pair)))
        linked.append(table)
    return linked


def _own_columns(table: "pa.Table", entry: Mapping[str, Any], key: str) -> dict[str, Column]:
    """The columns that `tables.yaml` names, by name or by the start of it."""
    found = {name: _column(name, text.format(key=key, **_LIMITS)) for name, text in entry["columns"].items()}
    for prefix, text in entry.get("prefixes", {}).items():
        names = [name for name in table.column_names if name.startswith(prefix)]
        found |= {name: _column(name, text.format(column=name.removeprefix(prefix))) for name in names}
    return found


def _is_key(table: "pa.Table", columns: list[str]) -> bool:
    if not columns or not {*columns} <= {*table.column_names}:
        return False
    return bool(table.group_by(columns, use_threads=False).aggregate([]).num_rows == table.num_rows)


def _pairs(table: "pa.Table", columns: tuple[str, str]) -> set[tuple[Any, Any]]:
    unique = table.select(list(columns)).group_by(list(columns), use_threads=False).aggregate([])
    return set(zip(*(unique[column].to_pylist() for column in columns), strict=True))


def _shown(
    table: "pa.Table", entry: Mapping[str, Any], events: "pa.Table", key: str, *, told: bool
) -> "pa.Table":  # fmt: skip
    """The lines of events, in the columns that may be shown; with `told` also in those of the events."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = {*_own_columns(table, entry, key), *(events.column_names if told else ())}
    shown = table.select([name for name in table.column_names if name in wanted])
    ids = shown[key if told else "event_id"].cast(pa.string())
    shown = shown.filter(pc.is_in(ids, value_set=events[key].cast(pa.string()).combine_chunks()))
    for name, most in (("quote", LONGEST_QUOTE), ("title", LONGEST_TITLE)):
        if name in entry["columns"] and name in shown.column_names:
            cut = pc.utf8_slice_codeunits(shown[name].cast(pa.string()), 0, most)
            shown = shown.set_column(shown.column_names.index(name), shown.schema.field(name), cut)
    return shown


def _described(table: "pa.Table", told: Mapping[str, Column]) -> tuple[Column, ...]:
    """A description of each column, with the kind that the table has."""
    from dataclasses import replace

    return tuple(
        replace(told.get(field.name, Column(field.name, "", "")), kind=_kind(field.type)) for field in table.schema
    )


def _kind(kind: "pa.DataType") -> str:
    import pyarrow as pa

    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    return "date" if pa.types.is_date(kind) else "string"


def _codebook_columns(codebook: Codebook) -> list[Column]:
    precisions = {"day.precision": codebook.dates.precision, "place.precision": codebook.places.precision}
    return [
        Column(
            name=column.name, kind=column.type, description=column.description, unit=column.unit or "",
            required=column.required, allowed=tuple(codebook.allowed_values(column) or ()),
            pattern=column.pattern or "", minimum=column.minimum, maximum=column.maximum,
            example="" if column.example is None else str(column.example),
            labels={code.code: code.label for code in precisions.get(column.source, ())} or None,
        )
        for column in codebook.columns
    ]  # fmt: skip


def _column(name: str, text: str) -> Column:
    return Column(name, "", text)


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    import yaml

    text = files("eventbook.datasets.releases").joinpath("tables.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return found
