"""People's decisions applied at once, those on merges too, without coding anything."""

from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.loading import load_codebook
from eventbook.datasets.correcting import APPLIED, apply_to_latest
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.errors import BadRevision
from eventbook.datasets.pipeline.build import rejoin
from eventbook.datasets.revisions import MERGE_KINDS, load_revisions

if TYPE_CHECKING:
    from eventbook.datasets.committing import Committed


def apply_now(dataset: Dataset, *, codebook: str | None = None) -> "tuple[Committed, int]":
    """The version with all decisions, and how many of them change nothing.

    Decisions on merges, and the checks of what was corrected, need the codebook that the version was made by: a
    shipped one is found by its id, another is given as a folder. Where it is not at hand, merges raise BadRevision and
    the next build checks. Raises as `Dataset.commit`.
    """
    manifest = dataset.manifest()
    on_merges = any(revision.kind in MERGE_KINDS for revision in load_revisions(dataset.path))
    book = None
    if "merges" in manifest.tables:
        try:
            book = _codebook_of(dataset, codebook)
        except BadRevision:
            if on_merges or codebook is not None:
                raise
    if book is None:
        done, corrected = apply_to_latest(dataset, command="eventbook revise --apply")
        return done, len(corrected.idle)
    done = rejoin(dataset, book)
    lines = dataset.table("revisions", version=done.manifest.number)["status"].to_pylist()
    return done, sum(status != APPLIED for status in lines)


def _codebook_of(dataset: Dataset, given: str | None) -> Codebook:
    from eventbook.codebook.errors import CodebookError

    made_by = dataset.manifest().codebook
    told = f"{made_by.get('id')} {made_by.get('version')}"
    hint = "give its folder with --codebook, or leave --apply to the next build"
    try:
        codebook = load_codebook(given or made_by.get("id"), overrides=dict(made_by.get("overrides") or {}) or None)
    except CodebookError as error:
        raise BadRevision([f"decisions on merges need the codebook {told}: {error}; {hint}"]) from error
    if codebook.hash != made_by.get("hash"):
        raise BadRevision([f"the version was made by another state of the codebook {told}; {hint}"])
    return codebook
