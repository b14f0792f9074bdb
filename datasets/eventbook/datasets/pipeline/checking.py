"""Coded rows checked before they are written; those that fail are set aside with the ids of the checks."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.building import ARTICLE, EVENT, HELD, MERGED, derive_events, without_ids
from eventbook.datasets.columns import join_rows
from eventbook.datasets.pipeline.mending import QUOTES
from eventbook.datasets.pipeline.tables import without_events
from eventbook.datasets.revisions import standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from eventbook.datasets.revisions import Revision

ERROR = "error"  # severity of findings that keep a row out of the events


def check_tables(
    tables: "Mapping[str, pa.Table]", codebook: Codebook, *, texts: "Mapping[str, str] | None" = None
) -> "dict[str, pa.Table]":
    """The tables with `findings` and `quarantine`, the quarantined rows gone from `reports`.

    With the articles' `texts` by id, each quote is held against its place in them.

    Each row is checked by itself; what all rows of the version show together is `check_version`'s.
    """
    import pyarrow as pa

    events = derive_events(tables["reports"], event_key=codebook.key)
    found = _run_checks(events, codebook, evidence=tables["evidence"], sources=tables["sources"], texts=texts,
                        scope="each")  # fmt: skip
    findings = _with_articles(found, tables["reports"], key=codebook.key)
    failed = _failed(found)
    reports = tables["reports"]
    kept = without_events(reports, sorted(failed), key=codebook.key)
    aside = [
        row | {"check_ids": "; ".join(sorted(failed[row[codebook.key]]))}
        for row in reports.to_pylist() if row[codebook.key] in failed
    ] if failed else []  # fmt: skip
    schema = reports.schema.append(pa.field("check_ids", pa.string()))
    quarantine = pa.Table.from_pylist(aside, schema=schema)
    return dict(tables) | {"reports": kept, "quarantine": quarantine, "findings": findings}


def check_events(
    tables: "Mapping[str, pa.Table]", codebook: Codebook, *, revisions: "tuple[Revision, ...]",
    decisions: "pa.Table | None" = None,
) -> "tuple[dict[str, pa.Table], set[str]]":  # fmt: skip
    """The tables with final events that fail in `quarantine` in place of `events`, and the ids of these.

    Only events that merging or a person made other than they were coded are checked: the others were. `decisions` are
    people's on events that failed: accepted ones stay, with the findings they were accepted with, dropped ones go.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    made, key = dict(tables), codebook.key
    if HELD not in tables:
        return made, set()
    corrected = {one.event_id for one in standing(revisions) if one.kind == "cell"}
    touched = pa.array(sorted(corrected.union(tables[MERGED][key].to_pylist())), pa.string())
    events = made["events"].filter(pc.is_in(made["events"][key].cast(pa.string()), value_set=touched))
    if events.num_rows == 0:
        return made, set()
    found = _run_checks(events, codebook, evidence=made["evidence"], sources=made["sources"], scope="each")
    failed = _failed(found)
    decided = decisions.to_pylist() if decisions is not None else []
    for line in decided:
        if line["decision"] == "accept" and failed.get(line["event"], set()) <= set(line["checks"].split("; ")):
            failed.pop(line["event"], None)
    dropped = {line["event"] for line in decided if line["decision"] == "drop"}
    old = made["findings"]
    ours = pc.is_in(old[EVENT], value_set=events[key].cast(pa.string()).combine_chunks())
    kept = old.filter(pc.or_(pc.invert(ours), pc.equal(old["check_id"], QUOTES)))
    new = _with_articles(found, made["reports"], key=key)
    made["findings"] = pa.concat_tables([kept, new.select(kept.column_names).cast(kept.schema)])
    made["quarantine"] = _aside(made, {event: failed[event] for event in failed if event not in dropped}, key=key)
    made["events"] = without_ids(made["events"], failed, key=key)
    return made, set(failed)


def _failed(found: "pa.Table") -> dict[str, set[str]]:
    """The checks that each event fails."""
    failed: dict[str, set[str]] = {}
    for row in found.to_pylist():
        if row["severity"] == ERROR and row["event_id"]:
            failed.setdefault(row["event_id"], set()).add(row["check_id"])
    return failed


def _aside(tables: "Mapping[str, pa.Table]", failed: dict[str, set[str]], *, key: str) -> "pa.Table":
    """The quarantine with these final events, once for each article that reports them."""
    import pyarrow as pa

    held = tables["quarantine"]
    if not failed:
        return held
    rows = {row[key]: row for row in tables["events"].to_pylist() if row[key] in failed}
    pairs = zip(tables["reports"][key].to_pylist(), tables["reports"][ARTICLE].to_pylist(), strict=True)
    lines = [rows[event] | {ARTICLE: article, "check_ids": "; ".join(sorted(failed[event]))}
             for event, article in pairs if event in rows]  # fmt: skip
    return join_rows("quarantine", held, pa.Table.from_pylist(lines, schema=held.schema))


def check_version(
    tables: "Mapping[str, pa.Table]", parent: "Mapping[str, pa.Table]", codebook: Codebook
) -> "Mapping[str, pa.Table]":
    """The tables of the next version, their `findings` on all events together made anew.

    The parent's stay where its events do: the same articles, coded again, make no new version.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    events, before = tables["events"], parent.get("events")
    if "findings" not in tables:
        return tables

    def is_across(findings: "pa.Table") -> "pa.Array":
        families = pc.list_element(pc.split_pattern(findings["check_id"], "."), 0)
        return pc.is_in(families, value_set=pa.array(import_module("eventbook.validation.checks").ACROSS, pa.string()))

    old = tables["findings"]
    kept = old.filter(pc.invert(is_across(old)))
    if before is not None and "findings" in parent and events.equals(before):
        made = parent["findings"].filter(is_across(parent["findings"]))
    else:
        found = _run_checks(events, codebook, evidence=tables.get("evidence"), parent=before, scope="across")
        made = _with_articles(found, tables["reports"], key=codebook.key)
    return dict(tables) | {"findings": pa.concat_tables([kept, made.select(kept.column_names).cast(kept.schema)])}


def findings_schema() -> "pa.Schema":
    """The table `findings`."""
    import pyarrow as pa

    names = (EVENT, ARTICLE, "check_id", "severity", "column", "value", "message", "quote")
    return pa.schema([(name, pa.string()) for name in names])


def _run_checks(events: "pa.Table", codebook: Codebook, **tables: Any) -> "pa.Table":
    # By name: the checks load Great Expectations, which takes seconds and which no other command needs.
    checks = import_module("eventbook.validation.checks")
    found: pa.Table = checks.check_rows(events, codebook, **tables)
    return found


def _with_articles(found: "pa.Table", reports: "pa.Table", *, key: str) -> "pa.Table":
    """The findings, once for each article that reports the event: recoding an article replaces its findings."""
    import pyarrow as pa

    rows = found.to_pylist()
    wanted = {row["event_id"] for row in rows}
    articles: dict[str, list[str]] = {}
    for event, article in zip(reports[key].to_pylist(), reports[ARTICLE].to_pylist(), strict=True):
        if event in wanted:
            articles.setdefault(event, []).append(article)
    lines = []
    for row in rows:
        text = {name: None if value is None else str(value) for name, value in row.items()}
        for article in articles.get(row["event_id"], [""]):
            lines.append(text | {EVENT: row["event_id"] or "", ARTICLE: article})
    return pa.Table.from_pylist(lines, schema=findings_schema())
