"""Records from JSON: lines of objects, an array (streamed), or an object that holds one array."""

import io
import json
import re
from collections.abc import Iterator
from typing import cast

from eventbook.coder.articles.formats import Found, Raw, Trouble, bounded_lines, skip_blank

OBJECT_BYTES = 256_000_000  # a single JSON object is held in memory; arrays and lines are streamed
_OUTSIDE = re.compile(rb'["\[\]{},]')
_INSIDE = re.compile(rb'["\\]')
_STRING_OR_BRACKET = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
_CHUNK = 1 << 16


def read_json(stream: io.BufferedReader, *, kind: str, text_column: str, limit: int) -> Iterator[Raw]:
    """Yield the records of a stream of kind "lines", "json" or "stdin", telling its shape by its first bytes."""
    blank, first = skip_blank(stream)
    line = blank + 1
    if first == b"[":
        stream.read(1)
        yield from _array(stream, line, limit)
    elif kind == "lines" or (kind == "stdin" and first not in (b"{", b"")):
        yield from _lines(stream, line, limit)
    elif first == b"{":
        yield from _object_or_lines(stream, line, text_column, limit)
    elif first:
        yield Trouble(line, "not_json", "expected a JSON array, an object, or one object a line")


def _object_or_lines(stream: io.BufferedReader, line: int, text_column: str, limit: int) -> Iterator[Raw]:
    first = stream.readline(limit)
    spread = not first.endswith(b"\n") or first.rstrip().endswith((b"{", b"[", b","))
    blank, more = (0, b"") if spread else skip_blank(stream)
    if more:
        yield _parse(first, line)
        yield from _lines(stream, line + 1 + blank, limit)
        return
    whole = first + stream.read(OBJECT_BYTES - len(first))
    if len(whole) >= OBJECT_BYTES:
        detail = f"a JSON object of more than {OBJECT_BYTES} bytes: write one article a line (JSONL) instead"
        yield Trouble(line, "too_long", detail)
        return
    parsed = _parse(whole, line)
    if isinstance(parsed, Trouble) or not _holds_articles(parsed.record, text_column):
        yield parsed
        return
    begin = _first_array(whole)
    members: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, io.BytesIO(whole[begin:])))
    yield from _array(members, line + whole.count(b"\n", 0, begin), limit, last=False)


def _holds_articles(record: dict[str, object], text_column: str) -> bool:
    """Whether an object is no article itself, but holds exactly one array, which then holds the articles."""
    arrays = [value for value in record.values() if isinstance(value, list)]
    return text_column not in record and len(arrays) == 1


def _first_array(whole: bytes) -> int:
    """Where the elements of the first array begin that stands directly in a JSON object."""
    depth = 0
    for token in _STRING_OR_BRACKET.finditer(whole):
        if token[0] == b"[" and depth == 1:
            return token.end()
        depth += {b"{": 1, b"[": 1, b"}": -1, b"]": -1}.get(token[0], 0)
    raise AssertionError("the object was found to hold an array")


def _lines(stream: io.BufferedReader, line: int, limit: int) -> Iterator[Raw]:
    for number, content in enumerate(bounded_lines(stream, limit), line):
        if content is None:
            yield Trouble(number, "too_long", f"a line of more than {limit} bytes")
        elif content.strip():
            yield _parse(content, number)


def _array(stream: io.BufferedReader, line: int, limit: int, *, last: bool = True) -> Iterator[Raw]:
    for element in _split_array(stream, line, limit, last):
        yield element if isinstance(element, Trouble) else _parse(element[1], element[0])


def _split_array(stream: io.BufferedReader, line: int, limit: int, last: bool) -> Iterator[tuple[int, bytes] | Trouble]:
    """The elements of an array whose bracket was read, each with its line; nothing may follow the `last` one.

    Elements are cut at commas outside brackets and strings, so that a broken one costs only itself.
    """
    depth, inside, skip_next = 0, False, False
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        start, at = 0, 1 if skip_next else 0
        skip_next = False
        while token := (_INSIDE if inside else _OUTSIDE).search(chunk, at):
            mark, at = token[0], token.end()
            if mark == b'"':
                inside = not inside
            elif mark == b"\\":
                skip_next, at = at >= len(chunk), at + 1
            elif mark in b"[{":
                depth += 1
            elif depth == 0 and mark in b",]":
                content = b"".join([*parts, chunk[start : at - 1]])
                yield from _element(content, line, size + at - 1 - start, limit)
                line += content.count(b"\n")
                parts, size, start = [], 0, at
                if mark == b"]":
                    if last and (chunk[at:] + stream.read(_CHUNK)).strip():
                        yield Trouble(line, "not_json", "something follows the array: it is not read")
                    return
            elif mark in b"]}":
                depth = max(depth - 1, 0)
        size += len(chunk) - start
        if size <= limit:
            parts.append(chunk[start:])
        else:  # keep what tells the line, drop the rest
            parts = [b"".join(parts)[:64], b"\n" * chunk.count(b"\n", start)]
    yield Trouble(line, "not_json", "the array is not closed: the file is cut off, or a quote is missing")


def _element(content: bytes, line: int, size: int, limit: int) -> Iterator[tuple[int, bytes] | Trouble]:
    line += content[: len(content) - len(content.lstrip())].count(b"\n")
    if size > limit:
        yield Trouble(line, "too_long", f"an element of more than {limit} bytes")
    elif content.strip():
        yield line, content


def _parse(content: bytes, line: int) -> Raw:
    try:
        return _as_record(json.loads(content.decode("utf-8-sig")), line)
    except UnicodeDecodeError as error:
        return Trouble(line, "not_json", f"not UTF-8 at byte {error.start}: JSON is written in UTF-8")
    except RecursionError:
        return Trouble(line, "not_json", "nested too deeply")
    except ValueError as error:
        return Trouble(line, "not_json", f"not JSON: {error}"[:200])


def _as_record(value: object, line: int) -> Raw:
    if isinstance(value, dict):
        return Found(line, value)
    return Trouble(line, "not_an_object", f"expected a JSON object with a text, found {type(value).__name__}")
