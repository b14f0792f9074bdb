"""Is a four-digit figure a year? Shared by dates and counts, so that no figure is both."""

from .lexicon import number_lexicon
from .tokens import Tokens

_DASHES = frozenset("-–—‑‒")


def _known(name: str) -> frozenset[str]:
    return number_lexicon().words("years", name)


def is_dash(word: str) -> bool:
    """True for the hyphen and its typographic relatives."""
    return word in _DASHES


def is_year(tokens: Tokens, at: int) -> bool:
    """Is the figure at token `at` a year by the words beside it? "in 2011", "the 2014 attack", not "2010 people".

    Months beside it are the caller's matter.
    """
    figure = tokens.word(at)
    if len(figure) != 4 or not figure.isdigit() or not 1500 <= int(figure) <= 2099:
        return False
    before, behind = tokens.word(at - 1), tokens.word(at + 1)
    if before == "," and tokens.word(at - 2)[:1].isdigit():
        return True  # May 3, 2010
    if (is_dash(before) and tokens.word(at - 2)[:1].isdigit()) or (is_dash(behind) and tokens.glued(at)):
        return True
    if behind in _known("clock") or (
        before in ("between", "around", "about") and tokens.word(at + 2)[:1] in ("0", "2")
    ):
        return False  # between 1830 and 2200 hours
    plural = _is_plural(behind)
    round_hundred = figure.endswith("00")
    if before in _known("before"):
        return not plural or (not round_hundred and before in ("in", "since"))
    if before in ("a", "an"):
        return True
    if plural or round_hundred:
        return False
    return before in _known("determiners") or (before == "(" and behind in (")", "-", "–"))


def may_be_year(tokens: Tokens, at: int) -> bool:
    """A bare 1900 to 2099 that no plural follows: too much like a year to be taken for a count."""
    figure = tokens.word(at)
    if len(figure) != 4 or figure[:2] not in ("19", "20"):
        return False
    behind = tokens.word(at + 1)
    return behind in _known("clock") or (figure[2:] != "00" and not _is_plural(behind))


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and len(word) > 3) or word in _known("people")
