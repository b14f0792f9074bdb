"""Bytes handed to Arrow as memory of its own."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


def open_bytes(content: bytes) -> "pa.BufferReader":
    """A copy of the bytes for Arrow to read, which holds no Python object.

    A thread of Arrow that lets go of Python's bytes while the interpreter leaves aborts the whole process
    (apache/arrow 34314), so that a finished build would report failure.
    """
    import pyarrow as pa

    buffer = pa.allocate_buffer(len(content))
    pa.FixedSizeBufferWriter(buffer).write(content)
    return pa.BufferReader(buffer)
