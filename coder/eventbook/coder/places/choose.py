"""Choose among homonyms: weigh each entry by country, division, neighbours, kind and population."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, log10, radians
from typing import NamedTuple

from eventbook.coder.places.describe import Hint
from eventbook.coder.places.distance import kilometres
from eventbook.coder.places.folding import fold
from eventbook.coder.places.gazetteer import Entry, is_hamlet
from eventbook.coder.places.records import Context, PlaceKind

# Weights are powers of ten, from the study of homonyms in news: own name 1.5, votes up to 6,
# the division named 2. A kind word counts more than population between namesakes.
_OWN_NAME = 1.5
_VOTES = 6.0
_DIVISION = 2.5
_NEAR = ((30.0, 2.5), (100.0, 1.8), (300.0, 1.0))
_AROUND = ((50.0, 1.2), (150.0, 0.8), (400.0, 0.4))
_AWAY = 3.0
# Of two places without inhabitants the village of which no more is known is hardly meant, if nothing says so.
_HAMLET = -1.5
_KIND: dict[Hint, dict[PlaceKind, float]] = {
    "town": {"town": 1.0, "district": 0.7, "subdivision": -1.5, "division": -2.5, "country": -3.0, "region": -1.0},
    "district": {"subdivision": 2.0, "district": 1.0, "division": 0.5, "town": -0.3, "country": -3.0},
    "division": {"division": 3.0, "region": 1.5, "subdivision": 0.5, "town": -2.0, "country": -3.0},
    "feature": {"feature": 3.0, "region": 2.0, "district": -0.5, "division": -0.5},
    "country": {"country": 4.0},
    None: {"country": 3.0, "town": 1.2, "subdivision": -1.2, "region": 0.4, "feature": 0.4},
}
# Regions and features carry no population; reports name them as often as a city of this size.
_STANDING: dict[PlaceKind, int] = {"region": 300_000, "feature": 200_000, "district": 30_000}


class Weighed(NamedTuple):
    """An entry, its share of the weight in [0, 1], and why it weighs so."""

    entry: Entry
    share: float
    reasons: tuple[str, ...]


def weigh(
    entries: Sequence[Entry],
    *,
    hint: Hint = None,
    country: str | None = None,
    inside: Callable[[Entry], bool] | None = None,
    context: Context | None = None,
) -> list[Weighed]:
    """Entries by share, best first; entries outside `country` are left out."""
    votes = dict(context.votes) if context else {}
    divisions = set(context.divisions) if context else set()
    near, around = (context.near, context.around) if context else ((), ())
    kinds = _KIND[hint]
    scored: list[tuple[float, Entry, tuple[str, ...]]] = []
    for entry in entries:
        place = entry.place
        if country and place.country != country:
            continue
        reasons: list[str] = []
        people = max(place.population, _STANDING.get(place.kind, 0))
        weight = log10(people + 10) + kinds.get(place.kind, 0.0)
        if entry.rank <= 0:
            weight += _OWN_NAME - entry.rank
        else:
            reasons.append("other name")
        if share := votes.get(place.country, 0.0):
            weight += _VOTES * share
            reasons.append(f"{share:.0%} of country votes")
        if inside is not None and inside(entry):
            weight += _DIVISION
            reasons.append("in the division given")
        elif divisions and (fold(place.admin1) in divisions or fold(place.admin2) in divisions):
            weight += _DIVISION
            reasons.append("its division is named")
        elif is_hamlet(place):
            weight += _HAMLET
        if (near or around) and len(entries) > 1:
            bonus, reason = _neighbours((place.latitude, place.longitude), near, around)
            if reason:
                weight += bonus
                reasons.append(reason)
        if context and context.away and place.kind == "town" and _fits((place.latitude, place.longitude), context.away):
            weight += _AWAY
            reasons.append(f"{context.away[2]:g} km from the place named with it")
        scored.append((weight, entry, tuple(reasons)))
    if not scored:
        return []
    scored.sort(key=lambda item: (-item[0], item[1].place.id))
    top = scored[0][0]
    masses = [10 ** (weight - top) for weight, _, _ in scored]
    total = sum(masses)
    return [Weighed(entry, mass / total, reasons) for (_, entry, reasons), mass in zip(scored, masses, strict=True)]


def _neighbours(
    here: tuple[float, float], near: Sequence[tuple[float, float]], around: Sequence[tuple[float, float]]
) -> tuple[float, str]:
    """Bonus for lying near a place of the sentence, else of the article."""
    for points, steps, whose in ((near, _NEAR, "beside it"), (around, _AROUND, "in the article")):
        if not points:
            continue
        away = min(kilometres(here, point) for point in points)
        for limit, bonus in steps:
            if away <= limit:
                return bonus, f"{away:.0f} km from a place named {whose}"
    return 0.0, ""


def _fits(here: tuple[float, float], away: tuple[float, float, float, str | None]) -> bool:
    """True at about the distance told from a place, by road or as the crow flies, on the side told."""
    latitude, longitude, told, compass = away
    found = kilometres(here, (latitude, longitude))
    if not 0.6 * told - 8 <= found <= 1.3 * told + 8:
        return False
    north, east = here[0] - latitude, (here[1] - longitude) * cos(radians(latitude))
    sides = compass or ""
    return not (
        ("north" in sides and north < -0.05)
        or ("south" in sides and north > 0.05)
        or ("east" in sides and east < -0.05)
        or ("west" in sides and east > 0.05)
    )
