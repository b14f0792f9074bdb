"""Which acts of a sentence happened, and were deeds: the others are future, denied, figures of speech, accidents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.status import Status, read_modality, read_status
from eventbook.coder.clauses.tree import is_verb, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.backdrop import read_backdrop
from eventbook.coder.events.context import Scene
from eventbook.coder.events.figurative import read_figure
from eventbook.coder.events.misfortunes import read_misfortune
from eventbook.coder.events.participants import side_at
from eventbook.coder.events.records import ActMention, Dropped
from eventbook.coder.parsing.records import Parse

_ASSAULT = frozenset({"force", "armed", "assault", "offensive"})
_SUFFERED = frozenset({"death", "injury", "damage", "fire"})
_GOES_ON = frozenset({"accident", "metaphor", "test"})  # reasons that hold for what is told with "and" as well


def split_by_status(parse: Parse, acts: Sequence[ActMention], scene: Scene) -> tuple[list[ActMention], list[Dropped]]:
    """The acts that happened, and the others with the reason why they make no event."""
    kept: list[ActMention] = []
    dropped: list[Dropped] = []
    because: dict[int, str] = {}
    # "fired tear gas to disperse the rioting crowd": the attempt is the act, and the crowd was rioting
    tried = {act.index for act in acts if "dispersal" in act.features and parse.tokens[act.index].dep == "advcl"}
    for act in (_as_assault(act, parse, scene) for act in acts):
        status = _read_status(act, parse, scene)
        reason = read_figure(act, acts, parse, scene) or read_misfortune(act, acts, parse, scene) or status.reason
        reason = reason or read_backdrop(act, parse, scene)
        if reason == "denied" and "unopposed" in act.features:
            reason = None  # "meeting no resistance"
        if reason == "future" and (act.index in tried or status.token in tried):
            reason = None
        if reason == "future" and act.features & {"gathering", "demand"} and _comes_for(parse, act.index):
            reason = None  # "gathered to protest": who comes together for it does it
        if reason == "future" and "dispersal" in act.features and _is_attempt(parse, act.index, scene):
            reason = None  # "police tried to break up the march": an intervention
        if reason is None:
            kept.append(act)
        else:
            because[act.index] = reason
            dropped.append(Dropped(act.start, act.end, reason, acts=(act.act,)))
    burst = any(because.get(act.index) == "accident" and "explosive" in act.features for act in acts)
    taken = [
        (act, reason)
        for act in kept
        if (reason := _from_above(act, parse, because) or ("accident" if burst and _is_suffered(act, parse) else None))
    ]
    dropped.extend(Dropped(act.start, act.end, reason, acts=(act.act,)) for act, reason in taken)
    return [act for act in kept if all(act is not other for other, _ in taken)], dropped


def _read_status(act: ActMention, parse: Parse, scene: Scene) -> Status:
    """The status of an act, and of the last verb of its phrase: "placed them on alert and would bomb the line"."""
    status = read_status(parse, act.index, scene.knowledge.status)
    last = parse.token_at(act.end - 1)
    if status.reason or last is None or last.index == act.index or not is_verb(last):
        return status
    return read_modality(parse, last.index, scene.knowledge.status)


def _from_above(act: ActMention, parse: Parse, because: Mapping[int, str]) -> str | None:
    """The reason of an act that this one only goes on to tell: "a volcano erupted, hurling rocks on the town"."""
    caused = [token.index for token in parse.children(act.index, "nsubj") if because.get(token.index) == "accident"]
    if caused and act.features <= _SUFFERED | {"lethal", "force"}:
        return "accident"  # "an explosion of methane killed 24 miners"
    at = act.index
    while relation(parse.tokens[at]) in ("advcl", "conj", "xcomp", "acl"):
        subject = parse.child(at, "nsubj", "nsubj:pass")
        if subject is not None and (subject.tag not in ("WP", "WDT") or subject.text.lower() == "who"):
            return None  # "riot police, who beat them"
        at = parse.tokens[at].head
        if because.get(at) in _GOES_ON:
            return because[at]
    return None


def _is_suffered(act: ActMention, parse: Parse) -> bool:
    """Whether nobody did it: "twenty perished when a tank blew up"."""
    return act.features <= _SUFFERED and not read_roles(parse, act.index).agents


def _as_assault(act: ActMention, parse: Parse, scene: Scene) -> ActMention:
    """ "Rebels tried to seize the town": where armed men attempt it, the attempt is an assault."""
    token = parse.tokens[act.index]
    head = parse.tokens[token.head]
    noun = relation(token) == "acl" and not is_verb(head)
    told = noun or (token.dep == "xcomp" and head.tag in ("VBD", "VBN"))
    if not (told and act.features & {"control", "assault"}):
        return act
    if head.lemma not in scene.knowledge.language.background.future["attempts"]:
        return act
    doers = (side_at(parse, index, scene) for index in read_roles(parse, head.index).agents)
    if not any(doer is not None and doer.category in scene.codebook.actors.classes.armed for doer in doers):
        return act
    part = "noun" if noun else act.part
    return replace(act, act="offensive", features=_ASSAULT, index=head.index, part=part, weak=False, object=None)


def _is_attempt(parse: Parse, index: int, scene: Scene) -> bool:
    """Whether an act is what somebody tries: "were attempting to disperse", "in an attempt to disperse"."""
    token = parse.tokens[index]
    tried = parse.tokens[token.head].lemma in scene.knowledge.language.background.future["attempts"]
    return tried and relation(token) in ("xcomp", "acl")


def _comes_for(parse: Parse, index: int) -> bool:
    """Whether a purpose is that of people who have come together: "hundreds gathered to protest"."""
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    happened = head.tag in ("VBD", "VBN") and all(kid.lemma == "have" for kid in parse.children(head.index, "aux"))
    return token.dep == "advcl" and happened and head.lemma in grammar().assembling_verbs
