"""All that the checks of one run read: the rows in the codebook's types, and the tables beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.validation.checks.cells import as_text, typed

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """`cells` are the columns of the codebook that the rows have, in its types; `raw` the same as they came."""

    codebook: Codebook
    size: int
    cells: "Mapping[str, pa.Array]"
    raw: "Mapping[str, pa.ChunkedArray]"
    ids: "pa.Array"
    today: date
    evidence: "pa.Table | None" = None
    sources: "pa.Table | None" = None
    parent: "pa.Table | None" = None
    texts: Mapping[str, str] | None = None


def make_tables(
    events: "pa.Table", codebook: Codebook, *, today: date, evidence: "pa.Table | None" = None, **beside: Any
) -> Tables:
    """Bring the rows to the codebook's types; `beside` are the other fields of `Tables`.

    Evidence of other events, such as those in quarantine, is left out.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    present = [column for column in codebook.columns if column.name in events.column_names]
    raw = {column.name: events[column.name] for column in present}
    cells = {column.name: typed(raw[column.name], column.type) for column in present}
    key = raw.get(codebook.key)
    ids = as_text(key) if key is not None else pa.nulls(events.num_rows, pa.string())
    if evidence is not None and "event_id" in evidence.column_names:
        evidence = evidence.filter(pc.is_in(as_text(evidence["event_id"]), value_set=ids))
    return Tables(codebook, events.num_rows, cells, raw, ids, today, evidence=evidence, **beside)
