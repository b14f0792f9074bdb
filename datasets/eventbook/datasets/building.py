"""What a build makes of the version before and of newly coded articles.

The table `reports` holds what each article reported: the codebook's columns and `article_id`, one row per event and
article. `events` is made from it, one row per event, so that an event told by several articles outlives the recoding
of one of them, and so that a person's corrections never pass for what was coded.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from eventbook.datasets.cells import cell_text
from eventbook.datasets.columns import from_stored, join_rows, to_stored
from eventbook.datasets.errors import BadTable
from eventbook.datasets.parts import ascends, sort_rows
from eventbook.datasets.taking import take_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.committing import Merge, VersionTables

ARTICLE, EVENT = "article_id", "event_id"  # columns of every table beside the events
CODED, ROW = "coded_id", "row_id"  # of a report: the id it was coded under; the name that it keeps through recodings
MERGED = "merged"  # table of the events with several reports, before people's decisions
RECODED = "recoded"  # reason of a tombstone: its articles were coded again and no longer tell of the event
HELD = "held"  # table of the rows that failed as they were coded, with the ids of the checks
FOUND = "coded_findings"  # table of what was found on the rows as they were coded
REMOVED = "removed by person"  # reason of a tombstone: a decision says that it is no event


def store_keys(event_key: str) -> dict[str, tuple[str, ...]]:
    """Key columns of the tables that a build writes; `event_key` is the codebook's event-id column."""
    return {
        "events": (event_key,), "reports": (event_key, ARTICLE), "tombstones": (EVENT,),
        "evidence": (EVENT, "column"), "candidates": (EVENT,), "sources": (ARTICLE,), "quarantine": (ARTICLE,),
        "not_coded": (ARTICLE,), "findings": (EVENT,), "sketches": (ARTICLE,), "merges": (EVENT,),
        "contradictions": (EVENT, "column"), "figures": (EVENT,), MERGED: (event_key,), "vanished": (ROW,),
        "revisions": (EVENT, "column"), HELD: (ARTICLE,), FOUND: (EVENT,),
    }  # fmt: skip


def upserting(
    articles: Collection[str], *, event_key: str, prefer: Sequence[tuple[str, str]] = (),
    revise: "Callable[[pa.Table], pa.Table] | None" = None,
) -> "Merge":  # fmt: skip
    """The `merge` of a commit that adds or recodes these articles; options as in `upsert`."""
    wanted = frozenset(articles)

    def merge(parent: "VersionTables", new: "Mapping[str, pa.Table]") -> "Mapping[str, pa.Table]":
        return upsert(
            parent, new, articles=wanted, event_key=event_key, number=parent.number, prefer=prefer, revise=revise
        )

    return merge


def upsert(
    parent: "Mapping[str, pa.Table]", new: "Mapping[str, pa.Table]", *, articles: Collection[str], event_key: str,
    number: int, prefer: Sequence[tuple[str, str]] = (), revise: "Callable[[pa.Table], pa.Table] | None" = None,
) -> "dict[str, pa.Table]":  # fmt: skip
    """The tables of the next version: the parent's rows of other articles, and the new rows of these.

    `articles` are all that were coded, those without any row too. `new` needs `reports`; rows of its other tables
    replace those of the same articles where they have `article_id`, else those of all events that the articles
    report or reported where they have `event_id`, else the whole table. An event without any report left becomes a
    row of `tombstones` with `number`, the parent's, as the last version that held it, until it comes back.
    `prefer` names columns of `reports` with `ascending` or `descending`: the first report in that order, then by
    article id, gives the event's row. `revise` then applies people's decisions. Doing it twice changes nothing.
    Raises BadTable.
    """
    tables = replace_articles(parent, new, articles=articles, event_key=event_key)
    coded = derive_events(tables["reports"], event_key=event_key, prefer=prefer)
    events = revise(coded) if revise is not None else coded
    tables["events"] = events
    tables["tombstones"] = make_tombstones(parent, events, coded=coded, event_key=event_key, number=number)
    return tables


def replace_articles(
    parent: "Mapping[str, pa.Table]", new: "Mapping[str, pa.Table]", *, articles: Collection[str], event_key: str
) -> "dict[str, pa.Table]":
    """All tables but `events` and `tombstones`, the rows of these articles replaced as `upsert` says."""
    import pyarrow as pa

    if "reports" not in new:
        raise BadTable("new rows need a table 'reports': the codebook's columns and 'article_id'")
    _need_columns(new["reports"], [event_key, ARTICLE])
    if "events" in parent and "reports" not in parent:
        raise BadTable("the parent version has no table 'reports', so its articles cannot be told apart; build anew")
    former = parent.get("reports")
    known = pa.concat_arrays([_event_ids_of(side, articles, event_key) for side in (former, new["reports"])])
    tables = {}
    for name in sorted({*parent, *new} - {"events", "tombstones"}):
        old = former if name == "reports" else parent.get(name)
        kept = _without(old, new.get(name), articles=articles, events=known) if old is not None else None
        tables[name] = new[name] if kept is None else join_rows(name, kept, new[name]) if name in new else kept
    del former, old, kept  # a million rows take a gigabyte
    # sorted here once, so that neither events nor the commit move a million rows again
    tables["reports"] = sort_rows(
        "reports", to_stored("reports", tables["reports"]), key=(event_key, ARTICLE), unique=True
    )
    tables["reports"] = from_stored(tables["reports"])
    return tables


def derive_events(reports: "pa.Table", *, event_key: str, prefer: Sequence[tuple[str, str]] = ()) -> "pa.Table":
    """One row per event: the first of its reports by `prefer`, then by article id; without `article_id`."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    _need_columns(reports, [event_key, ARTICLE, *(name for name, _ in prefer)])
    if prefer or not ascends(reports, [event_key, ARTICLE]):
        wanted = [event_key, *(name for name, _ in prefer), ARTICLE]
        sort_keys = [(event_key, "ascending"), *prefer, (ARTICLE, "ascending")]
        reports = take_rows(reports, pc.sort_indices(reports.select(wanted), sort_keys=sort_keys))
    ids, last = reports[event_key], max(reports.num_rows - 1, 0)
    first = np.ones(reports.num_rows, dtype=bool)
    first[1:] = pc.not_equal(ids.slice(0, last), ids.slice(1)).to_numpy()
    events = reports.drop_columns([name for name in (ARTICLE, CODED, ROW) if name in reports.column_names])
    return events if first.all() else events.filter(pa.array(first))


def coded_events(tables: "Mapping[str, pa.Table]", *, event_key: str) -> "pa.Table":
    """The events of a version before people's decisions: those of one report, and those merged from several.

    Without `reports`, the events as they are.
    """
    import pyarrow.compute as pc

    if "reports" not in tables:
        return tables["events"]
    events = derive_events(tables["reports"], event_key=event_key)
    merged = tables.get(MERGED)
    if merged is None or merged.num_rows == 0:
        return events
    alone = events.filter(pc.invert(_is_in(events[event_key], merged[event_key].combine_chunks())))
    still = merged.filter(_is_in(merged[event_key], events[event_key].combine_chunks()))
    return join_rows("events", alone, still.select(alone.column_names)).sort_by(event_key)


def without_failing(events: "pa.Table", tables: "Mapping[str, pa.Table]", *, event_key: str) -> "pa.Table":
    """The events less those whose final rows are in quarantine: rows of it that are among the reports too."""
    if HELD not in tables or tables["quarantine"].num_rows == 0:
        return events
    reported = set(zip(tables["reports"][event_key].to_pylist(), tables["reports"][ARTICLE].to_pylist(), strict=True))
    held = tables["quarantine"]
    lines = zip(held[event_key].to_pylist(), held[ARTICLE].to_pylist(), strict=True)
    return without_ids(events, {event for event, article in lines if (event, article) in reported}, key=event_key)


def without_ids(table: "pa.Table", ids: Collection[str], *, key: str) -> "pa.Table":
    """The rows of other events."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return table.filter(pc.invert(_is_in(table[key], pa.array(sorted(ids), pa.string())))) if ids else table


def with_names(reports: "pa.Table", *, event_key: str) -> "pa.Table":
    """The reports with the columns `coded_id` and `row_id`, where empty the event's id, and that with the article."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ids, articles = (reports[name].cast(pa.string()) for name in (event_key, ARTICLE))
    for name, values in ((CODED, ids), (ROW, pc.binary_join_element_wise(ids, articles, "@"))):
        if name in reports.column_names:
            values = pc.coalesce(reports[name].cast(pa.string()), values)
            reports = reports.drop_columns([name])
        reports = reports.append_column(name, values)
    return reports


def _need_columns(reports: "pa.Table", columns: Sequence[str]) -> None:
    for column in columns:
        if column not in reports.column_names:
            raise BadTable(f"table 'reports': column {column!r} is missing; it has {', '.join(reports.column_names)}")


def _event_ids_of(reports: "pa.Table | None", articles: Collection[str], event_key: str) -> "pa.Array":
    """Events that these articles reported, with or without others."""
    import pyarrow as pa

    if reports is None:
        return pa.array([], pa.string())
    ours = _is_in(reports[ARTICLE], pa.array(sorted(articles), pa.string()))
    return reports[event_key].filter(ours).cast(pa.string()).combine_chunks().unique()


def _without(
    old: "pa.Table", new: "pa.Table | None", *, articles: Collection[str], events: "pa.Array"
) -> "pa.Table | None":
    """The old rows that are none of these articles' or events'; None for a table that is replaced as a whole."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if ARTICLE in old.column_names:
        rest = old.filter(pc.invert(_is_in(old[ARTICLE], pa.array(sorted(articles), pa.string()))))
        return rest if new is None else _without_repeats(rest, new)
    if EVENT in old.column_names:
        return old.filter(pc.invert(_is_in(old[EVENT], events)))
    return None if new is not None else old


def _without_repeats(old: "pa.Table", new: "pa.Table") -> "pa.Table":
    """Leave out old rows of no article (input that could not be read) that the new rows say again."""
    import pyarrow as pa

    nowhere = {place for place, article in enumerate(old[ARTICLE].to_pylist()) if not article}
    if not nowhere or ARTICLE not in new.column_names:
        return old
    said = {cell_text(row) for row in new.filter(_is_in(new[ARTICLE], pa.array(["", None]))).to_pylist()}
    repeated = {place for place in sorted(nowhere) if cell_text(old.slice(place, 1).to_pylist()[0]) in said}
    return old.filter(pa.array([place not in repeated for place in range(old.num_rows)], pa.bool_()))


def _is_in(column: "pa.Array", values: "pa.Array") -> "pa.Array":
    import pyarrow as pa
    import pyarrow.compute as pc

    plain = column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
    return pc.is_in(plain, value_set=values.cast(plain.type), skip_nulls=values.null_count == 0)


def _event_ids(parent: "Mapping[str, pa.Table]", event_key: str) -> "pa.ChunkedArray":
    from eventbook.datasets.committing import VersionTables

    if isinstance(parent, VersionTables):
        return parent.select("events", [event_key])[event_key]
    return parent["events"][event_key]


def make_tombstones(
    parent: "Mapping[str, pa.Table]", events: "pa.Table", *, coded: "pa.Table", event_key: str, number: int,
    because: "Mapping[str, str] | None" = None,
) -> "pa.Table":  # fmt: skip
    """The parent's tombstones and those of its events that are gone, less those of events that came back.

    An event that is still in `coded`, the events before people's decisions, was removed by a person; `because` gives
    other events a reason, such as the event that they were merged into.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    schema = pa.schema([(EVENT, pa.string()), ("last_version", pa.int32()), ("reason", pa.string())])
    rows = parent["tombstones"] if "tombstones" in parent else schema.empty_table()
    present = events[event_key].cast(pa.string()).combine_chunks()
    rows = rows.filter(pc.invert(pc.is_in(rows[EVENT], value_set=present)))
    if "events" in parent:
        before = _event_ids(parent, event_key).cast(pa.string())
        gone = before.filter(pc.invert(pc.is_in(before, value_set=present))).combine_chunks()
        by_person = pc.is_in(gone, value_set=coded[event_key].cast(pa.string()).combine_chunks())
        told = pa.array([(because or {}).get(event, RECODED) for event in gone.to_pylist()], pa.string())
        columns = [gone, pa.repeat(pa.scalar(number, pa.int32()), len(gone)), pc.if_else(by_person, REMOVED, told)]
        rows = pa.concat_tables([rows, pa.table(columns, schema=schema)])
    return rows
