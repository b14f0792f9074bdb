"""`eventbook codebook`: list, show, check, describe, render and test codebooks."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.errors import FINDINGS, WRONG_USAGE
from eventbook.cli.output import progress, say, settings, volume_options

if TYPE_CHECKING:
    from eventbook.codebook.model import Exemplar

NAME = click.argument("name", required=False, metavar="[ID|PATH]")

KIND_KEYS = ("kind", "sentences", "right", "share", "taken_for")


@click.group("codebook", short_help="List, show, check, render and test codebooks.")
def command() -> None:
    """Work with codebooks: ID is a shipped one, PATH a folder with codebook.yaml. Default: acled-style."""


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def list_command(as_json: bool) -> None:
    """List the codebooks that are shipped."""
    from eventbook.codebook.loading import list_shipped, load_codebook

    books = [load_codebook(name) for name in list_shipped()]
    if as_json:
        print_json([{"id": b.id, "version": b.version, "title": b.head.title, "hash": b.hash} for b in books])
    else:
        print_rows("Codebooks", ("id", "version", "title"), [(b.id, b.version, b.head.title) for b in books])


@command.command("show")
@NAME
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def show_command(name: str | None, as_json: bool) -> None:
    """Show what a codebook codes: its identity, policies, event types and columns."""
    from eventbook.codebook.dictionary import data_dictionary
    from eventbook.codebook.loading import load_codebook

    book = load_codebook(name)
    counts = Counter(exemplar.kind for exemplar in book.exemplars)
    kinds = [
        (k.rank + 1, k.event_type.label, k.sub_event_type.label, len(k.sub_event_type.when), counts[k.id])
        for k in book.kinds
    ]
    policies = list(book.policies.model_dump(mode="json").items())
    if as_json:
        header = ("precedence", "event_type", "sub_event_type", "conditions", "exemplars")
        print_json({
            "id": book.id, "version": book.version, "hash": book.hash, "title": book.head.title,
            "policies": dict(policies), "kinds": [dict(zip(header, kind, strict=True)) for kind in kinds],
            "columns": [column.name for column in book.columns], "groups": len(book.groups),
        })  # fmt: skip
        return
    print_rows(f"{book.head.title}", ("what", "value"), [
        ("id", book.id), ("version", book.version), ("hash", book.hash), ("licence", book.head.licence),
        ("known groups", f"{len(book.groups):,}"), *policies,
    ])  # fmt: skip
    header = ("rank", "event type", "sub-event type", "rules", "exemplars")
    print_rows("Kinds in order of precedence", header, kinds, numeric=(0, 3, 4))
    columns = [(entry.name, entry.type, entry.filled, entry.description) for entry in data_dictionary(book)]
    print_rows("Columns", ("column", "type", "filled", "description"), columns)


@command.command("lint")
@NAME
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def lint_command(name: str | None, as_json: bool) -> None:
    """Check a codebook: all problems at once, each with file, line, and what to do. Exit 2 where there are any."""
    from eventbook.codebook.linting.lint import lint_codebook

    findings = lint_codebook(name)
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        print_json([
            {"file": f.problem.file, "line": f.problem.line, "message": f.problem.message, "severity": f.severity}
            for f in findings
        ])  # fmt: skip
    else:
        for finding in findings:
            click.echo(str(finding))
    say(f"{errors} problems, {len(findings) - errors} warnings")
    if errors:
        raise SystemExit(WRONG_USAGE)


@command.command("schema")
@NAME
@click.option("--of", "what", type=click.Choice(["row", "codebook"]), default="row", show_default=True)
def schema_command(name: str | None, what: str) -> None:
    """Write the JSON Schema (2020-12) of a row, or of the files of a codebook."""
    from eventbook.codebook.loading import load_codebook
    from eventbook.codebook.schema import codebook_schema, row_json_schema

    made = codebook_schema() if what == "codebook" else row_json_schema(load_codebook(name))
    click.echo(json.dumps(made, indent=2, ensure_ascii=False, default=str))


@command.command("render")
@NAME
@click.option("--format", "form", type=click.Choice(["md", "html"]), help="Default: by the ending of FILE, else md.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
def render_command(name: str | None, form: str | None, output: Path | None) -> None:
    """Write the human codebook with its data dictionary, as Markdown or as one HTML page."""
    from eventbook.codebook.loading import load_codebook
    from eventbook.codebook.rendering import render_html, render_markdown

    if form is None:
        form = "html" if output is not None and output.suffix.lower() in (".html", ".htm") else "md"
    text = (render_html if form == "html" else render_markdown)(load_codebook(name))
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
        say(f"written: {output}")


@command.command("test")
@NAME
@click.option("--parser", metavar="NAME", help="Another spaCy pipeline, by name or folder.")
@click.option("--strict", is_flag=True, help="Exit 1 where a sentence comes out as something else.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def test_command(name: str | None, parser: str | None, strict: bool, as_json: bool) -> None:
    """Code the exemplar sentences and say which come out as something else; -v lists them."""
    from eventbook.coder.coding import Coder

    coder: Any = Coder(name, parser=parser, gazetteers="shipped")
    found: list[tuple[Exemplar, str | None]] = []
    with progress("sentences") as counted:
        for exemplar in counted(coder.codebook.exemplars):
            found.append((exemplar, coder.classify(exemplar.text).kind_id))
    misses = [(exemplar, kind) for exemplar, kind in found if kind != exemplar.kind]
    rows = _test_rows(found)
    if as_json:
        print_json({
            "sentences": len(found), "right": len(found) - len(misses),
            "kinds": [dict(zip(KIND_KEYS, row, strict=True)) for row in rows],
            "misses": [{"text": e.text, "expected": e.kind, "found": kind, "file": e.file} for e, kind in misses],
        })  # fmt: skip
    else:
        header = ("sub-event type", "sentences", "right", "share", "most often taken for")
        print_rows(f"Exemplars of {coder.codebook.id}", header, rows, numeric=(1, 2, 3))
    if settings().verbose:
        say(*(f"{e.file}: expected {e.kind or 'nothing'}, found {kind or 'nothing'}: {e.text}" for e, kind in misses))
    say(f"{len(found) - len(misses):,} of {len(found):,} sentences come out as written")
    if strict and misses:
        raise SystemExit(FINDINGS)


def _test_rows(found: list[tuple["Exemplar", str | None]]) -> list[tuple[str, int, int, str, str]]:
    """One line for each kind: sentences, how many are right, and the most frequent mistake."""
    rows = []
    for kind in dict.fromkeys(exemplar.kind for exemplar, _ in found):
        results = Counter(result for exemplar, result in found if exemplar.kind == kind)
        wrong = [(count, result or "nothing") for result, count in results.items() if result != kind]
        worst = min(wrong, key=lambda pair: (-pair[0], pair[1]))[1] if wrong else ""
        total = sum(results.values())
        rows.append((kind or "(nothing codable)", total, results[kind], f"{results[kind] / total:.2f}", worst))
    return rows
