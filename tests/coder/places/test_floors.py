"""The pinned floors of benchmarks/places hold."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from eventbook.coder.places import Gazetteer

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "benchmarks" / "places"
UCDP = ROOT.parent / "shared" / "bench" / "ucdp_places_dev.csv"
FLOORS = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmarks_places_run", FOLDER / "run.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_trap_sentences_are_read_right(run: ModuleType, book: Gazetteer) -> None:
    share, wrong = run.measure_traps(FOLDER / "traps.jsonl", book)
    assert share >= FLOORS["traps"], wrong


@pytest.mark.skipif(not UCDP.is_file(), reason="the benchmark lies beside the checkout")
def test_conflict_places_are_resolved(run: ModuleType, book: Gazetteer) -> None:
    figures, _ = run.measure_ucdp(UCDP, book)
    assert figures["precision_1_within_25km"] >= FLOORS["precision_1_within_25km"]
    assert figures["precision_1_wrong_100km_of_all"] <= FLOORS["precision_1_wrong_100km_of_all"]
    assert figures["exact_rows_within_25km"] >= FLOORS["exact_rows_within_25km"]
    assert figures["exact_rows_at_precision_1_within_25km"] >= FLOORS["exact_rows_at_precision_1_within_25km"]
    assert figures["right_division"] >= FLOORS["right_division"]
