"""The folder of a release filled: tables in every format, papers, descriptions for programs."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.datasets.columns import to_stored
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.changes import (
    CHANGES,
    changes_table,
    diff_since,
    release_before,
    summary_line,
    write_changes,
)
from eventbook.datasets.releases.citing import Cited, to_cff, to_datacite
from eventbook.datasets.releases.datapackage import DATA, croissant, data_package
from eventbook.datasets.releases.datasheet import make_datasheet
from eventbook.datasets.releases.documents import write_documents, write_readme
from eventbook.datasets.releases.formats import write_acled_shape, write_csv, write_geojson, write_parquet
from eventbook.datasets.releases.sealing import hash_files
from eventbook.datasets.releases.stata import write_stata
from eventbook.datasets.releases.tables import ReleasedTable, released_tables
from eventbook.datasets.rowhash import row_hash

if TYPE_CHECKING:
    from eventbook.datasets.releases.making import Wish

_LAYOUT = "acled-style"  # the shipped codebook whose columns are those of an ACLED export
# A Stata file is made in memory, every text at its full width: evidence of more lines would take several GB.
MOST_STATA_ROWS = 2_000_000


@dataclass(frozen=True, slots=True)
class Papers:
    """What the record of a release needs to know of its folder: each table with its row hash, the release before."""

    tables: tuple[tuple[ReleasedTable, str], ...]
    previous: str | None


def fill_folder(
    folder: Path, dataset: Dataset, manifest: Manifest, codebook: Codebook, cited: Cited, wish: "Wish"
) -> Papers:
    """Write all files of a release but its seal; raises BadRelease, InputError, Damaged."""
    before = release_before(dataset, manifest)
    diff = diff_since(dataset, before, manifest) if before is not None else None
    tables = released_tables(dataset, manifest, codebook)
    sheet = make_datasheet(  # first: it is what may be refused
        dataset, manifest, codebook, tables, cited, reviewed=wish.reviewed, agreement=wish.agreement,
        changes=summary_line(before, diff) if before is not None and diff is not None else "",
        notes=_codebook_notes(manifest, codebook),
    )  # fmt: skip
    listing = {
        "datasheet.html": "What is in it, how it was coded, how right it is, what is missing",
        "datasheet.md": "The same as Markdown", CHANGES: "What changed since the release before",
    }  # fmt: skip
    (folder / "datasheet.html").write_text(sheet.to_html(), encoding="utf-8")
    (folder / "datasheet.md").write_text(sheet.to_markdown(), encoding="utf-8")
    (folder / CHANGES).write_text(write_changes(dataset, cited, before, diff), encoding="utf-8")
    (folder / DATA).mkdir()
    renamed: dict[str, str] = {}
    for table in tables:
        made, names = _write_table(table, folder, cited)
        listing |= made
        renamed |= {f"{table.name}.{old}": new for old, new in names.items()}
    key, events = tables[0].key[0], tables[0].rows
    empty = write_acled_shape(
        events, folder / DATA / "events_acled_columns.csv", codebook, load_codebook(_LAYOUT)
    )  # fmt: skip
    listing[f"{DATA}/events_acled_columns.csv"] = "The events in the columns of an ACLED export"
    if write_geojson(events, folder / DATA / "events.geojson", codebook, key=key):
        listing[f"{DATA}/events.geojson"] = "The events as points on a map"
    if diff:
        write_csv(changes_table(diff), folder / DATA / "changes.csv")
        listing[f"{DATA}/changes.csv"] = "Every change since the release before"
    listing |= write_documents(folder, manifest, codebook, tables, cited)
    listing |= _write_descriptions(folder, tables, cited)
    day = codebook.column_from("day.date")
    readme = write_readme(
        cited, listing, events=events.num_rows, key=key, day=day.name if day is not None else "", empty=empty,
        renamed=renamed,
    )  # fmt: skip
    (folder / "README.md").write_text(readme, encoding="utf-8")
    hashes = tuple((table, row_hash(to_stored(table.name, table.rows))) for table in tables)
    return Papers(hashes, before.name if before is not None else None)


def _write_table(table: ReleasedTable, folder: Path, cited: Cited) -> tuple[dict[str, str], dict[str, str]]:
    """The table as Parquet, CSV and, if not too long, Stata; what each file is, and names that Stata would not take."""
    base = folder / DATA / table.name
    write_parquet(table, base.with_suffix(".parquet"))
    write_csv(table.rows, base.with_suffix(".csv"))
    what = "The events" if table.name == "events" else table.title
    listing = {
        f"{DATA}/{table.name}.parquet": f"{what} (R, Python, DuckDB)",
        f"{DATA}/{table.name}.csv": f"{what} (UTF-8; an empty cell is missing)",
    }
    if table.name != "events" and table.rows.num_rows > MOST_STATA_ROWS:
        listing[f"{DATA}/{table.name}.csv"] += "; too many lines for a Stata file, import this one"
        return listing, {}
    day = datetime.combine(date.fromisoformat(cited.date), time())
    renamed = write_stata(table, base.with_suffix(".dta"), title=f"{cited.about.title}: {table.name}", day=day)
    return listing | {f"{DATA}/{table.name}.dta": f"{what} (Stata 14 and newer, with labels)"}, renamed


def _write_descriptions(folder: Path, tables: tuple[ReleasedTable, ...], cited: Cited) -> dict[str, str]:
    hashes = hash_files(folder / DATA)
    sha256 = {f"{DATA}/{name}": digest for name, digest in hashes.items()}
    texts = {
        "CITATION.cff": (to_cff(cited), "How to cite it"),
        "datacite.json": (to_datacite(cited), "The same for DataCite and for archives"),
        "datapackage.json": (data_package(cited, tables, folder, sha256), "Data Package v2: schemas, keys, references"),
        "croissant.json": (croissant(cited, tables, folder, sha256), "Croissant 1.0"),
    }
    for path, (text, _) in texts.items():
        (folder / path).write_text(text, encoding="utf-8")
    return {path: what for path, (_, what) in texts.items()} | {
        "release.json": "Version, row hashes of all tables, programs", "checksums.txt": "SHA-256 of every file",
    }  # fmt: skip


def _codebook_notes(manifest: Manifest, codebook: Codebook) -> list[str]:
    if manifest.codebook.get("hash") == codebook.hash:
        return []
    return [
        f"The codebook in this release, {codebook.id} {codebook.version} with the hash {codebook.hash}, is not the one "
        "that the rows were coded by: a rule may read otherwise than it was applied."
    ]
