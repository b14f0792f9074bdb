"""People's decisions applied to events as they were coded, with a report of those that changed nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from eventbook.datasets.building import MERGED, ROW, coded_events, make_tombstones, with_names, without_failing
from eventbook.datasets.cell_values import parse_cell, stored_value
from eventbook.datasets.cells import cell_text
from eventbook.datasets.columns import from_stored, to_stored
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.merge_decisions import VANISHED, read_merge_decisions
from eventbook.datasets.revisions import MERGE_KINDS, Revision, load_revisions, revisions_hash, standing
from eventbook.datasets.taking import take_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from eventbook.datasets.committing import Committed, VersionTables

APPLIED, AGREES = "applied", "coder agrees"
UNDONE, SUPERSEDED = "undone", "a later decision stands"
NO_COLUMN, UNFIT = "column vanished", "value no longer fits"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision: `status`, and what the coder says of the cell now."""

    revision: Revision
    status: str
    coded: Any = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The events after all decisions, and the outcome of each decision that stands, in their order."""

    events: "pa.Table"
    outcomes: tuple[Outcome, ...]

    @property
    def idle(self) -> tuple[Outcome, ...]:
        """Decisions that changed nothing: the event or column vanished, the coder agrees, the value no longer fits."""
        return tuple(outcome for outcome in self.outcomes if outcome.status != APPLIED)


def correct_events(
    events: "pa.Table", revisions: Sequence[Revision], *, event_key: str, merging: "Mapping[str, str] | None" = None,
    gone: "Mapping[str, str] | None" = None,
) -> Corrected:  # fmt: skip
    """Apply all decisions that stand to coded events.

    Those on merges are merging's: `merging` says which of them did nothing there, and `gone` what became of events.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    counting = standing(revisions)
    if not counting:
        return Corrected(events, ())
    wanted = pa.array([revision.event_id for revision in counting], pa.string())
    places = pc.index_in(wanted, value_set=events[event_key].cast(pa.string()).combine_chunks()).to_pylist()
    outcomes: list[Outcome] = []
    cells: dict[str, dict[int, Any]] = {}
    removed: set[int] = set()
    for revision, place in zip(counting, places, strict=True):
        if revision.kind in MERGE_KINDS:
            outcomes.append(Outcome(revision, (merging or {}).get(revision.id, APPLIED)))
            continue
        outcome, value = _judge(revision, place, events)
        if outcome.status == VANISHED and revision.event_id in (gone or {}):
            outcome = replace(outcome, status=(gone or {})[revision.event_id])
        outcomes.append(outcome)
        if outcome.status == APPLIED and revision.kind == "remove":
            removed.add(place)
        elif outcome.status == APPLIED:
            cells.setdefault(revision.column, {})[place] = value
    return Corrected(_changed(events, cells, removed), tuple(outcomes))


def corrector(dataset: Dataset, *, event_key: str) -> "Callable[[pa.Table], pa.Table]":
    """The `revise` of a build: applies the decisions recorded by the time it is called."""

    def revise(events: "pa.Table") -> "pa.Table":
        return correct_events(events, load_revisions(dataset.path), event_key=event_key).events

    return revise


def review(dataset: Dataset) -> tuple[Outcome, ...]:
    """Every decision that was ever made, in order, and what becomes of it on the latest version's coding."""
    revisions = load_revisions(dataset.path)
    manifest = dataset.manifest()
    event_key = manifest.tables["events"].key[0]
    wanted = [name for name in ("reports", MERGED, "events") if name in manifest.tables]
    tables = {name: dataset.table(name) for name in wanted}
    coded = coded_events(tables, event_key=event_key)
    merging = _merging_statuses(revisions, tables, event_key)
    corrected = correct_events(coded, revisions, event_key=event_key, merging=merging)
    outcomes = {outcome.revision.id: outcome for outcome in corrected.outcomes}
    undone = {revision.undoes for revision in revisions if revision.kind == "undo"}
    return tuple(outcomes.get(revision.id) or Outcome(revision, _why_idle(revision, undone)) for revision in revisions)


def _merging_statuses(
    revisions: Sequence[Revision], tables: "Mapping[str, pa.Table]", event_key: str
) -> "Mapping[str, str]":  # fmt: skip
    if "reports" not in tables or not any(revision.kind in MERGE_KINDS for revision in revisions):
        return {}
    rows = with_names(tables["reports"], event_key=event_key)[ROW].to_pylist()
    return read_merge_decisions(revisions, {row: row for row in rows}).statuses


def revision_table(corrected: Corrected) -> "pa.Table":
    """The decisions that stand, and what became of each: the table `revisions` of a version."""
    import pyarrow as pa

    names = ("event_id", "column", "id", "kind", "value", "coded", "status", "who", "when", "why", "evidence")
    lines = []
    for outcome in corrected.outcomes:
        one = outcome.revision
        line = {name: getattr(one, name, None) for name in names}
        lines.append(
            line | {"value": cell_text(one.value), "coded": cell_text(outcome.coded), "status": outcome.status}
        )
    return pa.Table.from_pylist(lines, schema=pa.schema([(name, pa.string()) for name in names]))


def _why_idle(revision: Revision, undone: set[str]) -> str:
    if revision.kind == "undo":
        return APPLIED
    return UNDONE if revision.id in undone else SUPERSEDED


def apply_to_latest(dataset: Dataset, *, command: str = "") -> "tuple[Committed, Corrected]":
    """Commit a version with all decisions applied to what was coded, without coding anything again.

    Raises as `Dataset.commit` and `load_revisions`.
    """
    revisions = load_revisions(dataset.path)
    event_key = dataset.manifest().tables["events"].key[0]
    results: list[Corrected] = []

    def merge(parent: "VersionTables", _: "Mapping[str, pa.Table]") -> "Mapping[str, pa.Table]":
        coded = coded_events(parent, event_key=event_key)
        merging = _merging_statuses(revisions, parent, event_key)
        results.append(correct_events(coded, revisions, event_key=event_key, merging=merging))
        tables = dict(parent)
        tables["events"] = without_failing(results[-1].events, parent, event_key=event_key)
        if "revisions" in parent:
            tables["revisions"] = revision_table(results[-1])
        tables["tombstones"] = make_tombstones(
            parent, tables["events"], coded=coded, event_key=event_key, number=parent.number
        )
        return tables

    manifest = dataset.manifest()
    done = dataset.commit(
        {}, reason="corrected by person", command=command, codebook=manifest.codebook,
        inputs={**manifest.inputs, "revisions": revisions_hash(revisions)}, merge=merge,
        keys={"tombstones": ("event_id",)},
    )  # fmt: skip
    return done, results[-1]


def _judge(revision: Revision, place: int | None, events: "pa.Table") -> tuple[Outcome, Any]:
    if place is None:
        return Outcome(revision, VANISHED), None
    if revision.kind == "remove":
        return Outcome(revision, APPLIED), None
    if revision.column not in events.column_names:
        return Outcome(revision, NO_COLUMN), None
    column = events[revision.column]
    coded = column[place].as_py()
    try:
        value = parse_cell(revision.value, events.schema.field(revision.column), column)
    except ValueError:
        return Outcome(revision, UNFIT, stored_value(coded)), None
    return Outcome(revision, AGREES if value == coded else APPLIED, stored_value(coded)), value


def _changed(events: "pa.Table", cells: dict[str, dict[int, Any]], removed: set[int]) -> "pa.Table":
    import numpy as np
    import pyarrow as pa

    table = to_stored("events", events) if cells else events
    for name, changes in sorted(cells.items()):
        field = table.schema.field(name)
        rows = np.arange(table.num_rows)
        rows[list(changes)] = table.num_rows + np.arange(len(changes))
        values = pa.array(list(changes.values()), type=field.type)
        column = take_cells(pa.chunked_array([*table[name].chunks, values]), pa.array(rows))
        table = table.set_column(table.column_names.index(name), field, column)
    table = from_stored(table) if cells else table
    if not removed:
        return table
    kept = np.ones(table.num_rows, dtype=bool)
    kept[list(removed)] = False
    return table.filter(pa.array(kept))
