"""What changed since the release before: for people in CHANGES.md, whole and for programs in changes.csv."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.datasets.cells import cell_text
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.diff_report import diff_report
from eventbook.datasets.errors import BadRelease, Withdrawn
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.citing import Cited
from eventbook.datasets.releases.records import Release, list_releases, release_folder
from eventbook.datasets.releases.sections import plural
from eventbook.validation.scoring.tables import Table, to_markdown

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.diffing import DatasetDiff

CHANGES = "CHANGES.md"
_LISTED = 200  # rows of each list that CHANGES.md shows; changes.csv has all


def release_before(dataset: Dataset, manifest: Manifest) -> Release | None:
    """The last release made of this version or of one before it."""
    older = [release for release in list_releases(dataset.path) if release.version <= manifest.number]
    return older[-1] if older else None


def diff_since(dataset: Dataset, before: Release, manifest: Manifest) -> "DatasetDiff":
    """The difference of the events; raises BadRelease where the data of the release before are gone."""
    try:
        old = dataset.manifest(before.version)
        if old.checksum != before.checksum:
            raise BadRelease(
                f"{dataset.path}: version {before.version} is not the one that release {before.name!r} was made of; "
                "run `eventbook verify`"
            )
        return dataset.diff(before.version, manifest.number)
    except Withdrawn as error:
        raise BadRelease(
            f"{dataset.path}: the data of version {before.version}, of which release {before.name!r} was made, were "
            "removed, so that no list of changes can be made; restore them from a copy"
        ) from error


def summary_line(before: Release, diff: "DatasetDiff") -> str:
    """The difference in one sentence."""
    added, removed, changed = diff.added.num_rows, diff.removed.num_rows, diff.changed_rows
    if not diff:
        return f"The events are those of release {before.name}."
    return (
        f"Since release {before.name} (version {before.version}): {plural(added, 'event')} added, {removed:,} removed, "
        f"{changed:,} changed in {plural(len(diff.changes), 'cell')}. See {CHANGES}."
    )


def write_changes(dataset: Dataset, cited: Cited, before: Release | None, diff: "DatasetDiff | None") -> str:
    """CHANGES.md: this release first, below it what the release before said of itself and of its forerunners."""
    if before is None or diff is None:
        return f"# Changes\n\n## Release {cited.label}, {cited.date}\n\nThe first release.\n"
    since = f"Compared with release {before.name} of {before.date}: version {diff.before} to version {diff.after}."
    tables = [_reasons(diff), *diff_report(diff, limit=_LISTED)[1:]] if diff else []
    body = to_markdown(f"Release {cited.label}, {cited.date}", tables).replace("\n## ", "\n### ")
    head, _, rest = body.partition("\n")
    columns = [f"New column: `{name}`." for name in diff.columns_added]
    columns += [f"Column that is gone: `{name}`." for name in diff.columns_removed]
    told = [since, summary_line(before, diff).partition(" See ")[0], *columns]
    full = [] if not diff else ["Every change stands in `data/changes.csv`."]
    text = "\n\n".join([f"# Changes\n\n#{head}", *told, *full]) + "\n" + rest
    return text.rstrip("\n") + "\n" + _history(dataset.path, before)


def changes_table(diff: "DatasetDiff") -> "pa.Table":
    """One line per event added or removed and per changed cell: what, event, column, before, after, reason."""
    import pyarrow as pa

    names = ("change", "event_id", "column", "before", "after", "reason")
    lines: list[tuple[Any, ...]] = []
    key = diff.key[0]
    whole = ("added", diff.added, diff.added_because), ("removed", diff.removed, diff.removed_because)
    for what, rows, because in whole:
        ids = rows[key].to_pylist()
        lines += [(what, str(event), None, None, None, reason)
                  for event, reason in zip(ids, because or ("",) * len(ids), strict=True)]  # fmt: skip
    lines += [
        ("changed", str(change.key[0]), change.column, cell_text(change.before), cell_text(change.after), change.reason)
        for change in diff.changes
    ]
    columns = list(zip(*lines, strict=True)) if lines else [()] * len(names)
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in zip(names, columns, strict=True)})


def _reasons(diff: "DatasetDiff") -> Table:
    counts: Counter[tuple[str, str]] = Counter()
    counts.update(("events added", reason) for reason in diff.added_because or ("",) * diff.added.num_rows)
    counts.update(("events removed", reason) for reason in diff.removed_because or ("",) * diff.removed.num_rows)
    counts.update(("cells changed", change.reason) for change in diff.changes)
    rows = tuple((what, reason or "–", f"{count:,}") for (what, reason), count in sorted(counts.items()))
    return Table("By reason", ("what", "reason", "number"), rows, frozenset({2}))


def _history(root: Path, before: Release) -> str:
    """What the release before says of its own changes; nothing where its file is gone."""
    path = release_folder(root, before.name) / before.folder / CHANGES
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return ""
    return text.removeprefix("# Changes\n")
