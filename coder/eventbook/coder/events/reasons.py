"""What an act answers, and so what came before it: "in retaliation for the air strikes last week"."""

from collections.abc import Sequence

from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse

_PREPOSITIONS = frozenset({"for", "to"})
_ENDS = frozenset({",", ";", ":", "-", "–", "—"})


def find_reasons(parse: Parse) -> tuple[range, ...]:
    """The words after "in revenge for", "a revenge attack for": token indices up to the next comma.

    Read from the order of the words, once a sentence: parsers hang such phrases anywhere.
    """
    known: tuple[range, ...] | None = parse.notes.get(("reasons", 0))
    if known is None:
        known = parse.notes["reasons", 0] = _find(parse)
    return known


def _find(parse: Parse) -> tuple[range, ...]:
    found: list[range] = []
    for token in parse.tokens:
        if token.text.lower() not in grammar().reprisal_words:
            continue
        at = token.index + 1
        if at < len(parse.tokens) and parse.tokens[at].tag.startswith("NN"):
            at += 1  # "a revenge attack for"
        if at >= len(parse.tokens) or parse.tokens[at].text.lower() not in _PREPOSITIONS:
            continue
        end = next((other.index for other in parse.tokens[at:] if other.text in _ENDS), len(parse.tokens))
        found.append(range(at, end))
    return tuple(found)


def reason_of(reasons: Sequence[range], index: int) -> range | None:
    """The reason that a word stands in, None where it stands in none."""
    return next((span for span in reasons if index in span), None)


def told_with(parse: Parse, index: int) -> range:
    """The words of the reason that a word stands in, none where it stands in none."""
    return reason_of(find_reasons(parse), index) or range(0)
