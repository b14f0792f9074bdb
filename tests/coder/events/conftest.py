"""The rows of a report that was published on 17 March 2023, a Friday."""

from collections.abc import Callable
from datetime import date

import pytest

from eventbook.coder.coding import Coder
from eventbook.coder.records import Article

PUBLISHED = date(2023, 3, 17)
NAMES = ("sub_event_type", "event_date", "location", "actor1", "actor2", "fatalities")
Row = tuple[str, str, str, str, str | None, int]  # kind, month and day, place, first side, second side, deaths


@pytest.fixture(scope="session")
def report_rows(coder: Coder) -> Callable[[str], set[Row]]:
    """Code a text; what comes back are its rows as tuples of their main cells."""

    def run(text: str) -> set[Row]:
        found = coder.code(Article("a", text, published=PUBLISHED)).rows
        told = [[row.values[name] for name in NAMES] for row in found]
        return {(kind, f"{day:%m-%d}", place, one, two, deaths) for kind, day, place, one, two, deaths in told}  # type: ignore[misc]

    return run
