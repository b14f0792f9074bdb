"""Names and categories of the two sides of an event, by the codebook's templates and policies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventbook.codebook.codebook import Codebook, Kind
from eventbook.coder.actors.arming import arm, rivals_of
from eventbook.coder.actors.mentions import ActorMention

_BESIDE = 80  # characters between two sides that are told in one phrase
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


def name_sides(
    agents: Sequence[ActorMention],
    patients: Sequence[ActorMention],
    kind: Kind,
    country: str,
    codebook: Codebook,
    *,
    known: Sequence[ActorMention] = (),
    clash: bool = False,
    mutual: bool = False,
    killed: bool = False,
) -> tuple[Side | None, Side | None]:
    """The first and second side of an event of `kind` in `country` (ISO3); None where a side is absent.

    `known` are the armed doers of the whole article, the most frequent first: one of them stands in where the
    event's own words name no doer, unless it is the side that suffers. `clash`: both sides fought; `mutual`: nothing
    says who began, so that the side that is no state's comes first (rules.md 3); `killed`: somebody was.
    """
    defaults = kind.sub_event_type.sides
    armed = codebook.actors.classes.armed
    fight = defaults.second is not None and _wants_armed(defaults.second, codebook)
    if defaults.parties:
        agents = [arm(actor, codebook) for actor in agents]
        patients = [arm(actor, codebook) for actor in patients]
    if defaults.first and _wants_armed(defaults.first, codebook) and not defaults.one_sided:
        agents = [arm(actor, codebook) for actor in agents]
        patients = [arm(actor, codebook) if fight and clash else actor for actor in patients]
    usual = [codebook.actors.templates[side].category for side in (defaults.first, defaults.second) if side]
    if any(category in codebook.actors.classes.crowd for category in usual):
        agents = [_before_crowd(actor) for actor in agents]
        patients = [_before_crowd(actor) for actor in patients]
    if defaults.first and usual[0] in codebook.actors.classes.crowd:
        patients = [_suspect(actor, codebook) for actor in patients]
        agents, patients = _crowd_first(agents, patients, codebook, met=clash or defaults.second is not None)
    if not any(actor.category in armed for actor in agents) and _wants_armed(defaults.first, codebook):
        harmed = {actor.key for actor in patients}
        stand_in = next((actor for actor in known if actor.key not in harmed), None)
        if stand_in is not None:
            agents = [stand_in]
    if fight and clash and not agents:  # "two militants and a soldier were killed in a gun battle"
        fought = [actor for actor in patients if actor.category in armed]
        if len({actor.category for actor in fought}) > 1:
            agents, patients = fought[:1], fought[1:]
    first = _main_side(agents, defaults.first, country, codebook, harmed=False)
    others = [actor for actor in patients if not _same(actor, first)]
    joint = [actor for actor in agents if actor.category in armed and not _same(actor, first)]
    if defaults.parties and joint and not any(actor.category in armed for actor in others):
        others = joint  # "the rebels and the army swapped prisoners"
    if clash and fight and first is not None and _are_its_own(others, first, codebook):
        beside = [a for a in joint if first.mention is not None and abs(a.start - first.mention.start) <= _BESIDE]
        others = [a for a in beside if a.category in codebook.actors.classes.state] or others  # "soldiers and gunmen of the cartel fought; four gunmen died"
    if fight and not any(actor.category in armed for actor in others):
        together = {actor.key for actor in agents}
        opponents = [
            actor
            for actor in (*(agents if clash or defaults.parties else ()), *known)
            if (clash or defaults.parties or actor.key not in together)  # who acts together is no opponent
            and not _same(actor, first) and _may_oppose(actor, first, country, codebook)
        ]
        # unarmed people who are hurt are no side of a fight
        others = (rivals_of(first.mention) if first else []) or opponents[:1]
    default = defaults.second
    if fight and not others and first is not None and first.category in codebook.actors.classes.state:
        default = defaults.first or default  # who fights the state's forces, where nothing more is said
    hurt = defaults.first is not None or defaults.second is not None  # who is deposed is the government
    second = None if defaults.one_sided else _main_side(others, default, country, codebook, harmed=hurt)
    if first is None and second is not None:
        first, second = second, None
    if second is None and killed and defaults.killed and not (others or defaults.one_sided):
        second = _of_template(defaults.killed, country, codebook)  # "a grenade killed two patrons"
    if first is None and known:
        first = _main_side(known, None, country, codebook, harmed=False)
    if (
        first is not None
        and second is not None
        and first.name == second.name
        and first.category not in codebook.actors.classes.crowd
    ):
        second = None
    second = _other_crowd(first, second, country, codebook) if clash else second
    camps = {(actor.allies, actor.community) for actor in agents if actor.allies or actor.community}
    rivals = not (others or defaults.one_sided) and (any(actor.rivals for actor in agents) or len(camps) > 1)
    if rivals and (fight or clash):
        second = first  # "two rival gangs exchanged fire"
    if second is not None and kind.targeting == "always" and second.category in codebook.actors.classes.state:
        crowd = first is not None and first.category in codebook.actors.classes.crowd  # the forces are who harmed it
        second = second if crowd else _unarmed(second, country, codebook)
    if clash and mutual and fight and first is not None and second is not None:
        states = {*codebook.actors.classes.state, codebook.actors.classes.foreign_state}
        if first.category in states and second.category not in states and second.category in armed:
            first, second = second, first
    if first is not None and second is not None:
        first, second = _without_ally(first, second), _without_ally(second, first)
    return _from_abroad(first, codebook) if defaults.across_borders else first, second


def _unarmed(side: Side, country: str, codebook: Codebook) -> Side:
    """Members of the state's forces whom an event harms that is always one against civilians: they did not fight."""
    template = codebook.actors.templates[codebook.actors.classes.people]
    associates = tuple(dict.fromkeys((*side.associates, side.name)))
    return replace(
        side, name=_fill(template.name, country, None, codebook), category=template.category, associates=associates
    )


def _are_its_own(actors: Sequence[ActorMention], side: Side, codebook: Codebook) -> bool:
    """Whether armed people without a name may be those of a named group that is no state's."""
    states = {*codebook.actors.classes.state, codebook.actors.classes.foreign_state}
    named = side.mention is not None and side.mention.group is not None and side.category not in states
    armed = [actor for actor in actors if actor.category in codebook.actors.classes.armed]
    return named and bool(armed) and all(a.category not in states and not a.group and not a.community for a in armed)


def _without_ally(side: Side, other: Side) -> Side:
    """A side without the other one among its associates: nobody fights beside whom he fights."""
    return replace(side, associates=tuple(name for name in side.associates if name != other.name))


def _of_template(template_id: str, country: str, codebook: Codebook) -> Side:
    """A side that the kind of event gives, where the text names none."""
    template = codebook.actors.templates[template_id]
    return Side(_fill(template.name, country, None, codebook), template.category, (), None, f"sides.{template_id}", 0.4)


def _may_oppose(actor: ActorMention, first: Side | None, country: str, codebook: Codebook) -> bool:
    """Whether an actor told of elsewhere may be who was fought: nobody of the same name, no two foreign states."""
    name, category = write_name(actor, country, codebook, harmed=False)
    foreign = codebook.actors.classes.foreign_state
    return first is None or (name != first.name and not first.category == category == foreign)


def _from_abroad(side: Side | None, codebook: Codebook) -> Side | None:
    """An unnamed group of another country by that country: "Palestinian militants fired rockets at" a town abroad."""
    actor = side.mention if side is not None else None
    if side is None or actor is None or actor.group or not actor.nations or actor.template is None:
        return side
    template = codebook.actors.templates[actor.template]
    if template.category in codebook.actors.classes.state:
        return side
    return replace(side, name=_fill(template.name, actor.nations[0], actor.community, codebook))


def _other_crowd(first: Side | None, second: Side | None, country: str, codebook: Codebook) -> Side | None:
    """Unarmed people who fight a violent crowd are one themselves: "supporters of both parties clashed"."""
    template = codebook.actors.templates.get(codebook.actors.classes.brawlers or "")
    if template is None or first is None or second is None or first.category != template.category:
        return second
    if second.category != codebook.actors.classes.unarmed:
        return second
    return replace(second, name=_fill(template.name, country, None, codebook), category=template.category)


def _suspect(actor: ActorMention, codebook: Codebook) -> ActorMention:
    """Whom a crowd seizes as a kidnapper, a bandit or a gunman is a person in its hands; named groups stay sides."""
    unnamed = actor.group is None and not actor.community and actor.template in codebook.actors.classes.suspects
    if not unnamed:
        return actor
    return replace(actor, template=codebook.actors.classes.people, category=codebook.actors.classes.unarmed)


def _before_crowd(actor: ActorMention) -> ActorMention:
    """Forces that may be soldiers or police ("security forces") are the police where they face a crowd."""
    return replace(actor, template=actor.before_crowds) if actor.before_crowds and not actor.group else actor


def _crowd_first(
    agents: Sequence[ActorMention], patients: Sequence[ActorMention], codebook: Codebook, *, met: bool
) -> tuple[list[ActorMention], list[ActorMention]]:
    """A crowd is the first side of its event, also where the text says what armed forces did to it.

    Forces that only step in are no second side where people were harmed, unless the kind is about them (`met`).
    """
    classes = codebook.actors.classes
    forces = [actor for actor in agents if actor.category in classes.armed]
    people = [actor for actor in agents if actor.category not in classes.armed]
    crowd = [actor for actor in patients if actor.category in classes.crowd]
    if forces and crowd and not any(actor.category in classes.crowd for actor in people):
        return [*crowd, *people], [*forces, *(actor for actor in patients if actor not in crowd)]
    harmed = any(actor.category == classes.unarmed for actor in patients)
    return people, [*patients] if harmed and not met else [*patients, *forces]


def _wants_armed(template: str | None, codebook: Codebook) -> bool:
    return template is None or codebook.actors.templates[template].category in codebook.actors.classes.armed


def _main_side(
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
        return _of_template(default, country, codebook)
    allies = [actor for actor in usable if actor is not best]
    return _side(best, allies, country, codebook, harmed=harmed, attacks=fight and not harmed)


def _rank(actor: ActorMention, country: str, *, harmed: bool, armed: Sequence[str]) -> float:
    """Named groups before role words before bare numbers; a country's own name tells nothing new within it."""
    if actor.group:
        return 3.0
    if harmed and actor.category in armed and not actor.when_harmed:
        return 2.0 + actor.confidence  # "22 people died in a strike on a military base"
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
    for ally in allies:
        ally_name, ally_category = write_name(ally, country, codebook, harmed=harmed)
        unarmed = codebook.actors.classes.unarmed
        if ally_name != name and (ally_category != unarmed) and (ally.group or category == ally_category):
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
        _fill(template.name, country, None, codebook),
        template.category,
        tuple(dict.fromkeys(associates)),
        mention,
        f"sides.{default}" if mention is None else mention.rule,
        0.9 if mention else 0.7,
    )


def _identities(actor: ActorMention, country: str, codebook: Codebook) -> list[str]:
    """Who a crowd or its victims are: profession, party, community."""
    names = [_fill(codebook.actors.templates[item].name, country, None, codebook) for item in actor.associates]
    names += list(actor.allies)
    key = f"{actor.community_kind}_group"
    militia = codebook.actors.classes.armed_community  # a militia's name says whose it is
    if actor.community and key in codebook.actors.templates and actor.template != militia:
        names.append(_fill(codebook.actors.templates[key].name, country, actor.community, codebook))
    return names


def write_name(
    actor: ActorMention, country: str, codebook: Codebook, *, harmed: bool, attacks: bool = False
) -> tuple[str, str]:
    """The name and category of an actor in a country; a state's forces abroad are foreign forces."""
    template_id = actor.when_harmed if harmed and actor.when_harmed else actor.template
    classes = codebook.actors.classes
    own = actor.nations[0] if actor.nations else country
    if actor.group is not None:
        name, category = _group_name(actor, own, codebook), actor.category or classes.unarmed
    else:
        template = codebook.actors.templates[template_id or classes.people]
        stands_for = template.when_attacking
        if actor.community and template.category == classes.unarmed:
            stands_for = classes.armed_community
        if attacks and stands_for:
            template = codebook.actors.templates[stands_for]
        where = own if template.category in classes.state or not actor.nations else country
        name, category = _fill(template.name, where, actor.community, codebook), template.category
    if classes.foreign_state and category in classes.state and own != country:
        category = classes.foreign_state
    return name, category


def _group_name(actor: ActorMention, state: str, codebook: Codebook) -> str:
    """A known group by its name, a state's force behind the state's: "Police Forces of Mali Gendarmerie"."""
    name = actor.group or ""
    if actor.template is None:
        return name
    return f"{_fill(codebook.actors.templates[actor.template].name, state, None, codebook)} {name.split(' (')[0]}"


def _fill(template: str, country: str, community: str | None, codebook: Codebook) -> str:
    known = codebook.country_by_iso3.get(country)
    return template.replace("{country}", known.label if known else country).replace("{community}", community or "")


def _same(actor: ActorMention, side: Side | None) -> bool:
    return (
        side is not None
        and side.mention is not None
        and (
            (actor.head == side.mention.head and actor.start == side.mention.start)
            or (actor.group is not None and actor.group == side.mention.group)
        )
    )
