"""Resolve a name to places, best first, or abstain with a reason (codebook policy on place)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from eventbook.coder.places.choose import Weighed, weigh
from eventbook.coder.places.describe import Description, describe
from eventbook.coder.places.distance import apart
from eventbook.coder.places.folding import fold, skeleton
from eventbook.coder.places.fuzzy import similar
from eventbook.coder.places.gazetteer import Entry, Gazetteer, open_gazetteer
from eventbook.coder.places.records import PRECISION, Candidate, Context, Place, Resolution
from eventbook.coder.places.user import user_files

#: Namesakes closer than this to the best one are one spot for the reader of a map.
_SAME_SPOT_KM = 25.0
#: Least share of the weight on one spot for an answer at precision 1.
_SURE = 0.6
_KEPT = 8
#: From so many towns of one name in a country a small one is not sure, though the only one in its division.
_COMMON = 5
_WELL_KNOWN = 30_000


def _usual() -> Gazetteer:
    """The shipped gazetteer with the user's, opened anew when those change."""
    return _opened(tuple((path, path.stat().st_mtime_ns) for path in user_files()))


@lru_cache(maxsize=1)
def _opened(files: tuple[tuple[Path, int], ...]) -> Gazetteer:
    return open_gazetteer([path for path, _ in files])


def resolve(
    name: str,
    *,
    country: str | None = None,
    admin1: str | None = None,
    context: Context | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[Candidate, ...]:
    """Candidates for a name or description, best first; empty when no answer is safe.

    `country` is a name or ISO code; `admin1` the name of a first- or second-order division;
    `context` other words ("Lebanon", "near Goma") or a `Context`; `gazetteer` is the shipped one with all of the
    user's unless given. Scores lie in [0, 1].
    """
    return resolve_place(name, country=country, admin1=admin1, context=context, gazetteer=gazetteer).candidates


def resolve_place(
    name: str,
    *,
    country: str | None = None,
    admin1: str | None = None,
    context: Context | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> Resolution:
    """As `resolve`, with the reason where it abstains; the geo precision is that of the codebook policy."""
    book = gazetteer or _usual()
    if not name or not name.strip():
        return Resolution((), "the name is empty")
    iso2 = book.country_code(country) if country else None
    if country and iso2 is None:
        return Resolution((), f"the country {country!r} is not known")
    described = describe(name)
    if isinstance(context, str):
        described = replace(described, wider=(*described.wider, context))
        context = None
    iso2, divisions = _frame(book, described, iso2, admin1)
    frame = _Frame(book, described, iso2, divisions, admin1, context)
    return frame.resolve()


def find_divisions(book: Gazetteer, name: str, country: str | None) -> tuple[Entry, ...]:
    """First- and second-order divisions (and regions) of that name, the larger first."""
    described = describe(name)
    kinds = ("division", "subdivision", "region")
    for core in dict.fromkeys((*described.cores, *described.loose)):
        found = [
            entry
            for entry in book.lookup_variants(core)
            if entry.place.kind in kinds and (country is None or entry.place.country == country)
        ]
        if found:
            return tuple(sorted(found, key=lambda e: (kinds.index(e.place.kind), e.rank, -e.place.population)))
    if country:
        for core in described.cores[:1]:
            found = [hit.entry for hit in similar(book, core, country) if hit.entry.place.kind in kinds]
            if found:
                return (found[0],)
    return ()


def _frame(
    book: Gazetteer, described: Description, iso2: str | None, admin1: str | None
) -> tuple[str | None, tuple[Entry, ...]]:
    """The country and divisions that bound the answer, from the options and the words after it."""
    divisions: tuple[Entry, ...] = find_divisions(book, admin1, iso2) if admin1 else ()
    for wider in described.wider:
        as_country = book.country_code(wider)
        if iso2 is None and as_country is not None and not divisions:
            american = as_country == "GE" and len(described.wider) > 1
            iso2 = None if american else as_country
        elif not divisions:
            divisions = find_divisions(book, wider, iso2)
    if iso2 is None and divisions:
        best = max(divisions, key=lambda entry: entry.place.population)
        iso2 = best.place.country
        divisions = tuple(entry for entry in divisions if entry.place.country == iso2)
    return iso2, divisions


class _Frame:
    """One resolution under way."""

    def __init__(
        self,
        book: Gazetteer,
        described: Description,
        country: str | None,
        divisions: tuple[Entry, ...],
        admin1: str | None,
        context: Context | None,
    ) -> None:
        self.book = book
        self.described = described
        self.country = country
        self.divisions = divisions
        self.admin1 = admin1
        self.context = context
        self.labels: set[tuple[str, str]] = {(e.place.kind, fold(e.place.name)) for e in divisions}
        for division in divisions:
            if division.place.kind == "region":
                self.labels |= book.members(division)

    def resolve(self) -> Resolution:
        """Exact names, then names that hold it, then similar spellings, then the division."""
        considered: list[Weighed] = []
        for core in self.described.cores:
            weighed = self._weigh(self.book.lookup_variants(core))
            considered += weighed
            if answer := self._answer(weighed, loose=False):
                return answer
        if answer := self._similar():
            return answer
        for core in self.described.loose:
            weighed = self._weigh(self.book.lookup_variants(core))
            considered += weighed
            if answer := self._answer(weighed, loose=True):
                return answer
        return self._fall_back(considered)

    def inside(self, entry: Entry) -> bool:
        """True where the entry is, or lies in, one of the divisions given."""
        place = entry.place
        return (
            ("division", fold(place.admin1)) in self.labels
            or ("subdivision", fold(place.admin2)) in self.labels
            or (place.kind, fold(place.name)) in self.labels
            or any(d.place.kind == "region" and apart(d.place, place) < 100 for d in self.divisions)
        )

    def _weigh(self, entries: Iterable[Entry]) -> list[Weighed]:
        chosen = list(entries)
        if self.divisions:
            chosen = [e for e in chosen if self.inside(e) or e.place.kind in ("feature", "region")]
        return weigh(
            chosen,
            hint=self.described.hint,
            country=self.country,
            inside=self.inside if self.divisions else None,
            context=self.context,
        )

    def _answer(self, weighed: list[Weighed], *, loose: bool, note: str = "") -> Resolution | None:
        if not weighed:
            return None
        best = weighed[0]
        spot = sum(w.share for w in weighed if apart(w.entry.place, best.entry.place) <= _SAME_SPOT_KM)
        if spot < _SURE:
            return None
        made = [self._candidate(w, loose=loose, note=note, share=spot if w is best else w.share) for w in weighed]
        return Resolution(tuple(made[:_KEPT]))

    def _candidate(self, weighed: Weighed, *, loose: bool, note: str, share: float) -> Candidate:
        place = weighed.entry.place
        precision = PRECISION[place.kind]
        reasons = [f"{place.kind} of that name", *weighed.reasons]
        hint = self.described.hint
        if self.described.relation != "at":
            precision = max(precision, 2)
            reasons.append(f"{self.described.relation} it")
            if self.described.distance_km:
                reasons.append(f"{self.described.distance_km:.0f} km away")
        if place.kind == "town" and hint in ("district", "feature"):
            precision = 2
            reasons.append(f"the town that the {hint} is named after")
        if place.kind == "town" and hint == "division":
            precision = 3
            reasons.append("the town that the division is named after")
        if place.kind == "town" and precision == 1 and self._doubtful(weighed.entry):
            precision = 2
            reasons.append("many places bear the name, and this may be one that is not in the gazetteer")
        if loose:
            precision = max(precision, 2)
            reasons.append("holds or neighbours the place named")
        if note:
            precision = max(precision, 2) if not self.divisions else precision
            reasons.append(note)
        return Candidate(place, round(min(share, 1.0), 4), precision, "; ".join(reasons))

    def _doubtful(self, entry: Entry) -> bool:
        """A small town under a common name, or under a far other name than its own."""
        place = entry.place
        if place.population >= _WELL_KNOWN or any(kind == "subdivision" for kind, _ in self.labels):
            return False
        key = fold(self.described.cores[0])
        towns = [e for e in self.book.entries(key) if e.place.country == place.country and e.place.kind == "town"]
        return len(towns) >= _COMMON or (entry.rank > 0 and skeleton(fold(place.name))[:1] != skeleton(key)[:1])

    def _similar(self) -> Resolution | None:
        if self.country is None:
            return None
        for core in self.described.cores[:1]:
            hits = [h for h in similar(self.book, core, self.country) if not self.divisions or self.inside(h.entry)]
            if not hits:
                continue
            weighed = self._weigh(hit.entry for hit in hits)
            notes = {hit.entry.place.id: hit for hit in hits}
            if weighed:
                hit = notes[weighed[0].entry.place.id]
                return self._answer(weighed, loose=False, note=f"similar spelling {hit.key!r} ({hit.how})")
        return None

    def _fall_back(self, considered: list[Weighed]) -> Resolution:
        """The smallest division that is sure; else abstain."""
        quoted = self.described.cores[0]
        if considered and not self.divisions:
            listed = ", ".join(dict.fromkeys(_where(w.entry.place) for w in considered[:4]))
            return Resolution((), f"{quoted!r} may be any of {len(considered)} places: {listed}")
        if not self.divisions:
            where = f" in {self.country}" if self.country else ""
            return Resolution((), f"{quoted!r} is not in the gazetteer{where}")
        reason = "several places of that name in it" if considered else "the place itself is not in the gazetteer"
        made = []
        for entry in self.divisions[:3]:
            precision = PRECISION[entry.place.kind]
            share = round(0.5 / len(self.divisions[:3]), 4)
            made.append(Candidate(entry.place, share, precision, f"{entry.place.kind} given; {reason}"))
        return Resolution(tuple(made))


def _where(place: Place) -> str:
    return f"{place.name} ({', '.join(part for part in (place.admin1, place.country) if part)})"
