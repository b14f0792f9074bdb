"""Words of a span with offsets and folded form, for place names alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventbook.coder.places.folding import fold

_WORD = re.compile(r"[^\W_]+(?:['’‘ʻ`.][^\W_]+)*\.?|[^\w\s]", re.UNICODE)
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+$|(?:St|Ste|Mt|Ft|Gen|Col|Maj|Capt|Lt|Sgt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Rev)\.$")


class Token(NamedTuple):
    """A word or mark: half-open offsets into the article's text; `key` is empty for marks."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    possessive: bool


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Words and marks of `text[start:end]`; a possessive 's is cut from its word."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word, first, last = match.group(), match.start(), match.end()
        possessive = False
        if word[-1] == "." and not _ABBREVIATION.match(word):
            word, last = word[:-1], last - 1
        if word[-2:] in ("'s", "’s", "'S", "’S"):
            word, last, possessive = word[:-2], last - 2, True
        elif word[-1:] in "sS" and text[last : last + 1] in ("'", "’") and text[last + 1 : last + 2].isspace():
            possessive = True
        head = word[:1]
        found.append(Token(first, last, word, fold(word) if head.isalnum() else "", head.isupper(), possessive))
    return found
