"""The days on which an event could have been seen: where a panel may write 0, and where it may not.

An article tells of the days of its reporting window alone (policy `reporting_window_days`). The days that a dataset
covers are the windows of all articles that were read for it, those that told of nothing too.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from eventbook.datasets.layout import version_numbers
from eventbook.datasets.manifest import read_manifest

if TYPE_CHECKING:
    from eventbook.datasets.analysis.version import Version

Span = tuple[date, date]  # first and last day, both included


def windows(published: Iterable[date], *, days: int) -> tuple[Span, ...]:
    """The days within `days` before each publication, as spans that neither touch nor overlap, ascending."""
    return join_spans((_back(day, days), day) for day in published)


def join_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days as spans that neither touch nor overlap, ascending."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return tuple(joined)


def covered_days(version: "Version") -> tuple[Span, ...]:
    """The spans that the articles of this version and of those before it cover.

    Builds record them; where one did not, the articles that report events are all that is known.
    """
    spans: list[Span] = []
    for number in version_numbers(version.dataset.path):
        if number <= version.number:
            recorded = read_manifest(version.dataset.path, number).inputs.get("covered", ())
            spans += [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in recorded]
    return join_spans([*spans, *_of_sources(version)])


def cut(spans: Sequence[Span], first: date, last: date) -> tuple[Span, ...]:
    """The part of the spans between two days."""
    return tuple((max(a, first), min(b, last)) for a, b in spans if a <= last and b >= first)


def share_covered(periods: Sequence[Span], spans: Sequence[Span]) -> list[float]:
    """Of each period the share of its days that the spans cover, 0 to 1; both must ascend."""
    shares, start = [], 0
    for first, last in periods:
        while start < len(spans) and spans[start][1] < first:
            start += 1
        days, place = 0, start
        while place < len(spans) and spans[place][0] <= last:
            days += (min(last, spans[place][1]) - max(first, spans[place][0])).days + 1
            place += 1
        shares.append(days / ((last - first).days + 1))
    return shares


def _of_sources(version: "Version") -> tuple[Span, ...]:
    if "sources" not in version.manifest.tables or "published" not in version.columns_of("sources"):
        return ()
    published = version.table("sources", columns=["published"])["published"].unique().to_pylist()
    return windows((day for day in published if day is not None), days=version.window_days)


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))
