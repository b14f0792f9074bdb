"""A lead that sums up several events ("nine were killed in separate attacks") is none of them: each is told below."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eventbook.coder.events.kinship import kin
from eventbook.coder.events.records import Happening
from eventbook.coder.events.siting import Site, same_place, site_of
from eventbook.coder.events.timing import days_of

_LEAST_PLACES = 2
_LEAST_DEAD = 3
_SURPLUS = 1.5  # the parts may come to somewhat more than the whole: a toll that rose, hurt people who died


def find_overviews(
    happenings: Sequence[Happening], label_sites: Mapping[int, Site]
) -> dict[Happening, tuple[Happening, ...]]:
    """Each happening that only sums up others, with its parts: it has no place, they have theirs and fewer dead."""
    found: dict[Happening, tuple[Happening, ...]] = {}
    for at, whole in enumerate(happenings):
        dead = _dead(whole)
        if whole.secondary or dead < _LEAST_DEAD or _sites(whole, label_sites):
            continue
        parts = tuple(part for part in happenings[at + 1 :] if _is_part(part, whole, dead, label_sites))
        apart: list[Site] = []
        for part in parts:
            for site in _sites(part, label_sites):
                if all(not same_place(site, other) for other in apart):
                    apart.append(site)
        if len(apart) >= _LEAST_PLACES and sum(_dead(part) for part in parts) <= _SURPLUS * dead:
            found[whole] = parts
    return found


def as_background(whole: Happening, parts: Sequence[Happening]) -> Happening:
    """What an overview tells of a part of it: who did it and how, and who died where the part does not say ("ten of
    them")."""
    said = any(actor.rule != "actors.number" for part in parts for actor in part.patients)
    return replace(whole, patients=() if said else whole.patients, figures=(), places=())


def _is_part(part: Happening, whole: Happening, dead: int, label_sites: Mapping[int, Site]) -> bool:
    mine, theirs = days_of(part.dates, None), days_of(whole.dates, None)
    same_day = not mine or not theirs or any(one.date == two.date for one in mine for two in theirs)
    fewer = 0 < _dead(part) < dead or (_dead(part) == dead and len(part.places) > 1)
    return fewer and same_day and not part.secondary and bool(_sites(part, label_sites)) and kin(
        part.features, whole.features
    )


def _dead(happening: Happening) -> int:
    return sum(figure.low for figure in happening.figures if not figure.attacker)


def _sites(happening: Happening, label_sites: Mapping[int, Site]) -> list[Site]:
    named = [site for mention in happening.places if (site := site_of(mention))]
    label = label_sites.get(happening.sentence)
    return named or ([label] if label else [])
