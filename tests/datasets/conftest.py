"""Datasets made for a test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from eventbook.datasets import Dataset, create_dataset

KEYS = {"events": ("event_id",), "evidence": ("event_id", "column")}


def make_tables(days: dict[str, int | None]) -> dict[str, pa.Table]:
    """Events with these ids and deaths, and one line of evidence for each."""
    events = pa.table(
        {
            "event_id": pa.array(list(days), pa.string()),
            "fatalities": pa.array(list(days.values()), pa.int32()),
            "country": pa.array(["Kenya"] * len(days)).dictionary_encode(),
        }
    )
    evidence = pa.table(
        {
            "event_id": pa.array(list(days), pa.string()),
            "column": pa.array(["fatalities"] * len(days), pa.string()),
            "quote": pa.array([f"{count} people died" for count in days.values()], pa.string()),
        }
    )
    return {"events": events, "evidence": evidence}


@pytest.fixture
def tables() -> Callable[..., dict[str, pa.Table]]:
    return make_tables


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return create_dataset(tmp_path / "dataset", identity={"title": "Test"})


@pytest.fixture
def filled(dataset: Dataset) -> Dataset:
    """Two versions: A with 1 and B with 2 deaths; then B corrected to 3."""
    options: dict[str, Any] = {"keys": KEYS, "command": "test", "codebook": {"id": "invented", "version": "1.0.0"}}
    dataset.commit(make_tables({"A": 1, "B": 2}), reason="first", **options)
    dataset.commit(make_tables({"A": 1, "B": 3}), reason="second", base=1, **options)
    return dataset
