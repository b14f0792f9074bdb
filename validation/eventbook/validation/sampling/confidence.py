"""The confidence of rows from the evidence of their cells."""

from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

# What makes an event what it is; a weak note or tag says nothing on whether the row is right.
DECIDING = ("kind.", "day.", "place.", "first.", "second.", "deaths.")


def row_confidence(ids: "pa.Array", evidence: "pa.Table", codebook: Codebook) -> "np.ndarray":
    """The lowest confidence, in [0, 1], of the cells that decide what each event is; NaN where evidence gives none."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    columns = [column.name for column in codebook.columns if column.source.startswith(DECIDING)]
    mine = evidence.filter(pc.is_in(evidence["column"].cast(pa.string()), value_set=pa.array(columns, pa.string())))
    lowest = mine.group_by("event_id", use_threads=False).aggregate([("confidence", "min")])
    place = pc.index_in(ids.cast(pa.string()), value_set=lowest["event_id"].cast(pa.string()).combine_chunks())
    found = lowest["confidence_min"].combine_chunks().cast(pa.float64()).take(place)
    confidence: np.ndarray = found.to_numpy(zero_copy_only=False).astype(np.float64)
    return confidence
