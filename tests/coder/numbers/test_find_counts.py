"""Counts in sentences: what is counted, how it is bounded, and what is no count."""

import pytest

from eventbook.coder.numbers import find_counts

VAGUE = {
    "several": 3, "some": 3, "many": 3, "a few": 3, "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100,
    "thousands": 1000,
}  # fmt: skip
PERSONS = frozenset(["soldier", "woman", "man", "boy", "officer", "police", "civilian", "bomber"])

# sentence, words found, low, high, kind
COUNTS = [
    ("17 people were killed.", "17", 17, 17, "exact"),
    ("Sixteen inmates died.", "Sixteen", 16, 16, "exact"),
    ("TWENTY-ONE GUERRILLAS DIED", "TWENTY-ONE", 21, 21, "exact"),
    ("Forty five were hurt.", "Forty five", 45, 45, "exact"),
    ("A hundred were hurt.", "A hundred", 100, 100, "exact"),
    ("Two hundred and five were hurt.", "Two hundred and five", 205, 205, "exact"),
    ("1,200 people fled.", "1,200", 1200, 1200, "exact"),
    ("300 000 people fled.", "300 000", 300_000, 300_000, "exact"),
    ("1.5 million people fled.", "1.5 million", 1_500_000, 1_500_000, "exact"),
    ("They say 2.5m fled.", "2.5m", 2_500_000, 2_500_000, "exact"),
    ("2 lakh people fled.", "2 lakh", 200_000, 200_000, "exact"),
    ("Two dozen were hurt.", "Two dozen", 24, 24, "exact"),
    ("Half a dozen were hurt.", "Half a dozen", 6, 6, "exact"),
    ("A dozen were hurt.", "A dozen", 12, 12, "exact"),
    ("2010 people fled.", "2010", 2010, 2010, "exact"),
    ("At least 17 were killed.", "At least 17", 17, 17, "at_least"),
    ("More than 20 were killed.", "More than 20", 20, 20, "at_least"),
    ("No fewer than nine were killed.", "No fewer than nine", 9, 9, "at_least"),
    ("Over 70,000 have died.", "Over 70,000", 70_000, 70_000, "at_least"),
    ("20 or more were killed.", "20 or more", 20, 20, "at_least"),
    ("20+ were killed.", "20+", 20, 20, "at_least"),
    ("At least another 20 were hurt.", "At least another 20", 20, 20, "at_least"),
    ("As many as 50 were killed.", "As many as 50", 50, 50, "at_most"),
    ("Up to 32 civilians died.", "Up to 32", 32, 32, "at_most"),
    ("No more than six died.", "No more than six", 6, 6, "at_most"),
    ("Nearly 30 were hurt.", "Nearly 30", 30, 30, "about"),
    ("Around 300 marched.", "Around 300", 300, 300, "about"),
    ("Some 300 marched.", "Some 300", 300, 300, "about"),
    ("An estimated 850 joined.", "An estimated 850", 850, 850, "about"),
    ("A couple of men were hurt.", "A couple of", 2, 2, "about"),
    ("300 or so marched.", "300 or so", 300, 300, "about"),
    ("17 to 20 were killed.", "17 to 20", 17, 20, "range"),
    ("Between 10 and 15 were killed.", "Between 10 and 15", 10, 15, "range"),
    ("10-15 were killed.", "10-15", 10, 15, "range"),
    ("The blast—two died—was heard.", "two", 2, 2, "exact"),
    ("10–15 were killed.", "10–15", 10, 15, "range"),
    ("Two or three were hurt.", "Two or three", 2, 3, "range"),
    ("A further two died.", "A further two", 2, 2, "exact"),
    ("Another three died.", "Another three", 3, 3, "exact"),
    ("Two others were hurt.", "Two", 2, 2, "exact"),
    ("No one was hurt.", "No one", 0, 0, "exact"),
    ("Nobody was hurt.", "Nobody", 0, 0, "exact"),
    ("None of the guards died.", "None", 0, 0, "exact"),
    ("There were no casualties.", "no", 0, 0, "exact"),
    ("One of them died.", "One", 1, 1, "exact"),
    ("They said that one man died.", "one", 1, 1, "exact"),
    ("Both men were shot.", "Both", 2, 2, "exact"),
    ("A soldier was shot.", "A soldier", 1, 1, "exact"),
    ("An elderly woman was shot.", "An elderly woman", 1, 1, "exact"),
    ("A 12-year-old boy was shot.", "A 12-year-old boy", 1, 1, "exact"),
    ("A senior police officer was shot.", "A senior police officer", 1, 1, "exact"),
    ("Another soldier was shot.", "Another soldier", 1, 1, "exact"),
    ("A fifth soldier was shot.", "A fifth soldier", 1, 1, "exact"),
    ("The fifth victim was a farmer.", "fifth", 5, 5, "ordinal"),
    ("The five-member family died.", "five", 5, 5, "exact"),
    ("Dozens were killed.", "Dozens", 12, 12, "vague"),
    ("Several were killed.", "Several", 3, 3, "vague"),
    ("A few were killed.", "A few", 3, 3, "vague"),
    ("Scores of people died.", "Scores", 20, 20, "vague"),
    ("Tens of thousands marched.", "Tens of thousands", 10_000, 10_000, "vague"),
    ("Several hundred marched.", "Several hundred", 300, 300, "vague"),
    ("A few dozen marched.", "A few dozen", 36, 36, "vague"),
    ("Many more girls were taken.", "Many", 3, 3, "vague"),
    ("In March three reporters were held.", "three", 3, 3, "exact"),
    ("It killed 12 at 5 p.m. on May 3, 2010.", "12", 12, 12, "exact"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "low", "high", "kind"), COUNTS, ids=[row[0] for row in COUNTS])
def test_a_count_and_its_bounds(text: str, quote: str, low: int, high: int, kind: str) -> None:
    (count,) = find_counts(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS)
    assert (count.quote, count.low, count.high, count.kind) == (quote, low, high, kind)
    assert text[count.start : count.end] == quote
    assert count.best == count.low


NO_COUNT = [
    "It began at 5 p.m. or 5pm or 17:30.",
    "It began at 0630.",
    "He was aged 23.",
    "The boys, aged 12 and 17, ran.",
    "It closed at .9082 or R19.5 or {dollar}150,000.",
    "A 27-year-old and a two-day-old calf ran.",
    "John Smith, 42, ran.",
    "Mira Jones (34) ran.",
    "It began in 2010 and in May 2011.",
    "On May 3 and on 4 May it rained.",
    "On 20 and 21 November it rained.",
    "ON 18 FEB 90 IT RAINED",
    "The 2014 attack failed.",
    "It cost $5 million or R200 or £30.",
    "It cost 40 rupees, Rs 500 or Rs. 20.",
    "It cost 5 million dollars.",
    "Some 20 percent or 30 per cent or 5% left.",
    "They won 2-1 and 5-4.",
    "Article 370 and Highway 61 and No. 5.",
    "AK-47, M-16, MH17, G20 and Covid-19.",
    "Brigade 5 and the 5th Division.",
    "It is 20 km or 20 miles or 3.5 metres off.",
    "It was a 9-mm pistol and a 500-pound bomb.",
    "It lasted three days or two more weeks.",
    "He got 15 to 32 years.",
    "It was 40 degrees.",
    "Call 011-555-1234.",
    "The magnitude was 5.6.",
    "It was 9/11 and 24/7.",
    "This one and that one, one another, one day.",
    "It was one of the worst storms.",
    "For some time and in many ways it worked.",
    "How many fled is not known.",
    "There was no claim.",
    "Both Iraq and Iran agreed.",
    "A group of men ran.",
    "The man's car and a man-made lake.",
    "1. The council met.",
]


@pytest.mark.parametrize("text", NO_COUNT)
def test_figures_that_count_nobody(text: str) -> None:
    counts = find_counts(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS)
    assert [count.quote for count in counts] == []


def test_vague_words_have_no_value_without_the_codebook() -> None:
    for text in ("Dozens died.", "Several died.", "Hundreds marched.", "Tens of thousands marched."):
        assert find_counts(text, 0, len(text), vague={}) == ()


def test_vague_words_are_worth_what_the_codebook_says() -> None:
    (count,) = find_counts("Dozens died.", 0, 12, vague={"dozens": 24})
    assert (count.best, count.rule) == (24, "numbers.vague")


def test_a_noun_that_the_codebook_gives_a_worth_is_not_counted_after_its_figure() -> None:
    text = "17 more young people died, many people fled and people wept."
    counts = find_counts(text, 0, len(text), vague={"people": 3, "many": 3})
    assert [count.quote for count in counts] == ["17", "many", "people"]


def test_figures_that_add_to_an_earlier_one_say_so() -> None:
    text = "Seven died, another three died later, two others are missing and many more fled."
    rules = [count.rule for count in find_counts(text, 0, len(text), vague=VAGUE)]
    assert rules == ["numbers.exact", "numbers.further", "numbers.further", "numbers.vague"]


def test_a_rise_is_two_figures_and_no_range() -> None:
    text = "The toll rose from 12 to 17."
    assert [count.best for count in find_counts(text, 0, len(text), vague=VAGUE)] == [12, 17]


def test_offsets_are_into_the_whole_text() -> None:
    text = "Nine fled. At least 17 died. Two hid."
    (count,) = find_counts(text, 11, 28, vague=VAGUE)
    assert (count.start, text[count.start : count.end]) == (11, "At least 17")
