"""Weapons that were tried out, ordinary crime, and what befell people by accident, disaster or illness."""

from collections.abc import Sequence

from eventbook.coder.clauses.roles import Roles, read_roles
from eventbook.coder.clauses.tree import case_of, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.chances import happens_by_itself, is_relic, is_seizure
from eventbook.coder.events.context import Scene
from eventbook.coder.events.participants import side_at
from eventbook.coder.events.phrases import says
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.parsing.records import Parse, Token

_BY_FORCE = frozenset({"explosive", "remote", "armed", "firearm", "crowd", "assault", "vehicle"})
_FROM_AFAR = frozenset({"remote", "air"})
_BEFORE = 200  # characters before a sentence in which a disaster may be told
_MOTIVE = 200  # characters behind a sentence in which the motive may be told
_HARM = frozenset({"death", "injury"})


def read_misfortune(act: ActMention, acts: Sequence[ActMention], parse: Parse, scene: Scene) -> str | None:
    """The reason why an act is a test, a crime, an accident or harm to oneself; None where it is none of them."""
    words = scene.knowledge.language.background
    sentence = scene.text[parse.start : parse.end].lower()
    if _is_handled(act, acts, parse, scene):
        return "background"
    if _is_test(act, acts, sentence, scene):
        return "test"
    if is_seizure(act, acts, sentence, scene):
        return "ordinary_crime"  # "police raided a flat and seized cocaine"
    shelled = any(other.features & _FROM_AFAR for other in acts)  # "a shell landed in a schoolyard"
    if not shelled and _is_crime(act, parse, sentence, scene):
        return None if _is_political(parse, scene) else "ordinary_crime"
    chance = act.features & {"explosive", "chemical", "air"} and not act.features & {"device", "suicide", "thrown"}
    if chance and (says(sentence, words.accident["phrases"]) or happens_by_itself(act, parse, scene)):
        return "accident"  # "a gas explosion", "chlorine leakage"
    festive = act.features & {"gathering", "assembly"} and says(sentence, words.festive["phrases"])
    if festive and not says(sentence, words.festive["demands"]):
        return "festive"  # "pilgrims marched through the city", "a campaign rally"
    before = scene.text[max(0, parse.start - _BEFORE) : parse.end].lower()
    if "movement" in act.features and says(before, words.accident["relief"]):
        return "accident"  # "soldiers were sent to help with the floods"
    if act.features & {"weapons_disrupted", "device", "explosive", "remote"} and is_relic(parse, scene):
        return "background"  # "a bomb of the Second World War was defused"
    roles = read_roles(parse, act.index)
    harmed = {parse.tokens[index].text.lower() for index in roles.patients}
    to_oneself = act.features & {"death", "injury", "fire", "barricade", "firearm"} and "explosive" not in act.features
    if to_oneself and harmed and harmed <= grammar().reflexive_pronouns:
        return "self_harm"  # not "killing himself and two civilians"
    return "accident" if _is_accident(act, acts, roles, parse, scene) else None


def _is_crime(act: ActMention, parse: Parse, sentence: str, scene: Scene) -> bool:
    """Whether force is told with words of private quarrel or greed, or by a burglar, a husband: not a crowd's."""
    if not act.features & {"force", "death"} or act.features & {"crowd", "lynching", "gathering"}:
        return False
    crime = scene.knowledge.language.background.crime
    roles = read_roles(parse, act.index)
    doers = roles.agents if roles.patients or roles.targets else ()  # not "he was killed and his wife wounded"
    if says(sentence, crime["phrases"]):  # not "students who wanted their classmates back were clubbed by police"
        return not (roles.agents and _are_officials(parse, roles.agents, scene))
    if any(parse.tokens[index].lemma in (*crime["people"], *crime["criminals"]) for index in doers):
        return True
    caught = any(parse.tokens[index].lemma in crime["criminals"] for index in roles.patients)
    return caught and _are_officials(parse, roles.agents, scene)


def _are_officials(parse: Parse, indices: Sequence[int], scene: Scene) -> bool:
    """Whether all of some words are forces of the state, as those are of whom nothing is said."""
    states = scene.codebook.actors.classes.state
    return all((side := side_at(parse, at, scene)) and side.category in states for at in indices)


def _is_political(parse: Parse, scene: Scene) -> bool:
    """Whether a motive or victim of politics or faith is named beside it: then a lone gunman is no mere criminal."""
    told = scene.text[parse.start : parse.end + _MOTIVE].lower()
    return says(told, scene.knowledge.language.background.crime["motives"])


def _is_test(act: ActMention, acts: Sequence[ActMention], sentence: str, scene: Scene) -> bool:
    """Whether a weapon is only tried out: not one that hurt somebody or was shot down."""
    words = scene.knowledge.language.background.test
    if any(other.features & {"weapons_disrupted", "death"} for other in acts):
        return False
    fired = act.features & {"remote", "drill", "air", "firearm"} and "crowd" not in act.features
    if fired and says(sentence, words["phrases"]):
        return True
    return bool(act.features & {"force", "movement"}) and says(sentence, words["exercises"])


def _is_handled(act: ActMention, acts: Sequence[ActMention], parse: Parse, scene: Scene) -> bool:
    """Whether a weapon is bought, shown or flown: "unveiled a drone", "jets escorted a bomber"."""
    if act.part != "noun" or not act.features & {"air", "remote"}:
        return False
    token = parse.tokens[act.index]
    while token.dep == "conj":
        token = parse.tokens[token.head]
    head = parse.tokens[token.head]
    found = token.dep in ("obj", "nsubj:pass") and any(
        other.index == head.index and other.act != act.act and "weapons_disrupted" in other.features for other in acts
    )
    if found and act.index != token.index:
        return True  # "sixteen rockets and a drone in its box were found"
    words = scene.knowledge.language.background.test
    return (
        (token.lemma in scene.knowledge.objects["weapon"] or token.lemma in words["craft"])
        and (token.dep in ("obj", "nsubj", "nsubj:pass") or case_of(parse, act.index) == "with")
        and head.lemma in words["handling"]
        and all(other.index != head.index or "assembly" in other.features for other in acts)
    )


def _is_accident(act: ActMention, acts: Sequence[ActMention], roles: Roles, parse: Parse, scene: Scene) -> bool:
    """Whether a disaster, an animal or a machine did it, or people fight one: "an earthquake struck the town"."""
    forceful = {other.index for other in acts if other is not act and other.features & _BY_FORCE}  # "artillery fire"
    if any(_is_misfortune(parse, index, scene) for index in roles.agents if index not in forceful):
        return True
    bursting = scene.knowledge.language.background.accident["bursting"]
    if act.act == "explode" and not forceful and any(parse.tokens[at].lemma in bursting for at in roles.agents):
        return True  # "a fuel tanker blew up"
    beside = [kid.index for kid in parse.children(act.index, "obl", "nmod")]
    if "reciprocal" in act.features:
        against = (index for index in beside if case_of(parse, index) in ("against", "with"))
        enemies = {*roles.patients, *against} - forceful
        other = (index for index in enemies if not act.start <= parse.tokens[index].start < act.end)
        if any(_is_misfortune(parse, index, scene) for index in other):
            return True  # "firefighters battled the blaze", not "exchanged fire"
    armed = any(
        other.features & _BY_FORCE and not (other.weak and "remote" in other.features) for other in acts
    )  # "killed after a bomber crashed his truck"
    if not armed and _runs_into(parse, scene):
        return True
    if not act.features & _HARM:
        return False
    if any(_is_misfortune(parse, index, scene) for index in beside if index not in forceful):
        return True
    crashed = scene.knowledge.language.background.accident["verbs"]
    if parse.lemmas.isdisjoint(crashed) or armed or _has_people(parse, roles.agents, scene):
        return False
    wrecks = (token for token in parse.tokens if token.lemma in crashed and token.tag.startswith("VB"))
    return any(not _is_done_by_armed(parse, token.index, scene) for token in wrecks)


def _runs_into(parse: Parse, scene: Scene) -> bool:
    """Whether a vehicle hits what stands by the road or another one: "their car hit a lamp post"."""
    accident = scene.knowledge.language.background.accident
    if parse.lemmas.isdisjoint(accident["traffic"]):
        return False
    hits = (token.index for token in parse.tokens if token.lemma in grammar().hitting_verbs)
    return any(
        any(parse.tokens[at].lemma in accident["traffic"] for at in roles.agents)
        and any(parse.tokens[at].lemma in (*accident["traffic"], *accident["obstacles"]) for at in roles.patients)
        for roles in (read_roles(parse, index) for index in hits)
    )


def _is_done_by_armed(parse: Parse, index: int, scene: Scene) -> bool:
    """Whether armed people do what vehicles and pipes do: "assailants burst into a neighbourhood"."""
    sides = (side_at(parse, at, scene) for at in read_roles(parse, index).agents)
    return any(side is not None and side.category in scene.codebook.actors.classes.non_state for side in sides)


def _has_people(parse: Parse, indices: Sequence[int], scene: Scene) -> bool:
    """Whether one of some words may be somebody: anything but a vehicle or a building."""
    things = scene.knowledge.language.background.accident["vehicles"]
    return any(parse.tokens[index].lemma not in things for index in indices)


def _is_misfortune(parse: Parse, index: int, scene: Scene) -> bool:
    """Whether a noun is a disaster or an animal, and nobody's: not "Israeli fire", "a wave of attacks", "Tigers"."""
    words = scene.knowledge.language.background.accident
    doers, token = words["doers"], parse.tokens[index]
    if token.lemma in words["swarms"]:
        return any(kid.lemma in doers for kid in parse.children(index, "nmod"))  # "a herd of elephants"
    if token.tag.startswith("NNP"):
        before = parse.children(index, "compound", "nmod:desc", "nmod:unmarked")
        name = not is_common_word(token.text.lower())  # "Typhoon Rai", not "the Storm Brigade"
        return any(word.text.lower() in words["named"] for word in (token, *(before if name else ())))
    if token.lemma not in doers or _comes_from_arms(parse, token):
        return False
    actors = scene.knowledge.actors
    owners = [kid.text.lower() for kid in parse.children(index, "amod", "compound", "nmod:poss")]
    things = scene.knowledge.objects["property"] | scene.knowledge.objects["weapon"]  # not "a bus crash"
    people = [word for word in owners if word not in things]
    owned = any(names.match([word], 0, [word]) for word in people for names in (actors.peoples, actors.roles))
    return not owned and not of_nouns(parse, index)


def _comes_from_arms(parse: Parse, token: Token) -> bool:
    """Whether a fire is one of arms by where it comes from: "wounded by fire from Azerbaijani positions"."""
    behind = parse.tokens[token.index + 1 : token.index + 2]
    sources = (parse.tokens[word.head].lemma for word in behind if word.text.lower() == "from")
    return token.lemma in grammar().shot_words and any(noun in grammar().military_words for noun in sources)
