"""A lead that sums up several events ("nine were killed in separate attacks") is none of them: each is told below."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from eventbook.coder.events.context import Scene
from eventbook.coder.events.kinship import kin
from eventbook.coder.events.records import Happening
from eventbook.coder.events.siting import Site, holds_quarter, same_place, site_of, without_guides
from eventbook.coder.events.timing import Day, days_of

_LEAST_PLACES = 2
_LEAST_DEAD = 3
_MOST_PARTS = 100  # no overview has near as many: time stays linear
_PASSAGE = 2  # sentences without a placed event, behind which a new passage begins
_SURPLUS = 1.5  # the parts may come to somewhat more than the whole: a toll that rose, hurt people who died


def find_overviews(happenings: Sequence[Happening], scene: Scene) -> list[tuple[Happening, tuple[Happening, ...]]]:
    """Each happening that only sums up others, with its parts: it has no place or that around theirs, and more dead.

    It opens the article or a new passage of it: else a toll is of what was told before.
    """
    found: list[tuple[Happening, tuple[Happening, ...]]] = []
    placed = [at for at, part in enumerate(happenings) if _dead(part) and _sites(part, scene)]
    for at, whole in enumerate(happenings):
        dead = _dead(whole)
        around = _sites(whole, scene)
        if whole.secondary or dead < _LEAST_DEAD or len(around) > 1:
            continue
        if not _opens_passage(happenings, at, scene):
            continue
        below = placed[(first := bisect(placed, at)) : first + _MOST_PARTS]
        parts = tuple(happenings[n] for n in below if _is_part(happenings[n], whole, dead, scene))
        apart: list[Site] = []
        for part in parts:
            for site in _sites(part, scene):
                inside = all(holds_quarter(wide.place, site.place) for wide in around)
                if inside and all(not same_place(site, other) for other in apart):
                    apart.append(site)
        if len(apart) >= _LEAST_PLACES and sum(_dead(part) for part in parts) <= _SURPLUS * dead:
            found.append((whole, parts))
    return found


def _opens_passage(happenings: Sequence[Happening], at: int, scene: Scene) -> bool:
    """Whether a happening opens the article, or nothing with a place is told shortly before it."""
    sentence = happenings[at].sentence
    if sentence <= scene.lead + 1:
        return True
    for n in range(at - 1, -1, -1):
        if sentence - happenings[n].sentence > _PASSAGE:
            return True
        if _sites(happenings[n], scene):
            return False
    return True


def as_background(whole: Happening, parts: Sequence[Happening]) -> Happening:
    """What an overview tells of a part of it: who did it and how, and who died where the part does not say ("ten of
    them")."""
    said = any(actor.rule != "actors.number" for part in parts for actor in part.patients)
    return replace(whole, patients=() if said else whole.patients, figures=(), places=())


def _is_part(part: Happening, whole: Happening, dead: int, scene: Scene) -> bool:
    mine, theirs = _days(part, scene), _days(whole, scene)
    same_day = not mine or not theirs or any(one.date == two.date for one in mine for two in theirs)
    fewer = 0 < _dead(part) < dead or (_dead(part) == dead and len(_sites(part, scene)) > 1)
    return fewer and same_day and not part.secondary and kin(part.features, whole.features)


def _dead(happening: Happening) -> int:
    return sum(figure.low for figure in happening.figures if not figure.attacker)


def _days(happening: Happening, scene: Scene) -> list[Day]:
    label = scene.frames.days.get(happening.sentence)
    return days_of(happening.dates, None) or ([label] if label else [])


def _sites(happening: Happening, scene: Scene) -> list[Site]:
    named = without_guides([site for mention in happening.places if (site := site_of(mention))], scene.text)
    label = scene.label_sites.get(happening.sentence)
    return named or ([label] if label else [])
