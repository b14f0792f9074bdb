"""The tables of a merging: events, and beside them every report, every join and every disagreement."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.merging.clustering import Clusters
from eventbook.datasets.merging.disagreeing import list_contradictions
from eventbook.datasets.merging.fields import UNKNOWN_DAY, Fields, column_name
from eventbook.datasets.merging.ids import choose_ids
from eventbook.datasets.merging.input import ARTICLE, Input
from eventbook.datasets.merging.records import COPY, PERSON, ROW, SAME_ID, SCORE, Merged
from eventbook.datasets.merging.rows import merged_rows
from eventbook.datasets.merging.scoring import PARTS, Edges
from eventbook.datasets.merging.values import Deaths, Members, choose_deaths, choose_rows

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

EVENT, CONFIDENCE = "event_id", "confidence"
TOLD = ("day.date", "place.name", "kind.sub_event_type", "first.name", "second.name", "deaths.count")


def write_tables(
    given: Input, fields: Fields, codebook: Codebook, *, clusters: Clusters, links: "np.ndarray", edges: Edges,
    known_ids: Collection[str], former: "pa.Table | None", unused: tuple[str, ...],
) -> Merged:  # fmt: skip
    """Choose values and ids, and write everything in the order of event ids."""
    import numpy as np
    import pyarrow as pa

    known, event = np.unique(clusters.label, return_inverse=True)
    ids, order = choose_ids(given, event, count=len(known), key=codebook.key, known_ids=known_ids,
                            former=former)  # fmt: skip
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    event, ids = rank[event], ids.take(pa.array(order))  # events are numbered in the order of their ids from here
    members, several = _members(given, event, codebook)
    chosen = choose_rows(members, fields, codebook)
    deaths = choose_deaths(members, fields, count=len(several), policy=codebook.merging.deaths,
                           unsaid=codebook.deaths.unsaid)  # fmt: skip
    told = [name for fact in TOLD if (name := column_name(given.rows, codebook, fact))]
    events = merged_rows(given, codebook, ids=ids, event=event, several=several, members=members, chosen=chosen,
                         deaths=deaths)  # fmt: skip
    sources = _sources(given, event, ids, told)
    return Merged(
        events=events, sources=sources, merges=_merges(given, event, ids, clusters, links, edges),
        contradictions=list_contradictions(events, sources, given, fields, codebook, members=members, several=several),
        figures=_figures(event, ids, fields, several, deaths, codebook), unused=unused,
    )  # fmt: skip


def _members(given: Input, event: "np.ndarray", codebook: Codebook) -> "tuple[Members, np.ndarray]":
    """The rows of events with several reports, and the numbers of these events."""
    import numpy as np
    import pyarrow as pa

    counts = np.bincount(event)
    rows = np.flatnonzero(counts[event] > 1)
    several, numbers = np.unique(event[rows], return_inverse=True)
    groups = given.copy_group
    first = np.full(int(groups.max(initial=-1)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, groups, np.where(given.published == UNKNOWN_DAY, np.iinfo(np.int64).max, given.published))
    published = np.where(given.published == UNKNOWN_DAY, UNKNOWN_DAY, first[groups])
    trusted = {name: place for place, name in enumerate(codebook.merging.trusted)}
    names = given.sources["source"].combine_chunks().dictionary_encode()
    trust = np.array([trusted.get(name, len(trusted)) for name in names.dictionary.to_pylist()] + [len(trusted)])
    codes = names.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    confidence = np.ones(len(rows))
    if CONFIDENCE in given.rows.column_names:
        confidence = given.rows[CONFIDENCE].cast(pa.float64()).fill_null(0.0).to_numpy()[rows]
    members = Members(rows, numbers, published[rows], groups[rows], trust[codes[given.article[rows]]], confidence)
    return members, several


def _sources(given: Input, event: "np.ndarray", ids: "pa.Array", told: list[str]) -> "pa.Table":
    """One line per event and report: the article, and what it reported in the columns of `told`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from eventbook.datasets.taking import take_rows

    table = given.sources.take(pa.array(given.article))
    table = table.add_column(0, EVENT, ids.take(pa.array(event))).append_column(ROW, given.row_ids)
    for name in told:
        table = table.append_column(f"reported_{name}", given.rows[name].cast(pa.string()))
    order = pc.sort_indices(
        table.select([EVENT, ARTICLE, ROW]), sort_keys=[(name, "ascending") for name in (EVENT, ARTICLE, ROW)]
    )
    return take_rows(table, order)


def _merges(
    given: Input, event: "np.ndarray", ids: "pa.Array", clusters: Clusters, links: "np.ndarray", edges: Edges
) -> "pa.Table":
    """One line per join: two rows of an event, their points and the rule that joined them."""
    import numpy as np
    import pyarrow as pa

    used = np.array(clusters.used, dtype=np.int64)
    joins = links[used]
    rules = np.select([joins["forced"], joins["same_id"], joins["copies"]], [0, 1, 2], default=3)
    table = {
        EVENT: ids.take(pa.array(event[joins["first"]])),
        ROW: given.row_ids.take(pa.array(joins["first"])),
        "other_row_id": given.row_ids.take(pa.array(joins["second"])),
        "score": pa.array(joins["score"]),
        **{name: pa.array(edges.parts[used, place]) for place, name in enumerate(PARTS)},
        "rule": pa.array([PERSON, SAME_ID, COPY, SCORE]).take(pa.array(rules)),
    }
    merges = pa.table(table)
    return merges.sort_by([(EVENT, "ascending"), (ROW, "ascending"), ("other_row_id", "ascending")])


def _figures(
    event: "np.ndarray", ids: "pa.Array", fields: Fields, several: "np.ndarray", deaths: Deaths, codebook: Codebook
) -> "pa.Table":
    """Deaths of each event: lowest, chosen, highest, and the number of reports and of those that give a figure."""
    import numpy as np
    import pyarrow as pa

    reports = np.bincount(event, minlength=len(ids))
    alone = np.empty(len(ids), dtype=np.int64)
    alone[event] = fields.deaths
    told = (alone >= 0).astype(np.int64)
    single = np.where(alone < 0, codebook.deaths.unsaid, alone)
    columns = {}
    for name, figures in (("low", deaths.low), ("best", deaths.best), ("high", deaths.high)):
        columns[name] = single.copy()
        columns[name][several] = figures
    told[several] = deaths.reports
    return pa.table({EVENT: ids, **columns, "reports": reports, "reports_with_deaths": told})
