"""What words of force tell that is the case and did not happen: states, habits, things that are named after fights."""

from collections.abc import Collection, Mapping
from itertools import pairwise

from eventbook.coder.acts.lexicon import Pattern
from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.tree import case_of, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.participants import side_at
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse, Token

_IN_A_SERIES = 48  # characters before an act in which "the latest in a series of" may stand
_BEFORE_ACT = 24  # characters before an act in which "five years after the" may stand


def read_backdrop(act: ActMention, parse: Parse, scene: Scene) -> str | None:
    """What is the case and did not happen: "troops stationed in the town", "the truce was broken", or None."""
    token = parse.tokens[act.index]
    words = scene.knowledge.language.background
    head = parse.tokens[token.head]
    tried = token.dep == "xcomp" and head.lemma in words.future["attempts"]
    if tried and act.features & {"control", "weapons_disrupted"}:
        return "future"  # "tried to seize the weapons"
    if "retelling" in act.features and _is_another(parse, token):
        return "background"
    if "arrest" in act.features and _is_sentence(parse, act, scene):
        return "legal"  # "a court jailed two politicians"
    if act.features & {"arrest", "lethal"} and _is_of_charge(act, parse, scene):
        return "legal"  # "23 people were arrested for taking part in the killing of five men"
    if token.lemma in grammar().executing_verbs and _is_by_state(parse, act, scene):
        return "legal"  # "Iran executed three men": a sentence was carried out
    if "gathering" in act.features and token.dep == "obl" and _is_to_come(parse, head, scene):
        return "future"  # "will lead the party in a march"
    lost = token.lemma in grammar().losing_verbs  # "had lost control", however parsed
    if "control" in act.features and act.part == "verb" and token.dep == "amod" and not lost:
        return "background"  # "the occupied West Bank"
    if "arrest" in act.features and act.part == "verb" and token.dep == "amod":
        return "background"  # "a jailed politician"
    if _is_habit(act, parse, scene) or _names_thing(act, parse, words.history["named_after_fights"]):
        return "background"
    if act.features & {"movement", "withdrawal"} and token.tag == "VBN" and token.dep in ("acl", "amod"):
        return "background"
    if "movement" in act.features and relation(token) == "acl" and token.lemma in grammar().posting_verbs:
        return "background"  # "the soldiers, who are stationed at a base"
    lasting = token.lemma in grammar().lasting_verbs and token.tag == "VBN" and relation(token) == "acl"
    if lasting and not _was(parse, token):
        return "background"  # "villages which are besieged by rebels"
    if act.features & {"withdrawal", "displacement"} and token.dep == "amod":
        return "background"  # "a deserted village"
    if "death" in act.features and token.tag == "VBN" and token.dep == "amod" and _is_for(parse, head):
        return "background"  # "carried crosses for murdered colleagues"
    if "taken" in act.features and _is_rescued(parse, act.index):
        return "background"  # "villagers were taken to hospital"
    if act.part == "noun" and case_of(parse, _first_named(parse, act.index)) == "without":
        return "denied"
    if "gathering" in act.features and (_is_planned(parse, token, scene) or _is_called(parse, token)):
        return "future"
    before = scene.text[max(parse.start, act.start - _BEFORE_ACT) : act.start].lower()
    told = act.part == "noun" or relation(token) in ("advcl", "acl")
    if told and any(phrase in before for phrase in words.history["long_after"]):
        return "background"  # "five years after the massacre"
    ahead = scene.text[parse.start : act.start].lower()
    if act.part == "noun" and any(phrase in ahead[-_IN_A_SERIES:] for phrase in words.history["in_a_series"]):
        return "background"  # "the latest in a series of clashes"
    if any(phrase in ahead for phrase in words.history["to_the_day"]):
        return "background"  # "ten years ago this week gunmen attacked"
    if _is_before_court(act, parse, scene):
        return "legal"
    if _is_comment(act, parse):
        return "background"
    if _is_false_claim(act, parse, scene):
        return "denied"
    settled = "agreement" in act.features and act.part == "noun" and token.dep in ("nsubj", "nsubj:pass", "obj")
    return "denied" if settled and head.lemma in words.denied["agreement_breakers"] else None


def _is_sentence(parse: Parse, act: ActMention, scene: Scene) -> bool:
    """Whether a court does it."""
    courts = scene.knowledge.status.courts
    return any(parse.tokens[index].lemma in courts for index in read_roles(parse, act.index).agents)


def _charge_of(parse: Parse, verb: Token) -> frozenset[int]:
    """The words that tell what people were arrested for: "for taking part in the killing of five men"."""
    charges: set[int] = set()
    for kid in parse.children(verb.index, "advcl", "obl"):
        mark = parse.child(kid.index, "mark")
        if (mark.text.lower() if mark else case_of(parse, kid.index)) in ("for", "over"):
            charges.update(parse.subtree(kid.index))
    return frozenset(charges)


def _is_of_charge(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether somebody was arrested for a killing, or it is the killing: nobody was arrested for what he believes."""
    patterns = scene.knowledge.acts.patterns
    verbs = (token for token in parse.ancestors(act.index) if _names(token, "arrest", patterns))
    arrest = parse.tokens[act.index] if "arrest" in act.features else next(verbs, None)
    charge = _charge_of(parse, arrest) if arrest is not None else frozenset()
    if not charge or (arrest is not None and arrest.index != act.index and act.index not in charge):
        return False
    told = [parse.tokens[at] for at in charge]
    killed = any(_names(token, "lethal", patterns) for token in told)
    return killed and not any(_names(token, "gathering", patterns) for token in told)


def _names(token: Token, feature: str, patterns: Mapping[str, tuple[Pattern, ...]]) -> bool:
    """Whether a single word tells of a deed with this feature."""
    words = patterns.get(token.text.lower(), ())
    return any(pattern.size == 1 and feature in pattern.act.features for pattern in words)


def _is_by_state(parse: Parse, act: ActMention, scene: Scene) -> bool:
    """Whether a country does it, and no forces in the field."""
    sides = [side for index in read_roles(parse, act.index).agents if (side := side_at(parse, index, scene))]
    return bool(sides) and all(side.rule == "actors.country_name" for side in sides)


def _was(parse: Parse, verb: Token) -> bool:
    """Whether a passive tells of the past: "which was besieged on Monday"."""
    return any(kid.tag == "VBD" or kid.text.lower() == "been" for kid in parse.children(verb.index, "aux", "aux:pass"))


def _is_rescued(parse: Parse, index: int) -> bool:
    """Whether people are brought to where they are helped."""
    return any(
        kid.lemma in grammar().rescue_places and case_of(parse, kid.index) in ("to", "into", "in")
        for kid in parse.children(index, "obl", "nmod")
    )


def _is_for(parse: Parse, noun: Token) -> bool:
    """Whether a noun only says for or about whom something is done."""
    return relation(noun) in ("nmod", "obl") and case_of(parse, noun.index) in ("for", "of", "to", "over", "about")


def _first_named(parse: Parse, index: int) -> int:
    """The first of the nouns in whose list a noun stands: "without pickets, marches or gatherings"."""
    token = parse.tokens[index]
    return token.head if token.dep == "conj" else index


def _is_planned(parse: Parse, token: Token, scene: Scene) -> bool:
    """Whether a clause says of a gathering that somebody planned it: "the marches that the opposition planned"."""
    status = scene.knowledge.status
    planned = status.future_governors - status.happening
    clauses = parse.children(token.index, "acl:relcl")
    return any(clause.lemma in planned and parse.child(clause.index, "nsubj") for clause in clauses)


def _is_called(parse: Parse, token: Token) -> bool:
    """Whether a gathering is only called or set for a day: "a march has been called for Tuesday", "has called a march
    for Tuesday"."""
    verb = parse.tokens[token.head]
    told = token.dep in ("nsubj:pass", "obj") and verb.lemma in grammar().calling_verbs
    return told and any(case_of(parse, kid.index) == "for" for kid in parse.children(verb.index, "obl"))


def _is_another(parse: Parse, token: Token) -> bool:
    """Whether "incident" names another one than what was told: "a similar incident happened"."""
    named = next((kid for kid in parse.children(token.index, "nsubj", "nsubj:pass")), token)
    return any(kid.text.lower() in grammar().other_words for kid in parse.children(named.index, "det", "amod"))


def _is_before_court(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether it is told in a clause about what a verdict is on: "found guilty of the murder of men whom he had called
    fallen in combat"."""
    legal = scene.knowledge.status.legal
    nested = False
    for token in (parse.tokens[act.index], *parse.ancestors(act.index)):
        said = {token.lemma, *(kid.text.lower() for kid in parse.children(token.index, "xcomp"))}
        if nested and not legal.isdisjoint(said):
            return True
        nested = nested or token.dep == "acl:relcl"
    return False


def _is_comment(act: ActMention, parse: Parse) -> bool:
    """Whether a word of force only says what somebody calls what was told: "his party called it a kidnapping"."""
    token = parse.tokens[act.index]
    head = parse.tokens[token.head]
    if act.part != "noun" or head.lemma not in grammar().naming_verbs or token.dep not in ("xcomp", "obj", "ccomp"):
        return False
    return any(kid.index != token.index for kid in parse.children(head.index, "obj", "iobj", "nsubj:pass"))


def _is_false_claim(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether it is told as a claim that is false: "reports that he was killed were a fabrication"."""
    denied = scene.knowledge.language.background.denied
    above = [parse.tokens[act.index], *parse.ancestors(act.index)]
    return any(
        noun.lemma in denied["claims"] and head.lemma in denied["untrue"] and noun.dep.startswith("nsubj")
        for noun, head in pairwise(above)
    )


def _is_to_come(parse: Parse, verb: Token, scene: Scene) -> bool:
    """Whether a verb stands in the future."""
    return any(
        kid.text.lower() in scene.knowledge.status.future_auxiliaries for kid in parse.children(verb.index, "aux")
    )


def _names_thing(act: ActMention, parse: Parse, things: Collection[str]) -> bool:
    """Whether a word of force only names a thing or a person: "combat aircraft", "assault rifle", "bomb scare"."""
    token = parse.tokens[act.index]
    if act.part != "noun" or token.dep not in ("compound", "nmod:unmarked", "amod"):
        return False
    return act.end <= parse.tokens[token.head].start and parse.tokens[token.head].lemma in things


def _is_habit(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether a clause in the present hangs on news in the past: "called for an end to raids in which youths kill"."""
    at = _first_of_clause(parse, act.index)
    token = parse.tokens[at]
    clause = token.tag in ("VBP", "VBZ") and relation(token) in ("acl", "advcl")
    if act.part != "verb" or not clause or parse.child(at, "aux", "aux:pass", "cop") is not None:
        return False
    above = [parse.tokens[head.index] for head in parse.ancestors(at)]
    if not above or above[-1].tag not in ("VBD", "VBN"):
        return False
    forms = scene.knowledge.language.irregular.verbs.get(token.lemma, ())
    return token.lemma not in forms  # "hit" is the same in the past


def _first_of_clause(parse: Parse, index: int) -> int:
    """The verb that a verb is joined to by "and" and shares its subject with."""
    at = index
    while parse.tokens[at].dep == "conj" and parse.child(at, "nsubj", "nsubj:pass") is None:
        at = parse.tokens[at].head
    return at
