"""An article's own countries: a name that they have is theirs, and a small namesake abroad is doubted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from eventbook.coder.places.address import Address
from eventbook.coder.places.gazetteer import Entry, Gazetteer
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.lists import holds
from eventbook.coder.places.records import Place
from eventbook.coder.places.spans import Span

#: Share of votes from which an article has countries of its own, and that of the first which another needs.
_PLAIN, _BESIDE = 0.3, 0.5
#: Inhabitants of a town in another country that the article names, without its saying that the town lies there.
_KNOWN_ABROAD = 100_000
_CAPITAL = -1
#: Tokens from a name to the one that holds it: a comma or a bracket stands between.
NEXT = 2


def home_countries(votes: Mapping[str, float]) -> frozenset[str]:
    """ISO alpha-2 codes of the countries that an article is about; empty where it speaks of many alike."""
    top = max(votes.values(), default=0.0)
    if top < _PLAIN:
        return frozenset()
    return frozenset(country for country, share in votes.items() if share >= top * _BESIDE)


def prefer_home(spans: Sequence[Span], home: frozenset[str], address: Address | None = None) -> list[Span]:
    """Leave of each name the places at home that bear it as their own, if there are any.

    "San Antonio, Texas" stays as it is: the name behind says where it lies. The town of a text's address is that
    town wherever it is named.
    """
    if address is not None:
        spans = [_addressed(span, address) for span in spans]
    told = set()
    for index, (span, behind) in enumerate(pairwise(spans)):
        if behind.first - span.last <= NEXT and holds(behind, span):
            told |= {index, index + 1}
    return [
        span if index in told else span._replace(entries=_at_home(span.entries, home))
        for index, span in enumerate(spans)
    ]


def without_kind(span: Span, book: Gazetteer, home: frozenset[str], words: Words) -> Span:
    """ "La Libertad department" of another country is La Libertad at home, if there is one."""
    core, _, kind = span.key.rpartition(" ")
    if not core or kind not in words.division_words or any(e.place.country in home for e in span.entries):
        return span
    entries = book.entries(core)
    mine = any(e.place.kind == "division" and e.place.country in home for e in entries)
    return Span(span.first, span.last - 1, core, entries) if mine else span


def _addressed(span: Span, address: Address) -> Span:
    there = tuple(entry for entry in span.entries if entry.place.country == address.country)
    return span._replace(entries=there) if there and span.key == address.town else span


def _at_home(entries: tuple[Entry, ...], home: frozenset[str]) -> tuple[Entry, ...]:
    if len({entry.place.country for entry in entries}) < 2:
        return entries
    if any(e.place.kind in ("country", "region", "feature") or e.rank == _CAPITAL for e in entries):
        return entries
    mine = tuple(entry for entry in entries if entry.place.country in home)
    return mine if any(entry.rank <= 0 for entry in mine) else entries


def is_stranger(places: Sequence[Entry], home: frozenset[str], votes: Mapping[str, float]) -> bool:
    """Whether none of the places is at home or so large that it is known without its country's name."""
    return bool(home) and not any(_is_known(entry, home, votes) for entry in places)


def _is_known(entry: Entry, home: frozenset[str], votes: Mapping[str, float]) -> bool:
    place: Place = entry.place
    if place.country in home or place.kind == "country" or entry.rank == _CAPITAL:
        return True
    wide = place.kind in ("region", "feature") or place.population >= _KNOWN_ABROAD
    return wide and votes.get(place.country, 0.0) > 0
