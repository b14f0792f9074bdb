""" "The Escalon neighbourhood": a part of a town that the gazetteer lacks lies in the town of the report."""

from __future__ import annotations

from collections.abc import Sequence

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.records import Candidate, Place, PlaceMention
from eventbook.coder.places.spans import Case
from eventbook.coder.places.tokens import Token

_LONGEST = 4


def find_quarters(
    text: str, tokens: Sequence[Token], taken: frozenset[int], *, words: Words, case: Case, town: Place | None
) -> list[PlaceMention]:
    """Mentions of quarters by name, at precision 2, in `town`: that of the sentence, else of the dateline."""
    if town is None:
        return []
    found = []
    for index in range(1, len(tokens)):
        if tokens[index].key not in words.quarters:
            continue
        first = _begin(tokens, index, taken, words, case)
        if first == index or index - 1 in taken:
            continue
        start, end = tokens[first].start, tokens[index - 1].end
        candidate = Candidate(town, 0.6, 2, f"a part of {town.name} that is not known")
        found.append(PlaceMention(start, end, text[start:end], (candidate,), tokens[index].key, "at"))
    return found


def _begin(tokens: Sequence[Token], index: int, taken: frozenset[int], words: Words, case: Case) -> int:
    """Where the name before a kind word begins; `index` itself where none stands there."""
    first = index
    for step in range(index - 1, max(-1, index - 1 - _LONGEST), -1):
        token = tokens[step]
        named = token.capital if case == "mixed" else not is_common_word(token.key)
        if not token.key or not named or step in taken or token.key in words.words or token.possessive:
            break
        first = step
    return first
