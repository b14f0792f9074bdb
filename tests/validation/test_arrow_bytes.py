"""Arrow reads a copy: its threads must not let go of Python's objects while the interpreter leaves."""

import sys
import uuid

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from eventbook.validation.arrow_bytes import open_bytes


@given(st.binary(max_size=2000))
def test_bytes_are_read_as_they_are(content: bytes) -> None:
    assert open_bytes(content).read() == content


def test_nothing_of_python_is_held_by_what_arrow_reads() -> None:
    content = uuid.uuid4().bytes * 1000
    held, allocated = sys.getrefcount(content), pa.total_allocated_bytes()
    source = open_bytes(content)
    assert sys.getrefcount(content) == held
    assert pa.total_allocated_bytes() >= allocated + len(content)
    assert source.size() == len(content)
