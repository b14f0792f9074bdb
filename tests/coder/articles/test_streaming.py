"""Articles are streamed: memory does not grow with their number, and nothing is read ahead."""

import io
import json
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from eventbook.coder.articles import read_articles
from eventbook.coder.records import Article

TEXT = "Police fired tear gas at a crowd of students in the centre of Dakar on Monday. " * 6
TODAY = date(2024, 6, 1)
COUNT = 100_000
HASHES = 20_000_000  # bytes allowed: 100,000 ids as hashes, and a chunk of input


class Generated(io.RawIOBase):
    """A stream that makes its lines when they are read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest, self.made = pieces, b"", 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        if not self._rest:
            self._rest = next(self._pieces, b"")
            self.made += 1
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def _lines() -> Iterator[bytes]:
    for number in range(COUNT):
        yield json.dumps({"id": number, "text": TEXT, "language": "en"}).encode() + b"\n"


def _array() -> Iterator[bytes]:
    yield b"["
    for number, line in enumerate(_lines()):
        yield (b"," if number else b"") + line
    yield b"]"


@pytest.mark.parametrize("pieces", [_lines, _array], ids=["JSON lines", "JSON array"])
def test_memory_is_flat_over_a_hundred_thousand_articles(monkeypatch: pytest.MonkeyPatch, pieces: object) -> None:
    stream = Generated(pieces())  # type: ignore[operator]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    tracemalloc.start()
    count = sum(isinstance(article, Article) for article in read_articles(["-"], today=TODAY))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == COUNT
    assert peak < HASHES  # the articles themselves make up 50 MB


def test_the_first_article_is_there_before_the_last_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Generated(_lines())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    first = next(iter(read_articles(["-"], today=TODAY)))
    assert isinstance(first, Article) and first.id == "0"
    assert stream.made < 200


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_tables_are_read_in_batches(tmp_path: Path, ending: str) -> None:
    rows, path = 10_000, tmp_path / f"a.{ending}"
    if ending == "csv":
        path.write_text("id,language,text\n" + "".join(f'{n},en,"{TEXT}"\n' for n in range(rows)), "utf-8")
    else:
        texts = [f"{TEXT} {n}" for n in range(rows)]
        pq.write_table(
            pa.table({"id": list(range(rows)), "language": ["en"] * rows, "text": texts}), path, row_group_size=1000
        )
        del texts
    tracemalloc.start()
    count = sum(isinstance(article, Article) for article in read_articles([path], today=TODAY))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == rows
    assert peak < HASHES / 2
