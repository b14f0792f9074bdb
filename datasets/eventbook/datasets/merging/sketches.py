"""Near-identical articles: a sampled sketch of each text's shingles, and which articles share most of one.

A shingle is four words in a row; its CRC-32 is kept if it is 0 modulo 8. Containment is the part of the smaller
sketch that the larger one has too, so that a shortened wire copy is still a copy.
"""

import re
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

WORDS, KEEP = 4, 8  # words in a shingle; one shingle in so many is kept
LEAST = 4  # shared shingles: fewer are chance in short texts
NEIGHBOURS = 16  # articles after it that an article is compared with among those that share a shingle
_WORD = re.compile(r"\w+")


def sketch_text(text: str) -> list[int]:
    """The kept shingles of a text, ascending; 32-bit numbers that do not give the text back."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    if len(words) < WORDS:
        return []
    shingles = {zlib.crc32(b" ".join(words[n : n + WORDS])) for n in range(len(words) - WORDS + 1)}
    return sorted(shingle for shingle in shingles if shingle % KEEP == 0)


def sketch_table(texts: Iterable[tuple[str, str]]) -> "pa.Table":
    """Columns `article_id` and `sketch` for pairs of article id and text."""
    import pyarrow as pa

    rows = [(article, sketch_text(text)) for article, text in texts]
    schema = pa.schema([("article_id", pa.string()), ("sketch", pa.list_(pa.uint32()))])
    return pa.table([[article for article, _ in rows], [sketch for _, sketch in rows]], schema=schema)


def find_copies(
    articles: "np.ndarray", shingles: "np.ndarray", *, count: int, least: float
) -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """Pairs of articles (a < b) whose containment is at least `least`, and that containment.

    `articles` are numbers below `count`, one for each of `shingles`. Of the articles that share a shingle, each is
    compared with the next `NEIGHBOURS` alone, so that a phrase of all articles costs no more than one of a few.
    """
    import numpy as np

    sizes = np.bincount(articles, minlength=count)
    order = np.lexsort((articles, shingles))
    articles, shingles = articles[order].astype(np.int64), shingles[order]
    keys = []
    for step in range(1, min(NEIGHBOURS, max(0, len(articles) - 1)) + 1):
        same = np.flatnonzero(shingles[step:] == shingles[:-step])
        if len(same) == 0:
            break
        keys.append(articles[same] * count + articles[same + step])
    if not keys:
        empty = np.empty(0, dtype=np.int64)
        return empty, empty, np.empty(0)
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    first, second = pairs // count, pairs % count
    contained = shared / np.minimum(sizes[first], sizes[second])
    close = (contained >= least) & (shared >= LEAST) & (first != second)
    return first[close], second[close], contained[close]
