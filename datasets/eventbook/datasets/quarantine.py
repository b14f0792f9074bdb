"""Rows that failed their checks: listed, mended and admitted, or dropped for good, each with a reason that is kept.

The table `decisions` of a version holds what people decided. Its columns bear other names than `event_id` and
`article_id`, so that the recoding of an article leaves the decisions alone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from eventbook.datasets.building import (
    ARTICLE,
    CODED,
    EVENT,
    FOUND,
    HELD,
    coded_events,
    make_tombstones,
    with_names,
    without_failing,
)  # fmt: skip
from eventbook.datasets.cell_values import parse_cell
from eventbook.datasets.columns import join_rows
from eventbook.datasets.correcting import corrector
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.errors import BadRevision

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.committing import Committed, VersionTables

QUARANTINE, DECISIONS, FINDINGS, CHECKS = "quarantine", "decisions", "findings", "check_ids"
ACCEPT, DROP = "accept", "drop"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One event in quarantine: its row by each article that reports it, and what the checks found."""

    event_id: str
    rows: tuple[Mapping[str, Any], ...]
    check_ids: tuple[str, ...]
    findings: tuple[Mapping[str, Any], ...]
    evidence: tuple[Mapping[str, Any], ...] = ()


def decision_schema() -> "pa.Schema":
    """The table `decisions`: one line for each event decided on."""
    import pyarrow as pa

    return pa.schema([(name, pa.string()) for name in ("event", "decision", "checks", "changes", "why", "who", "when")])


def list_quarantined(dataset: Dataset, *, version: int | str | None = None) -> tuple[Quarantined, ...]:
    """All events in quarantine with their findings, by event id; none where the version has no such table."""
    manifest = dataset.manifest(version)
    if QUARANTINE not in manifest.tables:
        return ()
    key = manifest.tables["events"].key[0]
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in dataset.table(QUARANTINE, version=manifest.number).to_pylist():
        rows.setdefault(str(row[key]), []).append(row)
    findings = _by_event(dataset, FINDINGS, manifest.number, rows)
    evidence = _by_event(dataset, "evidence", manifest.number, rows)
    return tuple(
        Quarantined(event, tuple(found), _checks_of(found), tuple(_once(findings.get(event, ()))),
                    tuple(evidence.get(event, ())))
        for event, found in sorted(rows.items())
    )  # fmt: skip


def decide(
    dataset: Dataset, event_ids: Sequence[str], decision: str, *, why: str, who: str,
    changes: Mapping[str, str] | None = None, command: str = "",
) -> "Committed":  # fmt: skip
    """Make a version in which these events are out of quarantine: `accept`ed among the events, or `drop`ped.

    `changes` mends cells (column to text) of accepted rows. Raises BadRevision with all problems: no reason, an event
    that is not in quarantine, a column or value that does not fit.
    """
    problems = [] if why.strip() else ["no reason given; say why with --why"]
    if decision not in {ACCEPT, DROP}:
        problems.append(f"decision {decision!r}: expected {ACCEPT} or {DROP}")
    if changes and decision == DROP:
        problems.append("a dropped row cannot be mended; accept it, or leave the changes out")
    key = dataset.manifest().tables["events"].key[0]
    held = {item.event_id: item for item in list_quarantined(dataset)}
    problems += [f"no event {event!r} in quarantine; `eventbook quarantine list` shows them"
                 for event in event_ids if event not in held]  # fmt: skip
    reports = dataset.table("reports")
    mended, found = _mend(reports, changes, key=key) if changes else ({}, [])
    problems += found
    final = set(reports[key].to_pylist()) if changes else set()
    problems += [f"{event}: merged or corrected by a person; mend it by `eventbook revise DATASET {event} COLUMN=VALUE`"
                 for event in event_ids if event in final and event in held]  # fmt: skip
    if problems or not event_ids:
        raise BadRevision(problems or ["name at least one event"])
    when = datetime.now(UTC).isoformat(timespec="seconds")
    told = json.dumps(dict(changes or {}), ensure_ascii=False, sort_keys=True)
    made = [
        {"event": event, "decision": decision, "checks": "; ".join(held[event].check_ids), "changes": told,
         "why": why.strip(), "who": who, "when": when}
        for event in sorted(set(event_ids))
    ]  # fmt: skip
    revise = corrector(dataset, event_key=key)

    def merge(parent: "VersionTables", new: "Mapping[str, pa.Table]") -> "Mapping[str, pa.Table]":
        return _decided(parent, made, mended, key=key, revise=revise)

    return dataset.commit(
        {}, reason=f"quarantine {decision}: {why.strip()}", command=command, merge=merge, keys={DECISIONS: ("event",)},
        inputs=dataset.manifest().inputs, codebook=dataset.manifest().codebook,
    )  # fmt: skip


def apply_decisions(
    new: "Mapping[str, pa.Table]", parent: "Mapping[str, pa.Table]", *, key: str
) -> "dict[str, pa.Table]":
    """The tables of a build with the parent's decisions: accepted events leave `quarantine`, dropped ones are gone.

    An event that fails other checks than those it was accepted with stays in quarantine.
    """
    import pyarrow as pa

    tables = dict(new)
    decisions = parent[DECISIONS].to_pylist() if DECISIONS in parent and QUARANTINE in new else []
    for line in decisions:
        held = tables[QUARANTINE]
        failed = [set(str(checks).split("; ")) if event == line["event"] else None for event, checks in
                  zip(held[key].to_pylist(), held[CHECKS].to_pylist(), strict=True)]  # fmt: skip
        known = set(str(line["checks"]).split("; "))
        covered = [checks is not None and (line["decision"] == DROP or checks <= known) for checks in failed]
        if not any(covered):
            continue
        chosen = held.filter(pa.array(covered, pa.bool_())).drop_columns([CHECKS])
        tables[QUARANTINE] = held.filter(pa.array([not one for one in covered], pa.bool_()))
        if line["decision"] == ACCEPT:
            mended, _ = _mend(tables["reports"], json.loads(line["changes"] or "{}"), key=key)
            tables["reports"] = join_rows("reports", tables["reports"], _with_changes(chosen, mended))
    return tables


def without_accepted(findings: "pa.Table", decisions: "pa.Table") -> "pa.Table":
    """The findings less those that a person had before the eyes when accepting the event."""
    import pyarrow as pa

    accepted = {
        (row["event"], check)
        for row in decisions.to_pylist() if row["decision"] == ACCEPT for check in str(row["checks"]).split("; ")
    }  # fmt: skip
    if not accepted:
        return findings
    events = {event for event, _ in accepted}
    pairs = zip(findings[EVENT].to_pylist(), findings["check_id"].to_pylist(), strict=True)
    return findings.filter(pa.array([not (event in events and (event, check) in accepted) for event, check in pairs],
                                    pa.bool_()))  # fmt: skip


def _decided(
    parent: "VersionTables", made: Sequence[Mapping[str, str]], mended: Mapping[str, Any], *, key: str, revise: Any
) -> "dict[str, pa.Table]":
    import pyarrow as pa
    import pyarrow.compute as pc

    events = pa.array([line["event"] for line in made], pa.string())
    held = parent[QUARANTINE]
    chosen = pc.is_in(held[key].cast(pa.string()), value_set=events)
    tables = dict(parent) | {QUARANTINE: held.filter(pc.invert(chosen))}
    reports = parent["reports"]
    final = _is_reported(held, reports, key=key)  # rows that failed when final are among the reports already
    if HELD in parent:
        coded = parent[HELD]
        tables[HELD] = coded.filter(pc.invert(pc.is_in(coded[key].cast(pa.string()), value_set=events)))
    if made[0]["decision"] == ACCEPT:
        back = _with_changes(held.filter(pc.and_(chosen, pc.invert(final))).drop_columns([CHECKS]), mended)
        tables["reports"] = join_rows("reports", parent["reports"], back)
        if CODED in parent["reports"].column_names:
            tables["reports"] = with_names(tables["reports"], event_key=key)
        coded = coded_events(tables, event_key=key)
        tables["events"] = without_failing(revise(coded), tables, event_key=key)
        tables["tombstones"] = make_tombstones(
            parent, tables["events"], coded=coded, event_key=key, number=parent.number
        )
    else:
        gone = pc.filter(held[key].cast(pa.string()), pc.and_(chosen, pc.invert(final))).combine_chunks()
        for name in ("evidence", "candidates", FINDINGS, FOUND, "sources"):
            if name in tables and EVENT in tables[name].column_names:
                lines = pc.is_in(tables[name][EVENT].cast(pa.string()), value_set=gone)
                tables[name] = tables[name].filter(pc.invert(lines))
    new = pa.Table.from_pylist([dict(line) for line in made], schema=decision_schema())
    old = parent[DECISIONS] if DECISIONS in parent else decision_schema().empty_table()
    earlier = old.filter(pc.invert(pc.is_in(old["event"].cast(pa.string()), value_set=events)))
    tables[DECISIONS] = pa.concat_tables([earlier.cast(decision_schema()), new])
    return tables


def _is_reported(held: "pa.Table", reports: "pa.Table", *, key: str) -> "pa.Array":
    import pyarrow as pa

    known = set(zip(reports[key].to_pylist(), reports[ARTICLE].to_pylist(), strict=True)) if held.num_rows else set()
    pairs = zip(held[key].to_pylist(), held[ARTICLE].to_pylist(), strict=True)
    return pa.array([pair in known for pair in pairs], pa.bool_())


def _mend(reports: "pa.Table", changes: Mapping[str, str], *, key: str) -> tuple[dict[str, Any], list[str]]:
    """The changed cells in their columns' types, and what is wrong with them."""
    made: dict[str, Any] = {}
    problems = []
    for column, text in changes.items():
        if column not in reports.column_names or column in {key, ARTICLE}:
            problems.append(f"no column {column!r} that can be mended; it has {', '.join(reports.column_names)}")
            continue
        try:
            made[column] = parse_cell(text, reports.schema.field(column), reports[column])
        except ValueError as error:
            problems.append(f"{column}: {error}")
    return made, problems


def _with_changes(rows: "pa.Table", mended: Mapping[str, Any]) -> "pa.Table":
    import pyarrow as pa

    for column, value in mended.items():
        field = rows.schema.field(column)
        cells = pa.chunked_array([pa.array([value] * rows.num_rows, field.type)])
        rows = rows.set_column(rows.column_names.index(column), field, cells)
    return rows


def _by_event(dataset: Dataset, table: str, version: int, wanted: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    if table not in dataset.manifest(version).tables:
        return {}
    rows = dataset.table(table, version=version)
    mine = rows.filter(pc.is_in(rows[EVENT].cast(pa.string()), value_set=pa.array(list(wanted), pa.string())))
    found: dict[str, list[dict[str, Any]]] = {}
    for row in mine.to_pylist():
        found.setdefault(row[EVENT], []).append(row)
    return found


def _checks_of(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({check for row in rows for check in str(row.get(CHECKS) or "").split("; ") if check}))


def _once(findings: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Findings without the repeats that an event of several articles has."""
    unique = {tuple((name, value) for name, value in row.items() if name != ARTICLE): row for row in findings}
    return list(unique.values())
