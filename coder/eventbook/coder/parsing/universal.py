"""Trees of other label schemes (ClearNLP, as in ``en_core_web_*``) made Universal.

The reading rules know one scheme.  ClearNLP hangs nouns below their prepositions and
predicates below "be", and chains conjuncts; Universal Dependencies put content words on
top and all conjuncts below the first.
"""

from dataclasses import dataclass

CLEARNLP_ONLY = frozenset({
    "nsubjpass", "csubjpass", "auxpass", "dobj", "pobj", "pcomp", "prep", "agent", "attr", "acomp", "oprd",
    "dative", "poss", "relcl", "prt", "neg", "npadvmod", "quantmod", "predet", "preconj", "intj", "meta",
})  # fmt: skip

_RENAMED = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "poss": "nmod:poss",
    "relcl": "acl:relcl", "prt": "compound:prt", "neg": "advmod", "quantmod": "advmod", "predet": "det:predet",
    "preconj": "cc:preconj", "intj": "discourse", "meta": "dep", "oprd": "xcomp",
    "attr": "xcomp", "acomp": "xcomp", "dative": "iobj", "prep": "advmod", "agent": "advmod", "complm": "mark",
    "pobj": "obl", "pcomp": "advcl",
}  # fmt: skip
_PREPOSITION = frozenset({"prep", "agent", "dative"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "$"})


@dataclass(slots=True)
class Tree:
    """Heads (own index for the root), relations, tags and lemmas of one sentence."""

    heads: list[int]
    deps: list[str]
    tags: list[str]
    lemmas: list[str]

    def below(self, index: int, *deps: str) -> list[int]:
        """The children of a token that have one of the relations (any, if none is named), left to right."""
        return [
            at for at, head in enumerate(self.heads)
            if head == index != at and (not deps or self.deps[at] in deps)
        ]  # fmt: skip


def to_universal(tree: Tree) -> None:
    """Re-head and relabel a ClearNLP tree in place; a tree without such labels is left as it is."""
    if CLEARNLP_ONLY.isdisjoint(tree.deps):
        return
    # There "nmod" is a noun or name before a noun; set aside before it gets its Universal meaning.
    tree.deps[:] = ["compound" if dep == "nmod" else dep for dep in tree.deps]
    _flatten_coordination(tree)
    for index in range(len(tree.deps)):
        if tree.deps[index] in _PREPOSITION or tree.below(index, "pobj"):
            _raise_object(tree, index)
    for index, lemma in enumerate(tree.lemmas):
        if lemma == "be" and tree.deps[index] not in ("aux", "auxpass"):
            _raise_predicate(tree, index)
    for index, dep in enumerate(tree.deps):
        if dep == "npadvmod":
            tree.deps[index] = "nmod:unmarked" if tree.tags[tree.heads[index]] in _NOUN_TAGS else "obl:unmarked"
        else:
            tree.deps[index] = _RENAMED.get(dep, dep)


def _flatten_coordination(tree: Tree) -> None:
    """Hang every conjunct below the first one, and "and" below the conjunct that follows it."""
    for index, dep in enumerate(tree.deps):
        if dep == "cc":
            after = [at for at in tree.below(tree.heads[index], "conj") if at > index]
            if after:
                tree.heads[index] = after[0]
    for index, dep in enumerate(tree.deps):
        if dep == "conj":
            first = tree.heads[index]
            while tree.deps[first] == "conj" and tree.heads[first] != first:
                first = tree.heads[first]
            tree.heads[index] = first


def _raise_object(tree: Tree, preposition: int) -> None:
    """Put the object of a preposition in its place: "in" is then the case of "Mosul"."""
    head, dep = tree.heads[preposition], tree.deps[preposition]
    inner = _object_of(tree, preposition)
    if inner is None:
        if tree.tags[preposition] not in _NOUN_TAGS:
            tree.deps[preposition] = "advmod"
        return
    clause = tree.deps[inner] == "pcomp"
    of_noun = tree.tags[head] in _NOUN_TAGS
    if dep == "agent":
        tree.deps[inner] = "obl:agent"
    elif dep not in _PREPOSITION:
        tree.deps[inner] = dep
    elif clause:
        tree.deps[inner] = "acl" if of_noun else "advcl"
    else:
        tree.deps[inner] = "nmod" if of_noun else "obl"
    tree.heads[inner] = inner if head == preposition else head
    for at in tree.below(preposition):
        tree.heads[at] = inner
    tree.heads[preposition] = inner
    tree.deps[preposition] = "mark" if clause else "case"


def _object_of(tree: Tree, preposition: int) -> int | None:
    """The noun or clause that a preposition governs, through another preposition ("from behind the house") too."""
    found = tree.below(preposition, "pobj", "pcomp")
    if found:
        return found[0]
    for inner in tree.below(preposition, "prep"):
        deeper = _object_of(tree, inner)
        if deeper is not None:
            tree.heads[inner], tree.deps[inner] = deeper, "case"
            tree.heads[deeper] = preposition
            return deeper
    return None


def _raise_predicate(tree: Tree, copula: int) -> None:
    """Put what somebody is in the place of "be": the noun, the adjective, or the place where they are."""
    predicates = tree.below(copula, "attr", "acomp")
    if not predicates and tree.below(copula, "nsubj") and not tree.below(copula, "expl"):
        predicates = [at for at in tree.below(copula, "obl") if at > copula][:1]
    if not predicates:
        return
    predicate = predicates[0]
    head, dep = tree.heads[copula], tree.deps[copula]
    for at in tree.below(copula):
        tree.heads[at] = predicate
    tree.heads[predicate] = predicate if head == copula else head
    tree.deps[predicate] = dep
    tree.heads[copula], tree.deps[copula] = predicate, "cop"
