"""Properties of the date reader that hold for any text."""

import time
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.coder.dates import DateMention, find_dateline, find_dates

WORDS = [
    "on", "Monday", "last", "May", "may", "3", "3rd", "2010", "week", "weeks", "ago", "two", "the", "of", "to", "-",
    ",", "early", "late", "night", "since", "between", "and", "every", "third", "day", "days", "later", "weekend",
    "overnight", "90", "FEB", "Feb.", "9999", "year", "years", "this", "next", "in", "a", "few", "half",
    "anniversary", "2010-02-30", "31", "June", "Christmas", "Day", "New", "Year", "'s", "Eve", "1990s", "today",
    "İ", "second", "hours", "after",
]  # fmt: skip
days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


def check(text: str, mentions: tuple[DateMention, ...]) -> None:
    place = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.quote != ""
        assert mention.start >= place
        place = mention.end
        assert (mention.day is None) == (mention.precision is None)
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last
            if mention.day is not None:
                assert mention.first <= mention.day <= mention.last


@settings(deadline=None)
@given(st.text(max_size=300), st.none() | days)
def test_any_text_gives_exact_quotes(text: str, published: date | None) -> None:
    check(text, find_dates(text, 0, len(text), published=published))
    find_dateline(text, published=published)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.none() | days)
def test_any_order_of_date_words_gives_exact_quotes(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    check(text, find_dates(text, 0, len(text), published=published))


@settings(deadline=None)
@given(days, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y", "%Y-%m-%d", "%d %b %Y"]))
def test_written_dates_are_read_back(day: date, form: str) -> None:
    if not 1500 <= day.year <= 2099:
        day = day.replace(year=2004)
    text = f"They met on {day.strftime(form)} in the hall."
    (mention,) = find_dates(text, 0, len(text), published=None)
    assert (mention.day, mention.precision) == (day, 1)


@settings(deadline=None)
@given(days.filter(lambda day: day.year > 1), st.integers(0, 6))
def test_a_weekday_is_the_latest_one_up_to_the_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    text = f"They met on {day.strftime('%A')}."
    (mention,) = find_dates(text, 0, len(text), published=published)
    assert mention.day == day


@settings(deadline=None)
@given(st.integers(2, 400))
def test_days_ago_are_counted_back(count: int) -> None:
    text = f"They met {count} days ago."
    (mention,) = find_dates(text, 0, len(text), published=date(2010, 8, 11))
    assert mention.day == date(2010, 8, 11) - timedelta(days=count)


def test_a_sentence_of_any_length_takes_time_in_proportion() -> None:
    def seconds(copies: int) -> float:
        text = "1, 2, 3, 4, between May 3 and 4 to the last few days of " * copies
        started = time.process_time()
        find_dates(text, 0, len(text), published=date(2010, 8, 11))
        return time.process_time() - started

    seconds(10)
    assert seconds(4000) < 40 * max(seconds(400), 0.001)  # ten times the text; 100 times the time if quadratic
