"""Words of a span with offsets and folded form, for place names alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from eventbook.coder.places.folding import fold

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’‘ʻ`][^\W_]+)*\.?|[^\w\s]", re.UNICODE)
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+$|(?:St|Ste|Mt|Ft|Gen|Col|Maj|Capt|Lt|Sgt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Rev)\.$")

_APOSTROPHES = ("'", "’")


class Token(NamedTuple):
    """A word or mark: half-open offsets into the article's text; `key` is empty for marks."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    possessive: bool


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of `text[start:end]`; a possessive 's is cut from its word.

    The last few texts are kept in tokens: an article's sentences cost one pass in all.
    """
    starts, tokens = _article(text)
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    return list(tokens[first:last])


@lru_cache(maxsize=4)
def _article(text: str) -> tuple[tuple[int, ...], tuple[Token, ...]]:
    tokens = tuple(_tokens(text))
    return tuple(token.start for token in tokens), tokens


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        first, last = match.span()
        head, tail = word[0], word[-1]
        if not head.isalnum():
            found.append(Token(first, last, word, "", False, False))
            continue
        possessive = False
        if tail == "." and not _ABBREVIATION.match(word):
            word, last = word[:-1], last - 1
            tail = word[-1]
        if tail in "sS":
            if word[-2:-1] in _APOSTROPHES and len(word) > 2:
                word, last, possessive = word[:-2], last - 2, True
            elif text[last : last + 1] in _APOSTROPHES and text[last + 1 : last + 2].isspace():
                possessive = True
        found.append(Token(first, last, word, fold(word), head.isupper(), possessive))
    return found
