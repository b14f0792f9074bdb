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
    given: Input, event: "np.ndarray", *, count: int, key: str, known_ids: Collection[str]
) -> "tuple[pa.Array, np.ndarray]":
    """The id of each event, and the events in the order of their ids.

    Rows whose id is among `known_ids` come first, then the earliest published. Where two events would have one id,
    as when a person kept rows of one id apart, the one whose row comes first has it, and the others one made from it
    and their article.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = given.rows[key].cast(pa.string())
    wanted = pa.array(sorted(known_ids), pa.string())
    new = ~pc.is_in(coded, value_set=wanted).to_numpy() if len(wanted) else np.zeros(len(event), dtype=bool)
    age = np.where(given.published == UNKNOWN_DAY, np.iinfo(np.int64).max, given.published)
    order = np.lexsort((np.arange(len(event)), age, new, event))
    start = np.ones(len(order), dtype=bool)
    start[1:] = event[order][1:] != event[order][:-1]
    first = order[start]
    names = coded.take(pa.array(first)).combine_chunks()
    repeats = _repeats(names, first)
    if repeats:
        names = _renamed(names, repeats, given, first)
    return names, pc.sort_indices(names).to_numpy().astype(np.int64)


def _repeats(names: "pa.Array", first: "np.ndarray") -> list[int]:
    """Events whose id an event with an earlier row has."""
    import numpy as np

    codes = names.dictionary_encode().indices.to_numpy().astype(np.int64)
    order = np.lexsort((first, codes))
    again = order[1:][codes[order][1:] == codes[order][:-1]]
    found: list[int] = sorted(again.tolist())
    return found


def _renamed(names: "pa.Array", repeats: list[int], given: Input, first: "np.ndarray") -> "pa.Array":
    import pyarrow as pa

    texts = names.to_pylist()
    taken = set(texts)
    for place in repeats:
        article, attempt = given.row_ids[int(first[place])].as_py(), 0
        while texts[place] in taken:
            texts[place] = _derived(names[place].as_py(), f"{article} {attempt}")
            attempt += 1
        taken.add(texts[place])
    return pa.array(texts, pa.string())


def _derived(event_id: str, salt: str) -> str:
    """An id of the same form: the letters kept, the digits at its end made anew."""
    stem = re.sub(r"\d+$", "", event_id)
    return f"{stem}{int.from_bytes(hashlib.sha256(salt.encode()).digest()[:8], 'big') % 10**10}"
