"""Words that the parser hung on the wrong one, and abbreviations in brackets."""

import pytest

from eventbook.coder.parsing.brackets import join_over_brackets
from eventbook.coder.parsing.hangings import mend_hangings

from .trees import Mend, mended, unchanged

# mend, word/tag/relation/head as the parser gave them, what became of them
MENDED: dict[str, tuple[Mend, str, str]] = {
    "an object without a preposition": (
        mend_hangings,
        "Gunmen/NNS/nsubj/1 shot/VBD/root/1 to/IN/case/3 death/NN/obl/1 guards/NNS/obl/1",
        "Gunmen nsubj shot; shot root shot; to case death; death obl shot; guards obj shot",
    ),
    "doers behind the object of an active verb": (
        mend_hangings,
        "It/PRP/nsubj/1 followed/VBD/root/1 raids/NNS/obj/1 by/IN/case/4 gangs/NNS/obl:agent/1",
        "It nsubj followed; followed root followed; raids obj followed; by case gangs; gangs nmod raids",
    ),
    "the day of what went before": (
        mend_hangings,
        "They/PRP/nsubj/1 follow/VBP/root/1 raids/NNS/obj/1 on/IN/case/4 Sunday/NNP/obl/1",
        "They nsubj follow; follow root follow; raids obj follow; on case Sunday; Sunday nmod raids",
    ),
    "a result behind a town": (
        mend_hangings,
        "They/PRP/nsubj/1 roamed/VBD/root/1 Medan/NNP/obj/1 ,/,/punct/4 attacking/VBG/parataxis/2 shops/NNS/obj/4",
        "They nsubj roamed; roamed root roamed; Medan obj roamed; , punct attacking; attacking advcl roamed; "
        "shops obj attacking",
    ),
    "a name, its abbreviation and a noun": (
        join_over_brackets,
        "A/DT/det/1 Force/NNP/nsubj/6 (/-LRB-/punct/3 BSF/NNP/appos/1 )/-RRB-/punct/3 man/NN/nsubj/6 fell/VBD/root/6",
        "A det man; Force compound man; ( punct BSF; BSF appos Force; ) punct BSF; man nsubj fell; fell root fell",
    ),
}
KEPT: dict[str, tuple[Mend, str]] = {
    "a time without a preposition": (
        mend_hangings, "They/PRP/nsubj/1 fled/VBD/root/1 Sunday/NN/obl/1"),
    "a doer of the passive": (
        mend_hangings,
        "He/PRP/nsubj:pass/2 was/VBD/aux:pass/2 given/VBN/root/2 arms/NNS/obj/2 by/IN/case/5 rebels/NNS/obl:agent/2"),
    "a name with its abbreviation alone": (
        join_over_brackets,
        "The/DT/det/1 Force/NNP/nsubj/5 (/-LRB-/punct/3 BSF/NNP/appos/1 )/-RRB-/punct/3 said/VBD/root/5"),
}  # fmt: skip


@pytest.mark.parametrize(("mend", "written", "expected"), MENDED.values(), ids=MENDED)
def test_it_hangs_where_it_belongs(mend: Mend, written: str, expected: str) -> None:
    assert mended(mend, written) == expected


@pytest.mark.parametrize(("mend", "written"), KEPT.values(), ids=KEPT)
def test_it_stays_where_it_is(mend: Mend, written: str) -> None:
    assert mended(mend, written) == unchanged(written)
