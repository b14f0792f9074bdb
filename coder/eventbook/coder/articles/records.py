"""From a raw record to an article, or the reason why it is none."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eventbook.coder.articles.dates import parse_published
from eventbook.coder.articles.language import is_english
from eventbook.coder.records import Article, NotCoded

FIELDS = ("text", "id", "title", "published", "source", "url", "language")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd\ud800-\udfff]")
BINARY_SHARE = 0.02  # of characters that no text has, as in formats.looks_binary


@dataclass(frozen=True, slots=True)
class Reading:
    """How raw records are read: the column of each field, what a run sets for all, and the limits."""

    columns: Mapping[str, str]
    published: date | None
    source: str | None
    today: date
    max_characters: int


class _Refused(Exception):
    def __init__(self, reason: str, detail: str) -> None:
        self.reason, self.detail = reason, detail
        super().__init__(reason, detail)


def to_article(record: Mapping[str, object], *, reading: Reading, origin: str) -> Article | NotCoded:
    """Make an article of a record, or say why not; the first trouble found is the reason.

    A publication date that is no date, or lies after `reading.today`, refuses the whole article: every
    relative date in it would resolve to a wrong day. An article without one is let through.
    """
    article_id = ""
    try:
        article_id = _label(record, "id", reading.columns) or ""
        text = _text(record, reading)
        title, source, url, given = (
            _label(record, name, reading.columns) for name in ("title", "source", "url", "language")
        )
        source = source or reading.source
        english, language = is_english(text, given)
        published = _published(record, reading)
        article_id = article_id or content_id(text, published, source)
        if not english:
            raise _Refused("other_language", f"the text is not in English (language: {language})")
        _check_published(published, reading)
    except _Refused as refused:
        return NotCoded(article_id, refused.reason, refused.detail, origin=origin)
    day = published if isinstance(published, date) else None
    known = None if language == "und" else language
    return Article(article_id, text, title, day, source, url, known, origin)


def content_id(text: str, published: object, source: str | None) -> str:
    """The id of an article that was given none: 16 hexadecimal digits of a SHA-256 over its content."""
    content = f"{text}\0{published or ''}\0{source or ''}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _label(record: Mapping[str, object], field: str, columns: Mapping[str, str]) -> str | None:
    """A short field as a string; numbers become strings, NaN and blanks None."""
    column = columns[field]
    value = record.get(column)
    if value is None or value != value:  # NaN: how pandas writes a missing cell
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Refused("wrong_type", f"{column!r} should be text, not {type(value).__name__}")
    return str(value).strip() or None


def _text(record: Mapping[str, object], reading: Reading) -> str:
    column = reading.columns["text"]
    text = record.get(column)
    if text is None or text != text or text == "":
        if column not in record:
            here = ", ".join(map(str, list(record)[:12])) or "none"
            raise _Refused("no_text", f"no field {column!r} (fields: {here}); name it with --map text=FIELD")
        raise _Refused("no_text", f"{column!r} is empty")
    if not isinstance(text, str):
        raise _Refused("wrong_type", f"{column!r} should be text, not {type(text).__name__}")
    if not text.strip():
        raise _Refused("no_text", f"{column!r} is blank")
    if len(text) > reading.max_characters:
        raise _Refused("too_long", f"{len(text)} characters, more than {reading.max_characters}")
    odd = _CONTROL.findall(text)
    if "\0" in odd or len(odd) > BINARY_SHARE * max(len(text), 50):
        raise _Refused("binary", f"{len(odd)} of {len(text)} characters belong to no text")
    if any("\ud800" <= character <= "\udfff" for character in odd):
        raise _Refused("binary", "half of a surrogate pair: the text is damaged and cannot be stored")
    return text


def _published(record: Mapping[str, object], reading: Reading) -> date | _Refused | None:
    column = reading.columns["published"]
    value = record.get(column)
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        return reading.published
    try:
        return parse_published(value)
    except (ValueError, OverflowError) as error:
        return _Refused("bad_date", f"{column}: {error}")


def _check_published(published: date | _Refused | None, reading: Reading) -> None:
    if isinstance(published, _Refused):
        raise published
    if published is not None and published > reading.today:
        raise _Refused("future_date", f"published {published}, which lies after {reading.today}")
