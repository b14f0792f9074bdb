"""Finds the date mentions of a sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from eventbook.coder.numbers.tokens import Tokens, tokenise

from . import anchored, relative, written
from .calendar import Meaning
from .hit import Hit
from .records import DateMention
from .rules import OTHER_SIGN, OTHER_WORD, DateRules, Rule, date_rules
from .words import Classed, classify

_Reading = Callable[[Hit, date | None], Meaning | list[tuple[int, int, Meaning]] | None]
_TRAILING = frozenset(["of", "in", "since", "'s", "’s", "running", ","])
_LEADING = frozenset(["on", "the"])
_CLOSERS = {"(": ")", "[": "]"}
_NAMING = frozenset(["MONTH", "DAY", "DAYTH"])
_CLASSED = re.compile(f"[^{OTHER_WORD}{OTHER_SIGN}]")  # a word or figure that dates are made of
_Found = tuple[int, int, Meaning, str]  # first token, end token, meaning, rule


def find_dates(text: str, start: int, end: int, *, published: date | None) -> tuple[DateMention, ...]:
    """Date mentions in `text[start:end]`, in order, not overlapping; offsets are into `text`.

    Codebook policy on time: weekdays are the most recent such day, the publication day included; a week is coded
    to its Wednesday, a weekend to its Saturday, a month to its 15th (1st for early, last day for late), a night to
    the day it began. Without `published`, mentions that need it have no day and the rule
    `dates.unresolved_relative`.
    """
    tokens = tokenise(text[start:end])
    if not len(tokens):
        return ()
    rules = date_rules()
    classed = classify(tokens, rules)
    if classed is None:
        return ()
    mentions = []
    for first, after, meaning, rule in _read(tokens, classed, rules, published):
        a, b = start + tokens.starts[first], start + tokens.ends[after - 1]
        mentions.append(
            DateMention(
                a,
                b,
                meaning.first,
                meaning.last,
                meaning.day,
                meaning.precision,
                meaning.unit,
                meaning.kind,
                meaning.offset_days,
                "dates.unresolved_relative" if meaning.unresolved else rule,
                text[a:b],
            )
        )
    return tuple(mentions)


@lru_cache(maxsize=128)
def _reading(name: str) -> _Reading:
    for module in (written, relative, anchored):
        found = getattr(module, name, None)
        if found is not None:
            return found  # type: ignore[no-any-return]
    raise ValueError(f"dates.yaml: a rule names the reading {name!r}, which the coder does not have")


def _read(tokens: Tokens, classed: Classed, rules: DateRules, published: date | None) -> Iterator[_Found]:
    letters, at = classed.letters, 0
    while (opening := _CLASSED.search(letters, at)) is not None:
        at = opening.start()
        for rule in rules.rules.get(letters[at], ()):
            match = rule.pattern.match(letters, at)
            if match is not None and match.end() > at and not _named(tokens, match.end(), rules, classed):
                found = list(_meanings(tokens, classed, rules, rule, at, match.end(), published))
                if found:
                    yield from found
                    at = match.end() - 1
                    break
        at += 1


def _meanings(
    tokens: Tokens, classed: Classed, rules: DateRules, rule: Rule, first: int, after: int, published: date | None
) -> Iterator[_Found]:
    """What the match of a rule means; nothing where the words cannot mean it after all."""
    ahead = not rules.cues["future"].isdisjoint(tokens.words[max(first - 3, 0) : first])
    hit = Hit(tokens.words[first:after], classed.classes[first:after], classed.values[first:after], ahead)
    try:
        meaning = _reading(rule.means)(hit, published)
    except (OverflowError, ValueError):  # outside the calendar: "9999 years ago"
        return
    if meaning is None or _is_age(tokens, after):
        return
    if isinstance(meaning, list):
        yield from ((first + a, first + b, each, rule.id) for a, b, each in meaning)
    else:
        yield _since(tokens, *_trim(tokens, first, after), meaning, rule.id, published)


def _named(tokens: Tokens, after: int, rules: DateRules, classed: Classed) -> bool:
    """9 October Avenue, February 17 Brigade, April 19 Movement: names, not dates."""
    return classed.classes[after - 1] in _NAMING and tokens.word(after) in rules.cues["names_of_dates"]


def _is_age(tokens: Tokens, after: int) -> bool:
    """27-year-old, three months old."""
    return tokens.word(after) == "old" or (tokens.word(after) == "-" and tokens.word(after + 1) == "old")


def _trim(tokens: Tokens, first: int, after: int) -> tuple[int, int]:
    while after - first > 1 and tokens.words[after - 1] in _TRAILING:
        after -= 1
    while after - first > 1 and tokens.words[first] in _LEADING:
        first += 1
    opened = [word for word in tokens.words[first:after] if word in _CLOSERS]
    while opened and tokens.word(after) == _CLOSERS[opened.pop()]:
        after += 1  # "Tuesday (3 August)"
    return first, after


def _since(tokens: Tokens, first: int, after: int, meaning: Meaning, rule: str, published: date | None) -> _Found:
    """Since Monday, since 2011: a stretch up to the publication with no day to code; "since Monday, when": a day."""
    before = first - 1 if tokens.word(first - 1) != "the" else first - 2
    told = "when" in (tokens.word(after), tokens.word(after + 1)) and meaning.precision == 1
    if tokens.word(before) != "since" or meaning.kind not in ("absolute", "relative") or told:
        return first, after, meaning, rule
    ahead = published is not None and meaning.first is not None and published < meaning.first  # "since May this year"
    last = meaning.last if ahead else published
    through = replace(meaning, last=last, day=None, precision=None, unit="duration", kind="duration")
    return before, after, through, "dates.since"
