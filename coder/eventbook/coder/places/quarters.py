""" "The Escalon neighbourhood": a part of a town that the gazetteer lacks lies in the town of the report."""

from __future__ import annotations

from collections.abc import Sequence

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.records import Candidate, Place, PlaceMention
from eventbook.coder.places.spans import Case
from eventbook.coder.places.tokens import Token

_LONGEST = 4
#: Characters between two words of a name, a line's end included.
_GAP = 2


def find_quarters(
    text: str, tokens: Sequence[Token], taken: frozenset[int], *, words: Words, case: Case, town: Place | None
) -> list[PlaceMention]:
    """Mentions of quarters by name, at precision 2, in `town`: that of the sentence, else of the dateline."""
    if town is None:
        return []
    named = frozenset(index for index, token in enumerate(tokens) if _is_named(token, case))
    found = []
    for index, token in enumerate(tokens):
        if token.key not in words.quarters:
            continue
        span = _before(tokens, index, taken, words, named)
        if span is None and token.key in words.kind_before:
            span = _behind(tokens, index, taken, named)
        if span is None:
            continue
        start, end = tokens[span[0]].start, tokens[span[1]].end
        candidate = Candidate(town, 0.6, 2, f"a part of {town.name} that is not known")
        found.append(PlaceMention(start, end, text[start:end], (candidate,), token.key, "at"))
    return found


def _is_named(token: Token, case: Case) -> bool:
    return bool(token.key) and (token.capital if case == "mixed" else not is_common_word(token.key))


def _before(
    tokens: Sequence[Token], index: int, taken: frozenset[int], words: Words, named: frozenset[int]
) -> tuple[int, int] | None:
    """First and last token of the name before a kind word, None where none stands there."""
    first = index
    for step in range(index - 1, max(-1, index - 1 - _LONGEST), -1):
        token = tokens[step]
        barred = token.key in words.words and token.key not in words.name_heads
        if step not in named or step in taken or barred or token.possessive:
            break
        first = step
    return (first, index - 1) if first < index and index - 1 not in taken else None


def _behind(
    tokens: Sequence[Token], index: int, taken: frozenset[int], named: frozenset[int]
) -> tuple[int, int] | None:
    """First and last token of the name behind a kind word: "colonia Escalon"."""
    last = index
    while last + 1 in named and last + 1 not in taken and last < index + _LONGEST:
        if tokens[last + 1].start - tokens[last].end > _GAP:
            break
        last += 1
    return (index + 1, last) if last > index else None
