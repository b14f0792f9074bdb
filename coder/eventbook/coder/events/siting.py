"""The place of a happening: the finest named place of its clause, else of the text before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventbook.coder.clauses.words import grammar
from eventbook.coder.places.distance import apart
from eventbook.coder.places.lexicon import place_words
from eventbook.coder.places.records import Place, PlaceMention

_FINENESS = {"town": 0, "district": 0, "feature": 1, "subdivision": 1, "division": 2, "region": 2, "country": 3}
SAME_KM = 25.0
OWNED_KM = 50.0  # so far from its middle lies what a city is said to own
_LISTED = frozenset({","})
_LAST_LISTED = frozenset({"and", ", and", "or"})
_INSIDE = frozenset({",", "in", ", in"})
_OF_TOWN = frozenset({"in", "of"})
_CAMPS = frozenset({"refugee", "displaced", "displacement", "persons", "people", "idp"})  # before "camp"
_OWNED = frozenset({"'s", "'"})
_OWNERS = ("'s", "s'")
_ROAD = 60  # characters before the first end of a road, and behind the last
DISTRICT_KM = 100.0  # from a town to the seat of its district
FAR_KM = 60.0  # beyond which no town stands for what lies so far from it
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
    if mention.distance_km is not None and mention.distance_km > FAR_KM:
        return None  # "300 km west of Dhaka" says where another place lies
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
                or holds_quarter(site.place, other.place)
                or _only_guides(site, other)
            )
        ]
        if not inside and all(not same_place(site, old) for old in kept):
            kept.append(site)
    return kept


def without_guides(sites: Sequence[Site], text: str) -> list[Site]:
    """The sites without those that only tell where the one beside them lies, by the words between the two.

    "Timika, Papua", "Rambouillet, near Paris", "Baghdad's Sadr City"; a list ("Kaduna, Katsina and Zamfara") stays.
    """
    told = sorted(sites, key=lambda site: site.mention.start)
    joints = [_between(one, two, text) for one, two in pairwise(told)]
    roads = {n for n, joint in enumerate(joints) if _joins_by_road(told[n], told[n + 1], joint, text)}
    names = roads | {n + 1 for n in roads} | {n for n, site in enumerate(told) if _is_of_another(site, text)}
    apart_from = [site for n, site in enumerate(told) if n not in names]
    guides = {n for n in names if any(not _is_around(other, told[n]) for other in apart_from)}
    ends = {n for n, site in enumerate(told) if _ends_road(site, text) or _starts_road(site, text)}
    near = [site for n, site in enumerate(told) if n not in ends]
    spared = {n for n in ends if any(not _is_around(other, told[n]) for other in near)}  # "from X to Y, near Z"
    guides |= spared
    for n, joint in enumerate(joints):
        one, two = told[n], told[n + 1]
        listed = joint in _LISTED and n + 1 < len(joints) and joints[n + 1] in (*_LISTED, *_LAST_LISTED)
        inside = joint in _INSIDE and not listed
        framed = inside and (_is_wider(two, one) or _names_frame(two, one) or _lies_in(one, two, joint))
        leads = joint in grammar().guiding_joints and n not in spared
        if leads or _is_direction(joint) or framed or n in roads:
            guides.add(n + 1)
        elif _is_part_of(one, two, joint) or _is_owned(one, two, joint):
            guides.add(n)
        elif _is_quarter_of(one, two, joint):
            guides.add(n + 1)
    return [site for n, site in enumerate(told) if n not in guides] or told


def _is_around(site: Site, inner: Site) -> bool:
    """Whether a place only is the division of another: "the Delhi-Agra highway in Uttar Pradesh", not "at Mathura"."""
    return _FINENESS[site.place.kind] >= _FINENESS["division"] and _frames(site.place, inner.place)


def _names_thing(site: Site, text: str) -> bool:
    """Whether a place is a piece of the name of a school or a road: "Delhi University", "the Delhi-Agra highway"."""
    behind = text[site.mention.end : site.mention.end + _ROAD]
    words = behind.lower().replace("-", " - ").replace("–", " - ").split()[:3]
    road = bool(words) and (words[0] in grammar().road_words or (words[0] == "-" and words[-1] in grammar().road_words))
    street = behind.lstrip()[:1].isupper() and bool(words) and words[0].strip(".,;:") in grammar().street_words
    if street or (words and words[0].strip(".,;") in grammar().works):
        return True
    return road or behind.startswith(tuple(f" {word}" for word in grammar().institutions))


def _is_of_another(site: Site, text: str) -> bool:
    """Whether a place only names a thing or a road."""
    return _names_thing(site, text) or _ends_road(site, text)


def _starts_road(site: Site, text: str) -> bool:
    """Whether a place is the near end of a road: "on the road from Baidoa to Mogadishu"."""
    before = text[max(0, site.mention.start - _ROAD) : site.mention.start].lower().split()
    behind = text[site.mention.end : site.mention.end + len(" to ")].lower()
    return before[-1:] == ["from"] and behind == " to " and before[-2:-1] != [] and before[-2] in grammar().road_words


def _ends_road(site: Site, text: str) -> bool:
    """Whether a place is but the far end of a road: "on the road from Baidoa to Mogadishu"."""
    before = text[max(0, site.mention.start - _ROAD) : site.mention.start].lower().split()
    road = next((n for n, word in enumerate(before) if word in grammar().road_words), None)
    return road is not None and before[-1] == "to" and before[road + 1 : road + 2] in (["from"], ["to"])


def _is_direction(joint: str) -> bool:
    """Whether the words between two places say where the first lies: "Aguelhok, north of Kidal"."""
    words = joint.split()
    return len(words) > 2 and words[0] == "," and words[-1] == "of" and words[-2] in place_words().compass


def _is_owned(one: Site, two: Site, joint: str) -> bool:
    """Whether the first is the city that the second lies in: "Baghdad's Sadr City"."""
    return joint.partition(" ")[0] in _OWNED and apart(one.place, two.place) <= OWNED_KM


def _is_quarter_of(one: Site, two: Site, joint: str) -> bool:
    """Whether the first is a camp or a quarter of the second: "the Balata refugee camp in Nablus"."""
    *kinds, last = joint.split() or [""]
    told = bool(kinds) and last in _OF_TOWN and all(word in place_words().kind_after | _CAMPS for word in kinds)
    return told and two.place.kind == "town" and apart(one.place, two.place) <= OWNED_KM


def _is_part_of(one: Site, two: Site, joint: str) -> bool:
    """Whether the first only tells where the second lies, or is a namesake far from the city whose quarter it is:
    "the Marseille suburb of Allauch", "the Yarmouk district of Khartoum"."""
    words = joint.split()
    part = len(words) > 1 and words[-1] == "of" and words[-2] in grammar().part_words
    if not part or two.place.kind != "town":  # "the Garmsir district of Helmand"
        return False
    larger = len(words) == 2 and one.place.population > two.place.population
    return larger or apart(one.place, two.place) > OWNED_KM


def without_far_quarters(sites: Sequence[Site], label: Site | None) -> list[Site]:
    """The sites without the districts of far cities where another city is named: its quarter has the same name."""
    towns = [site.place for site in (*sites, *([label] if label else [])) if site.place.kind == "town"]
    return [
        site
        for site in sites
        if site.place.kind != "district" or not towns or any(apart(site.place, town) <= OWNED_KM for town in towns)
    ]


def without_streets(sites: Sequence[Site], city: Site | None, text: str) -> list[Site]:
    """The sites without the towns that streets of the report's city are named after: "Baghdad Street" in Damascus.

    A road leads to a town as often as it is named after one: it counts where that town lies near.
    """
    if city is None or city.place.kind != "town":
        return list(sites)
    return [site for site in sites if not _names_street(site, city, text)]


def _names_street(site: Site, city: Site, text: str) -> bool:
    """Whether a place only names a street of a city, or a road of it that leads near by."""
    word = _word_behind(site, text)
    if not word.istitle():
        return False
    near = apart(site.place, city.place) <= FAR_KM and word.lower() in grammar().road_words
    return near or word.lower() in grammar().street_words


def _word_behind(site: Site, text: str) -> str:
    """The word behind a place as it is written, without marks; "" at the end of the text."""
    behind = text[site.mention.end : site.mention.end + _ROAD].split(None, 1)[:1]
    return behind[0].strip(".,;:") if behind else ""


def _joins_by_road(one: Site, two: Site, joint: str, text: str) -> bool:
    """Whether two places are the ends of one road: "between X and Y", "that links X with Y", "the X-Y highway"."""
    words = grammar()
    before = text[max(0, one.mention.start - _ROAD) : one.mention.start].lower().split()
    if joint in ("and", "to", "with", ", with"):  # "joins the capital, Pasto, with"
        return not words.road_joints.isdisjoint(before[-5:] if "with" in joint else before[-1:])
    return joint in words.road_hyphens and _word_behind(two, text).lower() in words.road_words


def _between(one: Site, two: Site, text: str) -> str:
    """The words between two mentions, lower-cased, without the article and the kind of the first: "Spera district,"."""
    words = text[one.mention.end : two.mention.start].lower().replace("’", "'").split()
    if words and words[0].endswith(",") and words[0].rstrip(",") in place_words().kind_after:
        words[0] = ","
    if len(words) > 1 and words[-1].endswith(_OWNERS):  # "in Nduga, in Indonesia's Papua province"
        words = words[:-1]
    return " ".join(word for word in words if word != "the")


def _lies_in(one: Site, two: Site, joint: str) -> bool:
    """Whether a town lies in the district of another one: "at Araihazar in Narayanganj"."""
    near = one.place.country == two.place.country and apart(one.place, two.place) <= DISTRICT_KM
    return joint == "in" and near


def _names_frame(frame: Site, site: Site) -> bool:
    """Whether a place stands behind a town only to say where that lies: "Nong Chik, Pattani", "Spera, Khost"."""
    divisions = [c.place for c in frame.mention.candidates if c.place.kind == "division"]
    wider = site.place.kind in ("town", "subdivision") and any(d.admin1 == site.place.admin1 for d in divisions)
    told = frame.mention.cue == "container" or frame.precision > site.precision or wider
    return told and frame.place.country == site.place.country


def _is_wider(wide: Site, site: Site) -> bool:
    """Whether a place is a division or region of another's country, whatever the gazetteer knows of its borders."""
    return wide.place.country == site.place.country and _FINENESS[wide.place.kind] > _FINENESS[site.place.kind] + 1


def holds_quarter(town: Place, place: Place) -> bool:
    """Whether a place is a district of a town: "the Chapinero neighborhood in Bogota"."""
    kinds = (town.kind, place.kind) == ("town", "district")
    return kinds and town.country == place.country and apart(town, place) <= SAME_KM


def _only_guides(site: Site, other: Site) -> bool:
    """Whether a place only tells where another lies: "Didim, 100 km north of Bodrum", "Douma, a suburb of Damascus"."""
    if site.mention.relation != "near" or other.mention.relation != "at":
        return False
    told = site.mention.distance_km is not None or (site.mention.cue or "").endswith(" of")  # "south of Kabul"
    return told or apart(other.place, site.place) <= SAME_KM


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
    beside = "near" in (one.mention.relation, two.mention.relation)  # "the resort lies just outside Bilbao"
    return apart(one.place, two.place) <= (FEATURE_KM if wide else SAME_KM if beside else 3)


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
