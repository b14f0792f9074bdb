"""The kind of event of bare snippets: CASE-2021 task 2, whose classes are the codebook's sub-event types."""

import numpy as np

from eventbook.validation.scoring.intervals import Floats, bootstrap, to_measures
from eventbook.validation.scoring.measures import share
from eventbook.validation.scoring.misses import Miss
from reading_benchmark.common import SetResult, Setting, hash_files, read_jsonl

TARGETS = {"weighted F1": 0.80, "macro F1": 0.75, "foreign classes rejected": 0.80}


def run(setting: Setting) -> SetResult:
    """Classify every snippet; a class of None in the gold standard is to be rejected."""
    path = setting.shared / "bench" / "case2021_task2_dev.jsonl"
    snippets = read_jsonl(path, setting.limit)
    coder = setting.make_coder(None)
    found = coder.classify_texts([snippet["text"] for snippet in snippets])
    predicted = [one.sub_event_type if one is not None else None for one in found]
    gold = [snippet["sub_event_type"] for snippet in snippets]
    misses = tuple(
        Miss("wrong kind", str(snippet["id"]), snippet.get("label", ""), expected or "(not codable)",
             _describe(one), snippet["text"], f"{path.name}:{line}")
        for line, (snippet, expected, got, one) in enumerate(zip(snippets, gold, predicted, found, strict=True), 1)
        if expected != got
    )  # fmt: skip
    measures = dict(zip(TARGETS, _measures(gold, predicted, setting), strict=True))
    return SetResult("case", hash_files(path), measures, TARGETS, misses, f"{len(snippets)} snippets")


def _measures(gold: list[str | None], predicted: list[str | None], setting: Setting) -> list:  # type: ignore[type-arg]
    """Weighted and macro F1 over the classes of the gold standard, false hits on foreign snippets left out."""
    core = np.array([one is not None for one in gold])
    classes = sorted({one for one in gold if one is not None})
    is_gold = np.array([[one == name for name in classes] for one in gold], dtype=np.float64)
    is_found = np.array([[one == name for name in classes] for one in predicted], dtype=np.float64) * core[:, None]
    rejected = np.array([one is None for one in predicted]) & ~core

    def figures(weights: Floats) -> Floats:
        hits, wanted, found = (weights @ table for table in (is_gold * is_found, is_gold, is_found))
        f1 = np.where(wanted > 0, share(2 * hits, wanted + found, empty=0.0), np.nan)
        weighted = share(np.nansum(f1 * wanted, axis=1), wanted.sum(axis=1))
        macro = share(np.nansum(f1, axis=1), (wanted > 0).sum(axis=1).astype(np.float64))
        foreign = share(weights @ rejected.astype(np.float64), weights @ (~core).astype(np.float64))
        return np.stack([weighted, macro, foreign], axis=-1)

    bases = np.array([core.sum(), core.sum(), (~core).sum()], dtype=np.float64)
    return to_measures(*bootstrap(len(gold), figures, resampling=setting.resampling), bases)


def _describe(found: object) -> str:
    if found is None or getattr(found, "sub_event_type", None) is None:
        runner_up = getattr(found, "runner_up", None)
        return f"(not codable); then {runner_up}" if runner_up else "(not codable)"
    confidence = getattr(found, "confidence", None)
    return f"{getattr(found, 'sub_event_type', '')} ({confidence}); then {getattr(found, 'runner_up', None)}"
