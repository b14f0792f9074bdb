"""Whole small articles with the rows that they give; `make golden` writes the rows anew."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from eventbook.coder.coding import Coder

HERE = Path(__file__).resolve().parent
CASES = sorted(path.parent.name for path in HERE.glob("*/article.json"))


@pytest.fixture(scope="module")
def regenerate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("regenerate_golden", HERE / "regenerate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def coder() -> "Coder":
    from eventbook.coder.coding import Coder

    return Coder()


def test_there_are_cases() -> None:
    assert len(CASES) >= 8


@pytest.mark.parametrize("case", CASES)
def test_the_rows_are_as_written(case: str, regenerate: ModuleType, coder: "Coder") -> None:
    expected = json.loads((HERE / case / "expected.json").read_text("utf-8"))
    assert regenerate.expected_of(HERE / case, coder) == expected
