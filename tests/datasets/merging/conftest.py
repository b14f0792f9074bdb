"""Short ways to write rows that articles report, and to merge them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.datasets.merging import Merged, merge_rows

Report = Mapping[str, Any]
BASE: dict[str, Any] = {
    "event_date": date(2019, 3, 10), "year": 2019, "time_precision": 1, "disorder_type": "Political violence",
    "event_type": "Violence against civilians", "sub_event_type": "Attack",
    "actor1": "Unidentified Armed Group (Nigeria)", "inter1": "Political militia", "actor2": "Civilians (Nigeria)",
    "inter2": "Civilians", "interaction": "Political militia-Civilians", "civilian_targeting": "Civilian targeting",
    "iso": 566, "region": "Western Africa", "country": "Nigeria", "admin1": "Borno", "location": "Maiduguri",
    "latitude": 11.8464, "longitude": 13.1603, "geo_precision": 1, "source_scale": "National", "notes": "An attack.",
    "fatalities": 3, "timestamp": 0, "published": date(2019, 3, 11),
}  # fmt: skip


def make_report(event_id: str, article: str, **changes: Any) -> Report:
    """One row of one article; an unnamed source is called after the article."""
    return BASE | {"event_id_cnty": event_id, "article_id": article, "source": f"Paper {article}"} | changes


def merge_reports(
    reports: Sequence[Report], codebook: Codebook, *, policy: Mapping[str, Any] | None = None, **options: Any
) -> Merged:
    """Merge reports, with the codebook's policy changed as given; a `text` becomes the words of its row."""
    schema = row_schema(codebook)
    rows = pa.Table.from_pylist(
        [{name: report.get(name) for name in schema.names} for report in reports], schema=schema
    )
    rows = rows.append_column("article_id", pa.array([report["article_id"] for report in reports], pa.string()))
    sources = pa.Table.from_pylist(
        [
            {name: report.get(name) for name in ("article_id", "source", "published", "title", "hash")}
            for report in reports
        ]
    )
    if any("confidence" in report for report in reports):
        sure = [report.get("confidence") for report in reports]
        rows = rows.append_column("confidence", pa.array(sure, pa.float64()))
    told = [report for report in reports if report.get("text")]
    wording = pa.table({
        "event_id": pa.array([report["event_id_cnty"] for report in told], pa.string()),
        "article_id": pa.array([report["article_id"] for report in told], pa.string()),
        "wording": pa.array([report["text"] for report in told], pa.string()),
    })  # fmt: skip
    if policy is not None:
        codebook = codebook.model_copy(update={"merging": codebook.merging.model_copy(update=dict(policy))})
    return merge_rows(rows, codebook, sources=sources, wording=wording, **options)


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture
def report() -> Callable[..., Report]:
    return make_report


@pytest.fixture
def merge(codebook: Codebook) -> Callable[..., Merged]:
    def run(reports: Sequence[Report], **options: Any) -> Merged:
        return merge_reports(reports, options.pop("codebook", codebook), **options)

    return run
