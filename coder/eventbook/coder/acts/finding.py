"""Finding the words of acts in a sentence; a cheap scan that needs no parse."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eventbook.coder.acts.lexicon import MAX_GAP, ActLexicon, Pattern

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LOOSE = 3  # words between those of a phrase, from which a noun of two words beside each other is preferred
_OF = frozenset({"of", "ofs"})  # "the capture of": whose object follows
_AND = frozenset({"and", "ands"})  # of two verbs the last has the object: "shot and killed a guard"
# Between a noun and "were" these tell of others: "six passengers died and another 11 were taken to hospital".
_OTHERS = frozenset({"another", "others", "died", "killed", "wounded", "injured", "hurt"})


@dataclass(frozen=True, slots=True)
class ActHit:
    """Words that tell of an act: indices of the first and last word, and of all words that matched."""

    pattern: Pattern
    first: int
    words: tuple[int, ...]

    @property
    def last(self) -> int:
        """Index of the last word."""
        return self.words[-1]

    @property
    def is_loose(self) -> bool:
        """Whether several words stand between its own: "(artillery) fire killed five people in Donetsk on"."""
        return self.last - self.first - len(self.words) >= _LOOSE

    @property
    def head(self) -> int:
        """Index of the word that heads it: the verb, what stands before "of", or the last word of a noun or phrase."""
        if self.pattern.part == "noun" and self.pattern.rest and self.pattern.rest[-1] == _OF:
            return self.first
        verb_first = self.pattern.part == "verb" and not self.pattern.passive and _AND not in self.pattern.rest
        return self.first if verb_first else self.words[-1]


def is_month(word: str, before: str, after: str) -> bool:
    """Whether a word is the month of March by a number beside it: "on 19 March", "March 3"."""
    return word == "march" and (before[:1].isdigit() or after[:1].isdigit())


def split_words(text: str, start: int, end: int) -> list[str]:
    """The lower-cased words of a span, hyphens apart."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text, start, end)]


def find_words(text: str, start: int, end: int, hit: ActHit) -> tuple[int, int]:
    """The characters of a hit in the span that its words were split from."""
    spans = [match.span() for match in WORD.finditer(text, start, end)]
    return spans[hit.first][0], spans[hit.last][1]


def find_acts(
    words: Sequence[str], lexicon: ActLexicon, fits: Callable[[ActHit], bool] | None = None
) -> tuple[ActHit, ...]:
    """All acts in a sequence of lower-cased words; where two overlap the longer stays, else the tighter, else the deed.

    `fits` leaves out what a parse rules out, before it can stand in the way of another: "held a march through".
    Linear in the number of words: each word starts a bounded number of bounded patterns.
    """
    hits: list[ActHit] = []
    present = frozenset(words)
    for index, word in enumerate(words):
        for pattern in lexicon.patterns.get(word, ()):
            if pattern.rest and pattern.rest[0].isdisjoint(present):
                continue
            found = _match(words, index, pattern, lexicon.borders)
            if found is None:
                continue
            hit = ActHit(pattern, index, found)
            if fits is None or fits(hit):
                hits.append(hit)
    hits.sort(key=_order)
    taken: set[int] = set()
    whole: set[tuple[int, ...]] = set()
    kept: list[ActHit] = []
    singles: dict[int, list[ActHit]] = {}
    for hit in hits:
        if len(hit.words) == 1:
            singles.setdefault(hit.first, []).append(hit)
        elif hit.words in whole or not taken.intersection(hit.words):  # of one phrase of two acts the object decides
            taken.update(hit.words)
            whole.add(hit.words)
            kept.append(hit)
    for index, same in singles.items():
        if index not in taken:
            kept.extend(same)  # one form of a verb and of a noun: the tag decides later
    return tuple(sorted(kept, key=lambda hit: (hit.first, hit.pattern.part)))


def _order(hit: ActHit) -> tuple[int, bool, bool, int, int]:
    own = len(hit.words) - hit.pattern.passive  # "were taken into custody": "were" is no word of an act
    return -own, hit.is_loose, hit.pattern.part == "noun", hit.last - hit.first, hit.first


def _match(words: Sequence[str], index: int, pattern: Pattern, borders: frozenset[str]) -> tuple[int, ...] | None:
    found = [index]
    at = index + 1
    for forms in pattern.rest:
        limit = min(len(words), at + (MAX_GAP if pattern.gaps else 0) + 1)
        while at < limit and words[at] not in forms:
            if words[at] in borders or (pattern.passive and words[at] in _OTHERS):
                return None
            at += 1
        if at >= limit:
            return None
        found.append(at)
        at += 1
    return tuple(found)
