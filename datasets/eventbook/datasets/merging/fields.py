"""The columns of coded rows as arrays of numbers, found by the facts that fill the codebook's columns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.merging.sides import SideNames, category_groups, read_side_names

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

UNKNOWN_DAY = -(2**30)
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Fields:
    """One entry per row in every array; -1 is an empty cell, `UNKNOWN_DAY` a day that nobody gave.

    `point` has shape (n_rows, 3), kilometres from the earth's centre, NaN without coordinates. `slack` is in days,
    `reach` in kilometres. `place_rank` counts precision codes from the most exact, 0; `vaguest` is the last.
    Side groups are categories, those of one class (state, crowd) as one; `armed_group` tells by group number whether
    an unknown attacker may belong to it.
    """

    article: "np.ndarray"
    published: "np.ndarray"
    day: "np.ndarray"
    slack: "np.ndarray"
    country: "np.ndarray"
    admin1: "np.ndarray"
    place: "np.ndarray"
    point: "np.ndarray"
    place_rank: "np.ndarray"
    vaguest: int
    reach: "np.ndarray"
    kind: "np.ndarray"
    first: "np.ndarray"
    second: "np.ndarray"
    first_group: "np.ndarray"
    second_group: "np.ndarray"
    associates: "np.ndarray"
    deaths: "np.ndarray"
    place_names: tuple[str, ...]
    kinds: tuple[str, ...]
    sides: SideNames
    armed_group: "np.ndarray"

    def __len__(self) -> int:
        return len(self.article)


def read_fields(
    rows: "pa.Table", codebook: Codebook, *, article: "np.ndarray", published: "np.ndarray"
) -> Fields:  # fmt: skip
    """Read rows in the codebook's columns; a fact without a column is empty everywhere.

    `article` numbers the articles, `published` counts days since 1970 (UNKNOWN_DAY without a date).
    """
    import numpy as np

    place, place_names = _codes(rows, codebook, "place.name")
    kind, kinds = _codes(rows, codebook, "kind.id", "kind.sub_event_type", "kind.code", "kind.event_type")
    (first, second), names = _joint_codes(rows, codebook, ("first.name", "second.name"))
    categories, labels = _joint_codes(rows, codebook, ("first.category", "second.category"))
    groups, armed = category_groups(labels, codebook)
    associates, _ = _joint_codes(rows, codebook, ("first.associates", "second.associates"))
    codes = [item.code for item in codebook.places.precision]
    rank = _ranks(_numbers(rows, codebook, "place.precision"), codes)
    day_codes = [item.code for item in codebook.dates.precision]
    day_rank = _ranks(_numbers(rows, codebook, "day.precision"), day_codes)
    policy = codebook.merging
    deaths = _numbers(rows, codebook, "deaths.count", "deaths.best")
    return Fields(
        article=article, published=published, day=_days(rows, codebook),
        slack=_by_code(day_rank, day_codes, policy.day_slack, (0, 3, 15)),
        country=_codes(rows, codebook, "place.iso3", "place.iso", "place.country")[0],
        admin1=_codes(rows, codebook, "place.admin1")[0], place=place, point=_points(rows, codebook),
        place_rank=rank, vaguest=len(codes) - 1, reach=_by_code(rank, codes, policy.place_reach_km, (5, 30, 150)),
        kind=kind, first=first, second=second, first_group=groups[categories[0]], second_group=groups[categories[1]],
        associates=np.maximum(associates[0], associates[1]),
        deaths=np.where(np.isnan(deaths) | (deaths == codebook.deaths.unsaid), -1, deaths).astype(np.int64),
        place_names=place_names, kinds=kinds, sides=read_side_names(names, codebook), armed_group=armed,
    )  # fmt: skip


def column_name(rows: "pa.Table", codebook: Codebook, *facts: str) -> str | None:
    """The column that the first of these facts fills, if the rows have it."""
    for fact in facts:
        column = codebook.column_from(fact)
        if column is not None and column.name in rows.column_names:
            return column.name
    return None


def _plain(rows: "pa.Table", name: str) -> "pa.ChunkedArray":
    import pyarrow as pa

    column = rows[name]
    return column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column


def _encode(column: "pa.ChunkedArray") -> tuple["np.ndarray", tuple[str, ...]]:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if len(column) == 0:
        return np.empty(0, dtype=np.int64), ()
    encoded = column.cast(pa.string()).combine_chunks().dictionary_encode()
    codes = pc.fill_null(encoded.indices, -1).to_numpy(zero_copy_only=False).astype(np.int64)
    names = tuple(encoded.dictionary.to_pylist())
    if "" in names:
        codes[codes == names.index("")] = -1
    return codes, names


def _codes(rows: "pa.Table", codebook: Codebook, *facts: str) -> tuple["np.ndarray", tuple[str, ...]]:
    import numpy as np

    name = column_name(rows, codebook, *facts)
    if name is None:
        return np.full(rows.num_rows, -1, dtype=np.int64), ()
    return _encode(_plain(rows, name))


def _joint_codes(
    rows: "pa.Table", codebook: Codebook, facts: tuple[str, str]
) -> tuple[tuple["np.ndarray", "np.ndarray"], tuple[str, ...]]:
    """Two columns coded by one list of values."""
    import pyarrow as pa

    columns = []
    for fact in facts:
        name = column_name(rows, codebook, fact)
        empty = pa.chunked_array([pa.nulls(rows.num_rows, pa.string())])
        columns.append(empty if name is None else _plain(rows, name).cast(pa.string()))
    codes, names = _encode(pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string()))
    return (codes[: rows.num_rows], codes[rows.num_rows :]), names


def _numbers(rows: "pa.Table", codebook: Codebook, *facts: str) -> "np.ndarray":
    import numpy as np
    import pyarrow as pa

    name = column_name(rows, codebook, *facts)
    if name is None:
        return np.full(rows.num_rows, np.nan)
    values: np.ndarray = _plain(rows, name).cast(pa.float64()).to_numpy()
    return values


def _days(rows: "pa.Table", codebook: Codebook) -> "np.ndarray":
    import numpy as np

    name = column_name(rows, codebook, "day.date")
    if name is None:
        return np.full(rows.num_rows, UNKNOWN_DAY, dtype=np.int64)
    return day_numbers(_plain(rows, name))


def day_numbers(column: "pa.ChunkedArray") -> "np.ndarray":
    """Days since 1970, UNKNOWN_DAY where empty."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    days = column.cast(pa.date32()).cast(pa.int32())
    numbers: np.ndarray = pc.fill_null(days, UNKNOWN_DAY).to_numpy().astype(np.int64)
    return numbers


def _ranks(values: "np.ndarray", codes: list[int]) -> "np.ndarray":
    """The place of each precision code in the codebook's list; the first, the most exact, where it is empty."""
    import numpy as np

    ranks = np.zeros(len(values), dtype=np.int64)
    for rank, code in enumerate(codes):
        ranks[values == code] = rank
    return ranks


def _by_code(
    ranks: "np.ndarray", codes: list[int], given: dict[int, int] | dict[int, float], scale: tuple[float, float, float]
) -> "np.ndarray":  # fmt: skip
    """A limit for each row: given for its code, else the scale's first, last, or middle number."""
    import numpy as np

    last = len(codes) - 1
    default = [scale[0] if rank == 0 else scale[2] if rank == last else scale[1] for rank in range(len(codes))]
    limits: np.ndarray = np.array(
        [given.get(code, default[rank]) for rank, code in enumerate(codes)] or [scale[0]], dtype=float
    )
    chosen: np.ndarray = limits[ranks]
    return chosen


def _points(rows: "pa.Table", codebook: Codebook) -> "np.ndarray":
    import numpy as np

    latitude = np.radians(_numbers(rows, codebook, "place.latitude"))
    longitude = np.radians(_numbers(rows, codebook, "place.longitude"))
    flat = np.cos(latitude)
    unit: np.ndarray = np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], axis=1)
    return EARTH_KM * unit
