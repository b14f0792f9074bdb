"""Records from tables: CSV (delimiter and encoding told from the file) and Parquet (in batches)."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from eventbook.coder.articles.formats import Found, Raw, Trouble, encoding_of
from eventbook.coder.articles.sources import SourceFile

DELIMITERS = ",;\t|"
CELL_CHARACTERS = 64_000_000  # bounds what an unclosed quote can swallow
BATCH_ROWS = 256


class _Lines:
    """The lines of a text stream for `csv.reader`, remembering whether the reader asked past the end."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._stream.readline(CELL_CHARACTERS)
        if not line:
            self.ended = True
            raise StopIteration
        return line


def read_csv(file: SourceFile, columns: Sequence[str]) -> Iterator[Raw]:
    """Yield the rows of a CSV file as records of strings; `columns` are those hoped for, the text's first."""
    with file.open() as stream:
        encoding = encoding_of(stream, file.name)
    with file.open() as stream, io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text:
        head = text.readline(CELL_CHARACTERS)
        if not head.strip():
            return
        delimiter, header = _header(head, columns)
        if columns[0] not in header:
            yield missing_text(header, columns[0])
            return
        yield from _rows(_Lines(text), delimiter, header)


def _rows(lines: _Lines, delimiter: str, header: list[str]) -> Iterator[Raw]:
    csv.field_size_limit(CELL_CHARACTERS)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        line = reader.line_num + 2  # the header is line 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield Trouble(line, "broken_row", f"{error}; the file is not read beyond this row")
            return
        if row is None:
            return
        if lines.ended:
            yield Trouble(line, "broken_row", "a quote opens here that nothing closes: close it, or double it")
        elif len(row) > len(header):
            detail = f"{len(row)} cells under {len(header)} columns: put a cell with {delimiter!r} in it in quotes"
            yield Trouble(line, "broken_row", detail)
        elif row:
            yield Found(line, dict(zip(header, row, strict=False)))


def _header(head: str, columns: Sequence[str]) -> tuple[str, list[str]]:
    """The delimiter under which the first line holds most of the wanted columns, and the column names."""

    def split(delimiter: str) -> list[str]:
        return [name.strip() for name in next(csv.reader([head], delimiter=delimiter))]

    found = {delimiter: split(delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda d: (sum(name in columns for name in found[d]), len(found[d])))
    return best, found[best]


def missing_text(header: Sequence[str], text_column: str) -> Trouble:
    """The trouble of a table that has no column of that name for the text."""
    names = ", ".join(header[:12])
    return Trouble(1, "no_text", f"no column {text_column!r} (columns: {names}); name it with --map text=COLUMN")


def read_parquet(path: Path, columns: Sequence[str]) -> Iterator[Raw]:
    """Yield the rows of a Parquet file as records, reading only the wanted columns; raises OSError."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as table:
            names = table.schema_arrow.names
            if columns[0] not in names:
                yield missing_text(names, columns[0])
                return
            wanted = [name for name in dict.fromkeys(columns) if name in names]
            row = 0
            for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=wanted):
                for record in batch.to_pylist():
                    row += 1
                    yield Found(row, record)
    except pa.ArrowException as error:
        raise OSError(f"not a Parquet file that can be read: {error}") from error


def columns_of(file: SourceFile, columns: Sequence[str]) -> list[str] | None:
    """The column names of a CSV or Parquet file; None when they cannot be told."""
    try:
        if file.kind == "parquet" and file.path is not None:
            import pyarrow.parquet as pq

            return list(pq.read_schema(file.path).names)
        with file.open() as stream:
            encoding = "utf-16" if stream.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
            with io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text:
                return _header(text.readline(CELL_CHARACTERS), columns)[1]
    except (OSError, EOFError, ValueError, csv.Error, StopIteration):
        return None  # reading will say what is wrong with this file
