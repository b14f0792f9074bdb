"""The history of a dataset, told from its manifests alone."""

from typing import Any

from eventbook.datasets.dataset import Dataset


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
                "codebook": dict(version.codebook), "inputs": len(manifest.inputs),
                "rows": {name: f"{change:+d}" for name, change in changes.items() if change},
                "withdrawn": version.withdrawn, "checksum": manifest.checksum,
            }
        )  # fmt: skip
    return entries
