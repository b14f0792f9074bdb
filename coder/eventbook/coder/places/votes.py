"""Country votes of an article: which countries its names, people and large places speak of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from eventbook.coder.places.address import read_address, read_dateline, sender
from eventbook.coder.places.capitals import is_longer_name, is_plain_word, is_plain_words, is_written_in_capitals
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.lexicon import place_words
from eventbook.coder.places.people import people_named
from eventbook.coder.places.spans import ABBREVIATED
from eventbook.coder.places.tokens import Token, tokenize

# A country's name says more than its people, who travel; a capital may stand for a government.
_WEIGHT = {"name": 2.0, "people": 1.5, "metonym": 0.5}
_PLACE_WEIGHT = 1.0
#: Added for the town from which a message in capitals is sent: such a line names no country, since it is at home.
_DATELINE = 1.5
_LARGE = 100_000
#: Share that the first country must have among namesakes for a place to count as unambiguous.
_CLEAR = 0.9
_LONGEST = 4
_SMALL_NAMES = 3  # small places of one country, from which they tell where an article is about
_SMALL_WEIGHT = 0.5
_POINTS = 12
#: Names of countries that are as often something else: they count half.
_DOUBTFUL = frozenset(("georgia", "jordan", "chad", "guinea", "congo", "niger", "jersey", "grenada", "dominica"))


def country_votes(
    text: str, gazetteer: Gazetteer, extra: Mapping[str, float] | None = None, *, title: str = ""
) -> dict[str, float]:
    """Share of votes in [0, 1] per ISO alpha-2 country over title and text, largest first.

    `extra` adds votes of the caller's (an armed group's country), in the same weights: a country
    named once is 2. A monitored station's address votes only where nothing else does.
    """
    address = read_address(text, gazetteer)
    begin = address.end if address else 0
    head, body = tokenize(title, 0, len(title)), tokenize(text, begin, len(text))
    tally = _Ballot([*head, *body], text, gazetteer).count(extra) or _Ballot(
        tokenize(text, 0, begin), text, gazetteer
    ).count(extra)
    if home := _dateline_country(text, gazetteer):
        tally[home] = tally.get(home, 0.0) + _DATELINE
    total = sum(tally.values())
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return {country: round(weight / total, 4) for country, weight in ranked if weight > 0} if total else {}


def _dateline_country(text: str, gazetteer: Gazetteer) -> str | None:
    """The country of the town from which a message in capitals is sent."""
    town = read_dateline(text)
    if town is None:
        return None
    capital = sender(text, gazetteer)
    return capital.country if capital else clear_country(gazetteer, town)


class _Ballot:
    """The votes of one text's tokens; `upper` where it is written in capitals, which then tell nothing."""

    def __init__(self, tokens: list[Token], text: str, gazetteer: Gazetteer) -> None:
        self.tokens, self.book = tokens, gazetteer
        words = sum(bool(token.key) for token in tokens)
        capitals = sum(token.capital and len(token.text) > 1 for token in tokens)
        self.upper = is_written_in_capitals(tokens, words) if capitals > words * 0.6 else False
        self.cased = capitals > words * 0.02
        self.people = people_named(text) if self.upper else frozenset()

    def count(self, extra: Mapping[str, float] | None) -> dict[str, float]:
        """Weight by country."""
        tally: dict[str, float] = dict(extra or {})
        past = 0
        for index, token in enumerate(self.tokens):
            if index >= past and token.key and (token.capital or not self.cased):
                past = index + self._vote_at(index, tally)
        for country, names in self._small_names().items():
            if len(names) >= _SMALL_NAMES:
                tally[country] = tally.get(country, 0.0) + _SMALL_WEIGHT * len(names)
        return tally

    def _small_names(self) -> dict[str, set[str]]:
        """The small places that no other country has, behind "in" or "at", by country: three of them tell where."""
        found: dict[str, set[str]] = {}
        if not self.cased or self.upper:
            return found
        for before, token in pairwise(self.tokens):
            if token.capital and before.key in place_words().firmly_at and not self.book.words(token.key):
                country = only_country(self.book, token.key)
                if country is not None:
                    found.setdefault(country, set()).add(token.key)
        return found

    def _vote_at(self, index: int, tally: dict[str, float]) -> int:
        """Count the longest name that begins here; returns how many tokens it took."""
        tokens, cased = self.tokens, self.cased
        head = tokens[index]
        if not cased and head.key in place_words().common:
            return 1
        for length in range(min(_LONGEST, len(tokens) - index), 0, -1):
            last = tokens[index + length - 1]
            if not last.key or (cased and not last.capital) or last.end - head.start > 50:
                continue
            key = head.key if length == 1 else " ".join([t.key for t in tokens[index : index + length] if t.key])
            if key in ABBREVIATED and (not head.text.isupper() or (self.upper and _is_word(head))):
                continue
            pairs = () if key in self.people else self.book.words(key)
            if pairs and self._key(index + length) in place_words().missions:
                return length  # the American embassy is in another country
            if pairs:
                for country, what in pairs:
                    half = 0.5 if key in _DOUBTFUL else 1.0
                    tally[country] = tally.get(country, 0.0) + half * _WEIGHT[what] / len({c for c, _ in pairs})
                return length
            if (last.capital or not cased) and (place := clear_country(self.book, key, counties=False)):
                if not self.upper or self._is_sure(index, index + length - 1, key, place):
                    tally[place] = tally.get(place, 0.0) + _PLACE_WEIGHT
                return length
            if length > 1 and self.book.entries(key):
                return length  # "San Sebastian" is of many countries, and none of it a vote for Sebastian in Florida
        return 1

    def _key(self, index: int) -> str:
        return self.tokens[index].key if index < len(self.tokens) else ""

    def _is_sure(self, first: int, last: int, key: str, country: str) -> bool:
        """In capitals: no surname, no ordinary words, no piece of a longer name, and its name in its own country."""
        if key in self.people or is_plain_words(self.tokens[first : last + 1]) or is_longer_name(self.tokens, last):
            return False
        return any(e.rank <= 0 and e.place.country == country for e in self.book.entries(key))


def _is_word(token: Token) -> bool:
    """ "US" and "CAR" in a text of capitals, where countries are "U.S."; "UK" is no word."""
    return "." not in token.text and is_plain_word(token.key)


@lru_cache(maxsize=8192)
def only_country(gazetteer: Gazetteer, key: str) -> str | None:
    """The country of a place whose name is in no other; None otherwise."""
    words = place_words()
    if key in words.words or key in words.first_names or len(key) < 4:
        return None
    countries = {entry.place.country for entry in gazetteer.entries(key)}
    return countries.pop() if len(countries) == 1 else None


@lru_cache(maxsize=4)
def clear_points(text: str, gazetteer: Gazetteer, *, counties: bool = True) -> tuple[tuple[float, float], ...]:
    """Points of the article's large places that no namesake rivals, at most 12, in order of mention.

    `counties`: whether one that is large only with its county counts.
    """
    found: dict[tuple[float, float], None] = {}
    for token in tokenize(text, 0, len(text)):
        if token.capital and len(found) < _POINTS and not gazetteer.words(token.key):
            country = clear_country(gazetteer, token.key, counties=counties)
            if country is not None:
                best = max(
                    (e.place for e in gazetteer.entries(token.key) if e.place.country == country),
                    key=lambda place: (place.kind == "town", place.population),
                )
                found[(best.latitude, best.longitude)] = None
    return tuple(found)


def clear_country(gazetteer: Gazetteer, key: str, *, counties: bool = True) -> str | None:
    """The country of a large place, a town or (where `counties`) its county, whose name no rival shares, else None."""
    country, large, large_town = _weigh_country(gazetteer, key)
    return country if (large if counties else large_town) else None


@lru_cache(maxsize=8192)
def _weigh_country(gazetteer: Gazetteer, key: str) -> tuple[str | None, bool, bool]:
    """The country that a name is clear of; whether a place of that name there is large, and one that is no county."""
    words = place_words()
    if key in words.words or key in words.first_names or len(key) < 4:
        return None, False, False
    weights: dict[str, float] = {}
    large = large_town = False
    for entry in gazetteer.entries(key):
        people = entry.place.population * (1.0 if entry.rank <= 0 else 0.1)
        if entry.place.kind in ("region", "feature"):
            people = _LARGE
        weights[entry.place.country] = max(weights.get(entry.place.country, 0.0), people)
        large = large or people >= _LARGE
        large_town = large_town or (people >= _LARGE and entry.place.kind != "subdivision")
    if not large:
        return None, False, False
    best = max(weights, key=lambda country: (weights[country], country))
    clear = weights[best] >= _CLEAR * sum(weights.values())
    return best if clear else None, large, large_town


def fold_divisions(names: list[str]) -> tuple[str, ...]:
    """Folded names in order, without repeats."""
    return tuple(dict.fromkeys(fold(name) for name in names if name))
