"""Which articles report which rows."""

from typing import TYPE_CHECKING

from eventbook.validation.checks.cells import as_text, typed
from eventbook.validation.checks.tables import Tables

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def articles_of_events(tables: Tables) -> "tuple[np.ndarray, np.ndarray] | None":
    """Row and publication day (days since 1970, NaN where unknown), one pair for each article of a row.

    None where the tables beside the rows do not tell.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    links, sources = tables.evidence, tables.sources
    if links is None or sources is None or not {"event_id", "article_id"} <= set(links.column_names):
        return None
    if not {"article_id", "published"} <= set(sources.column_names):
        return None
    pairs = pa.table({"event": as_text(links["event_id"]), "article": as_text(links["article_id"])})
    pairs = pairs.group_by(["event", "article"], use_threads=False).aggregate([])
    rows = pc.index_in(pairs["event"], value_set=tables.ids)
    places = pc.index_in(pairs["article"], value_set=as_text(sources["article_id"]))
    days = typed(sources["published"], "date").cast(pa.int32()).take(places.combine_chunks())
    known = pc.and_(pc.is_valid(rows), pc.is_valid(days)).to_numpy()
    return (
        rows.to_numpy()[known].astype("int64"),
        days.to_numpy(zero_copy_only=False)[known].astype("float64"),
    )


def cell_key(events: "pa.Array", columns: "pa.Array") -> "pa.Array":
    """One text for an event and a column, to look cells up by."""
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(events, columns, "\x1f")
