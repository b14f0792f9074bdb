"""Rows of any origin read for checking: coded by hand, exported by others, in CSV, JSON lines or Parquet."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.validation.arrow_bytes import open_bytes
from eventbook.validation.checks.spelling import DateOrder, column_meant, read_cells
from eventbook.validation.scoring.records import InputError

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet")
_PROGRAMS = ("article_id", "evidence", "candidates")  # columns that the program writes beside the codebook's
_LISTED = 20  # more problems than this are counted, not listed


@dataclass(frozen=True, slots=True)
class RowsRead:
    """Rows in the codebook's spelling, and what was said or done on the way."""

    table: "pa.Table"
    notes: tuple[str, ...]


def read_rows(path: str | Path, codebook: Codebook, *, date_order: DateOrder | None = None) -> RowsRead:
    """Read rows and bring names, dates, codes and other spellings to those of the codebook.

    A cell that cannot be read stays as it is, for the checks to find. Raises InputError with all problems where the
    file cannot be read, is empty, or shares no column with the codebook.
    """
    file = Path(path)
    table = read_table(file)
    renamed, notes = _rename(table, codebook)
    known = [column.name for column in codebook.columns if column.name in renamed.column_names]
    if not known:
        expected = ", ".join(column.name for column in codebook.columns[:6])
        raise InputError(
            [f"{file}: no column of the codebook {codebook.id!r}; found {_listing(table.column_names)}; expected "
             f"{expected}, ...; name another codebook with --codebook, or rename the columns"], unreadable=False
        )  # fmt: skip
    others = [name for name in renamed.column_names if name not in known and name not in _PROGRAMS]
    if others:
        notes.append(f"columns that the codebook does not have are left unchecked: {_listing(others)}")
    if not renamed.num_rows:
        notes.append("there is no row below the header")
    cells, said = read_cells(renamed, codebook, date_order=date_order)
    return RowsRead(cells, (*notes, *said))


def read_table(file: Path) -> "pa.Table":
    """A file as a table; text formats give text columns. Raises InputError."""
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        expected = ", ".join(SUFFIXES)
        raise InputError([f"{file}: unknown kind of file; expected a dataset or a name in {expected}"], unreadable=True)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError([f"{file}: cannot be read ({error.strerror}); check the path"], unreadable=True) from error
    if not content.strip():
        raise InputError([f"{file}: empty; expected rows with a header"], unreadable=True)
    if suffix == ".parquet":
        return _read_parquet(file, content)
    _check_encoding(file, content)
    if suffix in {".csv", ".tsv"}:
        return _read_csv(file, content)
    return _read_json(file, content.decode("utf-8-sig"), lines=suffix != ".json")


def _check_encoding(file: Path, content: bytes) -> None:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            [f"{file}:{line}: byte {error.start} is not UTF-8; save it again as UTF-8 (“CSV UTF-8”)"], unreadable=True
        ) from error


def _read_parquet(file: Path, content: bytes) -> "pa.Table":
    import pyarrow as pa
    from pyarrow import parquet

    try:
        return parquet.read_table(open_bytes(content))
    except (pa.ArrowException, OSError) as error:
        raise InputError([f"{file}: no Parquet file ({error}); write it again"], unreadable=True) from error


def _read_csv(file: Path, content: bytes) -> "pa.Table":
    import pyarrow as pa
    from pyarrow import csv

    first = content.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    delimiter = max(",;\t|", key=first.count)
    problems: list[str] = []

    def keep_problem(row: Any) -> str:
        where = f"{file}: row {row.number}" if row.number is not None else str(file)
        counts = f"{row.actual_columns} cells, expected {row.expected_columns}"
        problems.append(f"{where}: {counts}; check quotes and commas")
        return "skip"

    header = _header(file, first, delimiter)
    try:
        table = csv.read_csv(
            open_bytes(content),
            read_options=csv.ReadOptions(use_threads=False, block_size=1 << 26),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, invalid_row_handler=keep_problem
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(header, pa.string()), strings_can_be_null=True, null_values=[""]
            ),
        )
    except pa.ArrowException as error:
        raise InputError([f"{file}: no CSV ({error}); check quotes and the header"], unreadable=True) from error
    _raise(problems)
    return table


def _header(file: Path, first: str, delimiter: str) -> list[str]:
    import csv

    try:
        names = next(csv.reader([first.rstrip("\r")], delimiter=delimiter))
    except (csv.Error, StopIteration) as error:
        raise InputError([f"{file}:1: no header ({error}); expected names of columns"], unreadable=True) from error
    _refuse_repeated(f"{file}:1", names)
    return names


def _refuse_repeated(where: str, names: Sequence[str]) -> None:
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise InputError([f"{where}: column {name!r} stands twice; keep one" for name in repeated], unreadable=False)


def _read_json(file: Path, text: str, *, lines: bool) -> "pa.Table":
    import pyarrow as pa

    problems: list[str] = []
    records: list[dict[str, Any]] = []
    for where, record in _json_records(file, text, lines, problems):
        if isinstance(record, dict):
            records.append(record)
        else:
            problems.append(f"{where}: a JSON {type(record).__name__}; expected an object with the columns")
    _raise(problems)
    if not records:
        raise InputError([f"{file}: no row; expected one JSON object for each"], unreadable=True)
    names = list(dict.fromkeys(name for record in records for name in record))
    return pa.table({name: pa.array([_json_cell(record.get(name)) for record in records], pa.string())
                     for name in names})  # fmt: skip


def _json_records(file: Path, text: str, lines: bool, problems: list[str]) -> Sequence[tuple[str, Any]]:
    if not lines:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            problems.append(f"{file}: no JSON ({error})")
            return ()
        return [(f"{file}: item {n}", item) for n, item in enumerate(data if isinstance(data, list) else [data], 1)]
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append((f"{file}:{number}", json.loads(line)))
            except (ValueError, RecursionError) as error:
                problems.append(f"{file}:{number}: no JSON ({error}); expected one object a line")
    return found


def _json_cell(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    return json.dumps(value, ensure_ascii=False)


def _rename(table: "pa.Table", codebook: Codebook) -> "tuple[pa.Table, list[str]]":
    """Names that differ from the codebook's in case, blanks or hyphens alone get the codebook's."""
    _refuse_repeated("header", table.column_names)
    names: list[str] = []
    changed = []
    for name in table.column_names:
        meant = column_meant(name, codebook)
        if meant != name and meant not in table.column_names and meant not in names:
            changed.append(f"{name} as {meant}")
            names.append(meant)
        else:
            names.append(name)
    notes = [f"names of columns: read {_listing(changed, most=3)}"] if changed else []
    return table.rename_columns(names), notes


def _listing(names: Sequence[str], most: int = 12) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _raise(problems: list[str]) -> None:
    if problems:
        rest = len(problems) - _LISTED
        more = [f"and {rest} more problems of this kind"] if rest > 0 else []
        raise InputError([*problems[:_LISTED], *more], unreadable=True)
