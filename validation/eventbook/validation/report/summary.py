"""Findings summed up by check."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from eventbook.validation.checks.records import Check

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """One check with what it found; `events` counts different events, `examples` are its first findings."""

    check_id: str
    severity: str
    section: str
    sentence: str
    findings: int
    events: int
    examples: tuple[Mapping[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a run, and the checks that found something: errors first, then by number of findings."""

    rows: int
    checks: int
    errors: int
    warnings: int
    events_with_errors: int
    failed: tuple[CheckSummary, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


def summarise(findings: "pa.Table", checks: Sequence[Check], *, rows: int, examples: int = 5) -> Summary:
    """Sum up findings; `examples` is how many of each check are kept."""
    import pyarrow.compute as pc

    by_id = {check.id: check for check in checks}
    failed = []
    groups = findings.group_by(["check_id", "severity"], use_threads=False)
    counted = groups.aggregate([("event_id", "count_distinct"), ("message", "count")]).to_pylist()
    for row in counted:
        mine = pc.and_(pc.equal(findings["check_id"], row["check_id"]), pc.equal(findings["severity"], row["severity"]))
        first = findings.filter(mine).slice(0, examples).to_pylist()
        check = by_id.get(row["check_id"])
        failed.append(CheckSummary(
            row["check_id"], row["severity"], check.section if check else "", check.sentence if check else "",
            row["message_count"], row["event_id_count_distinct"], tuple(first),
        ))  # fmt: skip
    failed.sort(key=lambda item: (item.severity != "error", -item.findings, item.check_id))
    errors = pc.equal(findings["severity"], "error")
    return Summary(
        rows=rows, checks=len(checks), errors=int(pc.sum(errors).as_py() or 0),
        warnings=findings.num_rows - int(pc.sum(errors).as_py() or 0),
        events_with_errors=pc.count_distinct(findings.filter(errors)["event_id"]).as_py(), failed=tuple(failed),
    )  # fmt: skip


def summary_lines(summary: Summary, *, examples: int = 3) -> list[str]:
    """The summary for a person, a few lines for each check that found something."""
    errors = _count(summary.errors, "error")
    if summary.events_with_errors or not summary.errors:
        errors += f" in {_count(summary.events_with_errors, 'event')}"
    head = f"{_count(summary.rows, 'row')}, {summary.checks} checks: {errors}, {_count(summary.warnings, 'warning')}"
    lines = [head]
    for item in summary.failed:
        section = f" [{item.section}]" if item.section else ""
        found = _count(item.findings, "finding")
        lines += ["", f"{item.severity} {item.check_id}: {found}{section}", f"  {item.sentence}"]
        for example in item.examples[:examples]:
            quote = f" “{example['quote']}”" if example["quote"] else ""
            lines.append(f"    {example['event_id'] or 'whole table'}: {example['message']}{quote}")
        if item.findings > examples:
            lines.append(f"    and {item.findings - examples:,} more")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
