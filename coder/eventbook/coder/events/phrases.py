"""Fixed phrases of the language looked up in a text."""

import re
from functools import cache, lru_cache


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text in small letters has one of some phrases as whole words."""
    return find_phrase(text, phrases) is not None


@lru_cache(maxsize=64)  # asked of a sentence once for each of its acts
def find_phrase(text: str, phrases: tuple[str, ...]) -> int | None:
    """Where the first of some phrases stands in a text in small letters, None where none does."""
    found = _pattern(phrases).search(text)
    return found.start() if found else None


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase.strip()) for phrase in phrases) + r")(?:e?[sd])?\b")
