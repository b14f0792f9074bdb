"""The frozen records that travel between the coder's steps.

Spans are half-open character offsets into `Article.text`; `article.text[start:end] == quote` always holds.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published; `text` is never altered after spans are taken."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    origin: str = ""  # file:line it was read from


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article that support a cell."""

    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class NotCoded:
    """Why an article, or an event in it, yields no row."""

    article_id: str
    reason: str  # a reason code of the codebook, or of reading the input
    detail: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    origin: str = ""  # file:line for bad input


def evidence(article: Article, start: int, end: int) -> Evidence:
    """Quote `article.text[start:end]` as evidence; raises ValueError on an empty or outside span."""
    if not 0 <= start < end <= len(article.text):
        raise ValueError(f"span {start}:{end} is not inside article {article.id} ({len(article.text)} characters)")
    return Evidence(article.id, start, end, article.text[start:end])


def not_coded(article: Article, start: int, end: int, reason: str, detail: str = "") -> NotCoded:
    """Why the event told by `article.text[start:end]` yields no row, with these words."""
    words = evidence(article, start, end)
    return NotCoded(article.id, reason, detail, words.start, words.end, words.quote, article.origin)
