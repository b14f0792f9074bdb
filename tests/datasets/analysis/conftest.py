"""Versions with the rows that a test is about, in the columns of the shipped codebook."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from eventbook.codebook.arrow import row_schema
from eventbook.codebook.loading import load_codebook
from eventbook.datasets import Version, create_dataset

Make = Callable[..., Version]
SOURCES = pa.schema([("event_id", pa.string()), ("article_id", pa.string()), ("source", pa.string()),
                     ("published", pa.date32())])  # fmt: skip
PLACES = {  # country: division, latitude, longitude
    "Kenya": ("Garissa", -0.4536, 39.6461), "Uganda": ("Central Region", 0.3163, 32.5822),
    "Chad": ("N'Djamena", 12.1067, 15.0444),
}  # fmt: skip


def make_event(number: int, day: str = "2023-03-14", country: str = "Kenya", **cells: Any) -> dict[str, Any]:
    """A row with sensible cells, some of them given."""
    admin1, latitude, longitude = PLACES[country]
    row = {
        "event_id_cnty": f"KEN{number}", "event_date": date.fromisoformat(day), "time_precision": 1,
        "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
        "actor1": "Al Shabaab", "inter1": "Rebel group", "actor2": f"Police Forces of {country}",
        "inter2": "State forces", "country": country, "admin1": admin1, "location": "Town", "latitude": latitude,
        "longitude": longitude, "geo_precision": 1, "source": "Wire", "fatalities": 1,
    }  # fmt: skip
    return row | cells


@pytest.fixture(scope="session")
def event() -> Callable[..., dict[str, Any]]:
    return make_event


@pytest.fixture(scope="session")
def make_version(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """A version of these rows; `covered` is what the build recorded, `published` a day for the article of each row."""
    codebook = load_codebook()

    def make(
        rows: Sequence[dict[str, Any]], *, covered: Sequence[tuple[str, str]] = (), published: Sequence[str] = (),
        identity: str = codebook.id,
    ) -> Version:  # fmt: skip
        folder: Path = tmp_path_factory.mktemp("version") / "dataset"
        dataset = create_dataset(folder, identity={"title": "Clashes", "codebook": identity})
        sources = [{"event_id": row["event_id_cnty"], "article_id": f"a{n}", "source": f"Wire {n % 2}",
                    "published": date.fromisoformat(published[n]) if published else None}
                   for n, row in enumerate(rows)]  # fmt: skip
        tables = {
            "events": pa.Table.from_pylist(list(rows), schema=row_schema(codebook)),
            "sources": pa.Table.from_pylist(sources, schema=SOURCES),
        }
        dataset.commit(
            tables, reason="test", inputs={"covered": [list(span) for span in covered]} if covered else {},
            codebook={"id": identity, "version": codebook.version}, keys={"events": ("event_id_cnty",)},
        )  # fmt: skip
        return dataset.at()

    return make


@pytest.fixture(scope="session")
def some(make_version: Make) -> Version:
    """Five events in three countries, known from 2023-03-01 to 2023-04-30."""
    rows = [
        make_event(1), make_event(2, "2023-03-20", fatalities=5),
        make_event(3, "2023-03-21", "Uganda", geo_precision=3),
        make_event(4, "2023-04-02", "Chad", event_type="Protests", sub_event_type="Peaceful protest",
                   actor1="Protesters (Chad)", inter1="Protesters", actor2=None, inter2=None, fatalities=0),
        make_event(5, "2023-04-30", time_precision=3, actor1="Police Forces of Kenya", inter1="State forces",
              actor2="Al Shabaab", inter2="Rebel group", assoc_actor_1="Farmers (Kenya); Women (Kenya)"),
    ]  # fmt: skip
    return make_version(rows, covered=[("2023-03-01", "2023-04-30")])
