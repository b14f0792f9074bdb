"""Days and places that open a sentence, freed from the subject behind them: "On Sunday gunmen shot"."""

from collections.abc import Sequence

from eventbook.coder.parsing.abbreviations import CALENDAR
from eventbook.coder.parsing.universal import Tree

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_TIMES = frozenset({"morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn"})
_AT = frozenset({"in", "at", "near"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LATEST = 3  # words before the preposition: "Also on Sunday", "Late on Sunday"
_WITHIN = ("compound", "amod", "nmod:unmarked", "nummod", "det", "nmod:poss", "flat", "punct", "case")


def free_opening(tree: Tree, texts: Sequence[str]) -> None:
    """Let an opening phrase end before the subject that the parser drew into it, in place."""
    for at in range(min(_LATEST, len(texts) - 2)):
        if tree.deps[at] == "case" and tree.heads[at] > at + 1:
            _free(tree, texts, at)
            return


def _free(tree: Tree, texts: Sequence[str], case: int) -> None:
    subject = tree.heads[case]
    verb = tree.heads[subject]
    last = _end_of_opening(tree, texts, case, subject)
    if last is None or verb <= subject or not _lacks_subject(tree, subject, verb):
        return
    tree.heads[last], tree.deps[last] = verb, "obl"
    for at in range(case, last):
        if tree.heads[at] == subject:
            tree.heads[at] = last
    for at in range(case):
        if tree.heads[at] == subject:  # "Late on Sunday"
            tree.heads[at] = verb
    if tree.deps[subject] not in _SUBJECTS:
        tree.deps[subject] = "nsubj:pass" if tree.below(verb, "aux:pass") else "nsubj"


def _end_of_opening(tree: Tree, texts: Sequence[str], case: int, subject: int) -> int | None:
    """The last word of the day or place behind the preposition; None where all may be one phrase."""
    if any(tree.deps[at] not in _WITHIN for at in range(case + 1, subject)) or not tree.tags[subject].startswith("NN"):
        return None
    first = case + 1
    if tree.tags[first] == "CD" and texts[first + 1].lower() in CALENDAR:
        first += 1  # "On 5 March gunmen"
    if texts[first].lower() not in CALENDAR:
        town = tree.tags[first] == "NNP" and first + 1 == subject and tree.tags[subject] == "NNS"
        return first if town and texts[case].lower() in _AT else None  # "In Kabul gunmen"
    last = first
    while last + 1 < subject and (texts[last + 1].lower() in _TIMES or texts[last + 1].lower() in CALENDAR):
        last += 1
    return last if last < subject and texts[subject].lower() not in _TIMES else None


def _lacks_subject(tree: Tree, subject: int, verb: int) -> bool:
    """Whether the noun is the subject of a finite verb, or the only one that it can have."""
    if tree.deps[subject] in _SUBJECTS:
        return True
    helped = any(tree.tags[at] in _FINITE for at in tree.below(verb, "aux", "aux:pass"))
    others = tree.below(verb, "nsubj", "nsubj:pass", "csubj", "expl")
    return tree.deps[subject] == "obl" and (tree.tags[verb] in _FINITE or helped) and not others
