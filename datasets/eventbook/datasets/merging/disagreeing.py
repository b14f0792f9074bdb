"""Where the reports of one event contradict each other, column by column."""

from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.merging.fields import Fields, column_name
from eventbook.datasets.merging.input import ARTICLE, Input
from eventbook.datasets.merging.records import ROW
from eventbook.datasets.merging.values import Members

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

EVENT = "event_id"
COLUMNS = (EVENT, "column", "chosen", "policy", "reported", ARTICLE, "source", "published", ROW)


def list_contradictions(
    events: "pa.Table", sources: "pa.Table", given: Input, fields: Fields, codebook: Codebook, *, members: Members,
    several: "np.ndarray",
) -> "pa.Table":  # fmt: skip
    """One line per event, column and report, for each column in which two reports say different things.

    What only says less is no contradiction: an empty cell, a vague day or place beside an exact one, a template's
    name beside an actor's own, no figure of deaths beside one.
    """
    import pyarrow as pa

    policy, rows = codebook.merging, members.row
    exact_day, exact_place = fields.slack[rows] == 0, fields.place_rank[rows] == 0
    checked = {
        "day.date": (policy.day, fields.day[rows], exact_day),
        "place.name": (policy.place, fields.place[rows], exact_place),
        "kind.sub_event_type": (policy.kind, fields.kind[rows], fields.kind[rows] >= 0),
        "first.name": (policy.sides, fields.first[rows], ~fields.sides.generic[fields.first[rows]]),
        "second.name": (policy.sides, fields.second[rows], ~fields.sides.generic[fields.second[rows]]),
        "deaths.count": (policy.deaths, fields.deaths[rows], fields.deaths[rows] >= 0),
    }
    found = [_empty()]
    for fact, (rule, values, full) in checked.items():
        name = column_name(events, codebook, fact)
        if name is None:
            continue
        lines = _differing(members, values, full)
        row, event = pa.array(rows[lines]), pa.array(several[members.event[lines]])
        chosen = events.select([codebook.key, name]).take(event)
        article = given.sources.select([ARTICLE, "source", "published"]).take(pa.array(given.article[rows[lines]]))
        columns = [
            chosen[codebook.key].cast(pa.string()), pa.repeat(name, len(lines)), chosen[name].cast(pa.string()),
            pa.repeat(rule, len(lines)), given.rows[name].take(row).cast(pa.string()), *article.columns,
            given.row_ids.take(row),
        ]  # fmt: skip
        found.append(pa.table(columns, schema=_empty().schema))
    return pa.concat_tables(found).sort_by(
        [(EVENT, "ascending"), ("column", "ascending"), ("published", "ascending"), (ROW, "ascending")]
    )


def _differing(members: Members, values: "np.ndarray", full: "np.ndarray") -> "np.ndarray":
    """Places of members that say something, in events where those that do say different things."""
    import numpy as np

    count = int(members.event.max(initial=-1)) + 1
    told = (values >= 0) | (values < -1)
    anyone = np.zeros(count, dtype=bool)
    anyone[members.event[told & full]] = True
    counts = told & (full | ~anyone[members.event])  # the vague say something where nobody is exact
    low, high = np.full(count, np.iinfo(np.int64).max), np.full(count, np.iinfo(np.int64).min)
    np.minimum.at(low, members.event[counts], values[counts])
    np.maximum.at(high, members.event[counts], values[counts])
    return np.flatnonzero(counts & (low < high)[members.event])


def _empty() -> "pa.Table":
    import pyarrow as pa

    kinds = {"published": pa.date32()}
    return pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS]).empty_table()
