"""Choose what each name of a sentence means: by the article's countries and by the names beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from eventbook.coder.places.address import read_address
from eventbook.coder.places.choose import Weighed, weigh
from eventbook.coder.places.cues import Cue
from eventbook.coder.places.distance import apart
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Entry, Gazetteer
from eventbook.coder.places.home import NEXT, home_countries
from eventbook.coder.places.lexicon import place_words
from eventbook.coder.places.lists import join_between, leading_words, lies_in
from eventbook.coder.places.records import PRECISION, Candidate, Context, Place, PlaceMention, Relation
from eventbook.coder.places.rejects import is_seat_of_power
from eventbook.coder.places.spans import Span
from eventbook.coder.places.tokens import Token
from eventbook.coder.places.votes import clear_points

_SAME_SPOT_KM = 25.0
#: Least share of one spot among namesakes; below it the name stays unplaced.
_LEAST_SHARE = 0.5
#: Share after the country votes from which no neighbour is asked.
_SETTLED = 0.98
_KEPT = 5
#: Tokens from a country's genitive to the name that it owns: "Iraq's northern Kurdistan".
_OWNED = 3
#: Inhabitants from which a town is not doubted by what is told behind it.
_SURE = 50_000
#: Tokens from a hamlet to the municipality told behind it, and kilometres beyond which it lies elsewhere.
_TO_MUNICIPALITY, _FAR_KM = 3, 50.0
#: Kind words by which the name behind a town is that of the division around it.
_DIVISION_BEHIND = frozenset(("department", "province", "state"))
_DATELINE = re.compile(r"[^\n]{0,80}?(?:\([A-Z][^)\n]{1,30}\)\s*)?(?:[-–—]{1,2}\s|:\s|\([A-Z][A-Za-z/ ]+\)\s)")


class Named(NamedTuple):
    """A name that is a place, its cue, and whether it stands for a government."""

    span: Span
    cue: Cue
    metonym: bool


class Chooser:
    """The names of one sentence, to be weighed by the votes and by one another."""

    def __init__(
        self, text: str, tokens: Sequence[Token], gazetteer: Gazetteer, votes: Mapping[str, float], named: list[Named]
    ) -> None:
        self.text, self.tokens, self.book = text, tokens, gazetteer
        self.votes = tuple(sorted(votes.items()))
        self.named = named
        self.home = home_countries(votes)

    def choose(self) -> tuple[PlaceMention, ...]:
        """Weigh each name by the votes and by the other names of the sentence; join "between A and B"."""
        kept, votes = self.named, self.votes
        first = [weigh(span.entries, hint=cue.hint, context=Context(votes=votes)) for span, cue, _ in kept]
        divisions = _named_divisions(kept, first)
        clear = [w[0].entry.place if w and w[0].share >= 0.9 else None for w in first]
        around = clear_points(self.text, self.book)
        made: list[PlaceMention] = []
        for index, (span, cue, metonym) in enumerate(kept):
            near = tuple(
                (p.latitude, p.longitude)
                for other, p in enumerate(clear)
                if p is not None and other != index and p.kind not in ("country",)
            )
            named = tuple(d for d in divisions if d != span.key)
            held = {p.country for o, p in enumerate(clear) if p is not None and o != index and p.kind == "country"}
            boosted = votes if votes else tuple(sorted({**dict.fromkeys(held, 0.5), **dict(votes)}.items()))
            holder, away = self._held_in(index), self._away(clear, index)
            weighed = first[index]
            settled = bool(votes and weighed and weighed[0].share >= _SETTLED) and not named
            if not settled or holder is not None or away is not None:
                context = Context(boosted, near, named, around, away)
                weighed = weigh(self._told_abroad(index), hint=cue.hint, inside=holder, context=context)
            mention = self._mention(span, cue, weighed, metonym=metonym)
            if mention is not None and not self._is_elsewhere(index, mention):
                made.append(mention)
        return join_between(self.text, made)

    def _away(self, clear: list[Place | None], index: int) -> tuple[float, float, float, str | None] | None:
        """ "Kalynivka, 200 km south-west of Kyiv": how the next name says where this one lies."""
        kept = self.named
        if index + 1 >= len(kept):
            return None
        span, cue = kept[index + 1][0], kept[index + 1][1]
        place = clear[index + 1]
        gap = self.tokens[kept[index][0].last + 1 : span.first]
        if cue.distance_km is None or place is None or len(gap) > 16 or not gap or gap[0].text not in (",", "(", "-"):
            return None
        return place.latitude, place.longitude, cue.distance_km, cue.compass

    def _held_in(self, index: int) -> Callable[[Entry], bool] | None:
        """A test "lies in the container that stands beside it", or None."""
        kept = self.named
        beside = [
            kept[other][0]
            for other in (index - 1, index + 1)
            if 0 <= other < len(kept) and kept[other][1].word == "container"
        ]
        if not beside or kept[index][1].word == "container":
            return None

        def inside(entry: Entry) -> bool:
            return any(lies_in(entry, holder) for span in beside for holder in span.entries)

        return inside

    def _told_abroad(self, index: int) -> tuple[Entry, ...]:
        """The entries of a name: of "San Francisco, California" those that fit, where no California is at home."""
        entries = self.named[index].span.entries
        owner = self._owner(index)
        if owner is not None:
            return tuple(entry for entry in entries if entry.place.country == owner) or entries
        if self._is_pair(index):
            inner, outer = self.named[index].span.entries, self.named[index + 1].span.entries
        elif self._is_pair(index - 1):
            inner, outer = self.named[index - 1].span.entries, self.named[index].span.entries
        else:
            return entries
        wide = [h for h in outer if h.place.kind in ("division", "country")]
        if any(h.place.country in self.home for h in wide) or any(e.place.kind == "country" for e in inner):
            return entries
        pairs = [(e, h) for e in inner for h in wide if lies_in(e, h)]
        if not pairs:
            return entries
        return tuple(dict.fromkeys(e if entries is inner else h for e, h in pairs))

    def _owner(self, index: int) -> str | None:
        """The country that a name is said to be of: "Iraq's Kurdistan region"."""
        before = self.named[index - 1].span if index else None
        if before is None or not self.tokens[before.last].possessive:
            return None
        if self.named[index].span.first - before.last > _OWNED:
            return None
        return next((entry.place.country for entry in before.entries if entry.place.kind == "country"), None)

    def _is_elsewhere(self, index: int, mention: PlaceMention) -> bool:
        """Whether the wider place told behind a small one lies far from it: then another place of that name is meant.

        "Santa Rita canton, Perquin"; "San Ramon, Usulutan department"; "Boyo, in Ituri".
        """
        if index + 1 >= len(self.named) or mention.place is None:
            return False
        if mention.place.kind == "town" and mention.place.population >= _SURE:
            return False
        span, behind = self.named[index].span, self.named[index + 1]
        gap = self.tokens[span.last + 1 : behind.span.first]
        kind = (mention.cue or "").removesuffix(" of")
        words = place_words()
        if kind in words.settlements and kind in words.kind_before and len(gap) <= _TO_MUNICIPALITY:
            around = [e.place for e in behind.span.entries if e.place.kind in ("town", "subdivision")]
        elif _leads_to_wider(gap) and behind.cue.word in _DIVISION_BEHIND:
            around = [e.place for e in behind.span.entries if e.place.kind == "division"]
        elif _leads_to_wider(gap) and any(token.key == "in" for token in gap):
            named = [entry.place for entry in behind.span.entries if entry.rank <= 0]
            wide = bool(named) and all(place.kind in ("division", "subdivision") for place in named)
            return wide and all(place.country != mention.place.country for place in named)
        else:
            return False
        mine = [place for place in around if place.country == mention.place.country]
        return bool(mine) and all(_is_far(mention.place, place) for place in mine)

    def _is_pair(self, index: int) -> bool:
        """Whether the next name is one that holds this one, a comma or bracket away."""
        if index < 0 or index + 1 >= len(self.named) or self.named[index + 1].cue.word != "container":
            return False
        return self.named[index + 1].span.first - self.named[index].span.last == NEXT

    def _mention(self, span: Span, cue: Cue, weighed: list[Weighed], *, metonym: bool) -> PlaceMention | None:
        if metonym and is_seat_of_power(span, self.book):
            weighed = self._government(span)
        if not weighed:
            return None
        weighed = _town_of_city_state(weighed, cue)
        best = weighed[0].entry.place
        words = place_words()
        facility = cue.word in words.facilities - words.district_words
        if facility and weighed[0].entry.rank > 0 and best.population < _SURE:
            return None  # "San Carlos University" lies in no San Carlos Sija
        spot = sum(w.share for w in weighed if apart(w.entry.place, best) <= _SAME_SPOT_KM)
        if spot < _LEAST_SHARE:
            return None
        start, end = self.tokens[span.first].start, self.tokens[span.last].end
        relation = _relation(best, cue, metonym=metonym)
        address = read_address(self.text, self.book)
        if address and start < address.end and best.country not in self.home:
            relation = "origin"  # where a station of another country was heard
        candidates = tuple(_candidate(w, cue, spot if w is weighed[0] else w.share, relation) for w in weighed[:_KEPT])
        word = "dateline" if cue.word in (None, "(") and self._is_dateline(span) else cue.word
        return PlaceMention(start, end, self.text[start:end], candidates, word, relation, cue.distance_km, cue.compass)

    def _government(self, span: Span) -> list[Weighed]:
        """The country for which a seat of power stands."""
        codes = [country for country, what in self.book.words(span.key) if what == "metonym"]
        entry = self.book.country(codes[0]) if codes else None
        return [Weighed(entry, 1.0, ("stands for its government",))] if entry else []

    def _is_dateline(self, span: Span) -> bool:
        """At the start of a line, followed by a dash or an agency: "MOSUL, Iraq (Reuters) -"."""
        start, end = self.tokens[span.first].start, self.tokens[span.last].end
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start].strip()
        if line and not (len(line) < 40 and line.rstrip(",").isupper()):
            return False
        return _DATELINE.match(self.text, end) is not None


def _leads_to_wider(gap: Sequence[Token]) -> bool:
    """Whether the words between two names say that the second holds the first: ", in the south of"."""
    words = leading_words(place_words())
    return bool(gap) and all(token.text in (",", "(") or token.key in words for token in gap)


def _is_far(place: Place, wide: Place) -> bool:
    """Whether a place lies neither in a wider one, by its label, nor near the town that stands for it."""
    inside = place.admin1 == wide.name if wide.kind == "division" else place.admin2 == wide.name
    return not inside and apart(place, wide) > _FAR_KM


def _town_of_city_state(weighed: list[Weighed], cue: Cue) -> list[Weighed]:
    """The town first where a country that is one town tells where something is: "in Hong Kong"."""
    best, words = weighed[0].entry.place, place_words()
    if best.kind != "country" or best.country not in words.city_states or cue.word not in words.firmly_at | words.near:
        return weighed
    towns = [w for w in weighed if w.entry.place.kind == "town" and w.entry.place.country == best.country]
    return [towns[0], *(w for w in weighed if w is not towns[0])] if towns else weighed


def _relation(place: Place, cue: Cue, *, metonym: bool) -> Relation:
    if metonym:
        return "metonym"
    if cue.relation in ("near", "origin"):
        return cue.relation
    if place.kind == "country":
        return "country"
    if place.kind in ("division", "region"):
        return "division"
    return "at"


def _candidate(weighed: Weighed, cue: Cue, share: float, relation: Relation) -> Candidate:
    place = weighed.entry.place
    precision = PRECISION[place.kind]
    reasons = [f"{place.kind} of that name", *weighed.reasons]
    if place.kind == "town" and cue.hint == "division":
        precision = 3
        reasons.append("the division is named after it")
    elif place.kind == "town" and cue.hint == "district":
        precision = 2
        reasons.append("the district is named after it")
    elif place.kind == "town" and cue.compass and cue.relation == "at" and cue.compass != "central":
        precision = 2
        reasons.append(f"its {cue.compass} part or side")
    if relation == "near":
        precision = max(precision, 2)
        reasons.append("near it" if cue.distance_km is None else f"{cue.distance_km:g} km from it")
    return Candidate(place, round(min(share, 1.0), 4), precision, "; ".join(reasons))


def _named_divisions(kept: list[Named], weighed: list[list[Weighed]]) -> tuple[str, ...]:
    found: list[str] = []
    for (span, cue, _), likely in zip(kept, weighed, strict=True):
        sure = bool(likely) and likely[0].share >= 0.9 and likely[0].entry.place.kind == "division"
        if sure or cue.hint in ("division", "district") or cue.word == "container":
            found += [fold(e.place.name) for e in span.entries if e.place.kind in ("division", "subdivision")]
    return tuple(dict.fromkeys(found))
