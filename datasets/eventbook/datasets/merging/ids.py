"""The id of a merged event: that of its earliest published row, so that later reports do not change it."""

import hashlib
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from eventbook.datasets.merging.fields import UNKNOWN_DAY
from eventbook.datasets.merging.input import Input

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def choose_ids(
    given: Input, event: "np.ndarray", *, count: int, key: str, known_ids: Collection[str],
    former: "pa.Table | None" = None,
) -> "tuple[pa.Array, np.ndarray]":  # fmt: skip
    """The id of each event, and the events in the order of their ids.

    Rows that `former` (`row_id`, `event_id`) gives an id, or whose id is among `known_ids`, come first, then the
    earliest published. Where two events would have one id, as when a person kept rows of one id apart, the one with
    the row that it was made of has it, else the one whose row comes first, and the others the id that their row was
    coded under, or one made from it and the article.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = given.rows[key].cast(pa.string())
    wanted = pa.array(sorted(known_ids), pa.string())
    names = coded
    new = ~pc.is_in(coded, value_set=wanted).to_numpy()
    if former is not None:
        place = pc.index_in(given.row_ids, value_set=former["row_id"].combine_chunks())
        held = former["event_id"].take(place)
        names, new = pc.coalesce(held, coded), new & pc.is_null(held).to_numpy()
    age = np.where(given.published == UNKNOWN_DAY, np.iinfo(np.int64).max, given.published)
    order = np.lexsort((np.arange(len(event)), age, new, event))
    start = np.ones(len(order), dtype=bool)
    start[1:] = event[order][1:] != event[order][:-1]
    first = order[start]
    names = names.take(pa.array(first)).combine_chunks()
    own = coded.take(pa.array(first)).combine_chunks()
    repeats = _repeats(names, first, new[first], pc.not_equal(names, own).to_numpy(zero_copy_only=False))
    if repeats:
        names = _renamed(names, repeats, given, first, own.take(pa.array(repeats)).to_pylist())
    return names, pc.sort_indices(names).to_numpy().astype(np.int64)


def _repeats(names: "pa.Array", first: "np.ndarray", new: "np.ndarray", lent: "np.ndarray") -> list[int]:
    """Events whose id another event has by right: one that had it before, whose row it was made of, or the earlier.

    `lent`: the id was made of a row of another event; where an event falls apart, it stays with that row.
    """
    import numpy as np

    codes = names.dictionary_encode().indices.to_numpy().astype(np.int64)
    order = np.lexsort((first, lent, new, codes))
    again = order[1:][codes[order][1:] == codes[order][:-1]]
    found: list[int] = sorted(again.tolist())
    return found


def _renamed(
    names: "pa.Array", repeats: list[int], given: Input, first: "np.ndarray", coded: list[str]
) -> "pa.Array":  # fmt: skip
    import pyarrow as pa

    texts = names.to_pylist()
    taken = set(texts)
    for place, own in zip(repeats, coded, strict=True):
        article, attempt = given.row_ids[int(first[place])].as_py(), 0
        texts[place] = own
        while texts[place] in taken:
            texts[place] = _derived(names[place].as_py(), f"{article} {attempt}")
            attempt += 1
        taken.add(texts[place])
    return pa.array(texts, pa.string())


def _derived(event_id: str, salt: str) -> str:
    """An id of the same form: the letters kept, the digits at its end made anew."""
    stem = re.sub(r"\d+$", "", event_id)
    return f"{stem}{int.from_bytes(hashlib.sha256(salt.encode()).digest()[:8], 'big') % 10**10}"
