"""Properties of the number reader that hold for any text."""

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from eventbook.coder.numbers import count_people, find_counts

VAGUE = {"several": 3, "some": 3, "many": 3, "a few": 3, "tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
PERSONS = frozenset(["soldier", "man", "woman"])
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = [
    "two",
    "three",
    "hundred",
    "thousand",
    "million",
    "and",
    "-",
    "to",
    "or",
    "between",
    "at",
    "least",
    "more",
    "than",
    "a",
    "an",
    "dozen",
    "half",
    "17",
    "1,200",
    "2.5m",
    "9",
    ",",
    "(",
    ")",
    "$",
    "soldier",
    "man",
    "no",
    "one",
    "none",
    "both",
    "of",
    "them",
    "others",
    "another",
    "several",
    "tens",
    "thousands",
    "few",
    "a",
    "couple",
    "km",
    "days",
    "people",
    "including",
    "in",
    "2010",
    "May",
    "3",
    "10",
    ".",
    "the",
    "his",
    "and",
    "+",
    "dozens",
    "İ",
    "men",
    "%",
    "first",
    "5th",
]


def spell(number: int) -> str:
    """British number words: 21,305 as "twenty-one thousand three hundred and five"."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{SMALL[number // 100]} hundred{rest}"
    low = number % 1000
    joint = " and " if 0 < low < 100 else " "
    return f"{spell(number // 1000)} thousand" + (f"{joint}{spell(low)}" if low else "")


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 999_999), st.booleans())
@example(100_000, True)
@example(999_999, False)
@example(1_001, True)
def test_number_words_are_read_back(number: int, plain: bool) -> None:
    words = spell(number)
    text = f"There were {words.replace(' and ', ' ').replace('-', ' ') if plain else words} men there."
    (count,) = find_counts(text, 0, len(text), vague=VAGUE)
    assert (count.low, count.kind) == (number, "exact")


@settings(deadline=None)
@given(st.integers(0, 999_999))
def test_figures_are_read_back(number: int) -> None:
    for figure in (f"{number:,}", str(number)):
        text = f"There were {figure} men there."
        (count,) = find_counts(text, 0, len(text), vague=VAGUE)
        assert count.low == number


def check(text: str) -> None:
    place = 0
    for count in find_counts(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS):
        assert text[count.start : count.end] == count.quote != ""
        assert count.start >= place
        place = count.end
        assert 0 <= count.low <= count.best <= count.high
    people = count_people(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS, collective={"couple": 2})
    if people is not None:
        assert text[people.start : people.end] == people.quote
        assert people.low == sum(phrase.low for phrase in people.phrases)
        assert 0 <= people.low <= people.best <= people.high


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_exact_quotes(text: str) -> None:
    check(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_order_of_number_words_gives_exact_quotes(words: list[str]) -> None:
    check(" ".join(words))


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.", max_size=400))
def test_any_run_of_digits_is_read(text: str) -> None:
    check(text)


def test_a_sentence_of_any_length_takes_time_in_proportion() -> None:
    def seconds(copies: int) -> float:
        text = "two hundred and three men, a soldier and 17 to 20 more of 5 " * copies
        started = time.process_time()
        find_counts(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS)
        count_people(text, 0, len(text), vague=VAGUE, singular_persons=PERSONS)
        return time.process_time() - started

    seconds(10)
    assert seconds(4000) < 40 * max(seconds(400), 0.001)  # ten times the text; 100 times the time if quadratic
