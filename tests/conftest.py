"""What all tests share: no gazetteer of the person who runs them takes part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def no_own_gazetteers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An empty home for the user's gazetteers, for commands that tests start too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        yield
