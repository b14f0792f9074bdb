"""Trees as tables of tests write them: "word/tag/relation/head" for each word."""

from collections.abc import Callable, Sequence

from eventbook.coder.parsing.universal import Tree

Mend = Callable[[Tree, Sequence[str]], None]


def mended(mend: Mend, written: str) -> str:
    """What a mend makes of a written tree."""
    texts, tree = _tree(written)
    mend(tree, texts)
    return _told(texts, tree)


def unchanged(written: str) -> str:
    """A written tree as it is, in the words of `mended`."""
    return _told(*_tree(written))


def _tree(written: str) -> tuple[list[str], Tree]:
    cells = [word.split("/") for word in written.split()]
    heads, deps, tags = [int(c[3]) for c in cells], [c[2] for c in cells], [c[1] for c in cells]
    return [c[0] for c in cells], Tree(heads=heads, deps=deps, tags=tags, lemmas=[c[0].lower() for c in cells])


def _told(texts: list[str], tree: Tree) -> str:
    rows = zip(texts, tree.deps, tree.heads, strict=True)
    return "; ".join(f"{text} {dep} {texts[head]}" for text, dep, head in rows)
