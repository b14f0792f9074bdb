"""Participles before a noun qualify it."""

import pytest

from eventbook.coder.parsing.participles import free_participles

from .trees import mended, unchanged

# word/tag/relation/head as the parser gave them; what became of them
FREED = {
    "a passive's doers": (
        "Men/NNS/nsubj:pass/2 were/VBD/aux:pass/2 beaten/VBN/root/2 by/IN/mark/4 enraged/VBD/advcl/2 "
        "residents/NNS/obj/4 today/NN/obl/4",
        "Men nsubj:pass beaten; were aux:pass beaten; beaten root beaten; by case residents; enraged amod residents; "
        "residents obl:agent beaten; today obl beaten",
    ),
    "things that are counted": (
        "They/PRP/nsubj/1 burned/VBD/root/1 eleven/CD/obj/1 logging/VBG/advcl/1 trucks/NNS/obj/3",
        "They nsubj burned; burned root burned; eleven nummod trucks; logging amod trucks; trucks obj burned",
    ),
}
KEPT = {
    "how it was done": (
        "They/PRP/nsubj/1 fled/VBD/root/1 by/IN/mark/3 stealing/VBG/advcl/1 cars/NNS/obj/3"
    ),
    "what somebody did meanwhile": (
        "Police/NNS/nsubj/1 fired/VBD/root/1 ,/,/punct/3 wounding/VBG/advcl/1 men/NNS/obj/3"
    ),
}


@pytest.mark.parametrize(("written", "expected"), FREED.values(), ids=FREED)
def test_a_participle_qualifies_the_noun_behind_it(written: str, expected: str) -> None:
    assert mended(free_participles, written) == expected


@pytest.mark.parametrize("written", KEPT.values(), ids=KEPT)
def test_a_clause_stays_one(written: str) -> None:
    assert mended(free_participles, written) == unchanged(written)
