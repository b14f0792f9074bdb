"""What belongs to a test, a crime or an accident of its article: other shots, who else dies, the dead of a blast."""

from collections.abc import Callable, Sequence

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model_sides import Classes
from eventbook.coder.events.records import Dropped, Happening

_HARM = frozenset({"lethal", "firearm", "death", "injury", "massacre"})
_ATTACKED = frozenset({"device", "suicide", "thrown", "remote", "armed", "crowd", "firearm"})
_BURST = frozenset({"explosive", "force", "death", "injury", "damage", "fire", "lethal"})


def without_kin(
    happenings: Sequence[Happening], dropped: Sequence[Dropped], codebook: Codebook
) -> tuple[list[Happening], list[Dropped]]:
    """The happenings without those that belong to a test, a crime or an accident, and these with the reason."""
    kept = list(happenings)
    left: list[Dropped] = []
    for reason, belongs in _KIN.items():
        if any(item.reason == reason for item in dropped):
            kin = [happening for happening in kept if belongs(happening, kept, codebook)]
            kept = [happening for happening in kept if happening not in kin]
            left += [Dropped(h.acts[0].start, h.acts[0].end, reason) for h in kin]
    return kept, left


def _is_shot(happening: Happening, told: Sequence[Happening], codebook: Codebook) -> bool:
    """In an article about tests of weapons, what is fired and hits nobody is a test: "hit its target" is nobody."""
    unhurt = all(actor.category is None for actor in happening.patients)
    missed = unhurt and not happening.target & {"property", "person", "settlement"}
    return "remote" in happening.features and not happening.figures and missed


def _is_of_crime(happening: Happening, told: Sequence[Happening], codebook: Codebook) -> bool:
    """In an article about an ordinary crime, whoever shoots or dies without a side of politics belongs to it.

    So does who strikes or fights, where neither armed people nor a crowd do; a bomb never does.
    """
    if any(actor.group or actor.nations for actor in happening.agents) or "explosive" in happening.features:
        return False
    classes = codebook.actors.classes
    if _is_at_war(happening, classes):
        return False
    if happening.features & _HARM:
        return True
    violent = any(actor.category in (*classes.armed, *classes.crowd) for actor in happening.agents)
    return "force" in happening.features and not violent and not happening.features & {"crowd", "air"}


def _is_at_war(happening: Happening, classes: Classes) -> bool:
    """Whether forces of the state are killed, or fight a band: "a gunfight between soldiers and gang members"."""
    hurt = {actor.category for actor in happening.patients}
    sides = {actor.category for actor in happening.agents} | hurt
    killed = "lethal" in happening.features and bool(happening.figures) and not hurt.isdisjoint(classes.state)
    fight = "reciprocal" in happening.features and not sides.isdisjoint(classes.state)
    return killed or (fight and not sides.isdisjoint(classes.non_state))


def _is_of_blast(happening: Happening, told: Sequence[Happening], codebook: Codebook) -> bool:
    """In an article about an accident that tells of no attack, what bursts or dies without a doer belongs to it."""
    if any(other.features & _ATTACKED for other in told):
        return False
    return not happening.agents and happening.features <= _BURST


_KIN: dict[str, Callable[[Happening, Sequence[Happening], Codebook], bool]] = {
    "test": _is_shot,
    "ordinary_crime": _is_of_crime,
    "accident": _is_of_blast,
}
