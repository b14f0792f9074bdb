"""Is this text English? Function words decide; a light check that costs some tens of microseconds.

A check of its own instead of a language-identification library: only "is it English?" matters here, the
libraries measured load in 0.6 s and more, and grammar words answer for any text of a few sentences.
"""

import re
from collections import Counter
from functools import cache
from importlib.resources import files

SAMPLE_CHARACTERS = 800  # from the middle too: a text may begin with a foreign title or dateline
FEWEST_WORDS = 12  # below this, words prove nothing
LEAST_SHARE = 0.15  # English prose has 0.35 to 0.50 of its words in the list; word lists and tables have none
SURE_SHARE = 0.28  # no other language of the lists has so many words in the English one
UNKNOWN = "und"
_WORD = re.compile(r"[^\W\d_]+")
_NON_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")


def detect_language(text: str) -> str:
    """Say in which language a text is: "en", another ISO 639-1 code, or "und" when it cannot be told."""
    sample = text
    if len(text) > 2 * SAMPLE_CHARACTERS:
        middle = len(text) // 2
        sample = f"{text[:SAMPLE_CHARACTERS]} {text[middle : middle + SAMPLE_CHARACTERS]}"
    words = Counter(_WORD.findall(sample.lower()))
    total = words.total()
    lists = _function_words()
    if total >= FEWEST_WORDS and sum(words[word] for word in lists["en"]) >= SURE_SHARE * total:
        return "en"
    if not sample.isascii() and len(_NON_LATIN.findall(sample)) * 2 > len(_LETTER.findall(sample)):
        return _by_script(sample)
    if total < FEWEST_WORDS:
        return UNKNOWN
    shares = {code: sum(words[word] for word in lists[code]) / total for code in lists}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    return best if shares[best] >= LEAST_SHARE else UNKNOWN


def is_english(text: str, given: str | None) -> tuple[bool, str]:
    """Whether an article may be read as English, and its language; a language that was given is believed.

    Texts too short to tell are let through.
    """
    if given:
        code = re.split(r"[-_]", given.strip().lower())[0]
        return code in ("en", "eng", "english"), given.strip()
    code = detect_language(text)
    return code == "en" or (code == UNKNOWN and len(_WORD.findall(text[:3000])) < 4 * FEWEST_WORDS), code


_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)


def _by_script(sample: str) -> str:
    """The most usual language of a script: enough to say that a text is not English."""
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    code = next((code for code in ("ja", "ko") if counts[code] * 10 > len(sample)), None)
    code = code or max(counts, key=lambda c: counts[c])
    return code if counts[code] else UNKNOWN


@cache
def _function_words() -> dict[str, frozenset[str]]:
    lines = files(__package__).joinpath("function_words.txt").read_text("utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if line.strip() and not line.startswith("#"))
    return {code.strip(): frozenset(words.split()) for code, words in pairs}
