"""One, no one and the n-th: articles with person nouns, "one" that counts, "no" before people, ordinals."""

import re

from .lexicon import NumberLexicon
from .tokens import Tokens

_ORDINAL_FIGURE = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)\Z")
_REACH = 5  # tokens from an article to its noun: "a senior prison service officer"


def article_person(tokens: Tokens, at: int, lexicon: NumberLexicon, persons: frozenset[str]) -> int | None:
    """End token of "a soldier", "another elderly woman", "a 12-year-old boy" at `at`; None when it is none."""
    word = tokens.words[at]
    if not persons or (word not in lexicon.words("articles") and word != "another"):
        return None
    stop = lexicon.words("noun_phrase_break")
    place = at + 1
    while place < min(at + 1 + _REACH, len(tokens)):
        token = tokens.words[place]
        if tokens.word(place + 1) == "-" and "".join(tokens.words[place : place + 3]) in persons:  # "a passer-by"
            return place + 3
        if token in persons:
            return _noun_end(tokens, place, persons)
        if token in stop or not (token[0].isalnum() or token == "-"):
            return None
        if token == "-":
            at += 2  # the parts of a hyphenated adjective are one word
        place += 1
    return None


def _noun_end(tokens: Tokens, place: int, persons: frozenset[str]) -> int | None:
    while tokens.word(place + 1) in persons:
        place += 1
    follower = tokens.word(place + 1)
    if follower in ("'s", "’s") or (follower == "-" and tokens.glued(place)):
        return None
    return place + 1


def is_pronoun_one(tokens: Tokens, at: int, lexicon: NumberLexicon) -> bool:
    """ "this one", "one another", "one of the worst": no count; "one of them", "one was killed": a count."""
    before, behind = tokens.word(at - 1), tokens.word(at + 1)
    if before in lexicon.words("one", "not_after") or behind in lexicon.words("one", "not_before"):
        return True
    if before == "that" and not behind[:1].isalpha():
        return True
    if behind != "of":
        return False
    ahead = tokens.words[at + 2 : at + 7]
    return any(
        word in lexicon.words("one", "superlatives") or (word.endswith("est") and len(word) > 5) for word in ahead
    )


def names_nobody(tokens: Tokens, at: int, lexicon: NumberLexicon, persons: frozenset[str]) -> bool:
    """Is the "no" at `at` said of people or their deaths ("no casualties", "no further deaths")?"""
    nouns = lexicon.words("people_nouns")
    return any(word in nouns or word in persons for word in tokens.words[at + 1 : at + 3])


def ordinal_person(tokens: Tokens, at: int, lexicon: NumberLexicon, persons: frozenset[str]) -> int | None:
    """The rank in "the fifth victim", "2nd person"; None where the ordinal orders something else."""
    word = tokens.words[at]
    figure = _ORDINAL_FIGURE.match(word)
    rank = int(figure[1]) if figure else lexicon.ordinals.get(word)
    if rank is None:
        return None
    nouns = lexicon.words("people_nouns")
    return rank if any(w in nouns or w in persons for w in tokens.words[at + 1 : at + 3]) else None
