"""Reading coded articles from JSONL, CSV and Parquet, with every problem of a file reported at once."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.validation.arrow_bytes import open_bytes
from eventbook.validation.scoring.cells import count_of, day_of, number_of, text_of
from eventbook.validation.scoring.records import CodedArticle, CodedRow, InputError
from eventbook.validation.scoring.scheme import ScoreScheme

if TYPE_CHECKING:
    from eventbook.codebook.codebook import Codebook

# More problems than this are counted, not listed.
_LISTED_PROBLEMS = 20
_ROWS_KEY = "events"
SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")

Located = tuple[str, Mapping[str, object]]


def read_coded(
    path: str | Path, *, scheme: ScoreScheme, codebook: "Codebook | None" = None
) -> list[CodedArticle]:  # fmt: skip
    """Read rows, or articles with their rows, and gather them by article in the order of first appearance.

    A line is a row with the scheme's columns, or an article with `events`, a list of rows. A row may carry
    `required`, `alternatives` (column -> list) and `quote`. A row without any cell stands for an article with
    nothing codable. With a codebook other spellings of names, dates and codes are read as by `read_rows`. Raises
    InputError, `unreadable` where the file or a cell cannot be read and not where columns are missing.
    """
    records = list(read_records(Path(path)))
    return coded_articles(str(path), respelt(records, codebook) if codebook else records, scheme=scheme)


def coded_articles(name: str, located: Sequence[Located], *, scheme: ScoreScheme) -> list[CodedArticle]:
    """Records, each with its file:line, as articles; as `read_coded`."""
    problems: list[str] = []
    if located and not any(scheme.article_id in record for _, record in located):
        told = f"{name}: no column {scheme.article_id!r}; every row needs the id of its article"
        raise InputError([told], unreadable=False)
    rows = [(where, article_id, row) for where, record in located
            for article_id, row in _rows_of(where, record, scheme, problems)]  # fmt: skip
    _raise_missing_columns(name, rows, scheme)
    gathered: dict[str, list[CodedRow]] = {}
    for where, article_id, row in rows:
        found = gathered.setdefault(article_id, [])
        if row is not None and any(text_of(row.get(column)) for column in scheme.columns()):
            found.append(_coded_row(where, row, scheme, problems))
    raise_problems(problems)
    return [CodedArticle(article_id, tuple(found)) for article_id, found in gathered.items()]


def respelt(records: Sequence[Located], codebook: "Codebook") -> list[Located]:
    """The records with names and cells in the codebook's spelling, so far as that is known."""
    from eventbook.validation.checks.spelling import column_meant, respellings

    columns = {column.name: column for column in codebook.columns}
    texts: dict[str, dict[str, str | None]] = {}
    meants: dict[str, str] = {}

    def named(row: Mapping[str, object]) -> dict[str, object]:
        found = {name: meants.setdefault(name, column_meant(str(name), codebook)) for name in row}
        for name, meant in found.items():
            if meant in columns and isinstance(text := row[name], str) and text:
                texts.setdefault(meant, {})[text] = text
        return {meant if (meant := found[name]) not in row else name: cell for name, cell in row.items()}

    def spelt(row: Mapping[str, object]) -> dict[str, object]:
        return {name: texts[name].get(cell, cell) if isinstance(cell, str) and name in texts else cell
                for name, cell in row.items()}  # fmt: skip

    renamed = [(where, _each_row(record, named)) for where, record in records]
    for name, found in texts.items():
        texts[name] = respellings(found, columns[name], codebook)[0]
    return [(where, _each_row(record, spelt)) for where, record in renamed]


def _each_row(
    record: Mapping[str, object], change: Callable[[Mapping[str, object]], dict[str, object]]
) -> dict[str, object]:
    """The record with the change done to it, and to the rows in it."""
    rows = record.get(_ROWS_KEY)
    if not isinstance(rows, list):
        return change(record)
    return dict(record) | {_ROWS_KEY: [change(row) if isinstance(row, dict) else row for row in rows]}


def read_records(path: Path) -> Iterator[Located]:
    """The records of a file, each with its file:line. Raises InputError with all problems of the file."""
    if path.suffix.lower() not in SUFFIXES:
        expected = ", ".join(SUFFIXES)
        raise InputError([f"{path}: unknown kind of file; expected a name ending in {expected}"], unreadable=True)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError([f"{path}: cannot be read ({error.strerror}); check the path"], unreadable=True) from error
    if path.suffix.lower() == ".parquet":
        return _parquet_records(path, content)
    text = _decode(path, content)
    return _csv_records(path, text) if path.suffix.lower() in {".csv", ".tsv"} else _jsonl_records(path, text)


def _decode(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        advice = "save it again as UTF-8 (“CSV UTF-8”)"
        raise InputError([f"{path}:{line}: byte {error.start} is not UTF-8; {advice}"], unreadable=True) from error


def _jsonl_records(path: Path, text: str) -> Iterator[Located]:
    problems: list[str] = []
    records: list[Located] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            problems.append(f"{where}: not JSON ({error}); expected one JSON object a line")
            continue
        if isinstance(record, dict):
            records.append((where, record))
        else:
            problems.append(f"{where}: a JSON {type(record).__name__}; expected an object")
    raise_problems(problems)
    return iter(records)


def _csv_records(path: Path, text: str) -> Iterator[Located]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)  # spreadsheets of many countries write semicolons
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    problems: list[str] = []
    records: list[Located] = []
    try:
        names = list(reader.fieldnames or ())
        problems += [f"{path}:1: column {name!r} stands twice; keep one" for name in sorted({*names})
                     if names.count(name) > 1]  # fmt: skip
        for record in reader:
            where = f"{path}:{reader.line_num}"
            width = len(reader.fieldnames or ())
            if None in record or None in record.values():
                problems.append(f"{where}: not as many cells as the header has ({width}); check quotes and commas")
            else:
                records.append((where, {str(key): value for key, value in record.items()}))
    except csv.Error as error:
        problems.append(f"{path}:{reader.line_num}: not CSV ({error})")
    raise_problems(problems)
    if not records and not reader.fieldnames:
        raise InputError([f"{path}: empty; expected a header line"], unreadable=True)
    return iter(records)


def _parquet_records(path: Path, content: bytes) -> Iterator[Located]:
    import pyarrow
    from pyarrow import parquet

    try:
        table = parquet.read_table(open_bytes(content))
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError([f"{path}: not a Parquet file ({error})"], unreadable=True) from error
    return ((f"{path}:row {number}", record) for number, record in enumerate(table.to_pylist(), start=1))


def _rows_of(
    where: str, record: Mapping[str, object], scheme: ScoreScheme, problems: list[str]
) -> Iterator[tuple[str, Mapping[str, object] | None]]:
    """The rows of a record with its article id; one None for an article without rows."""
    article_id = text_of(record.get(scheme.article_id))
    if not article_id:
        problems.append(f"{where}: no {scheme.article_id!r}; every line needs the id of its article")
        return
    if _ROWS_KEY not in record:
        yield article_id, record
        return
    rows = record[_ROWS_KEY]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        problems.append(f"{where}: {_ROWS_KEY!r} of article {article_id} is not a list of objects")
        return
    yield from ((article_id, row) for row in rows)
    if not rows:
        yield article_id, None


def _coded_row(where: str, row: Mapping[str, object], scheme: ScoreScheme, problems: list[str]) -> CodedRow:
    alternatives = row.get("alternatives") or {}
    if not isinstance(alternatives, Mapping):
        problems.append(f"{where}: 'alternatives' is not an object of columns")
        alternatives = {}
    options = {
        str(column): tuple(value) if isinstance(value, list) else (value,)
        for column, value in alternatives.items()
        if value is not None
    }
    problems += [
        f"{where}: column {column!r} holds {value!r}; expected {expected}"
        for column, value, expected in _bad_cells(row, options, scheme)
    ]
    values = {column: value for column, value in row.items() if column not in ("alternatives", "required", "quote")}
    return CodedRow(values, options, row.get("required") not in (False, "false", "False"),
                    text_of(row.get("quote")), where)  # fmt: skip


def _bad_cells(
    row: Mapping[str, object], options: Mapping[str, tuple[object, ...]], scheme: ScoreScheme
) -> Iterable[tuple[str, object, str]]:
    """Cells that are filled but cannot be read as what their column holds."""
    readers = (
        (scheme.day, day_of, "a day as YYYY-MM-DD"),
        (scheme.latitude, number_of, "degrees as a number"),
        (scheme.longitude, number_of, "degrees as a number"),
        (scheme.deaths, count_of, "a whole number"),
    )
    for column, reader, expected in readers:
        if column is not None:
            for value in (row.get(column), *options.get(column, ())):
                if text_of(value) and reader(value) is None:
                    yield column, value, expected


def _raise_missing_columns(
    name: str, rows: list[tuple[str, str, Mapping[str, object] | None]], scheme: ScoreScheme
) -> None:
    filled = [row for _, _, row in rows if row is not None]
    if not filled:
        return
    present = {column for row in filled for column in row}
    missing = [column for column in scheme.columns() if column not in present]
    if missing:
        found = ", ".join(sorted(map(str, present))[:40])
        raise InputError([*(f"{name}: column {column!r} is missing" for column in missing[:-1]),
                          f"{name}: column {missing[-1]!r} is missing; found: {found}"], unreadable=False)  # fmt: skip


def raise_problems(problems: list[str]) -> None:
    """Raise InputError with the problems, the first twenty by name, if there are any."""
    if problems:
        rest = len(problems) - _LISTED_PROBLEMS
        more = [f"and {rest} more problems of this kind"] if rest > 0 else []
        raise InputError([*problems[:_LISTED_PROBLEMS], *more], unreadable=True)
