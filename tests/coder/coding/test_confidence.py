"""The confidence of a row: its likeness to the exemplars is asked only where it decides whether there is an event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventbook.coder import coding
from eventbook.coder.coding import Coder
from eventbook.coder.events.confidence import confidence_range, event_confidence, read_likeness
from eventbook.coder.records import Article

SIGNS = (
    *("own_day", "vague_day", "near_day", "own_site", "near_site", "wide_site", "figure", "lead", "early", "late"),
    *("past", "pluperfect", "nominal", "told_again", "agent", "patient", "secondary"),
)


@given(st.sets(st.sampled_from(SIGNS)), st.floats(0, 1), st.floats(0, 1))
def test_whatever_the_likeness_the_confidence_lies_in_its_range(said: set[str], unlike: float, share: float) -> None:
    signs = {name: float(name in said) for name in SIGNS} | {"bias": 1.0}
    likeness = read_likeness({None: unlike, "attack": (1 - unlike) * share}, "attack")
    least, most = confidence_range(signs)
    assert least - 1e-9 <= event_confidence(signs, likeness) <= most + 1e-9
    assert least <= event_confidence(signs) <= most


def test_an_event_that_words_decide_is_coded_without_its_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError("the exemplars were asked")

    monkeypatch.setattr(coding, "propose_kinds", refuse)
    text = "Gunmen killed four farmers in Maiduguri on Tuesday, police said."
    (row,) = Coder(gazetteers="shipped").code(Article("a", text, published=date(2023, 3, 17))).rows
    assert row.values["sub_event_type"] == "Attack"


def test_of_events_that_words_leave_open_likeness_keeps_one_and_drops_the_other() -> None:
    coder = Coder(gazetteers="shipped", overrides={"policies.minimum_confidence": 0.66})
    like = coder.code(
        Article("a", "Gunmen killed four farmers in Maiduguri on Tuesday, police said.", published=date(2023, 3, 17))
    )
    unlike = coder.code(
        Article(
            "b",
            "A gunman attacked the stage set of an opera in Maiduguri on Tuesday, reviewers said.",
            published=date(2023, 3, 17),
        )
    )
    assert len(like.rows) == 1
    assert not unlike.rows
    assert [item.reason for item in unlike.not_coded] == ["low_confidence"]
