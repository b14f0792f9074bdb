"""`eventbook quarantine`: rows that failed their checks."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventbook.cli.dataset_output import dataset_errors, print_json, print_rows
from eventbook.cli.output import say
from eventbook.cli.revise import _login

if TYPE_CHECKING:
    from eventbook.datasets import Dataset
    from eventbook.datasets.quarantine import Quarantined

_DATASET = click.argument("dataset", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
_WHY = click.option("--why", default="", help="The reason; every decision needs one.")
_WHO = click.option("--who", envvar="EVENTBOOK_CODER", help="Who decides. Default: EVENTBOOK_CODER, or the login name.")


@click.group("quarantine", short_help="List, show, accept or drop rows that failed their checks.")
def command() -> None:
    """Rows that failed a check stand in quarantine, out of the events, until a person decides.

    \b
    eventbook quarantine list my-dataset
    eventbook quarantine accept my-dataset KEN12 fatalities=3 --why "hospital list of 4 May"
    """


@command.command("list")
@_DATASET
@_JSON
@dataset_errors()
def list_rows(dataset: Path, as_json: bool) -> None:
    """All events in quarantine with the checks that they failed."""
    from eventbook.datasets import open_dataset
    from eventbook.datasets.quarantine import list_quarantined

    items = list_quarantined(open_dataset(dataset))
    if as_json:
        print_json([asdict(item) for item in items])
        return
    header = ("event", "checks", "what was found")
    rows = [(item.event_id, ", ".join(item.check_ids), _first(item)) for item in items]
    if rows:
        print_rows(f"In quarantine in {dataset}", header, rows)
    say(f"{len(rows)} events in quarantine")


@command.command("show")
@_DATASET
@click.argument("event_id")
@_JSON
@dataset_errors()
def show(dataset: Path, event_id: str, as_json: bool) -> None:
    """An event in quarantine: its cells, the findings, and the words quoted."""
    from eventbook.datasets import open_dataset
    from eventbook.datasets.errors import BadRevision
    from eventbook.datasets.quarantine import list_quarantined

    item = next((item for item in list_quarantined(open_dataset(dataset)) if item.event_id == event_id), None)
    if item is None:
        raise BadRevision([f"no event {event_id!r} in quarantine; `eventbook quarantine list` shows them"])
    if as_json:
        print_json(asdict(item))
        return
    found = [(line["severity"], line["check_id"], line["message"], line["quote"]) for line in item.findings]
    print_rows(f"Findings on {event_id}", ("severity", "check", "message", "words"), found)
    words: dict[str, list[str]] = {}
    for line in item.evidence:
        if line.get("quote"):
            words.setdefault(line["column"], []).append(line["quote"])
    for row in item.rows:
        cells = [(name, value, " … ".join(dict.fromkeys(words.get(name, [])))) for name, value in row.items()
                 if value is not None]  # fmt: skip
        print_rows(f"Row of article {row.get('article_id')}", ("column", "value", "words"), cells)


@command.command("accept")
@_DATASET
@click.argument("event_id")
@click.argument("changes", nargs=-1, metavar="[COLUMN=VALUE]...")
@_WHY
@_WHO
@dataset_errors()
def accept(dataset: Path, event_id: str, changes: tuple[str, ...], why: str, who: str | None) -> None:
    """Admit EVENT_ID among the events, mended where COLUMN=VALUE says so."""
    pairs = dict(_pair(change) for change in changes)
    _decide(dataset, event_id, "accept", why, who, pairs)


@command.command("drop")
@_DATASET
@click.argument("event_id")
@_WHY
@_WHO
@dataset_errors()
def drop(dataset: Path, event_id: str, why: str, who: str | None) -> None:
    """Remove EVENT_ID from quarantine for good; the reason stays."""
    _decide(dataset, event_id, "drop", why, who, {})


def _decide(dataset: Path, event_id: str, decision: str, why: str, who: str | None, changes: dict[str, str]) -> None:
    from eventbook.datasets import open_dataset
    from eventbook.datasets.pipeline.scrubbing import shown_command
    from eventbook.datasets.quarantine import decide

    opened = open_dataset(dataset)
    done = decide(opened, [event_id], decision, why=why, who=who or _login(), changes=changes,
                  command=shown_command())  # fmt: skip
    said = "accepted" if decision == "accept" else "dropped"
    say(f"{event_id} {said}; version {done.manifest.number} made")
    if changes:
        say(*(f"note: {event_id} is admitted, though {message}" for message in _remaining(opened, event_id)))


def _remaining(dataset: "Dataset", event_id: str) -> list[str]:
    """What the checks still find on an event that was mended; nothing where its codebook is not at hand."""
    import pyarrow.compute as pc

    from eventbook.codebook.errors import CodebookError
    from eventbook.codebook.loading import load_codebook
    from eventbook.validation.checks import check_rows

    made_by = dataset.manifest().codebook
    try:
        codebook = load_codebook(made_by.get("id"), overrides=made_by.get("overrides") or None)
    except CodebookError:
        return []
    events = dataset.table()
    if codebook.key not in events.column_names:
        return []
    found = check_rows(events.filter(pc.equal(events[codebook.key], event_id)), codebook, scope="each")
    return [str(message) for message in found["message"].to_pylist()]


def _pair(change: str) -> tuple[str, str]:
    column, equals, value = change.partition("=")
    if not equals or not column:
        raise click.UsageError(f"{change!r}: expected COLUMN=VALUE")
    return column, value


def _first(item: "Quarantined") -> str:
    errors = [line["message"] for line in item.findings if line["severity"] == "error"]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{errors[0]}{more}" if errors else ""
