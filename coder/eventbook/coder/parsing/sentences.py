"""Cut an article into sentences, by offsets."""

import re

from eventbook.coder.parsing.boundaries import find_ends
from eventbook.coder.parsing.casing import count_cases
from eventbook.coder.parsing.layout import find_runs, label_end
from eventbook.coder.parsing.lemmas import is_common_word

_TOKEN = re.compile(r"\w+|[^\w\s]")
# What is run straight into a capitalised word: a word in small letters, or a number and a colon.
_JOINT = re.compile(r"(?<=[a-z:])(?=[A-Z][a-z]{2,})")
_SEAM = re.compile(r"(?:(?<!\w)(?P<word>[a-z]{3,})|(?<=\d):)\Z")
_LONGEST_WORD = 40
# Bounds of what the parser is given at once; longer sentences are lists, tables, or faults.
MOST_TOKENS = 250
MOST_CHARACTERS = 3_000
_EARLIEST_CUT = 120
_STRONG, _WEAK = frozenset(";:|"), frozenset(",)\u2013\u2014")


def split_sentences(text: str, *, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Half-open character offsets of the sentences in ``text[start:end]``, in order.

    They do not overlap, begin and end with a character that is not white space, and hold
    every such character.  Blank lines, headings, list items and datelines end a sentence,
    as do the stops that are not part of an abbreviation; a sentence of more than
    ``MOST_TOKENS`` words and marks is cut at its last fitting semicolon or comma.
    Takes time in proportion to the length of the text.
    """
    last = len(text) if end is None else min(end, len(text))
    found: list[tuple[int, int]] = []
    for first, final in find_runs(text, max(start, 0), last):
        cased = _has_both_cases(text[first:final])
        at = first
        stops = set(find_ends(text, first, final, cased=cased))
        if cased:
            stops |= set(_find_seams(text, first, final))
        for stop in (*sorted(stops), final):
            label = label_end(text, at, stop)
            if label is not None:
                _add(found, text, at, label)
            _add(found, text, label or at, stop)
            at = stop
    return tuple(found)


def _find_seams(text: str, first: int, final: int) -> list[int]:
    """Where a page lost the break between a heading and a sentence: "2023:Fighting", "military aidUkraine".

    A name written so begins with a capital ("PowerPoint") or with no word ("iPhone").
    """
    seams = []
    for joint in _JOINT.finditer(text, first, final):  # far fewer than words
        at = joint.start()
        seam = _SEAM.search(text, max(first, at - _LONGEST_WORD), at)
        if seam and (seam["word"] is None or is_common_word(seam["word"])):
            seams.append(at)
    return seams


def _has_both_cases(run: str) -> bool:
    """Whether capitals tell anything: one odd letter in shouted or small text does not count."""
    upper, lower = count_cases(run)
    return upper * 150 > lower and lower * 4 > upper  # prose has a capital in some 30 letters


def _add(found: list[tuple[int, int]], text: str, first: int, final: int) -> None:
    piece = text[first:final]
    begin = first + len(piece) - len(piece.lstrip())
    finish = first + len(piece.rstrip())
    if begin >= finish:
        return
    if finish - begin <= MOST_TOKENS:
        found.append((begin, finish))
        return
    found.extend(_cut_long(text, begin, finish))


def _cut_long(text: str, begin: int, finish: int) -> list[tuple[int, int]]:
    """Pieces of bounded length; the cut is behind the last semicolon of the second half, else a comma, else a word."""
    pieces: list[tuple[int, int]] = []
    count = 0
    at = strong = weak = word = begin
    for token in _TOKEN.finditer(text, begin, finish):
        first, final = token.span()
        while count and (count >= MOST_TOKENS or final - at > MOST_CHARACTERS):
            cut = strong if strong > at else weak if weak > at else word
            pieces.append((at, cut))
            following = _TOKEN.search(text, cut, finish)
            at = following.start() if following else first
            count = sum(1 for _ in _TOKEN.finditer(text, at, first))
            strong, weak, word = at, max(weak, at), max(word, at)
        while final - at > MOST_CHARACTERS:
            pieces.append((at, at + MOST_CHARACTERS))
            at = strong = weak = at + MOST_CHARACTERS
        count += 1
        word = final
        if count >= _EARLIEST_CUT and text[first] in _STRONG:
            strong = word
        elif count >= _EARLIEST_CUT and text[first] in _WEAK:
            weak = word
    pieces.append((at, finish))
    return pieces
