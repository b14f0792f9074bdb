"""`eventbook revise`: a person's decisions on a dataset."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import say, volume_options

if TYPE_CHECKING:
    from eventbook.datasets.revisions import Decision


@click.command("revise", short_help="Record a person's decision; it outlives every recoding.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("event_id", required=False)
@click.argument("changes", nargs=-1, metavar="[COLUMN=VALUE]...")
@click.option("--why", default="", help="The reason; every decision needs one.")
@click.option("--evidence", default="", help="On what it rests: a quote, a source, an address.")
@click.option("--who", envvar="EVENTBOOK_CODER", help="Who decides. Default: EVENTBOOK_CODER, or the login name.")
@click.option(
    "--csv",
    "table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Decisions in bulk: columns event_id, column, value, why; optionally kind, evidence, undoes.",
)
@click.option("--remove", is_flag=True, help="Decide that EVENT_ID is no event.")
@click.option("--undo", metavar="ID", help="Take back the decision with this id.")
@click.option("--list", "listed", is_flag=True, help="List the decisions and what became of them.")
@click.option("--apply", "applied", is_flag=True, help="Make a version with all decisions now, not at the next build.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(
    dataset: Path, event_id: str | None, changes: tuple[str, ...], why: str, evidence: str, who: str | None,
    table: Path | None, remove: bool, undo: str | None, listed: bool, applied: bool, as_json: bool,
) -> None:  # fmt: skip
    """Record decisions on DATASET: set cells of EVENT_ID, remove it, or undo a decision.

    They are appended, never overwritten, and applied by every build and recoding after the coder.

    \b
    eventbook revise my-dataset KEN-1a2b fatalities=3 --why "hospital list of 4 May"
    eventbook revise my-dataset KEN-1a2b --remove --why "film shooting"
    eventbook revise my-dataset --csv decisions.csv --why "second reading" --apply
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.revisions import record

    opened = open_dataset(dataset)
    decisions = _decisions(event_id, changes, why, evidence, table, remove, undo)
    if not decisions and not listed and not applied:
        raise click.UsageError("give EVENT_ID and COLUMN=VALUE, --remove, --undo, --csv, --list or --apply")
    made = record(opened, decisions, who=who or _login()) if decisions else ()
    for revision in made:
        say(f"recorded {revision.id}: {revision.event_id} {revision.column} {revision.kind}")
    if applied:
        from eventbook.datasets.correcting import apply_to_latest

        done, corrected = apply_to_latest(opened, command="eventbook revise --apply")
        said = "made" if done.created else "holds them already"
        say(f"version {done.manifest.number} {said}; {len(corrected.idle)} decisions change nothing")
    elif made:
        say("the next build applies them; --apply makes a version now")
    if listed:
        _list(dataset, as_json)
    elif as_json:
        print_json([asdict(revision) for revision in made])


def _decisions(
    event_id: str | None, changes: tuple[str, ...], why: str, evidence: str, table: Path | None, remove: bool,
    undo: str | None,
) -> "list[Decision]":  # fmt: skip
    from eventbook.datasets.revision_files import decisions_of, read_decisions
    from eventbook.datasets.revisions import Decision

    if sum((bool(changes), remove, undo is not None, table is not None)) > 1:
        raise click.UsageError("give only one of COLUMN=VALUE, --remove, --undo and --csv")
    if (event_id is not None) != bool(changes or remove):
        raise click.UsageError("EVENT_ID goes with COLUMN=VALUE or --remove, and with nothing else")
    if table is not None:
        return read_decisions(table, why=why)
    if undo is not None:
        return [Decision("undo", why=why, evidence=evidence, undoes=undo)]
    if remove:
        return [Decision("remove", event_id or "", why=why, evidence=evidence)]
    return decisions_of(event_id or "", changes, why=why, evidence=evidence)


def _list(dataset: Path, as_json: bool) -> None:
    from eventbook.datasets import open_dataset
    from eventbook.datasets.correcting import review

    outcomes = review(open_dataset(dataset))
    if as_json:
        told = [asdict(outcome.revision) | {"status": outcome.status, "coded": outcome.coded} for outcome in outcomes]
        print_json(told)
        return
    header = ("id", "event", "column", "value", "coded", "status", "who", "when", "why")
    rows = [
        (
            outcome.revision.id, outcome.revision.event_id, outcome.revision.column or outcome.revision.kind,
            outcome.revision.value, outcome.coded, outcome.status, outcome.revision.who, outcome.revision.when,
            outcome.revision.why,
        )
        for outcome in outcomes
    ]  # fmt: skip
    print_rows(f"Decisions on {dataset}", header, rows)


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise click.UsageError("no login name; say who decides with --who") from error
