"""Merging keeps its floors on the labelled pairs."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
BENCHMARK = ROOT / "benchmarks" / "merging"


def test_the_labelled_pairs_keep_their_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.util import module_from_spec, spec_from_file_location

    monkeypatch.setattr(sys, "path", [*sys.path])
    spec = spec_from_file_location("merging_benchmark", BENCHMARK / "run.py")
    assert spec is not None and spec.loader is not None
    run = module_from_spec(spec)
    spec.loader.exec_module(run)
    pairs = run.read("pairs.jsonl")
    assert len(pairs) >= 150
    assert 0.4 <= sum(pair["same"] for pair in pairs) / len(pairs) <= 0.6
    assert run.below_floors(run.measure(run.judge(run.load_codebook()))) == []
