"""The hash of a table's rows: the same for the same rows, in any order, file layout or Arrow encoding.

Definition 1, for a table in canonical order (`parts.py`): SHA-256 over `eventbook rows 1`, the number of rows, and
for each column by name: its name, kind and the three SHA-256 digests of (a) one byte per row, 1 where null, (b) for
texts the length of each in UTF-8 bytes as little-endian int64, (c) the values: UTF-8 bytes, or little-endian int64
(integers, days, time stamps) or float64 (NaN as one NaN), nulls as empty or 0.
"""

import hashlib
from typing import TYPE_CHECKING

from eventbook.datasets.cells import is_nested, is_text, texts

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def row_hash(table: "pa.Table") -> str:
    """Hex SHA-256 of the rows of a table that is in canonical order."""
    total = hashlib.sha256(f"eventbook rows 1\n{table.num_rows}\n".encode())
    for name in sorted(table.column_names):
        column = table[name]
        total.update(f"{len(name.encode())} {name} {_kind(column.type)} ".encode())
        for digest in _digests(column):
            total.update(digest)
    return total.hexdigest()


def _kind(kind: "pa.DataType") -> str:
    import pyarrow as pa

    if pa.types.is_signed_integer(kind) or pa.types.is_uint8(kind) or pa.types.is_uint16(kind):
        return "int"
    if pa.types.is_uint32(kind):
        return "int"
    if pa.types.is_floating(kind):
        return "float"
    return "text" if is_text(kind) else str(kind)


def _digests(column: "pa.ChunkedArray") -> list[bytes]:
    hashers = [hashlib.sha256() for _ in range(3)]
    for chunk in column.chunks:
        nulls, lengths, values = _encoded(chunk)
        hashers[0].update(nulls)
        if lengths is not None:
            hashers[1].update(lengths)
        hashers[2].update(values)
    return [hasher.digest() for hasher in hashers]


def _encoded(chunk: "pa.Array") -> tuple[memoryview, memoryview | None, memoryview]:
    import numpy as np
    import pyarrow as pa

    nulls = chunk.is_null().to_numpy(zero_copy_only=False).view(np.uint8).data
    numbers = _numbers(chunk)
    if numbers is not None:
        return nulls, None, numbers.data
    if pa.types.is_null(chunk.type):
        return nulls, None, memoryview(b"")
    if not is_text(chunk.type) and not pa.types.is_binary(chunk.type):
        chunk = texts(pa.chunked_array([chunk])) if is_nested(chunk.type) else chunk.cast(pa.string())
    filled = chunk.fill_null("" if is_text(chunk.type) else b"").cast(pa.large_binary())
    _, offset_buffer, data = filled.buffers()
    offsets = np.frombuffer(offset_buffer, dtype="<i8")[filled.offset : filled.offset + len(filled) + 1]
    if data is None or len(filled) == 0:
        return nulls, np.zeros(len(filled), dtype="<i8").data, memoryview(b"")
    return nulls, np.diff(offsets).data, memoryview(data)[offsets[0] : offsets[-1]]


def _numbers(chunk: "pa.Array") -> "np.ndarray | None":
    import numpy as np
    import pyarrow as pa

    kind = chunk.type
    whole: pa.Array | None = None
    if pa.types.is_boolean(kind):
        return np.asarray(chunk.fill_null(False), dtype="<i8")
    if pa.types.is_floating(kind):
        values = np.array(chunk.cast(pa.float64()).fill_null(0.0), dtype="<f8") + 0.0
        values[np.isnan(values)] = np.nan
        return values
    if pa.types.is_date32(kind):
        whole = chunk.cast(pa.int32())
    elif pa.types.is_timestamp(kind) or pa.types.is_duration(kind):
        whole = chunk.cast(pa.int64())
    elif pa.types.is_integer(kind) and not pa.types.is_uint64(kind):
        whole = chunk
    return None if whole is None else np.asarray(whole.cast(pa.int64()).fill_null(0), dtype="<i8")
