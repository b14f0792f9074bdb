"""Words of a span with offsets and folded form, for place names alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from eventbook.coder.places.folding import fold

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’‘ʻ`][^\W_]+)*\.?|[^\w\s]", re.UNICODE)
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
    for match in WORD.finditer(text):
        word, key, capital, possessive, sibilant = _form(match.group())
        first = match.start()
        last = first + len(word)
        if sibilant and text[last : last + 1] in _APOSTROPHES and text[last + 1 : last + 2].isspace():
            possessive = True
        found.append(Token(first, last, word, key, capital, possessive))
    return found


@lru_cache(maxsize=32_768)
def _form(word: str) -> tuple[str, str, bool, bool, bool]:
    """What a token is whatever stands around it: as `Token`, then whether it ends in s, which an apostrophe may own."""
    if not word[0].isalnum():
        return word, "", False, False, False
    capital = word[0].isupper()
    if word[-1] == "." and not _ABBREVIATION.match(word):
        word = word[:-1]
    possessive = word[-1] in "sS" and word[-2:-1] in _APOSTROPHES and len(word) > 2
    if possessive:
        word = word[:-2]
    return word, fold(word), capital, possessive, word[-1] in "sS" and not possessive
