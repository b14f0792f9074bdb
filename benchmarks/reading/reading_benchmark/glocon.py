"""Does an article report a demonstration? Labels are noisy, articles undated."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from eventbook.coder.events.sides import facts_of
from eventbook.coder.kinds.conditions import decide_kind
from eventbook.validation.scoring.cells import describe_row
from eventbook.validation.scoring.intervals import Floats, bootstrap, to_measures
from eventbook.validation.scoring.measures import precision_recall_f1
from eventbook.validation.scoring.misses import Miss
from reading_benchmark.common import (
    WIDE_WINDOW_DAYS,
    SetResult,
    Setting,
    evidence_text,
    hash_files,
    make_article,
    read_jsonl,
)

TARGETS = {"f1": 0.70}
EVENT_TYPES = frozenset({"Protests", "Riots"})
# An undated article still needs a day for its rows; which one makes no difference to the measure.
STAND_IN_DAY = date(2020, 1, 15)
_SHOWN = ("sub_event_type", "event_date", "location", "actor1")


def run(setting: Setting) -> SetResult:
    """An article is positive if it tells of a demonstration or riot: by a row, or by a happening of that kind.

    The set asks neither for a day nor for a place below the country, which a row needs.
    """
    path = setting.shared / "bench" / "glocon_docs_dev.jsonl"
    documents = read_jsonl(path, setting.limit)
    coder = setting.make_coder(WIDE_WINDOW_DAYS)
    counts, misses = np.zeros((len(documents), 3)), []
    for index, document in enumerate(documents):
        day = published(document)
        result = coder.code(make_article(document["id"], document["text"], day))
        rows = [row for row in result.rows if row.values.get("event_type") in EVENT_TYPES]
        told = [] if rows else demonstrations(coder.happenings(document["text"], published=day), coder.codebook)
        wanted, found = bool(document["label"]), bool(rows or told)
        counts[index] = [wanted and found, found and not wanted, wanted and not found]
        if wanted != found:
            misses.append(_miss(document, result, rows, told))

    def figures(weights: Floats) -> Floats:
        return np.stack(precision_recall_f1(*np.moveaxis(weights @ counts, -1, 0)), axis=-1)

    hits, false, lost = counts.sum(axis=0)
    bases = np.array([hits + false, hits + lost, hits + false + lost])
    measures = to_measures(*bootstrap(len(documents), figures, resampling=setting.resampling), bases)
    names = ("precision", "recall", "f1")
    return SetResult("glocon", hash_files(path), dict(zip(names, measures, strict=True)), TARGETS, tuple(misses),
                     f"{len(documents)} articles, {int(hits + lost)} positive")  # fmt: skip


def demonstrations(happenings: Iterable[Any], codebook: Any) -> list[Any]:
    """The happenings that a rule makes a demonstration or riot, those left out that are only named as a cause."""
    found = []
    for happening in happenings:
        if happening.thin or happening.secondary:
            continue
        decision = decide_kind(facts_of([happening], None, codebook), codebook)
        if decision is not None and decision.kind.event_type.label in EVENT_TYPES:
            found.append(happening)
    return found


def published(document: dict[str, Any]) -> date:
    """The day in the article's name where it has one (`…_20180924133013000_…`), else a stand-in."""
    given = document.get("published")
    if given:
        return date.fromisoformat(str(given)[:10])
    stamp = re.search(r"(?<!\d)(19|20)\d{6}", str(document.get("url") or ""))
    try:
        return date.fromisoformat(stamp.group()) if stamp else STAND_IN_DAY
    except ValueError:
        return STAND_IN_DAY


def _miss(document: dict[str, Any], result: Any, rows: list[Any], told: list[Any]) -> Miss:
    if rows:
        got = "; ".join(describe_row(row.values, _SHOWN) for row in rows)
        return Miss("false article", document["id"], "", "", got, evidence_text(rows[0]), "")
    if told:
        spans = [document["text"][max(0, one.acts[0].start - 60) : one.acts[-1].end + 60] for one in told]
        return Miss("false article", document["id"], "", "", "a happening without a row", " … ".join(spans), "")
    reasons = "; ".join(dict.fromkeys(f"{one.reason} ({one.quote[:60]})" for one in result.not_coded))
    return Miss("missed article", document["id"], "", "a demonstration", reasons, document["text"][:300], "")
