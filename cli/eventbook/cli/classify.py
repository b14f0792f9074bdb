"""`eventbook classify`: the event type of short texts."""

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

import click

from eventbook.cli.errors import UNREADABLE, stop
from eventbook.cli.output import progress, say, volume_options

BATCH = 64  # texts compared with the exemplars at once


@click.command("classify", short_help="Tell the event type of short texts.")
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"), metavar="FILE.jsonl")
@click.option("--codebook", metavar="ID|PATH", help="The codebook. Default: acled-style, which is shipped.")
@click.option("--parser", metavar="NAME", help="Another spaCy pipeline, by name or folder.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@volume_options
def command(file: IO[str], codebook: str | None, parser: str | None, output: Path | None) -> None:
    """Classify texts without dates or places: each line of FILE has an `id` and a `text`.

    Written for each, as a line of JSON: id, event_type, sub_event_type, confidence, runner_up. A text that
    reports no codable event has null for its types.

    \b
    eventbook classify snippets.jsonl > types.jsonl
    """
    from eventbook.coder.coding import Coder

    coder: Any = Coder(codebook, parser=parser)
    out = output.open("w", encoding="utf-8") if output is not None else sys.stdout
    count = 0
    with progress("texts") as counted:
        texts = counted(_texts(file))
        while some := list(islice(texts, BATCH)):
            for (name, _), found in zip(some, coder.classify_texts([text for _, text in some]), strict=True):
                out.write(json.dumps(_line(name, found), ensure_ascii=False) + "\n")
            count += len(some)
    if output is not None:
        out.close()
    say(f"{count:,} texts classified")


def _line(name: Any, found: Any) -> dict[str, Any]:
    return {
        "id": name, "event_type": found.event_type, "sub_event_type": found.sub_event_type,
        "confidence": found.confidence, "runner_up": found.runner_up,
    }  # fmt: skip


def _texts(file: IO[str]) -> Iterator[tuple[Any, str]]:
    """Ids and texts of all lines; the first line that is wrong ends the run with its number."""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            name, text = record.get("id", number), record["text"]
        except (ValueError, KeyError, AttributeError):
            stop(UNREADABLE, f"{file.name}:{number}: expected a JSON object with id and text; mend the line")
        if not isinstance(text, str):
            stop(UNREADABLE, f"{file.name}:{number}: text is {type(text).__name__}, expected a string; mend the line")
        yield name, text
