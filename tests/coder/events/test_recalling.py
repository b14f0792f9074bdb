"""A deed named again keeps its doers; what is only shown, planned or a month is no demonstration."""

import pytest

from eventbook.coder.coding import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def test_the_firing_has_the_doers_of_the_firing_told_before(coder: Coder) -> None:
    told = coder.happenings("Police opened fire on a crowd in Multan. Ten people were injured in the firing.")
    assert [{actor.category for actor in one.agents} for one in told] == [{"state_forces"}, {"state_forces"}]


def test_a_firing_without_the_is_another_one(coder: Coder) -> None:
    told = coder.happenings("Police opened fire on a crowd in Multan. Ten people were injured in a stabbing.")
    assert not told[-1].agents


SENTENCES = {
    "the month of March": ("The company was founded in March in Lagos.", 0),
    "what demonstrates something": ("The vote demonstrated the strength of the party.", 0),
    "an objection that is only resigned over": ("The minister resigned in protest on Monday.", 0),
    "a march": ("Thousands marched through Lagos.", 1),
    "people who gather to protest": ("Hundreds gathered outside parliament to protest against the law.", 1),
    "what is said at a rally": ("The leader spoke on Friday at a protest outside the court.", 1),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_what_is_a_demonstration(coder: Coder, name: str) -> None:
    sentence, wanted = SENTENCES[name]
    found = [one for one in coder.happenings(sentence) if "gathering" in one.features and not one.secondary]
    assert len(found) == wanted


DOERS = {
    "the doer before a deed that is a noun": ("Ninety people have been killed in police firing.", "state_forces"),
    "the doer of a deed with an adjective": ("Rebels staged a surprise attack on the town.", "rebel_group"),
    "whoever did it to a man wanted for more": (
        "The party demanded action against the policemen who killed a worker.", "state_forces",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DOERS)
def test_who_did_it(coder: Coder, name: str) -> None:
    sentence, category = DOERS[name]
    assert category in {actor.category for one in coder.happenings(sentence) for actor in one.agents}


@pytest.mark.parametrize(
    "text", ["A gas explosion in a kitchen killed four people.", "A gas leak at the mill injured two."]
)
def test_gas_that_escapes_is_an_accident(coder: Coder, text: str) -> None:
    assert coder.classify(text).sub_event_type is None
