"""Dictionary forms."""

import pytest

from eventbook.coder.parsing.lemmas import is_common_word, lemma_of

FORMS = {
    "VBD": "killed=kill fled=flee shot=shoot razed=raze clashed=clash torched=torch besieged=besiege levelled=level "
    "controlled=control died=die opened=open visited=visit used=use panicked=panic slew=slay injured=injure tied=tie",
    "VBG": "dying=die shelling=shell running=run firing=fire fleeing=flee planning=plan burning=burn",
    "VBZ": "goes=go clashes=clash has=have tries=try is=be",
    "NNS": "militiamen=militiaman casualties=casualty wives=wife buses=bus headquarters=headquarters axes=axe "
    "series=series women=woman corpses=corpse",
    "JJR": "heavier=heavy bigger=big larger=large",
    "MD": "ca=can wo=will 'll=will",
    "NNP": "Goma=goma",
}


@pytest.mark.parametrize("tag", FORMS)
def test_forms_of(tag: str) -> None:
    pairs = [pair.split("=") for pair in FORMS[tag].split()]
    assert {form: lemma_of(form, tag) for form, _ in pairs} == dict(pairs)


def test_common_words_are_told_from_names() -> None:
    assert all(map(is_common_word, ["soldiers", "killed", "between", "the", "burning", "village"]))
    assert not any(map(is_common_word, ["ocotepeque", "mogadishu", "zelensky"]))
