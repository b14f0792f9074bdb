"""Surnames that an article gives with a first name or a title: later they stand alone."""

from __future__ import annotations

import re
from functools import lru_cache

from eventbook.coder.places.folding import fold
from eventbook.coder.places.lexicon import place_words

_PAIR = re.compile(r"\b([A-Z][\w'’-]+|[a-z]{4,12})\.?[ \u00a0]([A-Z][a-z][\w'’-]*)(?=(,[ \u00a0]\d\d,)?)")


@lru_cache(maxsize=8)
def people_named(text: str) -> frozenset[str]:
    """Folded surnames: the word after a first name or a title, or before an age (", 24,")."""
    words = place_words()
    found = set()
    for first, last, age in _PAIR.findall(text):
        key = fold(first)
        titled = key in words.titles and key not in ("capital", "general", "prime", "father", "leader")
        if age or titled or (key in words.first_names and first[0].isupper()):
            found.add(fold(last.removesuffix("'s").removesuffix("’s")))
    return frozenset(found)
