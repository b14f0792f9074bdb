"""Who tells it is no victim: sentences that end in several tellers. All is invented."""

import pytest

from eventbook.coder.clauses.tellers import part_tellers
from eventbook.coder.parsing.parser import load_parser

SAYING = frozenset({"say", "report"})
CASES = {
    "victims and tellers joined as one subject": (
        "Two bombs exploded in Baghdad on Tuesday, killing at least 34 people, police and medical sources said.",
        "people", "killing", ["police", "sources"]),
    "a number and tellers joined as one object": (
        "A bomb went off in Mosul on Tuesday, killing 12 people and wounding 30, police and hospital sources said.",
        "30", "wounding", ["police", "sources"]),
    "a past tense before them": (
        "The blast killed five people and injured 18, officials and a Reuters witness said.",
        "18", "injured", ["officials", "witness"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_tellers_are_parted_from_those_who_suffered(name: str) -> None:
    text, victim, deed, tellers = CASES[name]
    (parse,) = (part_tellers(parse, SAYING) for parse in load_parser().parse(text, [(0, len(text))]))
    said = next(token for token in parse.tokens if token.text == "said")
    subject = parse.child(said.index, "nsubj")
    assert subject is not None
    assert [token.text for token in parse.conjuncts(subject.index)] == tellers
    hurt = next(token for token in parse.tokens if token.text == victim)
    assert (hurt.dep, parse.tokens[hurt.head].text) == ("obj", deed)
    assert [token.text for token in parse.conjuncts(hurt.index)] == [victim]


@pytest.mark.parametrize("text", [
    "Gunmen killed a policeman, a soldier and two farmers in Kunduz on Tuesday, police said.",
    "Police and soldiers said that rebels, bandits and deserters robbed the town.",
    "The army said it.",
])  # fmt: skip
def test_a_parse_without_joined_tellers_stays_as_it_is(text: str) -> None:
    (parse,) = load_parser().parse(text, [(0, len(text))])
    assert part_tellers(parse, SAYING) == parse
