"""Gives every token of a sentence its date class: "may" the verb, "Sun" the paper and "2010 people" get none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eventbook.coder.numbers.tokens import Tokens
from eventbook.coder.numbers.years import is_year

from .rules import OTHER_SIGN, OTHER_WORD, DateRules

_TH = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)\Z")
_DECADE = re.compile(r"((?:1[5-9]|20)?[0-9]0)s\Z")


@dataclass(frozen=True, slots=True)
class Classed:
    """Classes and values of a sentence's tokens; `letters` is the string that the rules are matched on."""

    letters: str
    classes: Sequence[str]
    values: Sequence[Any]


def classify(tokens: Tokens, rules: DateRules) -> Classed | None:
    """Class every token; None where nothing in the sentence can be part of a date."""
    known = rules.letters.get
    letters = [known(word) or _unknown(word) for word in tokens.words]
    if "D" not in letters and rules.seed.search("".join(letters)) is None:
        return None
    classes = [rules.class_of.get(word, "") for word in tokens.words]
    values: list[Any] = [rules.values.get(word) for word in tokens.words]
    for at, letter in enumerate(letters):
        if letter == "D":
            classes[at], values[at] = _figure(tokens.words[at])
            letters[at] = rules.class_letter[classes[at]]
    _mark_holidays(tokens, letters, classes, values, rules)
    for at, name in enumerate(classes):
        settled = _settle(tokens, at, classes, rules) if name in _DOUBTFUL else name
        if settled != name:
            classes[at] = settled
            # an abbreviated month keeps its own letter: only it may be followed by a full stop
            seen_as = name if name == "SHORT_MONTH" and settled else settled
            letters[at] = rules.class_letter[seen_as] if settled else OTHER_WORD
    return Classed("".join(letters), classes, values)


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_AFTER_A_MARCH = frozenset(["for", "of", "to", "through", "against", "on"])  # "the March for Peace"
_DOUBTFUL = frozenset(["MONTH", "SHORT_MONTH", "WEEKDAY", "SHORT_WEEKDAY", "YEAR", "FIGURE", "DAY", "DECADE"])


def _unknown(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return "D"
    return OTHER_WORD if first.isalpha() else OTHER_SIGN


def _figure(word: str) -> tuple[str, Any]:
    """Class and value of a token that begins with a digit."""
    if word.isdigit() and word.isascii():
        value = int(word[:9])
        if len(word) <= 2 and 1 <= value <= 31:
            return "DAY", value
        if len(word) == 4 and 1500 <= value <= 2099:
            return "YEAR", value
        return "FIGURE", value
    if len(word) == 10 and word[4] == "-":
        return "ISO", word
    if len(word) >= 8 and word[-5] in "/.":
        return "SLASHED", word
    if (found := _TH.match(word)) is not None:
        return ("DAYTH" if 1 <= int(found[1]) <= 31 else "NTH"), int(found[1])
    if (decade := _DECADE.match(word)) is not None:
        return "DECADE", int(decade[1])
    return "FIGURE", None


def _settle(tokens: Tokens, at: int, classes: Sequence[str], rules: DateRules) -> str:
    """The class of a doubtful token by the tokens beside it; "" for none."""
    name = classes[at]
    if name in ("MONTH", "SHORT_MONTH"):
        return "MONTH" if _is_month(tokens, at, classes, rules) else ""
    if name in ("WEEKDAY", "SHORT_WEEKDAY"):
        return "WEEKDAY" if _is_weekday(tokens, at, classes, rules) else ""
    if name == "DECADE":
        opener = tokens.word(at - 1 if _class(classes, at - 1) not in ("PHASE", "THIS") else at - 2)
        return name if len(tokens.words[at]) > 3 or opener in ("the", "'", "’") else ""  # "in his 30s"
    beside = _class(classes, at - 2 if tokens.word(at - 1) in (".", ",") else at - 1)
    if name == "YEAR":
        dated = ("MONTH", "SHORT_MONTH", "HOLIDAY_REST")
        if beside in ("DAY", "DAYTH") and _class(classes, at - 2) in dated:
            return "YEAR"  # July 7 2005
        month = beside in dated or _class(classes, at + 1) in dated
        return "YEAR" if month or is_year(tokens, at) else "FIGURE"
    if name == "FIGURE":
        return "YEAR2" if beside == "MONTH" and _is_short_year(tokens, at) else "FIGURE"
    if beside == "MONTH" and tokens.word(at - 2) == "in" and tokens.word(at + 1)[:1].isalpha():
        follower = tokens.word(at + 1)
        return "FIGURE" if rules.letters.get(follower) is None else "DAY"  # "in March 15 people"
    return "DAY"


def _class(classes: Sequence[str], at: int) -> str:
    return classes[at] if 0 <= at < len(classes) else ""


def _is_short_year(tokens: Tokens, at: int) -> bool:
    """18 FEB 90, "12 January 89.": two digits after a day and month, nothing counted by them."""
    word = tokens.word(at)
    if len(word) != 2 or not word.isdigit():
        return False
    month = at - 2 if tokens.word(at - 1) == "." else at - 1
    if not tokens.word(month - 1)[:1].isdigit():
        return False
    return tokens.written(month).isupper() or not tokens.word(at + 1)[:1].isalpha()


def _is_month(tokens: Tokens, at: int, classes: Sequence[str], rules: DateRules) -> bool:
    word, written = tokens.words[at], tokens.written(at)
    doubtful, before = word in rules.cues["doubtful_months"], tokens.word(at - 1)
    if doubtful and written.islower() and not tokens.raw.islower() and not _surely_dated(tokens, at, classes):
        return False
    behind = at + 1
    while tokens.word(behind) in (".", ",") and behind < at + 3:
        behind += 1
    if _class(classes, behind) in ("DAY", "DAYTH", "YEAR"):
        # "Jan., 20 people": after a comma only a year belongs to the month
        return tokens.word(behind - 1) != "," or _class(classes, behind) == "YEAR"
    if _class(classes, at - 1) in ("DAY", "DAYTH", "YEAR"):
        day = tokens.word(at - 1)
        return not day.isdigit() or len(day) > 2 or int(day) <= _LENGTHS[rules.values[word] - 1]
    if before == "of" and _class(classes, at - 2) in ("DAY", "DAYTH", "ORDINAL", "EDGE"):
        return True
    if classes[at] == "SHORT_MONTH":
        return written[:1].isupper() and before in rules.cues["strong_month"] and tokens.word(at + 1) in (".", ",", "")
    if doubtful and (written.islower() or tokens.raw.isupper()):
        return written.isupper() and before in rules.cues["strong_month"] - {"by", "of"}
    follower = tokens.written(at + 1)
    if word in rules.cues["given_names"] and follower[:1].isupper() and not follower.isupper():
        return before in ("in", "since", "last", "during")
    if before in rules.cues["month"]:
        return not doubtful or not (before in ("and", "or", "to") or tokens.word(at + 1) in _AFTER_A_MARCH)
    return tokens.word(at + 1) in ("'s", "’s") and not doubtful


def _surely_dated(tokens: Tokens, at: int, classes: Sequence[str]) -> bool:
    """ "on 5 may", "on march 5", "5 march 2010" written small in a text that knows capitals."""
    beside = (_class(classes, at - 1), _class(classes, at + 1))
    if "DAY" not in beside and "DAYTH" not in beside:
        return False
    opener = tokens.word(at - 1 if beside[1] in ("DAY", "DAYTH") else at - 2)
    return opener == "on" or "YEAR" in (beside[1], _class(classes, at + 2), _class(classes, at + 3))


def _is_weekday(tokens: Tokens, at: int, classes: Sequence[str], rules: DateRules) -> bool:
    word, written = tokens.words[at], tokens.written(at)
    before, behind = tokens.word(at - 1), tokens.word(at + 1)
    if classes[at] == "WEEKDAY":
        big = tokens.written(at - 1)[:1].isupper()  # "Bloody Sunday", not "a bloody Saturday"
        named = (big and before in rules.cues["names_before"]) or behind in rules.cues["names_after"]
        return not named or written.islower()
    if word in rules.cues["doubtful_weekdays"] and written.islower():
        return False
    follower = at + 1
    while tokens.word(follower) in (".", ",") and follower < at + 3:
        follower += 1
    if _class(classes, follower) in ("MONTH", "SHORT_MONTH") or (
        _class(classes, follower) == "DAY" and _class(classes, follower + 1) in ("MONTH", "SHORT_MONTH")
    ):
        return True
    return written[:1].isupper() and (before in rules.cues["weekday"] or (behind == "." and len(word) > 3))


def _mark_holidays(tokens: Tokens, letters: list[str], classes: list[str], values: list[Any], rules: DateRules) -> None:
    for at, word in enumerate(tokens.words):
        for phrase, day in rules.holidays.get(word, ()):
            if tokens.words[at : at + len(phrase)] == phrase and tokens.written(at)[:1].isupper():
                for place in range(at, at + len(phrase)):
                    classes[place] = "HOLIDAY" if place == at else "HOLIDAY_REST"
                    values[place], letters[place] = day, rules.class_letter[classes[place]]
                break
