"""The tables of a version made from reports: rows that tell of one event merged, all tables under the events' ids."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.building import (
    ARTICLE,
    CODED,
    EVENT,
    FOUND,
    HELD,
    MERGED,
    ROW,
    coded_events,
    make_tombstones,
    replace_articles,
    with_names,
    without_ids,
)  # fmt: skip
from eventbook.datasets.correcting import correct_events, revision_table
from eventbook.datasets.merge_decisions import read_merge_decisions
from eventbook.datasets.merging import Decisions, merge_rows, wordings
from eventbook.datasets.pipeline.checking import check_events
from eventbook.datasets.pipeline.lineage import trace_rows
from eventbook.datasets.pipeline.mending import mend_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.merging import Merged
    from eventbook.datasets.revisions import Revision

DERIVED = ("events", "tombstones", "merges", "contradictions", "figures", MERGED, "vanished", "revisions",
           HELD, FOUND)  # fmt: skip
_UNDER_CODED = ("evidence", "candidates", "sources")  # tables with `coded_id` beside the event's id


@dataclass(frozen=True, slots=True)
class Parent:
    """The version before: its number, its tables, and these as they were before rows were merged."""

    number: int
    tables: "Mapping[str, pa.Table]"
    coded: "Mapping[str, pa.Table]"


def read_parent(tables: "Mapping[str, pa.Table]", *, number: int, event_key: str) -> Parent:
    """The parent, whichever program made it."""
    named = dict(tables)
    if "reports" in named:
        named["reports"] = with_names(named["reports"], event_key=event_key)
    return Parent(number, named, _as_coded(named, event_key))


def join_version(
    parent: Parent, new: "Mapping[str, pa.Table]", *, articles: Collection[str], codebook: Codebook,
    revisions: "tuple[Revision, ...]",
) -> "dict[str, pa.Table]":  # fmt: skip
    """All tables of the next version but what its checks find on all events together.

    The one order: rows as coded, those that people mend admitted, reports merged, people's decisions, checks.
    `new` as `upsert` takes it, under the ids that rows were coded under. Merging sees all reports of the version, so
    that articles that come one by one give the events that they give together. Raises BadTable, MergingError.
    """
    key = codebook.key
    replaced = replace_articles(parent.coded, new, articles=articles, event_key=key)
    raw, mended = mend_rows(replaced, revisions, codebook=codebook)
    traced = trace_rows(
        raw["reports"], parent.tables.get("reports"), parent.tables.get("vanished"), articles=articles,
        evidence=raw["evidence"], old_evidence=parent.coded.get("evidence"), codebook=codebook,
    )  # fmt: skip
    rows = dict(zip(traced.reports[ROW].to_pylist(), _row_names(traced.reports), strict=True))
    told = read_merge_decisions(revisions, rows)
    merged = merge_rows(
        _with_confidence(mended, raw["evidence"], codebook), codebook, sources=_plain_sources(raw["sources"]),
        sketches=_sketches(raw.get("sketches")), wording=wordings(raw["evidence"], raw["sources"]),
        decisions=Decisions(keep_apart=told.keep_apart, join=told.join), former=traced.former,
    )  # fmt: skip
    tables = _published(raw, traced.reports, merged, codebook)
    tables["vanished"] = traced.vanished
    gone = _gone(parent, tables["reports"], key)
    corrected = correct_events(
        coded_events(tables, event_key=key), revisions, event_key=key, merging=told.statuses,
        gone=gone,
    )  # fmt: skip
    tables["revisions"] = revision_table(corrected)
    tables["events"] = corrected.events
    tables, failed = check_events(tables, codebook, revisions=revisions, decisions=parent.tables.get("decisions"))
    tables["tombstones"] = make_tombstones(
        parent.tables, tables["events"], coded=without_ids(tables["reports"], failed, key=key), event_key=key,
        number=parent.number,
        because=gone | _aside(parent, tables, key),
    )  # fmt: skip
    return tables


def _as_coded(tables: "Mapping[str, pa.Table]", key: str) -> "dict[str, pa.Table]":
    """The tables of the parent under the ids that rows were coded under."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = {name: table for name, table in tables.items() if name not in DERIVED}
    if "events" in tables and "reports" not in tables:
        found["events"] = tables["events"]  # so that it is refused
    if "reports" not in found:
        return found
    for name in ("reports", *(name for name in _UNDER_CODED if name in found)):
        table, column = found[name], key if name == "reports" else EVENT
        if CODED in table.column_names:
            ids = pc.coalesce(table[CODED], table[column].cast(pa.string()))
            field = table.schema.field(column)
            table = table.set_column(table.column_names.index(column), field, ids.cast(field.type))
        extra = [name for name in table.column_names if name in (CODED, ROW) or name.startswith("reported_")]
        found[name] = table.drop_columns(extra)
    if HELD in tables:
        found["quarantine"], found["findings"] = tables[HELD], tables[FOUND]
        aside = pc.is_in(_joined(found["reports"], key), value_set=_joined(tables[HELD], key))
        found["reports"] = found["reports"].filter(pc.invert(aside))
    elif "findings" in found:  # they have no column of their own for it: of one event and article, the first
        table, pair = found["findings"], _joined(reports_of := tables["reports"], key)
        place = pc.index_in(_joined(table, EVENT), value_set=pair)
        ids = pc.coalesce(reports_of[CODED].take(place), table[EVENT])
        found["findings"] = table.set_column(table.column_names.index(EVENT), EVENT, ids)
    return found


def _joined(table: "pa.Table", event: str) -> "pa.Array":
    """Event and article as one text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [pc.fill_null(table[name].cast(pa.string()), "") for name in (event, ARTICLE)]
    return pc.binary_join_element_wise(*parts, "@").combine_chunks()


def _row_names(reports: "pa.Table") -> list[str]:
    """The rows' names in merging."""
    names: list[str] = _joined(reports, CODED).to_pylist()
    return names


def _published(
    raw: "Mapping[str, pa.Table]", reports: "pa.Table", merged: "Merged", codebook: Codebook
) -> "dict[str, pa.Table]":
    """All tables under the ids of events, with those that merging made."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names, ids = merged.sources[ROW].combine_chunks(), merged.sources[EVENT]
    tables = dict(raw)
    for name, column in (("reports", codebook.key), *((name, EVENT) for name in (*_UNDER_CODED, "findings"))):
        if name not in tables:
            continue
        table = reports if name == "reports" else tables[name]
        coded = table[column].cast(pa.string())
        new = pc.coalesce(ids.take(pc.index_in(_joined(table, column), value_set=names)), coded)
        field = table.schema.field(column)
        tables[name] = table.set_column(table.column_names.index(column), field, new.cast(field.type))
        if name in _UNDER_CODED:
            tables[name] = tables[name].append_column(CODED, coded)
    tables["sources"] = _with_reported(tables["sources"], merged.sources)
    several = pc.greater(merged.figures["reports"], 1)
    return tables | {
        "merges": merged.merges, "contradictions": merged.contradictions, "figures": merged.figures,
        MERGED: merged.events.filter(several),
    }  # fmt: skip


def _with_reported(sources: "pa.Table", told: "pa.Table") -> "pa.Table":
    """The sources with what each reported in the columns that merging compares."""
    import pyarrow.compute as pc

    place = pc.index_in(_joined(sources, CODED), value_set=told[ROW].combine_chunks())
    for name in told.column_names:
        if name.startswith("reported_"):
            sources = sources.append_column(name, told[name].take(place))
    return sources


def _plain_sources(sources: "pa.Table") -> "pa.Table":
    return sources.select([name for name in (ARTICLE, "source", "published", "title", "hash")
                           if name in sources.column_names])  # fmt: skip


def _with_confidence(reports: "pa.Table", evidence: "pa.Table", codebook: Codebook) -> "pa.Table":
    """The reports with the mean confidence of their cells, where a policy asks for it."""
    import pyarrow.compute as pc

    policy = codebook.merging
    if "most_confident" not in (policy.day, policy.place, policy.kind, policy.sides):
        return reports
    if "confidence" in reports.column_names:
        return reports
    means = evidence.group_by([EVENT, ARTICLE], use_threads=False).aggregate([("confidence", "mean")])
    place = pc.index_in(_joined(reports, codebook.key), value_set=_joined(means, EVENT))
    return reports.append_column("confidence", means["confidence_mean"].take(place))


def _sketches(table: "pa.Table | None") -> "pa.Table | None":
    """The sketches as merging reads them: stored as bytes, four for each number."""
    import numpy as np
    import pyarrow as pa

    if table is None or table.num_rows == 0:
        return None
    texts = table["sketch"].to_pylist()
    numbers = pa.array(np.frombuffer(b"".join(texts), dtype="<u4"))
    ends = np.cumsum([0, *(len(text) // 4 for text in texts)])
    lists = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), numbers)
    return pa.table({ARTICLE: table[ARTICLE], "sketch": lists})


def _gone(parent: Parent, reports: "pa.Table", key: str) -> dict[str, str]:
    """What became of the parent's events whose rows are all of other events now: `merged into` one of these."""
    if "reports" not in parent.tables:
        return {}
    now = dict(zip(reports[ROW].to_pylist(), reports[key].to_pylist(), strict=True))
    present = set(now.values())
    old = parent.tables["reports"]
    became: dict[str, str] = {}
    for before, row in zip(old[key].to_pylist(), old[ROW].to_pylist(), strict=True):
        if before not in present and row in now:
            became.setdefault(before, f"merged into {now[row]}")
    return became


def _aside(parent: Parent, tables: "Mapping[str, pa.Table]", key: str) -> dict[str, str]:
    """Events whose rows fail their checks now."""
    if "quarantine" not in tables or "events" not in parent.tables:
        return {}
    return {str(event): "in quarantine" for event in tables["quarantine"][key].to_pylist()}
