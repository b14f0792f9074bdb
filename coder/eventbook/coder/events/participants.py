"""Who takes part in a happening: the actors that its role words name."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from eventbook.coder.actors.mentions import ActorMention, as_template, name_by_group, read_actor
from eventbook.coder.actors.names import SentenceNames, scan_names
from eventbook.coder.clauses.tree import case_of, conjuncts, is_verb, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.places.lexicon import place_words
from eventbook.coder.places.records import PlaceMention

_BACK = 400  # characters before a sentence in which the owner of "its fighters" may be named
_STATE_DEEDS = frozenset({"force", "remote", "air", "explosive", "armed"})


def side_at(parse: Parse, index: int, scene: Scene) -> ActorMention | None:
    """The side that a word names, asked before the places of its sentence are known."""
    names = names_of(parse, scene)
    countries = scene.countries if names.groups or names.communities else ()  # they choose among these alone
    return read_actor(parse, index, names, scene.codebook, countries=countries)


def names_of(parse: Parse, scene: Scene) -> SentenceNames:
    """The names of a sentence whose places are not known yet; scanned once."""
    names: SentenceNames | None = parse.notes.get(("names", 0))
    if names is None:
        names = parse.notes["names", 0] = scan_names(parse, scene.knowledge.actors, year=scene.year)
    return names


def without_places(parse: Parse, names: SentenceNames, places: Sequence[PlaceMention]) -> SentenceNames:
    """The names without groups that are a piece of a place: the initials ANA in "SANTA ANA"."""
    groups = tuple(
        (first, last, entries)
        for first, last, entries in names.groups
        if not any(_is_piece(parse.tokens[first].start, parse.tokens[last - 1].end, place) for place in places)
    )
    return replace(names, groups=groups)


def _is_piece(start: int, end: int, place: PlaceMention) -> bool:
    return place.start <= start and end <= place.end and end - start < place.end - place.start


def read_actors(
    parse: Parse, heads: Sequence[int], names: SentenceNames, scene: Scene, acts: frozenset[int]
) -> list[ActorMention]:
    """The actors that the nouns at `heads` name; an act is one only where it names people ("a mob")."""
    found = []
    for index in (*heads, *_passengers(parse, heads)):
        if index in acts and not scene.knowledge.actors.roles.match([parse.tokens[index].text.lower()], 0, [""]):
            owner = _weapon_owner(parse, index, names, scene)  # "a US drone killed"
            found += [owner] if owner is not None else []
            continue
        token = parse.tokens[index]
        if token.tag == "PRP" and token.text.lower() in ("they", "it"):
            speaker = _speaker(parse, index, names, scene)
            found += [speaker] if speaker is not None else []
            continue
        worn = _uniform_of(parse, index)
        index = index if worn is None else worn
        actor = read_actor(parse, index, names, scene.codebook, countries=scene.countries)
        if actor is not None and _is_place(actor, parse):
            continue
        if actor is not None and _looks_armed(actor, parse, scene):
            actor = as_template(actor, scene.codebook.actors.classes.armed_party, scene.codebook)
        if actor is None and (part := _part_of_group(parse, index, names, scene)) is not None:
            found.append(part)
            continue
        actor = _owned(actor, parse, names, scene) if actor is not None else _weapon_owner(parse, index, names, scene)
        if actor is not None:
            found.append(replace(actor, rivals=True) if _are_rivals(parse, actor.head) else actor)
    return found


def _uniform_of(parse: Parse, index: int) -> int | None:
    """Whose uniform unnamed people wear: "men in the uniform of the Rapid Support Forces"."""
    behind = parse.tokens[index + 1 : index + 5]
    worn = next((token for token in behind if token.text.lower() in grammar().uniform_words), None)
    if worn is None or not behind or behind[0].text.lower() not in ("in", "wearing"):
        return None
    return next((kid.index for kid in of_nouns(parse, worn.index)), None)


def _looks_armed(actor: ActorMention, parse: Parse, scene: Scene) -> bool:
    """Whether people without a name wear or carry what armed people do: "men in camouflage", "men carrying rifles"."""
    if parse.tokens[actor.head].dep == "obj":  # "attacked civilians with guns"
        return False
    unarmed = actor.category == scene.codebook.actors.classes.unarmed and not (actor.group or actor.nations)
    behind = [token.text.lower() for token in parse.tokens[actor.head + 1 : actor.head + 6]]
    worn = behind[:1] and behind[0] in grammar().wearing_words
    return bool(unarmed and worn and not grammar().armed_looks.isdisjoint(behind))


def _passengers(parse: Parse, heads: Sequence[int]) -> list[int]:
    """Who is in a vehicle that acts or suffers: "a lorry carrying soldiers", "the bus that carried pilgrims"."""
    clauses = (kid for index in heads for kid in parse.children(index, "acl", "acl:relcl"))
    carrying = (kid.index for kid in clauses if kid.lemma in grammar().carrying_verbs)
    return [at for kid in carrying for noun in parse.children(kid, "obj") for at in conjuncts(parse, noun.index)]


def _is_place(actor: ActorMention, parse: Parse) -> bool:
    """Whether a country or capital only tells where: "four people in Port-au-Prince", however it is parsed."""
    first = parse.token_at(actor.start)
    locating = first is not None and first.text.lower() in grammar().locating_prepositions
    return (locating or _follows_town(parse, actor)) and actor.rule == "actors.country_name"


def _follows_town(parse: Parse, actor: ActorMention) -> bool:
    """Whether a country stands between commas behind a town: "at Marib, Yemen, on Tuesday"."""
    at = actor.head
    behind = parse.tokens[at + 1].text if at + 1 < len(parse.tokens) else "."
    return at > 1 and parse.tokens[at - 1].text == "," and parse.tokens[at - 2].tag == "NNP" and behind in (",", ".")


def without_arms(parse: Parse, heads: Sequence[int], scene: Scene) -> list[int]:
    """The nouns that are no arms: nobody fights beside the guns of "fought with Dane guns"."""
    return [index for index in heads if parse.tokens[index].text.lower() not in scene.knowledge.weapon_words]


def whose_lives(parse: Parse, heads: Sequence[int]) -> tuple[int, ...]:
    """The people of "took the lives of six soldiers", the other heads as they are."""
    found: list[int] = []
    for head in heads:
        owners = [kid.index for kid in of_nouns(parse, head)]
        found += owners if parse.tokens[head].lemma == "life" and owners else [head]
    return tuple(found)


def hits_device(parse: Parse, act: ActMention) -> bool:
    """Whether the subject of an act suffers it: "a bus hit a landmine", "the lorry ran over a bomb"."""
    if "device" not in act.features:
        return False
    above = (parse.tokens[act.index], parse.tokens[parse.tokens[act.index].head])
    return any(token.tag.startswith("VB") and token.lemma in grammar().hitting_verbs for token in above)


def opponents_named(parse: Parse, act: ActMention) -> list[int]:
    """Against whom a deed goes by what hangs on its object: "repelled an attack by rebels", "took it from them"."""
    verb = parse.tokens[act.index]
    particles = parse.children(act.index, "compound:prt", "advmod")
    repels = verb.lemma in grammar().suffering_verbs or any(
        f"{verb.lemma} {word.text.lower()}" in grammar().repelling_particles for word in particles
    )
    if not (repels or "control" in act.features) or act.part == "noun":
        return []
    wanted = ("by", "from") if repels else ("from",)
    nouns = [kid.index for kid in parse.children(act.index, "obj", "nsubj:pass")]
    held = {at for noun in nouns for at in parse.subtree(noun)}  # "control of the village from Islamic State"
    found = [kid for at in (act.index, *sorted(held)) for kid in parse.children(at, "nmod", "obl")]
    named = [kid.index for kid in found if case_of(parse, kid.index) in wanted]
    before = [kid.index for at in nouns if repels for kid in parse.children(at, "amod", "compound", "nmod:poss")]
    return [*named, *before]


def _are_rivals(parse: Parse, index: int) -> bool:
    """Whether a phrase names both sides: "rival gangs", "two factions of the party"."""
    above = parse.tokens[parse.tokens[index].head]
    several = above.tag == "NNS" and parse.child(above.index, "nummod") is not None
    camps = several and above.lemma in grammar().camp_nouns
    return camps or any(kid.text.lower() in grammar().rival_words for kid in parse.children(index, "amod"))


def _weapon_owner(parse: Parse, index: int, names: SentenceNames, scene: Scene) -> ActorMention | None:
    """Whose a weapon or a thing of forces is: "Russian missiles hit", "a British patrol", "Houthi rockets"."""
    for post in _sent_from(parse, index):
        return _weapon_owner(parse, post.index, names, scene)
    token, kids = parse.tokens[index], parse.children(index, "amod", "compound", "nmod:poss")
    forces = {token.lemma, *(kid.text.lower() for kid in kids)} & grammar().military_words
    users = [*_users(parse, index, grammar().using_verbs), *_owners(parse, index)]
    if not (token.text.lower() in scene.knowledge.weapon_words or forces or users or _is_shot(parse, token)):
        return None
    armed = scene.codebook.actors.classes.armed
    of = of_nouns(parse, index) if forces else []
    users = users or _users(parse, index, grammar().sending_verbs)
    for kid in (*kids, *of, *users):
        owner = read_actor(parse, kid.index, names, scene.codebook, countries=scene.countries)
        owner = _as_state(owner, parse, scene) if owner is not None else None
        if owner is not None and owner.category in armed:
            return replace(owner, rule="actors.owner")
    template = scene.codebook.actors.classes.nation
    if template is None or token.lemma not in grammar().patrol_nouns:
        return None
    category = scene.codebook.actors.templates[template].category
    return ActorMention(index, token.start, token.end, template, category, rule="actors.owner", confidence=0.6)


def _is_shot(parse: Parse, token: Token) -> bool:
    """Whether a fire is that of arms: "killed by Israeli fire", and not "a fire"."""
    counted = any(kid.text.lower() in ("a", "an") for kid in parse.children(token.index, "det"))
    return token.text.lower() in grammar().shot_words and not counted


def _users(parse: Parse, index: int, using: frozenset[str]) -> list[Token]:
    """Who uses or sent a thing: "a base used by British troops", "a drone launched by the rebels"."""
    clauses = (kid.index for kid in parse.children(index, "acl") if kid.tag == "VBN" and kid.lemma in using)
    return [doer for clause in clauses for doer in parse.children(clause, "obl:agent")]


def _sent_from(parse: Parse, index: int) -> list[Token]:
    """From which posts a thing was sent: "a shot fired from an Azerbaijani position"."""
    clauses = (kid.index for kid in parse.children(index, "acl") if kid.lemma in grammar().sending_verbs)
    found = (kid for clause in clauses for kid in parse.children(clause, "obl"))
    return [kid for kid in found if case_of(parse, kid.index) == "from" and kid.lemma in grammar().military_words]


def _owners(parse: Parse, index: int) -> list[Token]:
    """Whose a thing is: "a depot belonging to Hezbollah"."""
    clauses = (kid.index for kid in parse.children(index, "acl") if kid.lemma in grammar().belonging_verbs)
    owners = (owner for clause in clauses for owner in parse.children(clause, "obl"))
    return [owner for owner in owners if case_of(parse, owner.index) == "to"]


def _speaker(parse: Parse, index: int, names: SentenceNames, scene: Scene) -> ActorMention | None:
    """Who speaks of himself by a pronoun: "the rebels said they had entered the town"."""
    clause = parse.tokens[parse.tokens[index].head]
    verb = parse.tokens[clause.head]
    subject = parse.child(verb.index, "nsubj")
    if clause.dep != "ccomp" or verb.lemma not in scene.knowledge.saying or subject is None:
        return None
    actor = read_actor(parse, subject.index, names, scene.codebook, countries=scene.countries)
    return actor if actor is not None and actor.category in scene.codebook.actors.classes.armed else None


def finder(parse: Parse, act: ActMention, names: SentenceNames, scene: Scene) -> ActorMention | None:
    """Whose find it is, where nobody is said to have found it: the forces that tell of it ("police said a bomb was
    found", "according to the army")."""
    for verb in filter(is_verb, (parse.tokens[act.index], *parse.ancestors(act.index))):
        tellers = [*parse.children(verb.index, "nsubj"), *parse.children(verb.index, "obl")]
        for teller in tellers:
            if teller.dep == "nsubj" and verb.lemma not in scene.knowledge.saying:
                continue
            if teller.dep != "nsubj" and case_of(parse, teller.index) != "according":
                continue
            actor = read_actor(parse, teller.index, names, scene.codebook, countries=scene.countries)
            if actor is not None and actor.category in scene.codebook.actors.classes.state:
                return actor
    return None


def fired_from(
    parse: Parse, origins: Sequence[PlaceMention], hit: Sequence[PlaceMention], scene: Scene
) -> ActorMention | None:
    """Who fires across a border, where nobody is named: "rockets fired from Gaza", "from southern Lebanon"."""
    struck = {mention.place.country for mention in hit if mention.place is not None}
    template = scene.codebook.actors.classes.armed_party
    for origin in origins:
        token, place = parse.token_at(origin.start), origin.place
        if token is None or place is None or template is None or struck == {place.country}:
            continue
        part = place.kind != "country" or any(kid.lemma in place_words().compass for kid in parse.children(token.index))
        nation = scene.knowledge.iso3.get(place.country)
        if part and nation is not None:
            category = scene.codebook.actors.templates[template].category
            return ActorMention(
                token.index, origin.start, origin.end, template, category, nations=(nation,),
                rule="actors.fired_from", confidence=0.6,
            )  # fmt: skip
    return None


def between_communities(parse: Parse, act: ActMention, scene: Scene) -> ActorMention | None:
    """Both sides of a fight whose adjective alone tells of them: "ethnic clashes", "tribal fighting"."""
    template = scene.codebook.actors.classes.unnamed_community
    if act.part != "noun" or "reciprocal" not in act.features or template is None:
        return None
    for word in parse.children(act.index, "amod", "compound"):
        if word.text.lower() in grammar().communal_words:
            side = ActorMention(word.index, word.start, word.end, None, None, rule="actors.communal", confidence=0.5)
            return replace(as_template(side, template, scene.codebook), rivals=True)
    return None


def held_by(parse: Parse, index: int) -> tuple[int, ...]:
    """Who holds the place from which something was fired: "from territory held by rebels", "from rebel-held hills"."""
    whence = [kid.index for kid in parse.children(index, "obl", "nmod") if case_of(parse, kid.index) == "from"]
    inside = [at for place in whence for at in parse.subtree(place)]
    held = [at for at in inside if {parse.tokens[at].lemma, parse.tokens[at].text.lower()} & grammar().holding_verbs]
    doers = (kid.index for at in held for kid in parse.children(at, "obl:agent", "compound", "amod"))
    return tuple(doers)


def _part_of_group(parse: Parse, index: int, names: SentenceNames, scene: Scene) -> ActorMention | None:
    """The group whose part acts: "the TTP claimed that its suicide wing had carried out the attack"."""
    token, pronoun = parse.tokens[index], parse.child(index, "nmod:poss")
    template = scene.codebook.actors.classes.armed_party
    if pronoun is None or pronoun.tag != "PRP$" or template is None or token.lemma not in grammar().part_nouns:
        return None
    category = scene.codebook.actors.templates[template].category
    owner = _owned(ActorMention(index, token.start, token.end, template, category), parse, names, scene)
    return replace(owner, rule="actors.owner", confidence=0.8) if owner.group else None


def _owned(actor: ActorMention, parse: Parse, names: SentenceNames, scene: Scene) -> ActorMention:
    """Whose forces they are where a pronoun says it: "the SDF said its fighters", "Israel said its jets"."""
    armed = scene.codebook.actors.classes.armed
    pronoun = parse.child(actor.head, "nmod:poss")
    if pronoun is None or pronoun.tag != "PRP$" or actor.group or actor.nations or actor.category not in armed:
        return actor
    for verb in parse.ancestors(actor.head):
        subject = parse.child(verb.index, "nsubj")
        said = pronoun.text.lower() == "our" and verb.lemma in scene.knowledge.saying  # "our forces took it," they said
        if subject is None or (subject.index >= actor.head and not said):
            continue
        owner = read_actor(parse, subject.index, names, scene.codebook, countries=scene.countries)
        named = owner is not None and (owner.group or owner.nations or said)
        if owner is None or owner.category not in armed or not named:
            continue
        if said and not owner.nations:
            return replace(owner, head=actor.head)
        if owner.group:
            return replace(owner, head=actor.head, start=actor.start, end=actor.end)
        return replace(actor, nations=owner.nations)
    return _told_before(actor, pronoun.text.lower(), parse, names, scene)


def _told_before(actor: ActorMention, pronoun: str, parse: Parse, names: SentenceNames, scene: Scene) -> ActorMention:
    """The armed group that "its fighters" are of, where no subject says so: the last one named before, in the
    sentence or in the few before it."""
    if pronoun not in ("its", "their"):
        return actor
    armed = scene.codebook.actors.classes.armed
    inside = [group for first, _, entries in names.groups if first < actor.head for group in (entries[0].value,)]
    before = [group for _, end, group in scene.armed_groups if 0 < parse.start - end <= _BACK]
    named = [group for group in (*before, *inside) if group.category in armed]
    if not named:
        return actor
    return replace(name_by_group(actor, named[-1]), rule="actors.owner")


def sort_modifiers(
    doers: list[ActorMention], sufferers: list[ActorMention], act: ActMention, parse: Parse, scene: Scene
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Before a noun of killing stands its victim if unarmed ("civilian deaths"), else its doer ("rebel attack")."""
    if "gathering" in act.features:
        return doers, sufferers
    doers = [actor for actor in doers if not _is_town_before(actor, parse, scene)]
    if act.features & _STATE_DEEDS:
        doers = [_as_state(actor, parse, scene) for actor in doers]
    people = scene.codebook.actors.classes.unarmed
    unarmed = [actor for actor in doers if actor.category == people and actor.rule != "actors.person_name"]
    armed = [actor for actor in doers if actor.category != people]
    return armed, [*sufferers, *unarmed]


def _is_town_before(actor: ActorMention, parse: Parse, scene: Scene) -> bool:
    """Whether a capital before a deed is where it was: "the Ankara bombing"."""
    token = parse.tokens[actor.head]
    return token.dep in ("compound", "nmod:unmarked") and token.text in scene.knowledge.capitals


def _as_state(actor: ActorMention, parse: Parse, scene: Scene) -> ActorMention:
    """The state that a nationality means before a deed of force: "Israeli strikes", "the Russian invasion"."""
    template = scene.codebook.actors.classes.nation
    people = actor.rule == "actors.community" and not actor.community and not actor.allies and actor.nations
    if template is None or not people or parse.tokens[actor.head].dep not in ("amod", "compound"):
        return actor
    return replace(
        as_template(actor, template, scene.codebook), rule="actors.country_name", confidence=0.7
    )


def aimed_at(parse: Parse, start: int, names: SentenceNames, scene: Scene) -> ActorMention | None:
    """Against whom an offensive goes by its purpose: "launched an operation to drive the group from the town"."""
    aims = [
        token.index
        for token, after in zip(parse.tokens, parse.tokens[1:], strict=False)
        if token.text.lower() == "to" and after.tag == "VB" and token.start > start
    ]
    if not aims:
        return None
    for first, last, _ in names.groups:
        if first > aims[0]:
            actor = read_actor(parse, last - 1, names, scene.codebook, countries=scene.countries)
            if actor is not None and actor.category in scene.codebook.actors.classes.armed:
                return actor
    return None


def fought_between(parse: Parse, index: int, names: SentenceNames) -> tuple[int, ...]:
    """The nouns on both sides of "a shootout between prisoners (...) and guards", by the order of the words."""
    if index + 1 >= len(parse.tokens) or parse.tokens[index + 1].text.lower() != "between":
        return ()
    sorts = (names.groups, names.roles, names.communities)
    spans = sorted((first, last) for found in sorts for first, last, _ in found)
    one = next((last - 1 for first, last in spans if first > index), None)
    if one is None:
        return ()
    behind = takewhile(lambda token: not token.tag.startswith(("VBD", "VBZ", "VBP")), parse.tokens[one + 1 :])
    joint = next((token.index for token in behind if token.text.lower() == "and"), None)
    two = next((last - 1 for first, last in spans if joint is not None and first > joint), None)
    return (one,) if two is None else (one, two)
