"""One coder for all tests of the coder: loading the parser and the gazetteer takes longer than most tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from eventbook.coder.coding import CodedArticle, Coder

PUBLISHED = date(2024, 3, 14)  # a Thursday: "on Tuesday" is 12 March


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder of the shipped codebook."""
    from eventbook.coder.coding import Coder

    return Coder()


@pytest.fixture(scope="session")
def code(coder: Coder) -> Callable[..., CodedArticle]:
    """Code a text that was published on 14 March 2024."""
    from eventbook.coder.records import Article

    def run(text: str, *, published: date | None = PUBLISHED, title: str | None = None) -> CodedArticle:
        return coder.code(Article("a1", text, title=title, published=published))

    return run
