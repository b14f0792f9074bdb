"""Rows that failed as they were coded and that people correct: among the reports again, to be checked when final."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.building import ARTICLE, EVENT, FOUND, HELD, without_ids
from eventbook.datasets.columns import from_stored, join_rows, to_stored
from eventbook.datasets.correcting import correct_events
from eventbook.datasets.parts import sort_rows
from eventbook.datasets.revisions import Revision, standing

if TYPE_CHECKING:
    import pyarrow as pa

QUOTES = "quotes"  # the check that needs the articles' texts: it is made when they are coded, and never again


def mend_rows(
    raw: "Mapping[str, pa.Table]", revisions: tuple[Revision, ...], *, codebook: Codebook
) -> "tuple[Mapping[str, pa.Table], pa.Table]":
    """The tables with the rows of quarantine that a standing decision corrects among `reports`, and what merging reads.

    Merging reads the corrected cells of those rows; `reports` keeps them as they were coded. `held` and
    `coded_findings` keep what failed, so that a row goes back when the decision is undone.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if "quarantine" not in raw or "findings" not in raw:
        return raw, raw["reports"]
    key, held, findings = codebook.key, raw["quarantine"], raw["findings"]
    tables = dict(raw) | {HELD: held, FOUND: findings}
    cells = tuple(one for one in standing(revisions) if one.kind == "cell")
    wanted = pa.array(sorted({one.event_id for one in cells}), pa.string())
    unquoted = pc.match_substring_regex(held["check_ids"], f"(^|; ){QUOTES}(;|$)")
    chosen = pc.and_(pc.is_in(held[key].cast(pa.string()), value_set=wanted), pc.invert(unquoted))
    back = held.filter(chosen).drop_columns(["check_ids"])
    if back.num_rows == 0:
        return tables, raw["reports"]
    tables["quarantine"] = held.filter(pc.invert(chosen))
    tables["findings"] = without_ids(findings, back[key].to_pylist(), key=EVENT)
    tables["reports"] = _joined(raw["reports"], back, key)
    return tables, _joined(raw["reports"], correct_events(back, cells, event_key=key).events, key)


def _joined(reports: "pa.Table", back: "pa.Table", key: str) -> "pa.Table":
    table = to_stored("reports", join_rows("reports", reports, back))
    return from_stored(sort_rows("reports", table, key=(key, ARTICLE), unique=True))
