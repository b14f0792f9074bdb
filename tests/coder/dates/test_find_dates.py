"""Date mentions of sentences, each read against a publication on Wednesday 11 August 2010."""

from datetime import date

import pytest

from eventbook.coder.dates import DateMention, find_dates

PUBLISHED = date(2010, 8, 11)


def read(text: str, published: date | None = PUBLISHED) -> tuple[DateMention, ...]:
    return find_dates(text, 0, len(text), published=published)


# sentence, words found, day to code, precision
DAYS = [
    ("Shots were heard on Monday.", "Monday", "2010-08-09", 1),
    ("Shots were heard on Wednesday.", "Wednesday", "2010-08-11", 1),
    ("Shots were heard on Thursday.", "Thursday", "2010-08-05", 1),
    ("The army said Tuesday that it had left.", "Tuesday", "2010-08-10", 1),
    ("Officials blamed Sunday's attack on rebels.", "Sunday", "2010-08-08", 1),
    ("Officials blamed Sunday’s attack on rebels.", "Sunday", "2010-08-08", 1),
    ("They met last Monday.", "last Monday", "2010-08-09", 1),
    ("They met last Wednesday.", "last Wednesday", "2010-08-04", 1),
    ("They met this past Friday.", "this past Friday", "2010-08-06", 1),
    ("They meet next Friday.", "next Friday", "2010-08-13", 1),
    ("They meet this Friday.", "this Friday", "2010-08-13", 1),
    ("A bomb went off on Monday night.", "Monday night", "2010-08-09", 1),
    ("A bomb went off late Sunday.", "late Sunday", "2010-08-08", 1),
    ("A bomb went off late on Sunday evening.", "late on Sunday evening", "2010-08-08", 1),
    ("A bomb went off early on Saturday.", "early on Saturday", "2010-08-07", 1),
    ("A bomb went off in the early hours of Saturday.", "Saturday", "2010-08-07", 1),
    ("A bomb went off on Tues. in the market.", "Tues", "2010-08-10", 1),
    ("A bomb went off on Sun night.", "Sun night", "2010-08-08", 1),
    ("on tuesday police fired at the crowd", "tuesday", "2010-08-10", 1),
    ("POLICE FIRED ON TUESDAY", "TUESDAY", "2010-08-10", 1),
    ("THE CROWD WAS FIRED ON TODAY", "TODAY", "2010-08-11", 1),
    ("He died today in hospital.", "today", "2010-08-11", 1),
    ("He died yesterday evening.", "yesterday evening", "2010-08-10", 1),
    ("He died late yesterday.", "late yesterday", "2010-08-10", 1),
    ("He died the day before yesterday.", "day before yesterday", "2010-08-09", 1),
    ("They march tomorrow.", "tomorrow", "2010-08-12", 1),
    ("Police were out tonight.", "tonight", "2010-08-11", 1),
    ("Police came early this morning.", "early this morning", "2010-08-11", 1),
    ("The camp was shelled overnight.", "overnight", "2010-08-10", 1),
    ("The camp was shelled last night.", "last night", "2010-08-10", 1),
    ("The camp was shelled overnight on Sunday.", "overnight on Sunday", "2010-08-08", 1),
    ("The camp was shelled overnight into Monday.", "overnight into Monday", "2010-08-08", 1),
    ("Fire raged from Sunday night into Monday.", "Sunday night into Monday", "2010-08-08", 1),
    ("It fell on the night of Sunday to Monday.", "night of Sunday to Monday", "2010-08-08", 1),
    ("They met on Monday last week.", "Monday last week", "2010-08-02", 1),
    ("They met on Friday of last week.", "Friday of last week", "2010-08-06", 1),
    ("They met two Sundays ago.", "two Sundays ago", "2010-08-01", 1),
    ("They met three days ago.", "three days ago", "2010-08-08", 1),
    ("They met twenty-five days ago.", "twenty-five days ago", "2010-07-17", 1),
    ("They met two hours ago.", "two hours ago", "2010-08-11", 1),
    ("They met a few days ago.", "a few days ago", "2010-08-08", 2),
    ("They met two weeks ago.", "two weeks ago", "2010-07-28", 2),
    ("They met a fortnight ago.", "a fortnight ago", "2010-07-28", 2),
    ("They have fought since Monday, when two were shot.", "Monday", "2010-08-09", 1),
    ("They met two months ago.", "two months ago", "2010-06-15", 3),
    ("They met last week.", "last week", "2010-08-04", 2),
    ("They met earlier this week.", "earlier this week", "2010-08-11", 2),
    ("They meet next week.", "next week", "2010-08-18", 2),
    ("They met at the weekend.", "weekend", "2010-08-07", 2),
    ("They met over the weekend.", "weekend", "2010-08-07", 2),
    ("They met last weekend.", "last weekend", "2010-08-07", 2),
    ("They met last month.", "last month", "2010-07-15", 3),
    ("They met late last month.", "late last month", "2010-07-31", 3),
    ("They met earlier this month.", "earlier this month", "2010-08-01", 3),
    ("They met in July.", "July", "2010-07-15", 3),
    ("They met in October.", "October", "2009-10-15", 3),
    ("They met in early March.", "early March", "2010-03-01", 3),
    ("They met in mid-April.", "mid-April", "2010-04-15", 3),
    ("They met in late May.", "late May", "2010-05-31", 3),
    ("They met at the end of June.", "end of June", "2010-06-30", 3),
    ("They met in the first week of June.", "first week of June", "2010-06-01", 3),
    ("They met in September 2008.", "September 2008", "2008-09-15", 3),
    ("They met in May, 2009.", "May, 2009", "2009-05-15", 3),
    ("They met last December.", "last December", "2009-12-15", 3),
    ("They met in October last year.", "October last year", "2009-10-15", 3),
    ("They met on August 3.", "August 3", "2010-08-03", 1),
    ("They met on Aug. 3.", "Aug. 3", "2010-08-03", 1),
    ("They met on August 3rd.", "August 3rd", "2010-08-03", 1),
    ("They met on the 3rd of August.", "3rd of August", "2010-08-03", 1),
    ("They met on 3 August 2009.", "3 August 2009", "2009-08-03", 1),
    ("They met on August 3, 2009, in Oslo.", "August 3, 2009", "2009-08-03", 1),
    ("They met on Tuesday, August 3.", "Tuesday, August 3", "2010-08-03", 1),
    ("They met on Tuesday (3 August).", "Tuesday (3 August)", "2010-08-03", 1),
    ("ON SATURDAY [31 JULY] A BOMB WENT OFF", "SATURDAY [31 JULY]", "2010-07-31", 1),
    ("They met on Sat, Jan. 3, 2009.", "Sat, Jan. 3, 2009", "2009-01-03", 1),
    ("They met on December 20.", "December 20", "2009-12-20", 1),
    ("They met on August 13.", "August 13", "2010-08-13", 1),
    ("Talks are scheduled for 20 September in Oslo.", "20 September", "2010-09-20", 1),
    ("They met on July 30 last year.", "July 30 last year", "2009-07-30", 1),
    ("They met on February 29.", "February 29", "2008-02-29", 1),
    ("They met on the 9th.", "9th", "2010-08-09", 1),
    ("They met on 2010-07-04.", "2010-07-04", "2010-07-04", 1),
    ("They met on 13/7/2010.", "13/7/2010", "2010-07-13", 1),
    ("They met on 7/13/2010.", "7/13/2010", "2010-07-13", 1),
    ("They met on 5/5/2010.", "5/5/2010", "2010-05-05", 1),
    ("LIMA, 18 FEB 90 (EFE) -- [TEXT]", "18 FEB 90", "1990-02-18", 1),
    ("THE BOMB OF 12 JANUARY 1989 KILLED TWO", "12 JANUARY 1989", "1989-01-12", 1),
    ("on may 3 the police left", "may 3", "2010-05-03", 1),
    ("They met in the week of August 2.", "week of August 2", "2010-08-04", 2),
    ("They met in the last week of June.", "last week of June", "2010-06-30", 3),
    ("They met the night before last.", "night before last", "2010-08-09", 1),
    ("They met a week ago today.", "a week ago today", "2010-08-04", 1),
    ("They met two weeks ago on Sunday.", "two weeks ago on Sunday", "2010-07-25", 1),
    ("It fell between Sunday night and Monday morning.", "between Sunday night and Monday morning", "2010-08-08", 1),
    ("The July 7 2005 bombings were recalled.", "July 7 2005", "2005-07-07", 1),
    ("They met on Christmas Day 2009.", "Christmas Day 2009", "2009-12-25", 1),
    ("They met on New Year's Eve.", "New Year's Eve", "2009-12-31", 1),
    ("On May Day they marched.", "May Day", "2010-05-01", 1),
    ("Seven died in the past week.", "in the past week", "2010-08-04", 2),
    ("Seven died in the past 24 hours.", "in the past 24 hours", "2010-08-10", 2),
    ("They fought from Monday to Wednesday.", "from Monday to Wednesday", "2010-08-09", 2),
    ("They fought between 3 and 5 May.", "between 3 and 5 May", "2010-05-03", 2),
    ("They fought on May 3-5.", "May 3-5", "2010-05-03", 2),
    ("They fought from 28 June to 2 July.", "from 28 June to 2 July", "2010-06-28", 2),
    ("They fought from 30 December to 2 January.", "from 30 December to 2 January", "2009-12-30", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "day", "precision"), DAYS, ids=[row[0] for row in DAYS])
def test_the_day_to_code_and_its_precision(text: str, quote: str, day: str, precision: int) -> None:
    (mention,) = read(text)
    assert (mention.quote, mention.day, mention.precision) == (quote, date.fromisoformat(day), precision)
    assert text[mention.start : mention.end] == quote
    assert mention.first is not None and mention.last is not None and mention.first <= mention.last


# sentence, words found, kind, unit, days from the anchor
DAYLESS = [
    ("Two days later he died.", "Two days later", "anchored", "day", 2),
    ("A week earlier he had fled.", "A week earlier", "anchored", "week", -7),
    ("He died three days after the attack.", "three days after", "anchored", "day", 3),
    ("He fled two weeks before the vote.", "two weeks before", "anchored", "week", -14),
    ("He died the next day.", "next day", "anchored", "day", 1),
    ("He died the following day.", "following day", "anchored", "day", 1),
    ("He had fled the previous day.", "previous day", "anchored", "day", -1),
    ("He died the day after.", "day after", "anchored", "day", 1),
    ("He fled on the eve of the vote.", "eve", "anchored", "day", -1),
    ("He died the same day.", "same day", "anchored", "day", 0),
    ("Earlier that day he had fled.", "Earlier that day", "anchored", "day", 0),
    ("He died later in the day.", "later in the day", "anchored", "day", 0),
    ("He died that evening.", "that evening", "anchored", "day", 0),
    ("On the third day of the siege he died.", "third day", "anchored", "day", 2),
    ("The following week he died.", "following week", "anchored", "week", 7),
    ("Weeks later he died.", "Weeks later", "anchored", "week", None),
    ("Several days later he died.", "Several days later", "anchored", "day", None),
    ("Every Friday they march.", "Every Friday", "recurring", "day", None),
    ("They march on Fridays.", "Fridays", "recurring", "day", None),
    ("They march each day.", "each day", "recurring", "day", None),
    ("They marked the tenth anniversary.", "tenth anniversary", "recurring", "year", None),
    ("The siege went on for three days.", "for three days", "duration", "duration", None),
    ("It was a two-day siege.", "two-day", "duration", "duration", None),
    ("The siege went on for a third day.", "a third day", "duration", "duration", 2),
    ("Fighting grew in recent weeks.", "in recent weeks", "duration", "duration", None),
    ("It has been so for decades.", "for decades", "duration", "duration", None),
    ("They will leave in the next few days.", "in the next few days", "duration", "duration", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "kind", "unit", "offset"), DAYLESS, ids=[row[0] for row in DAYLESS])
def test_times_that_have_no_day_of_their_own(text: str, quote: str, kind: str, unit: str, offset: int | None) -> None:
    (mention,) = read(text)
    assert (mention.quote, mention.kind, mention.unit, mention.offset_days) == (quote, kind, unit, offset)
    assert (mention.day, mention.precision) == (None, None)


# sentence, first day, last day
PERIODS = [
    ("It began in 2007.", "2007-01-01", "2007-12-31"),
    ("It began last year.", "2009-01-01", "2009-12-31"),
    ("It began in the 1990s.", "1990-01-01", "1999-12-31"),
    ("It ran from 2004 to 2006.", "2004-01-01", "2006-12-31"),
    ("It ran between July 2003 and December 2004.", "2003-07-01", "2004-12-31"),
    ("It began three years ago.", "2007-01-01", "2007-12-31"),
    ("They have fought since Monday.", "2010-08-09", "2010-08-11"),
    ("They have fought since 2007.", "2007-01-01", "2010-08-11"),
    ("They have fought since December this year.", "2010-12-01", "2010-12-31"),
    ("They have fought over the past two weeks.", "2010-07-28", "2010-08-10"),
    ("Nine died in the last three days.", "2010-08-08", "2010-08-10"),
    ("They met last week.", "2010-08-02", "2010-08-08"),
    ("They met earlier this week.", "2010-08-09", "2010-08-11"),
    ("They met last month.", "2010-07-01", "2010-07-31"),
    ("They met over the weekend.", "2010-08-07", "2010-08-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last"), PERIODS, ids=[row[0] for row in PERIODS])
def test_the_period_that_is_meant(text: str, first: str, last: str) -> None:
    (mention,) = read(text)
    assert (mention.first, mention.last) == (date.fromisoformat(first), date.fromisoformat(last))


SEVERAL = [
    ("on Saturday and Sunday", ["Saturday", "Sunday"]),
    ("on May 3, 4 and 5.", ["May 3", "4", "5"]),
    ("on 16 and 17 July", ["16", "17 July"]),
    ("on the 5th and 6th of August", ["5th", "6th of August"]),
    ("in May and in June 2009", ["May", "June 2009"]),
    ("attacked on Monday, two days after Saturday's raid", ["Monday", "two days after", "Saturday"]),
    ("on May 3 and 20 people fled", ["May 3"]),
    ("the first anniversary of its February 24 invasion", ["first anniversary", "February 24"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_sentences_with_several_dates(text: str, quotes: list[str]) -> None:
    assert [mention.quote for mention in read(text)] == quotes


NO_DATE = [
    "They may march through the town.",
    "THEY MAY MARCH THROUGH THE TOWN",
    "May he rest in peace.",
    "The March for Peace began.",
    "Theresa May spoke first.",
    "April Smith and June Jones were hurt.",
    "The sun rose and he sat down.",
    "The second man was shot.",
    "Some 2010 people fled.",
    "In 2000 homes the power failed.",
    "At least 1,990 were hurt.",
    "It was in The Sunday Times.",
    "Relatives of the Bloody Sunday dead spoke.",
    "A 27-year-old man and a girl of 12 were hurt.",
    "They live on 9 October Avenue.",
    "The 3rd Brigade fired 5 mortars.",
    "Mar Elias is a monastery.",
    "The score was 3/8/2010.",
    "Two men in their 30s ran.",
    "A decision is due on 31 June.",
    "Three people a day are shot.",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert read(text) == ()


def test_without_a_publication_date_relative_mentions_stay_unresolved() -> None:
    for text in ("on Monday", "yesterday", "last week", "three days ago", "on 3 May", "in July", "overnight"):
        (mention,) = read(text, None)
        assert (mention.day, mention.first, mention.precision) == (None, None, None)
        assert mention.rule == "dates.unresolved_relative"


def test_written_dates_need_no_publication_date() -> None:
    (mention,) = read("LIMA, 18 FEB 90 (EFE) --", None)
    assert (mention.day, mention.kind) == (date(1990, 2, 18), "absolute")


def test_a_weekday_beside_a_date_picks_the_year() -> None:
    (mention,) = read("on Friday, August 14")  # 14 August 2009 was a Friday
    assert mention.day == date(2009, 8, 14)


def test_offsets_are_into_the_whole_text() -> None:
    text = "They fled. He died on Monday. It was Tuesday."
    (mention,) = find_dates(text, 11, 29, published=PUBLISHED)
    assert (mention.start, mention.end, text[mention.start : mention.end]) == (22, 28, "Monday")


def test_years_outside_the_calendar_are_not_dates() -> None:
    assert all(mention.day is None for mention in read("It stood 9999 years ago and 999999999 days ago."))
