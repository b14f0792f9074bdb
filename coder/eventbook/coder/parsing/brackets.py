"""Abbreviations in brackets amid a phrase: "a Border Security Force (BSF) jawan" is one noun phrase."""

from collections.abc import Sequence

from eventbook.coder.parsing.universal import Tree

_OF_THE_WHOLE = frozenset({"det", "nummod", "case"})


def join_over_brackets(tree: Tree, texts: Sequence[str]) -> None:
    """Hang the name before a bracket on the noun behind it where the parser made both the subject, in place."""
    for opening in range(1, len(texts) - 3):
        if texts[opening] != "(" or texts[opening + 2] != ")":
            continue
        name, noun = tree.heads[opening + 1], opening + 3
        both = tree.heads[name] == tree.heads[noun] and tree.deps[name] == tree.deps[noun]
        if tree.deps[opening + 1] != "appos" or name >= opening or not both or not tree.tags[noun].startswith("NN"):
            continue
        for kid in tree.below(name, *_OF_THE_WHOLE):
            if kid < name:
                tree.heads[kid] = noun
        tree.heads[name], tree.deps[name] = noun, "compound"
