"""Why events differ between two versions, as far as the versions themselves tell."""

from dataclasses import replace
from typing import Any

from eventbook.datasets.building import ARTICLE, EVENT, RECODED
from eventbook.datasets.cell_values import stored_value
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.diffing import DatasetDiff
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.revisions import load_revisions, standing

NEW_SOURCE, CORRECTED, WITHDRAWN = "new source", "corrected by person", "withdrawn"


def with_reasons(dataset: Dataset, diff: DatasetDiff, *, old: Manifest, new: Manifest) -> DatasetDiff:
    """The difference with a reason for every row and cell; unchanged where the version does not follow the other.

    Rows added: `new source` (an article that the older version did not have reports it) or `recoded`. Rows removed:
    the reason of the tombstone. Cells: `corrected by person` (a decision that stood then has this value), else as
    for rows. `recoded` says with what else than before: another codebook, parser or gazetteer.
    """
    if old.number >= new.number or len(diff.key) != 1 or "reports" not in new.tables:
        return diff
    key = diff.key[0]
    recoded = RECODED + _with_what(old, new)
    from_new = _told_by_new_articles(dataset, old, new, key)
    decided = {
        (revision.event_id, revision.column): revision.value
        for revision in standing([r for r in load_revisions(dataset.path) if r.when <= new.created.isoformat()])
        if revision.kind == "cell"
    }
    buried: dict[str, str] = {}
    if "tombstones" in new.tables:
        stones = dataset.table("tombstones", version=new.number)
        buried = dict(zip(stones[EVENT].to_pylist(), stones["reason"].to_pylist(), strict=True))

    def why(event: Any, column: str, value: Any) -> str:
        if (str(event), column) in decided and decided[str(event), column] == stored_value(value):
            return CORRECTED
        return NEW_SOURCE if event in from_new else recoded

    changes = tuple(replace(change, reason=why(change.key[0], change.column, change.after)) for change in diff.changes)
    added = tuple(NEW_SOURCE if event in from_new else recoded for event in diff.added[key].to_pylist())
    removed = tuple(buried.get(str(event), WITHDRAWN) for event in diff.removed[key].to_pylist())
    removed = tuple(recoded if reason == RECODED else reason for reason in removed)
    return replace(diff, changes=changes, added_because=added, removed_because=removed)


def _with_what(old: Manifest, new: Manifest) -> str:
    """What the newer version was coded with that the older was not; nothing where the manifests do not tell."""
    changes = []
    if old.codebook.get("hash") != new.codebook.get("hash") and old.codebook and new.codebook:
        changes.append("another codebook")
    before, after = old.inputs, new.inputs
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


def _told_by_new_articles(dataset: Dataset, old: Manifest, new: Manifest, key: str) -> frozenset[Any]:
    """Events that articles report which the older version did not have."""
    import pyarrow as pa
    import pyarrow.compute as pc

    reports = dataset.table("reports", version=new.number, columns=[key, ARTICLE])
    known: pa.Array = pa.array([], pa.string())
    for name in ("reports", "not_coded"):  # an article without events was read all the same
        entry = old.tables.get(name)
        if entry is not None and any(column["name"] == ARTICLE for column in entry.columns):
            ids = dataset.table(name, version=old.number, columns=[ARTICLE])[ARTICLE].cast(pa.string())
            known = pa.concat_arrays([known, ids.combine_chunks().unique()])
    fresh = pc.invert(pc.is_in(reports[ARTICLE].cast(pa.string()), value_set=known))
    return frozenset(reports[key].filter(fresh).to_pylist())
