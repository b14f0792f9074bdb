"""What a picture counts, and by which labels."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventbook.datasets.analysis.measures import label_column, measure_columns
from eventbook.datasets.analysis.pictures.picture import OTHER, PALETTE, label_colours
from eventbook.datasets.analysis.version import Version
from eventbook.datasets.errors import BadQuestion

if TYPE_CHECKING:
    import pandas as pd

ALL, NONE = "all", "(none)"


def amounts(version: Version, events: "pd.DataFrame", measure: str) -> "pd.Series":
    """1 for each event, or its deaths; raises BadQuestion."""
    import pandas as pd

    column = measure_columns(version, (measure,))[measure]
    return pd.Series(1, index=events.index) if column is None else events[column].fillna(0).astype("int64")


def type_column(version: Version, by: str | None) -> str | None:
    """The column that `by` names; `event_type` stands for that of the types, whatever a codebook calls it."""
    if by != "event_type" or by in version.columns_of():
        return by
    facts = version.facts()
    return facts.get("kind.event_type") or facts.get("kind.sub_event_type")


def labels_of(
    version: Version, events: "pd.DataFrame", by: str | None, values: "pd.Series"
) -> "tuple[pd.Series, dict[str, str]]":
    """The label of each event, and the colours of the labels with any amount in the codebook's order.

    Beyond 8 labels the least are `other`. Where the codebook has no more than 8, each keeps its colour in every
    picture.
    """
    import pandas as pd

    if by is None:
        return pd.Series(ALL, index=events.index, dtype="string"), label_colours([ALL])
    found = events[label_column(version, by)].astype("string").fillna(NONE)
    counts = values.groupby(found).sum()
    counts = counts[counts > 0]
    if len(counts) > len(PALETTE):
        kept = _most(counts, len(PALETTE) - 1)
        found = found.where(found.isin(kept), OTHER)
    order = [label for label in version.labels(by, values=found.unique().tolist()) if values[found == label].any()]
    order.sort(key=(OTHER, NONE).__contains__)  # these last
    known = version.labels(by)
    colours = label_colours(known if len({*known, *order}) <= len(PALETTE) and known else order)
    rest = label_colours([*known, *(label for label in order if label not in known)])
    return found, {label: colours.get(label, rest[label]) for label in order}


def some(values: "pd.Series", measure: str) -> "pd.Series":
    """The amounts, if they are not all 0; raises BadQuestion."""
    if values.sum() == 0:
        raise BadQuestion(f"nothing to draw: {measure} are 0 in all events that were chosen")
    return values


def _most(counts: "pd.Series", number: int) -> Sequence[str]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return [str(label) for label, _ in ordered[:number]]
