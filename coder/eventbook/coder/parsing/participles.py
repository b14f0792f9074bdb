"""Participles that only qualify a noun, though the parser read a clause: "by enraged residents", "a soldier wounded in
a clash died"."""

from collections.abc import Sequence

from eventbook.coder.parsing.universal import Tree

_CLAUSES = frozenset({"advcl", "acl"})


def free_participles(tree: Tree, texts: Sequence[str]) -> None:
    """Hang "by enraged residents" on its passive and "eleven logging trucks" on its noun, in place.

    Of two verbs without a word between that joins them, the first tells only of the subject of the second.
    """
    for at in range(1, len(texts) - 1):
        if tree.tags[at] in ("VBD", "VBN") and tree.deps[at] in ("root", "ccomp", "parataxis", "advcl"):
            _under_subject(tree, texts, at)
    for at in range(1, len(texts) - 1):
        noun = at + 1
        if tree.deps[at] not in _CLAUSES or tree.heads[noun] != at or tree.deps[noun] != "obj":
            continue
        if tree.tags[noun] != "NNS":
            continue
        if tree.tags[at] in ("VBD", "VBN", "JJ") and texts[at - 1].lower() == "by" and tree.heads[at - 1] == at:
            _qualify(tree, at, tree.heads[at], "obl:agent")
            tree.heads[at - 1], tree.deps[at - 1] = noun, "case"
        elif tree.tags[at] == "VBG" and tree.tags[at - 1] == "CD" and tree.deps[at - 1] in ("obl", "obj", "nmod"):
            number = at - 1
            head, dep = tree.heads[number], tree.deps[number]
            for kid in tree.below(number, "case"):
                tree.heads[kid] = noun
            _qualify(tree, at, head, dep)
            tree.heads[number], tree.deps[number] = noun, "nummod"


def _under_subject(tree: Tree, texts: Sequence[str], first: int) -> None:
    """ "A soldier wounded in a clash died": hang the first verb on the subject, where a second one follows."""
    subjects = [kid for kid in tree.below(first, "nsubj", "nsubj:pass") if kid == first - 1]
    if not subjects or tree.below(first, "aux", "aux:pass", "obj"):
        return
    head, dep = tree.heads[first], tree.deps[first]
    above = [head] if dep == "ccomp" and head > first else []
    verbs = [verb for verb in (*tree.below(first, "conj"), *above) if _goes_on(tree, texts, first, verb)]
    if not verbs:
        return
    subject, verb = subjects[0], verbs[0]
    if verb != head:
        tree.heads[verb], tree.deps[verb] = (verb if head == first else head), dep
    tree.heads[subject], tree.deps[subject] = verb, "nsubj:pass" if tree.below(verb, "aux:pass") else "nsubj"
    tree.heads[first], tree.deps[first], tree.tags[first] = subject, "acl", "VBN"
    for kid in tree.below(first, "cc", "punct"):
        tree.heads[kid] = verb


def _goes_on(tree: Tree, texts: Sequence[str], first: int, verb: int) -> bool:
    """Whether a verb without a subject stands behind the first with no "and" and no comma before it."""
    if verb < first or tree.tags[verb] not in ("VBD", "VBN") or tree.below(verb, "cc", "nsubj", "nsubj:pass"):
        return False
    start = min([verb, *tree.below(verb, "aux", "aux:pass")])
    return texts[start - 1] not in (",", ";", ":")


def _qualify(tree: Tree, participle: int, head: int, dep: str) -> None:
    """Make the participle an adjective of the noun behind it; what hung on it hangs on the verb above."""
    noun = participle + 1
    for kid in tree.below(participle):
        if kid not in (noun, participle - 1):
            tree.heads[kid] = head
    tree.heads[noun], tree.deps[noun] = head, dep
    tree.heads[participle], tree.deps[participle] = noun, "amod"
