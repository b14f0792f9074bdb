"""Sentences that report killing or use of force by the police, in lower case and badly encoded."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from eventbook.validation.scoring.intervals import Floats, bootstrap, to_measures
from eventbook.validation.scoring.measures import precision_recall_f1
from eventbook.validation.scoring.misses import Miss
from reading_benchmark.common import SetResult, Setting, hash_files, read_jsonl

TARGETS = {"precision": 0.5, "recall": 0.75}
LABELS = ("KILL", "FORCE")
# The labels are of what the police did; a happening counts if one of these is on its acting side.
STATE_CATEGORIES = frozenset({"state_forces"})
FORCE_FEATURES = frozenset({"force", "death", "dispersal", "injury"})


def run(setting: Setting) -> SetResult:
    """A sentence is predicted if the words of a happening that tells of force by the state touch it."""
    path = setting.shared / "bench" / "indiapolice_sents_dev.jsonl"
    documents: dict[Any, list[dict[str, Any]]] = {}
    for sentence in read_jsonl(path):
        documents.setdefault(sentence["doc_id"], []).append(sentence)
    chosen = list(documents.items())[: setting.limit]
    coder = setting.make_coder(None)
    counts, misses = np.zeros((len(chosen), 3)), []
    for index, (document, sentences) in enumerate(chosen):
        text, spans = join_sentences([sentence["sent_text"] for sentence in sentences])
        touched = touch(spans, _force_spans(coder.happenings(text)))
        for at, sentence in enumerate(sentences):
            wanted, found = any(sentence[label] for label in LABELS), at in touched
            counts[index] += [wanted and found, found and not wanted, wanted and not found]
            if wanted != found:
                kind = "missed sentence" if wanted else "false sentence"
                expected = ", ".join(sentence["sent_labels"])
                where = f"{document}/{sentence['sent_id']}"
                misses.append(Miss(kind, where, "", expected, "", sentence["sent_text"].strip(), ""))

    def figures(weights: Floats) -> Floats:
        precision, recall, _ = precision_recall_f1(*np.moveaxis(weights @ counts, -1, 0))
        return np.stack([precision, recall], axis=-1)

    hits, false, lost = counts.sum(axis=0)
    bases = np.array([hits + false, hits + lost])
    measures = to_measures(*bootstrap(len(chosen), figures, resampling=setting.resampling), bases)
    return SetResult("indiapolice", hash_files(path), dict(zip(TARGETS, measures, strict=True)), TARGETS,
                     tuple(misses), f"{len(chosen)} documents")  # fmt: skip


def join_sentences(sentences: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """One text of the sentences, with each sentence's span in it."""
    parts, spans, start = [], [], 0
    for sentence in sentences:
        part = sentence if sentence[-1:].isspace() else sentence + " "
        parts.append(part)
        spans.append((start, start + len(part)))
        start += len(part)
    return "".join(parts), spans


def touch(sentences: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Which sentences share a character with a span."""
    return {at for start, end in spans for at, (first, last) in enumerate(sentences) if start < last and first < end}


def _force_spans(happenings: Iterable[Any]) -> list[tuple[int, int]]:
    """The spans of the acts of force of the state; a bare span is taken as it is."""
    spans = []
    for happening in happenings:
        if isinstance(happening, tuple):
            spans.append((int(happening[0]), int(happening[1])))
        elif is_state_force(happening):
            spans += [(act.start, act.end) for act in happening.acts]
    return spans


def is_state_force(happening: Any) -> bool:
    """Force, deaths or dispersal, and the state on the acting side, or on either side of a clash.

    Who disperses a crowd need not be named: tear gas and baton charges are the means of the police.
    """
    if not FORCE_FEATURES & happening.features:
        return False
    if "dispersal" in happening.features and not happening.agents:
        return True
    sides = [*happening.agents, *(happening.patients if happening.reciprocal else ())]
    return any(side.category in STATE_CATEGORIES for side in sides)
