"""The words that tell of an event: hashed content words of each row, and how many two rows share."""

import re
import zlib
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

CHUNK = 200_000  # pairs compared at once
STEM = 5  # letters of a word that count, so that protest, protests and protesters are one
_WORD = re.compile(r"[^\W\d_]{3,}")
_NONE: frozenset[str] = frozenset()
_SHARED = """
    the and that this with from have has had were was been being they them their there then than which when where
    who whom whose what while after before about into over under near also more most some many other others said says
    say told according reported reports report official officials sources source spokesman spokesperson statement news
    agency least for not but his her its our are will would could should one two three four five six seven eight nine
    ten eleven twelve people person killed killing kill dead died death deaths wounded injured hurt monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december day days night morning evening afternoon late early yesterday today dawn hours week
    attack attacked attackers gunmen gunman armed men fire opened fired shot shooting police policemen officers
    soldiers troops army military forces security militants fighters protesters protest demonstrators crowd
"""  # words of reporting, counting, time and force, which reports of different events share too


def wordings(evidence: "pa.Table", sources: "pa.Table") -> "pa.Table":
    """Columns `event_id`, `article_id` and `wording`: an article's title and the words quoted for an event.

    `evidence` has `event_id`, `article_id` and `quote`, `sources` `article_id` and `title`, as a build writes them.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = ["event_id", "article_id"]
    said = evidence.select([*keys, "quote"]).filter(pc.is_valid(evidence["quote"]))
    said = (
        said.group_by(keys, use_threads=False)
        .aggregate([("quote", "distinct")])
        .sort_by([(k, "ascending") for k in keys])
    )
    quotes = pc.binary_join(said["quote_distinct"].combine_chunks(), " ")
    place = pc.index_in(said["article_id"], value_set=sources["article_id"].cast(pa.string()).combine_chunks())
    titles = pc.fill_null(sources["title"].cast(pa.string()).take(place), "").combine_chunks()
    told = pc.binary_join_element_wise(titles, quotes, " ")
    return pa.table({key: said[key] for key in keys} | {"wording": told})


def hash_words(texts: Iterable[str | None], names: Iterable[Sequence[str | None]]) -> "tuple[np.ndarray, np.ndarray]":
    """Row starts (n + 1) and the distinct content words of each row, `row * 2**32 + hash`, ascending.

    `names` are each row's names of places: their words are left out, for the place is compared by itself.
    """
    import numpy as np

    starts, found = [0], array("L")
    stop = _stems(_SHARED)
    for text, places in zip(texts, names, strict=True):
        words = _stems(text) - stop if text else _NONE
        for place in places if words else ():
            words = words - _place_stems(place)
        found.extend(sorted(map(_number, words)))
        starts.append(len(found))
    sizes = np.diff(starts)
    rows = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    return np.asarray(starts, dtype=np.int64), rows << np.uint64(32) | np.asarray(found, dtype=np.uint64)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _WORD.findall(text.casefold()))


@lru_cache(maxsize=65_536)
def _place_stems(name: str | None) -> frozenset[str]:
    return _stems(name or "")


@lru_cache(maxsize=262_144)
def _number(stem: str) -> int:
    return zlib.crc32(stem.encode())


def shared_words(starts: "np.ndarray", words: "np.ndarray", first: "np.ndarray", second: "np.ndarray") -> "np.ndarray":
    """Part of the words of the shorter row that the other has too, from 0 to 1; NaN where a row has none."""
    import numpy as np

    low = np.uint64(2**32 - 1)
    sizes = np.diff(starts)
    result = np.full(len(first), np.nan)
    for begin in range(0, len(first), CHUNK):
        a, b = first[begin : begin + CHUNK], second[begin : begin + CHUNK]
        swap = sizes[a] > sizes[b]
        short, long = np.where(swap, b, a), np.where(swap, a, b)
        lengths = sizes[short]
        pair = np.repeat(np.arange(len(short)), lengths)
        within = np.arange(len(pair)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        wanted = words[starts[short][pair] + within] & low | (long[pair].astype(np.uint64) << np.uint64(32))
        place = np.minimum(np.searchsorted(words, wanted), max(len(words) - 1, 0))
        found = words[place] == wanted if len(words) else np.zeros(0)
        hits = np.bincount(pair, weights=found, minlength=len(short))
        result[begin : begin + CHUNK] = np.where(lengths > 0, hits / np.maximum(lengths, 1), np.nan)
    return result
