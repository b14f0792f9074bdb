"""`eventbook validate`: whether rows keep their codebook."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.dataset_output import dataset_errors, print_json
from eventbook.cli.errors import FINDINGS
from eventbook.cli.output import say
from eventbook.cli.score import WRONG_USAGE, fail, stop, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from eventbook.codebook.codebook import Codebook
    from eventbook.datasets import Dataset
    from eventbook.validation.checks.records import Check
    from eventbook.validation.report.summary import Summary


@dataclass(frozen=True, slots=True)
class Material:
    """What is checked: rows, their codebook and the tables beside them."""

    name: str
    events: "pa.Table"
    codebook: "Codebook"
    notes: tuple[str, ...] = ()
    evidence: "pa.Table | None" = None
    sources: "pa.Table | None" = None
    parent: "pa.Table | None" = None
    parent_name: str = ""
    decisions: "pa.Table | None" = None
    texts: "dict[str, str] | None" = None


@click.command("validate", short_help="Check rows against their codebook.")
@click.argument("rows", metavar="DATASET|ROWS", type=click.Path(path_type=Path))
@click.option("--codebook", metavar="ID|PATH", help="Default: the dataset's own, else the shipped one.")
@click.option("--version", metavar="VERSION", help="Number or tag of a dataset's version. Default: the latest.")
@click.option("--fail-on", type=click.Choice(["warning", "error"]), default="error", show_default=True,
              help="Leave with 1 where findings of this severity or above are made.")
@click.option("--date-order", type=click.Choice(["dmy", "mdy"]), help="How to read dates such as 03/04/2025.")
@click.option("--articles", multiple=True, metavar="SOURCE",
              help="Hold the quotes of a dataset against the texts of these articles; may be repeated.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write the findings: .csv, .jsonl or .parquet.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write a page for the browser (HTML, one file).")
@click.option("--data-docs", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Write the pages of Great Expectations too. They load their looks from the web; --report does not.")
@click.option("--json", "as_json", is_flag=True, help="Write the summary as JSON.")
@dataset_errors()
def command(
    rows: Path, codebook: str | None, version: str | None, fail_on: str, date_order: Any,
    articles: tuple[str, ...], output: Path | None, report: Path | None, data_docs: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Check a dataset, or rows in CSV, JSON lines or Parquet, whoever coded them.

    Dates such as 16 May 2025, numeric codes of sides and the codebook's synonyms are understood.

    \b
    eventbook validate my-dataset --report page.html
    eventbook validate rows.csv --fail-on warning -o findings.csv
    """
    from eventbook.validation.checks import check_rows
    from eventbook.validation.checks.compiling import compile_checks
    from eventbook.validation.report.summary import summarise, summary_lines
    from eventbook.validation.scoring.records import InputError

    if output is not None and output.suffix.lower() not in _ENDINGS:
        raise click.UsageError(f"{output}: expected a name in {', '.join(_ENDINGS)}")
    try:
        if rows.is_dir():
            material = _from_dataset(rows, codebook, version, articles)
        elif articles:
            raise click.UsageError("--articles holds the quotes of a dataset against its articles; rows have none")
        else:
            material = _from_file(rows, codebook, date_order)
    except InputError as error:
        fail(error)
    say(*(f"note: {note}" for note in material.notes))
    beside: dict[str, Any] = {
        "evidence": material.evidence, "sources": material.sources, "parent": material.parent, "texts": material.texts,
    }  # fmt: skip
    findings = check_rows(material.events, material.codebook, **beside)
    if material.decisions is not None:
        findings = _without_accepted(findings, material.decisions)
    checks = compile_checks(
        material.codebook, columns=material.events.column_names, evidence=material.evidence is not None
    )
    summary = summarise(findings, checks, rows=material.events.num_rows)
    if output is not None:
        _write_findings(findings, output)
    if report is not None:
        _write_report(report, material, findings, summary)
    if data_docs is not None:
        _write_data_docs(data_docs, checks, material, findings)
    if as_json:
        print_json({"rows_of": material.name, "notes": list(material.notes), **summary.to_dict()})
    else:
        click.echo("\n".join(summary_lines(summary)))
    if summary.errors or (fail_on == "warning" and summary.warnings):
        raise SystemExit(FINDINGS)


_ENDINGS = (".csv", ".jsonl", ".parquet")


def _load(name: str | None, overrides: Any = None) -> "Codebook":
    from eventbook.codebook.loading import load_codebook

    return load_codebook(name, overrides=overrides or None)


def _from_file(file: Path, codebook: str | None, date_order: Any) -> Material:
    from eventbook.validation.checks.reading import read_rows

    loaded = _load(codebook)
    read = read_rows(file, loaded, date_order=date_order)
    return Material(file.name, read.table, loaded, read.notes)


def _from_dataset(folder: Path, codebook: str | None, version: str | None, articles: tuple[str, ...]) -> Material:
    from eventbook.datasets import open_dataset

    dataset = open_dataset(folder)
    manifest = dataset.manifest(version)
    made_by = manifest.codebook
    loaded = _load(codebook or made_by.get("id"), None if codebook else made_by.get("overrides"))
    notes = []
    if made_by.get("hash") not in (None, loaded.hash):
        notes.append(f"version {manifest.number} was coded by another state of the codebook than {loaded.id} is now")
    tables = {name: dataset.table(name, version=manifest.number) for name in ("evidence", "sources", "decisions")
              if name in manifest.tables}  # fmt: skip
    parent = _parent(dataset, manifest.parent)
    if parent is None and manifest.parent is not None:
        notes.append(f"version {manifest.parent}, the one before, cannot be read: nothing is compared with it")
    texts = _texts(articles, tables.get("evidence"), notes) if articles else None
    return Material(
        f"{folder.name}, version {manifest.number}", dataset.table(version=manifest.number), loaded, tuple(notes),
        tables.get("evidence"), tables.get("sources"), parent, f"version {manifest.parent}" if parent else "",
        tables.get("decisions"), texts,
    )  # fmt: skip


def _texts(sources: tuple[str, ...], evidence: "pa.Table | None", notes: list[str]) -> dict[str, str]:
    """The texts of the articles that evidence quotes; a note says how many of them the sources lack."""
    from eventbook.coder.articles import read_articles
    from eventbook.coder.articles.sources import SourceError
    from eventbook.coder.records import Article

    quoted = set() if evidence is None else set(evidence["article_id"].to_pylist()) - {None, ""}
    try:
        entries = read_articles(sources)
        texts = {one.id: one.text for one in entries if isinstance(one, Article) and one.id in quoted}
    except SourceError as error:
        stop(WRONG_USAGE, *str(error).splitlines())
    missing = len(quoted) - len(texts)
    if missing:
        notes.append(f"{missing:,} of {len(quoted):,} quoted articles are not among --articles: quotes left unchecked")
    return texts


def _parent(dataset: "Dataset", number: int | None) -> "pa.Table | None":
    from eventbook.datasets.errors import DatasetError

    if number is None:
        return None
    try:
        return dataset.table(version=number)
    except DatasetError:
        return None


def _without_accepted(findings: "pa.Table", decisions: "pa.Table") -> "pa.Table":
    from eventbook.datasets.quarantine import without_accepted

    rest = without_accepted(findings, decisions)
    if rest.num_rows < findings.num_rows:
        say(f"note: {findings.num_rows - rest.num_rows} findings on rows that a person accepted are not counted")
    return rest


def _write_findings(findings: "pa.Table", output: Path) -> None:
    import pyarrow as pa

    try:
        if output.suffix.lower() == ".parquet":
            from pyarrow import parquet

            parquet.write_table(findings, output)
        elif output.suffix.lower() == ".csv":
            from pyarrow import csv

            csv.write_csv(findings, output)
        else:
            import json

            with output.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in findings.to_pylist())
    except (OSError, pa.ArrowException) as error:
        stop(WRONG_USAGE, f"{output}: cannot be written ({error}); give another file with -o")
    say(f"written: {output}")


def _write_report(report: Path, material: Material, findings: "pa.Table", summary: "Summary") -> None:
    from eventbook.validation.report.page import make_page

    page = make_page(
        material.events, material.codebook, findings, summary, title=material.name, parent=material.parent,
        parent_name=material.parent_name, notes=material.notes,
    )  # fmt: skip
    write(page, report)


def _write_data_docs(folder: Path, checks: "Sequence[Check]", material: Material, findings: "pa.Table") -> None:
    from eventbook.validation.report.data_docs import write_data_docs

    try:
        written = write_data_docs(folder, checks, findings, rows=material.events.num_rows, name=material.codebook.id)
    except OSError as error:
        stop(WRONG_USAGE, f"{folder}: {error.strerror or error}")
    say(*(f"written: {page}" for page in written))
