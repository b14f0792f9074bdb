"""Codings that a command compares: files of rows, or a dataset."""

from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.cli.errors import UNREADABLE, stop

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.codebook.codebook import Codebook
    from eventbook.validation.scoring.records import CodedArticle
    from eventbook.validation.scoring.scheme import ScoreScheme


def read_coding(path: Path, *, codebook: "Codebook", scheme: "ScoreScheme") -> "list[CodedArticle]":
    """The coded articles of a file, or of a dataset's latest version, those without rows too; raises InputError."""
    from eventbook.validation.scoring.reading import coded_articles, read_coded

    if not path.is_dir():
        return read_coded(path, scheme=scheme, codebook=codebook)
    reports, not_coded = dataset_tables(path, "reports", "not_coded")
    if reports is None:
        stop(UNREADABLE, f"{path}: the latest version has no table 'reports'; build it anew, or give a file of rows")
    empty = [{"article_id": name, "events": []} for name in (not_coded["article_id"].to_pylist() if not_coded else ())]
    records = [(f"{path}: {row[codebook.key]}", row) for row in reports.to_pylist()]
    records += [(str(path), row) for row in empty if row["article_id"]]
    return coded_articles(str(path), records, scheme=scheme)


def dataset_tables(path: Path, *names: str) -> "list[pa.Table | None]":
    """Tables of the latest version of a dataset, None for one that it lacks."""
    from eventbook.datasets import open_dataset

    opened = open_dataset(path)
    manifest = opened.manifest()
    return [opened.table(name, version=manifest.number) if name in manifest.tables else None for name in names]
