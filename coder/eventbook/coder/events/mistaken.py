"""Words of an act that tell of something else here: crowds that go home, soldiers who fall back, coal mines."""

from collections.abc import Sequence

from eventbook.coder.acts.finding import ActHit
from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.tree import case_of, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

STRUCK = frozenset({"force", "remote"})  # features of a word of striking: from near or from afar


def is_mistaken(parse: Parse, hit: ActHit, tokens: Sequence[int], head: Token) -> bool:
    """Whether the words at `tokens`, with their head, do not tell of the act that they stand for in the lexicon."""
    act = hit.pattern.act
    if hit.pattern.part == "phrase" and act.act.startswith("mine_"):
        return parse.tokens[tokens[0]].dep != "nsubj"  # "an explosion in a coal mine killed 24"
    if act.weak and frozenset(act.features) == STRUCK:
        return head.index > 0 and parse.tokens[head.index - 1].text == "-"  # "the recession-hit country"
    if act.act == "demonstrate" and hit.pattern.part == "noun" and _is_front(parse, head):
        return True
    if hit.pattern.part == "noun" and len(tokens) == 1 and _is_in_name(parse, head):
        return True
    if act.act == "abduct" and head.dep == "amod":  # "the kidnapped priest was freed"
        return parse.tokens[parse.tokens[head.head].head].lemma in grammar().freeing_verbs
    if act.act == "explode":
        held = (kid.lemma for kid in parse.children(head.index, "nsubj"))
        return head.lemma == "go" and any(noun in grammar().held_events for noun in held)  # "the protest went off well"
    if act.act == "offensive" and hit.pattern.part == "verb":
        return _is_pursuit(parse, head)
    if act.act == "cause_damage":
        return relation(head) == "acl"  # "his home was the target of an attack which caused damage"
    if act.act == "deploy":
        return any(kid.tag == "VBG" for kid in parse.children(head.index, "xcomp"))  # "sending soldiers fleeing"
    if act.act == "leave_place" and hit.pattern.part == "verb":
        return _pulls_hurt(parse, head)
    if act.act == "wound":
        return any(kid.text.lower() == "the" for kid in parse.children(head.index, "det"))  # "treated the wounded"
    if act.act == "mass_grave":
        return _is_burial(parse, head)
    if act.act == "die":
        return _falls_elsewhere(parse, tokens[-1]) or _are_the_dead(parse, head)
    return "dispersal" in act.features and hit.pattern.part == "verb" and _parts_itself(parse, head)


def _is_pursuit(parse: Parse, verb: Token) -> bool:
    """Whether an operation is a search: "launched an operation to find those responsible", "a search operation"."""
    nouns = [verb.index, *(kid.index for kid in parse.children(verb.index, "obj"))]
    told = (kid.lemma for at in nouns for kid in parse.children(at, "advcl", "acl", "xcomp", "compound"))
    return not grammar().pursuing_verbs.isdisjoint(told)


def _is_in_name(parse: Parse, noun: Token) -> bool:
    """Whether a word is a person's name: "police Major Raid Moussa said"."""
    behind = parse.tokens[noun.index + 1] if noun.index + 1 < len(parse.tokens) else noun
    before = parse.tokens[noun.index - 1] if noun.index else noun
    named = all(word.text[:1].isupper() and not word.text.isupper() for word in (before, noun, behind))
    joined = noun.head == behind.index or behind.head == noun.index
    return named and joined and noun.dep in ("nmod:desc", "flat", "compound") and behind.tag == "NNP"


def _is_front(parse: Parse, noun: Token) -> bool:
    """Whether a word for a march is the name of a party: "the Morcha", "Gorkha Janmukti Morcha"."""
    written = noun.text[:1].isupper() and not noun.text.isupper() and noun.index > 0
    return written and noun.lemma in grammar().front_names


def _pulls_hurt(parse: Parse, verb: Token) -> bool:
    """Whether the hurt or dead are moved, and no forces leave: "pulling the injured out", "left a body"."""
    helped = (kid.text.lower() for kid in parse.children(verb.index, "obj", "nsubj:pass"))
    return verb.lemma in ("pull", "leave") and any(word in grammar().hurt_words for word in helped)


def _is_burial(parse: Parse, grave: Token) -> bool:
    """Whether somebody is laid in a grave, and none found: "the bodies were thrown into a mass grave"."""
    return case_of(parse, grave.index) == "into" or parse.tokens[grave.head].lemma in grammar().burying_verbs


def _are_the_dead(parse: Parse, word: Token) -> bool:
    """Whether those who died are only spoken of: "the dead of Ogossagou were drawn from the wells", "families of the
    dead", not "the number of the dead"."""
    spoken = word.text.lower() == "dead" and any(kid.text.lower() == "the" for kid in parse.children(word.index, "det"))
    if word.dep == "nmod":
        return spoken and parse.tokens[word.head].lemma in grammar().kin_nouns
    return spoken and word.dep in ("nsubj", "nsubj:pass") and parse.child(word.index, "nmod") is not None


def _falls_elsewhere(parse: Parse, last: int) -> bool:
    """Whether who fell is not dead: "the soldiers fell back", "fell ill", "the number of soldiers fell by a third"."""
    after = parse.tokens[last + 1].text.lower() if last + 1 < len(parse.tokens) else ""
    return parse.tokens[last].lemma == "fall" and after in grammar().falling_words


def _parts_itself(parse: Parse, token: Token) -> bool:
    """Whether a crowd goes home of itself: "the rally broke up", not "police dispersed the marchers"."""
    roles = read_roles(parse, token.index)
    return token.lemma in grammar().parting_verbs and bool(roles.agents) and not roles.patients
