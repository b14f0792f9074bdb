"""`eventbook explain`: why an event is coded as it is."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventbook.cli.dataset_output import dataset_errors
from eventbook.cli.output import console

if TYPE_CHECKING:
    from rich.console import Console

    from eventbook.datasets.explaining import Explained


@click.command("explain", short_help="Show an event cell by cell with the words behind it.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("event_id")
@click.option("--version", metavar="VERSION", help="Number or tag of a version. Default: the latest.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@dataset_errors()
def command(dataset: Path, event_id: str, version: str | None, as_json: bool) -> None:
    """Show EVENT_ID of DATASET cell by cell: value, the rule that decided, confidence, and the words quoted.

    \b
    eventbook explain my-dataset KAZ4821003377
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.explaining import explain_event

    explained = explain_event(open_dataset(dataset), event_id, version=version)
    if as_json:
        click.echo(json.dumps(asdict(explained), indent=2, ensure_ascii=False, default=str))
    else:
        show(explained)


def show(explained: "Explained") -> None:
    """The event on standard output, in colour on a terminal."""
    from rich.table import Table
    from rich.text import Text

    from eventbook.validation.scoring.tables import clean_text

    screen = console()
    screen.print(Text(f"Event {explained.event_id} of version {explained.version}", style="bold"))
    for source in explained.sources:
        told = " · ".join(str(source[name]) for name in ("source", "published", "title", "url") if source.get(name))
        screen.print(Text(clean_text(f"article {source['article_id']}: {told}"), style="dim"))
    if explained.failed_checks:
        screen.print(Text(f"in quarantine: {', '.join(explained.failed_checks)}", style="bold red"))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, style in (("column", "cyan"), ("value", "bold"), ("sure", ""), ("rule", "magenta"), ("words", "green")):
        table.add_column(name, style=style, overflow="fold", justify="right" if name == "sure" else "left")
    for cell in explained.cells:
        if cell.value is None:
            continue
        sure = "" if cell.confidence is None else f"{cell.confidence:.2f}"
        words = " … ".join(f"“{clean_text(quote)}”" for quote in dict.fromkeys(q.quote for q in cell.quotes))
        table.add_row(cell.column, Text(clean_text(str(cell.value))), sure, Text(", ".join(cell.rules)), Text(words))
    screen.print(table)
    _show_merges(screen, explained)
    _show_candidates(screen, explained)


def _show_merges(screen: "Console", explained: "Explained") -> None:
    """Why these reports are one event, join by join, and where they disagree."""
    from rich.table import Table
    from rich.text import Text

    from eventbook.validation.scoring.tables import clean_text

    if not explained.merges:
        return
    parts = ("place", "day", "kind", "sides", "deaths", "words")
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("merged: article", "with article", "because", *parts, "points"):
        table.add_column(name, overflow="fold", justify="right" if name in (*parts, "points") else "left")
    for line in explained.merges:
        texts = (str(line["article_id"]), str(line["other_article_id"]), line["rule"])
        table.add_row(*(Text(clean_text(text)) for text in texts), *(f"{line[name]:+.1f}" for name in parts),
                      f"{line['score']:+.1f}")  # fmt: skip
    screen.print()
    screen.print(table)
    if explained.contradictions:
        columns = ", ".join(dict.fromkeys(line["column"] for line in explained.contradictions))
        screen.print(Text(f"The reports disagree on {columns}: see `eventbook contradictions`.", style="yellow"))


def _show_candidates(screen: "Console", explained: "Explained") -> None:
    """What the name of the place may mean, the chosen one first, and from which gazetteer each comes."""
    from rich.table import Table
    from rich.text import Text

    from eventbook.validation.scoring.tables import clean_text

    if not explained.candidates:
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, style in (("place", "bold"), ("score", ""), ("gazetteer", "magenta"), ("why", "")):
        table.add_column(name, style=style, overflow="fold", justify="right" if name == "score" else "left")
    for one in explained.candidates:
        inside = ", ".join(part for part in (one["kind"], one["admin1"], one["country"]) if part)
        told = f"{one['name']} ({inside}) {one['latitude']:.4f} {one['longitude']:.4f}"
        texts = (told, f"{one['score']:.2f}", one["gazetteer"], one["reason"])
        table.add_row(*(Text(clean_text(text)) for text in texts))
    screen.print()
    screen.print(table)
