"""The gazetteers of a run: chosen once, the same files for every process, and unchanged until the end."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from eventbook.datasets.pipeline.records import Job

Sources: TypeAlias = tuple[Mapping[str, str], ...]  # name, sha256 and attribution, in the order of look-up


def pin_gazetteers(job: Job) -> tuple[Job, Sources]:
    """The job with the files of its gazetteers, and what a manifest says of them.

    Raises GazetteerError for a name that was not added and for a damaged file.
    """
    pinned = with_files(job)
    return pinned, _sources(pinned)


def with_files(job: Job) -> Job:
    """The job with the files of its gazetteers in place of names; raises GazetteerError for one that was not added."""
    from eventbook.coder.places.user import choose_files

    return replace(job, gazetteers=choose_files(job.gazetteers))


def refuse_changed(job: Job, used: Sources) -> None:
    """Raise GazetteerError where a file of a pinned job is no longer what it was: articles may have seen either."""
    from eventbook.coder.places.gazetteer import GazetteerError

    try:
        now = {one["name"]: one["sha256"] for one in _sources(job)}
    except GazetteerError as error:
        raise GazetteerError(f"a gazetteer was taken away while articles were coded; build again ({error})") from error
    changed = [one["name"] for one in used if now.get(one["name"]) != one["sha256"]]
    if changed:
        raise GazetteerError(f"{', '.join(changed)}: the gazetteer was changed while articles were coded; build again")


def _sources(job: Job) -> Sources:
    from eventbook.coder.places.user import open_chosen

    return open_chosen(job.gazetteers).sources
