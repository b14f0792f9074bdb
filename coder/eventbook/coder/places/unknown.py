"""Names that the gazetteer lacks: a similar spelling in the article's country, else the division named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventbook.coder.places.folding import fold
from eventbook.coder.places.fuzzy import similar
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.records import Candidate, Place, PlaceMention
from eventbook.coder.places.tokens import Token

#: Share of votes from which an article has one country in which spellings may be compared.
_ONE_COUNTRY = 0.5
_LONGEST = 4
_SHORTEST = 5
_SETTLEMENTS = frozenset(("town", "village", "city", "hamlet", "settlement", "towns", "villages", "suburb", "locality"))
_PREPOSITIONS = frozenset(("in", "at", "near", "outside"))


def find_unknown(
    text: str,
    tokens: Sequence[Token],
    taken: frozenset[int],
    *,
    words: Words,
    gazetteer: Gazetteer,
    votes: Mapping[str, float],
    divisions: Sequence[Place],
) -> list[PlaceMention]:
    """Mentions of capitalised names after a cue that no entry has; flagged in the reason.

    `taken`: indices of tokens that are in a found name; `divisions`: those named in the sentence.
    """
    country = max(votes, key=lambda code: (votes[code], code), default=None)
    if country is not None and votes[country] < _ONE_COUNTRY:
        country = None
    if country is None and not divisions:
        return []
    found = []
    for first, last, cue in _names(tokens, taken, words):
        quote = text[tokens[first].start : tokens[last].end]
        candidates = _similar(gazetteer, quote, country, divisions, near=cue in ("near", "outside"))
        if not candidates and cue not in _PREPOSITIONS:
            candidates = _division(divisions)
        if candidates:
            relation = "near" if cue in ("near", "outside") else "at"
            start, end = tokens[first].start, tokens[last].end
            found.append(PlaceMention(start, end, quote, candidates, cue, "near" if relation == "near" else "at"))
    return found


def _names(tokens: Sequence[Token], taken: frozenset[int], words: Words) -> list[tuple[int, int, str]]:
    """(first, last, cue) of capitalised runs after "village of" or "in", or before "village"."""
    found = []
    for first in range(1, len(tokens)):
        token, before = tokens[first], tokens[first - 1]
        if not token.capital or first in taken or token.key in words.words or token.start - before.end > 2:
            continue
        last = _run(tokens, first, taken)
        if last is None or len(token.key) < 3:
            continue
        after = tokens[last + 1].key if last + 1 < len(tokens) else ""
        kind = tokens[first - 2].key if first > 1 and before.key == "of" else ""
        if kind in _SETTLEMENTS:
            found.append((first, last, f"{kind} of"))
        elif after in _SETTLEMENTS and not before.capital:
            found.append((first, last, after))
        elif before.key in _PREPOSITIONS and token.key not in words.first_names:
            found.append((first, last, before.key))
    return found


def _run(tokens: Sequence[Token], first: int, taken: frozenset[int]) -> int | None:
    last = first
    for step in range(first + 1, min(first + _LONGEST, len(tokens))):
        token = tokens[step]
        if token.start - tokens[step - 1].end > 1 or tokens[step - 1].possessive:
            break
        if step in taken:
            return None if token.capital else last
        if not token.capital and token.text not in ("-", "’"):
            break
        last = step
    return last if tokens[last].key else last - 1


def _similar(
    book: Gazetteer, quote: str, country: str | None, divisions: Sequence[Place], *, near: bool
) -> tuple[Candidate, ...]:
    if country is None or len(quote) < _SHORTEST:
        return ()
    inside = {(d.kind, fold(d.name)) for d in divisions if d.country == country}
    hits = [
        hit
        for hit in similar(book, quote, country)
        if hit.entry.place.kind in ("town", "district")
        and (
            not inside
            or ("division", fold(hit.entry.place.admin1)) in inside
            or ("subdivision", fold(hit.entry.place.admin2)) in inside
        )
    ]
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


def _division(divisions: Sequence[Place]) -> tuple[Candidate, ...]:
    """The smallest division of the sentence, at precision 2 or 3."""
    ranked = sorted(divisions, key=lambda place: (place.kind != "subdivision", place.id))
    return tuple(
        Candidate(
            place, 0.5, 2 if place.kind == "subdivision" else 3, f"{place.kind} named; the place itself is not known"
        )
        for place in ranked[:1]
    )
