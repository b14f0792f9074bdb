"""Which acts of a sentence happened, and were deeds: the others are future, denied, figures of speech, accidents."""

from collections.abc import Sequence

from eventbook.coder.clauses.status import read_status
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.figurative import read_figure
from eventbook.coder.events.misfortunes import read_misfortune
from eventbook.coder.events.records import ActMention, Dropped
from eventbook.coder.parsing.records import Parse

_BEFORE_ACT = 24  # characters before an act in which "five years after the" may stand


def split_by_status(parse: Parse, acts: Sequence[ActMention], scene: Scene) -> tuple[list[ActMention], list[Dropped]]:
    """The acts that happened, and the others with the reason why they make no event."""
    kept: list[ActMention] = []
    dropped: list[Dropped] = []
    # "fired tear gas to disperse the rioting crowd": the attempt is the act, and the crowd was rioting
    tried = {act.index for act in acts if "dispersal" in act.features and parse.tokens[act.index].dep == "advcl"}
    for act in acts:
        status = read_status(parse, act.index, scene.knowledge.status)
        reason = read_figure(act, parse, scene) or read_misfortune(act, acts, parse, scene) or status.reason
        reason = reason or _standing(act, parse, scene)
        if reason == "future" and (act.index in tried or status.token in tried):
            reason = None
        if reason == "future" and "gathering" in act.features and _comes_for(parse, act.index):
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
    if "control" in act.features and act.part == "verb" and token.dep == "amod":
        return "background"  # "the occupied West Bank"
    if "movement" in act.features and token.tag == "VBN" and token.dep in ("acl", "amod"):
        return "background"
    before = scene.text[max(parse.start, act.start - _BEFORE_ACT) : act.start].lower()
    if act.part == "noun" and any(phrase in before for phrase in words.history["long_after"]):
        return "background"  # "five years after the massacre"
    settled = "agreement" in act.features and act.part == "noun" and token.dep in ("nsubj", "nsubj:pass", "obj")
    return "denied" if settled and head.lemma in words.denied["agreement_breakers"] else None


def _comes_for(parse: Parse, index: int) -> bool:
    """Whether a purpose is that of people who have come together: "hundreds gathered to protest"."""
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    happened = head.tag in ("VBD", "VBN") and parse.child(head.index, "aux") is None
    return token.dep == "advcl" and happened and head.lemma in grammar().assembling_verbs
