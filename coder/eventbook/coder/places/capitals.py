"""Texts written all in capitals: there a letter tells no name from a word, and neighbours have to."""

from __future__ import annotations

from collections.abc import Sequence

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.lexicon import Words, place_words
from eventbook.coder.places.tokens import Token

#: Share of words in capitals from which a text is written in them.
_MOSTLY = 0.75
#: Characters between two words of one name, a line's end included.
_GAP = 2
#: Words from a name to one that goes on with it: "ALTOS DE LA CUEVA".
_LONGEST = 4


def is_written_in_capitals(tokens: Sequence[Token], words: int) -> bool:
    """Whether so many of the `words` of a text are in capitals that they show nothing."""
    upper = sum(len(token.text) > 1 and token.text.isupper() for token in tokens if token.key)
    return upper > words * _MOSTLY


def is_plain_words(tokens: Sequence[Token]) -> bool:
    """Whether a name is made of ordinary words alone: "THE VILLAGE", "CUT OFF", "MARITIME"."""
    return all(is_plain_word(token.key) for token in tokens if token.key)


def is_plain_word(key: str) -> bool:
    """Whether a folded word is one of English, and no name that is known as one."""
    words = place_words()
    return key in words.common or key in words.compass or key in words.kind_before or is_common_word(key)


def is_longer_name(tokens: Sequence[Token], last: int, taken: frozenset[int] = frozenset()) -> bool:
    """Whether a name that ends at `last` goes on: "SAN JOSE GUAYABAL", "ALTOS DE LA CUEVA", "ORLANDO ROJAS".

    `taken`: indices of the tokens of likely places.
    """
    words = place_words()
    step = last + 1
    while step < len(tokens) and tokens[step].key in words.inner and tokens[step].key not in words.common:
        step += 1
    if step >= len(tokens) or step > last + _LONGEST or tokens[last].possessive:
        return False
    if step in taken and tokens[step].key not in words.given_names:
        return False
    if any(tokens[n + 1].start - tokens[n].end > _GAP for n in range(last, step)):
        return False
    key = tokens[step].key
    return len(key) > 2 and key.isalpha() and not _may_follow(key, words) and not is_plain_word(key)


def _may_follow(key: str, words: Words) -> bool:
    """Words that the table of English lacks and that stand behind a whole name."""
    ends = (words.kind_after, words.kind_of, words.kind_feature, words.calendar, words.after_names)
    return any(key in end for end in ends)
