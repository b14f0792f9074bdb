"""The places of one sentence, looked for when a reader first asks: half of the sentences tell of no event."""

from collections.abc import Callable
from functools import cached_property

from eventbook.coder.parsing.records import Parse
from eventbook.coder.places.records import PlaceMention
from eventbook.coder.places.small import is_prose, may_be_of_place


class SentencePlaces:
    """Places of a parsed sentence; as a container it holds the indices of the tokens inside their names.

    Asked of a word that its small letters keep out of any name, it finds no places.
    """

    def __init__(self, parse: Parse, text: str, find: Callable[[], tuple[PlaceMention, ...]]) -> None:
        self._parse = parse
        self._text = text
        self._find = find

    @cached_property
    def mentions(self) -> tuple[PlaceMention, ...]:
        """The places in text order."""
        return self._find()

    @cached_property
    def _tokens(self) -> frozenset[int]:
        return frozenset(
            token.index
            for place in self.mentions
            for token in self._parse.tokens
            if place.start <= token.start and token.end <= place.end
        )

    @cached_property
    def _is_prose(self) -> bool:
        return is_prose(self._text, self._parse.start, self._parse.end)

    def _is_small(self, index: int) -> bool:
        """Whether a word is written as no word of a name is, and stands by itself."""
        token = self._parse.tokens[index]
        alone = index > 0 and self._parse.tokens[index - 1].end < token.start
        return alone and token.text.isalpha() and token.text.islower() and not may_be_of_place(token.text)

    def __contains__(self, index: object) -> bool:
        if isinstance(index, int) and self._is_small(index) and self._is_prose:
            return False
        return index in self._tokens
