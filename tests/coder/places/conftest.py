"""One gazetteer for all tests of places; the user's folder is always a temporary one."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventbook.coder.places import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def book() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTBOOK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"
