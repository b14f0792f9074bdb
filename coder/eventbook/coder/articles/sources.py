"""Which files a list of sources names, and of what kind they are."""

import glob
import gzip
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

KINDS = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".txt": "text",
}
BUFFER_BYTES = 1 << 16


class SourceError(ValueError):
    """The sources cannot be read as asked; `problems` holds one line for each trouble."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class SourceMissing(SourceError):
    """A file, folder or glob among the sources leads to nothing that can be read."""


class FieldsUnknown(SourceError):
    """A mapping names an article field or a column that does not exist."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read; `path` is None for standard input, `name` is what origins show."""

    path: Path | None
    name: str
    kind: str  # one of KINDS' values, or "unknown"

    def open(self) -> io.BufferedReader:
        """Open for reading bytes, unpacking `.gz`; raises OSError."""
        if self.path is None:
            # A wrapper of its own, so that closing it leaves the process's standard input alone.
            return io.BufferedReader(_Undying(sys.stdin.buffer), BUFFER_BYTES)
        if self.path.suffix.lower() == ".gz":
            return io.BufferedReader(cast(io.RawIOBase, gzip.open(self.path, "rb")), BUFFER_BYTES)
        return io.BufferedReader(self.path.open("rb", buffering=0), BUFFER_BYTES)


class _Undying(io.RawIOBase):
    """Passes reads on to a stream that it does not close."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        read = getattr(self._stream, "read1", self._stream.read)
        data: bytes = read(len(view))
        view[: len(data)] = data
        return len(data)


def find_sources(sources: Sequence[str | Path]) -> tuple[list[SourceFile], list[str]]:
    """Expand files, folders, globs and "-" into files, each once, with the problems found on the way."""
    files: list[SourceFile] = []
    problems: list[str] = []
    seen: set[str] = set()
    if not sources:
        problems.append("no source given: expected a file, a folder, a glob or '-' for standard input")
    for source in sources:
        found, problem = _expand(str(source))
        if problem:
            problems.append(problem)
        for file in found:
            key = "-" if file.path is None else os.path.realpath(file.path)
            if key not in seen:
                seen.add(key)
                files.append(file)
    return files, problems


def _expand(source: str) -> tuple[list[SourceFile], str]:
    if source == "-":
        return [SourceFile(None, "-", "stdin")], ""
    path = Path(source)
    if path.is_dir():
        found = [SourceFile(p, p.as_posix(), kind_of(p)) for p in _walk(path) if kind_of(p) != "unknown"]
        return found, "" if found else f"{source}: no file in this folder ends in {', '.join(KINDS)}"
    if path.exists():
        return [SourceFile(path, path.as_posix(), kind_of(path))], ""
    if glob.has_magic(source):
        paths = [Path(name) for name in sorted(glob.glob(source, recursive=True))]  # noqa: PTH207
        found = [SourceFile(p, p.as_posix(), kind_of(p)) for p in paths if p.is_file()]
        return found, "" if found else f"{source}: no file matches this pattern"
    return [], f"{source}: no such file or folder; check the path (a pattern may use * and **)"


def _walk(folder: Path) -> Iterator[Path]:
    """All files below a folder in sorted order, hidden ones left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root) / name for name in sorted(names) if not name.startswith("."))


def kind_of(path: Path) -> str:
    """The kind of a file by its ending, `.gz` looked through; "unknown" when it has none of the known ones."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        kind = KINDS.get(suffixes[-2], "unknown") if len(suffixes) > 1 else "unknown"
        return "unknown" if kind == "parquet" else kind
    return KINDS.get(suffixes[-1], "unknown") if suffixes else "unknown"
