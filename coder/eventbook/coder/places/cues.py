"""Read the words before and after a name: what shows that it is a place, and how it is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from eventbook.coder.places.describe import Hint
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.lexicon import Words, place_words
from eventbook.coder.places.records import Relation
from eventbook.coder.places.spans import Span
from eventbook.coder.places.tokens import Token

Strength = Literal[0, 1, 2, 3]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*$")
_SPELT = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "few": 5,
}
_UNITS = {
    "km": 1.0,
    "kms": 1.0,
    "kilometre": 1.0,
    "kilometres": 1.0,
    "kilometer": 1.0,
    "kilometers": 1.0,
    "mile": 1.609,
    "miles": 1.609,
    "metres": 0.001,
    "meters": 0.001,
}
_GLUED = re.compile(r"(\d+(?:\.\d+)?)(km|kms|kilometres?|kilometers?|miles?)$")
_REACH = 7


@dataclass(frozen=True, slots=True)
class Cue:
    """`strength` 3: a kind word or container; 2: a preposition of place; 1: weak; 0: none."""

    word: str | None = None
    strength: Strength = 0
    relation: Relation = "at"
    hint: Hint = None
    distance_km: float | None = None
    compass: str | None = None


def read_cue(tokens: Sequence[Token], span: Span, words: Words, gazetteer: Gazetteer) -> Cue:
    """The strongest cue around the span."""
    before = _before(tokens, span, words, gazetteer)
    after = _after(tokens, span, words)
    if after is None:
        return before
    if before.relation in ("near", "origin") or before.distance_km is not None:
        return Cue(before.word, 3, before.relation, after.hint or before.hint, before.distance_km, before.compass)
    return Cue(after.word, after.strength, after.relation, after.hint, None, before.compass)


def _before(tokens: Sequence[Token], span: Span, words: Words, gazetteer: Gazetteer) -> Cue:
    index = span.first - 1
    compass: str | None = None
    kind: str | None = None
    if index >= 0 and tokens[index].key in words.kind_before:
        kind, index = tokens[index].key, index - 1
    for _ in range(_REACH):
        if index < 0:
            break
        token = tokens[index]
        key = token.key
        if index == span.first - 1 and key in words.compass:
            compass = key
        if key == "of" and index > 0:
            held = tokens[index - 1].key
            joined = _compass(tokens, index - 1, words)
            if joined and _is_part(tokens, index - 1):
                return Cue(f"{joined} of", 2, "at", compass=joined)
            if (told := read_direction(tokens, index, words)) is not None:
                return told
            if held in ("ahead", "outside"):
                distance = _distance(tokens, index - 1)
                return Cue(f"{held} of", 2, "near", None, distance, held)
            if held in words.near_of:
                return Cue(f"{held} of", 3, "near")
            if held in words.kind_of and kind is None:
                kind = held
                index -= 2
                continue
            if kind is None:
                return Cue("of", 1, compass=compass)
            break
        if key in words.near:
            return Cue(key, 3 if kind else 2, "near", _hint(kind, words), _distance(tokens, index))
        if key in words.at or key in ("to", "for"):
            if key == "to" and index > 0 and tokens[index - 1].key == "according":
                return Cue("according to")
            if key == "for" and index > 0 and tokens[index - 1].key in words.leaving:
                return Cue(key, 2, "origin")  # "left for Gondar"
            if kind is None:
                return Cue(key, 2 if compass or key in words.firmly_at else 1, compass=compass)
            break
        if key == "from" and index > 0 and tokens[index - 1].key == "reported":
            return Cue("reported from", 2, "at", _hint(kind, words))
        if key in words.origin:
            distance = _distance(tokens, index)  # "some 12 km from Gadchiroli"
            relation: Relation = "origin" if distance is None else "near"
            return Cue(key, 2 if kind is None else 3, relation, _hint(kind, words), distance)
        if key == "to" and index > 0 and tokens[index - 1].key in ("close", "next", "adjacent"):
            return Cue("close to", 2, "near")
        skipped = key in words.between or (token.capital and any(what == "people" for _, what in gazetteer.words(key)))
        hyphen = token.text == "-" or (index + 1 < len(tokens) and tokens[index + 1].text == "-")
        owner = token.possessive
        if not (skipped or hyphen or owner or (kind and key in words.kind_of)):
            break
        index -= 1
    if kind is not None:
        return Cue(f"{kind} of", 3, "at", _hint(kind, words), None, compass)
    return Cue(compass=compass, word=compass, strength=1 if compass else 0)


def read_direction(tokens: Sequence[Token], index: int, words: Words) -> Cue | None:
    """The cue of "45 miles south-west of", whose "of" is the token `index`; None where no direction stands there."""
    joined = _compass(tokens, index - 1, words) if index > 0 else None
    if joined is None or _is_part(tokens, index - 1):
        return None
    return Cue(f"{joined} of", 2, "near", None, _distance(tokens, index - 1), joined)


def _is_part(tokens: Sequence[Token], index: int) -> bool:
    """Whether a point of the compass is a part of the town: "the rebel-held west of Aleppo", not "to the west of"."""
    before = index - 1
    if before > 2 and tokens[before - 1].text == "-":
        before -= 3
    return before > 0 and tokens[before].key == "the" and tokens[before - 1].key != "to"


def _compass(tokens: Sequence[Token], index: int, words: Words) -> str | None:
    """ "south", "southwest" or "south-west" that ends at `index`."""
    last = tokens[index].key
    if last not in words.compass:
        return None
    if index > 1 and tokens[index - 1].text == "-" and tokens[index - 2].key in ("north", "south"):
        return tokens[index - 2].key + last
    return last


def _after(tokens: Sequence[Token], span: Span, words: Words) -> Cue | None:
    index = span.last + 1
    if index >= len(tokens):
        return None
    token, last = tokens[index], tokens[span.last]
    if token.text == "-" and index + 1 < len(tokens) and token.start == last.end:
        follows = tokens[index + 1].key
        if follows in ("based", "born"):
            return Cue("based", 2, "origin")
        if follows in words.backed:
            return Cue(follows, 3, "metonym")
        return None
    if last.possessive:
        return Cue("'s", 1)
    if token.key in words.facility_adjectives and not token.capital and index + 1 < len(tokens):
        noun = tokens[index + 1].key
        return Cue(noun, 3, "at") if noun in words.facilities else None
    if token.key in words.kind_after:
        hint = _hint(token.key, words)
        if token.key == "border":
            return Cue("border", 3, "near")
        return Cue(token.key, 3, "at", hint)
    return None


def _hint(kind: str | None, words: Words) -> Hint:
    if kind is None:
        return None
    if kind in words.division_words:
        return "division"
    if kind in words.district_words:
        return "district"
    if kind in words.kind_before and kind in words.settlements:
        return "town"
    return "town" if kind in ("town", "city", "village", "towns", "villages", "cities", "hamlet") else None


def _distance(tokens: Sequence[Token], index: int) -> float | None:
    """Kilometres before `index`: "20 km south", "some 30km", "about 15 miles (24 km) north"."""
    best: float | None = None
    for step in range(index - 1, max(index - 9, -1), -1):
        key = tokens[step].key
        if glued := _GLUED.match(key):
            best = float(glued.group(1)) * _UNITS[glued.group(2)]
        elif key in _UNITS and step > 0:
            number = tokens[step - 1].text
            if number == "-" and step > 1:
                number = tokens[step - 2].text
            if _NUMBER.match(number):
                best = float(number.replace(",", "")) * _UNITS[key]
            elif number.lower() in _SPELT:
                best = _SPELT[number.lower()] * _UNITS[key]
        elif (
            tokens[step].text not in "-()"
            and key not in place_words().distance
            and not _NUMBER.match(key)
            and key not in _SPELT
        ):
            break
    return round(best, 1) if best is not None else None
