"""Names that the gazetteer lacks: a similar spelling in the article's country, else the division named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.distance import apart
from eventbook.coder.places.folding import fold
from eventbook.coder.places.fuzzy import similar
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.home import home_countries
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.records import Candidate, Place, PlaceKind, PlaceMention
from eventbook.coder.places.spans import Case
from eventbook.coder.places.tokens import Token

#: Share of votes from which an article has one country in which spellings may be compared.
_ONE_COUNTRY = 0.5
_LONGEST = 4
#: Kilometres from the seat of a division within which a similar name may have belonged to it.
_NEXT_KM = 120.0
_SHORTEST = 5
_PREPOSITIONS = frozenset(("in", "at", "near", "outside"))


def find_unknown(
    text: str,
    tokens: Sequence[Token],
    taken: frozenset[int],
    *,
    rejected: frozenset[tuple[int, int]],
    words: Words,
    gazetteer: Gazetteer,
    votes: Mapping[str, float],
    divisions: Sequence[Place],
    case: Case = "mixed",
) -> list[PlaceMention]:
    """Mentions of names after a cue that no entry has; flagged in the reason.

    `taken`: indices of tokens that are in a found name; `rejected`: first and last token of names that the gazetteer
    has and that mean no place here; `divisions`: those named in the sentence. Where capitals
    tell nothing, names are words that are in no dictionary, and only similar spellings are taken.
    """
    country = max(votes, key=lambda code: (votes[code], code), default=None)
    if country is not None and votes[country] < _ONE_COUNTRY:
        country = None
    if country is None and not divisions:
        return []
    found, home = [], home_countries(votes)
    named = _find_named(tokens, case, words)
    for first, last, cue in _names(tokens, taken, words, named):
        if (first, last) in rejected:
            continue
        quote = text[tokens[first].start : tokens[last].end]
        candidates = _similar(gazetteer, quote, country, divisions, near=cue in ("near", "outside"))
        if not candidates and cue not in _PREPOSITIONS and case != "lower":
            candidates = _division([division for division in divisions if not home or division.country in home])
        if candidates:
            relation = "near" if cue in ("near", "outside") else "at"
            start, end = tokens[first].start, tokens[last].end
            found.append(PlaceMention(start, end, quote, candidates, cue, "near" if relation == "near" else "at"))
    return found


def _find_named(tokens: Sequence[Token], case: Case, words: Words) -> frozenset[int]:
    """Indices of tokens that may be in a name; in capitals those that are no words, and "LA" before them."""
    named = {index for index, token in enumerate(tokens) if _is_named(token, case, words)}
    for index in range(len(tokens) - 2, -1, -1):
        if tokens[index].key in words.name_heads and index + 1 in named and (case != "mixed" or tokens[index].capital):
            named.add(index)
    return frozenset(named)


def _is_named(token: Token, case: Case, words: Words) -> bool:
    if case == "mixed":
        return token.capital
    known = token.key in words.words or token.key in words.calendar or token.key in words.first_names
    return len(token.key) > 3 and token.key.isalpha() and not known and not is_common_word(token.key)


def _names(
    tokens: Sequence[Token], taken: frozenset[int], words: Words, named: frozenset[int]
) -> list[tuple[int, int, str]]:
    """(first, last, cue) of runs of names after "village of" or "in", or before "village"."""
    found = []
    for first in range(1, len(tokens)):
        token, before = tokens[first], tokens[first - 1]
        if first not in named or first in taken or token.start - before.end > 2:
            continue
        if token.key in words.words and token.key not in words.name_heads:
            continue
        last = _run(tokens, first, taken, named)
        if last is None or (len(token.key) < 3 and last == first):
            continue
        after = tokens[last + 1].key if last + 1 < len(tokens) else ""
        kind = tokens[first - 2].key if first > 1 and before.key == "of" else ""
        if kind in words.settlements:
            found.append((first, last, f"{kind} of"))
        elif before.key in words.kind_before and before.key in words.settlements:
            found.append((first, last, f"{before.key} of"))
        elif after in words.settlements and first - 1 not in named:
            found.append((first, last, after))
        elif before.key in _PREPOSITIONS and token.key not in words.first_names:
            found.append((first, last, before.key))
        elif before.key == "the" and after in words.district_words and _key(tokens, first - 2) in _PREPOSITIONS:
            found.append((first, last, _key(tokens, first - 2)))  # "in the X area"
    return found


def _key(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].key if index >= 0 else ""


def _run(tokens: Sequence[Token], first: int, taken: frozenset[int], named: frozenset[int]) -> int | None:
    last = first
    for step in range(first + 1, min(first + _LONGEST, len(tokens))):
        token = tokens[step]
        if token.start - tokens[step - 1].end > 1 or tokens[step - 1].possessive:
            break
        if step in taken:
            return None if step in named else last
        if step not in named and token.text not in ("-", "’"):
            break
        last = step
    return last if tokens[last].key else last - 1


def _similar(
    book: Gazetteer, quote: str, country: str | None, divisions: Sequence[Place], *, near: bool
) -> tuple[Candidate, ...]:
    if country is None or len(quote) < _SHORTEST:
        return ()
    inside = {(d.kind, fold(d.name)) for d in divisions if d.country == country}
    hits = [hit for hit in similar(book, quote, country) if hit.entry.place.kind in ("town", "district")]
    if inside:
        held = [hit for hit in hits if _lies_in(hit.entry.place, inside)]
        # Borders of districts change, and reports keep the old ones.
        beside = [hit for hit in hits if any(apart(hit.entry.place, d) <= _NEXT_KM for d in divisions)]
        hits, inside = (held, inside) if held else (beside, set())
    if not hits or (len(hits) > 1 and not inside and hits[1].similarity > hits[0].similarity - 3):
        return ()
    precision = 1 if inside and not near else 2
    share = 0.8 if inside else 0.6
    return tuple(
        Candidate(
            hit.entry.place, share if hit is hits[0] else 0.1, precision, f"similar spelling {hit.key!r} ({hit.how})"
        )
        for hit in hits[:3]
    )


def _lies_in(place: Place, labels: set[tuple[PlaceKind, str]]) -> bool:
    return ("division", fold(place.admin1)) in labels or ("subdivision", fold(place.admin2)) in labels


def _division(divisions: Sequence[Place]) -> tuple[Candidate, ...]:
    """The smallest division of the sentence, at precision 2 or 3."""
    ranked = sorted(divisions, key=lambda place: (place.kind != "subdivision", place.id))
    return tuple(
        Candidate(
            place, 0.5, 2 if place.kind == "subdivision" else 3, f"{place.kind} named; the place itself is not known"
        )
        for place in ranked[:1]
    )
