"""Words that a person chose from a list, checked; numbers with their noun."""

from collections.abc import Sequence
from difflib import get_close_matches

from eventbook.datasets.errors import BadQuestion

_LISTED = 12  # words that are all told beside the nearest


def known_word(word: str, known: Sequence[str], *, what: str) -> str:
    """The word, if it is one of those known; raises BadQuestion with the nearest one and with all."""
    if word in known:
        return word
    near = get_close_matches(str(word), known, n=1)
    if near and len(known) > _LISTED:
        raise BadQuestion(f"{what} {word!r} is unknown; did you mean {near[0]!r}?")
    hint = f"did you mean {near[0]!r}? " if near else ""
    raise BadQuestion(f"{what} {word!r} is unknown; {hint}known are {', '.join(known)}")


def counted(number: int, noun: str) -> str:
    """Such as `1 event` and `1,200 events`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
