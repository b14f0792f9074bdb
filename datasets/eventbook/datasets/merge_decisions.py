"""People's decisions on which reports are one event: `join` and `keep-apart`, kept by the names of rows.

A row keeps its name through recodings, so that a decision outlives the ids under which rows are coded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from eventbook.datasets.building import ARTICLE, ROW, with_names

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.revisions import Revision

JOIN, KEEP_APART = "join", "keep-apart"
VANISHED, CONTRADICTED = "event vanished", "contradicts an earlier decision"

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MergeDecisions:
    """Sets of rows as merging takes them (`Decisions`), and by the id of each revision why it does nothing, if so."""

    keep_apart: frozenset[frozenset[str]] = frozenset()
    join: frozenset[frozenset[str]] = frozenset()
    statuses: Mapping[str, str] = field(default_factory=dict)


def read_merge_decisions(revisions: "Sequence[Revision]", rows: Mapping[str, str]) -> MergeDecisions:
    """The standing decisions on merges; `rows` gives the name in merging of each row by the name that it keeps.

    Of two that contradict each other the earlier stands.
    """
    from eventbook.datasets.revisions import standing

    joins: list[frozenset[str]] = []
    aparts: list[frozenset[str]] = []
    statuses: dict[str, str] = {}
    for revision in standing(revisions):
        if revision.kind not in (JOIN, KEEP_APART):
            continue
        groups = [[rows[row] for row in group if row in rows] for group in groups_of(revision)]
        groups = [group for group in groups if group]
        if len(groups) < 2:
            statuses[revision.id] = VANISHED
            continue
        if revision.kind == JOIN:
            joined = [*joins, frozenset(row for group in groups for row in group)]
            fits = _fit(joined, aparts)
            joins = joined if fits else joins
        else:
            pairs = [
                frozenset((one, two))
                for number, group in enumerate(groups) for one in group
                for other in groups[number + 1 :] for two in other
            ]  # fmt: skip
            fits = _fit(joins, pairs)
            aparts += pairs if fits else []
        if not fits:
            statuses[revision.id] = CONTRADICTED
    return MergeDecisions(frozenset(aparts), frozenset(joins), statuses)


def groups_of(revision: "Revision") -> Groups:
    """The names of the rows that a decision joins or keeps apart, in groups."""
    return tuple(tuple(group) for group in revision.value["rows"])


def rows_named(
    kind: str, event_id: str, names: Sequence[str], reports: "pa.Table", event_key: str
) -> tuple[list[str], dict[str, Any]]:  # fmt: skip
    """What is wrong with a decision on a merge, and its value: the names as given, and the rows that they stand for.

    A name is an event's id or, for `keep-apart`, an article that reports the event; none keeps all its reports apart.
    """
    reports = with_names(reports, event_key=event_key)
    lines = list(zip(*(reports[name].to_pylist() for name in (event_key, ARTICLE, ROW)), strict=True))
    own = {row: article for event, article, row in lines if event == event_id}
    problems, groups = [], []
    if not own:
        problems.append(f"no event {event_id!r} in the latest version with reports of its own; check the id")
    for name in dict.fromkeys(names):
        of_event = [row for event, _, row in lines if event == name and name != event_id]
        of_article = [row for row, article in own.items() if article == name] if kind == KEEP_APART else []
        if of_event or of_article:
            groups.append(of_event or of_article)
        else:
            what = "another event, or an article that reports the event" if kind == KEEP_APART else "another event"
            problems.append(f"{name!r}: expected {what}")
    if kind == KEEP_APART and not names:
        groups = [[row] for row in own]
    else:
        spoken = {row for group in groups for row in group}
        groups.insert(0, [row for row in own if row not in spoken])
    groups = [group for group in groups if group]
    if not problems and len(groups) < 2:
        problems.append(f"{event_id}: nothing to {kind.replace('-', ' ')}; it has {len(own)} report")
    return problems, {"names": list(names), "rows": [sorted(group) for group in groups]}


def _fit(joins: Sequence[frozenset[str]], aparts: Sequence[frozenset[str]]) -> bool:
    groups: list[set[str]] = []
    for names in joins:
        touching = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names] + [set(names).union(*touching)]
    return not any(pair <= group for pair in aparts for group in groups)
