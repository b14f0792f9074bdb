"""Who is the first side of an event and who the second: initiator, crowd, opponent, victim (rules.md 3)."""

from collections.abc import Sequence
from dataclasses import replace

from eventbook.codebook.codebook import Codebook, Kind
from eventbook.coder.actors.arming import arm, rivals_of
from eventbook.coder.actors.mentions import ActorMention, as_template
from eventbook.coder.actors.naming import Side, fill, is_same, main_side, of_template, write_name

_BESIDE = 80  # characters between two sides that are told in one phrase

Pair = tuple[Side | None, Side | None]


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
    hurt: bool = True,
) -> Pair:
    """The first and second side of an event of `kind` in `country` (ISO3); None where a side is absent.

    `known` are the armed doers of the whole article, the most frequent first: one of them stands in where the
    event's own words name no doer, unless it is the side that suffers. `clash`: both sides fought; `mutual`: nothing
    says who began, so that the side that is no state's comes first; `killed`: somebody was; `hurt`: somebody was
    harmed, and not only arrested.
    """
    sides = _Sides(agents, patients, kind, country, codebook, known, clash=clash, hurt=hurt)
    sides.dress()
    sides.find_doers()
    first = sides.first()
    second = sides.second(first, killed=killed)
    return sides.settle(first, second, mutual=mutual)


class _Sides:
    """The sides of one event while they are found, step by step."""

    def __init__(
        self,
        agents: Sequence[ActorMention],
        patients: Sequence[ActorMention],
        kind: Kind,
        country: str,
        codebook: Codebook,
        known: Sequence[ActorMention],
        *,
        clash: bool,
        hurt: bool = True,
    ) -> None:
        self.agents, self.patients, self.known = list(agents), list(patients), known
        self.kind, self.country, self.codebook, self.clash = kind, country, codebook, clash
        self.hurt = hurt
        self.classes = codebook.actors.classes
        self.defaults = kind.sub_event_type.sides
        self.fight = self.defaults.second is not None and self._wants_armed(self.defaults.second)
        self.others: list[ActorMention] = []

    def dress(self) -> None:
        """Make the actors what they are in an event of this kind: militias in a fight, police before a crowd."""
        defaults, codebook = self.defaults, self.codebook
        if not self.clash:
            self.agents, self.patients = self._each_state(self.agents), self._each_state(self.patients)
        first = self._category(defaults.first)
        arms = bool(defaults.first) and self._wants_armed(defaults.first) and not defaults.one_sided
        if defaults.parties or arms:
            self.agents = [arm(actor, codebook) for actor in self.agents]
        if defaults.parties or (arms and self.fight and self.clash):
            self.patients = [arm(actor, codebook) for actor in self.patients]
        if {first, self._category(defaults.second)} & {*self.classes.crowd}:
            self.agents = [_before(actor, actor.before_crowds, codebook) for actor in self.agents]
            self.patients = [_before(actor, actor.before_crowds, codebook) for actor in self.patients]
        if any(self.classes.inmates in actor.associates for actor in (*self.agents, *self.patients)):
            self.agents = [_before(actor, actor.before_inmates, codebook) for actor in self.agents]
            self.patients = [_before(actor, actor.before_inmates, codebook) for actor in self.patients]
        if first in self.classes.crowd:
            self.patients = [_suspect(actor, codebook) for actor in self.patients]
            people = (*self.classes.crowd, self.classes.unarmed)
            if not any(actor.category in people for actor in self.agents):  # "masked men threw petrol bombs at police"
                self.agents = [_suspect(actor, codebook) for actor in self.agents]
            self._put_crowd_first()

    def _each_state(self, actors: Sequence[ActorMention]) -> list[ActorMention]:
        """The forces of two states that one phrase names, apart: "Syrian and Russian warplanes" bomb together."""
        found: list[ActorMention] = []
        for actor in actors:
            joint = actor.category in self.classes.states and not actor.group and len(actor.nations) > 1
            found += [replace(actor, nations=(nation,)) for nation in actor.nations] if joint else [actor]
        return found

    def _put_crowd_first(self) -> None:
        """A crowd is the first side of its event, also where the text says what armed forces did to it.

        Forces that only step in are no second side where people were harmed, unless the kind is about them.
        """
        if not self.hurt:  # "four of them were detained"
            self.patients = [actor for actor in self.patients if actor.category != self.classes.unarmed]
        met = self.clash or self.defaults.second is not None or self.defaults.before_victims
        forces = [actor for actor in self.agents if actor.category in self.classes.armed]
        people = [actor for actor in self.agents if actor.category not in self.classes.armed]
        crowd = [actor for actor in self.patients if actor.category in self.classes.crowd]
        if forces and crowd and not any(actor.category in self.classes.crowd for actor in people):
            self.agents = [*crowd, *people]
            self.patients = [*forces, *(actor for actor in self.patients if actor not in crowd)]
            return
        harmed = self.hurt and any(actor.category == self.classes.unarmed for actor in self.patients)
        self.agents = people
        instead = bool(forces) and (self.defaults.before_victims or not self.hurt)
        patients = [] if instead else self.patients
        self.patients = self.patients if harmed and not met else [*patients, *forces]

    def find_doers(self) -> None:
        """Let one told of elsewhere stand in for an armed doer, and part the dead of a fight into its two sides."""
        if not any(self._is_armed(actor) for actor in self.agents) and self._wants_armed(self.defaults.first):
            harmed = {actor.key for actor in self.patients}
            self.agents = [actor for actor in self.known if actor.key not in harmed][:1] or self.agents
        fighters = any(self._is_armed(actor) for actor in self.agents)
        if self.fight and self.clash and not fighters:  # "two militants and a soldier were killed in a gun battle"
            fought = [actor for actor in self.patients if self._is_armed(actor)]
            if len({actor.category for actor in fought}) > 1:
                self.agents, self.patients = fought[:1], fought[1:]
            elif fought and all(actor.category in self.classes.non_state for actor in fought):
                self.agents, self.patients = fought, []  # "seven rebels were killed in clashes" with the state's

    def first(self) -> Side | None:
        """The best named of the doers."""
        return main_side(self.agents, self.defaults.first, self.country, self.codebook, harmed=False)

    def second(self, first: Side | None, *, killed: bool) -> Side | None:
        """Whom it was done to or fought with; else what the codebook gives for the kind."""
        defaults = self.defaults
        self.others = self._others(first)
        if defaults.one_sided:
            return None
        default = defaults.second
        if self.fight and not self.others and first is not None and first.category in self.classes.state:
            default = defaults.first or default  # who fights the state's forces, where nothing more is said
        hurt = defaults.first is not None or defaults.second is not None  # who is deposed is the government
        found = main_side(self.others, default, self.country, self.codebook, harmed=hurt)
        if found is None and first is not None and killed and defaults.killed and not self.others:
            return of_template(defaults.killed, self.country, self.codebook)  # "a grenade killed two patrons"
        if found is None and not self.hurt and defaults.taken_by and not self.others:
            return of_template(defaults.taken_by, self.country, self.codebook)  # "rioters were arrested"
        return found

    def _is_one(self, actor: ActorMention, first: Side | None) -> bool:
        """Whether a doer is the first side: by name, or as guerrillas without a name beside a group with one."""
        rebels = self.classes.non_state
        unnamed = not (actor.group or actor.community) and actor.category in rebels
        named = first is not None and first.mention is not None and first.mention.group is not None
        return is_same(actor, first) or (unnamed and named and first is not None and first.category in rebels)

    def _others(self, first: Side | None) -> list[ActorMention]:
        others = [actor for actor in self.patients if not is_same(actor, first)]
        joint = [actor for actor in self.agents if self._is_armed(actor) and not self._is_one(actor, first)]
        if self.defaults.parties and joint and not any(self._is_armed(actor) for actor in others):
            others = joint  # "the rebels and the army swapped prisoners"
        if self.defaults.parties and not others and first is not None:
            others = rivals_of(first.mention)  # "the Dinka and Murle communities signed a truce"
        if self.clash and self.fight and first is not None and self._are_its_own(others, first):
            start = first.mention.start if first.mention is not None else 0
            beside = (actor for actor in joint if abs(actor.start - start) <= _BESIDE)
            # "soldiers and gunmen of the cartel fought; four gunmen died"
            others = [actor for actor in beside if actor.category in self.classes.state] or others
        if self.clash and self.fight:
            others = self._other_state(first, others) or others
        if self.fight and not any(self._is_armed(actor) for actor in others):
            # unarmed people who are hurt are no side of a fight
            return (rivals_of(first.mention) if first else []) or self._opponents(first)[:1]
        return others

    def _other_state(self, first: Side | None, others: Sequence[ActorMention]) -> list[ActorMention]:
        """The second of two states whose forces are told in one phrase, where nobody else fought: "Armenian and
        Azerbaijani soldiers exchanged fire; one soldier died"."""
        actor = first.mention if first is not None else None
        if first is None or actor is None or actor.category not in self.classes.states or len(actor.nations) != 2:
            return []
        names = {write_name(other, self.country, self.codebook, harmed=False)[0] for other in others}
        return [replace(actor, nations=actor.nations[1:])] if names <= {first.name} else []

    def _opponents(self, first: Side | None) -> list[ActorMention]:
        """Who may have been fought, of those told of elsewhere; who acts together is no opponent."""
        open_ = self.clash or self.defaults.parties
        together = set() if open_ else {actor.key for actor in self.agents}
        told = [*(self.agents if open_ else ()), *self.known]
        return [a for a in told if a.key not in together and not is_same(a, first) and self._may_oppose(a, first)]

    def _may_oppose(self, actor: ActorMention, first: Side | None) -> bool:
        """Whether an actor may be who was fought: nobody of the same name, no two foreign states."""
        name, category = write_name(actor, self.country, self.codebook, harmed=False)
        foreign = self.classes.foreign_state
        return first is None or (name != first.name and not first.category == category == foreign)

    def _are_its_own(self, actors: Sequence[ActorMention], side: Side) -> bool:
        """Whether armed people without a name may be those of a named group that is no state's."""
        named = side.mention is not None and side.mention.group is not None and side.category not in self.classes.states
        armed = [actor for actor in actors if self._is_armed(actor)]
        unnamed = (actor.category in self.classes.non_state and not (actor.group or actor.community) for actor in armed)
        return named and bool(armed) and all(unnamed)

    def settle(self, first: Side | None, second: Side | None, *, mutual: bool) -> Pair:
        """The pair as it is written: one side alone comes first, nobody stands on both sides, and in what order."""
        if first is None and second is not None:
            first, second = second, None
        if first is None and self.known:
            first = main_side(self.known, None, self.country, self.codebook, harmed=False)
        crowd = first is not None and first.category in self.classes.crowd
        if first is not None and second is not None and first.name == second.name and not crowd:
            second = None
        second = self._other_crowd(first, second) if self.clash else second
        if self._are_rivals() and (self.fight or self.clash):
            second = first  # "two rival gangs exchanged fire"
        if second is not None and self.kind.targeting == "always" and not crowd:
            second = self._as_victims(second)
        if first is None or second is None:
            return self._from_abroad(first), second
        if self.defaults.parties:
            first, second = self._against(first, second), self._against(second, first)
        states, others = self.classes.states, self.classes.non_state
        if self.clash and mutual and self.fight and first.category in states and second.category in others:
            first, second = second, first
        return self._from_abroad(_without_ally(first, second)), _without_ally(second, first)

    def _against(self, side: Side, other: Side) -> Side:
        """Rebels without a name or a nation by the state that they make terms with, wherever that is: "the government
        of South Sudan and the rebels signed in Addis Ababa"."""
        actor, state = side.mention, other.mention
        if actor is None or state is None or actor.group or actor.nations or actor.template is None:
            return side
        template = self.codebook.actors.templates[actor.template]
        if template.category not in self.classes.non_state or other.category not in self.classes.states:
            return side
        nation = state.nations[0] if state.nations else self.country
        return replace(side, name=fill(template.name, nation, actor.community, self.codebook))

    def _are_rivals(self) -> bool:
        """Whether the doers are both sides themselves."""
        camps = {(actor.allies, actor.community) for actor in self.agents if actor.allies or actor.community}
        alone = not (self.others or self.defaults.one_sided)
        return alone and (any(actor.rivals for actor in self.agents) or len(camps) > 1)

    def _as_victims(self, side: Side) -> Side:
        """The state's forces whom an event harms that is always one against civilians: they did not fight."""
        if side.category not in self.classes.state:
            return side
        template = self.codebook.actors.templates[self.classes.people]
        name = fill(template.name, self.country, None, self.codebook)
        associates = tuple(dict.fromkeys((*side.associates, side.name)))
        return replace(side, name=name, category=template.category, associates=associates)

    def _other_crowd(self, first: Side | None, second: Side | None) -> Side | None:
        """Unarmed people who fight a violent crowd are one themselves: "supporters of both parties clashed"."""
        template = self.codebook.actors.templates.get(self.classes.brawlers or "")
        if template is None or first is None or second is None or first.category != template.category:
            return second
        if second.category != self.classes.unarmed:
            return second
        return replace(
            second, name=fill(template.name, self.country, None, self.codebook), category=template.category
        )

    def _from_abroad(self, side: Side | None) -> Side | None:
        """An unnamed group of another country by that country: "Palestinian militants fired rockets" abroad."""
        actor = side.mention if side is not None and self.defaults.across_borders else None
        if side is None or actor is None or actor.group or not actor.nations or actor.template is None:
            return side
        template = self.codebook.actors.templates[actor.template]
        if template.category in self.classes.state:
            return side
        return replace(side, name=fill(template.name, actor.nations[0], actor.community, self.codebook))

    def _is_armed(self, actor: ActorMention) -> bool:
        return actor.category in self.classes.armed

    def _category(self, template: str | None) -> str | None:
        return self.codebook.actors.templates[template].category if template else None

    def _wants_armed(self, template: str | None) -> bool:
        return template is None or self._category(template) in self.classes.armed


def _without_ally(side: Side, other: Side) -> Side:
    """A side without the other one among its associates: nobody fights beside whom he fights."""
    return replace(side, associates=tuple(name for name in side.associates if name != other.name))


def _suspect(actor: ActorMention, codebook: Codebook) -> ActorMention:
    """Whom a crowd seizes as a kidnapper, a bandit or a gunman is a person in its hands, and who does what crowds do is
    of one; named groups stay sides."""
    unnamed = actor.group is None and not actor.community and actor.template in codebook.actors.classes.suspects
    if not unnamed:
        return actor
    return replace(actor, template=codebook.actors.classes.people, category=codebook.actors.classes.unarmed)


def _before(actor: ActorMention, template: str | None, codebook: Codebook) -> ActorMention:
    """What unnamed people are before those whom they face: "security forces" before a crowd police, "guards" before
    prisoners those of the prison."""
    return actor if actor.group else as_template(actor, template, codebook)
