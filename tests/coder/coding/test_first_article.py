"""The acceptance of the first real article, where it lies beside the checkout."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eventbook.coder.articles import read_articles
from eventbook.coder.records import Article

if TYPE_CHECKING:
    from eventbook.coder.coding import Coder

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the first article is not beside this checkout")


@pytest.fixture(scope="module")
def article() -> Article:
    return next(item for item in read_articles([SEED / "article.json"]) if isinstance(item, Article))


def test_its_rows_meet_what_is_asserted_of_them(article: Article, coder: Coder) -> None:
    rows = [row.values for row in coder.code(article).rows]
    required = [event for event in json.loads((SEED / "gold.jsonl").read_text("utf-8").splitlines()[0])["events"]
                if event["required"]]  # fmt: skip
    assert len(rows) >= len(required)
    assert sum(int(str(row["fatalities"])) for row in rows) == 17
    names = {name for event in required for name in (event["location"], *event["alternatives"].get("location", []))}
    assert {row["location"] for row in rows} <= names
    assert {row["country"] for row in rows} == {"Kazakhstan"}
    days = {date(2011, 7, day) for day in (10, 11, 12)}
    assert {row["event_date"] for row in rows} <= days
    for event in required:
        allowed = {event["event_date"], *event["alternatives"].get("event_date", [])}
        assert any(str(row["event_date"]) in allowed for row in rows)


def test_without_a_publication_date_it_gives_no_row_and_says_why(article: Article, coder: Coder) -> None:
    coded = coder.code(dataclasses.replace(article, published=None))
    assert coded.rows == ()
    assert [reason.reason for reason in coded.not_coded] == ["no_publication_date"]
    assert coded.not_coded[0].detail
