"""The one entry: rows in, findings out."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal

from eventbook.codebook.codebook import Codebook
from eventbook.validation.checks.findings import COLUMNS as FINDINGS_COLUMNS

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ACROSS", "FINDINGS_COLUMNS", "check_rows"]

Scope = Literal["all", "each", "across"]
ACROSS = ("column", "dominant", "jump", "repeated", "second_source")  # first part of the ids of checks on all rows


def check_rows(
    events: "pa.Table", codebook: Codebook, *, evidence: "pa.Table | None" = None, sources: "pa.Table | None" = None,
    parent: "pa.Table | None" = None, texts: Mapping[str, str] | None = None, today: date | None = None,
    scope: Scope = "all",
) -> "pa.Table":  # fmt: skip
    """Check rows against their codebook; a table of findings, empty where all is well.

    `events` has the codebook's columns. `evidence` (event_id, column, article_id, start, end, quote, rule) and
    `sources` (article_id, published) lie beside the rows in a version; without them the checks of evidence and of the
    reporting window pass. `parent` are the events of the version before, `texts` the articles by id, `today` the last
    day an event may have (default: now, UTC). `scope` runs only the checks on each row by itself (`each`), or only
    those on all rows together (`across`), which a version needs that was put together from several builds.

    Findings are texts: check_id, severity (`error`, `warning`), event_id (null for the whole table), column, value,
    message, quote. A check that crashes is a finding too, never a pass.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from eventbook.validation.checks.compiling import compile_checks
    from eventbook.validation.checks.findings import make_findings
    from eventbook.validation.checks.suite import run_suite
    from eventbook.validation.checks.tables import make_tables

    checks = [
        check for check in compile_checks(codebook, columns=events.column_names, evidence=evidence is not None)
        if scope == "all" or (check.id.partition(".")[0] in ACROSS) == (scope == "across")
    ]  # fmt: skip
    if scope == "across":
        needed = {codebook.key, *(name for check in checks for name in check.columns)}
        events = events.select([name for name in events.column_names if name in needed])
        if evidence is not None:  # a version has thirty lines of it for each row
            evidence = evidence.filter(pc.is_in(evidence["column"], value_set=pa.array(sorted(needed), pa.string())))
    tables = make_tables(
        events, codebook, today=today or datetime.now(UTC).date(), evidence=evidence, sources=sources, parent=parent,
        texts=texts,
    )  # fmt: skip
    return make_findings(run_suite(checks, tables, name=codebook.id), tables)
