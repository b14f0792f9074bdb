"""Tables as files that other programs open: CSV, Parquet, GeoJSON. The same table gives the same bytes."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.columns import to_stored
from eventbook.datasets.releases.tables import ReleasedTable

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_PER_GROUP = 131_072


def write_parquet(table: ReleasedTable, path: Path) -> None:
    """Parquet, the columns' descriptions in the metadata of the fields."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    stored = to_stored(table.name, table.rows)
    told = {column.name: column.description for column in table.columns}
    fields = [
        field.with_metadata({**(field.metadata or {}), b"description": told[field.name].encode()})
        for field in stored.schema
    ]
    pq.write_table(
        stored.cast(pa.schema(fields, metadata=stored.schema.metadata)), path, version="2.6", compression="zstd",
        compression_level=3, row_group_size=_ROWS_PER_GROUP, data_page_version="1.0", store_schema=True,
    )  # fmt: skip


def write_csv(rows: "pa.Table", path: Path) -> None:
    """CSV in UTF-8, the separator a comma, lines ended by a line feed, days as 2026-01-31; an empty cell is missing."""
    import pyarrow as pa
    from pyarrow import csv

    plain = rows.cast(pa.schema([pa.field(field.name, _plain(field.type)) for field in rows.schema]))
    with path.open("wb") as file:
        file.write((",".join(rows.column_names) + "\n").encode())  # names are plain: letters, digits, underscores
        csv.write_csv(plain, file, csv.WriteOptions(include_header=False, quoting_style="needed"))


def write_geojson(rows: "pa.Table", path: Path, codebook: Codebook, *, key: str) -> bool:
    """GeoJSON (RFC 7946): a point for each event, degrees WGS 84, its row as properties. False: no coordinates."""
    places = [codebook.column_from(fact) for fact in ("place.longitude", "place.latitude")]
    names = [place.name for place in places if place is not None and place.name in rows.column_names]
    if len(names) != 2:
        return False
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        separator = "\n"
        for batch in rows.to_batches(max_chunksize=_ROWS_PER_GROUP):
            for row in batch.to_pylist():
                file.write(separator + json.dumps(_feature(row, names, key), ensure_ascii=False, default=str))
                separator = ",\n"
        file.write("\n]}\n")
    return True


def write_acled_shape(rows: "pa.Table", path: Path, codebook: Codebook, scheme: Codebook) -> list[str]:
    """The events in the columns, and the order, of an ACLED export; the names of those that stay empty.

    `scheme` is the codebook that has this layout: a column is filled from the column of `codebook` that tells the
    same fact. Days are written as 16 May 2025, sides by their labels.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    columns: dict[str, Any] = {}
    empty = []
    for column in scheme.columns:
        own = codebook.column_from(column.source)
        if own is None or own.name not in rows.column_names:
            empty.append(column.name)
            columns[column.name] = pa.nulls(rows.num_rows, pa.string())
            continue
        cells = rows[own.name]
        columns[column.name] = pc.strftime(cells, format="%d %B %Y", locale="C") if column.type == "date" else cells
    write_csv(pa.table(columns), path)
    return empty


def _feature(row: dict[str, Any], names: list[str], key: str) -> dict[str, Any]:
    point = [row[name] for name in names]
    geometry = None if None in point else {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": row[key], "geometry": geometry, "properties": row}


def _plain(kind: "pa.DataType") -> "pa.DataType":
    import pyarrow as pa

    return kind.value_type if pa.types.is_dictionary(kind) else kind
