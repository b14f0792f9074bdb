"""Every cell has words or a rule behind it, and no article is without a row or a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eventbook.coder.articles import read_articles
from eventbook.coder.records import Article
from eventbook.coder.sample import sample_path

if TYPE_CHECKING:
    from eventbook.coder.coding import CodedArticle, Coder

ARTICLES = [item for item in read_articles([sample_path() / "articles.jsonl"]) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def coded(coder: Coder) -> dict[str, CodedArticle]:
    return {article.id: coder.code(article) for article in ARTICLES}


@pytest.mark.parametrize("article", ARTICLES, ids=[article.id for article in ARTICLES])
def test_a_cell_quotes_its_article_or_names_its_rule(article: Article, coded: dict[str, CodedArticle]) -> None:
    for row in coded[article.id].rows:
        assert row.article_id == article.id
        for column, cell in row.cells.items():
            assert 0.0 <= cell.confidence <= 1.0, column
            assert cell.rule and (cell.evidence or "." in cell.rule), f"{column}: no words, and no rule that is named"
            for words in cell.evidence:
                assert words.article_id == article.id
                assert 0 <= words.start < words.end <= len(article.text)
                assert article.text[words.start : words.end] == words.quote


@pytest.mark.parametrize("article", ARTICLES, ids=[article.id for article in ARTICLES])
def test_an_article_gives_a_row_or_a_reason(article: Article, coded: dict[str, CodedArticle], coder: Coder) -> None:
    found = coded[article.id]
    assert found.rows or found.not_coded
    for item in found.not_coded:
        assert item.article_id == article.id
        assert item.reason in coder.codebook.reasons
        if item.start is not None and item.end is not None:
            assert article.text[item.start : item.end] == item.quote


def test_the_columns_are_the_codebooks(coded: dict[str, CodedArticle], coder: Coder) -> None:
    rows = [row for found in coded.values() for row in found.rows]
    assert rows
    columns = [column.name for column in coder.codebook.columns]
    assert all(list(row.values) == columns for row in rows)
    ids = [row.event_id for row in rows]
    assert len(ids) == len(set(ids))


NOTHING = {
    "no words at all": "",
    "blanks": " \n\t\n ",
    "a cabinet meeting": "The cabinet met on Monday and talked about roads.",
    "a plan": "LIMA, March 13 - Unions will march through Lima on Friday.",
    "a denial": "BAGHDAD, March 13 - The army denied that it had bombed the school in Mosul.",
    "a metaphor": "The two supermarkets fought a price war.",
    "history": "The city marked the anniversary of the massacre of 1972.",
    "an old event": "KANO, March 13 - Gunmen killed nine villagers in Kano on 6 May 2019.",
    "an event without a place": "Gunmen killed nine villagers on Tuesday.",
    "a trial": "PARIS, March 13 - A man was sentenced in Paris on Tuesday for the murder of a priest.",
    "an accident": "LIMA, March 13 - Twelve people died when a bus crashed near Lima on Tuesday.",
    "a drill": "SEOUL, March 13 - North Korea tested a missile on Tuesday that fell into the sea.",
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_gives_no_row_gives_a_reason(name: str, code: object, coder: Coder) -> None:
    assert callable(code)
    found = code(NOTHING[name])
    assert found.rows == ()
    assert found.not_coded and {item.reason for item in found.not_coded} <= set(coder.codebook.reasons)
