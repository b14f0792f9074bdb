"""Sentences whose acts lack an object: left unparsed, and nothing is lost by it."""

from datetime import date

import pytest

from eventbook.coder import scanning
from eventbook.coder.coding import Coder
from eventbook.coder.records import Article
from eventbook.coder.scanning import scan_text

PUBLISHED = date(2021, 3, 10)

SENTENCES = {
    "a place may be seized": ("On Tuesday she seized the chance to speak.", False),  # its name is known by no list
    "stocks are seized": ("On Tuesday police confiscated the album.", True),
    "arms are seized": ("On Tuesday police seized two rifles and some ammunition.", False),
    "arms stand elsewhere in the sentence": ("On Tuesday he seized the lead with a gun to his head.", False),
    "a pass is intercepted": ("On Monday the defender intercepted a pass from the left.", True),
    "a rocket is intercepted": ("On Monday the army intercepted a rocket over the coast.", False),
    "a number is intercepted": ("On Monday the army intercepted twelve of them.", False),
    "software is deployed": ("The firm deployed its payments app yesterday.", True),
    "another act stands beside": ("The firm deployed its app yesterday and a bomb exploded.", False),
    "the other act has a genitive": ("The firm deployed its app despite the attack's toll.", False),
    "no object is needed": ("Gunmen attacked a village on Monday.", False),
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(gazetteers="shipped")


@pytest.mark.parametrize("name", SENTENCES)
def test_only_a_sentence_without_the_object_is_left_aside(name: str, coder: Coder) -> None:
    text, idle = SENTENCES[name]
    (told,) = scan_text(text, coder.knowledge, PUBLISHED).told
    assert told.idle == idle


@pytest.mark.parametrize("name", [name for name, (_, idle) in SENTENCES.items() if idle])
def test_what_is_left_aside_tells_nothing_when_it_is_parsed(
    name: str, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, _ = SENTENCES[name]
    monkeypatch.setattr(scanning, "may_tell", lambda *_: True)
    assert not scan_text(text, coder.knowledge, PUBLISHED).told[0].idle
    assert coder.happenings(text, published=PUBLISHED) == ()


def test_places_of_a_sentence_left_aside_are_found_all_the_same(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "At a fair in Goma, in the Democratic Republic of Congo, a college deployed an app for readers on Monday. "
        "Gunmen killed seven farmers nearby on Tuesday."
    )
    article = Article("one", text, published=PUBLISHED)
    assert scan_text(text, coder.knowledge, PUBLISHED).told[0].idle
    quick = coder.code(article)
    monkeypatch.setattr(scanning, "may_tell", lambda *_: True)
    assert quick.rows
    assert coder.code(article) == quick
