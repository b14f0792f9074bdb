"""Days and places that open a sentence are no part of the subject behind them."""

import pytest

from eventbook.coder.parsing.openings import free_opening

from .trees import mended, unchanged

# word/tag/relation/head as the parser gave them; what became of the day or place and of the noun behind it
FREED = {
    "a weekday before the doer": (
        "On/IN/case/2 Sunday/NNP/compound/2 gunmen/NNS/obl/3 shot/VBD/root/3 men/NNS/obj/3",
        "On case Sunday; Sunday obl shot; gunmen nsubj shot; shot root shot; men obj shot",
    ),
    "a part of a day": (
        "On/IN/case/3 Friday/NNP/compound/2 night/NN/compound/3 police/NNS/nsubj/4 fired/VBD/root/4",
        "On case night; Friday compound night; night obl fired; police nsubj fired; fired root fired",
    ),
    "a date with its number, in the passive": (
        "On/IN/case/3 5/CD/nummod/3 March/NNP/compound/3 farmers/NNS/obl/5 were/VBD/aux:pass/5 shot/VBN/root/5",
        "On case March; 5 nummod March; March obl shot; farmers nsubj:pass shot; were aux:pass shot; shot root shot",
    ),
    "an adverb before the day": (
        "Late/RB/advmod/3 on/IN/case/3 Sunday/NNP/compound/3 rebels/NNS/nsubj/4 fired/VBD/root/4",
        "Late advmod fired; on case Sunday; Sunday obl fired; rebels nsubj fired; fired root fired",
    ),
    "a town before the doers": (
        "In/IN/case/2 Kabul/NNP/compound/2 gunmen/NNS/obl/3 shot/VBD/root/3",
        "In case Kabul; Kabul obl shot; gunmen nsubj shot; shot root shot",
    ),
}
KEPT = {
    "a noun that is told when": "On/IN/case/2 Sunday/NNP/compound/2 night/NN/obl/4 rebels/NNS/nsubj/4 fired/VBD/root/4",
    "a clause with a subject of its own": (
        "In/IN/case/2 Gaza/NNP/compound/2 hospitals/NNS/obl/4 doctors/NNS/nsubj/4 died/VBD/root/4"
    ),
    "a cause": "After/IN/case/2 Kabul/NNP/compound/2 blasts/NNS/obl/3 fled/VBD/root/3",
}


@pytest.mark.parametrize(("written", "expected"), FREED.values(), ids=FREED)
def test_an_opening_ends_before_the_subject(written: str, expected: str) -> None:
    assert mended(free_opening, written) == expected


@pytest.mark.parametrize("written", KEPT.values(), ids=KEPT)
def test_an_opening_that_is_one_phrase_stays(written: str) -> None:
    assert mended(free_opening, written) == unchanged(written)
