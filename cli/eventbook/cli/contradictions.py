"""`eventbook contradictions`: where the reports of one event say different things."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import say, volume_options


@click.command("contradictions", short_help="List where the reports of one event disagree.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("event_id", required=False)
@click.option("--version", help="A number, a tag or `latest`, which is the default.")
@click.option("--column", "columns", multiple=True, help="Only this column; may be given several times.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="Events to show; 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Write all as JSON.")
@volume_options
def command(
    dataset: Path, event_id: str | None, version: str | None, columns: tuple[str, ...], limit: int, as_json: bool
) -> None:  # fmt: skip
    """List the events of DATASET whose reports contradict each other, and what each report says.

    \b
    eventbook contradictions my-dataset
    eventbook contradictions my-dataset NGA4821003377 --json
    eventbook contradictions my-dataset --column fatalities
    """
    from eventbook.datasets import open_dataset

    table = open_dataset(dataset).table("contradictions", version=version)
    rows = [
        row for row in table.to_pylist()
        if event_id in (None, row["event_id"]) and (not columns or row["column"] in columns)
    ]  # fmt: skip
    found = _grouped(rows)
    if as_json:
        print_json(found)
        return
    shown = found[:limit] if limit else found
    lines = [
        (item["event_id"], item["column"], item["chosen"], item["policy"], report["reported"], report["source"],
         report["published"], report["article_id"])
        for item in shown for report in item["reports"]
    ]  # fmt: skip
    if lines:
        header = ("event", "column", "chosen", "policy", "reported", "source", "published", "article")
        print_rows(f"Contradictions in {dataset}", header, lines)
    counts = Counter(item["column"] for item in found)
    told = ", ".join(f"{column} {count:,}" for column, count in sorted(counts.items()))
    say(f"{len(found):,} contradictions" + (f": {told}" if told else ""))
    if len(shown) < len(found):
        say(f"{len(found) - len(shown):,} are not shown; --limit 0 shows all")


def _grouped(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry per event and column, with its reports."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        key = (row["event_id"], row["column"])
        head = {name: row[name] for name in ("event_id", "column", "chosen", "policy")}
        entry = found.setdefault(key, head | {"reports": []})
        entry["reports"].append({name: row[name] for name in row if name not in head})
    return list(found.values())
