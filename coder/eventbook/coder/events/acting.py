"""Act mentions of a parsed sentence: the words of the lexicon, checked by tag and by what they act upon."""

from collections.abc import Container, Set
from dataclasses import replace

from eventbook.codebook.language_layer import Act
from eventbook.coder.actors.mentions import held_noun
from eventbook.coder.acts.finding import ActHit, find_acts, is_month
from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.tree import case_of, conjuncts, noun_phrase, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.bodies import with_slain_bodies
from eventbook.coder.events.context import Scene
from eventbook.coder.events.introducing import is_introduced
from eventbook.coder.events.mistaken import STRUCK, is_mistaken
from eventbook.coder.events.participants import side_at
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse, Token

_FIGHT = frozenset({"force", "armed", "reciprocal"})
_GATHERING = frozenset({"gathering"})
_AT_ARMS_LENGTH = frozenset({"beating", "close", "fire"})
_ENTRY = frozenset({"entry"})
_WHENCE = frozenset({"from", "out of", "over"})  # "driven out of the town", "hoisted their flag over the town"


def find_act_mentions(parse: Parse, scene: Scene, place_tokens: Container[int]) -> tuple[ActMention, ...]:
    """The acts that the words of a sentence tell of; `place_tokens` are the tokens inside place names."""
    words: list[str] = []
    at: list[int] = []
    for token in parse.tokens:
        word = token.text.lower().replace("’", "'")
        if word.isalnum():  # nearly all
            words.append(word)
            at.append(token.index)
        elif any(letter.isalnum() for letter in word):
            for piece in word.split("-"):
                if piece:
                    words.append(piece)
                    at.append(token.index)
        elif word not in ("-", "–", '"', "'", "“", "”", "''", "``", "‘", "’"):
            words.append(word)
            at.append(token.index)
    lexicon = scene.knowledge.acts
    found: dict[int, ActMention] = {}

    def fits(hit: ActHit) -> bool:
        if len(hit.words) > 1 and hit.pattern.part == "verb" and _is_of_person(parse, at[hit.last], scene):
            return False
        if _is_far_object(parse, hit, [at[index] for index in hit.words]):
            return False
        return _tag_fits(parse.tokens[at[hit.head]], hit, words[hit.head], scene)

    for hit in find_acts(words, lexicon, fits):
        mention = _mention(parse, hit, at, scene, place_tokens)
        if mention is not None and (mention.index not in found or _better(mention, found[mention.index])):
            found[mention.index] = mention
    found |= {index: _by_subject(parse, act, found, scene) for index, act in found.items()}
    found = with_slain_bodies(parse, found)
    return tuple(
        found[index]
        for index in sorted(found)
        if not _modifies(parse, found[index], found)
        and not _is_taken_away(parse, found[index], found)
        and not _is_carried(parse, found[index])
        and not _is_of_labour(parse, found[index], found)
        and not _hits_what_killed(parse, found[index], found)
        and not _is_on_the_march(parse, found[index], scene)
    )


def _is_of_person(parse: Parse, index: int, scene: Scene) -> bool:
    """Whether a noun only tells what a person does: "took away cattle rancher Alvaro Maestre" takes no cattle."""
    token = parse.tokens[index]
    person = parse.tokens[token.head]
    if token.dep != "compound" or person.index < index:
        return False
    return bool(scene.knowledge.actors.roles.match([person.text.lower()], 0, [person.text.lower()]))


def _by_subject(parse: Parse, act: ActMention, found: dict[int, ActMention], scene: Scene) -> ActMention:
    """What a word tells by those named with it: gunmen strike at close range, gunfire between two is a fight."""
    if act.part == "noun" and "firearm" in act.features and _is_mutual(parse, act):
        return replace(act, act="fight", features=_FIGHT)
    if act.act == "air_strike" and "suicide" in scene.text.lower() and _by_bombers(parse, act):
        return replace(act, act="explode", features=frozenset({"force", "explosive"}))
    if _is_rough_justice(parse, act, scene):
        return replace(act, features=act.features | {"lynching"})
    march = act.act == "demonstrate" and parse.tokens[act.index].lemma == "march"
    if march and _marches(parse, act, scene, ("into",)):
        return replace(act, features=_ENTRY, object="settlement")
    if not act.weak or act.features != STRUCK:
        return act
    named = [kid.index for kid in parse.children(act.index, "compound", "amod")]  # "the fourth rebel strike"
    subjects = read_roles(parse, act.index).agents if act.part == "verb" else tuple(named)
    others = frozenset(feature for other in found.values() if other is not act for feature in other.features)
    if act.part == "verb" and any(at in found and "explosive" in found[at].features for at in subjects):
        return replace(act, features=frozenset({"force", "explosive"}))
    if others & {"remote", "air"}:
        return act
    close = (other for other in found.values() if parse.tokens[other.index].lemma in grammar().close_killing)
    if act.part == "verb" and any(close):  # "a group struck at a village, murdering three"
        return replace(act, features=frozenset({"force", "assault"}))
    classes = scene.codebook.actors.classes
    sides = [side for at in subjects if (side := side_at(parse, at, scene)) is not None]
    rebels = any(side.category in classes.non_state and not side.nations for side in sides)
    people = act.part == "verb" and bool(sides) and all(side.category == classes.unarmed for side in sides)
    they = act.part == "verb" and any(parse.tokens[at].text.lower() == "they" for at in subjects)
    people = people or (they and not _flies(scene))
    if rebels or (people and read_roles(parse, act.index).patients):  # "others struck him with their fists"
        return replace(act, features=frozenset({"force", "assault"}))
    return act


def _flies(scene: Scene) -> bool:
    """Whether an article tells of what strikes from the air, so that "they struck" may mean it."""
    found = (scene.knowledge.acts.patterns.get(word, ()) for word in set(scene.text.lower().split()))
    return any(p.part == "noun" and p.size == 1 and "air" in p.act.features for patterns in found for p in patterns)


def _is_rough_justice(parse: Parse, act: ActMention, scene: Scene) -> bool:
    """Whether neighbours, or nobody who is named, beat, hack or burn somebody whom they take for a thief."""
    close = act.features & _AT_ARMS_LENGTH or parse.tokens[act.index].lemma in grammar().crowd_killing
    if act.part != "verb" or not close:
        return False
    criminals = {*scene.knowledge.language.background.crime["criminals"], *grammar().taken_for}
    roles = read_roles(parse, act.index)
    caught = any(parse.tokens[at].lemma in criminals or _is_of_caught(parse, at, criminals) for at in roles.patients)
    return caught and all(parse.tokens[at].text.lower() in scene.knowledge.mob for at in roles.agents)


def _is_of_caught(parse: Parse, index: int, criminals: Set[str]) -> bool:
    """Whether a pronoun goes back to a criminal told before it: "caught a thief and set him on fire"."""
    if parse.tokens[index].text.lower() not in grammar().pronouns:
        return False
    return any(token.lemma in criminals and token.dep == "obj" for token in parse.tokens[:index])


def _by_bombers(parse: Parse, act: ActMention) -> bool:
    """Whether those who struck may be people with bombs: "the bombers struck"."""
    return any(token.lemma == "bomber" and act.start <= token.start < act.end for token in parse.tokens)


def _marches(parse: Parse, act: ActMention, scene: Scene, to: tuple[str, ...]) -> bool:
    """Whether it is armed people who march on a place or into it: "M23 fighters marched into Goma"."""
    there = any(case_of(parse, kid.index) in to for kid in parse.children(act.index, "obl"))
    sides = (side_at(parse, at, scene) for at in read_roles(parse, act.index).agents) if there else ()
    return any(side is not None and side.category in scene.codebook.actors.classes.armed for side in sides)


def _is_on_the_march(parse: Parse, act: ActMention, scene: Scene) -> bool:
    """Whether armed people are on their way, and demonstrate for nothing: "soldiers were marching on the village"."""
    marches = act.features == _GATHERING and parse.tokens[act.index].lemma == "march"
    return marches and _marches(parse, act, scene, ("on", "towards", "toward", "through"))


def _is_mutual(parse: Parse, act: ActMention) -> bool:
    """Whether it is between two: "gunfire erupted between rival militias"."""
    return any(case_of(parse, index) == "between" for index in read_roles(parse, act.index).partners)


def _hits_what_killed(parse: Parse, act: ActMention, found: dict[int, ActMention]) -> bool:
    """Whether a vehicle ran over a mine told before: "a mine killed four when their car ran over it"."""
    if "vehicle" not in act.features:
        return False
    mine = any("device" in other.features and other.index < act.index for other in found.values())
    return mine and any(kid.text.lower() in ("it", "one", "them") for kid in parse.children(act.index, "obj", "obl"))


def _is_taken_away(parse: Parse, act: ActMention, found: dict[int, ActMention]) -> bool:
    """Whether a weapon is only what was stopped, found or pelted: the drones of "shot down two drones"."""
    token = parse.tokens[act.index]
    above = found.get(token.head)
    held = token.dep == "nmod" and case_of(parse, act.index) == "of"  # "the shooting down of four drones"
    if act.part != "noun" or not (held or token.dep in ("obj", "nsubj:pass")) or above is None:
        return False
    return above.object in ("weapon", "arms") or (act.weak and "throwing" in above.features)


def _is_carried(parse: Parse, act: ActMention) -> bool:
    """Whether heavy arms are only among the weapons of attackers: "attacked with rifles and explosives"."""
    token = parse.tokens[act.index]
    if act.part != "noun" or not act.weak or act.features.isdisjoint(("explosive", "remote")):
        return False
    first = parse.tokens[token.head] if token.dep == "conj" else token
    listed = (parse.tokens[at].text.lower() for at in conjuncts(parse, first.index))
    return case_of(parse, first.index) in grammar().wearing_words and not grammar().armed_looks.isdisjoint(listed)


def _is_of_labour(parse: Parse, act: ActMention, found: dict[int, ActMention]) -> bool:
    """Whether a strike is one of workers, beside a gathering: "marched to offices shut because of the strike"."""
    strikes = act.part == "noun" and act.weak and act.features == STRUCK
    return strikes and any({"gathering", "assembly"} & other.features for other in found.values())


def _modifies(parse: Parse, act: ActMention, found: dict[int, ActMention]) -> bool:
    """Whether a single noun only qualifies another one that is no act: "assault rifle", "murder charge"."""
    token = parse.tokens[act.index]
    if act.part != "noun" or token.dep not in ("compound", "nmod:unmarked") or token.head in found:
        return False
    return parse.tokens[token.head].lemma not in grammar().carrier_nouns


def _better(new: ActMention, old: ActMention) -> bool:
    return (new.object is not None) > (old.object is not None) or (old.weak and not new.weak)


def _mention(
    parse: Parse, hit: ActHit, at: list[int], scene: Scene, place_tokens: Container[int]
) -> ActMention | None:
    tokens = [at[index] for index in hit.words]
    head = at[hit.head]
    token = parse.tokens[head]
    act = hit.pattern.act
    if "gathering" in act.features and len(tokens) == 1 and _is_no_crowd(parse, token):
        return None
    if {"gathering", "assembly"}.intersection(act.features) and _is_thing(parse, token, scene):
        return None
    if is_mistaken(parse, hit, tokens, token):
        return None
    kind = None
    if act.object:
        taken_from = act.object != ("person",)  # "seized the town from the army" seizes nobody
        objects = _objects(parse, tokens, head, taken_from=taken_from)
        kind = _object_kind(parse, objects, act.object, scene, place_tokens)
        if kind is None:
            return None
    if _may_be_name(parse, token) and all(index in place_tokens for index in tokens):
        return None  # "Battle Creek", "Cape Coast"
    start = min(parse.tokens[index].start for index in tokens)
    end = max(parse.tokens[index].end for index in tokens)
    weak = act.weak and not _acts(token, parse, act, scene)
    return ActMention(act.act, frozenset(act.features), hit.pattern.part, head, start, end, weak, kind)


def _is_far_object(parse: Parse, hit: ActHit, tokens: list[int]) -> bool:
    """Whether the noun of "take town", "lose soldiers" is none that was taken or lost: "were taken to hospitals in the
    town", "lost the town to the rebels"."""
    act = hit.pattern.act
    if hit.pattern.part != "verb" or len(tokens) != 2 or not ("control" in act.features or act.act == "die"):
        return False
    case = parse.child(tokens[-1], "case") if parse.tokens[tokens[-1]].tag.startswith("NN") else None
    return case is not None and case.text.lower() in ("in", "at", "near", "to", "from") and hit.head == hit.first


def _is_thing(parse: Parse, token: Token, scene: Scene) -> bool:
    """Whether things lie or stand somewhere, and no people: "burnt lorries lay beside the road"."""
    subjects = [
        parse.tokens[at].lemma for kid in parse.children(token.index, "nsubj") for at in conjuncts(parse, kid.index)
    ]
    things = scene.knowledge.objects["property"] | scene.knowledge.objects["weapon"]
    return token.lemma in grammar().posture_verbs and bool(subjects) and any(word in things for word in subjects)


def _may_be_name(parse: Parse, token: Token) -> bool:
    """Whether a word is written as a name is; asked first, since to find the places of a sentence takes long."""
    return not token.text[:1].islower() or not any(other.text[:1].isupper() for other in parse.tokens)


def _objects(parse: Parse, tokens: list[int], head: int, *, taken_from: bool) -> tuple[int, ...]:
    """The nouns that an act may be done to: its objects, what they are of, and what somebody is driven from."""
    roles = read_roles(parse, head)
    found = [*(roles.patients or roles.targets)]  # "captured a smuggler on a farm" takes no farm
    found += (kid.index for at in tokens[1:] for kid in parse.children(at, "nmod", "obl"))
    if parse.tokens[head].lemma == "go":  # "went for a patrol"
        found += (parse.tokens[at].head for at in tokens[1:] if parse.tokens[at].dep == "case")
    found += (noun.index for at in roles.patients for noun in of_nouns(parse, at))
    whence = (kid.index for kid in parse.children(head, "obl", "nmod") if case_of(parse, kid.index) in _WHENCE)
    found += whence if taken_from else ()
    if parse.tokens[head].lemma in grammar().losing_verbs:
        found += roles.agents
    if parse.tokens[tokens[-1]].text.lower() == "hands":  # "the town was in rebel hands", "passed into their hands"
        said = parse.tokens[head].head if parse.tokens[head].dep == "cop" else head
        found += (kid.index for kid in parse.children(said, "nsubj"))
    return tuple(found)


def _is_no_crowd(parse: Parse, token: Token) -> bool:
    """Whether a word of demonstrations is the month ("in March"), or shows something ("demonstrates that")."""
    if token.lemma in ("demonstrate", "rally"):  # "rallied his followers"
        return parse.child(token.index, "obj", "ccomp", "nsubj:pass", "csubj") is not None
    if token.text.lower() != "march":
        return False
    before = parse.tokens[token.index - 1].text.lower() if token.index else ""
    after = parse.tokens[token.index + 1].text if token.index + 1 < len(parse.tokens) else ""
    noun = token.text.islower() and parse.child(token.index, "det", "nmod:poss", "case") is not None  # "the march"
    month = token.tag == "NNP" and not noun
    return month or before in grammar().month_words or is_month("march", before, after)


def _acts(token: Token, parse: Parse, act: Act, scene: Scene) -> bool:
    """Whether a crowd named by its purpose does something: "thousands of protesters blocked the line", not "said"."""
    above = parse.tokens[token.head]
    if token.dep == "nmod" and held_noun(parse, above.index) == token.index:
        token = above
    head = parse.tokens[token.head]
    return (
        "gathering" in act.features
        and token.dep == "nsubj"
        and head.tag in ("VBD", "VBN")
        and head.lemma not in scene.knowledge.saying
    )


def _tag_fits(token: Token, hit: ActHit, form: str, scene: Scene) -> bool:
    if hit.pattern.part == "phrase" or (len(hit.words) > 1 and hit.pattern.part == "noun"):
        return True
    if hit.pattern.part == "verb":
        if token.tag.startswith("VB"):
            return not (token.tag == "VBG" and token.dep in ("compound", "amod") and len(hit.words) == 1)
        participle = form.endswith(("ed", "ing", "wn", "led")) or (len(hit.words) > 1 and token.tag == "JJ")
        return (
            participle  # "people being burnt to death", read as an adjective
            and form in scene.knowledge.acts.verb_only
            and token.tag in ("JJ", "NN", "FW", "UH", "NNP")
        )
    return token.tag.startswith("NN") or (token.tag in ("JJ", "VBG") and token.dep not in ("root", "advcl", "xcomp"))


def _object_kind(
    parse: Parse, objects: tuple[int, ...], wanted: tuple[str, ...], scene: Scene, place_tokens: Container[int]
) -> str | None:
    for index in objects:
        kind = object_kind(parse, index, scene, place_tokens)
        for want in wanted:
            if want in kind:
                return want
    return None


def _is_person(parse: Parse, index: int, scene: Scene) -> bool:
    """Whether a name is a person's: it has two parts, or a word for people stands beside it or did so at first."""
    if not parse.tokens[index].tag.startswith("NN"):
        return False
    first = parse.child(index, "compound")
    named = parse.tokens[index].tag == "NNP"
    if named and (parse.child(index, "flat") is not None or (first is not None and first.tag == "NNP")):
        return True
    people = scene.knowledge.actors.roles

    def is_title(word: str) -> bool:
        return bool(people.match([word], 0, [word]))

    beside = any(is_title(kid.text.lower()) for kid in parse.children(index, "appos"))
    return beside or is_introduced(parse, index, is_title, scene)


def object_kind(parse: Parse, index: int, scene: Scene, place_tokens: Container[int]) -> frozenset[str]:
    """What a noun is: person, place, weapon, arms, forces, property; several where the word is several."""
    held = held_noun(parse, index)
    index = index if held is None else held
    low, high = noun_phrase(parse, index)
    lower = parse.tokens[index].text.lower()
    kinds = {kind for kind, words in scene.knowledge.objects.items() if lower in words}
    if index in place_tokens:
        kinds |= {"place", "settlement"}
    if not kinds & {"weapon", "arms"}:
        inside = {parse.tokens[at].text.lower() for at in range(low, high + 1)}
        if inside & scene.knowledge.objects["weapon"] and not kinds:
            kinds.add("weapon")
    if "place" in kinds and lower not in scene.knowledge.significant:
        return frozenset(kinds)  # "a military outpost" is nobody
    if parse.tokens[index].tag in ("PRP",) or scene.knowledge.actors.roles.match([lower], 0, [lower]):
        kinds.add("person")
    if lower in scene.knowledge.significant:
        kinds.add("person")  # "the commander"
    if parse.tokens[index].text[:1].isupper() and not kinds and _is_person(parse, index, scene):
        kinds.add("person")
    if parse.tokens[index].tag == "CD":
        kinds |= {"person", "weapon"}
    return frozenset(kinds)
