"""The place of a happening: the finest named place of its clause, else of the text before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventbook.coder.places.distance import apart
from eventbook.coder.places.records import Place, PlaceMention

_FINENESS = {"town": 0, "district": 0, "feature": 1, "subdivision": 1, "division": 2, "region": 2, "country": 3}
SAME_KM = 25.0
FEATURE_KM = 60.0  # a lake or a range of hills lies around its named point


@dataclass(frozen=True, slots=True)
class Site:
    """A coded place: geo precision 1 to 3 and the mention that gave it."""

    place: Place
    precision: int
    mention: PlaceMention
    rule: str
    confidence: float = 0.9


def site_of(mention: PlaceMention, rule: str = "places.clause") -> Site | None:
    """The place of a mention, None where it abstains or names a country."""
    place, precision = mention.place, mention.precision
    if place is None or precision is None or place.kind == "country" or mention.relation in ("origin", "metonym"):
        return None
    return Site(place, precision, mention, rule, min(0.95, 0.5 + mention.candidates[0].score / 2))


def finest(sites: Iterable[Site]) -> list[Site]:
    """The sites that are no wider frame of another one ("Khan Younis, Gaza Strip"), in text order."""
    found = list(sites)
    kept: list[Site] = []
    for site in found:
        inside = [
            other
            for other in found
            if other is not site
            and (
                (_FINENESS[other.place.kind] < _FINENESS[site.place.kind] and _frames(site.place, other.place))
                or (other.precision < site.precision and apart(other.place, site.place) <= SAME_KM)
                or _holds_quarter(site.place, other.place)
                or _only_guides(site, other)
            )
        ]
        if not inside and all(not same_place(site, old) for old in kept):
            kept.append(site)
    return kept


def _holds_quarter(town: Place, place: Place) -> bool:
    """Whether a place is a district of a town: "the Chapinero neighborhood in Bogota"."""
    kinds = (town.kind, place.kind) == ("town", "district")
    return kinds and town.country == place.country and apart(town, place) <= SAME_KM


def _only_guides(site: Site, other: Site) -> bool:
    """Whether a place only tells where another lies: "Didim, 100 km north of Bodrum", "Douma, a suburb of Damascus"."""
    if site.mention.relation != "near" or other.mention.relation != "at":
        return False
    return site.mention.distance_km is not None or apart(other.place, site.place) <= SAME_KM


def _frames(wide: Place, place: Place) -> bool:
    """Whether a place may lie in a wider one; a division frames only what is its own."""
    if wide.country != place.country:
        return False
    return wide.kind != "division" or not wide.admin1 or not place.admin1 or wide.admin1 == place.admin1


def same_place(one: Site, two: Site) -> bool:
    """Whether two sites may be one place: near one another, or one is the division around the other."""
    if one.place.id == two.place.id:
        return True
    if one.place.country != two.place.country:
        return apart(one.place, two.place) <= 5
    if one.place.kind in ("division", "region") or two.place.kind in ("division", "region"):
        if one.place.admin1 and one.place.admin1 == two.place.admin1:
            return True
        return one.place.kind == "region" or two.place.kind == "region"
    wide = "feature" in (one.place.kind, two.place.kind)
    return apart(one.place, two.place) <= (FEATURE_KM if wide else 3)


def wider_or_same(site: Site, other: Site) -> bool:
    """Whether `site` is at least as fine as `other`."""
    return _FINENESS[site.place.kind] <= _FINENESS[other.place.kind]


def main_site(sites: Sequence[Site]) -> Site | None:
    """The place that an article speaks of most, the earliest of equals."""
    if not sites:
        return None
    counts: dict[str, float] = {}
    for n, site in enumerate(sites):
        weight = 1.0 + (1.0 if n < 2 else 0.0) - 0.6 * _FINENESS[site.place.kind]
        counts[site.place.id] = counts.get(site.place.id, 0.0) + weight
    best = max(counts.values())
    return next(site for site in sites if counts[site.place.id] == best)
