"""Is a four-digit figure a year? Shared by dates and counts, so that no figure is both."""

from .tokens import Tokens

_DASHES = frozenset("-–—‑‒")
_BEFORE = frozenset(
    ["in", "since", "from", "until", "till", "by", "of", "during", "after", "before", "late", "early", "mid"]
    + ["between", "circa", "through", "to", "and", "last"]
)
_DETERMINERS = frozenset(["the", "its", "a", "an", "his", "her", "their", "our", "'s", "’s", "following", "that"])
_PEOPLE = frozenset(["people", "men", "women", "children"])


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
    plural = (behind.endswith("s") and len(behind) > 3) or behind in _PEOPLE
    round_hundred = figure.endswith("00")
    if before in _BEFORE:
        return not plural or (not round_hundred and before in ("in", "since"))
    if plural or round_hundred:
        return False
    return before in _DETERMINERS or (before == "(" and behind in (")", "-", "–"))
