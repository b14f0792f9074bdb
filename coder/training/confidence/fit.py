"""Fit the weights of the event confidence on coded articles.

usage: python coder/training/confidence/fit.py ARTICLES.jsonl GOLD.jsonl [--write]

ARTICLES and GOLD are in the shape of a gold standard, as `eventbook score` reads it. Every event that the coder
drafts, whatever its confidence, is a case: right if it is paired with a required gold row of the same type and the
same day or place, wrong if it is paired with none; pairs with optional rows are left out. A logistic regression with
a ridge penalty is fitted; five folds over the articles show what precision and recall each threshold gives.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from eventbook.coder import coding
from eventbook.coder.articles import read_articles
from eventbook.coder.events.confidence import MODEL
from eventbook.coder.records import Article
from eventbook.validation.scoring.pairing import pair_rows
from eventbook.validation.scoring.reading import read_coded
from eventbook.validation.scoring.records import CodedRow
from eventbook.validation.scoring.scheme import scheme_of

LIKENESS = ("unlike", "alike")  # where it is not asked, its mean stands for it
RIDGE = 2.0
FOLDS = 5
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Floats = npt.NDArray[np.float64]


def main() -> None:
    """Collect the cases, fit, print the cross-validated figures, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    names, signs, right, articles, required = collect(options.articles, options.gold)
    weights = fit(signs, right)
    report(signs, right, articles, required)
    rounded = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    print(json.dumps(rounded))
    usual = {name: round(float(signs[:, names.index(name)].mean()), 2) for name in LIKENESS}
    print(json.dumps(usual))
    if options.write:
        MODEL.write_text(json.dumps({"weights": rounded, "usual": usual}, indent=1) + "\n", encoding="utf-8")


def collect(articles: Path, gold: Path) -> tuple[list[str], Floats, Floats, list[str], int]:
    """Names of the signs, signs (n, k), right or wrong (n,), article ids (n,), number of required gold rows."""
    seen: dict[str, dict[str, float]] = {}
    last: dict[str, float] = {}
    event_confidence, write_row = coding.event_confidence, coding.write_row

    def keep_signs(signs: dict[str, float], likeness: dict[str, float]) -> float:
        last.clear()
        last.update(signs, **likeness)
        return event_confidence(signs, likeness)

    def keep_row(*arguments: Any) -> Any:
        row = write_row(*arguments)
        seen[row.event_id] = dict(last)
        return row

    coding.event_confidence, coding.write_row = keep_signs, keep_row  # type: ignore[assignment]
    coding.confidence_range = lambda signs: (-1.0, 1.0)  # the likeness of every draft is asked
    coder = coding.Coder(overrides={"policies.minimum_confidence": 0.0}, gazetteers="shipped")
    scheme = scheme_of(coder.codebook)
    standard = {entry.article_id: entry for entry in read_coded(gold, scheme=scheme)}
    cases: list[tuple[str, dict[str, float], float]] = []
    for article in read_articles([articles]):
        if not isinstance(article, Article) or article.id not in standard:
            continue
        seen.clear()
        rows = coder.code(article).rows
        told = tuple(CodedRow(values=row.values) for row in rows)
        expected = standard[article.id].rows
        pairs = pair_rows(expected, told, scheme=scheme)
        matched = {pair.predicted: expected[pair.gold] for pair in pairs if pair.comparison.lenient}
        for number, row in enumerate(rows):
            partner = matched.get(number)
            if partner is None or partner.required:
                cases.append((article.id, seen[row.event_id], float(partner is not None)))
    names = list(cases[0][1])
    required = sum(row.required for entry in standard.values() for row in entry.rows)
    return (
        names,
        np.array([[signs[name] for name in names] for _, signs, _ in cases]),
        np.array([right for *_, right in cases]),
        [article for article, *_ in cases],
        required,
    )


def fit(signs: Floats, right: Floats) -> Floats:
    """Weights (k,) of the penalised logistic regression; the first sign is the bias and is not penalised."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        score = signs @ weights
        value = np.logaddexp(0, -(2 * right - 1) * score).sum() + RIDGE * (weights[1:] ** 2).sum() / 2
        slope = signs.T @ (1 / (1 + np.exp(-score)) - right)
        slope[1:] += RIDGE * weights[1:]
        return float(value), slope

    found: Floats = minimize(loss, np.zeros(signs.shape[1]), jac=True).x
    return found


def report(signs: Floats, right: Floats, articles: list[str], required: int) -> None:
    """Print precision, recall and F1 of the threshold, each article scored by weights that never saw it."""
    names = sorted(set(articles))
    np.random.default_rng(0).shuffle(names)
    fold = np.array([names.index(article) % FOLDS for article in articles])
    chance = np.zeros(len(right))
    for number in range(FOLDS):
        weights = fit(signs[fold != number], right[fold != number])
        chance[fold == number] = 1 / (1 + np.exp(-signs[fold == number] @ weights))
    print(f"{len(right)} drafts, {int(right.sum())} right, {required} required gold rows")
    for threshold in THRESHOLDS:
        kept = chance >= threshold
        hits = right[kept].sum()
        print(
            f"threshold {threshold:.2f}  P {hits / max(1, kept.sum()):.3f}  R {hits / required:.3f}  "
            f"F1 {2 * hits / (kept.sum() + required):.3f}  rows {kept.sum()}"
        )


if __name__ == "__main__":
    main()
