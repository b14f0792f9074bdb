"""The scan before any parse: what is read, what is not, and why."""

from datetime import date

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article
from eventbook.coder.scanning import MOST_CHARACTERS, founders, scan_text

PUBLISHED = date(2023, 3, 16)
PLAIN = "The road is long and the mountains are high. "


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(gazetteers="shipped")


def begins(coder: Coder, text: str, published: date | None = PUBLISHED) -> list[str]:
    scan = scan_text(text, coder.knowledge, published)
    return [text[slice(*scan.sentences[n])] for n in founders(scan, published, coder.codebook)]


@pytest.mark.parametrize(
    ("sentence", "first", "later"),
    [
        pytest.param("Gunmen killed six farmers near Jos.", True, False, id="a deed without a day begins an article"),
        pytest.param("Gunmen killed six farmers on Monday.", True, True, id="a deed with a day may stand anywhere"),
        pytest.param("Gunmen killed six farmers in May 2011.", True, False, id="a deed of long ago begins nothing"),
        pytest.param("Two days later gunmen killed six.", True, True, id="a day that counts from another is a day"),
        pytest.param("Farmers sold maize on Monday.", False, False, id="without a deed there is nothing to read"),
    ],
)  # fmt: skip
def test_events_begin_in_the_lead_or_on_a_day(coder: Coder, sentence: str, first: bool, later: bool) -> None:
    assert begins(coder, sentence) == ([sentence] if first else [])
    assert begins(coder, PLAIN * 3 + sentence) == ([sentence] if later else [])


def test_without_a_publication_date_every_deed_may_begin_an_event(coder: Coder) -> None:
    assert begins(coder, PLAIN * 3 + "Gunmen killed six farmers.", None) == ["Gunmen killed six farmers."]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Rebels attacked the town of Jos in June 2009.", "outside_window"),
        ("Rebels often attacked the town of Jos.", "undated"),
        ("The town is in a legal battle over water.", "metaphor"),
    ],
    ids=["too long ago", "no day", "a metaphor"],
)
def test_a_deed_that_is_not_read_has_its_words_and_a_reason(coder: Coder, sentence: str, reason: str) -> None:
    text = PLAIN * 3 + sentence
    coded = coder.code(Article("a", text, published=PUBLISHED))
    assert not coded.rows
    assert [one.reason for one in coded.not_coded] == [reason]
    only = coded.not_coded[0]
    assert only.quote and text[only.start : only.end] == only.quote


def test_texts_are_classified_alike_alone_and_together(coder: Coder) -> None:
    texts = ["Gunmen killed six farmers.", "", "Oil prices rose.", "Teachers marched in Lyon.", "Oil prices rose."]
    assert list(coder.classify_texts(texts)) == [coder.classify(text) for text in texts]


SPORT = "The striker scored twice before half-time. The referee then sent the goalkeeper off."
SHARES = "Shares fell after the quarterly earnings. Investors had hoped for more revenue."
TRIAL = "The jury reached its verdict. The defendant, convicted in 2011, heard the judge in silence."


@pytest.mark.parametrize(
    ("text", "reason"),
    [(SPORT, "sport"), (SHARES, "business"), (TRIAL, "court"), (PLAIN, "no_event")],
    ids=["sport", "business", "court", "no topic"],
)
def test_an_article_without_events_tells_what_it_is_about(coder: Coder, text: str, reason: str) -> None:
    first = coder.code(Article("a", text, published=PUBLISHED)).not_coded[0]
    assert first.reason == reason
    assert first.start is None or text[first.start : first.end] == first.quote


def test_a_topic_takes_nothing_from_an_article_with_an_event(coder: Coder) -> None:
    text = f"Gunmen killed six farmers near Jos, Nigeria, on Monday, police said. {SPORT}"
    coded = coder.code(Article("a", text, published=PUBLISHED))
    assert coded.rows
    assert "sport" not in {one.reason for one in coded.not_coded}


def test_a_text_far_longer_than_an_article_is_read_up_to_a_bound(coder: Coder) -> None:
    deed = "Gunmen killed six farmers near Jos, Nigeria, on Monday, police said. "
    coded = coder.code(Article("a", deed + PLAIN * 10_000, published=PUBLISHED))
    assert len(coded.rows) == 1
    last = coded.not_coded[-1]
    assert (last.reason, last.quote) == ("too_long", PLAIN.strip())
    assert last.start is not None and last.start > MOST_CHARACTERS - len(PLAIN)
