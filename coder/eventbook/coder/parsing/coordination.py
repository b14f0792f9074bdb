"""Two plural nouns that the parser read as one: "Malian soldiers and Wagner mercenaries killed 15"."""

from collections.abc import Sequence

from eventbook.coder.parsing.universal import Tree


def mend_coordination(tree: Tree) -> None:
    """Make the first of two such nouns the head in place, and the last what is joined to it."""
    for at in range(len(tree.heads)):
        last = tree.heads[at]
        if tree.deps[at] != "compound" or tree.tags[at] != "NNS" or tree.tags[last] != "NNS":
            continue
        joined = [kid for kid in tree.below(at, "conj") if at < kid < last]
        if joined:
            _part(tree, at, last, joined)


def _part(tree: Tree, first: int, last: int, joined: Sequence[int]) -> None:
    above = tree.heads[last]
    tree.heads[first], tree.deps[first] = (above if above != last else first), tree.deps[last]
    tree.heads[last], tree.deps[last] = first, "conj"
    for kid in joined:  # "Wagner" of "Wagner mercenaries"
        for word in tree.below(kid, "cc"):
            tree.heads[word] = last
        tree.heads[kid], tree.deps[kid] = last, "amod" if tree.tags[kid].startswith("JJ") else "compound"
    for kid in tree.below(last, "det", "amod", "nummod", "nmod:poss", "case"):
        if kid < first:
            tree.heads[kid] = first
