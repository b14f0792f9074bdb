"""Which words in small letters may be of a place: asked first, since to find the places of a sentence takes long."""

from __future__ import annotations

from functools import lru_cache

from eventbook.coder.places.borders import BORDERS
from eventbook.coder.places.folding import fold
from eventbook.coder.places.lexicon import Words, place_words
from eventbook.coder.places.spans import ENDS
from eventbook.coder.places.tokens import WORD


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether capitals mark the names of a sentence: it has some, and a quarter of its words begin small."""
    words = [word for word in WORD.findall(text, start, end) if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    cut = text[start - 1 : start].isalnum()  # a sentence that is run into the one before
    return small * 4 >= len(words) and any(word[0].isupper() for word in words) and not cut


def may_be_of_place(word: str) -> bool:
    """Whether a word of prose in small letters may be inside a place's name, or stand for a place: "the capital"."""
    return fold(word) in _small_words(place_words())


@lru_cache(maxsize=4)
def _small_words(words: Words) -> frozenset[str]:
    seats = (word for phrase in words.seats | words.capital_words for word in phrase.split())
    return words.inner | words.kind_feature | ENDS | BORDERS | frozenset(seats)
