"""People's decisions on a dataset: appended to `revisions/`, never overwritten, applied to every version after."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.datasets.cell_values import parse_cell, stored_value
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.errors import BadRevision, Damaged
from eventbook.datasets.files import create_file, writing
from eventbook.datasets.layout import REVISIONS
from eventbook.datasets.merge_decisions import (
    CONTRADICTED,
    JOIN,
    KEEP_APART,
    groups_of,
    read_merge_decisions,
    rows_named,
)  # fmt: skip

if TYPE_CHECKING:
    import pyarrow as pa

MERGE_KINDS = (JOIN, KEEP_APART)
KINDS = ("cell", "remove", "undo", *MERGE_KINDS)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides. `cell`: the value of a column of an event, as text or as JSON holds it, None for empty;
    `remove`: this is no event; `undo`: the decision whose id is `undoes` no longer stands; `join`: the event and those
    that `value` names (a list, or a text parted by commas) are one; `keep-apart`: they are not, or the articles that
    it names tell of another event, or without a value each report tells of its own. `where` is for messages."""

    kind: str
    event_id: str = ""
    column: str = ""
    value: Any = None
    why: str = ""
    evidence: str = ""
    undoes: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A recorded decision. `was` is what the cell held then, `id` the start of the hash of all else."""

    id: str
    kind: str
    event_id: str
    column: str
    value: Any
    was: Any
    who: str
    when: str
    why: str
    evidence: str
    undoes: str


def record(dataset: Dataset, decisions: Sequence[Decision], *, who: str) -> tuple[Revision, ...]:
    """Append the decisions as one new file, all or none.

    Each is checked against the latest version: its event and column must be there, and the value must fit the
    column's type and categories. Raises BadRevision with all problems, NotWritable.
    """
    manifest = dataset.manifest()
    key = manifest.tables["events"].key[0]
    events = dataset.table(version=manifest.number)
    reports = None
    if any(decision.kind in MERGE_KINDS for decision in decisions) and "reports" in manifest.tables:
        reports = dataset.table("reports", version=manifest.number)
    known = {revision.id: revision for revision in load_revisions(dataset.path)}
    when = datetime.now(UTC).isoformat(timespec="microseconds")  # tells two equal decisions apart
    wanted = [decision.event_id for decision in decisions]
    held = _cells_of(events, key, wanted)
    if "quarantine" in manifest.tables:  # a row that failed may be mended
        held = _cells_of(dataset.table("quarantine", version=manifest.number), key, wanted) | held
    problems: list[str] = []
    made: list[Revision] = []
    for decision in decisions:
        found, revision = _revise(decision, events, held, known, key=key, who=who, when=when, reports=reports)
        problems += [f"{decision.where}: {problem}" if decision.where else problem for problem in found]
        if revision is not None:
            made.append(revision)
    problems += _contradictions([*known.values(), *made], {revision.id for revision in made})
    if not decisions:
        problems.append("nothing to record: give at least one decision")
    if problems:
        raise BadRevision(problems)
    _append(dataset.path, made)
    return tuple(made)


def load_revisions(root: Path) -> tuple[Revision, ...]:
    """All recorded decisions in the order they were made; raises Damaged where a file is missing or altered."""
    revisions: list[Revision] = []
    for position, path in enumerate(_batches(root), start=1):
        expected = path.with_name(_batch_name(position))
        if path != expected:
            raise Damaged(f"{expected}: missing; restore it from a copy, for the decisions in it count")
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError) as error:
            raise Damaged(f"{path}: cannot be read ({error}); restore it from a copy") from error
        for number, line in enumerate(lines, start=1):
            revisions.append(_parse(line, f"{path}:{number}"))
        if not lines:
            raise Damaged(f"{path}: empty; restore it from a copy")
    return tuple(revisions)


def standing(revisions: Sequence[Revision]) -> tuple[Revision, ...]:
    """The decisions that count: not undone, and the last on its cell or event."""
    undone = {revision.undoes for revision in revisions if revision.kind == "undo"}
    last: dict[tuple[str, str], Revision] = {}
    for revision in revisions:
        if revision.kind != "undo" and revision.id not in undone:
            last[_subject(revision)] = revision
    return tuple(revision for revision in revisions if last.get(_subject(revision)) is revision)


def _subject(revision: Revision) -> tuple[str, str]:
    """What a later decision would replace; decisions on merges stand side by side."""
    return (revision.id, "") if revision.kind in MERGE_KINDS else (revision.event_id, revision.column)


def _contradictions(revisions: Sequence[Revision], made: set[str]) -> list[str]:
    rows = {row: row for one in revisions if one.kind in MERGE_KINDS for group in groups_of(one) for row in group}
    statuses = read_merge_decisions(revisions, rows).statuses
    return [
        f"{one.event_id}: {one.kind} contradicts an earlier decision; `--list` shows it, `--undo` takes it back"
        for one in revisions if one.id in made and statuses.get(one.id) == CONTRADICTED
    ]  # fmt: skip


def revisions_hash(revisions: Sequence[Revision]) -> str:
    """One hash for all decisions, for the inputs of a version's manifest."""
    return hashlib.sha256("\n".join(revision.id for revision in revisions).encode()).hexdigest()


def _revise(
    decision: Decision, events: "pa.Table", held: Mapping[str, Mapping[str, Any]], known: Mapping[str, Revision],
    *, key: str, who: str, when: str, reports: "pa.Table | None",
) -> tuple[list[str], Revision | None]:  # fmt: skip
    problems, value, was = [], None, None
    if not decision.why.strip():
        problems.append("no reason given; say why")
    if decision.kind not in KINDS:
        problems.append(f"kind {decision.kind!r}: expected one of {', '.join(KINDS)}")
    elif decision.kind == "undo":
        if decision.undoes not in known or known[decision.undoes].kind == "undo":
            problems.append(f"no decision {decision.undoes!r} to undo; `eventbook revise DATASET --list` lists them")
    elif decision.event_id not in held:
        problems.append(f"no event {decision.event_id!r} in the latest version; check the id in column {key!r}")
    elif decision.kind in MERGE_KINDS:
        if reports is None:
            problems.append("the version has no table 'reports'; build it anew, then decide on its merges")
        else:
            found, value = rows_named(decision.kind, decision.event_id, _names(decision.value), reports, key)
            problems += found
    elif decision.kind == "cell":
        if decision.column == key:
            problems.append(f"column {key!r} identifies the event and cannot be changed; remove the event instead")
        elif decision.column not in events.column_names:
            problems.append(f"no column {decision.column!r}; expected one of {', '.join(events.column_names)}")
        else:
            field = events.schema.field(decision.column)
            try:
                value = stored_value(parse_cell(decision.value, field, events[decision.column]))
            except ValueError as error:
                problems.append(f"{decision.event_id}, {decision.column}: {error}")
            was = stored_value(held[decision.event_id][decision.column])
    if problems:
        return problems, None
    target = known[decision.undoes] if decision.kind == "undo" else decision
    column = decision.column if decision.kind == "cell" else target.column if decision.kind == "undo" else ""
    body: dict[str, Any] = {
        "kind": decision.kind, "event_id": target.event_id, "column": column, "value": value, "was": was, "who": who,
        "when": when, "why": decision.why.strip(), "evidence": decision.evidence, "undoes": decision.undoes,
    }  # fmt: skip
    return [], Revision(id=_identify(body), **body)


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [name.strip() for name in value.split(",") if name.strip()]
    return [str(name) for name in value or ()]


def _cells_of(events: "pa.Table", key: str, wanted: Sequence[str]) -> dict[str, dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    found = events.filter(pc.is_in(events[key].cast(pa.string()), value_set=pa.array(sorted(set(wanted)), pa.string())))
    return {str(row[key]): row for row in found.to_pylist()}


def _append(root: Path, made: Sequence[Revision]) -> None:
    text = "".join(json.dumps(asdict(revision), ensure_ascii=False, sort_keys=True) + "\n" for revision in made)
    folder = root / REVISIONS
    with writing(root):
        folder.mkdir(exist_ok=True)
        while not create_file(folder / _batch_name(len(_batches(root)) + 1), text):
            pass  # another person's file came first: take the next number


def _batches(root: Path) -> list[Path]:
    return sorted((root / REVISIONS).glob("[0-9]*.jsonl"))


def _batch_name(number: int) -> str:
    return f"{number:06d}.jsonl"


def _parse(line: str, where: str) -> Revision:
    try:
        revision = Revision(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise Damaged(f"{where}: not a decision ({error}); restore the file from a copy") from error
    body = asdict(revision)
    if revision.id != _identify({name: body[name] for name in body if name != "id"}):
        raise Damaged(f"{where}: altered after it was recorded; restore the file, and record a new decision")
    return revision


def _identify(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
