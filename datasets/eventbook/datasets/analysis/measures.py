"""What a panel counts: events, deaths, and both by the labels of a column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.periods import periods_of
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.analysis.words import known_word
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd

    from eventbook.datasets.analysis.panel import PanelQuestion

EVENTS, DEATHS = "events", "fatalities"
_LONGEST = 32  # characters of a name in Stata
_MOST_LABELS = 100  # of a column that `by` may name


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts of the units and periods that have events; `labels` tells what the columns made by `by` count."""

    frame: "pd.DataFrame"
    keys: Sequence[str]
    names: Sequence[str]
    labels: Mapping[str, str]


def measure(version: Version, events: "pd.DataFrame", keys: Sequence[str], question: "PanelQuestion") -> Measured:
    """Counts by unit and period, `period` being its first day; raises BadQuestion for an unknown measure."""
    columns = measure_columns(version, question.measures)
    when = periods_of(events[version.column("day.date", purpose="a panel")], question.freq)
    work = events[list(keys)].assign(period=when.to_timestamp())
    names: dict[str, str] = {}
    for name, column in columns.items():
        work[name] = _amounts(events, column)
        names[name] = name
    if question.by is not None:
        for made, label, values in _by(version, events, columns, question.by):
            work[made] = values
            names[made] = label
    frame = work.groupby([*keys, "period"], as_index=False, observed=True, sort=True)[list(names)].sum()
    return Measured(frame, keys, list(names), names)


def measure_columns(version: Version, measures: Sequence[str]) -> dict[str, str | None]:
    """Name of each measure to the column that is summed, None where events are counted; raises BadQuestion."""
    deaths = {fact: column for fact, column in version.facts().items() if fact.startswith("deaths.")}
    known: dict[str, str | None] = {EVENTS: None}
    main = deaths.get("deaths.count") or deaths.get("deaths.best")
    if main is not None:
        known[DEATHS] = main
    known |= {column: column for column in deaths.values()}
    return {name: known[known_word(name, tuple(known), what="measure")] for name in measures}


def label_column(version: Version, by: str) -> str:
    """The column that `by` names; raises BadQuestion where there is none."""
    return known_word(by, version.columns_of(), what="column")


def _amounts(events: "pd.DataFrame", column: str | None) -> "pd.Series":
    import pandas as pd

    if column is None:
        return pd.Series(1, index=events.index, dtype="Int64")
    return events[column].fillna(0).astype("Int64")


def _by(
    version: Version, events: "pd.DataFrame", columns: Mapping[str, str | None], by: str
) -> "list[tuple[str, str, pd.Series]]":
    """For each measure and label: a name of at most 32 characters, words for it, and the amounts."""
    found = events[label_column(version, by)].astype("string").fillna("(none)")
    labels = version.labels(by, values=found.unique().tolist())
    if len(labels) > _MOST_LABELS:
        raise BadQuestion(f"by={by!r}: the column has {len(labels):,} different values, more than {_MOST_LABELS}")
    made, taken = [], set(columns)
    for name, column in columns.items():
        amounts = _amounts(events, column)
        for label in labels:
            short = _short(f"{name}_{label}", taken)
            taken.add(short)
            made.append((short, f"{name}: {label}", amounts.where(found == label, 0)))
    return made


def _short(text: str, taken: set[str]) -> str:
    """Lower-case letters, digits and underscores, 32 at most, unlike those taken."""
    name = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:_LONGEST].rstrip("_")
    number = 2
    while name in taken:
        tail = f"_{number}"
        name, number = name[: _LONGEST - len(tail)].rstrip("_") + tail, number + 1
    return name
