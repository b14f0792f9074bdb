""" "In the capital", "outside parliament": what stands in a country's capital, where no town is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from eventbook.coder.places.cues import read_direction
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.records import Candidate, Place, PlaceMention
from eventbook.coder.places.tokens import Token
from eventbook.coder.places.told_capitals import told_capitals

#: Share of votes from which an article has one country whose capital is meant.
_ONE_COUNTRY = 0.5
_LONGEST = 3
_REACH = 4
_LONGEST_NAME = 4  # tokens of a country's name
_MARCH = ("march", "marched", "marching")
_PAIRS = frozenset({("front", "of"), *((march, word) for march in _MARCH for word in ("on", "to"))})
_BESIDE = frozenset(("the", "its", "their", "country", "nation"))


class _Seat(NamedTuple):
    first: int
    last: int
    capital: bool


def find_seats(
    text: str,
    tokens: Sequence[Token],
    taken: frozenset[int],
    *,
    words: Words,
    gazetteer: Gazetteer,
    votes: Mapping[str, float],
    report_from: Callable[[], Place | None],
) -> list[PlaceMention]:
    """Mentions of the capital of the country that is named beside it, else of the article's country.

    That is the one whose capital the article reports from (`report_from` gives the town of the dateline), else the
    one it speaks of most. The capital itself has precision 1, a building in it precision 2. `taken`: indices of tokens
    in found names.
    """
    found = []
    openings = seat_openings(words)
    for index, token in enumerate(tokens):
        seat = _at(tokens, index, words) if token.key in openings else None
        if seat is None or _named_after(tokens, seat, taken):
            continue
        cue, country = _before(tokens, seat, words, gazetteer)
        if cue is None:
            continue
        code = country or _at_home(report_from(), votes, gazetteer)
        entry = gazetteer.country(code) if code else None
        town = told_capitals(text, gazetteer).get(entry.place.country) if entry else None
        town = town or (gazetteer.seat(entry) if entry else None)
        if entry is None or town is None:
            continue
        start, end = tokens[seat.first].start, tokens[seat.last].end
        reason = (
            f"the capital of {entry.place.name}" if seat.capital else f"stands in the capital of {entry.place.name}"
        )
        candidate = Candidate(town.place, 0.8 if seat.capital else 0.6, 1 if seat.capital else 2, reason)
        mention = PlaceMention(start, end, text[start:end], (candidate,), cue, "at")
        before = next((at for at in range(seat.first - 1, max(seat.first - _REACH, 0), -1) if tokens[at].key == cue), 0)
        far = read_direction(tokens, before, words) if cue == "of" else None
        if far is not None:  # "45 miles south of the capital" is near it, or says where another place lies
            candidate = replace(candidate, precision=2)
            mention = PlaceMention(
                start, end, text[start:end], (candidate,), far.word, "near", far.distance_km, far.compass
            )
        found.append(mention)
    return found


def _at_home(town: Place | None, votes: Mapping[str, float], gazetteer: Gazetteer) -> str | None:
    """The country whose capital a report comes from, if it speaks of that country; else the one it speaks of most."""
    if town is not None and votes.get(town.country):
        entry = gazetteer.country(town.country)
        seat = gazetteer.seat(entry) if entry else None
        if seat is not None and seat.place.id == town.id:
            return town.country
    return max((c for c in votes if votes[c] >= _ONE_COUNTRY), key=lambda c: votes[c], default=None)


@lru_cache(maxsize=4)
def seat_openings(words: Words) -> frozenset[str]:
    """The words with which a phrase for a capital or a seat of power begins."""
    return frozenset(phrase.split()[0] for phrase in words.seats | words.capital_words)


def _at(tokens: Sequence[Token], index: int, words: Words) -> _Seat | None:
    """The longest phrase that begins here."""
    for length in range(min(_LONGEST, len(tokens) - index), 0, -1):
        key = " ".join(token.key for token in tokens[index : index + length])
        if key in words.seats or key in words.capital_words:
            return _Seat(index, index + length - 1, key in words.capital_words)
    return None


def _named_after(tokens: Sequence[Token], seat: _Seat, taken: frozenset[int]) -> bool:
    """ "The capital, Kyiv", "the capital of Anbar": a name says which town."""
    index = seat.last + 1
    if index >= len(tokens):
        return False
    if tokens[index].key == "of" or tokens[seat.last].possessive or tokens[index].text == "-":
        return True
    if seat.capital and tokens[index].key and tokens[index].start - tokens[seat.last].end <= 1:
        return index in taken or tokens[index].capital
    return tokens[index].text == "," and index + 1 in taken


def _before(tokens: Sequence[Token], seat: _Seat, words: Words, gazetteer: Gazetteer) -> tuple[str | None, str | None]:
    """The word that puts something there, and the country named between; (None, None) where none does."""
    country: str | None = None
    told = False
    index, steps = seat.first, 0
    while index > 0 and steps < _REACH:
        index, steps = index - 1, steps + 1
        token = tokens[index]
        if seat.capital and token.key in words.lesser_capitals:
            return None, None
        named = _country_before(tokens, index, gazetteer) if token.capital else None
        if named is not None:
            (country, index), told = named, True
        elif token.key in _BESIDE or token.possessive:
            told = True
        elif token.key in (words.capital_cues if seat.capital else words.seat_cues):
            return (token.key, country) if told or not seat.capital else (None, None)
        elif not seat.capital and index and (tokens[index - 1].key, token.key) in _PAIRS:
            return f"{tokens[index - 1].key} {token.key}", country
        else:
            break
    return None, None


def _country_before(tokens: Sequence[Token], last: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """The country whose name or people ends at a token, and the index where that begins: "South Sudan's capital"."""
    for first in range(max(0, last - _LONGEST_NAME + 1), last + 1):
        if not tokens[first].key:
            continue
        key = " ".join(token.key for token in tokens[first : last + 1] if token.key)
        codes = {code for code, what in gazetteer.words(key) if what in ("name", "people")}
        if len(codes) == 1:
            return codes.pop(), first
    return None
