"""Recognising sides in a parsed sentence: which group, nation, community and role words a noun phrase holds."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model_sides import Community, Group
from eventbook.coder.actors.communities import joins, unknown_communities
from eventbook.coder.actors.lexicon import ActorLexicon, Entry, Role, compile_actors, normalise
from eventbook.coder.clauses.tree import case_of, noun_phrase
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.parsing.records import Parse

YEARS_ASIDE = 2  # before a group is founded and after it ends, in which its name may still be read
_OF_TIME = frozenset({"at", "on", "since", "until"})
_UNARMED_GROUPS = frozenset({"party", "union", "movement", "community"})


C = TypeVar("C", Group, Community)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A side as the text names it; `start`, `end` are characters of the article.

    `template` or `group` tells the name, both together that of a state's force; `nations` (ISO3) are those the text
    gives, empty for the event's country.
    """

    head: int
    start: int
    end: int
    template: str | None
    category: str | None
    group: str | None = None
    nations: tuple[str, ...] = ()
    associates: tuple[str, ...] = ()  # template ids
    allies: tuple[str, ...] = ()  # names of groups, as they stand
    community: str | None = None
    community_kind: str | None = None
    rule: str = ""
    confidence: float = 0.0
    when_harmed: str | None = None
    when_armed: str | None = None
    before_crowds: str | None = None
    before_inmates: str | None = None
    rival_community: str | None = None  # the other one of "Kuki and Meitei villagers"
    rivals: bool = False  # both sides of a fight in one phrase: "two rival gangs"

    @property
    def key(self) -> tuple[str | None, str | None, tuple[str, ...]]:
        """What tells a side from another one, wherever it is named: group, template and nations."""
        return self.group, self.template, self.nations


@dataclass(frozen=True, slots=True)
class SentenceNames:
    """All names found in one sentence as (first token, past last token, entries)."""

    groups: tuple[tuple[int, int, list[Entry[Group]]], ...]
    communities: tuple[tuple[int, int, list[Entry[Community]]], ...]
    roles: tuple[tuple[int, int, list[Entry[Role]]], ...]
    nations: tuple[tuple[int, int, list[Entry[str]]], ...]
    peoples: tuple[tuple[int, int, list[Entry[str]]], ...]
    places: Container[int] = frozenset()  # the words inside names of places
    capitals: bool = False  # whether the sentence is written in capitals

    def held(self) -> frozenset[int]:
        """The words inside names of groups, nations and peoples."""
        spans = (span[:2] for found in (self.groups, self.nations, self.peoples) for span in found)
        return frozenset(index for first, last in spans for index in range(first, last))


def scan_names(parse: Parse, lexicon: ActorLexicon, *, year: int | None = None) -> SentenceNames:
    """Scan the tokens of a sentence for every kind of name but those of places.

    Of groups that share a name, and of those named by plain words ("Serb forces"), only those of `year` are found.
    """
    words: list[str] = []
    surface: list[str] = []
    at: list[int] = []
    capitals = not any(token.text != token.text.upper() for token in parse.tokens)
    for token in parse.tokens:
        lower, written = _joined(token.text)
        if lower and token.tag != "POS":  # "Lord's" is one word of a name
            words.append(lower)
            surface.append(lower if capitals and is_common_word(lower) else written)  # "A CAR BOMB" is of no country
            at.append(token.index)

    def spans(found: list[tuple[int, int, list[Entry]]]) -> tuple[tuple[int, int, list[Entry]], ...]:  # type: ignore[type-arg]
        # "Al-Qaeda-linked fighters", "a home-made bomb": what stands before a hyphen is not who acts
        placed = ((at[first], at[last - 1] + 1, entries) for first, last, entries in found)
        return tuple(name for name in placed if not _is_hyphened(parse, name[1]))

    groups = lexicon.groups.scan(words, surface, capitals=capitals)
    of_year = ((first, last, _of_year(found, surface[first:last], year)) for first, last, found in groups)
    return SentenceNames(
        spans([name for name in of_year if name[2]]),
        spans(lexicon.communities.scan(words, surface)),
        spans(lexicon.roles.scan(words, surface)),
        spans(lexicon.nations.scan(words, surface)),
        spans(lexicon.peoples.scan(words, surface)),
        capitals=capitals,
    )


def _of_year(found: list[Entry[Group]], surface: Sequence[str], year: int | None) -> list[Entry[Group]]:
    """The groups of a name that exist in a year; a proper name that only one has is its in every year."""
    living = [entry for entry in found if year is None or _lives(entry.value, year)]
    living = [entry for entry in living if year is not None and _lives(entry.value, year, aside=0)] or living
    return living or (found if _is_one(found) and _is_proper(surface) else [])


def _is_one(found: Sequence[Entry[Group]]) -> bool:
    """Whether all are one group: it has several entries where its spellings read alike ("Boko Haram", "Boko-Haram")."""
    return len({entry.value.name for entry in found}) == 1


def _is_proper(surface: Sequence[str]) -> bool:
    """Whether words are a proper name, and none of them plain: "Islamic State in the Sahara", not "Serb forces"."""
    return not any(word.islower() and len(word) > len("from") for word in surface)


def _lives(group: Group, year: int, *, aside: int = YEARS_ASIDE) -> bool:
    """Whether a group exists in a year, or nearly: its remains are told of later, its roots before."""
    first, last = group.years
    return (first is None or first - aside <= year) and (last is None or year <= last + aside)


def _is_hyphened(parse: Parse, past: int) -> bool:
    """Whether a hyphen follows a name, and not to say whose something is: "Muslim-owned shops"."""
    if past >= len(parse.tokens) or parse.tokens[past].text != "-":
        return False
    return past + 1 == len(parse.tokens) or parse.tokens[past + 1].text.lower() not in grammar().owning_words


@lru_cache(maxsize=16384)
def _joined(word: str) -> tuple[str, str]:
    """A token as one normalised word, lower-cased and as written; empty for marks."""
    lower, written = normalise(word)
    return "".join(lower), "".join(written)


def read_actor(
    parse: Parse, index: int, names: SentenceNames, codebook: Codebook, *, countries: Sequence[str] = ()
) -> ActorMention | None:
    """The side that the noun at `index` names, None where it names nobody (a pronoun, a thing).

    `countries` are the ISO3 codes the article speaks of, most first: they choose among groups of one name.
    """
    token = parse.tokens[index]
    if token.text.lower() in grammar().people_words and parse.child(index, "nmod") is None:
        people = codebook.actors.classes
        return ActorMention(
            index, token.start, token.end, people.people, people.unarmed, rule="actors.number", confidence=0.4
        )
    pronoun = token.text.lower() in grammar().pronouns and not token.text.isupper()  # "a US drone"
    if token.tag in ("PRP", "WP", "DT", "EX", "WDT") or pronoun:
        return None
    described = described_as(parse, index)
    plain = described is not None and token.lemma in grammar().plain_people
    inner = held_noun(parse, described if plain and described is not None else index) or (described if plain else None)
    if inner is not None:
        index = inner
        if parse.tokens[index].text.lower() in grammar().people_words:
            return read_actor(parse, index, names, codebook, countries=countries)  # "tens of thousands"
    low, high = noun_phrase(parse, index)
    start, end = parse.tokens[low].start, parse.tokens[high].end
    inside = _Inside(low, high + 1, names)
    more = [apposition.index for apposition in parse.children(index, "appos")]
    more += [described] if described is not None and described != index else []
    for noun in more:
        inside = inside.widen(*noun_phrase(parse, noun))
    after = max(end for _, end in inside.ranges)
    if after + 1 < len(parse.tokens) and parse.tokens[after].text == "(":
        inside = inside.widen(after + 1, after + 1)  # "fighters of the Mouvement du 23 mars (M23)"
    role = inside.role_of(index, parse, codebook)
    group = inside.group(countries)
    leader = _leading_state(parse, low, index, codebook) if group is None else None
    if leader is not None:
        return leader
    communities = inside.communities(parse, countries) or unknown_communities(
        parse, low, high, named=names.held(), places=names.places
    )
    nations = inside.nations(index)
    if group is not None and group.category not in _UNARMED_GROUPS:
        member = token.lemma in grammar().collective_nouns or token.lemma in grammar().group_heads
        beside = token.lemma in grammar().part_nouns and (_has_part(parse, index) or inside.group_ends_at(index))
        member = member or beside  # "men of the Front", "al-Shabab men"
        held = member or inside.group_is_head(index)  # "two PKK members", "a commander of Hamas"
        if role is None or held or codebook.actors.templates[role.side].category in codebook.actors.classes.armed:
            left = codebook.actors.classes.people if _is_off_duty(parse, low, high) else None
            named = ActorMention(
                index,
                start,
                end,
                None,
                None,
                nations=nations,
                when_harmed=left,
                rule="actors.known_group",
                confidence=0.95,
            )
            return name_by_group(named, group)
        group = None  # "relatives of Taliban fighters" are civilians
    community = communities[0] if communities else None
    base = ActorMention(
        index,
        start,
        end,
        None,
        None,
        nations=nations,
        allies=(group.name,) if group is not None else (),
        community=community.name if community else None,
        community_kind=community.kind if community else None,
        rival_community=communities[1].name if len(communities) > 1 else None,
    )
    if role is not None:
        side = role.of_community if role.of_community and community and community.militia else role.side
        return replace(
            as_template(base, side, codebook),
            associates=(role.associate,) if role.associate else (),
            when_harmed=codebook.actors.classes.people if _is_off_duty(parse, low, high) else role.when_harmed,
            when_armed=role.when_armed,
            before_crowds=role.before_crowds,
            before_inmates=role.before_inmates,
            rule="actors.role_word",
            confidence=0.85,
        )
    return _unnamed(parse, index, inside, base, codebook)


def _is_off_duty(parse: Parse, low: int, high: int) -> bool:
    """Whether people in arms are not at work: "an off-duty policeman", "two soldiers on leave", "a former rebel"."""
    words = [token.text.lower() for token in parse.tokens[low : high + 3] if token.text != "-"]
    served = not grammar().served_words.isdisjoint(words[: high + 1 - low])
    return served or any(phrase in " ".join(words) for phrase in grammar().off_duty)


def _leading_state(parse: Parse, low: int, index: int, codebook: Codebook) -> ActorMention | None:
    """The forces of the state that leads others: "the Saudi-led coalition", "a US-led force"."""
    template = codebook.actors.classes.nation
    if template is None or parse.tokens[index].lemma not in grammar().led_nouns:
        return None
    lexicon = compile_actors(codebook)
    for at in range(low, index):
        state, joint, rest = "".join(token.text for token in parse.tokens[max(low, at - 2) : at + 1]).rpartition("-")
        words, surface = normalise(state.removeprefix("The")) if joint and rest == "led" else ([], [])
        named = words and (lexicon.peoples.match(words, 0, surface) or lexicon.nations.match(words, 0, surface))
        if named:
            start, end, nations = parse.tokens[low].start, parse.tokens[index].end, (named[0].value,)
            category = codebook.actors.templates[template].category
            return ActorMention(
                index, start, end, template, category, nations=nations, rule="actors.leading_state", confidence=0.8
            )
    return None


def name_by_group(mention: ActorMention, group: Group) -> ActorMention:
    """The mention named as a known group; its nation is that of the state whose force the group is."""
    own = (group.state,) if group.state else ()
    return replace(mention, template=group.force, category=group.category, group=group.name, nations=own)


def as_template(mention: ActorMention, template: str | None, codebook: Codebook) -> ActorMention:
    """The mention as a side of a template, with its category; as it is where there is none."""
    if template is None:
        return mention
    return replace(mention, template=template, category=codebook.actors.templates[template].category)


def _has_part(parse: Parse, index: int) -> bool:
    """Whether a noun is a part of what follows it: "men of the Army of Liberation"."""
    return any(case_of(parse, kid.index) == "of" for kid in parse.children(index, "nmod"))


def held_noun(parse: Parse, index: int) -> int | None:
    """The noun that a collective word is made of: "members of the army", "dozens of rebels", "one of the gunmen",
    "men of the 3rd battalion"."""
    words, token = grammar(), parse.tokens[index]
    several = token.lemma in words.collective_nouns or token.tag == "CD"
    if not several and token.lemma not in words.plain_people:
        return None
    inner = next((kid for kid in parse.children(index, "nmod") if case_of(parse, kid.index) in ("of", "from")), None)
    if inner is None or inner.tag in ("PRP", "DT") or not (several or inner.lemma in words.unit_nouns):
        return None
    return inner.index


def described_as(parse: Parse, index: int) -> int | None:
    """What people are said to be: "men described as bandits", "gunmen suspected of being herders"."""
    for clause in parse.children(index, "acl"):
        if clause.lemma not in grammar().describing_verbs or clause.tag != "VBN":
            continue
        for kid in parse.children(clause.index, "obl", "xcomp", "advcl"):
            noun = parse.child(kid.index, "obj", "xcomp") if kid.lemma == "be" else kid
            if noun is not None and noun.tag in ("NNS", "NNPS") and noun.index > clause.index:
                return noun.index
    return None


def _unnamed(
    parse: Parse, index: int, inside: "_Inside", base: ActorMention, codebook: Codebook
) -> ActorMention | None:
    """A country as a side, a community or party as people, a person by name or number; else nobody."""
    token = parse.tokens[index]
    classes = codebook.actors.classes
    if inside.nation_is_head(index):
        template = classes.nation
        category = codebook.actors.templates[template].category if template else None
        return replace(base, template=template, category=category, rule="actors.country_name", confidence=0.7)
    people = replace(base, template=classes.people, category=classes.unarmed)
    if base.community is not None or base.allies or inside.people_is_head(index):
        return replace(people, rule="actors.community", confidence=0.6)
    if token.tag == "CD" and case_of(parse, index) not in _OF_TIME:  # "three of them", "killed 12", not "on 9 June"
        return replace(people, rule="actors.number", confidence=0.4)
    full = parse.child(index, "flat") is not None or token.dep in ("nsubj:pass", "nsubj", "obj")
    if token.tag == "NNP" and full and index not in inside.names.places:
        return replace(people, rule="actors.person_name", confidence=0.35)
    return None


class _Inside:
    """The names inside a range of tokens."""

    def __init__(self, low: int, high: int, names: SentenceNames, more: tuple[tuple[int, int], ...] = ()) -> None:
        self.ranges = ((low, high), *more)
        self.names = names

    def widen(self, low: int, high: int) -> "_Inside":
        first, *rest = self.ranges
        return _Inside(*first, self.names, (*rest, (low, high + 1)))

    def _within(self, first: int, last: int) -> bool:
        return any(low <= first and last <= high for low, high in self.ranges)

    def role_of(self, index: int, parse: Parse, codebook: Codebook) -> Role | None:
        """The role word that holds the head, else one that ends just before it ("police patrol vehicle").

        Troops are of those who stand right before them: "rebel troops", "a guerrilla commando".
        """
        low, high = self.ranges[0]
        spans = [(first, last, entries[0].value) for first, last, entries in self.names.roles]
        before = [(first, role) for first, last, role in spans if low <= first and last <= min(index, high)]
        held = next((role for first, last, role in spans if first <= index < last), None)
        named = held or (before[-1][1] if before else None)
        owners = (role for first, role in before if not _is_against(parse, first))
        return next((role for role in owners if _are_of(named, role, codebook)), named)

    def group(self, countries: Sequence[str]) -> Group | None:
        for first, _, entries in self.names.groups:
            if not self._within(first, first + 1):  # its end may hang elsewhere: "Islamic State in the Greater Sahara"
                continue
            chosen = choose_named([entry.value for entry in entries], countries)
            if chosen is None and not self.names.capitals:  # "LA LINEA" is a hamlet in Colombia
                chosen = _far_from_home(entries)
            if chosen is not None:
                return chosen
        return None

    def group_is_head(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.names.groups)

    def group_ends_at(self, index: int) -> bool:
        """Whether a group's name stands right before a word."""
        return any(last == index for _, last, _ in self.names.groups)

    def communities(self, parse: Parse, countries: Sequence[str]) -> list[Community]:
        named: list[list[Entry[Community]]] = []
        end = -1
        groups = [range(first, last) for first, last, _ in self.names.groups]
        for first, last, entries in self.names.communities:
            behind = parse.tokens[last].text.lower() if last < len(parse.tokens) else ""
            if behind in grammar().party_words or any(first in group and last <= group.stop for group in groups):
                continue  # "Christian Democratic party", "the Muslim Brotherhood"
            joined = named and joins(parse, end, first)  # "clansmen of the Habar Gedir and the Marehan"
            if self._within(first, last) or joined:
                named.append(entries)
                end = last
        chosen = (choose_named([entry.value for entry in entries], countries) for entries in named)
        return [community for community in chosen if community is not None]

    def nations(self, index: int) -> tuple[str, ...]:
        """The nations that a phrase names, each once; "Bosnian Serb" troops are of the first."""
        found: list[str] = []
        low, high = self.ranges[0]
        end = -1
        for first, last, entries in (*self.names.peoples, *self.names.nations):
            if low <= first and last <= high and entries[0].value not in found and first != end:
                found.append(entries[0].value)
                end = last
        return tuple(found)

    def nation_is_head(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.names.nations)

    def people_is_head(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.names.peoples)


def _are_of(troops: Role | None, owner: Role, codebook: Codebook) -> bool:
    """Whether a role word of a state's forces stands behind one of armed people who are not the state's."""
    if troops is None:
        return False
    classes, templates = codebook.actors.classes, codebook.actors.templates
    return templates[troops.side].category in classes.state and templates[owner.side].category in classes.non_state


def _is_against(parse: Parse, index: int) -> bool:
    """Whether a word is what others are against: "anti-guerrilla troops"."""
    return index > 0 and parse.tokens[index - 1].text == "-"


def _far_from_home(entries: Sequence[Entry[Group]]) -> Group | None:
    """The armed group of a proper name that only one has, where the article never names its country: "the FARC" in
    Havana, not "separatist rebels"."""
    armed = [e for e in entries if e.value.category not in _UNARMED_GROUPS and e.value.state is None]
    proper = _is_one(armed) and armed[0].surface is not None and _is_proper(armed[0].surface)
    return armed[0].value if proper else None


def choose_named(values: list[C], countries: Sequence[str]) -> C | None:
    """Among groups of one name, the one that acts in the country the article speaks of most; None if none does."""
    for country in countries:
        for value in values:
            if country in value.countries:
                return value
    if not countries and len(values) == 1:
        return values[0]  # "border guards" are of many countries
    return next((value for value in values if not value.countries), None)
