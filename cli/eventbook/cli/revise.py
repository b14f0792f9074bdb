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
    help="Decisions in bulk: columns event_id, column, value, why; optionally kind (cell, remove, join, keep-apart, "
    "undo), evidence, undoes.",
)
@click.option("--remove", is_flag=True, help="Decide that EVENT_ID is no event.")
@click.option("--join", "joined", multiple=True, metavar="EVENT", help="Decide that EVENT_ID and EVENT are one event.")
@click.option("--keep-apart", "apart", multiple=True, metavar="EVENT|ARTICLE",
              help="Decide that EVENT_ID and EVENT are two, or that ARTICLE, which reports it, tells of another; "
                   "`all`: each of its reports tells of its own.")
@click.option("--undo", metavar="ID", help="Take back the decision with this id.")
@click.option("--list", "listed", is_flag=True, help="List the decisions and what became of them.")
@click.option("--apply", "applied", is_flag=True, help="Make a version with all decisions now, not at the next build.")
@click.option("--codebook", metavar="ID|PATH", help="For --apply after decisions on merges: the dataset's codebook.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(
    dataset: Path, event_id: str | None, changes: tuple[str, ...], why: str, evidence: str, who: str | None,
    table: Path | None, remove: bool, joined: tuple[str, ...], apart: tuple[str, ...], undo: str | None, listed: bool,
    applied: bool, codebook: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Record decisions on DATASET: set cells of EVENT_ID, remove it, join it, part it, or undo a decision.

    They are appended, never overwritten, and applied by every build and recoding after the coder and before the
    checks: what breaks a rule goes to quarantine, what mends a row of the quarantine brings it back.

    \b
    eventbook revise my-dataset KEN-1a2b fatalities=3 --why "hospital list of 4 May"
    eventbook revise my-dataset KEN-1a2b --remove --why "film shooting"
    eventbook revise my-dataset KEN-1a2b --join KEN-9f8e --why "the same march"
    eventbook revise my-dataset KEN-1a2b --keep-apart article-7 --why "another day"
    eventbook revise my-dataset --csv decisions.csv --why "second reading" --apply
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.revisions import record

    opened = open_dataset(dataset)
    decisions = _decisions(event_id, changes, why, evidence, table, remove, joined, apart, undo)
    if not decisions and not listed and not applied:
        raise click.UsageError("give EVENT_ID and COLUMN=VALUE, --remove, --join, --keep-apart, --undo, --csv, --list "
                               "or --apply")  # fmt: skip
    made = record(opened, decisions, who=who or _login()) if decisions else ()
    for revision in made:
        say(f"recorded {revision.id}: {revision.event_id} {revision.column} {revision.kind}")
    if applied:
        from eventbook.datasets.pipeline.applying import apply_now
        from eventbook.datasets.quarantine import list_quarantined

        done, idle = apply_now(opened, codebook=codebook)
        said = "made" if done.created else "holds them already"
        say(f"version {done.manifest.number} {said}; {idle} decisions change nothing")
        aside = {revision.event_id for revision in made} & {item.event_id for item in list_quarantined(opened)}
        say(*(f"{event} is in quarantine; `eventbook quarantine show` tells why" for event in sorted(aside)))
    elif made:
        say("the next build applies them; --apply makes a version now")
    if listed:
        _list(dataset, as_json)
    elif as_json:
        print_json([asdict(revision) for revision in made])


def _decisions(
    event_id: str | None, changes: tuple[str, ...], why: str, evidence: str, table: Path | None, remove: bool,
    joined: tuple[str, ...], apart: tuple[str, ...], undo: str | None,
) -> "list[Decision]":  # fmt: skip
    from eventbook.datasets.revision_files import decisions_of, read_decisions
    from eventbook.datasets.revisions import Decision

    if sum((bool(changes), remove, bool(joined), bool(apart), undo is not None, table is not None)) > 1:
        raise click.UsageError("give only one of COLUMN=VALUE, --remove, --join, --keep-apart, --undo and --csv")
    if (event_id is not None) != bool(changes or remove or joined or apart):
        raise click.UsageError(
            "EVENT_ID goes with COLUMN=VALUE, --remove, --join or --keep-apart, and with nothing else"
        )
    if joined:
        return [Decision("join", event_id or "", value=list(joined), why=why, evidence=evidence)]
    if apart:
        names = [] if apart == ("all",) else list(apart)
        return [Decision("keep-apart", event_id or "", value=names, why=why, evidence=evidence)]
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
