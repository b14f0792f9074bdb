"""Recognising sides in a parsed sentence: which group, nation, community and role words a noun phrase holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model_sides import Group
from eventbook.coder.actors.communities import unknown_communities
from eventbook.coder.actors.lexicon import Role, compile_actors, normalise
from eventbook.coder.actors.names import UNARMED_GROUPS, PhraseNames, SentenceNames
from eventbook.coder.clauses.tree import case_of, noun_phrase, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_OF_TIME = frozenset({"at", "on", "since", "until"})


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
    single: bool = False  # one person, who is no militia: "a Catholic priest"

    @property
    def key(self) -> tuple[str | None, str | None, tuple[str, ...]]:
        """What tells a side from another one, wherever it is named: group, template and nations."""
        return self.group, self.template, self.nations


def read_actor(
    parse: Parse, index: int, names: SentenceNames, codebook: Codebook, *, countries: Sequence[str] = ()
) -> ActorMention | None:
    """The side that the noun at `index` names, None where it names nobody (a pronoun, a thing).

    `countries` are the ISO3 codes the article speaks of, most first: they choose among groups of one name.
    """
    token = parse.tokens[index]
    harmed = token.dep in ("nsubj:pass", "obj") and token.text.lower() in grammar().harmed_words
    if (harmed or token.text.lower() in grammar().people_words) and parse.child(index, "nmod") is None:
        people = codebook.actors.classes
        return ActorMention(
            index, token.start, token.end, people.people, people.unarmed, rule="actors.number", confidence=0.4
        )
    word = token.text.lower()
    pronoun = word in grammar().pronouns and not token.text.isupper()  # "a US drone"
    pronoun = pronoun and not (word == "one" and held_noun(parse, index) is not None)  # "one of its fighters"
    if token.tag in ("PRP", "WP", "DT", "EX", "WDT") or pronoun:
        return None
    described = described_as(parse, index)
    plain = described is not None and token.lemma in grammar().plain_people
    inner = held_noun(parse, described if plain and described is not None else index) or (described if plain else None)
    inner = _in_lair(parse, index) if inner is None else inner
    if inner is not None:
        index = inner
        if parse.tokens[index].text.lower() in grammar().people_words:
            return read_actor(parse, index, names, codebook, countries=countries)  # "tens of thousands"
    low, high = noun_phrase(parse, index)
    start, end = parse.tokens[low].start, parse.tokens[high].end
    inside = PhraseNames(low, high + 1, names)
    more = [apposition.index for apposition in parse.children(index, "appos")]
    more += [described] if described is not None and described != index else []
    for noun in more:
        inside = inside.widen(*noun_phrase(parse, noun))
    after = max(end for _, end in inside.ranges)
    if after + 1 < len(parse.tokens) and parse.tokens[after].text == "(":
        inside = inside.widen(after + 1, after + 1)  # "fighters of the Mouvement du 23 mars (M23)"
    role = inside.role_of(index, parse, codebook) or _office(parse, index, names, codebook)
    group = inside.group(countries)
    leader = _leading_state(parse, low, index, codebook) if group is None else None
    if leader is not None:
        return leader
    communities = inside.communities(parse, countries) or unknown_communities(
        parse, low, high, named=names.held(), places=names.places
    )
    base = ActorMention(index, start, end, None, None, nations=inside.nations(index))
    left = codebook.actors.classes.people if _is_off_duty(parse, low, high) else None
    if group is not None and group.category not in UNARMED_GROUPS:
        member = token.lemma in grammar().collective_nouns or token.lemma in grammar().group_heads
        beside = token.lemma in grammar().part_nouns and (_has_part(parse, index) or inside.group_ends_at(index))
        member = member or beside  # "men of the Front", "al-Shabab men"
        held = member or inside.group_is_head(index)  # "two PKK members", "a commander of Hamas"
        if role is None or held or codebook.actors.templates[role.side].category in codebook.actors.classes.armed:
            named = replace(base, when_harmed=left, rule="actors.known_group", confidence=0.95)
            return name_by_group(named, group)
        group = None  # "relatives of Taliban fighters" are civilians
    community = communities[0] if communities else None
    base = replace(
        base,
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
            when_harmed=left or role.when_harmed,
            when_armed=role.when_armed,
            single=_is_one_person(parse.tokens[index]),
            before_crowds=role.before_crowds,
            before_inmates=role.before_inmates,
            rule="actors.role_word",
            confidence=0.85,
        )
    return _unnamed(parse, index, inside, base, codebook)


def _is_one_person(token: Token) -> bool:
    """Whether a noun of people stands for one alone, and for no crowd, clan or unit."""
    words = grammar()
    several = (words.collective_nouns, words.community_nouns, words.unit_nouns)
    return token.tag == "NN" and not any(token.lemma in nouns for nouns in several)


def _office(parse: Parse, index: int, names: SentenceNames, codebook: Codebook) -> Role | None:
    """What a victim is, where it stands behind the name: "Anand Kumar, a police officer, was shot"."""
    if parse.tokens[index].tag != "NNP" or parse.tokens[index].dep not in ("nsubj:pass", "obj"):
        return None
    for noun in parse.children(index, "appos", "parataxis"):
        if noun.index > index and noun.tag == "NN" and parse.child(noun.index, "det") is not None:
            held = [first for first, last, _ in names.roles if first <= noun.index < last]
            low, high = noun_phrase(parse, noun.index)
            if held and not _is_off_duty(parse, low, high):
                return PhraseNames(low, high + 1, names).role_of(noun.index, parse, codebook)
    return None


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
    return bool(of_nouns(parse, index))


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


def _in_lair(parse: Parse, index: int) -> int | None:
    """Those whose lair a noun names: "a camp of bandits"."""
    if parse.tokens[index].lemma not in grammar().lair_nouns:
        return None
    return next((owner.index for owner in of_nouns(parse, index) if owner.tag == "NNS"), None)


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
    parse: Parse, index: int, inside: PhraseNames, base: ActorMention, codebook: Codebook
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
