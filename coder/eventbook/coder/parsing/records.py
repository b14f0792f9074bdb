"""Tokens and parses: the records that the reading rules look at."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence.

    ``start`` and ``end`` are half-open character offsets into the article's text and
    ``text`` is that slice.  ``tag`` is a Penn tag (NNP, VBD), ``pos`` a Universal part of
    speech derived from it, ``dep`` a Universal relation with its subtype (nsubj:pass,
    obl:agent, acl:relcl).  ``head`` is an index into the sentence's tokens: the token's
    own index for the root, whose ``dep`` is ``root``.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence as a tree: every token has one head, and one token is the root.

    ``start`` and ``end`` are character offsets into the article's text.  A sentence
    without words has no tokens and no root.  ``notes`` is where readers keep what they
    worked out of this sentence, so that nothing is worked out twice.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    notes: dict[tuple[str, int], Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    @property
    def root(self) -> Token | None:
        """The token that has no head, or None in a sentence without words."""
        return next((token for token in self.tokens if token.head == token.index), None)

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all words; gathered once."""
        found: frozenset[str] | None = self.notes.get(("lemmas", 0))
        if found is None:
            found = self.notes["lemmas", 0] = frozenset(token.lemma for token in self.tokens)
        return found

    def children(self, index: int, *deps: str) -> tuple[Token, ...]:
        """The tokens whose head is ``index``, left to right; of the given relations only, if any are named."""
        if not deps:
            return self._children[index]
        return tuple([token for token in self._children[index] if token.dep in deps])

    def child(self, index: int, *deps: str) -> Token | None:
        """The first token below ``index`` with one of the relations, or None."""
        for token in self._children[index]:  # a loop, at half the price of a generator
            if token.dep in deps:
                return token
        return None

    def subtree(self, index: int) -> tuple[int, ...]:
        """The indices of a token and all that hangs below it, left to right."""
        found = [index]
        for at in found:
            found.extend(token.index for token in self._children[at])
        found.sort()
        return tuple(found)

    def ancestors(self, index: int) -> tuple[Token, ...]:
        """The heads of a token, nearest first; empty for the root."""
        chain: list[Token] = []
        token = self.tokens[index]
        while token.head != token.index:
            token = self.tokens[token.head]
            chain.append(token)
        return tuple(chain)

    def conjuncts(self, index: int) -> tuple[Token, ...]:
        """A token and the tokens coordinated with it on its right (``conj`` below it, nested ones too)."""
        found = [self.tokens[index]]
        for at in found:
            found.extend(token for token in self._children[at.index] if token.dep == "conj")
        return tuple(sorted(found, key=lambda token: token.index))

    def span(self, index: int) -> tuple[int, int]:
        """Character offsets from the first to the last token of a subtree."""
        inside = self.subtree(index)
        return self.tokens[inside[0]].start, self.tokens[inside[-1]].end

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character of the article's text, or None."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.tokens) and self.tokens[low].start <= offset:
            return self.tokens[low]
        return None
