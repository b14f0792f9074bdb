"""The sides of a happening as categories: a state's forces outside their own country are foreign forces."""

from collections.abc import Iterable

from eventbook.codebook.codebook import Codebook
from eventbook.coder.actors.arming import armed_template
from eventbook.coder.actors.mentions import ActorMention
from eventbook.coder.events.records import Happening
from eventbook.coder.kinds.conditions import Facts

_ARMS = frozenset({"firearm", "explosive", "remote", "lethal", "displacement"})
_GUNS = frozenset({"firearm", "explosive", "remote", "air", "assault"})
# By these people of a community become its militia.
FORCE = frozenset({"lethal", "armed", "abduction", "taken", "firearm", "sexual"})
_RAIDS = FORCE | {"assault", "force", "injury", "death", "looting", "fire", "damage"}  # herders, tribesmen, settlers
_PLAIN = frozenset({"actors.role_word", "actors.community"})
_NONE: frozenset[str] = frozenset()


def category_in(
    actor: ActorMention,
    country: str | None,
    codebook: Codebook,
    *,
    harmed: bool = False,
    deeds: frozenset[str] = _NONE,
) -> str | None:
    """The category of a side in a country (ISO3, None unknown); `deeds` are the features of what it does."""
    category = actor.category
    force = deeds & (_RAIDS if actor.when_armed else FORCE)
    militia = armed_template(actor, codebook) if force else None
    if militia is not None:
        category = codebook.actors.templates[militia].category
    if harmed and actor.when_harmed:
        category = codebook.actors.templates[actor.when_harmed].category
    classes = codebook.actors.classes
    abroad = country is not None and actor.nations and country not in actor.nations
    if classes.foreign_state and category in classes.state and abroad:
        return classes.foreign_state
    return category


def _is_brawl(happening: Happening, doers: set[str], codebook: Codebook) -> bool:
    """Whether unarmed people clash: "villagers clashed with police", "supporters of both parties fought"."""
    classes = codebook.actors.classes
    if "reciprocal" not in happening.features or happening.features & _ARMS or not classes.crowd:
        return False
    everyone = (*happening.agents, *happening.patients)
    armed = {actor.category for actor in everyone} - {classes.unarmed}
    plain = any(a.category == classes.unarmed and a.rule in _PLAIN and not a.when_armed for a in everyone)
    if plain and armed and armed <= {*classes.state}:
        return True  # "clashes between police and miners", "Kurds clashed with police"
    named = any(a.rule == "actors.person_name" for a in happening.agents)
    return doers == {classes.unarmed} and not named


def is_clash_of_crowd(happening: Happening, gathering: frozenset[str], codebook: Codebook) -> bool:
    """Whether clashes with a state's forces, of nobody else who is told, are those of people who gathered: "they
    marched, and one was killed in clashes with police"."""
    if "gathering" not in gathering or not codebook.actors.classes.crowd or happening.features & _GUNS:
        return False
    if "reciprocal" not in happening.features:
        return False
    everyone = (*happening.agents, *happening.patients)
    states = [actor for actor in everyone if actor.category in codebook.actors.classes.state]
    return bool(states) and all(a in states or a.category == codebook.actors.classes.unarmed for a in everyone)


def facts_of(happenings: Iterable[Happening], country: str | None, codebook: Codebook) -> Facts:
    """The facts that conditions look at, over one happening or several that are one event."""
    features: set[str] = set()
    first: set[str] = set()
    second: set[str] = set()
    target: set[str] = set()
    marked: set[str] = set()
    reciprocal = False
    happenings = tuple(happenings)
    told = frozenset(feature for happening in happenings for feature in happening.features)
    for happening in happenings:
        features |= happening.features
        doers = {c for a in happening.agents if (c := category_in(a, country, codebook, deeds=happening.features))}
        crowd = _is_brawl(happening, doers, codebook) or is_clash_of_crowd(happening, told, codebook)
        first |= {codebook.actors.classes.crowd[0]} if crowd else doers
        fought = happening.features if happening.reciprocal else _NONE
        second |= {
            c
            for a in happening.patients
            if (c := category_in(a, country, codebook, harmed=not happening.reciprocal, deeds=fought))
        }
        target |= happening.target
        marked |= happening.marked
        reciprocal = reciprocal or happening.reciprocal or "reciprocal" in happening.features
    if "control" in features and first:  # who took the place is told, whoever he fought for it
        reciprocal = False
    return Facts(
        frozenset(features), frozenset(first), frozenset(second), frozenset(target), frozenset(marked), reciprocal
    )
