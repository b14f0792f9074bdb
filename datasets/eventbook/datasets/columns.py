"""Tables as they are stored: one layout per kind of value, categories written into the schema."""

import json
from typing import TYPE_CHECKING

from eventbook.datasets.cells import is_text
from eventbook.datasets.errors import BadTable

if TYPE_CHECKING:
    import pyarrow as pa

_CATEGORIES, _ORDERED = b"eventbook.categories", b"eventbook.ordered"


def to_stored(name: str, table: "pa.Table") -> "pa.Table":
    """The table as it is stored: the same rows give the same columns, whichever library made them.

    Dictionary columns become plain ones that keep their categories (sorted, unless ordered) in the field's
    metadata: a Parquet dictionary lists values in the order of the rows and drops those that no row has.
    """
    import pyarrow as pa

    names = table.column_names
    repeated = sorted({column for column in names if names.count(column) > 1})
    if repeated:
        raise BadTable(f"table {name!r}: column {repeated[0]!r} stands twice; give each column its own name")
    fields, columns = [], []
    for field, column in zip(table.schema, table.columns, strict=True):
        stored_field, stored_column = _stored(name, field, column)
        fields.append(stored_field)
        columns.append(stored_column)
    kept = {key: value for key, value in sorted((table.schema.metadata or {}).items()) if key != b"pandas"}
    return pa.table(columns, schema=pa.schema(fields, metadata=kept or None))


def from_stored(table: "pa.Table") -> "pa.Table":
    """The table as it was given: columns with categories are dictionaries again."""
    for position, field in enumerate(table.schema):
        if field.metadata and _CATEGORIES in field.metadata:
            table = table.set_column(position, *_dictionary(field, table.column(position)))
    return table


def schema_of(table: "pa.Table") -> list[dict[str, object]]:
    """Columns of a stored table in order, for the manifest: name, type, and metadata where there is some."""
    described = []
    for field in table.schema:
        entry: dict[str, object] = {"name": field.name, "type": str(field.type)}
        if field.metadata:
            entry["metadata"] = {key.decode(): value.decode() for key, value in sorted(field.metadata.items())}
        described.append(entry)
    return described


def join_rows(name: str, old: "pa.Table", new: "pa.Table") -> "pa.Table":
    """All rows of both; columns and types as in `new`, then those that only `old` has. Raises BadTable.

    Categories are those of both; where one table has no rows, the columns are the other's alone.
    """
    import pyarrow as pa

    if old.num_rows == 0 or new.num_rows == 0:
        return new if old.num_rows == 0 else old
    first, second = to_stored(name, new), to_stored(name, old)
    fields = []
    for field in first.schema:
        if field.name in second.column_names:
            field = field.with_metadata(_joined_metadata(field, second.schema.field(field.name)))
        fields.append(field)
    try:
        table = pa.concat_tables([first, second], promote_options="permissive")
    except (pa.ArrowTypeError, pa.ArrowInvalid) as error:
        raise BadTable(f"table {name!r}: old and new rows do not fit together ({error}); recode the whole") from error
    known = {field.name: field.metadata for field in [*second.schema, *fields]}
    joined = [field.with_metadata(known[field.name]) for field in table.schema]
    return from_stored(table.cast(pa.schema(joined, metadata=first.schema.metadata)))


def _joined_metadata(new: "pa.Field", old: "pa.Field") -> dict[bytes, bytes] | None:
    metadata = dict(new.metadata or {})
    if _CATEGORIES in metadata and _CATEGORIES in (old.metadata or {}):
        values = list(dict.fromkeys([*json.loads(metadata[_CATEGORIES]), *json.loads(old.metadata[_CATEGORIES])]))
        if _ORDERED not in metadata:
            values.sort(key=str)
        metadata[_CATEGORIES] = json.dumps(values, ensure_ascii=False).encode()
    elif _CATEGORIES in metadata:  # plain in the old rows: it may hold anything
        del metadata[_CATEGORIES]
        metadata.pop(_ORDERED, None)
    return metadata or None


def _stored(name: str, field: "pa.Field", column: "pa.ChunkedArray") -> "tuple[pa.Field, pa.ChunkedArray]":
    import pyarrow as pa
    import pyarrow.compute as pc

    metadata = dict(field.metadata or {})
    if pa.types.is_dictionary(field.type):
        metadata |= _categories(field.type, column)
        value_type = field.type.value_type  # null where an empty column was encoded: categories are texts
        column = column.cast(pa.string() if pa.types.is_null(value_type) else value_type)
    kind = column.type
    if is_text(kind):
        column = column.cast(pa.string())
    elif pa.types.is_date64(kind):
        column = column.cast(pa.date32())
    elif pa.types.is_float32(kind) or pa.types.is_float64(kind):
        column = pc.add(column, pa.scalar(0.0, type=kind))  # -0.0 becomes 0.0: equal values, equal bytes
    elif isinstance(kind, pa.BaseExtensionType) or pa.types.is_union(kind):
        raise BadTable(f"table {name!r}: column {field.name!r} has type {kind}, which cannot be stored; cast it first")
    # Whether null is allowed is the codebook's to check; readers of other languages trip over required columns.
    return pa.field(field.name, column.type, metadata=dict(sorted(metadata.items())) or None), column


def _categories(kind: "pa.DictionaryType", column: "pa.ChunkedArray") -> dict[bytes, bytes]:
    values: list[object] = []
    for chunk in column.chunks:
        values += [value for value in chunk.dictionary.to_pylist() if value is not None]
    unique = list(dict.fromkeys(values))
    if not kind.ordered:
        unique.sort(key=str)
    ordered = {_ORDERED: b"true"} if kind.ordered else {}
    return {_CATEGORIES: json.dumps(unique, ensure_ascii=False, default=str).encode()} | ordered


def _dictionary(field: "pa.Field", column: "pa.ChunkedArray") -> "tuple[pa.Field, pa.ChunkedArray]":
    import pyarrow as pa
    import pyarrow.compute as pc

    listed = pa.array(json.loads(field.metadata[_CATEGORIES]), type=pa.string()).cast(field.type)
    ordered = _ORDERED in field.metadata
    codes = pc.index_in(column, value_set=listed, skip_nulls=True)
    if codes.null_count != column.null_count:
        raise BadTable(f"column {field.name!r}: has values that are none of its categories; give it all of them")
    chunks = [pa.DictionaryArray.from_arrays(chunk, listed, ordered=ordered) for chunk in codes.chunks]
    kind = pa.dictionary(pa.int32(), field.type, ordered=ordered)
    kept = {key: value for key, value in field.metadata.items() if key not in {_CATEGORIES, _ORDERED}}
    return pa.field(field.name, kind, metadata=kept or None), pa.chunked_array(chunks, type=kind)
