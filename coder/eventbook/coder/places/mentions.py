"""Find the places that a sentence names, and choose what each name means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from eventbook.coder.places.borders import find_borders
from eventbook.coder.places.choose import Weighed, weigh
from eventbook.coder.places.cues import Cue, read_cue
from eventbook.coder.places.describe import Hint
from eventbook.coder.places.distance import apart
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Entry, Gazetteer
from eventbook.coder.places.lexicon import Words, place_words
from eventbook.coder.places.people import people_named
from eventbook.coder.places.records import Candidate, Context, Place, PlaceKind, PlaceMention, Relation
from eventbook.coder.places.rejects import is_metonym, is_other_name, is_person, is_seat_of_power
from eventbook.coder.places.spans import Case, Span, case_of, find_spans
from eventbook.coder.places.tokens import Token, tokenize
from eventbook.coder.places.unknown import find_unknown
from eventbook.coder.places.votes import clear_points

_PRECISION: dict[PlaceKind, int] = {
    "town": 1,
    "district": 1,
    "subdivision": 2,
    "division": 3,
    "region": 3,
    "feature": 3,
    "country": 3,
}
_SAME_SPOT_KM = 25.0
#: Least share of one spot among namesakes; below it the name stays unplaced.
_LEAST_SHARE = 0.5
#: Share after the country votes from which no neighbour is asked.
_SETTLED = 0.98
#: Inhabitants from which a name needs no cue, and from which a weak one does.
_UNCUED, _WEAKLY_CUED = 50_000, 5_000
#: A town below this in a country that the article never names is taken for a word.
_STRANGER = 20_000
_KEPT = 5
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "our", "my"))
_DATELINE = re.compile(r"[^\n]{0,80}?(?:\([A-Z][^)\n]{1,30}\)\s*)?(?:[-–—]{1,2}\s|:\s|\([A-Z][A-Za-z/ ]+\)\s)")


def find_places(
    text: str,
    start: int,
    end: int,
    *,
    gazetteer: Gazetteer,
    country_votes: Mapping[str, float] | None = None,
    tags: Sequence[tuple[int, int, str]] | None = None,
) -> tuple[PlaceMention, ...]:
    """Places named in `text[start:end]`, one sentence, in order of their offsets into `text`.

    `country_votes`: shares by ISO alpha-2 of the whole article; `tags`: (start, end, tag) of the
    sentence's words, Penn tags, used to leave verbs and adjectives alone.
    """
    tokens = tokenize(text, start, end)
    if not tokens:
        return ()
    words, case = place_words(), case_of(tokens)
    finder = _Finder(text, tokens, gazetteer, words, case, dict(country_votes or {}), tags)
    return finder.find()


class _Finder:
    """One sentence under way."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        gazetteer: Gazetteer,
        words: Words,
        case: Case,
        votes: dict[str, float],
        tags: Sequence[tuple[int, int, str]] | None,
    ) -> None:
        self.text, self.tokens, self.book = text, tokens, gazetteer
        self.words, self.case, self.votes = words, case, votes
        self.tags = {start: tag for start, _, tag in tags} if tags else {}
        self.spans = find_spans(tokens, gazetteer, case, words)
        self.taken: frozenset[int] = frozenset()

    def find(self) -> tuple[PlaceMention, ...]:
        """Cues, containers, rejections, then the choice among homonyms."""
        found = list(self._choose(self._kept())) if self.spans else []
        if self.case == "mixed":
            found += self._unknown(found)
            placed = frozenset(
                index for index, token in enumerate(self.tokens) for m in found if m.start <= token.start < m.end
            )
            found += find_borders(self.text, self.tokens, placed, self.book)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _unknown(self, found: list[PlaceMention]) -> list[PlaceMention]:
        divisions = [m.place for m in found if m.place and m.place.kind in ("division", "subdivision")]
        taken = frozenset(i for span in self.spans for i in range(span.first, span.last + 1))
        return find_unknown(
            self.text,
            self.tokens,
            taken,
            words=self.words,
            gazetteer=self.book,
            votes=self.votes,
            divisions=divisions,
        )

    def _kept(self) -> list[tuple[Span, Cue, bool]]:
        """Spans that are places, each with its cue and whether it stands for a government."""
        cues = [read_cue(self.tokens, span, self.words, self.book) for span in self.spans]
        holders = self._containers(cues)
        cues = self._inherit(cues)
        pairs = list(zip(self.spans, cues, strict=True))
        likely = [s for s, c in pairs if s.key not in self.words.words and self._is_known_enough(s, c)]
        self.taken = frozenset(i for span in likely for i in range(span.first, span.last + 1))
        kept: list[tuple[Span, Cue, bool]] = []
        for index, (span, cue) in enumerate(pairs):
            if index in holders:
                kept.append((span, replace(cue, word="container", strength=3), False))
            elif cue.relation == "metonym" and not self.book.words(span.key):
                continue
            elif is_metonym(self.tokens, span, cue, self.words, self.book):
                kept.append((span, replace(cue, hint=cue.hint or _government(span)), True))
            elif self._is_place(span, cue):
                kept.append((span, cue, False))
        return kept

    def _containers(self, cues: list[Cue]) -> set[int]:
        """Indices of spans that hold the span before them ("Tripoli, Lebanon"; "Pakistan's Sindh")."""
        holders = set()
        for index in range(len(self.spans) - 1):
            first, second = self.spans[index], self.spans[index + 1]
            gap = self.tokens[first.last + 1 : second.first]
            owned = self.tokens[first.last].possessive and all(t.key in self.words.between for t in gap)
            if owned and _holds(first, second):
                holders.add(index)
                cues[index + 1] = _stronger(cues[index + 1], Cue("in", 3))
            plain = len(gap) == 1 and gap[0].text == ","
            inside = gap and gap[0].text != "-" and all(t.key in ("in", "the", "of", "s") or t.text == "," for t in gap)
            kinds = [t for t in gap if t.key in self.words.kind_after or t.key in self.words.kind_of]
            told = kinds and all(
                t.key in ("in", "the", "of")
                or t.text == ","
                or t.key in self.words.kind_after
                or t.key in self.words.between
                or t.key in self.words.kind_of
                for t in gap
            )
            if (plain or inside or told) and _holds(second, first):
                holders.add(index + 1)
                cues[index] = _stronger(cues[index], Cue(",", 3))
        return holders

    def _inherit(self, cues: list[Cue]) -> list[Cue]:
        """Names of a list share the cue of its first: "in Aleppo, Homs and Hama"."""
        for index in range(1, len(self.spans)):
            gap = self.tokens[self.spans[index - 1].last + 1 : self.spans[index].first]
            listed = gap and len(gap) <= 3 and all(t.text == "," or t.key in ("and", "or", "the", "&") for t in gap)
            if not listed:
                continue
            before = cues[index - 1]
            if cues[index].strength == 0 and before.strength >= 2 and before.word not in ("container",):
                hint = before.hint if before.word and before.word.endswith("s of") else None
                cues[index] = replace(before, hint=hint, distance_km=None)
        for index in range(len(cues) - 1, 0, -1):
            gap = self.tokens[self.spans[index - 1].last + 1 : self.spans[index].first]
            after = cues[index]
            plural = after.word in (
                "provinces",
                "districts",
                "states",
                "governorates",
                "departments",
                "cities",
                "towns",
            )
            if plural and gap and all(t.text == "," or t.key in ("and", "or") for t in gap):
                cues[index - 1] = _stronger(cues[index - 1], after)
        return cues

    def _is_place(self, span: Span, cue: Cue) -> bool:
        if is_person(self.tokens, span, cue, self.words, self.case):
            return False
        if is_other_name(self.tokens, span, cue, self.words, self.case, self.taken, self.book):
            return False
        single = span.first == span.last
        named = cue.strength == 3 and cue.hint is not None and self._before(span) != "the"
        if span.key in self.words.words and not named:
            return self._is_country(span)
        if single and cue.strength < 3 and self._is_people(span):
            return False
        if single and cue.strength <= 1 and span.key in people_named(self.text):
            return False
        if self.case == "lower" and cue.strength < 3 and self._before(span) in _DETERMINERS:
            return False
        if single and span.key in ("us", "uk", "uae", "drc", "car"):
            return self.tokens[span.first].text.isupper() and self.case == "mixed"
        tag = self.tags.get(self.tokens[span.first].start)
        if tag and self.case == "mixed" and cue.strength < 3 and not tag.startswith(("NN", "FW", "JJ", "DT")):
            return False
        return self._is_known_enough(span, cue)

    def _is_people(self, span: Span) -> bool:
        return any(what == "people" for _, what in self.book.words(span.key))

    def _before(self, span: Span) -> str:
        return self.tokens[span.first - 1].key if span.first else ""

    def _is_country(self, span: Span) -> bool:
        return any(what == "name" for _, what in self.book.words(span.key))

    def _is_known_enough(self, span: Span, cue: Cue) -> bool:
        if any(e.place.kind in ("country",) for e in span.entries):
            return True
        named = [e for e in span.entries if e.place.kind in ("region", "feature")]
        if named and (len(named) == len(span.entries) or cue.strength >= 1):
            return True
        counted = [e.place for e in span.entries if cue.strength >= 2 or e.place.kind != "subdivision"]
        best = max((p.population for p in counted), default=-1)
        voted = max((_standing(p) for p in counted if self.votes.get(p.country, 0) >= 0.1), default=-1)
        first_name = span.key in self.words.first_names
        if cue.strength == 3:
            return True
        if self.case == "lower" and (cue.strength < 2 or len(span.key) < 4 or max(best, voted * 4) < _STRANGER):
            return False
        if cue.strength == 2:
            least = _STRANGER if first_name else 0
            return best >= max(least, _STRANGER) or voted >= least or not self.votes
        if cue.strength == 1:
            return not first_name and (best >= _WEAKLY_CUED * 4 or voted >= _WEAKLY_CUED)
        if first_name or (span.first == 0 and len(span.key) < 4):
            return False
        return best >= _UNCUED * (4 if self.votes and voted < 0 else 1) or voted >= _UNCUED // 3

    def _choose(self, kept: list[tuple[Span, Cue, bool]]) -> tuple[PlaceMention, ...]:
        """Weigh each name by the votes and by the other names of the sentence; join "between A and B"."""
        votes = tuple(sorted(self.votes.items()))
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
            holder, away = self._held_in(kept, index), self._away(kept, clear, index)
            weighed = first[index]
            settled = bool(votes and weighed and weighed[0].share >= _SETTLED) and not named
            if not settled or holder is not None or away is not None:
                context = Context(boosted, near, named, around, away)
                weighed = weigh(span.entries, hint=cue.hint, inside=holder, context=context)
            mention = self._mention(span, cue, weighed, metonym=metonym)
            if mention is not None:
                made.append(mention)
        return _join_between(self.text, made)

    def _away(
        self, kept: list[tuple[Span, Cue, bool]], clear: list[Place | None], index: int
    ) -> tuple[float, float, float, str | None] | None:
        """ "Kalynivka, 200 km south-west of Kyiv": how the next name says where this one lies."""
        if index + 1 >= len(kept):
            return None
        span, cue = kept[index + 1][0], kept[index + 1][1]
        place = clear[index + 1]
        gap = self.tokens[kept[index][0].last + 1 : span.first]
        if cue.distance_km is None or place is None or len(gap) > 16 or not gap or gap[0].text not in (",", "(", "-"):
            return None
        return place.latitude, place.longitude, cue.distance_km, cue.compass

    def _held_in(self, kept: list[tuple[Span, Cue, bool]], index: int) -> Callable[[Entry], bool] | None:
        """A test "lies in the container that stands beside it", or None."""
        beside = [
            kept[other][0]
            for other in (index - 1, index + 1)
            if 0 <= other < len(kept) and kept[other][1].word == "container"
        ]
        if not beside or kept[index][1].word == "container":
            return None

        def inside(entry: Entry) -> bool:
            return any(_lies_in(entry, holder) for span in beside for holder in span.entries)

        return inside

    def _mention(self, span: Span, cue: Cue, weighed: list[Weighed], *, metonym: bool) -> PlaceMention | None:
        if metonym and is_seat_of_power(span, self.book):
            weighed = self._government(span)
        if not weighed:
            return None
        best = weighed[0].entry.place
        spot = sum(w.share for w in weighed if apart(w.entry.place, best) <= _SAME_SPOT_KM)
        if spot < _LEAST_SHARE:
            return None
        start, end = self.tokens[span.first].start, self.tokens[span.last].end
        relation = _relation(best, cue, metonym=metonym)
        candidates = tuple(_candidate(w, cue, spot if w is weighed[0] else w.share, relation) for w in weighed[:_KEPT])
        word = cue.word
        if cue.strength == 0 and self._is_dateline(span):
            word = "dateline"
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
    precision = _PRECISION[place.kind]
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


def _named_divisions(kept: list[tuple[Span, Cue, bool]], weighed: list[list[Weighed]]) -> tuple[str, ...]:
    found: list[str] = []
    for (span, cue, _), likely in zip(kept, weighed, strict=True):
        sure = bool(likely) and likely[0].share >= 0.9 and likely[0].entry.place.kind == "division"
        if sure or cue.hint in ("division", "district") or cue.word == "container":
            found += [fold(e.place.name) for e in span.entries if e.place.kind in ("division", "subdivision")]
    return tuple(dict.fromkeys(found))


def _standing(place: Place) -> int:
    """Inhabitants; the places of conflicts that we list by hand stand as small cities."""
    return max(place.population, _STRANGER) if place.source == "eventbook" else place.population


def _government(span: Span) -> Hint:
    return None if any(e.place.kind == "country" for e in span.entries) else "town"


def _holds(outer: Span, inner: Span) -> bool:
    return any(_lies_in(entry, holder) for holder in outer.entries for entry in inner.entries)


def _lies_in(entry: Entry, holder: Entry) -> bool:
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


def _stronger(cue: Cue, other: Cue) -> Cue:
    """`other`'s strength and hint with what `cue` already tells."""
    if cue.strength >= other.strength:
        return cue
    return replace(cue, word=cue.word or other.word, strength=other.strength, hint=cue.hint or other.hint)


def _join_between(text: str, made: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Give "between A and B" the relation, and A the other end."""
    for index in range(len(made) - 1):
        first, second = made[index], made[index + 1]
        before = fold(text[max(0, first.start - 40) : first.start])
        gap = fold(text[first.end : second.start])
        road = fold(text[second.end : second.end + 25]).startswith(("road", "highway", "route", "motorway", "axis"))
        between = before.endswith(
            ("between", "between the towns of", "between the cities of", "between the villages of")
        )
        linked = (between and gap in ("and", "and the")) or (road and gap in ("", "to", "and"))
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
