"""The history of a dataset, told from its manifests alone, and of one event, told from the versions."""

from typing import TYPE_CHECKING, Any

from eventbook.datasets.dataset import Dataset, VersionInfo
from eventbook.datasets.errors import UnknownEvent

if TYPE_CHECKING:
    import pyarrow as pa


def history(dataset: Dataset, *, last: int | None = None) -> list[dict[str, Any]]:
    """One entry per version, newest first; `rows` says by table how many rows it gained or lost, such as `+3`.

    Raises Damaged where a manifest is.
    """
    versions = dataset.versions()
    counts = {version.number: version.counts for version in versions}
    entries = []
    for version in reversed(versions[-last:] if last else versions):
        manifest = dataset.manifest(version.number)
        before = counts.get(version.parent or 0, {})
        tables = sorted({*before, *version.counts})
        changes = {name: version.counts.get(name, 0) - before.get(name, 0) for name in tables}
        entries.append(
            {
                "version": version.number, "parent": version.parent, "created": version.created.isoformat(),
                "reason": version.reason, "command": manifest.command, "tags": list(version.tags),
                "releases": list(version.releases),
                "codebook": dict(version.codebook), "inputs": len(manifest.inputs),
                "rows": {name: f"{change:+d}" for name, change in changes.items() if change},
                "withdrawn": version.withdrawn, "checksum": manifest.checksum,
            }
        )  # fmt: skip
    return entries


def event_history(dataset: Dataset, event_id: str, *, last: int | None = None) -> list[dict[str, Any]]:
    """What became of an event, newest first: one entry where it was added or removed, one per cell that changed.

    Versions whose data were removed are passed over. Raises UnknownEvent, and Damaged where a version is.
    """
    from eventbook.datasets.diff_reasons import with_reasons
    from eventbook.datasets.diffing import diff_tables

    steps: list[list[dict[str, Any]]] = []
    row: pa.Table | None = None
    before: VersionInfo | None = None
    for version in dataset.versions():
        if version.withdrawn:
            continue
        manifest = dataset.manifest(version.number)
        key = manifest.tables["events"].key[0]
        old = dataset.manifest(before.number) if before is not None else None
        before = version
        if old is not None and old.row_hash == manifest.row_hash:
            continue
        found = _row_of(dataset, version.number, key, event_id)
        diff = diff_tables(found.slice(0, 0) if row is None else row, found, key=[key])
        diff = with_reasons(dataset, diff, old=old, new=manifest) if old is not None else diff
        row = found
        told: list[tuple[str, str, Any, Any, str]] = []
        if diff.added.num_rows:
            told.append(("added", "", None, None, (*diff.added_because, version.reason)[0]))
        elif diff.removed.num_rows:
            told.append(("removed", "", None, None, (*diff.removed_because, version.reason)[0]))
        for change in diff.changes:
            told.append(("changed", change.column, change.before, change.after, change.reason or version.reason))
        names = ("what", "column", "before", "after", "reason")
        when = {"version": version.number, "created": version.created.isoformat(timespec="seconds")}
        steps.append([when | dict(zip(names, entry, strict=True)) for entry in told])
    if not any(steps):
        raise UnknownEvent(f"{dataset.path}: no version holds an event {event_id!r}; check the id")
    newest = [step for step in reversed(steps) if step][: last or None]
    return [entry for step in newest for entry in step]


def _row_of(dataset: Dataset, number: int, key: str, event_id: str) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.compute as pc

    events = dataset.table(version=number)
    return events.filter(pc.equal(events[key].cast(pa.string()), event_id))
