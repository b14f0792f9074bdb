"""ClearNLP trees made Universal."""

import pytest

from eventbook.coder.parsing.universal import Tree, to_universal

# word/tag/relation/head, as a ClearNLP parser gives them; the root is its own head
CLEARNLP = {
    "active with a prepositional object": (
        "Rebels/NNS/nsubj/1 attacked/VBD/ROOT/1 soldiers/NNS/dobj/1 in/IN/prep/1 Goma/NNP/pobj/3",
        "Rebels nsubj attacked; attacked root attacked; soldiers obj attacked; in case Goma; Goma obl attacked",
    ),
    "passive with an agent": (
        "Two/CD/nummod/1 men/NNS/nsubjpass/3 were/VBD/auxpass/3 shot/VBN/ROOT/3 by/IN/agent/3 police/NNS/pobj/4",
        "Two nummod men; men nsubj:pass shot; were aux:pass shot; shot root shot; by case police; "
        "police obl:agent shot",
    ),
    "a noun's preposition gives nmod": (
        "The/DT/det/1 killing/NN/ROOT/1 of/IN/prep/1 villagers/NNS/pobj/2",
        "The det killing; killing root killing; of case villagers; villagers nmod killing",
    ),
    "a predicate noun is raised over be": (
        "He/PRP/nsubj/1 is/VBZ/ROOT/1 the/DT/det/3 chief/NN/attr/1",
        "He nsubj chief; is cop chief; the det chief; chief root chief",
    ),
    "a place is raised over be": (
        "Troops/NNS/nsubj/1 were/VBD/ROOT/1 in/IN/prep/1 Mosul/NNP/pobj/2",
        "Troops nsubj Mosul; were cop Mosul; in case Mosul; Mosul root Mosul",
    ),
    "conjuncts hang below the first": (
        "Police/NN/nsubj/1 shot/VBD/ROOT/1 men/NNS/dobj/1 ,/,/punct/2 women/NNS/conj/2 and/CC/cc/4 boys/NNS/conj/4",
        "Police nsubj shot; shot root shot; men obj shot; , punct men; women conj men; and cc boys; boys conj men",
    ),
    "a relative clause and a possessor": (
        "Mali/NNP/poss/2 's/POS/case/0 army/NN/ROOT/2 which/WDT/nsubj/4 fled/VBD/relcl/2",
        "Mali nmod:poss army; 's case Mali; army root army; which nsubj fled; fled acl:relcl army",
    ),
    "a chain of prepositions has one object": (
        "They/PRP/nsubj/1 fired/VBD/ROOT/1 from/IN/prep/1 behind/IN/prep/2 trees/NNS/pobj/3",
        "They nsubj fired; fired root fired; from case trees; behind case trees; trees obl fired",
    ),
    "a clause behind a preposition": (
        "They/PRP/nsubj/1 fled/VBD/ROOT/1 after/IN/prep/1 killing/VBG/pcomp/2 two/CD/dobj/3",
        "They nsubj fled; fled root fled; after mark killing; killing advcl fled; two obj killing",
    ),
    "a preposition without an object is an adverb": (
        "They/PRP/nsubj/1 marched/VBD/ROOT/1 past/IN/prep/1 yesterday/NN/npadvmod/1",
        "They nsubj marched; marched root marched; past advmod marched; yesterday obl:unmarked marched",
    ),
    "a preposition as root gives way to its object": (
        "In/IN/ROOT/0 Goma/NNP/pobj/0",
        "In case Goma; Goma root Goma",
    ),
    "Universal labels are left alone": (
        "Rebels/NNS/nsubj/1 fled/VBD/ROOT/1 Goma/NNP/obj/1",
        "Rebels nsubj fled; fled root fled; Goma obj fled",
    ),
}
LEMMAS = {"is": "be", "were": "be"}


@pytest.mark.parametrize("name", CLEARNLP)
def test_tree_is_converted(name: str) -> None:
    written, wanted = CLEARNLP[name]
    rows = [token.rsplit("/", 3) for token in written.split()]
    words = [row[0] for row in rows]
    tree = Tree(
        heads=[int(row[3]) for row in rows],
        deps=[row[2] for row in rows],
        tags=[row[1] for row in rows],
        lemmas=[LEMMAS.get(word, word.lower()) for word in words],
    )
    to_universal(tree)
    triples = zip(words, tree.deps, (words[head] for head in tree.heads), strict=True)
    found = "; ".join(f"{word} {'root' if dep == 'ROOT' else dep} {head}" for word, dep, head in triples)
    assert found == wanted
