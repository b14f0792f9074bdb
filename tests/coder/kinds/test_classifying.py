"""Rules and likeness to the exemplars vote for the kind of a bare snippet."""

import pytest

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.coder.events.records import ActMention, Happening
from eventbook.coder.kinds.classifying import classify_text
from eventbook.coder.kinds.similarity import NOTHING, Proposal


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def _grenade() -> Happening:
    features = frozenset({"force", "explosive", "thrown"})
    return Happening(0, (ActMention("grenade", features, "verb", 0, 0, 5),), features)


def _likeness(**scores: float) -> Proposal:
    listed = tuple((None if name == "nothing" else name, score) for name, score in scores.items())
    return Proposal(*listed[0], *listed[1], listed)


@pytest.mark.parametrize(
    ("told", "proposal", "kind", "runner_up"),
    [
        pytest.param([_grenade()], NOTHING, "grenade", None, id="a rule decides where there are no exemplars"),
        pytest.param([], _likeness(arrests=0.8, nothing=0.1), "arrests", None, id="likeness decides in silence"),
        pytest.param([], _likeness(arrests=0.4, nothing=0.35), None, "Arrests", id="an unsure likeness codes nothing"),
        pytest.param([_grenade()], _likeness(arrests=0.5, nothing=0.2), "arrests", "Grenade",
                     id="a sure likeness outvotes a rule"),
        pytest.param([_grenade()], _likeness(arrests=0.3, grenade=0.2), "grenade", "Arrests",
                     id="a rule that likeness supports wins"),
    ],
)
def test_rules_and_likeness_vote(
    told: list[Happening], proposal: Proposal, kind: str | None, runner_up: str | None, codebook: Codebook
) -> None:
    found = classify_text(told, proposal, codebook)
    assert (found.kind_id, found.runner_up) == (kind, runner_up)
    assert 0 <= found.confidence <= 1


def test_the_codebook_sets_the_votes() -> None:
    strict = load_codebook(overrides={"policies.rule_vote": 0.0, "policies.no_event_vote": 0.0})
    found = classify_text([_grenade()], _likeness(arrests=0.3, grenade=0.2, nothing=0.1), strict)
    assert found.kind_id == "arrests"
