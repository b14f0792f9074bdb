"""How many people a noun phrase names."""

import pytest

from eventbook.coder.numbers import count_people

VAGUE = {"several": 3, "some": 3, "many": 3, "a few": 3, "dozens": 12, "scores": 20, "hundreds": 100}
PERSONS = frozenset(
    [
        "soldier",
        "woman",
        "man",
        "boy",
        "girl",
        "officer",
        "civilian",
        "bomber",
        "attacker",
        "guard",
        "policeman",
        "driver",
        "militant",
        "cleric",
    ]
)
COLLECTIVE = {"couple": 2}

# noun phrase, low, high, kind, words added up
PHRASES = [
    ("sixteen inmates and at least one prison guard", 17, 17, "at_least", ["sixteen", "at least one"]),
    ("a woman and her two children", 3, 3, "exact", ["a woman", "two"]),
    ("three soldiers, five militants and a civilian", 9, 9, "exact", ["three", "five", "a civilian"]),
    ("20 rebels and at least four soldiers", 24, 24, "at_least", ["20", "at least four"]),
    ("dozens of people", 12, 12, "vague", ["dozens"]),
    ("dozens of rebels and four soldiers", 16, 16, "vague", ["dozens", "four"]),
    ("between 10 and 15 rebels and two soldiers", 12, 17, "range", ["between 10 and 15", "two"]),
    ("about 30 rebels and a guard", 31, 31, "about", ["about 30", "a guard"]),
    ("a family of five", 5, 5, "exact", ["five"]),
    ("a family of five and their driver", 6, 6, "exact", ["five", "their driver"]),
    ("a group of 12 pupils", 12, 12, "exact", ["12"]),
    ("two suspected cattle thieves and a guard", 3, 3, "exact", ["two", "a guard"]),
    ("a couple", 2, 2, "exact", ["a couple"]),
    ("an elderly couple and their guard", 3, 3, "exact", ["an elderly couple", "their guard"]),
    ("a couple of soldiers", 2, 2, "about", ["a couple of"]),
    ("the attacker", 1, 1, "exact", ["the attacker"]),
    ("his wife and son", 2, 2, "exact", ["his wife", "son"]),
    ("the guard, his wife and their two sons", 4, 4, "exact", ["the guard", "his wife", "two"]),
    ("a soldier and policeman", 2, 2, "exact", ["a soldier", "policeman"]),
    ("a soldier and a policeman", 2, 2, "exact", ["a soldier", "a policeman"]),
    ("two of his brothers", 2, 2, "exact", ["two"]),
    ("another man", 1, 1, "exact", ["another man"]),
    ("one of them", 1, 1, "exact", ["one"]),
    ("no one", 0, 0, "exact", ["no one"]),
    ("both men", 2, 2, "exact", ["both"]),
    ("seven people, including two children", 7, 7, "exact", ["seven"]),
    ("seven people including a woman and her son", 7, 7, "exact", ["seven"]),
    ("17 people including the bomber", 17, 17, "exact", ["17"]),
    ("12 people - four of them police", 12, 12, "exact", ["12"]),
    ("12 people, four of them police", 12, 12, "exact", ["12"]),
    ("12 people, four of them police, and two attackers", 14, 14, "exact", ["12", "two"]),
    ("12 people (eight men and four women)", 12, 12, "exact", ["12"]),
    ("12 people: eight men and four women", 12, 12, "exact", ["12"]),
    ("12 people, among them a cleric", 12, 12, "exact", ["12"]),
    ("12 people, a cleric among them", 12, 12, "exact", ["12"]),
    ("seven people, three soldiers and four civilians", 7, 7, "exact", ["seven"]),
    ("one of the two attackers", 1, 1, "exact", ["one"]),
    ("15 of the 20 hostages", 15, 15, "exact", ["15"]),
    ("three out of five militants", 3, 3, "exact", ["three"]),
    ("a father of four", 1, 1, "exact", ["a father"]),
    ("a mother of two and her baby", 2, 2, "exact", ["a mother", "her baby"]),
    ("a guard and her 16-year-old daughter", 2, 2, "exact", ["a guard", "her 16-year-old daughter"]),
    ("a French and a German soldier", 2, 2, "exact", ["a French", "a German soldier"]),
    ("a French soldier and a German", 2, 2, "exact", ["a French soldier", "a German"]),
    ("him and two others", 3, 3, "exact", ["him", "two"]),
    ("two people and the bomber himself", 3, 3, "exact", ["two", "the bomber"]),
    ("four policemen, including two officers, and six civilians", 10, 10, "exact", ["four", "six"]),
    ("two Swiss, one Finn and one Dane", 4, 4, "exact", ["two", "one", "one"]),
    ("a policeman, 32, and a boy", 2, 2, "exact", ["a policeman", "a boy"]),
    ("six people, five of whom were police", 6, 6, "exact", ["six"]),
    ("two policemen, two soldiers and a driver", 5, 5, "exact", ["two", "two", "a driver"]),
    ("a man, a woman, and a 12-year-old girl", 3, 3, "exact", ["a man", "a woman", "a 12-year-old girl"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "kind", "quotes"), PHRASES, ids=[row[0] for row in PHRASES])
def test_the_people_of_a_noun_phrase(text: str, low: int, high: int, kind: str, quotes: list[str]) -> None:
    found = count_people(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS, collective=COLLECTIVE)
    assert found is not None
    assert (found.low, found.high, found.kind, [phrase.quote for phrase in found.phrases]) == (low, high, kind, quotes)
    assert found.best == found.low
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize("text", ["the soldiers", "people", "police", "the soldier's car", "", "Article 5"])
def test_phrases_that_count_nobody_give_none(text: str) -> None:
    found = count_people(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS, collective=COLLECTIVE)
    assert found is None


def test_spans_are_into_the_whole_text() -> None:
    text = "The blast killed a woman and her two children."
    found = count_people(text, 17, 45, vague=VAGUE, singular_persons=PERSONS)
    assert found is not None
    assert [(phrase.start, text[phrase.start : phrase.end]) for phrase in found.phrases] == [
        (17, "a woman"),
        (33, "two"),
    ]
