"""Turns the written pattern of a date rule into a regular expression over token letters, and finds how it can begin."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

_PIECE = re.compile(r"'s|[A-Z][A-Z_]*2?|[a-z]+|[()|?*]")
_NAME = re.compile(r"[A-Z][A-Z_]*2?")


def expand(pattern: str, macros: Mapping[str, str]) -> list[str]:
    """The pieces of a pattern with its macros written out: classes, words, and the signs ( ) | ? *."""
    for _ in range(3):  # macros may use macros
        pattern = _NAME.sub(lambda found: macros.get(found[0], found[0]), pattern)
    return _PIECE.findall(pattern)


def is_word(piece: str) -> bool:
    """True for a piece that is a word or sign of the text, not a class or an operator."""
    return piece[0].islower() or piece == "'s"


def to_regex(pieces: list[str], letters: Mapping[str, str]) -> str:
    """The regular expression over letters; `letters` gives the letters of every class and word.

    Raises KeyError on a class or word without letters.
    """
    out = []
    for piece in pieces:
        if piece in ")|?*":
            out.append(piece)
        else:
            out.append("(?:" if piece == "(" else f"[{letters[piece]}]")
    return "".join(out)


def openings(pieces: list[str], letters: Mapping[str, str]) -> frozenset[str]:
    """The letters that a match of the pattern can begin with."""
    first, _ = _alternatives(iter([*pieces, ")"]), letters)
    return frozenset(first)


def _alternatives(pieces: Iterator[str], letters: Mapping[str, str]) -> tuple[set[str], bool]:
    """First letters of a group up to its closing bracket, and whether the group may be empty."""
    first: set[str] = set()
    empty = False
    branch: list[tuple[set[str], bool]] = []
    for piece in chain(pieces, [")"]):
        if piece in ("?", "*"):
            branch[-1] = (branch[-1][0], True)
        elif piece == "(":
            branch.append(_alternatives(pieces, letters))
        elif piece in ("|", ")"):
            for found, optional in branch:
                first |= found
                if not optional:
                    break
            else:
                empty = True
            if piece == ")":
                return first, empty
            branch = []
        else:
            branch.append((set(letters[piece]), False))
    raise AssertionError("the closing bracket ends the loop")
