"""Articles of a dataset coded again, by another codebook or a newer program, and what that changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.building import ARTICLE
from eventbook.datasets.committing import VersionTables, latest_manifest
from eventbook.datasets.dataset import Dataset, open_dataset
from eventbook.datasets.diff_reasons import explain_diff, standing_now, with_what
from eventbook.datasets.diffing import DatasetDiff, diff_tables
from eventbook.datasets.pipeline.build import (
    Built,
    Watch,
    check_target,
    code_sources,
    commit_coded,
    identity_of,
    merging,
)  # fmt: skip
from eventbook.datasets.pipeline.build import prepare as prepare_codebook
from eventbook.datasets.pipeline.records import Job

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Recoded:
    """What a recoding does to the events; `built` is None where it was only shown.

    `unknown` counts given articles that the dataset does not have, `kept` its articles that were not given: their
    rows stay as they were coded, which `coded_by` in the table `sources` tells.
    """

    difference: DatasetDiff
    codebook: Codebook
    articles: int
    unknown: int
    kept: tuple[str, ...]
    not_coded: Mapping[str, int]
    idle: tuple[dict[str, str | None], ...]
    built: Built | None = None


def recode_dataset(
    job: Job, into: str | Path, *, reason: str = "recoded", dry_run: bool = False, watch: Watch = iter
) -> Recoded:
    """Code those of the sources again that the dataset has; with `dry_run`, commit nothing.

    A dataset keeps no texts, so that they are given again. Raises as `build_dataset`, and UnknownVersion in a dataset
    without versions.
    """
    dataset = open_dataset(into)
    codebook = prepare_codebook(job)
    check_target(Path(into), codebook)
    latest = dataset.manifest()
    parent = VersionTables(dataset.path, latest)
    known = articles_of(parent)
    coded = code_sources(job, codebook, only=known, watch=watch)
    tables = merging(dataset, codebook, coded.gathered.articles)(parent, coded.tables)
    other = with_what((latest.codebook, latest.inputs), (identity_of(codebook), coded.inputs))
    difference = _difference(dataset, parent, tables, other)
    built = None if dry_run else commit_coded(dataset, coded, reason=reason)
    if built is not None and built.created and built.version != latest.number + 1:  # another build came first
        difference = dataset.diff(latest.number, built.version)
    idle = tuple(line for line in tables["revisions"].to_pylist() if line["status"] != "applied")
    kept = tuple(sorted(known - coded.gathered.articles))
    return Recoded(
        difference=difference, codebook=codebook, articles=coded.gathered.read, unknown=len(coded.passed),
        kept=kept, not_coded=dict(sorted(coded.gathered.reasons.items())), idle=idle, built=built,
    )  # fmt: skip


def articles_of(tables: "Mapping[str, pa.Table]") -> frozenset[str]:
    """The articles that a version was made from, those that gave no event too."""
    found: set[str] = set()
    for name in ("reports", "quarantine", "not_coded"):
        if name in tables:
            found.update(article for article in tables[name][ARTICLE].unique().to_pylist() if article)
    return frozenset(found)


def _difference(dataset: Dataset, old: VersionTables, new: "Mapping[str, pa.Table]", other: str) -> DatasetDiff:
    from eventbook.datasets.columns import from_stored, to_stored

    manifest = latest_manifest(dataset.path)
    assert manifest is not None
    events = from_stored(to_stored("events", new["events"]))
    found = diff_tables(old["events"], events, key=manifest.tables["events"].key, names=(old.number, old.number + 1))
    now = standing_now(dataset)
    moment = manifest.created.isoformat()
    before = tuple(one for one in now if one.when <= moment)
    return explain_diff(found, old, new, decided=(before, now), other=other)
