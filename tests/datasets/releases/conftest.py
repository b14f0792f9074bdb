"""A dataset of invented rows by the shipped codebook: two versions, with what people decided in between."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.loading import load_codebook
from eventbook.datasets import Dataset, create_dataset, open_dataset
from eventbook.datasets.building import store_keys
from eventbook.datasets.releases.making import Made, Wish, make_release

DAY = date(2026, 1, 31)
ABOUT = {"authors": ["Doe, Jane Ann (0000-0002-1825-0097)", "Example Lab"], "licence": "CC-BY-4.0"}
HOSTILE = '<script>alert(1)</script> | `x` & "quoted", with a comma'
LONG = "The crowd — about 300 people — walked on. " * 80  # more than Stata's str# holds
ROW = {
    "event_date": date(2024, 5, 14), "year": 2024, "time_precision": 1, "disorder_type": "Demonstrations",
    "event_type": "Protests", "sub_event_type": "Peaceful protest", "actor1": "Protesters (Kenya)",
    "inter1": "Protesters", "interaction": "Protesters only", "iso": 404, "region": "Eastern Africa",
    "country": "Kenya", "admin1": "Nairobi", "location": "Nairobi", "latitude": -1.2833, "longitude": 36.8167,
    "geo_precision": 1, "source": "Gazette", "source_scale": "National", "notes": "A march.", "fatalities": 0,
    "timestamp": 1715731200,
}  # fmt: skip


def make_tables(rows: Sequence[Mapping[str, Any]]) -> dict[str, pa.Table]:
    """All tables of a version for rows that differ from ROW as given; each event has one article of its own."""
    codebook = load_codebook()
    full = [ROW | dict(row) for row in rows]
    events = pa.Table.from_pylist(full, schema=row_schema(codebook))
    ids = [row["event_id_cnty"] for row in full]
    articles = [f"article-{row['event_id_cnty']}" for row in full]
    quotes = [f"some {len(name)} people who marched through the town " * 4 for name in ids]
    evidence = pa.table({
        "event_id": ids, "column": ["sub_event_type"] * len(ids), "article_id": articles, "start": [10] * len(ids),
        "end": [10 + len(quote) for quote in quotes], "quote": quotes, "rule": ["kinds.peaceful_protest.1"] * len(ids),
        "confidence": [0.8] * len(ids), "secret": ["the whole text of the article"] * len(ids),
    })  # fmt: skip
    sources = pa.table({
        "event_id": ids, "article_id": articles, "source": ["Gazette", HOSTILE, *["Gazette"] * len(ids)][: len(ids)],
        "url": [f"https://example.org/{name}" for name in ids], "title": ["A headline that goes on " * 20] * len(ids),
        "published": pa.array([date(2024, 5, 15)] * len(ids), pa.date32()),
        "hash": [hashlib.sha256(name.encode()).hexdigest() for name in ids],
    })  # fmt: skip
    held = events.slice(0, 1).append_column("article_id", pa.array(["held"])).append_column(
        "check_ids", pa.array(["window.event_date"])
    )
    held = held.set_column(0, "event_id_cnty", pa.array(["KEN999"]))
    outside = pa.table({"event_id": ["KEN999"], "column": ["actor1"], "article_id": ["held"], "quote": ["held back"]})
    return {
        "events": events, "reports": events.append_column("article_id", pa.array(articles)), "sources": sources,
        "evidence": pa.concat_tables([evidence, outside], promote_options="default"), "quarantine": held,
        "not_coded": pa.table({"article_id": ["b1", "b2"], "reason": ["no_event", "outside_window"]}),
    }  # fmt: skip


FIRST = (
    {"event_id_cnty": "KEN1"},
    {"event_id_cnty": "KEN2", "notes": LONG, "actor1": HOSTILE, "tags": "crowd size=about 300"},
    {"event_id_cnty": "ETH3", "country": "Ethiopia", "event_date": date(2024, 6, 2), "fatalities": 3},
)
SECOND = (FIRST[0], FIRST[1] | {"fatalities": 2}, {"event_id_cnty": "KEN4", "location": "Thika"})


def commit(dataset: Dataset, rows: Sequence[Mapping[str, Any]], *, base: int | None) -> None:
    """Add the rows as the next version."""
    codebook = load_codebook()
    dataset.commit(
        make_tables(rows), reason="build", base=base, keys=store_keys(codebook.key),
        codebook={"id": codebook.id, "version": codebook.version, "hash": codebook.hash, "overrides": {}},
        inputs={"articles": 5, "parser": "p 1", "covered": [["2024-04-14", "2024-05-15"]],
                "gazetteers": [{"name": "mine", "sha256": "0" * 64, "attribution": "Places by the Survey, CC BY 4.0"}]},
    )  # fmt: skip


def make_dataset(path: Path) -> Dataset:
    """Version 1 with three events; version 2 without one of them, with a new one and one changed cell."""
    dataset = create_dataset(
        path, identity={"title": "Marches & more", "codebook": "acled-style", "licence": "Apache-2.0",
                        "authors": ["The eventbook maintainers"]},
    )  # fmt: skip
    commit(dataset, FIRST, base=None)
    commit(dataset, SECOND, base=1)
    return dataset


def publish(dataset: Dataset, name: str, *, output: Path | None = None, **wish: Any) -> Made:
    """A release with authors, a licence and a day."""
    return make_release(dataset, Wish(name, **{"about": ABOUT, "day": DAY} | wish), output=output)


@pytest.fixture(name="publish", scope="session")
def publish_fixture() -> Callable[..., Made]:
    return publish


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dataset, Made, Made]:
    """The dataset with a release of each version, for tests that only read."""
    dataset = make_dataset(tmp_path_factory.mktemp("made") / "marches")
    first = publish(dataset, "2026.1", version=1)
    return dataset, first, publish(dataset, "2026.2", about=ABOUT | {"doi": "10.5281/zenodo.1234567"})


@pytest.fixture
def marches(tmp_path: Path) -> Dataset:
    """The dataset without releases, for tests that write."""
    return open_dataset(make_dataset(tmp_path / "marches").path)
