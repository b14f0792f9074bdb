"""The codebook's columns as an Arrow schema: the types, units and descriptions that every table of rows carries."""

from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import Column

if TYPE_CHECKING:
    import pyarrow as pa


def row_schema(codebook: Codebook) -> "pa.Schema":
    """One field per column, in order: string, int64, float64 or date32, each may be null.

    A field's metadata hold `description`, the `fact` of an event that fills the column and, where there is one,
    `unit`; the schema's hold the codebook's id, version and hash.
    """
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
    fields = [pa.field(column.name, types[column.type], metadata=_metadata(column)) for column in codebook.columns]
    metadata = {
        "codebook.id": codebook.id, "codebook.version": codebook.version, "codebook.hash": codebook.hash,
    }  # fmt: skip
    return pa.schema(fields, metadata=metadata)


def _metadata(column: Column) -> dict[str, str]:
    found = {"description": column.description, "fact": column.source}
    return found | {"unit": column.unit} if column.unit else found
