"""Why events differ between two versions, as far as the versions themselves tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from eventbook.datasets.building import ARTICLE, CODED, EVENT, RECODED, ROW, with_names
from eventbook.datasets.cell_values import stored_value
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.diffing import Change, DatasetDiff
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.revisions import Revision, load_revisions, standing

if TYPE_CHECKING:
    import pyarrow as pa

NEW_SOURCE, CORRECTED, WITHDRAWN = "new source", "corrected by person", "withdrawn"
MERGED_WITH, PARTED, POLICY = "merged", "parted", "merged anew"

Made = tuple[Mapping[str, Any], Mapping[str, Any]]  # codebook and inputs, as a manifest has them
Reason = tuple[str, str]  # the reason, and what it rests on: rule, decision, articles, other events


def with_reasons(dataset: Dataset, diff: DatasetDiff, *, old: Manifest, new: Manifest) -> DatasetDiff:
    """The difference with a reason for every row and cell; unchanged where the version does not follow the other."""
    from eventbook.datasets.committing import VersionTables

    if old.number >= new.number or len(diff.key) != 1 or "reports" not in new.tables:
        return diff
    tables = [VersionTables(dataset.path, manifest) for manifest in (old, new)]
    decided = [_decided(dataset, moment) for moment in (old.created, new.created)]
    other = with_what((old.codebook, old.inputs), (new.codebook, new.inputs))
    return explain_diff(diff, *tables, decided=(decided[0], decided[1]), other=other)


def explain_diff(
    diff: DatasetDiff, old: "Mapping[str, pa.Table]", new: "Mapping[str, pa.Table]", *,
    decided: "tuple[Sequence[Revision], Sequence[Revision]]", other: str = "",
) -> DatasetDiff:  # fmt: skip
    """The difference of the events of two versions, each row and cell with the reason that its reports give.

    `decided` are the decisions that stood at either version. Rows added: `new source` (an article that the older
    version did not have reports it), `parted` (its reports were of another event), or `recoded`. Rows removed: what
    the tombstone says. Cells: `corrected by person`; `new source`, where a new article reports the value; `merged`
    and `parted`, where reports came from or went to another event; `recoded`, with the rules that gave the value;
    `withdrawn`, where reports are gone; `merged anew`, where the reports are the same and the policy is another.
    `other` (`with_what`) is added to `recoded`.
    """
    key = diff.key[0]
    events = {change.key[0] for change in diff.changes} | set(diff.added[key].to_pylist())
    recoded = RECODED + other
    story = _Story(_reports(old, new, events, key), _rules(new, diff.changes), recoded)
    before, after = ({(one.event_id, one.column): one for one in side if one.kind == "cell"} for side in decided)

    def why(change: Change) -> Reason:
        place = (str(change.key[0]), change.column)
        one, former = after.get(place), before.get(place)
        if one is not None and one.value == stored_value(change.after):
            return CORRECTED, f"decision {one.id}"
        if former is not None and (one is None or one.id != former.id):
            return CORRECTED, f"decision {former.id} no longer stands"
        return story.of_cell(change)

    reasons = [why(change) for change in diff.changes]
    changes = tuple(
        replace(change, reason=reason, detail=detail)
        for change, (reason, detail) in zip(diff.changes, reasons, strict=True)
    )
    buried: dict[str, str] = {}
    if "tombstones" in new:
        stones = new["tombstones"]
        buried = dict(zip(stones[EVENT].to_pylist(), stones["reason"].to_pylist(), strict=True))
    added = tuple(story.of_event(event) for event in diff.added[key].to_pylist())
    removed = tuple(buried.get(str(event), WITHDRAWN) for event in diff.removed[key].to_pylist())
    removed = tuple(recoded if reason == RECODED else reason for reason in removed)
    return replace(diff, changes=changes, added_because=added, removed_because=removed)


def with_what(old: Made, new: Made) -> str:
    """What a version was coded with that the one before was not, from the codebook and inputs of both manifests.

    Such as ` (another codebook, gazetteer mali added)`; nothing where the manifests do not tell.
    """
    (old_book, before), (new_book, after) = old, new
    changes = []
    if old_book.get("hash") != new_book.get("hash") and old_book and new_book:
        changes.append("another codebook")
    if "parser" in before and "parser" in after and before["parser"] != after["parser"]:
        changes.append("another parser")
    if "gazetteers" in before and "gazetteers" in after:
        had = {one["name"]: one["sha256"] for one in before["gazetteers"]}
        has = {one["name"]: one["sha256"] for one in after["gazetteers"]}
        for name in sorted({*had, *has}):
            if had.get(name) != has.get(name):
                verb = "removed" if name not in has else "changed" if name in had else "added"
                changes.append(f"gazetteer {name} {verb}")
    return f" ({', '.join(changes)})" if changes else ""


def standing_now(dataset: Dataset) -> tuple[Revision, ...]:
    """The decisions that stand at this moment."""
    return standing(load_revisions(dataset.path))


def _decided(dataset: Dataset, moment: datetime) -> tuple[Revision, ...]:
    return standing([one for one in load_revisions(dataset.path) if one.when <= moment.isoformat()])


@dataclass(frozen=True, slots=True)
class _Reports:
    """Rows by name, in either version, those of the events that differ; `known` are the older version's articles."""

    old: dict[str, dict[str, Any]]
    new: dict[str, dict[str, Any]]
    known: frozenset[str]
    key: str


@dataclass(frozen=True, slots=True)
class _Story:
    """What happened to the reports of each event."""

    reports: _Reports
    rules: Mapping[tuple[str, str], str]
    recoded: str
    by_event: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for side in (self.reports.old, self.reports.new):
            for name, row in side.items():
                named = self.by_event.setdefault(row[self.reports.key], [])
                if name not in named:
                    named.append(name)

    def of_event(self, event: Any) -> str:
        """Why an event is new."""
        now = [name for name in self.by_event.get(event, ()) if self._event(self.reports.new, name) == event]
        if any(self.reports.new[name][ARTICLE] not in self.reports.known for name in now):
            return NEW_SOURCE
        return PARTED if any(name in self.reports.old for name in now) else self.recoded

    def of_cell(self, change: Change) -> Reason:
        """Why a cell is another."""
        event, old, new = change.key[0], self.reports.old, self.reports.new
        names = self.by_event.get(event, [])
        now = [name for name in names if self._event(new, name) == event]
        then = [name for name in names if self._event(old, name) == event]
        fresh = [name for name in now if new[name][ARTICLE] not in self.reports.known]
        if told := [name for name in fresh if new[name].get(change.column) == change.after]:
            return NEW_SOURCE, self._articles(new, told)
        if came := [name for name in now if name in old and name not in then]:
            return MERGED_WITH, self._events(old, came)
        if left := [name for name in then if name in new and name not in now]:
            return PARTED, self._events(new, left)
        kept = [name for name in now if name in then]
        if any(old[name].get(change.column) != new[name].get(change.column) for name in kept):
            return self.recoded, self.rules.get((str(event), change.column), "")
        if fresh:
            return NEW_SOURCE, self._articles(new, fresh)
        if gone := [name for name in then if name not in now]:
            return (self.recoded if any(name not in then for name in now) else WITHDRAWN), self._articles(old, gone)
        if any(name not in then for name in now):
            return self.recoded, self.rules.get((str(event), change.column), "")
        recoded = any({**old[name], CODED: ""} != {**new[name], CODED: ""} for name in kept)
        return (self.recoded, self.rules.get((str(event), change.column), "")) if recoded else (POLICY, "")

    def _event(self, side: Mapping[str, Mapping[str, Any]], name: str) -> Any:
        return side[name][self.reports.key] if name in side else None

    def _events(self, side: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> str:
        return ", ".join(sorted({str(self._event(side, name)) for name in names}))

    def _articles(self, side: Mapping[str, Mapping[str, Any]], names: Sequence[str]) -> str:
        return ", ".join(sorted({str(side[name][ARTICLE]) for name in names}))


def _reports(
    old: "Mapping[str, pa.Table]", new: "Mapping[str, pa.Table]", events: set[Any], key: str
) -> _Reports:  # fmt: skip
    """The reports of these events in both versions, and wherever else their rows are."""
    import pyarrow as pa
    import pyarrow.compute as pc

    sides = [with_names(side["reports"], event_key=key) if "reports" in side else None for side in (old, new)]
    wanted = pa.array(sorted(map(str, events)), pa.string())
    rows: pa.Array = pa.array([], pa.string())
    for side in sides:
        if side is not None:
            ours = side[ROW].filter(pc.is_in(side[key].cast(pa.string()), value_set=wanted)).combine_chunks()
            rows = pa.concat_arrays([rows, ours])
    found: list[dict[str, dict[str, Any]]] = []
    for side in sides:
        lines = [] if side is None else side.filter(pc.is_in(side[ROW], value_set=rows)).to_pylist()
        found.append({line[ROW]: line for line in lines})
    return _Reports(found[0], found[1], _known_articles(old), key)


def _known_articles(old: "Mapping[str, pa.Table]") -> frozenset[str]:
    """Articles that the older version had read, those without events too."""
    found: set[str] = set()
    for name in ("reports", "not_coded", "quarantine"):
        if name in old:
            table = old[name]
            if ARTICLE in table.column_names:
                found.update(article for article in table[ARTICLE].unique().to_pylist() if article)
    return frozenset(found)


def _rules(new: "Mapping[str, pa.Table]", changes: Sequence[Change]) -> dict[tuple[str, str], str]:
    """The rules behind the cells that changed."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if "evidence" not in new or not changes or "rule" not in new["evidence"].column_names:
        return {}
    events = pa.array(sorted({str(change.key[0]) for change in changes}), pa.string())
    evidence = new["evidence"].select([EVENT, "column", "rule"])
    lines = evidence.filter(pc.is_in(evidence[EVENT].cast(pa.string()), value_set=events)).to_pylist()
    rules: dict[tuple[str, str], set[str]] = {}
    for line in lines:
        if line["rule"]:
            rules.setdefault((line[EVENT], line["column"]), set()).add(line["rule"])
    return {place: ", ".join(sorted(found)) for place, found in rules.items()}
