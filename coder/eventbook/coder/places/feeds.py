"""Read places from the files that users have: GeoNames dumps, UCDP GED, plain CSV; line by line."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

Format = Literal["geonames", "alternate names", "ucdp", "csv"]

#: The largest text that is read, in bytes: the world's GeoNames dump is under 2 GB.
MAX_BYTES = 4 * 2**30
_LONGEST_LINE = 2**20
_DUMP_COLUMNS = 19
#: "Languages" of alternate names that are no names of a place.
_NO_LANGUAGES = frozenset(("link", "wkdt", "post", "iata", "icao", "faac", "unlc", "phon"))


class FeedError(Exception):
    """Faults of an input file, one message per line, each with file and line."""

    def __init__(self, messages: list[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(messages))


@dataclass(frozen=True, slots=True)
class Feed:
    """One input file, opened anew by each `lines()`."""

    path: Path
    member: str | None
    format: Format
    size: int

    def lines(self) -> Iterator[str]:
        """Lines without their end; raises FeedError when the file is cut off or no UTF-8."""
        number = 0
        try:
            with _opened(self.path, self.member) as stream:
                while line := stream.readline(_LONGEST_LINE):
                    number += 1
                    if len(line) >= _LONGEST_LINE:
                        raise FeedError([f"{self.path}:{number}: a line of more than {_LONGEST_LINE} characters"])
                    yield line
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise FeedError([f"{self.path}:{number + 1}: the archive is cut off or damaged ({error})"]) from error
        except UnicodeDecodeError as error:
            raise FeedError([f"{self.path}:{number + 1}: not UTF-8 text ({error.reason}); save it as UTF-8"]) from error


def open_feed(path: Path, *, max_bytes: int = MAX_BYTES) -> Feed:
    """Recognise a file by its first line; raises FeedError for one that is none of the formats."""
    if not path.is_file():
        raise FeedError([f"{path}: a folder; name its files" if path.is_dir() else f"{path}: no such file"])
    member, size = None, path.stat().st_size
    if path.suffix.lower() == ".zip":
        member, size = _member(path)
    if size > max_bytes:
        raise FeedError(
            [f"{path}: {size:,} bytes of text, more than {max_bytes:,}; split it, or add the countries you need"]
        )
    if size == 0:
        raise FeedError([f"{path}: the file is empty"])
    first = next(Feed(path, member, "csv", size).lines(), "")
    return Feed(path, member, _format(path, first), size)


def _member(path: Path) -> tuple[str, int]:
    try:
        with zipfile.ZipFile(path) as archive:
            texts = [
                info
                for info in archive.infolist()
                if info.filename.lower().endswith((".txt", ".csv"))
                and "readme" not in info.filename.lower()
                and "iso-languagecodes" not in info.filename.lower()
            ]
    except (zipfile.BadZipFile, EOFError) as error:
        raise FeedError([f"{path}:1: the archive is cut off or damaged ({error})"]) from error
    if not texts:
        raise FeedError([f"{path}: no .txt or .csv in the archive"])
    largest = max(texts, key=lambda info: (info.file_size, info.filename))
    return largest.filename, largest.file_size


@contextmanager
def _opened(path: Path, member: str | None) -> Iterator[IO[str]]:
    if member is None:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive, archive.open(member) as raw:
        yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")


def _format(path: Path, first: str) -> Format:
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) >= 12 and cells[0].isdigit():
        return "geonames"
    if 4 <= len(cells) <= 10 and cells[0].isdigit() and cells[1].isdigit():
        return "alternate names"
    header = {cell.strip().lower() for cell in next(csv.reader([first]), [])}
    if {"where_coordinates", "latitude", "longitude", "country"} <= header:
        return "ucdp"
    if {"name", "country", "latitude", "longitude"} <= header:
        return "csv"
    raise FeedError(
        [
            f"{path}:1: expected a GeoNames dump ({_DUMP_COLUMNS} columns by tabs), an alternate names file, a UCDP "
            "GED CSV (column where_coordinates), or a CSV with the columns name, country, latitude, longitude "
            f"(and admin1); found {first.strip()[:80]!r}"
        ]
    )


def dump_cells(feed: Feed, fault: Callable[[int, str], None]) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of a GeoNames dump."""
    for number, line in enumerate(feed.lines(), 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _DUMP_COLUMNS:
            cut = "" if line.endswith("\n") else "; the file seems cut off here"
            fault(number, f"{len(cells)} columns, expected {_DUMP_COLUMNS}{cut}")
            continue
        yield number, cells


def table_rows(feed: Feed, fault: Callable[[int, str], None]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, row) of a CSV with a header; keys in lower case."""
    reader = csv.reader(feed.lines())
    header: list[str] = []
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault(reader.line_num, f"not a CSV row ({error})")
            return
        if not header:
            header = [cell.strip().lower() for cell in cells]
            continue
        if not cells:
            continue
        if len(cells) != len(header):
            fault(reader.line_num, f"{len(cells)} columns, expected {len(header)}")
            continue
        yield reader.line_num, dict(zip(header, cells, strict=True))


def other_names(feed: Feed, fault: Callable[[int, str], None]) -> Iterator[tuple[int, str]]:
    """(geonameid, name) of a GeoNames alternate names file, less links and codes."""
    for number, line in enumerate(feed.lines(), 1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) < 4 or not cells[1].isdigit():
            fault(number, f"{len(cells)} columns, expected at least 4 with a geonameid")
        elif cells[2] not in _NO_LANGUAGES:
            yield int(cells[1]), cells[3]
