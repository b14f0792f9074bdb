"""Names as keys: accents, case, hyphens and apostrophes folded; spelling variants and skeletons."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that NFKD leaves whole.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "İ": "i",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ə": "a",
        "Ə": "a",
        "ǝ": "a",
        "Ǝ": "a",
        "ħ": "h",
        "ŋ": "n",
    }
)
_DROPPED = "'’‘ʼʻʿʾ`´ʹ′\"“”.ʺ"
_SPACED = "-–—‐‑−_/,;:()[]&+|"
_MARKS = str.maketrans({**dict.fromkeys(_DROPPED, None), **dict.fromkeys(_SPACED, " ")})
_COMBINING = dict.fromkeys(c for c in range(0x250, 0x370) if unicodedata.combining(chr(c)))


@lru_cache(maxsize=4)
def fold_text(text: str) -> str:
    """A whole text folded as names are, with a blank at each end; articles stay out of the cache of names."""
    return f" {fold.__wrapped__(text)} "


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The key of a name: lower case, no accents or apostrophes, hyphens as single spaces."""
    name = name.lower()
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name).lower().translate(_LETTERS).translate(_COMBINING)
    return " ".join(name.translate(_MARKS).split())


# Articles and particles that transliterations add, drop or join to the word.
_ARTICLES = re.compile(r"^(?:al|el|ar|as|ash|at|ad|adh|az|an|the|la|le|los|las)\s+")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"\b(?:al|el|ar|as|ash|at|ad|adh|az|an)\s+", ""),
        (r"\s+", ""),
        (r"sch|sh|ch|tsch", "s"),
        (r"kh|gh|q|ck|c|x", "k"),
        (r"dh|th", "d"),
        (r"t", "d"),
        (r"ph|v|w", "f"),
        (r"dj|zh|j|z", "g"),
        (r"ou|oo|u|o", "u"),
        (r"ee|ei|ey|ai|ay|iy|yi|ie|y|e|i", "i"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
        (r"[aiu]+$", ""),
    )
)


def skeleton(key: str) -> str:
    """A coarse sound key of a folded name: equal for transliterations of one name."""
    for pattern, by in _RULES:
        key = pattern.sub(by, key)
    return key


_INNER = ("al", "el", "ul", "ar", "as", "ash", "at", "ad", "an", "az", "es", "ez", "er", "en", "et")


def inner_articles(key: str) -> tuple[str, ...]:
    """The key with another Arabic article within it: "bayt el faqih" also as "bayt al faqih"."""
    words = key.split()
    at = next((n for n, word in enumerate(words) if 0 < n < len(words) - 1 and word in _INNER), None)
    if at is None:
        return ()
    return tuple(" ".join([*words[:at], other, *words[at + 1 :]]) for other in _INNER if other != words[at])


def variants(key: str) -> tuple[str, ...]:
    """Other keys under which a folded name may stand: joined, split from its article, St/Saint."""
    found: list[str] = []
    bare = _ARTICLES.sub("", key)
    if bare != key and len(bare) > 3:
        found.append(bare)
    words = key.split()
    if len(words) > 1:
        found.append("".join(words))
    if words and words[0] in ("st", "ste", "saint", "sainte", "sta"):
        other = {"st": "saint", "saint": "st", "ste": "sainte", "sainte": "ste", "sta": "santa"}
        found.append(" ".join([other[words[0]], *words[1:]]))
    if len(words) == 1 and len(key) > 4:
        found.extend(f"{article} {key}" for article in ("al", "el", "ar", "as", "ash", "ad", "az"))
    return tuple(dict.fromkeys(found))
