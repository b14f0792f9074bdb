"""The shipped sample: twenty articles of the promised kinds, and expected rows that agree with them."""

import json
from collections import Counter
from datetime import date, timedelta
from typing import Any

from eventbook.coder.articles import find_boilerplate, read_articles
from eventbook.coder.records import Article
from eventbook.coder.sample import sample_path

ARTICLES = [item for item in read_articles([sample_path() / "articles.jsonl"]) if isinstance(item, Article)]
EXPECTED: list[dict[str, Any]] = [
    json.loads(line) for line in (sample_path() / "expected.jsonl").read_text("utf-8").splitlines()
]
EVENTS = [(entry["article_id"], event) for entry in EXPECTED for event in entry["events"]]


def test_twenty_articles_of_the_length_of_agency_reports() -> None:
    assert len(ARTICLES) == 20
    assert all(250 <= len(article.text.split()) <= 450 for article in ARTICLES)
    assert [article.id for article in ARTICLES] == [entry["article_id"] for entry in EXPECTED]


def test_years_countries_and_kinds_are_spread() -> None:
    years = {article.published.year for article in ARTICLES if article.published}
    assert min(years) == 1998 and max(years) == 2024 and len(years) >= 12
    assert len({event["country"] for _, event in EVENTS}) >= 12
    assert len({event["sub_event_type"] for _, event in EVENTS}) >= 14


def test_a_quarter_reports_nothing_and_one_has_no_date() -> None:
    undated = [article.id for article in ARTICLES if article.published is None]
    empty = [entry["article_id"] for entry in EXPECTED if not entry["events"]]
    assert len(undated) == 1
    assert len(set(empty) - set(undated)) == 5 and set(undated) < set(empty)
    assert all(entry["codable"] == bool(entry["events"]) and entry["not_coded"] for entry in EXPECTED)


def test_several_articles_report_several_events() -> None:
    assert sum(count > 1 for count in Counter(article_id for article_id, _ in EVENTS).values()) >= 10


def test_every_expected_row_quotes_its_article_outside_boilerplate_and_inside_the_window() -> None:
    articles = {article.id: article for article in ARTICLES}
    for article_id, event in EVENTS:
        article = articles[article_id]
        start = article.text.index(event["quote"])
        assert all(
            end <= start or begin >= start + len(event["quote"]) for begin, end in find_boilerplate(article.text)
        )
        assert article.published is not None
        age = article.published - date.fromisoformat(event["event_date"])
        assert timedelta(0) <= age <= timedelta(31)


def test_one_article_carries_every_trap_of_a_web_page() -> None:
    [page] = [article for article in ARTICLES if find_boilerplate(article.text)]
    assert all(mark in page.text for mark in ("\u00a0", "\r\n", "“", "’", "SOURCE: Agencies"))
    tail = find_boilerplate(page.text)[-1]
    assert page.text[tail[0] : tail[1]].startswith("SOURCE: Agencies") and tail[1] == len(page.text)
