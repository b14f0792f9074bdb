"""Which community people are of: a known one, or by the name before a word for one ("the Gawula clan")."""

from collections.abc import Container
from typing import Literal

from eventbook.codebook.model_sides import Community
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.parsing.records import Parse, Token

_LONGEST_NAME = 3  # words: "Awlad Abu Seif"; what is longer is an organisation
_BETWEEN = 2  # words between the name and the noun: "Twa self-defence groups" has the hyphen's parts as well


def unknown_communities(
    parse: Parse, low: int, high: int, *, named: Container[int], places: Container[int]
) -> list[Community]:
    """The communities whose names stand in a phrase before a word for their people, although no list knows them.

    `named` are the words inside other names; a place before "youths" is where they live, before "clan" a name.
    """
    for at in range(high, low - 1, -1):
        lemma = parse.tokens[at].lemma.lower()
        strong = lemma in grammar().community_nouns
        if not strong and lemma not in grammar().communal_nouns:
            continue
        words = _name_before(parse, at, low, named)
        if not words or (not strong and any(token.index in places for token in words)):
            continue
        found = [words]
        joint = words[0].index - 1
        if joint > low and parse.tokens[joint].text.lower() in ("and", "/"):  # "Kobani and Zambo tribesmen"
            found.insert(0, _name_before(parse, joint, low, named))
        kind: Literal["clan", "ethnic"] = "clan" if strong else "ethnic"
        names = [" ".join(token.text for token in name) for name in found if name]
        return [Community(name=name, forms=(name,), kind=kind) for name in names]
    return []


def _name_before(parse: Parse, at: int, low: int, named: Container[int]) -> list[Token]:
    """The words of a name that stand before a noun, with at most an adjective between them."""
    end = at - 1
    while end >= low and at - end <= _BETWEEN and parse.tokens[end].text[:1].islower():
        end -= 1
    words: list[Token] = []
    while end >= low and _may_name(parse.tokens[end], named):
        words.insert(0, parse.tokens[end])
        end -= 1
    return words if len(words) <= _LONGEST_NAME else []


def _may_name(token: Token, named: Container[int]) -> bool:
    word = token.text
    return (
        word[:1].isupper()
        and not word.isupper()
        and token.index not in named
        and token.tag in ("NNP", "NNPS", "NN", "NNS", "JJ")
        and not is_common_word(word.lower())
        and word.lower() not in grammar().creeds
        and not word.lower().startswith(("pro-", "anti-", "ex-", "non-"))
    )


def joins(parse: Parse, end: int, first: int) -> bool:
    """Whether only "and" stands between two names: "the Habar Gedir and the Marehan"."""
    between = [token.text.lower() for token in parse.tokens[end:first]]
    return "and" in between and set(between) <= {"and", "the", "members", "of"}
