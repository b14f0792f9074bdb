"""Is this full stop the end of a sentence?"""

import re
from collections.abc import Iterator

from eventbook.coder.parsing.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NUMBERS,
    CLOCK,
    EXCLAIMED,
    MAY_END,
    OPENERS,
    SURE_OPENERS,
    TITLES,
)

# Marks, then at most a few closing quotes and brackets; no look-ahead, so that a long run of stops costs linear time.
_STOP = re.compile(r"[.!?\u2026\u061f\u06d4\u0964\u3002]+[\"'\u201d\u2019\u00bb)\]]{0,4}")
_WORD_BEFORE = re.compile(r"[\w.'\u2019-]*\Z")
_WORD_AFTER = re.compile(r"[\w'\u2019.-]*")
_OPENING = "\"'\u201c\u2018\u00ab([{*\u2022\u00bf\u00a1`-\u2013\u2014"
_DOTTED = re.compile(r"(?:\w\.)+\w\Z")
_ARTICLE_NAME = re.compile(r"(?:al|el|an|ash|as|ad|ar|at|de|ibn|abu)-\w")
_GLUED = re.compile(r"[A-Z][a-z]*(?=[\s,'\u2019-])")
_WEB = re.compile(r"www\.|https?:|[@/\\]")
_ABBREVIATIONS = TITLES | MAY_END | BEFORE_NUMBERS
_LONGEST_ABBREVIATION = 4
# No abbreviation and no opening word is longer.
_LOOK = 40


def find_ends(text: str, start: int, end: int, *, cased: bool) -> Iterator[int]:
    """The offsets at which sentences end inside one run of prose, its end left out.

    ``cased`` says that the text has both capital and small letters, so that a capital
    means something.
    """
    for match in _STOP.finditer(text, start, end):
        at = match.end()
        if at < end and _is_end(text, start, match.start(), at, end, cased=cased):
            yield at


def _is_end(text: str, start: int, stop: int, at: int, end: int, *, cased: bool) -> bool:
    mark = text[stop]
    before = text[max(start, stop - _LOOK) : stop].rstrip()
    found = _WORD_BEFORE.search(before)
    word = found.group().lstrip("'\u2019-") if found else ""
    if not text[at].isspace():
        return _is_glued_end(text, stop, at, word)
    after = text[at : min(end, at + _LOOK)].lstrip()
    bare = after.lstrip(_OPENING + " \n\t")
    if not bare:
        # Only quotes or white space in view: a new paragraph's worth of marks ends nothing by itself.
        return bool(after)
    following = _next_word(bare)
    if cased and bare[0].islower() and not _ARTICLE_NAME.match(following):
        return text[stop:at] == "." and _is_plain_word(word)
    if mark in "!?" or text[stop : stop + 2] in ("..", ".!", ".?"):
        return word.lower() not in EXCLAIMED
    if mark != ".":
        return True
    if word.isdigit() and not text[max(start, stop - len(word) - 3) : stop - len(word)].strip() and len(word) < 3:
        return stop - len(word) - start > 2
    return _ends_after(word, following, cased=cased, capital=bare[0].isupper())


def _is_plain_word(word: str) -> bool:
    """Whether a word is no abbreviation, by its looks: careless writers begin sentences with small letters."""
    return len(word) > _LONGEST_ABBREVIATION and word.isalpha() and word.islower() and word not in _ABBREVIATIONS


def _next_word(bare: str) -> str:
    match = _WORD_AFTER.match(bare)
    return match.group().rstrip(".").lower() if match else ""


def _ends_after(word: str, following: str, *, cased: bool, capital: bool) -> bool:
    """Whether a full stop after ``word`` ends the sentence, given the word that follows."""
    lower = word.lower()
    opener = following in (OPENERS if cased else SURE_OPENERS)
    if lower in TITLES:
        return False
    if following[:1].isdigit():
        return lower not in BEFORE_NUMBERS and not (lower in CLOCK and not cased)
    if lower in CLOCK:
        return following not in AFTER_CLOCK and (opener or (cased and capital))
    if len(word) == 1 and word.isalpha():
        return opener
    if lower in MAY_END or _DOTTED.match(word):
        return opener
    return True


def _is_glued_end(text: str, stop: int, at: int, word: str) -> bool:
    """A stop without a blank after it ("fled.Police said") ends a sentence between a small word and a capital one."""
    small = word.islower() or (len(word) > 4 and word[1:].islower())  # "Kirovohrad.Russia" too, not "U.S.Army"
    if len(word) < 3 or not small or not word.isalpha() or not _GLUED.match(text[at : at + _LOOK]):
        return False
    return _WEB.search(text[max(0, stop - _LOOK) : at]) is None and word not in TITLES
