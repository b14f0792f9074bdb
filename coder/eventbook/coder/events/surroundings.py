"""The places of one sentence, looked for when a reader first asks: half of the sentences tell of no event."""

from collections.abc import Callable
from functools import cached_property

from eventbook.coder.parsing.records import Parse
from eventbook.coder.places.records import PlaceMention


class SentencePlaces:
    """Places of a parsed sentence; as a container it holds the indices of the tokens inside their names."""

    def __init__(self, parse: Parse, find: Callable[[], tuple[PlaceMention, ...]]) -> None:
        self._parse = parse
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

    def __contains__(self, index: object) -> bool:
        return index in self._tokens
