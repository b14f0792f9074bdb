"""Which acts of a sentence happened, and were deeds: the others are future, denied, figures of speech, accidents."""

from collections.abc import Sequence

from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.status import read_status
from eventbook.coder.clauses.tree import case_of
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import ActMention, Dropped
from eventbook.coder.parsing.records import Parse, Token

_BY_FORCE = frozenset({"explosive", "remote", "armed", "firearm", "crowd", "assault"})
_BEFORE_ACT = 24  # characters before an act in which "five years after the" may stand


def split_by_status(parse: Parse, acts: Sequence[ActMention], scene: Scene) -> tuple[list[ActMention], list[Dropped]]:
    """The acts that happened, and the others with the reason why they make no event."""
    kept: list[ActMention] = []
    dropped: list[Dropped] = []
    # "fired tear gas to disperse the rioting crowd": the attempt is the act, and the crowd was rioting
    tried = {act.index for act in acts if "dispersal" in act.features and parse.tokens[act.index].dep == "advcl"}
    for act in acts:
        status = read_status(parse, act.index, scene.knowledge.status)
        reason = _metaphor(act, parse, scene) or _misfortune(act, acts, parse, scene) or status.reason
        reason = reason or _standing(act, parse, scene)
        if reason == "future" and (act.index in tried or status.token in tried):
            reason = None
        if reason == "future" and act.features & {"gathering", "demand"} and _comes_for(parse, act.index):
            reason = None  # "gathered to protest": who comes together for it does it
        if reason is None:
            kept.append(act)
        else:
            dropped.append(Dropped(act.start, act.end, reason, acts=(act.act,)))
    return kept, dropped


def _standing(act: ActMention, parse: Parse, scene: Scene) -> str | None:
    """What is the case and did not happen: "troops stationed in the town", "the truce was broken"."""
    token = parse.tokens[act.index]
    words = scene.knowledge.language.background
    head = parse.tokens[token.head]
    if "control" in act.features and token.dep == "xcomp" and head.lemma in words.future["attempts"]:
        return "future"
    if "gathering" in act.features and token.dep == "obl" and _is_to_come(parse, head, scene):
        return "future"  # "will lead the party in a march"
    if "control" in act.features and act.part == "verb" and token.dep == "amod":
        return "background"  # "the occupied West Bank"
    if "movement" in act.features and token.tag == "VBN" and token.dep in ("acl", "amod"):
        return "background"
    before = scene.text[max(parse.start, act.start - _BEFORE_ACT) : act.start].lower()
    if act.part == "noun" and any(phrase in before for phrase in words.history["long_after"]):
        return "background"  # "five years after the massacre"
    settled = "agreement" in act.features and act.part == "noun" and token.dep in ("nsubj", "nsubj:pass", "obj")
    return "denied" if settled and head.lemma in words.denied["agreement_breakers"] else None


def _is_to_come(parse: Parse, verb: Token, scene: Scene) -> bool:
    """Whether a verb stands in the future."""
    return any(
        kid.text.lower() in scene.knowledge.status.future_auxiliaries for kid in parse.children(verb.index, "aux")
    )


def _comes_for(parse: Parse, index: int) -> bool:
    """Whether a purpose is that of people who have come together: "hundreds gathered to protest"."""
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    happened = head.tag in ("VBD", "VBN") and parse.child(head.index, "aux") is None
    return token.dep == "advcl" and happened and head.lemma in grammar().assembling_verbs


def _metaphor(act: ActMention, parse: Parse, scene: Scene) -> str | None:
    around = scene.text[max(parse.start, act.start - 40) : min(parse.end, act.end + 40)].lower()
    word = scene.text[act.start : act.end].lower()
    for phrase in scene.knowledge.language.background.metaphor["phrases"]:
        if phrase in around and any(part in phrase for part in (word, word.rstrip("s"))):
            return "metaphor"
    if act.features & {"assault", "armed"} and act.part == "verb":  # "attacked his plans", "fought off criticism"
        roles = read_roles(parse, act.index)
        done_to = [*roles.patients, *(kid.index for kid in parse.children(act.index, "obl"))]
        ideas = scene.knowledge.language.background.metaphor["objects"]
        if any(parse.tokens[index].lemma in ideas for index in done_to):
            return "metaphor"
    return None


def _misfortune(act: ActMention, acts: Sequence[ActMention], parse: Parse, scene: Scene) -> str | None:
    """Weapons that were tried out, and deaths by accident, disaster or illness."""
    words = scene.knowledge.language.background
    if act.features & {"remote", "drill", "air", "firearm"} and "crowd" not in act.features:
        sentence = scene.text[parse.start : parse.end].lower()
        if any(phrase in sentence for phrase in words.test["phrases"]):
            return "test"
    if act.features & {"lethal", "firearm", "death", "injury"}:
        sentence = scene.text[parse.start : parse.end].lower()
        if any(phrase in sentence for phrase in words.crime["phrases"]):
            return "ordinary_crime"
    roles = read_roles(parse, act.index)
    if act.features & {"explosive", "chemical", "air"} and not act.features & {"device", "suicide", "thrown"}:
        sentence = scene.text[parse.start : parse.end].lower()
        if any(phrase in sentence for phrase in words.accident["phrases"]):
            return "accident"  # "a gas explosion", "chlorine leakage"
    harmed = {parse.tokens[index].text.lower() for index in roles.patients}
    if act.features & {"death", "injury", "fire", "barricade"} and harmed and harmed <= grammar().reflexive_pronouns:
        return "self_harm"  # not "killing himself and two civilians"
    forceful = {other.index for other in acts if other is not act and other.features & _BY_FORCE}  # "artillery fire"
    if any(_is_misfortune(parse, index, scene) for index in roles.agents if index not in forceful):
        return "accident"  # "an earthquake struck the town"
    if act.features & {"death", "injury"}:
        doers = [*roles.agents, *(kid.index for kid in parse.children(act.index, "obl", "nmod"))]
        if any(_is_misfortune(parse, index, scene) for index in doers if index not in forceful):
            return "accident"
        armed = any(
            other.features & _BY_FORCE and not (other.weak and "remote" in other.features) for other in acts
        )  # "killed after a bomber crashed his truck"
        if not (roles.agents or armed) and any(
            token.lemma in words.accident["verbs"] and token.tag.startswith("VB") for token in parse.tokens
        ):
            return "accident"
    return None


def _is_misfortune(parse: Parse, index: int, scene: Scene) -> bool:
    """Whether a noun is a disaster, and nobody's: not "Israeli fire", "a wave of attacks"."""
    if parse.tokens[index].lemma not in scene.knowledge.language.background.accident["doers"]:
        return False
    actors = scene.knowledge.actors
    owners = [kid.text.lower() for kid in parse.children(index, "amod", "compound", "nmod:poss")]
    things = scene.knowledge.objects["property"] | scene.knowledge.objects["weapon"]  # not "a bus crash"
    people = [word for word in owners if word not in things]
    owned = any(names.match([word], 0, [word]) for word in people for names in (actors.peoples, actors.roles))
    return not owned and all(case_of(parse, kid.index) != "of" for kid in parse.children(index, "nmod"))
