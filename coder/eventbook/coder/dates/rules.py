"""Compiles the rules of a language's `dates.yaml` into patterns over token classes.

Every token becomes one letter that stands for its class (or for the word itself, where a rule names it), so
that a sentence of 25 words is a string of 25 letters and a rule is a short regular expression over them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from eventbook.coder.numbers.lexicon import by_first_word, read_language

from .patterns import expand, is_word, openings, to_regex

_TOKEN_CLASSES = ("ISO", "SLASHED", "DAY", "DAYTH", "NTH", "YEAR", "YEAR2", "FIGURE", "DECADE",
                  "HOLIDAY", "HOLIDAY_REST")  # fmt: skip
_SIGNS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", ".": "dot", "(": "open", "[": "open", "’s": "'s"}
_SEEDS = ("WEEKDAY", "WEEKDAYS", "SHORT_WEEKDAY", "MONTH", "SHORT_MONTH", "RELATIVE_DAY", "UNIT",
          "PART", "WEEKEND", "ANNIVERSARY", "overnight", "eve", "long")  # fmt: skip
OTHER_WORD, OTHER_SIGN = "w", "."
Holidays = Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, int]], ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the lexicon: its id, the name of its reading, and its pattern over letters."""

    id: str
    means: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DateRules:
    """The compiled lexicon: letters of words and classes, values of words, and the rules by opening letter."""

    letters: Mapping[str, str]  # word or sign -> letter
    class_letter: Mapping[str, str]  # class -> the letter of its words that no rule names
    class_of: Mapping[str, str]  # word -> class
    values: Mapping[str, Any]  # word -> value
    seed: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]  # opening letter -> the rules to try, in order
    cues: Mapping[str, frozenset[str]]
    holidays: Holidays


@lru_cache(maxsize=4)
def date_rules(language: str = "en") -> DateRules:
    """The date rules of a language, compiled on first use; raises ValueError on a rule with an unknown class."""
    raw = read_language("dates", language=language)
    class_of = {word: name for name, words in raw["words"].items() for word in words}
    patterns = [expand(rule["pattern"], raw["macros"]) for rule in raw["rules"]]
    named = {piece for pieces in patterns for piece in pieces if is_word(piece)}
    literals = sorted(named.union(*(rule.get(key, ()) for rule in raw["rules"] for key in ("after", "unless"))))
    alphabet = (chr(code) for code in range(0x4E00, 0x9FFF))
    class_letter = {name: next(alphabet) for name in [*raw["words"], *_TOKEN_CLASSES]}
    own = {word: next(alphabet) for word in literals}
    letters = {word: own.get(word) or class_letter[name] for word, name in class_of.items()} | own
    letters |= {sign: own[name] for sign, name in _SIGNS.items() if name in own}
    members = own | {
        name: letter + "".join(own[w] for w in literals if class_of.get(w) == name)
        for name, letter in class_letter.items()
    }
    return DateRules(
        letters=letters,
        class_letter=class_letter,
        class_of=class_of,
        values={word: value for words in raw["words"].values() for word, value in words.items()},
        seed=re.compile("[" + "".join(members[name] for name in _SEEDS) + "]"),
        rules=_by_opening(raw["rules"], patterns, members),
        cues={name: frozenset(words) for name, words in raw["cues"].items()},
        holidays=_holidays(raw["holidays"]),
    )


def _by_opening(
    rules: Sequence[Mapping[str, Any]], patterns: Sequence[list[str]], members: Mapping[str, str]
) -> Mapping[str, tuple[Rule, ...]]:
    index: dict[str, list[Rule]] = {}
    for raw, pieces in zip(rules, patterns, strict=True):
        try:
            expression = to_regex(pieces, members)
        except KeyError as error:
            raise ValueError(f"dates.yaml: rule {raw['rule']!r} names the class {error}, which has no words") from None
        after = "".join(members[word] for word in raw.get("after", ()))
        unless = "".join(members[word] for word in raw.get("unless", ())) + (OTHER_WORD if raw.get("closed") else "")
        closing = f"(?![{unless}])" if unless else ""
        before = f"(?<=[{after}])" if after else ""
        rule = Rule(f"dates.{raw['rule']}", raw.get("means", raw["rule"]), re.compile(before + expression + closing))
        for letter in sorted(openings(pieces, members)):
            index.setdefault(letter, []).append(rule)
    return {letter: tuple(found) for letter, found in index.items()}


def _holidays(raw: Mapping[str, list[int]]) -> Holidays:
    days = {tuple(phrase.split()): (day[0], day[1]) for phrase, day in raw.items()}
    return {first: tuple((phrase, days[phrase]) for phrase in phrases) for first, phrases in by_first_word(raw).items()}
