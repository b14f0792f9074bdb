"""Both sides of a happening: who did its acts, to whom, and what kinds of things they were done to."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from eventbook.coder.actors.mentions import ActorMention, as_template, read_actor
from eventbook.coder.actors.names import SentenceNames
from eventbook.coder.clauses.losing import read_dead, read_killers, read_lost
from eventbook.coder.clauses.roles import Roles, read_carriers, read_roles
from eventbook.coder.clauses.tree import case_of
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.acting import object_kind
from eventbook.coder.events.bodies import FOUND_DEAD
from eventbook.coder.events.context import Scene
from eventbook.coder.events.part_of_victims import mostly_forces
from eventbook.coder.events.participants import (
    aimed_at,
    between_communities,
    finder,
    fired_from,
    fought_between,
    held_by,
    hits_device,
    opponents_named,
    read_actors,
    sort_modifiers,
    whose_lives,
    without_arms,
)
from eventbook.coder.events.records import CIRCUMSTANCES, ActMention
from eventbook.coder.parsing.records import Parse
from eventbook.coder.places.records import PlaceMention

_CROWD = frozenset({"crowd", "throwing", "gathering"})
_HARM = frozenset({"lethal", "death", "injury", "explosive"})
_LEFT = frozenset({"withdrawal"})
_MUTUAL = frozenset({"reciprocal", "agreement"})
_FLED = frozenset({"displacement"})
_TAKEN_OVER = frozenset({"control", "entry"})
_BEFORE_FOES = ("with", "against", "between")


@dataclass(frozen=True, slots=True)
class Parties:
    """The doers and sufferers of a happening in the order of the text."""

    agents: tuple[ActorMention, ...]
    patients: tuple[ActorMention, ...]
    target: frozenset[str]
    reciprocal: bool
    by_them: bool  # "they" did it, whoever that is


def read_parties(
    parse: Parse,
    group: tuple[ActMention, ...],
    scene: Scene,
    names: SentenceNames,
    place_tokens: Container[int],
    *,
    places: Sequence[PlaceMention],
    origins: Sequence[PlaceMention],
) -> Parties:
    """The parties of the acts of a happening; `places` are where it was, `origins` from where something came."""
    reader = _Reader(parse, group, scene, names, place_tokens)
    for act in group:
        if not (act.features <= CIRCUMSTANCES and len(group) > 1):  # who demands is told by what they did for it
            reader.read_act(act)
    reader.sort()
    reader.find_forces()
    reader.find_hidden(places, origins)
    return Parties(
        tuple(reader.agents[key] for key in sorted(reader.agents)),
        tuple(reader.patients[key] for key in sorted(reader.patients)),
        frozenset(reader.target),
        reader.reciprocal,
        reader.by_them,
    )


class _Reader:
    """Collects the parties of one happening act by act, each by the token of its head."""

    def __init__(
        self,
        parse: Parse,
        group: tuple[ActMention, ...],
        scene: Scene,
        names: SentenceNames,
        place_tokens: Container[int],
    ) -> None:
        self.parse, self.group, self.scene, self.names, self.places = parse, group, scene, names, place_tokens
        self.features = frozenset(feature for act in group for feature in act.features)
        ends = {act.end for act in group}  # "launched a military offensive": the noun of the phrase is nobody
        self.acts = frozenset(act.index for act in group) | {t.index for t in parse.tokens if t.end in ends}
        swaps = [act for act in group if act.part == "noun" and "release" in act.features]
        self._freed = {t.index for t in parse.tokens if any(act.start <= t.start < act.end for act in swaps)}
        self.agents: dict[int, ActorMention] = {}
        self.patients: dict[int, ActorMention] = {}
        self.target: set[str] = set()
        self.reciprocal = False
        self.by_them = False
        self._struck: set[int] = set()  # those who ran over a mine, whatever else the sentence makes them do
        self._met: list[ActorMention] = []  # "after clashes with the army": the other side of who did the rest
        self._attacked: set[int] = set()  # whom a noun of attack is on, whatever clause hangs on them
        self._named: list[ActorMention] = []  # "protesters", "a mob", "the suicide bomber" act by being named

    def read_act(self, act: ActMention) -> None:
        """Add those who did an act and those who suffered it."""
        roles = self._roles_of(act)
        self._name_act(act)
        sides = roles.partners
        if act.part == "noun" and act.features & _MUTUAL and len(sides) < 2:
            sides = fought_between(self.parse, act.index, self.names) or sides
        partners = self._actors(without_arms(self.parse, sides, self.scene))
        if len(partners) == 1 and "reciprocal" in act.features and self._is_between(partners[0]):
            partners = [replace(partners[0], rivals=True)]
        doers = self._actors(roles.agents)
        self.by_them = self.by_them or any(self.parse.tokens[at].text.lower() == "they" for at in roles.agents)
        if act.features == _LEFT and self.features & _TAKEN_OVER:  # "entered the town after the army had left"
            doers, roles = [], Roles(patients=roles.agents)
        sufferers = self._sufferers(act, roles)
        if act.features == _FLED and "force" in self.features:  # "fighting forced thousands of people to flee"
            doers = []
        if _ends_deed(self.parse, act):
            doers, sufferers = [], []
        if "release" in act.features:  # whom two sides exchange is no third, and who is freed no rioter
            sufferers = [] if len(doers) > 1 else [self._as_victim(actor) for actor in sufferers]
        bursts = act.act == "explode" and self.parse.tokens[act.index].lemma == "go"
        received = act.act == "count_bodies" and act.part == "verb"
        if act.features == FOUND_DEAD or received or bursts:
            doers = []  # who finds or receives bodies has not killed, and a bomb goes off, nobody else
        if not (doers or partners) and (both := between_communities(self.parse, act, self.scene)) is not None:
            doers = [both]
        if hits_device(self.parse, act):
            self._struck |= {actor.head for actor in doers}
        if act.part == "noun":
            aims = (*roles.patients, *roles.targets)
            self._attacked |= {at for at in aims if case_of(self.parse, at) in grammar().against_prepositions}
        if act.part == "noun" and not roles.partners:
            doers, sufferers = sort_modifiers(doers, sufferers, act, self.parse, self.scene)
            if not doers and roles.agents:  # "rebels staged a surprise attack": the adjective is nobody
                doers = self._actors(read_carriers(self.parse, act.index))
        crowd = next((actor for actor in self._named if actor.head == act.index), None)
        if crowd is not None:  # of "a Hindu mob" the Hindus are no victims
            sufferers = [actor for actor in sufferers if not _is_within(actor, crowd)]
        if partners:
            self.reciprocal = self.reciprocal or "reciprocal" in act.features
            if doers or (act.part == "verb" and roles.agents and len(partners) == 1):  # "they clashed with the police"
                sufferers = [*sufferers, *partners]
            elif "reciprocal" in act.features:
                self._met += partners
            elif "agreement" in act.features:  # "a ceasefire between the army and the rebels was signed"
                doers = partners
        for actor in doers:
            self.agents.setdefault(actor.head, actor)
        for actor in sufferers:
            self.patients.setdefault(actor.head, actor)
        for index in (*roles.patients, *roles.targets, *self._near_blast(act)):
            self.target |= object_kind(self.parse, self._thing_meant(act, index), self.scene, self.places)
        if act.object:
            self.target.add(act.object)

    def _near_blast(self, act: ActMention) -> list[int]:
        """What a bomb goes off under or beside: "a mine exploded under a water truck"."""
        if "explosive" not in act.features or act.part == "noun":
            return []
        beside = self.parse.children(act.index, "obl")
        return [kid.index for kid in beside if case_of(self.parse, kid.index) in grammar().blast_prepositions]

    def _thing_meant(self, act: ActMention, index: int) -> int:
        """The thing that is burned where only a pronoun tells it: "poured petrol on the buses and set fire to them"."""
        if self.parse.tokens[index].tag != "PRP" or not act.features & {"fire", "damage"}:
            return index
        things = self.scene.knowledge.objects["property"]
        before = (token.index for token in reversed(self.parse.tokens[: act.index]) if token.text.lower() in things)
        return next(before, index)

    def _is_between(self, actor: ActorMention) -> bool:
        """ "Fighting between clans": both sides in one word."""
        plural = self.parse.tokens[actor.head].tag in ("NNS", "NNPS")
        return plural and case_of(self.parse, actor.head) in ("between", "among", "amongst")

    def sort(self) -> None:
        """Let nobody stand on both sides."""
        for actor in self._named:
            if actor.head not in self.patients:
                self.agents.setdefault(actor.head, actor)
        met = self._met if self.agents else self._met[1:]
        self.agents |= {actor.head: actor for actor in self._met[:1] if not self.agents}
        self.patients |= {actor.head: actor for actor in met if actor.head not in self.agents}
        if not self.reciprocal:  # "an attack on a checkpoint that killed two": the checkpoint killed nobody
            self.agents = {head: actor for head, actor in self.agents.items() if head not in self._attacked}
        states = self.scene.codebook.actors.classes.state
        for head in set(self.agents) & set(self.patients):
            before_crowd = bool(self.features & _CROWD) and self.agents[head].category in states
            del (self.agents if before_crowd else self.patients)[head]  # "stones at police, who answered with tear gas"
        self.patients |= {head: self.agents.pop(head) for head in self._struck & set(self.agents)}
        for head in [head for head, actor in self.agents.items() if self._speaks_of_own(actor)]:
            del self.agents[head]

    def _speaks_of_own(self, actor: ActorMention) -> bool:
        """Whether forces that fight the state's are a speaker's: "our troops ambushed an army convoy"."""
        owner = self.parse.child(actor.head, "nmod:poss")
        ours = owner is not None and owner.text.lower() == "our" and actor.group is None
        return ours and any(other.template == actor.template for other in self.patients.values())

    def find_forces(self) -> None:
        """Forces that most of the victims were, where these are only counted: "21 people, 17 of them soldiers"."""
        people = self.scene.codebook.actors.classes.people
        victims = list(self.patients.values())
        if not self.features & _HARM or len(victims) != 1 or victims[0].template != people or victims[0].community:
            return
        forces = mostly_forces(self.parse, victims[0], self.names, self.scene)
        if forces is not None and forces.head not in self.agents:
            self.patients = {forces.head: forces}

    def find_hidden(self, places: Sequence[PlaceMention], origins: Sequence[PlaceMention]) -> None:
        """The other side by what stands further off: an offensive, who found arms, who shot from afar."""
        if "offensive" in self.features and not self.patients:
            opponent = aimed_at(self.parse, self.group[0].start, self.names, self.scene)
            if opponent is not None and opponent.head not in self.agents:
                self.patients[opponent.head] = opponent
        for head, actor in self.agents.items():
            self.agents[head] = self._from_abroad(self._as_gunman(actor), origins)
        doer = None
        if not self.agents and "weapons_disrupted" in self.features:
            doer = finder(self.parse, self.group[0], self.names, self.scene)
        elif not self.agents and "remote" in self.features:
            holder = next((found for act in self.group for found in self._actors(held_by(self.parse, act.index))), None)
            doer = holder or fired_from(self.parse, origins, places, self.scene)
        if doer is not None:
            self.agents[doer.head] = doer

    def _as_gunman(self, actor: ActorMention) -> ActorMention:
        """Strangers who shoot at a state's forces, burn what is theirs or massacre people are armed: "a policeman was
        shot dead by two men on a motorcycle", "four men set fire to two government vehicles"."""
        classes = self.scene.codebook.actors.classes
        stranger = self.parse.tokens[actor.head].lemma in grammar().plain_people and actor.category == classes.unarmed
        unnamed = not (actor.group or actor.nations or actor.community or actor.associates)
        at_state = any(other.category in classes.state for other in self.patients.values())
        grave = at_state or "massacre" in self.features
        shot = grave and "firearm" in self.features and len(self.agents) == 1
        few = self._are_few(actor)
        burned = at_state and few and "fire" in self.features and not self.features & _CROWD
        gunman = stranger and unnamed and (shot or burned)
        return as_template(actor, classes.armed_party, self.scene.codebook) if gunman else actor

    def _are_few(self, actor: ActorMention) -> bool:
        """Whether people are counted, and too few for a crowd."""
        number = self.parse.child(actor.head, "nummod")
        least = self.scene.codebook.policies.crowd_minimum
        if number is None or self.parse.child(number.index, "compound") is not None:  # "three hundred"
            return False
        return not number.text.isdigit() or int(number.text) < least

    def _from_abroad(self, actor: ActorMention, origins: Sequence[PlaceMention]) -> ActorMention:
        """Armed people without a name with the country that they come from: "militants from Gaza fired rockets"."""
        armed = actor.category in self.scene.codebook.actors.classes.non_state
        if not armed or actor.group or actor.nations or actor.community:
            return actor
        for origin in origins:
            token = self.parse.token_at(origin.start)
            place = origin.place
            if token is not None and place is not None and token.head == actor.head:
                nation = self.scene.knowledge.iso3.get(place.country)
                return replace(actor, nations=(nation,)) if nation else actor
        return actor

    def _roles_of(self, act: ActMention) -> Roles:
        roles = read_roles(self.parse, act.index)
        if act.features & _TAKEN_OVER:
            roles = read_lost(self.parse, act.index) or roles
        if act.act == "die":
            roles = self._roles_of_death(act.index, roles)
        if "reciprocal" in act.features and self._is_died_in(act.index):
            return Roles()  # "38 people lost their lives in fighting"
        if act.act == "wound" and self.parse.tokens[act.index].lemma in grammar().suffering_verbs:
            roles = Roles(patients=roles.agents)  # "three policemen sustained wounds"
        gathers = "gathering" in act.features and not roles.agents
        weapon = self.parse.tokens[act.index].text.lower() in self.scene.knowledge.weapon_words
        if act.part == "noun" and (gathers or weapon):  # "a crowd of students", "jets of the air force"
            roles = Roles(agents=(*roles.agents, *roles.patients), targets=roles.targets)
        return roles

    def _is_died_in(self, index: int) -> bool:
        """Whether a fight is told as that in which people died, read as a verb of theirs: nobody is fought with."""
        mark = self.parse.child(index, "mark")
        foes = any(case_of(self.parse, kid.index) in _BEFORE_FOES for kid in self.parse.children(index, "obl"))
        return self.parse.tokens[index].tag == "VBG" and mark is not None and mark.text.lower() == "in" and not foes

    def _roles_of_death(self, index: int, roles: Roles) -> Roles:
        """Who suffers a death, and who brought it; the roles are those of its word."""
        lemma = self.parse.tokens[index].lemma
        reaps = lemma in grammar().reaping_verbs  # "gunmen left 12 dead"
        killers = roles.agents if reaps else read_killers(self.parse, index)
        lost = lemma in grammar().losing_verbs  # "the rebels lost six men": theirs is the loss
        losers = tuple(at for at in roles.agents if at not in killers) if lost else ()
        return Roles(agents=killers, patients=losers or read_dead(self.parse, index), targets=roles.targets)

    def _name_act(self, act: ActMention) -> None:
        if act.part != "noun" or "release" in act.features:
            return
        own = read_actor(self.parse, act.index, self.names, self.scene.codebook, countries=self.scene.countries)
        if own is not None and own.template is not None and own.rule == "actors.role_word":
            self._named.append(own)

    def _sufferers(self, act: ActMention, roles: Roles) -> list[ActorMention]:
        armed = self.scene.codebook.actors.classes.armed
        against = self._actors(opponents_named(self.parse, act))
        named = self._actors((*whose_lives(self.parse, roles.patients), *roles.targets))
        return [*named, *(actor for actor in against if actor.category in armed)]

    def _as_victim(self, actor: ActorMention) -> ActorMention:
        """The side as that of somebody to whom things are done: prisoners are civilians, and former rebels."""
        if actor.when_harmed is None:
            return actor
        return as_template(replace(actor, group=None), actor.when_harmed, self.scene.codebook)

    def _actors(self, heads: Sequence[int]) -> list[ActorMention]:
        free = [head for head in heads if head not in self._freed]  # who is swapped in "a prisoner swap" is no party
        return read_actors(self.parse, free, self.names, self.scene, self.acts)


def _is_within(actor: ActorMention, other: ActorMention) -> bool:
    """Whether a side is a part of the phrase that names another."""
    return actor.head != other.head and other.start <= actor.start and actor.end <= other.end


def _ends_deed(parse: Parse, act: ActMention) -> bool:
    """Whether an act only says how a doer ended: "stabbed two people before being shot dead by police"."""
    mark = parse.child(act.index, "mark")
    passive = parse.child(act.index, "aux:pass") is not None
    return passive and mark is not None and mark.text.lower() in ("before", "until")
