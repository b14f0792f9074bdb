"""A toll told place by place: "three in Kramatorsk, two in Sloviansk and one in Kostiantynivka" (rules.md 6)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eventbook.coder.acts.finding import split_words
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import Figure, Happening
from eventbook.coder.events.siting import Site, same_place, site_of
from eventbook.coder.events.tolls import is_hurt
from eventbook.coder.numbers import find_counts
from eventbook.coder.numbers.records import Count

_BEHIND = 60  # characters between a count and the place that it is told of
_ONE = re.compile(r"(?i)\b(one) (?:in|at|near|outside) (?:the )?$")
_ELSEWHERE = re.compile(r"(?: \w+)? (?:in|at|near) [A-Z]")  # a place that no gazetteer holds
_GOES_ON = re.compile(r", (?=where\b|when\b|\w+ing\b)")
_RULE = "deaths.of_the_place"


def read_breakdown(happening: Happening, sites: Sequence[Site], scene: Scene) -> dict[int, Figure]:
    """The deaths of each site by its index, as far as the words give them; empty where they give one total alone."""
    if len(sites) < 2 or not happening.figures:
        return {}
    places = _places(happening, sites)
    start = min(places[0].start, *(figure.start for figure in happening.figures))
    end = max(places[-1].end, *(figure.end for figure in happening.figures))
    counts = _counts(start, end, places, scene)
    found = _in_order(counts, places, scene.text[end : end + _BEHIND]) or _one_by_one(counts, places, scene.text)
    return {
        index: Figure(told.count.low, told.count.best, told.count.high, told.start, told.end, _RULE)
        for index, told in found.items()
        if not told.hurt
    }


class _Named(NamedTuple):
    """A place in the text, and the index of its site."""

    start: int
    end: int
    site: int


@dataclass(frozen=True, slots=True)
class _Told:
    """A count in the text, of the dead or of the hurt."""

    count: Count
    hurt: bool

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.count.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.count.end


def _places(happening: Happening, sites: Sequence[Site]) -> list[_Named]:
    """The places that the happening names, in text order."""
    found: list[_Named] = []
    for mention in sorted(happening.places, key=lambda place: place.start):
        site = site_of(mention)
        index = next((n for n, other in enumerate(sites) if site is not None and same_place(site, other)), None)
        if index is not None and found and found[-1].site == index:  # "Mosul, Nineveh"
            found[-1] = _Named(found[-1].start, mention.end, index)
        elif index is not None:
            found.append(_Named(mention.start, mention.end, index))
    return found


def _counts(start: int, end: int, places: list[_Named], scene: Scene) -> list[_Told]:
    """All counts of a stretch of text, and whether words of injury stand before them: "injuring five in Dnipro"."""
    vague, persons = scene.codebook.deaths.vague, scene.knowledge.person_nouns
    counts = [*find_counts(scene.text, start, end, vague=vague, singular_persons=persons)]
    for place in places:  # "two in Sloviansk and one in Kostiantynivka"
        if (alone := _ONE.search(scene.text[start : place.start])) is not None:
            first, last = (start + at for at in alone.span(1))
            counts.append(Count(first, last, 1, 1, 1, "exact", "numbers.one", alone[1]))
    found, before = [], start
    for count in sorted(counts, key=lambda count: count.start):
        borders = [place.end for place in places if place.end <= count.start]
        words = split_words(scene.text, max(before, *borders, start), count.start)
        found.append(_Told(count, any(is_hurt(word, scene) for word in words)))
        before = count.end
    return found


def _in_order(counts: list[_Told], places: list[_Named], behind: str) -> dict[int, _Told]:
    """ "Bombs in Quetta, Peshawar and Karachi killed 12, five and three people respectively"."""
    respectively = "respectively" in behind.lower().partition(".")[0]
    apart = bool(counts) and (counts[0].start > places[-1].end or counts[-1].end < places[0].start)
    if not respectively or not apart or len(counts) != len(places):
        return {}
    return {place.site: count for place, count in zip(places, counts, strict=True)}


def _one_by_one(counts: list[_Told], places: list[_Named], text: str) -> dict[int, _Told]:
    """ "Six in Gwoza", "in Palma two": each count with the one place beside it that no comma parts from it.

    A total before a list of places is of none of them alone.
    """
    found: dict[int, _Told] = {}
    for n, told in enumerate(counts):
        begin = counts[n - 1].end if n else 0
        limit = counts[n + 1].start if n + 1 < len(counts) else None
        behind = [p for p in places if p.start >= told.end and (limit is None or p.end <= limit)]
        before = [p for p in places if begin <= p.start and p.end <= told.start][-1:]
        beside = next((side for side in (behind, before) if side and _touch(side, told, text)), None)
        if beside is None and _ELSEWHERE.match(text, told.end):
            continue
        if beside is None or len({place.site for place in beside}) != 1 or beside[0].site in found:
            return {}
        found[beside[0].site] = told
    again = len(places) > len({place.site for place in places})  # "hit Kharkiv and Dnipro, killing two in Kharkiv"
    return found if len(found) > 1 or again else {}


def _touch(side: list[_Named], told: _Told, text: str) -> bool:
    """Whether nothing but words stands between a count and a place, save "in Faryab, killing eight"."""
    place = side[0]
    between = text[told.end : place.start] if told.end <= place.start else text[place.end : told.start]
    plain = between if told.end <= place.start else _GOES_ON.sub(" ", between, count=1)
    return len(between) <= _BEHIND and not any(mark in plain for mark in ",;:")
