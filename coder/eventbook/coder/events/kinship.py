"""Whether two happenings may be the same event: what was done, when, where and by whom must not contradict."""

from collections.abc import Collection, Iterable

from eventbook.coder.events.records import Happening
from eventbook.coder.events.siting import Site, same_place
from eventbook.coder.events.timing import DAY_OF_STATEMENT, Day

NEWS_DAYS = 4  # what is told on a day happened on it or shortly before

CLAIM = frozenset({"claim"})
_ENTRY = frozenset({"entry"})
RETELLING = frozenset({"retelling"})
# Features that make two happenings of one sort, and those by which force was used.
_FAMILIES = (
    frozenset({"force", "lethal", "death", "injury", "abduction", "taken", "disappearance"})
    | {"sexual", "explosive", "remote", "control"},
    frozenset({"gathering", "crowd", "throwing", "dispersal", "barricade", "lynching"}),
    frozenset({"agreement", "release"}),
    frozenset({"movement", "arrival", "withdrawal", "base", "encampment"}),
    frozenset({"arrest", "taken", "capture"}),
    frozenset({"damage", "looting", "fire"}),
    frozenset({"weapons_disrupted"}),
    frozenset({"displacement"}),
    frozenset({"group_change"}),
    frozenset({"pivotal"}),
)
_MEANS = (
    frozenset({"air"}),
    frozenset({"remote"}),
    frozenset({"suicide"}),
    frozenset({"device"}),
    frozenset({"thrown"}),
    frozenset({"chemical"}),
    frozenset({"vehicle"}),
    frozenset({"armed"}),
    frozenset({"gathering"}),
    frozenset({"control"}),
)
_THROWN = _MEANS.index(frozenset({"thrown"}))


def families(features: frozenset[str]) -> frozenset[int]:
    """The sorts of act among features."""
    return frozenset(n for n, family in enumerate(_FAMILIES) if features & family)


def means(features: frozenset[str]) -> frozenset[int]:
    """The specific means among features; a general "attack" or "killing" has none."""
    found = {n for n, group in enumerate(_MEANS) if features & group}
    if 0 in found:
        found.discard(1)
    if "firearm" in features:
        found.discard(_THROWN)  # "threw grenades and fired at a post": those inside may shoot back
    return frozenset(found)


def kin(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two sets of features can tell of one event."""
    if one <= CLAIM:
        return bool(two & _FAMILIES[0])  # who claims responsibility did what was told before
    if one <= RETELLING:
        return True
    if _entered(one, two) or _entered(two, one):
        return True
    crowd = {1}
    mine, theirs = families(one), families(two)
    shared = mine & theirs
    if not shared and not (mine & crowd and theirs & {0, 4, 5}) and not (theirs & crowd and mine & {0, 4, 5}):
        return False
    if _blast_and_guns(one, two) or _blast_and_guns(two, one) or _found_dead(one, two) or _found_dead(two, one):
        return False
    if _scuffles(one, two) or _scuffles(two, one):
        return True
    my_means, their_means = means(one), means(two)
    return not my_means or not their_means or bool(my_means & their_means)


def _entered(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one tells who came into a place, the other of those killed there by no means that it names."""
    return one <= _ENTRY and bool(two & {"lethal", "death"}) and not means(two)


def _scuffles(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one tells of clashes without a weapon, the other of a crowd: "47 were hurt in clashes", stones thrown."""
    guns = frozenset({"firearm", "explosive", "remote", "air", "lethal", "assault"})
    return "reciprocal" in one and not one & guns and bool(two & {"gathering", "throwing"}) and not two & guns


def _blast_and_guns(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one tells of a blast or of fire from afar alone and the other of guns alone."""
    guns = frozenset({"firearm", "armed"})
    blast = frozenset({"explosive", "remote", "air"})
    return bool(one & blast) and not one & guns and bool(two & guns) and not two & blast


def _found_dead(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one tells of bodies that were found, the other of a blast or a fight: the dead are not those of it."""
    blast = frozenset({"explosive", "remote", "reciprocal"})
    return "bodies" in one and not one & blast and bool(two & blast) and "bodies" not in two


def days_agree(one: Day | None, two: Day | None) -> bool:
    """Whether two days may be one; an unknown day agrees with any, the day of a statement with the days before it."""
    if one is None or two is None or one.date == two.date:
        return True
    for wide, narrow in ((one, two), (two, one)):
        if wide.rule == DAY_OF_STATEMENT and 0 <= (wide.date - narrow.date).days <= NEWS_DAYS:
            return True
        mention = wide.mention
        if wide.precision == 1 or mention is None or mention.first is None or mention.last is None:
            continue
        if mention.first <= narrow.date <= mention.last:
            return True
    return False


def places_agree(one: Site | None, two: Site | None) -> bool:
    """Whether two places may be one; an unknown place agrees with any."""
    return one is None or two is None or same_place(one, two)


def countries_agree(new: Happening, site: Site | None, old: Iterable[Happening], new_site: Site | None) -> bool:
    """Whether the countries that the words name do not contradict the places."""
    mine = _countries(new, new_site)
    theirs = frozenset(code for happening in old for code in _countries(happening, None)) | (
        frozenset({site.place.country}) if site else frozenset()
    )
    return not mine or not theirs or bool(mine & theirs)


def _countries(happening: Happening, site: Site | None) -> frozenset[str]:
    named = {mention.place.country for mention in happening.countries if mention.place is not None}
    return frozenset({site.place.country}) if site else frozenset(named)


def groups_of(happenings: Iterable[Happening], rebels: Collection[str]) -> frozenset[str]:
    """The known groups and foreign states among the doers; "Colombian guerrillas" may be any group of `rebels`."""
    return frozenset(
        actor.group or f"{actor.template}:{actor.nations[0]}"
        for happening in happenings
        for actor in happening.agents
        if actor.group or (actor.nations and actor.category not in rebels)
    )


def sides_agree(new: Happening, old: Iterable[Happening], rebels: Collection[str]) -> bool:
    """Whether the doers do not contradict: named doers differ only if one is the other's victim.

    `rebels` are the categories of armed people who are no state's.
    """
    told = list(old)
    mine, theirs = groups_of([new], rebels), groups_of(told, rebels)
    if not mine or not theirs or mine & theirs:
        return True
    harmed = {actor.group for happening in told for actor in happening.patients if actor.group}
    harmed |= {actor.group for actor in new.patients if actor.group}
    return bool(harmed & (mine | theirs))


def is_foreign(happening: Happening, gathering: frozenset[str], country: str | None) -> bool:
    """Whether forces of other states do what has nothing to do with a gathering in a country (ISO3): a march in The
    Hague about "Israeli attacks"."""
    if "gathering" not in gathering or "gathering" in happening.features or country is None:
        return False
    states = [actor.nations for actor in happening.agents if actor.nations and not actor.group]
    return bool(states) and all(country not in nations for nations in states)
