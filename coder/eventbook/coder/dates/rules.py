"""Compiles the rules of a language's `dates.yaml` into one pattern over token classes.

Every token becomes one letter that stands for its class (or for the word itself, where a rule names it), so
that a sentence of 25 words is a string of 25 letters and all rules together are one regular expression.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from eventbook.coder.numbers.lexicon import by_first_word, read_language

_PIECE = re.compile(r"'s|[A-Z][A-Z_]*2?|[a-z]+|[()|?*]")
_FIGURE_CLASSES = ("ISO", "SLASHED", "DAY", "DAYTH", "NTH", "YEAR", "YEAR2", "FIGURE", "DECADE")
_SIGNS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", ".": "dot", "(": "open", "’s": "'s"}
_SEEDS = ("WEEKDAY", "WEEKDAYS", "SHORT_WEEKDAY", "MONTH", "SHORT_MONTH", "RELATIVE_DAY", "UNIT",
          "PART", "WEEKEND", "ANNIVERSARY", "overnight", "eve", "long")  # fmt: skip
OTHER_WORD, OTHER_SIGN = "w", "."


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the lexicon: its id and the name of its reading."""

    id: str
    means: str


@dataclass(frozen=True, slots=True)
class DateRules:
    """The compiled lexicon: letters of words and classes, values of words, and the pattern of all rules."""

    letters: Mapping[str, str]  # word or sign -> letter
    class_letter: Mapping[str, str]  # class -> the letter of its words that no rule names
    class_of: Mapping[str, str]  # word -> class
    values: Mapping[str, Any]  # word -> value
    pattern: re.Pattern[str]
    seed: re.Pattern[str]
    rules: Mapping[str, Rule]  # group name -> rule
    cues: Mapping[str, frozenset[str]]
    holidays: Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, int]], ...]]


@lru_cache(maxsize=4)
def date_rules(language: str = "en") -> DateRules:
    """The date rules of a language, compiled on first use; raises ValueError on a rule with an unknown class."""
    raw = read_language("dates", language=language)
    class_of = {word: name for name, words in raw["words"].items() for word in words}
    values = {word: value for words in raw["words"].values() for word, value in words.items()}
    classes = [*raw["words"], *_FIGURE_CLASSES, "HOLIDAY", "HOLIDAY_REST"]
    literals = sorted({piece for rule in raw["rules"] for piece in _words_of(rule, raw["macros"])})
    alphabet = (chr(code) for code in range(0x4E00, 0x9FFF))
    class_letter = {name: next(alphabet) for name in classes}
    own = {word: next(alphabet) for word in literals}
    letters = {word: own.get(word) or class_letter[name] for word, name in class_of.items()} | own
    letters |= {sign: own[name] for sign, name in _SIGNS.items() if name in own}
    members = {
        name: "".join([class_letter[name], *(own[w] for w in literals if class_of.get(w) == name)]) for name in classes
    }
    rules = {f"r{number}": Rule(f"dates.{rule['rule']}", rule["means"]) for number, rule in enumerate(raw["rules"])}
    parts = [
        f"(?P<r{number}>{_compile(rule, raw['macros'], members, own)})" for number, rule in enumerate(raw["rules"])
    ]
    return DateRules(
        letters=letters,
        class_letter=class_letter,
        class_of=class_of,
        values=values,
        pattern=re.compile("|".join(parts)),
        seed=re.compile("[" + "".join(members.get(name) or own[name] for name in _SEEDS) + "]"),
        rules=rules,
        cues={name: frozenset(words) for name, words in raw["cues"].items()},
        holidays=_holidays(raw["holidays"]),
    )


def _words_of(rule: Mapping[str, Any], macros: Mapping[str, str]) -> set[str]:
    text = " ".join([rule["pattern"], *macros.values()])
    return {piece for piece in _PIECE.findall(text) if piece[0].islower() or piece == "'s"} | set(rule.get("after", ()))


def _compile(
    rule: Mapping[str, Any], macros: Mapping[str, str], members: Mapping[str, str], own: Mapping[str, str]
) -> str:
    expression = rule["pattern"]
    for _ in range(3):  # macros may use macros
        expression = re.sub(r"[A-Z][A-Z_]*2?", lambda found: macros.get(found[0], found[0]), expression)
    out = []
    for piece in _PIECE.findall(expression):
        if piece in members:
            out.append(f"[{members[piece]}]")
        elif piece == "(":
            out.append("(?:")
        elif piece in ")|?*":
            out.append(piece)
        elif piece in own:
            out.append(own[piece])
        else:
            raise ValueError(f"dates.yaml: rule {rule['rule']!r} names the class {piece!r}, which has no words")
    after = "".join(own[word] for word in rule.get("after", ()))
    closing = f"(?!{OTHER_WORD})" if rule.get("closed") else ""
    return (f"(?<=[{after}])" if after else "") + "".join(out) + closing


def _holidays(raw: Mapping[str, list[int]]) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, int]], ...]]:
    days = {tuple(phrase.split()): (day[0], day[1]) for phrase, day in raw.items()}
    return {first: tuple((phrase, days[phrase]) for phrase in phrases) for first, phrases in by_first_word(raw).items()}
