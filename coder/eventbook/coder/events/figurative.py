"""Words of force that tell no deed: figures of speech, and what films, books and exhibitions show."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from eventbook.codebook.language_layer import load_language
from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.tree import case_of, is_verb, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.participants import side_at
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse

_AROUND = 40  # characters on both sides of an act in which a figure of speech stands
_FORCE = frozenset({"force", "damage", "control", "group_change", "pivotal", "withdrawal"})
_HURT = frozenset({"lethal", "death", "injury", "firearm", "remote", "damage", "fire", "crowd"})
_ABOUT = ("over", "about", "for")
_SHOWN = frozenset({"acl", "advcl", "ccomp", "obj", "obl", "nmod", "xcomp", "conj", "nsubj", "parataxis"})


def read_figure(act: ActMention, acts: Sequence[ActMention], parse: Parse, scene: Scene) -> str | None:
    """ "metaphor" where the words of an act are a figure of speech or tell what a work shows, else None."""
    found = (
        _is_idiom(act, parse, scene)
        or _is_of_ideas(act, parse, scene)
        or _is_shown(act, parse, scene)
        or _is_of_the_peaceful(act, acts, parse, scene)
    )
    return "metaphor" if found else None


def _is_idiom(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether an act's word stands in a fixed figure of speech: "price war"."""
    around = scene.text[max(parse.start, act.start - _AROUND) : min(parse.end, act.end + _AROUND)].lower()
    word = scene.text[act.start : act.end].lower()
    return any(phrase in around for phrase in _figures_with(word, scene.codebook.head.language))


@lru_cache(maxsize=4096)
def _figures_with(word: str, language: str) -> tuple[str, ...]:
    """The fixed figures of speech that hold a word, or what is left of it without its last s."""
    stem = word.rstrip("s")
    return tuple(phrase for phrase in load_language(language).background.metaphor["phrases"] if stem in phrase)


def _is_of_ideas(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether what does it or suffers it is nobody: "attacked his plans", "prices exploded", "lawyers fought on"."""
    words = scene.knowledge.language.background.metaphor
    if "gathering" in act.features:
        return _is_gesture(act, parse, words["gestures"])
    if not act.features & _FORCE:
        return False
    roles = read_roles(parse, act.index)
    if "group_change" in act.features and _any_of(parse, roles.agents, words["politicians"]):
        return True
    beside = [kid for kid in parse.children(act.index, "obl", "nmod") if act.part == "verb" or "force" in act.features]
    over = [kid.index for kid in beside if case_of(parse, kid.index) in _ABOUT]
    if act.features & {"assault", "armed"} and act.part == "verb":  # "fought off criticism", "battled over the budget"
        done_to, about = roles.patients, [kid.index for kid in beside]
    else:
        done_to, about = roles.patients[:1], over
    if _any_of(parse, done_to, words["objects"]):
        return True
    aims = _any_of(parse, about, words["objects"])
    sought = "reciprocal" in act.features and _any_of(parse, over, words["prizes"])
    if (aims or sought) and not _has_violent_doer(parse, roles.agents, scene):
        return True  # "battled over the budget", not "rebels burned a church over claims"
    if act.act == "explode" and _any_of(parse, roles.agents, words["quarrels"]):
        return True  # "the row exploded into the open"
    if any(kid.lemma in words["means"] and case_of(parse, kid.index) == "with" for kid in beside):
        return True  # "bombarded them with questions"
    if roles.agents and all(_any_of(parse, _named_by(parse, index), words["doers"]) for index in roles.agents):
        return True
    if act.act == "fight" and _fights_on(parse, act.index, words["onward"]):
        return not roles.patients and all(parse.tokens[index].tag in ("NN", "NNP") for index in roles.agents)
    harmed = [index for index in roles.patients if not act.start <= parse.tokens[index].start < act.end]  # "fire"
    if "reciprocal" not in act.features or harmed or roles.partners or roles.targets:
        return False
    return _any_of(parse, roles.agents, (*words["strugglers"], *words["politicians"]))


def _is_of_the_peaceful(act: ActMention, acts: Sequence[ActMention], parse: Parse, scene: Scene) -> bool:
    """Whether those who fight are no people that could, and nobody is hurt: "the battle between the two chains"."""
    if "reciprocal" not in act.features or any(other.features & _HURT for other in acts):
        return False
    roles = read_roles(parse, act.index)
    sides = [index for index in (*roles.agents, *roles.partners, *roles.patients) if parse.tokens[index].tag == "NNS"]
    vague = (*grammar().collective_nouns, *scene.knowledge.language.background.metaphor["belligerents"])
    if not sides or len(sides) < len({*roles.agents, *roles.partners, *roles.patients}) or _any_of(parse, sides, vague):
        return False
    return all(side_at(parse, at, scene) is None for at in sides)


def _has_violent_doer(parse: Parse, agents: Sequence[int], scene: Scene) -> bool:
    """Whether armed people or a crowd do it, who need no figure of speech."""
    if not agents:
        return False
    classes = scene.codebook.actors.classes
    in_office = scene.knowledge.language.background.metaphor["politicians"]
    may = [index for index in agents if parse.tokens[index].lemma not in in_office]
    doers = (side_at(parse, index, scene) for index in may)
    return any(doer is not None and doer.category in (*classes.armed, *classes.crowd) for doer in doers)


def _named_by(parse: Parse, index: int) -> tuple[int, ...]:
    """A word, and what a collective noun is of: "a hacker group"."""
    if parse.tokens[index].lemma not in grammar().collective_nouns:
        return (index,)
    return (index, *(kid.index for kid in parse.children(index, "compound", "amod")))


def _fights_on(parse: Parse, index: int, particles: Iterable[str]) -> bool:
    """Whether somebody fights back or on: against fate, where it is one alone."""
    return any(kid.text.lower() in particles for kid in parse.children(index, "compound:prt", "advmod"))


def _is_gesture(act: ActMention, parse: Parse, verbs: Iterable[str]) -> bool:
    """Whether nobody gathers: "resigned in protest at the ruling"."""
    token = parse.tokens[act.index]
    return case_of(parse, act.index) == "in" and parse.tokens[token.head].lemma in verbs


def _any_of(parse: Parse, indices: Iterable[int], lemmas: Iterable[str]) -> bool:
    """Whether one of some words is an ordinary word of a list, and no name."""
    return any(parse.tokens[index].lemma in lemmas and parse.tokens[index].tag[:3] != "NNP" for index in indices)


def _is_shown(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether a work tells it: "a film in which rebels burn a palace", "the novel follows a girl who is abducted"."""
    words = scene.knowledge.language.background.metaphor
    if parse.lemmas.isdisjoint(words["works"]):
        return False
    return _hangs_on_work(act, parse, words["works"]) or _follows_work(act, parse, words)


def _hangs_on_work(act: ActMention, parse: Parse, works: Iterable[str]) -> bool:
    """Whether an act is told of a work, or by a work that is the subject above it."""
    at = act.index
    for head in parse.ancestors(act.index):
        token = parse.tokens[at]
        if relation(token) not in _SHOWN:
            return False
        about = relation(token) == "acl" or case_of(parse, at) == "about"
        beside = (kid.index for kid in parse.children(head.index, "compound"))  # "a stage set"
        if about and _any_of(parse, (head.index, *beside), works):
            return True
        told = relation(token) in ("ccomp", "obj", "xcomp", "obl")
        if is_verb(head) and told and _any_of(parse, (kid.index for kid in parse.children(head.index, "nsubj")), works):
            return True
        at = head.index
    return False


def _follows_work(act: ActMention, parse: Parse, words: Mapping[str, Sequence[str]]) -> bool:
    """Whether an act stands behind a work and a verb of telling; read from the order of the words."""
    work = next((token.index for token in parse.tokens if token.lemma in words["works"]), None)
    return work is not None and any(
        token.lemma in words["telling"] and token.tag in ("VBZ", "VBP") for token in parse.tokens[work : act.index]
    )
