"""People who use arms: a community's men are its militia, a party's men act in its name."""

from dataclasses import replace

from eventbook.codebook.codebook import Codebook
from eventbook.coder.actors.mentions import ActorMention, as_template


def armed_template(actor: ActorMention, codebook: Codebook) -> str | None:
    """The template of unarmed people where they use arms; None where nothing makes them a side of their own."""
    classes = codebook.actors.classes
    if actor.category != classes.unarmed or actor.rule == "actors.person_name":
        return None
    return classes.armed_community if actor.community and not actor.single else actor.when_armed


def arm(actor: ActorMention, codebook: Codebook) -> ActorMention:
    """The armed side that unarmed people are where they use arms; the actor as it is where they are none."""
    template = armed_template(actor, codebook)
    if template is not None:
        return replace(as_template(actor, template, codebook), associates=(), when_harmed=None)
    party = codebook.actors.classes.armed_party
    if actor.allies and party and actor.category == codebook.actors.classes.unarmed:
        category = codebook.actors.templates[party].category
        return replace(actor, template=None, category=category, group=actor.allies[0], allies=(), nations=())
    return actor


def rivals_of(actor: ActorMention | None) -> list[ActorMention]:
    """The other side that the same phrase names: the Meitei of "Kuki and Meitei villagers"."""
    if actor is None or actor.rival_community is None:
        return []
    return [replace(actor, head=-1, community=actor.rival_community, rival_community=None)]
