"""Words that the parser hung on the wrong one: objects without a preposition, doers behind an object, results,
counts without a noun."""

from collections.abc import Sequence

from eventbook.coder.parsing.abbreviations import CALENDAR
from eventbook.coder.parsing.universal import Tree

_TIMES = frozenset({"day", "days", "week", "weeks", "month", "year", "years", "time", "times", "night", "morning"})
_NO_OBJECTS = CALENDAR | _TIMES
_LOOSE = frozenset({"parataxis", "acl", "appos", "dep"})
_WAYS = frozenset({"into", "onto", "from", "out", "off", "to"})  # before what people are dragged into or out of
_TAKEN = frozenset({"responsibility", "credit"})
_SEQUENCE = frozenset({"follow", "precede"})  # what stands behind their object is told of it


def mend_hangings(tree: Tree, texts: Sequence[str]) -> None:
    """Rehang such words in place."""
    claims = not _TAKEN.isdisjoint(tree.lemmas)
    for at in range(1, len(texts)):
        if tree.deps[at] == "obl":
            _as_object(tree, texts, at)
        elif tree.deps[at] == "obl:agent":
            _to_object(tree, at)
        elif tree.deps[at] == "nmod":
            _to_passive(tree, texts, at)
        elif tree.tags[at] == "VBG" and tree.deps[at] in _LOOSE and texts[at - 1] == ",":
            _to_verb(tree, at)
        elif tree.deps[at] == "advmod" and texts[at].lower() == "more":
            _as_subject(tree, at)
        elif claims and tree.deps[at] == "acl":
            _to_claimed(tree, at)
        if tree.deps[at] == "obl":
            _to_what_preceded(tree, at)
            if claims:
                _to_responsibility(tree, texts, at)


def _as_object(tree: Tree, texts: Sequence[str], at: int) -> None:
    """ "Shot to death three policemen": a noun without a preposition behind a verb without an object is its object."""
    verb = tree.heads[at]
    plain = tree.tags[at] in ("NN", "NNS") and texts[at].lower() not in _NO_OBJECTS and not tree.below(at, "case")
    if plain and verb < at and tree.tags[verb] in ("VBD", "VBZ", "VBP", "VB") and not tree.below(verb, "obj"):
        tree.deps[at] = "obj"


def _as_subject(tree: Tree, at: int) -> None:
    """ "Two more died of their injuries": a counted "more" before a verb without a subject is its subject."""
    verb = tree.heads[at]
    counted = any(kid == at - 1 and tree.tags[kid] == "CD" for kid in tree.below(at, "nummod"))
    if counted and at < verb and tree.tags[verb].startswith("VB") and not tree.below(verb, "nsubj", "nsubj:pass"):
        tree.deps[at] = "nsubj:pass" if tree.below(verb, "aux:pass") else "nsubj"


def _to_object(tree: Tree, at: int) -> None:
    """ "The protest followed an assault by gangs": an active verb with an object has no doer behind it."""
    if not tree.below(tree.heads[at], "aux:pass"):
        _to_object_before(tree, at)


def _to_passive(tree: Tree, texts: Sequence[str], at: int) -> None:
    """ "Was forced into a van by armed men", "was seized on his ranch, by masked men": they did it."""
    thing = tree.heads[at]
    verb = tree.heads[thing]
    if tree.deps[thing] != "obl":
        return
    cases = {texts[kid].lower() for kid in tree.below(at, "case")}
    ways = {texts[kid].lower() for kid in tree.below(thing, "case")}
    start = min([at, *tree.below(at)])
    led = not _WAYS.isdisjoint(ways) or "," in (texts[start], texts[start - 1])
    if led and "by" in cases and thing < at and tree.below(verb, "aux:pass") and not tree.below(verb, "obl:agent"):
        tree.heads[at], tree.deps[at] = verb, "obl:agent"


def _to_what_preceded(tree: Tree, at: int) -> None:
    """ "Followed an assault on Saturday": the day is that of the assault."""
    if tree.lemmas[tree.heads[at]] in _SEQUENCE:
        _to_object_before(tree, at)


def _to_responsibility(tree: Tree, texts: Sequence[str], at: int) -> None:
    """ "Claimed responsibility today for the attack": for what is told of the responsibility."""
    taken = [kid for kid in tree.below(tree.heads[at], "obj") if tree.lemmas[kid] in _TAKEN and kid < at]
    if taken and any(texts[kid].lower() == "for" for kid in tree.below(at, "case")):
        tree.heads[at], tree.deps[at] = taken[-1], "nmod"


def _to_claimed(tree: Tree, at: int) -> None:
    """ "Responsibility for the attack carried out today": it was the attack that was carried out."""
    taken = tree.heads[at]
    claimed = [kid for kid in tree.below(taken, "nmod") if taken < kid < at]
    if tree.lemmas[taken] in _TAKEN and claimed:
        tree.heads[at] = claimed[-1]


def _to_object_before(tree: Tree, at: int) -> None:
    """Hang a noun on the object before it, where their verb has a subject."""
    verb = tree.heads[at]
    objects = [kid for kid in tree.below(verb, "obj") if kid < at]
    if objects and tree.below(verb, "nsubj"):
        tree.heads[at], tree.deps[at] = objects[-1], "nmod"


def _to_verb(tree: Tree, at: int) -> None:
    """ "Moved through Medan, Indonesia, attacking shops": a clause of result is no town's."""
    head = tree.heads[at]
    if tree.tags[head] not in ("NNP", "NNPS") or head > at:
        return
    seen = set()
    while not tree.tags[head].startswith("VB") and tree.heads[head] != head and head not in seen:
        seen.add(head)
        head = tree.heads[head]
    if tree.tags[head].startswith("VB") and head < at:
        tree.heads[at], tree.deps[at] = head, "advcl"
