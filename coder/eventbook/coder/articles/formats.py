"""What the readers of all formats share: the records they yield, and looks at the first bytes of a file."""

import codecs
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass

LINE_BYTES = 10_000_000  # a longer line, or element of an array, is not taken for an article
HEAD_BYTES = 4096

log = logging.getLogger("eventbook")


@dataclass(frozen=True, slots=True)
class Found:
    """One raw record and the line (1-based; the row for Parquet) where it begins."""

    line: int
    record: dict[str, object]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why what begins at a line is no record: a reason code and its detail."""

    line: int
    reason: str
    detail: str


Raw = Found | Trouble


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are no text: NUL bytes, many control characters, or a PDF."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    return b"\0" in head or head.startswith(b"%PDF-") or controls > 0.02 * max(len(head), 50)


def skip_blank(stream: io.BufferedReader) -> tuple[int, bytes]:
    """Pass over a byte order mark and white space: the line ends passed, and the next byte (b"" at the end)."""
    lines = 0
    while True:
        head = stream.peek(HEAD_BYTES)
        blank = len(head) - len(head.lstrip(b" \t\r\n\xef\xbb\xbf"))
        lines += stream.read(blank).count(b"\n")
        if blank < len(head) or not head:
            return lines, head[blank : blank + 1]


def encoding_of(stream: io.BufferedReader, name: str) -> str:
    """The encoding of a text file, told from all its bytes in one pass: UTF-8, UTF-16 by its mark, else cp1252."""
    if stream.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(1 << 20):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        log.warning("%s: not UTF-8; read as Windows-1252 (save it as UTF-8 to be sure of its letters)", name)
        return "cp1252"
    return "utf-8-sig"


def bounded_lines(stream: io.BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that has more than `limit` bytes, which is never held as a whole."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None
