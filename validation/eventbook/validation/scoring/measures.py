"""Precision, recall, F1 and shares out of counts."""

from collections.abc import Mapping

import numpy as np

from eventbook.validation.scoring.compare import FIELDS
from eventbook.validation.scoring.intervals import Floats, Measure, Resampling, bootstrap, to_measures
from eventbook.validation.scoring.outcomes import DOCUMENT, LENIENT, STRICT, column_of
from eventbook.validation.scoring.scheme import ScoreScheme

_TRIPLES = {"document": DOCUMENT, "event_lenient": LENIENT, "event_strict": STRICT}


def share(part: Floats, whole: Floats, *, empty: float = np.nan) -> Floats:
    """part / whole, and `empty` where the whole is 0; arrays of one shape."""
    return np.divide(part, whole, out=np.full(np.shape(whole), empty, dtype=np.float64), where=whole > 0)


def precision_recall_f1(hit: Floats, false: Floats, missed: Floats) -> tuple[Floats, Floats, Floats]:
    """Precision, recall and F1; 0 where nothing was predicted or to be found, NaN where neither was."""
    nothing = hit + false + missed == 0
    figures = (
        share(hit, hit + false, empty=0.0),
        share(hit, hit + missed, empty=0.0),
        share(2 * hit, 2 * hit + false + missed, empty=0.0),
    )
    precision, recall, f1 = (np.where(nothing, np.nan, figure) for figure in figures)
    return precision, recall, f1


def score_counts(
    counts: Floats, *, scheme: ScoreScheme, resampling: Resampling, documents: bool = True
) -> dict[str, Measure]:
    """All measures of counts (n_articles, len(COUNTS)), with intervals by article.

    Names: document.f1, event_lenient.precision, fields.deaths, row_right. Fields are shares of the leniently
    matched required rows, row_right of all required rows. Fields that the scheme has no column for are left out.
    """
    triples = {name: parts for name, parts in _TRIPLES.items() if documents or name != "document"}
    fields = [name for name in FIELDS if _has_field(scheme, name)]

    def figures(weights: Floats) -> Floats:
        totals = weights @ counts
        out: list[Floats] = []
        for parts in triples.values():
            out.extend(precision_recall_f1(*(column_of(totals, part) for part in parts)))
        hits = column_of(totals, "lenient_hit")
        out.extend(share(column_of(totals, name), hits) for name in fields)
        out.append(share(column_of(totals, "right"), column_of(totals, "required")))
        return np.stack(out, axis=-1)

    names = [f"{triple}.{part}" for triple in triples for part in ("precision", "recall", "f1")]
    names += [f"fields.{name}" for name in fields] + ["row_right"]
    bases = _bases(counts.sum(axis=0), triples, len(fields))
    measures = to_measures(*bootstrap(len(counts), figures, resampling=resampling), bases)
    return dict(zip(names, measures, strict=True))


def _bases(totals: Floats, triples: Mapping[str, tuple[str, str, str]], n_fields: int) -> Floats:
    """How many rows or documents each figure rests on."""
    bases: list[float] = []
    for hit, false, missed in triples.values():
        found, lost = column_of(totals, hit), column_of(totals, missed)
        wrong = column_of(totals, false)
        bases += [float(found + wrong), float(found + lost), float(found + wrong + lost)]
    bases += [float(column_of(totals, "lenient_hit"))] * n_fields
    return np.array([*bases, float(column_of(totals, "required"))])


def _has_field(scheme: ScoreScheme, name: str) -> bool:
    return scheme.has_place() if name == "place" else bool(getattr(scheme, name))
