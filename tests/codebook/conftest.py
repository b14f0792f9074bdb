"""A copy of the tiny codebook that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TINY = Path(__file__).parent / "tiny"

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def edit(tiny: Path) -> Edit:
    """A function that replaces text in a file of the copy, once, and gives the copy's folder."""

    def change(file: str, old: str, new: str) -> Path:
        path = tiny / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
        return tiny

    return change
