"""Towns that an article calls the capital: that of its time and words, whatever the gazetteer has today."""

from __future__ import annotations

import re
from functools import lru_cache

from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Entry, Gazetteer
from eventbook.coder.places.lexicon import place_words

_NAME = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
_CALLED = (
    re.compile(rf"\b(?P<whose>[\w'’-]+)\s+capital(?: city)?,?\s+{_NAME}"),
    re.compile(rf"\b{_NAME},\s+(?:the\s+)?(?P<whose>[\w'’-]+)\s+capital\b(?!\s+of\b)"),
)
#: Inhabitants of a town that may be a country's capital; a smaller one is a province's.
_LEAST = 300_000


@lru_cache(maxsize=8)
def told_capitals(text: str, book: Gazetteer) -> dict[str, Entry]:
    """By country (ISO alpha-2) the town of "the capital, Rangoon", "Lagos, the Nigerian capital"."""
    found: dict[str, Entry] = {}
    for pattern in _CALLED:
        for match in pattern.finditer(text):
            town = _town(match["name"], book)
            if town is not None and _is_of_country(match["whose"], town, book):
                found.setdefault(town.place.country, town)
    return found


def _town(name: str, book: Gazetteer) -> Entry | None:
    """The large town with which some capitalised words begin."""
    words = name.split()
    for count in range(len(words), 0, -1):
        for entry in book.entries(fold(" ".join(words[:count]))):
            if entry.place.kind == "town" and entry.place.population >= _LEAST:
                return entry
    return None


def _is_of_country(word: str, town: Entry, book: Gazetteer) -> bool:
    """Whether the word before "capital" makes it a country's: "the", or the country's name or people."""
    key = fold(word.removesuffix("'s").removesuffix("’s"))
    if key in place_words().lesser_capitals:
        return False
    return key == "the" or any(code == town.place.country for code, _ in book.words(key))
