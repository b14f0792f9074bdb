"""Names and categories of a side, by the codebook's templates and policies."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventbook.codebook.codebook import Codebook
from eventbook.coder.actors.mentions import ActorMention

_BESIDE = 80  # characters between the forces of two states that one phrase names
_PERSON_RULES = frozenset({"actors.person_name", "actors.number"})


@dataclass(frozen=True, slots=True)
class Side:
    """A side as it is written: name, category id, associates; `mention` is what named it, None for a policy."""

    name: str
    category: str
    associates: tuple[str, ...]
    mention: ActorMention | None
    rule: str
    confidence: float


def of_template(template_id: str, country: str, codebook: Codebook) -> Side:
    """A side that the kind of event gives, where the text names none."""
    template = codebook.actors.templates[template_id]
    return Side(fill(template.name, country, None, codebook), template.category, (), None, f"sides.{template_id}", 0.4)


def main_side(
    actors: Sequence[ActorMention], default: str | None, country: str, codebook: Codebook, *, harmed: bool
) -> Side | None:
    """The best-named actor; unarmed people who act are the crowd that the kind speaks of."""
    template = codebook.actors.templates[default] if default else None
    crowd = template is not None and template.category in codebook.actors.classes.crowd
    fight = template is not None and template.category in codebook.actors.classes.armed
    usable = [actor for actor in actors if fight or not (harmed and actor.rule == "actors.country_name")]
    if template is not None and default is not None and not harmed and crowd:
        people = [a for a in usable if a.category in (*codebook.actors.classes.crowd, codebook.actors.classes.unarmed)]
        if people or not usable:
            return _crowd(people, default, country, codebook)
    if crowd and harmed and default is not None and all(a.category == codebook.actors.classes.unarmed for a in usable):
        return _crowd(usable, default, country, codebook)  # whom police shoot at a march are the protesters
    best = max(
        usable,
        key=lambda actor: (
            _rank(actor, country, harmed=harmed, armed=codebook.actors.classes.armed)
            + (0.2 if template is not None and not fight and actor.category == template.category else 0.0),
            -actor.start,
        ),
        default=None,
    )
    if best is None or (
        not harmed
        and template is not None
        and best.category == codebook.actors.classes.unarmed
        and template.category != best.category
    ):
        if template is None or default is None:
            return _side(best, (), country, codebook, harmed=harmed) if best else None
        return of_template(default, country, codebook)
    allies = [actor for actor in usable if actor is not best]
    return _side(best, allies, country, codebook, harmed=harmed, attacks=fight and not harmed)


def _rank(actor: ActorMention, country: str, *, harmed: bool, armed: Sequence[str]) -> float:
    """Named groups before role words before bare numbers; a country's own name tells nothing new within it."""
    if actor.group:
        return 3.0
    if harmed and actor.category in armed and not actor.when_harmed:
        return 2.0 + (0.9 if actor.nations else actor.confidence)  # "22 died in a strike on a military base"
    told = bool(actor.nations) and (actor.rule != "actors.country_name" or actor.nations[0] != country)
    score = actor.confidence + (0.5 if told else 0.0)
    return score if actor.rule not in _PERSON_RULES else score - 1.0


def _side(
    actor: ActorMention,
    allies: Sequence[ActorMention],
    country: str,
    codebook: Codebook,
    *,
    harmed: bool,
    attacks: bool = False,
) -> Side:
    name, category = write_name(actor, country, codebook, harmed=harmed, attacks=attacks)
    associates = [*_identities(actor, country, codebook)]
    unarmed, states = codebook.actors.classes.unarmed, codebook.actors.classes.states
    for ally in allies:
        ally_name, ally_category = write_name(ally, country, codebook, harmed=harmed)
        forces = {category, ally_category} <= {*states} and abs(ally.start - actor.start) <= _BESIDE
        joint = category == ally_category or forces  # "Iraqi and American troops"
        other = not name.startswith(ally_name)  # "soldiers" beside the corps that they are of
        if other and ally_category != unarmed and (ally.group or joint):
            associates.append(ally_name)
        elif ally_category == category == unarmed:
            associates += _identities(ally, country, codebook)
    return Side(
        name, category, tuple(dict.fromkeys(a for a in associates if a != name)), actor, actor.rule, actor.confidence
    )


def _crowd(people: Sequence[ActorMention], default: str, country: str, codebook: Codebook) -> Side:
    template = codebook.actors.templates[default]
    associates = [name for actor in people for name in _identities(actor, country, codebook)]
    mention = people[0] if people else None
    return Side(
        fill(template.name, country, None, codebook),
        template.category,
        tuple(dict.fromkeys(associates)),
        mention,
        f"sides.{default}" if mention is None else mention.rule,
        0.9 if mention else 0.7,
    )


def _identities(actor: ActorMention, country: str, codebook: Codebook) -> list[str]:
    """Who a crowd or its victims are: profession, party, community."""
    names = [fill(codebook.actors.templates[item].name, country, None, codebook) for item in actor.associates]
    names += list(actor.allies)
    key = f"{actor.community_kind}_group"
    classes = codebook.actors.classes
    told = actor.template == classes.armed_community or actor.category in classes.states  # the name says whose it is
    if actor.community and key in codebook.actors.templates and not told:
        names.append(fill(codebook.actors.templates[key].name, country, actor.community, codebook))
    return names


def write_name(
    actor: ActorMention, country: str, codebook: Codebook, *, harmed: bool, attacks: bool = False
) -> tuple[str, str]:
    """The name and category of an actor in a country; a state's forces abroad are foreign forces."""
    template_id = actor.when_harmed if harmed and actor.when_harmed else actor.template
    classes = codebook.actors.classes
    own = actor.nations[0] if actor.nations else _troops_of(country, template_id, codebook)
    if actor.group is not None and not (harmed and actor.when_harmed):
        name, category = _group_name(actor, own, codebook), actor.category or classes.unarmed
    else:
        template = codebook.actors.templates[template_id or classes.people]
        stands_for = template.when_attacking
        if actor.community and template.category == classes.unarmed:
            stands_for = classes.armed_community
        if attacks and stands_for:
            template = codebook.actors.templates[stands_for]
        victims = harmed and template.category == classes.unarmed and not actor.community  # "French tourists"
        where = own if template.category in classes.state or victims or not actor.nations else country
        name, category = fill(template.name, where, actor.community, codebook), template.category
    if classes.foreign_state and category in classes.state and own != country:
        category = classes.foreign_state
    return name, category


def _troops_of(country: str, template_id: str | None, codebook: Codebook) -> str:
    """Whose forces those without a nation are: the country's own, or those of the state that keeps troops there."""
    known = codebook.country_by_iso3.get(country)
    troops = template_id == codebook.actors.classes.nation
    return known.forces if troops and known is not None and known.forces else country


def _group_name(actor: ActorMention, state: str, codebook: Codebook) -> str:
    """A known group by its name, a state's force behind the state's: "Police Forces of Mali Gendarmerie"."""
    name = actor.group or ""
    if actor.template is None:
        return name
    return f"{fill(codebook.actors.templates[actor.template].name, state, None, codebook)} {name.split(' (')[0]}"


def fill(template: str, country: str, community: str | None, codebook: Codebook) -> str:
    """The name that a template gives with a country (ISO3) and a community."""
    known = codebook.country_by_iso3.get(country)
    return template.replace("{country}", known.label if known else country).replace("{community}", community or "")


def is_same(actor: ActorMention, side: Side | None) -> bool:
    """Whether an actor is the one that a side is named after."""
    return (
        side is not None
        and side.mention is not None
        and (
            (actor.head == side.mention.head and actor.start == side.mention.start)
            or (actor.group is not None and actor.group == side.mention.group)
        )
    )
