"""Rows against the gold standard of news articles."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from eventbook.validation.scoring.intervals import Floats, Measure, Resampling, bootstrap, to_measures
from eventbook.validation.scoring.measures import share
from eventbook.validation.scoring.misses import Miss
from eventbook.validation.scoring.reading import read_coded
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.score import score_rows
from reading_benchmark.common import SetResult, Setting, evidence_text, hash_files, plain_values

TARGETS = {
    "document.f1": 0.90,
    "event_lenient.f1": 0.75,
    "event_strict.f1": 0.65,
    "fields.sub_event_type": 0.85,
    "fields.day": 0.90,
    "fields.place": 0.90,
    "fields.deaths": 0.85,
    "fields.categories": 0.85,
    "fields.actors": 0.75,
    "row_right": 0.40,
    "nothing codable, no row": 0.90,
}


def run(setting: Setting) -> SetResult:
    """Code the articles of the gold standard and score the rows."""
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.scoring.scheme import scheme_of

    folder = setting.shared / "gold"
    scheme = scheme_of(load_codebook())
    gold = read_coded(folder / "dev_gold.jsonl", scheme=scheme)[: setting.limit]
    coder = setting.make_coder(None)
    wanted = {article.article_id for article in gold}
    articles = [one for one in load_articles(setting) if one.id in wanted]
    results = {article.id: coder.code(article) for article in articles}
    predicted = [CodedArticle(article_id, _rows(result)) for article_id, result in results.items()]
    report = score_rows(gold, predicted, scheme=scheme, resampling=setting.resampling)
    clean = _clean_share(gold, {one.article_id: len(one.rows) for one in predicted}, setting.resampling)
    return SetResult(
        name="gold",
        sha256=hash_files(folder / "dev_articles.jsonl", folder / "dev_gold.jsonl"),
        measures={**report.measures, "nothing codable, no row": clean},
        targets=TARGETS,
        misses=tuple(_with_reason(miss, results) for miss in report.misses),
        note=f"{report.articles} articles, {report.gold_rows} required rows, {report.predicted_rows} predicted",
    )


def load_articles(setting: Setting) -> list[Any]:
    """The articles as the program itself reads them."""
    from eventbook.coder.articles.read import read_articles
    from eventbook.coder.records import Article

    path = setting.shared / "gold" / "dev_articles.jsonl"
    return [article for article in read_articles([path]) if isinstance(article, Article)]


def _rows(result: Any) -> tuple[CodedRow, ...]:
    return tuple(CodedRow(plain_values(row.values), quote=evidence_text(row)) for row in result.rows)


def _clean_share(gold: Sequence[CodedArticle], rows: dict[str, int], resampling: Resampling) -> Measure:
    """The share of the articles with nothing codable that got no row."""
    empty = [article.article_id for article in gold if not article.rows]
    clean = np.array([rows.get(article_id, 0) == 0 for article_id in empty], dtype=np.float64)
    if not empty:
        return Measure(None, None, None, 0)

    def figure(weights: Floats) -> Floats:
        return share(weights @ clean, weights.sum(axis=1))[:, None]

    base = np.array([float(len(empty))])
    return to_measures(*bootstrap(len(empty), figure, resampling=resampling), base)[0]


def _with_reason(miss: Miss, results: dict[str, Any]) -> Miss:
    """A missed row with the reasons for which the coder left things out of that article."""
    result = results.get(miss.article_id)
    if miss.kind != "missed row" or result is None:
        return miss
    reasons = dict.fromkeys(f"{one.reason} ({one.quote[:40]})" for one in result.not_coded)
    got = "; ".join([*([miss.got] if miss.got else []), "not coded: " + ", ".join(list(reasons)[:6])])
    return Miss(miss.kind, miss.article_id, miss.column, miss.expected, got, miss.quote, miss.origin)
