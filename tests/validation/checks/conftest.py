"""Rows that keep the shipped codebook, and one-line ways to spoil them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.validation.checks import check_rows

TODAY = date(2026, 1, 1)

GOOD: dict[str, Any] = {
    "event_id_cnty": "KEN1", "event_date": date(2024, 5, 14), "year": 2024, "time_precision": 1,
    "disorder_type": "Demonstrations", "event_type": "Protests", "sub_event_type": "Protest with intervention",
    "actor1": "Protesters (Kenya)", "assoc_actor_1": "Students (Kenya)", "inter1": "Protesters",
    "actor2": "Police Forces of Kenya", "assoc_actor_2": None, "inter2": "State forces",
    "interaction": "State forces-Protesters", "civilian_targeting": None, "iso": 404, "region": "Eastern Africa",
    "country": "Kenya", "admin1": "Nairobi", "admin2": None, "admin3": None, "location": "Nairobi",
    "latitude": -1.2833, "longitude": 36.8167, "geo_precision": 1, "source": "Gazette", "source_scale": "National",
    "notes": "Students marched and police dispersed them.", "fatalities": 0, "tags": "crowd size=hundreds",
    "timestamp": 1715731200,
}  # fmt: skip


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The shipped codebook."""
    return load_codebook()


@pytest.fixture(scope="session")
def rows_of(codebook: Codebook) -> Callable[..., pa.Table]:
    """A table of good rows, each with changes, ids KEN1, KEN2, ..."""

    def make(*changes: Mapping[str, Any]) -> pa.Table:
        rows = [GOOD | {"event_id_cnty": f"KEN{n}", "location": f"Place {n}"} | dict(change)
                for n, change in enumerate(changes or [{}], start=1)]  # fmt: skip
        return pa.Table.from_pylist(rows, schema=row_schema(codebook))

    return make


@pytest.fixture(scope="session")
def findings_of(codebook: Codebook) -> Callable[..., list[dict[str, Any]]]:
    """The findings on a table as plain rows."""

    def check(events: pa.Table, **beside: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = check_rows(events, codebook, **({"today": TODAY} | beside)).to_pylist()
        return found

    return check


def ids(findings: Sequence[Mapping[str, Any]]) -> list[str]:
    """The ids of the checks that found something."""
    return [finding["check_id"] for finding in findings]
