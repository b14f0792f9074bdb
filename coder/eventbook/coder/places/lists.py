"""Names that stand together: one holds the other, a list shares its preposition, "between A and B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eventbook.coder.places.cues import Cue
from eventbook.coder.places.distance import apart
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Entry
from eventbook.coder.places.lexicon import Words, place_words
from eventbook.coder.places.records import PlaceMention
from eventbook.coder.places.spans import Span
from eventbook.coder.places.tokens import Token


def find_containers(tokens: Sequence[Token], spans: Sequence[Span], cues: list[Cue], words: Words) -> set[int]:
    """Indices of spans that hold the span before them ("Tripoli, Lebanon"; "Pakistan's Sindh").

    `cues` of what they hold are made stronger, in place.
    """
    holders = set()
    leading = leading_words(words) | {"s"}
    for index in range(len(spans) - 1):
        first, second = spans[index], spans[index + 1]
        gap = tokens[first.last + 1 : second.first]
        owned = tokens[first.last].possessive and all(t.key in words.between for t in gap)
        if owned and holds(first, second):
            holders.add(index)
            cues[index + 1] = _stronger(cues[index + 1], Cue("in", 3))
        plain = len(gap) == 1 and gap[0].text in (",", "(")
        inside = gap and all(t.key in leading or t.text == "," for t in gap)
        kinds = [t for t in gap if t.key in words.kind_after or t.key in words.kind_of]
        told = kinds and all(
            t.key in ("in", "the", "of")
            or t.text == ","
            or t.key in words.kind_after
            or t.key in words.between
            or t.key in words.kind_of
            for t in gap
        )
        if (plain or inside or told) and holds(second, first):
            holders.add(index + 1)
            cues[index] = _stronger(cues[index], Cue("(" if plain and gap[0].text == "(" else ",", 3))
    return holders


def leading_words(words: Words) -> frozenset[str]:
    """The words that lead from a place to the wider one that holds it: "Shangpu, in the south of Guangdong"."""
    return words.compass | {"in", "the", "of", "far"}


_ROADS = ("road", "highway", "route", "motorway", "axis")
_ROADS_FROM = tuple(f"{road} from" for road in _ROADS)
_HYPHENS = frozenset({"-", "–"})


def share_cues(tokens: Sequence[Token], spans: Sequence[Span], cues: list[Cue]) -> list[Cue]:
    """Names of a list share the cue of its first: "in Aleppo, Homs and Hama"."""
    for index in range(1, len(spans)):
        gap = tokens[spans[index - 1].last + 1 : spans[index].first]
        listed = gap and len(gap) <= 3 and all(t.text == "," or t.key in ("and", "or", "the", "&") for t in gap)
        if not listed:
            continue
        before = cues[index - 1]
        if cues[index].strength == 0 and before.strength >= 2 and before.word not in ("container",):
            hint = before.hint if before.word and before.word.endswith("s of") else None
            cues[index] = replace(before, hint=hint, distance_km=None)
    for index in range(len(cues) - 1, 0, -1):
        gap = tokens[spans[index - 1].last + 1 : spans[index].first]
        after = cues[index]
        plural = after.word in place_words().kinds_after_lists
        listed = plural and gap and all(t.text == "," or t.key in ("and", "or") for t in gap)
        if listed or (after.word in _ROADS and len(gap) == 1 and gap[0].text in _HYPHENS):  # "the Jos-Bukuru road"
            cues[index - 1] = _stronger(cues[index - 1], after)
    return cues


def lies_in(entry: Entry, holder: Entry) -> bool:
    """Whether a place lies in another by what the gazetteer says of both."""
    place, around = entry.place, holder.place
    if place.country != around.country or place.id == around.id:
        return False
    if around.kind == "country":
        return place.kind != "country"
    if around.kind == "division":
        return place.kind in ("town", "district", "subdivision", "feature") and place.admin1 == around.name
    if around.kind == "subdivision":
        return place.kind in ("town", "district") and place.admin2 == around.name and place.admin1 == around.admin1
    if around.kind == "region":
        return place.kind in ("town", "district") and apart(place, around) < 150
    return place.kind == "district" and around.kind == "town" and apart(place, around) < 45


def join_between(text: str, made: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Give "between A and B", "the A-B road" and "the road from A to B" the relation, and A the other end."""
    for index in range(len(made) - 1):
        first, second = made[index], made[index + 1]
        before = fold(text[max(0, first.start - 40) : first.start])
        gap = fold(text[first.end : second.start])
        road = fold(text[second.end : second.end + 25]).startswith(_ROADS)
        along = before.endswith(_ROADS_FROM)
        between = before.endswith(
            ("between", "between the towns of", "between the cities of", "between the villages of")
        )
        linked = (between and gap in ("and", "and the")) or (along and gap == "to")
        linked = linked or (road and gap in ("", "to", "and"))
        if not linked or "metonym" in (first.relation, second.relation):
            continue
        if between and {p.place.kind for p in (first, second) if p.place} & {"country"}:
            continue
        made[index] = _between(first, second)
        made[index + 1] = _between(second, first)
    return tuple(made)


def _between(mention: PlaceMention, other: PlaceMention) -> PlaceMention:
    candidates = tuple(
        replace(c, precision=max(c.precision, 2), reason=f"{c.reason}; on the way to {other.quote}")
        for c in mention.candidates
    )
    return replace(
        mention, relation="between", cue=mention.cue or "between", candidates=candidates, other=other.candidates
    )


def holds(outer: Span, inner: Span) -> bool:
    """Whether one of the places of a name lies in one of another's."""
    return any(lies_in(entry, holder) for holder in outer.entries for entry in inner.entries)


def _stronger(cue: Cue, other: Cue) -> Cue:
    """`other`'s strength and hint with what `cue` already tells."""
    if cue.strength >= other.strength:
        return cue
    return replace(cue, word=cue.word or other.word, strength=other.strength, hint=cue.hint or other.hint)
