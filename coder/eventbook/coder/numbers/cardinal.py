"""Cardinal numbers in words and figures: "twenty-one", "1,200", "1.5 million", "two dozen"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from .lexicon import NumberLexicon

_FIGURE = re.compile(r"([0-9][0-9, \u00a0]*(?:\.[0-9]+)?)([a-z]*)\Z")
_SEPARATORS = re.compile(r"[, \u00a0]")
_LARGEST = 10**12  # longer figures are serial numbers, not counts


@lru_cache(maxsize=4096)
def _figure(word: str) -> tuple[float, str] | None:
    match = _FIGURE.match(word)
    if match is None or len(match[1]) > 15:
        return None
    return float(_SEPARATORS.sub("", match[1])), match[2]


def figure_value(word: str, lexicon: NumberLexicon) -> float | None:
    """The value of "17", "1,200", "1.5" or "2.5m"; None for other tokens."""
    found = _figure(word)
    if found is None:
        return None
    value, tail = found
    if tail and tail not in lexicon.scale_letters:
        return None
    return value * lexicon.scale_letters[tail] if tail else value


def read_cardinal(words: Sequence[str], at: int, lexicon: NumberLexicon) -> tuple[int, int] | None:
    """Read the longest cardinal that starts at token `at`: `(value, end token)`, or None.

    Words up to 999,999 and beyond by scales; a fraction without a scale ("5.6") is no cardinal.
    """
    if at >= len(words):
        return None
    word = words[at]
    if word[0].isdigit():
        return _read_figure(words, at, lexicon)
    if word == "half" and _word(words, at + 1) in ("a", "an") and _word(words, at + 2) in lexicon.packs:
        return lexicon.packs[words[at + 2]] // 2, at + 3
    if word in ("a", "an"):
        follower = _word(words, at + 1)
        if follower in lexicon.packs:
            return (lexicon.packs[follower], at + 2) if follower != "score" else None
        if follower not in lexicon.scales:
            return None
        return _read_words(words, at + 1, lexicon, leading=1)
    if word in lexicon.packs and word != "score":
        return lexicon.packs[word], at + 1
    if word in lexicon.small or word in lexicon.scales:
        return _read_words(words, at, lexicon, leading=0)
    return None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _read_figure(words: Sequence[str], at: int, lexicon: NumberLexicon) -> tuple[int, int] | None:
    value = figure_value(words[at], lexicon)
    if value is None:
        return None
    end = at + 1
    while (follower := _word(words, end)) in lexicon.scales or follower in lexicon.packs:
        if follower == "score" or value > _LARGEST:
            break
        value *= lexicon.scales.get(follower) or lexicon.packs[follower]
        end += 1
    if value > _LARGEST or abs(value - round(value)) > 1e-6:
        return None
    return round(value), end


def _read_words(words: Sequence[str], at: int, lexicon: NumberLexicon, *, leading: int) -> tuple[int, int] | None:
    """Words from `at` on: a total of finished thousands plus the group being read."""
    total, group, place = 0, leading, at
    last_scale = _LARGEST
    last = 1000 if leading == 0 else 0  # size of the part read last: parts only get smaller inside a group
    while True:
        step = _skip_joint(words, place, lexicon) if place > at else place
        word = _word(words, step)
        value = lexicon.small.get(word)
        if value is not None:
            if not _fits(value, word, last, lexicon):
                break
            group += value
            last = 10 if word in lexicon.tens else 1
        elif word in lexicon.scales:
            scale = lexicon.scales[word]
            if scale == 100:
                if last == 100 or group >= 100:
                    break
                group, last = max(group, 1) * 100, 100
            else:
                if scale >= last_scale or (group == 0 and place > at):
                    break
                total, group, last, last_scale = total + max(group, 1) * scale, 0, 1000, scale
        elif word in lexicon.packs and word != "score" and 0 < group < 100 and total == 0:
            return group * lexicon.packs[word], step + 1
        else:
            break
        place = step + 1
        if total > _LARGEST:
            return None
    return (total + group, place) if place > at else None


def _fits(value: int, word: str, last: int, lexicon: NumberLexicon) -> bool:
    """May a word below one hundred follow a part of size `last`? "twenty one" yes, "one two" no."""
    if value == 0:
        return last == 1000
    if word in lexicon.tens or value >= 10:
        return last >= 100
    return last >= 10


def _skip_joint(words: Sequence[str], at: int, lexicon: NumberLexicon) -> int:
    """Step over the hyphen of "twenty-one" and the "and" of "two hundred and five"."""
    previous = words[at - 1]
    if _word(words, at) == "-" and (previous in lexicon.small or previous in lexicon.scales):
        follower = _word(words, at + 1)
        if follower in lexicon.small or follower in lexicon.scales:
            return at + 1
    if _word(words, at) == "and" and previous in lexicon.scales:
        follower = _word(words, at + 1)
        # "two thousand and a guard" stops; "a hundred and five" goes on
        if follower in lexicon.small:
            return at + 1
    return at
