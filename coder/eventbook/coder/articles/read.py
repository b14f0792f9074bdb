"""Read articles from files, folders, globs and standard input, as a stream."""

import csv
import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from eventbook.coder.articles.formats import (
    HEAD_BYTES,
    LINE_BYTES,
    Found,
    Raw,
    Trouble,
    encoding_of,
    looks_binary,
)
from eventbook.coder.articles.json_format import read_json
from eventbook.coder.articles.records import FIELDS, Reading, to_article
from eventbook.coder.articles.sources import FieldsUnknown, SourceFile, SourceMissing, find_sources
from eventbook.coder.articles.table_format import columns_of, read_csv, read_parquet
from eventbook.coder.records import Article, NotCoded

MAX_CHARACTERS = 2_000_000  # a book; agency reports have some thousands


def read_articles(
    sources: Sequence[str | Path],
    *,
    fields: Mapping[str, str] | None = None,
    published: date | None = None,
    source: str | None = None,
    today: date | None = None,
    max_characters: int = MAX_CHARACTERS,
) -> Iterator[Article | NotCoded]:
    """Yield the articles of the sources in order, and a `NotCoded` with its origin for whatever is none.

    `fields` maps article fields (id, title, text, published, source, url, language) to the names they
    have in the files; `published` and `source` stand in where a record has none; `today` is the day
    after which no article can have been published; `max_characters` bounds an article's text.
    Sources and mapping are checked before anything is read: raises SourceMissing or FieldsUnknown with
    all problems at once. After that nothing stops the stream. Memory: one article, and 16 bytes of
    hashes for each article seen.
    """
    files, missing = find_sources(sources)
    fields = fields or {}
    unknown = _unknown_fields(fields)
    reading = Reading(
        columns={name: fields.get(name, name) for name in FIELDS},
        published=published,
        source=source,
        today=today or date.today(),
        max_characters=max_characters,
    )
    if not unknown and not missing:
        unknown = _unknown_columns(files, fields, reading)
    if missing:
        raise SourceMissing([*missing, *unknown])
    if unknown:
        raise FieldsUnknown(unknown)
    return _read(files, reading)


def _unknown_fields(fields: Mapping[str, str]) -> list[str]:
    known = ", ".join(sorted(FIELDS))
    return [
        f"--map {name}={column}: {name!r} is no field of an article; expected one of {known}"
        for name, column in fields.items()
        if name not in FIELDS
    ]


def _unknown_columns(files: Sequence[SourceFile], fields: Mapping[str, str], reading: Reading) -> list[str]:
    """Mapped columns that no file has, when all files are tables whose columns can be told beforehand."""
    if not fields or any(file.kind not in ("csv", "parquet") for file in files):
        return []
    headers = [columns_of(file, list(reading.columns.values())) for file in files]
    names = sorted({name for header in headers for name in header or ()})
    if not names:
        return []
    return [
        f"--map {name}={column}: no column {column!r} in the sources; they have {', '.join(names[:20])}"
        for name, column in fields.items()
        if column not in names
    ]


def _read(files: Sequence[SourceFile], reading: Reading) -> Iterator[Article | NotCoded]:
    seen: dict[int, int] = {}
    for file in files:
        for raw in _records(file, reading):
            origin = f"{file.name}:{raw.line}"
            if isinstance(raw, Trouble):
                yield NotCoded("", raw.reason, raw.detail, origin=origin)
                continue
            article = to_article(raw.record, reading=reading, origin=origin)
            yield article if isinstance(article, NotCoded) else _first_of_its_id(article, seen)


def _first_of_its_id(article: Article, seen: dict[int, int]) -> Article | NotCoded:
    content = _hash(f"{article.text}\0{article.published}\0{article.source}\0{article.title}")
    key = _hash(article.id)
    if key not in seen:
        seen[key] = content
        return article
    if seen[key] == content:
        detail = f"id {article.id} and content were read before; coded once"
        return NotCoded(article.id, "duplicate_article", detail, origin=article.origin)
    detail = f"id {article.id} was read before with another content; give each article an id of its own"
    return NotCoded(article.id, "duplicate_id", detail, origin=article.origin)


def _records(file: SourceFile, reading: Reading) -> Iterator[Raw]:
    """The raw records of a file; what breaks on the way becomes a `Trouble` where it broke."""
    line = 0
    try:
        for raw in _raw(file, reading):
            line = raw.line
            yield raw
        if not line:
            yield Trouble(1, "empty_file", "nothing in it")
    except (OSError, EOFError, zlib.error, csv.Error, UnicodeError) as error:
        yield Trouble(line + 1, "unreadable_file", f"not read from here on: {error}")


def _raw(file: SourceFile, reading: Reading) -> Iterator[Raw]:
    columns = [reading.columns[name] for name in FIELDS]
    if file.kind == "parquet" and file.path is not None:
        yield from read_parquet(file.path, columns)
        return
    with file.open() as stream:
        head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        if looks_binary(head):
            yield Trouble(1, "binary", "not a text file")
        elif file.kind == "unknown":
            expected = "expected .jsonl, .json, .csv, .parquet or .txt (.gz but for Parquet)"
            yield Trouble(1, "unknown_format", f"the ending tells no known format; {expected}")
        elif file.kind == "csv":
            yield from read_csv(file, columns)
        elif file.kind == "text":
            yield from _read_text(file, stream, reading)
        else:
            limit = max(LINE_BYTES, 4 * reading.max_characters)
            yield from read_json(stream, kind=file.kind, text_column=columns[0], limit=limit)


def _read_text(file: SourceFile, stream: io.BufferedReader, reading: Reading) -> Iterator[Raw]:
    """A whole plain text file as one article."""
    with file.open() as whole:
        encoding = encoding_of(whole, file.name)
    with io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text:
        content = text.read(reading.max_characters + 1)
    if content.strip():
        yield Found(1, {reading.columns["text"]: content})


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
