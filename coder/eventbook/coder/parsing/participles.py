"""Participles that only qualify the noun behind them, though the parser read a clause: "by enraged residents"."""

from collections.abc import Sequence

from eventbook.coder.parsing.universal import Tree

_CLAUSES = frozenset({"advcl", "acl"})


def free_participles(tree: Tree, texts: Sequence[str]) -> None:
    """Hang "by enraged residents" on its passive and "eleven logging trucks" on its noun, in place."""
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


def _qualify(tree: Tree, participle: int, head: int, dep: str) -> None:
    """Make the participle an adjective of the noun behind it; what hung on it hangs on the verb above."""
    noun = participle + 1
    for kid in tree.below(participle):
        if kid not in (noun, participle - 1):
            tree.heads[kid] = head
    tree.heads[noun], tree.deps[noun] = head, dep
    tree.heads[participle], tree.deps[participle] = noun, "amod"
