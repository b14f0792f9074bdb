"""Surnames that an article gives with a first name or a title: later they stand alone."""

from __future__ import annotations

import re
from functools import lru_cache

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.folding import fold
from eventbook.coder.places.lexicon import place_words

_PAIR = re.compile(r"\b([A-Z][\w'’-]+|[a-z]{4,12})\.?[ \u00a0]([A-Z][a-z][\w'’-]*)(?=(,[ \u00a0]\d\d,)?)")
# In capitals: a word and the names behind it, and who speaks in an interview: "[ROJAS] WE WILL NOT".
_CAPITALS = re.compile(r"\b([A-Z]{3,})\.?((?:\s+(?:DE\s+)?[A-Z]{3,}\b){1,3})")
_SPEAKER = re.compile(r"\[([A-Z]{4,})(?:\]|, (?:IN|INTERRUPTING|CONTINUING)\b)")
_NO_TITLES = frozenset(("capital", "general", "prime", "father", "leader"))


@lru_cache(maxsize=8)
def people_named(text: str) -> frozenset[str]:
    """Folded surnames: the word after a first name or a title, or before an age (", 24,")."""
    words = place_words()
    found = set()
    for first, last, age in _PAIR.findall(text):
        key = fold(first)
        titled = key in words.titles and key not in _NO_TITLES
        if age or titled or (key in words.first_names and first[0].isupper()):
            found.add(fold(last.removesuffix("'s").removesuffix("’s")))
    if len(found) < _FEW:
        found |= _in_capitals(text)
    return frozenset(found)


#: Pairs in mixed case from which a text is not looked at as one in capitals.
_FEW = 1


def _in_capitals(text: str) -> set[str]:
    """ "COLONEL ANA ROJAS SOTO", "[ROJAS]": all names up to the next ordinary word."""
    words = place_words()
    given = words.first_names | words.given_names
    found = {speaker for match in _SPEAKER.findall(text) if not is_common_word(speaker := fold(match))}
    for match in _CAPITALS.finditer(text):
        key = fold(match.group(1))
        if key not in given and (key not in words.titles or key in _NO_TITLES):
            continue
        for name in match.group(2).split():
            folded = fold(name)
            if is_common_word(folded) or folded in words.calendar:
                break
            if folded not in words.inner and folded not in words.titles:
                found.add(folded)
    return found - words.words
