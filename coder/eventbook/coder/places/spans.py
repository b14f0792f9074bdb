"""Longest matches of gazetteer names in a sentence, before anything is known of their context."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from eventbook.coder.places.gazetteer import Entry, Gazetteer
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.tokens import Token

Case = Literal["mixed", "upper", "lower"]
_LONGEST = 5
_ARTICLES = frozenset({"al", "el", "ash", "as", "ad", "an", "ar", "az", "at"})
_JOINT = re.compile("-[a-z]{1,3}-")  # the middle of "Gulshan-i-Iqbal"
_OF = frozenset({"de", "del", "da", "do", "dos"})  # between the parts of a name
_GENITIVE = 3  # characters between "Cox" and "Bazar"
#: What ends a name though it is written small and no kind of feature.
ENDS = frozenset(("border", "corridor"))
#: Countries written in capitals: without them the letters are words.
ABBREVIATED = frozenset(("us", "uk", "uae", "drc", "car"))


class Span(NamedTuple):
    """Tokens `first`..`last` (inclusive) that name at least one place."""

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]


def case_of(tokens: list[Token]) -> Case:
    """How the sentence is written: upper if nearly all words are, lower if none has a capital."""
    words = [t for t in tokens if t.key and t.text[0].isalpha()]
    if not words:
        return "mixed"
    upper = sum(len(t.text) > 1 and t.text.isupper() for t in words)
    if len(words) > 3 and upper / len(words) > 0.75:
        return "upper"
    return "mixed" if any(t.capital for t in words) else "lower"


def find_spans(tokens: list[Token], gazetteer: Gazetteer, case: Case, words: Words) -> list[Span]:
    """Non-overlapping spans from left to right, each the longest name that begins there."""
    found = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if case == "mixed" and not token.capital:
            index += 1
            continue
        span = _at(tokens, index, gazetteer, case, words) if _may_begin(token, case) else None
        if span is None:
            index = _past_longer_name(tokens, index, gazetteer)
        else:
            found.append(span)
            index = span.last + 1
    return found


def _past_longer_name(tokens: list[Token], index: int, gazetteer: Gazetteer) -> int:
    """Where to read on: behind all of "San Juan de Lurigancho", whose parts are other places; else the next word."""
    for last in range(index, min(index + 2, len(tokens) - 2)):
        if _continues(tokens, last) and gazetteer.entries(" ".join(_keys(tokens[index : last + 1]))):
            return last + 3
    return index + 1


def _continues(tokens: list[Token], last: int) -> bool:
    """Whether "de" and a capital follow a word of a name."""
    behind = tokens[last + 1 : last + 3]
    joined = len(behind) == 2 and behind[0].text in _OF and behind[1].capital
    return joined and behind[0].start - tokens[last].end == 1


def _may_begin(token: Token, case: Case) -> bool:
    if not token.key or len(token.key) < 2:
        return False
    return token.capital if case != "lower" else token.key.isalpha()


def _at(tokens: list[Token], index: int, gazetteer: Gazetteer, case: Case, words: Words) -> Span | None:
    stop = _run(tokens, index, case, words)
    for last in range(stop, index - 1, -1):
        token = tokens[last]
        if not token.key or (last > index and case == "mixed" and not token.capital and token.key in words.inner):
            continue
        key = token.key if last == index else " ".join(_keys(tokens[index : last + 1]))
        if last == index and len(key) < 3 and not token.text.isupper():
            continue
        if last == index and case == "lower" and key in words.words:
            continue
        if last == index and case != "mixed" and key in ABBREVIATED:
            continue
        entries = gazetteer.entries(key)
        if case == "mixed" and last == index and token.text.isupper() and len(key) <= 4:
            # "US" and "UK" are no towns; "GAZA" and "KYIV" of a dateline are.
            entries = tuple(e for e in entries if e.place.kind == "country" or (len(key) == 4 and _is_large(e)))
        if entries and case == "mixed" and _goes_on(tokens, last):
            return None
        if entries and last == index and case == "mixed" and (joined := _as_one(tokens, index, gazetteer)):
            return joined
        if entries:
            return Span(index, last, key, entries)
    return None


def _goes_on(tokens: list[Token], last: int) -> bool:
    """Whether a name goes on with an article or a joint and a name, so that it is another's: "Luban al-Sharqiya",
    "Gulshan-i-Iqbal"."""
    behind = tokens[last + 1 : last + 5]
    joined = "".join(token.text for token in behind[:3])
    if _continues(tokens, last):
        return True  # "San Juan de Lurigancho"
    if len(behind) == 4 and _JOINT.fullmatch(joined) and behind[3].capital and behind[3].start == behind[2].end:
        return behind[0].start == tokens[last].end
    if len(behind) < 3 or behind[0].text not in _ARTICLES or behind[1].text != "-":
        return False
    return behind[2].capital and behind[0].start - tokens[last].end == 1


def _as_one(tokens: list[Token], index: int, gazetteer: Gazetteer) -> Span | None:
    """A name of two words that the gazetteer writes as one: "Garm Ser"."""
    if index + 1 >= len(tokens):
        return None
    one, two = tokens[index], tokens[index + 1]
    if not two.capital or two.start - one.end != 1 or not (one.key.isalpha() and two.key.isalpha()):
        return None
    entries = gazetteer.entries(one.key + two.key) if len(two.key) > 2 and not one.possessive else ()
    return Span(index, index + 1, one.key + two.key, entries) if entries else None


def _keys(tokens: list[Token]) -> list[str]:
    """The folded words of a name; a genitive within it belongs to it: "Cox's Bazar"."""
    last = len(tokens) - 1
    return [t.key + "s" if t.possessive and n < last else t.key for n, t in enumerate(tokens) if t.key]


def _is_large(entry: Entry) -> bool:
    return entry.rank <= 0 and entry.place.population >= 100_000


def _run(tokens: list[Token], index: int, case: Case, words: Words) -> int:
    """Last token that may belong to a name which begins at `index`."""
    last = index
    for step in range(index + 1, min(index + _LONGEST + 3, len(tokens))):
        token, before = tokens[step], tokens[step - 1]
        gap = token.start - before.end
        if gap > (_GENITIVE if before.possessive else 2) or (before.possessive and not token.capital):
            break
        if not token.key:
            if token.text in "-–’'" and gap == 0:
                continue
            break
        if case == "mixed" and not token.capital and token.key not in words.inner and not _joined(tokens, step):
            return step if token.key in words.kind_feature or token.key in ENDS else last
        if case == "lower" and step - index > 2:
            break
        last = step
    return last


def _joined(tokens: list[Token], step: int) -> bool:
    """True after a hyphen: "Mazar-i-sharif"."""
    return step > 0 and tokens[step - 1].text == "-" and tokens[step].start == tokens[step - 1].end
