"""Dictionary forms of English words: a table learnt from the treebanks, and rules of spelling for the rest."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent / "model" / "lemmas.json"
_SIBILANTS = ("sses", "shes", "ches", "xes", "zzes")
_DOUBLED = frozenset("bdgmnprt")
_CLITICS = {
    "n't": "not", "n’t": "not", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "ca": "can", "wo": "will", "sha": "shall", "an": "a",
}  # fmt: skip


def word_class(tag: str) -> str:
    """The part of a Penn tag that a lemma depends on."""
    if tag.startswith("VB") or tag == "MD":
        return "V" if tag != "VB" else "B"
    if tag in ("NNS", "NNPS"):
        return "S"
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return "C"
    return {"POS": "P", "NNP": "N", "NN": "N"}.get(tag, "O")


@lru_cache(maxsize=65_536)
def lemma_of(form: str, tag: str) -> str:
    """The dictionary form of a word in lower case; ``tag`` is its Penn tag."""
    lower = form.lower()
    kind = word_class(tag)
    table = _table()
    known = table[kind].get(lower) if kind in table else None
    if known is not None:
        return known
    if kind == "P":
        return "'s"
    return spell_lemma(lower, kind, tag, table["known"])


@lru_cache(maxsize=65_536)
def is_common_word(lower: str) -> bool:
    """Whether a word in small letters is a form of an English word that is no name, as far as the table knows."""
    known = _table()["known"]
    if "F" in known.get(lower, ""):
        return True
    tried = (("V", "VBD"), ("V", "VBZ"), ("V", "VBG"), ("N", "NNS"), ("N", "NN"), ("A", "JJ"))
    return any(kind in known.get(lemma_of(lower, tag), "") for kind, tag in tried)


def spell_lemma(lower: str, kind: str, tag: str, known: Mapping[str, str]) -> str:
    """The dictionary form by rules of spelling alone; ``known`` holds base forms with their classes."""
    if lower in _CLITICS and kind in "VBO":
        return _CLITICS[lower]
    if kind == "S":
        return _singular(lower, "N", known)
    if kind == "C":
        return _positive(lower, tag, known)
    if kind == "V" and tag != "MD":
        if tag == "VBZ":
            return _singular(lower, "V", known)
        if lower.endswith("ing") and len(lower) > 4:
            return _base(lower[:-3], known)
        if lower.endswith("ied") and len(lower) > 4:
            return lower[:-3] + "y"
        if lower.endswith("ed") and len(lower) > 3:
            return _base(lower[:-2], known)
    return lower


def _singular(lower: str, kind: str, known: Mapping[str, str]) -> str:
    if not lower.endswith("s") or lower.endswith(("ss", "us", "is")) or len(lower) < 3:
        return lower
    candidates = [lower[:-1]]
    if lower.endswith("ies") and len(lower) > 4:
        candidates = [lower[:-3] + "y", lower[:-1]]
    elif lower.endswith("ves"):
        candidates = [lower[:-1], lower[:-3] + "fe", lower[:-3] + "f"]
    elif lower.endswith(_SIBILANTS) or lower.endswith("oes"):
        candidates = [lower[:-2], lower[:-1]]
    return _first_known(candidates, kind, known)


def _base(stem: str, known: Mapping[str, str]) -> str:
    """The verb of a stem that lost -ed or -ing: hop from hopp, hope from hop, need from need."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED
    candidates = [stem, stem + "e"]
    if doubled:
        candidates = [stem[:-1], stem]
    elif _wants_e(stem):
        candidates = [stem + "e", stem]
    if stem.endswith("ck"):
        candidates = [stem, stem[:-1]]
    if stem.endswith("ll"):
        several_syllables = any(letter in "aeiou" for letter in stem[:-3])
        candidates = [stem[:-1], stem] if several_syllables else [stem, stem[:-1]]
    return _first_known(candidates, "V", known)


def _wants_e(stem: str) -> bool:
    if len(stem) < 2 or not any(letter in "aeiouy" for letter in stem):
        return True
    last, before = stem[-1], stem[-2]
    if last in "cvuz" or (last == "s" and before in "aeioun") or (last == "g" and before in "nrdla"):
        return not stem.endswith(("ing", "ong", "ang")) or len(stem) > 5
    if stem.endswith(("at", "ut", "it", "ot")) and len(stem) > 3:
        return stem.endswith(("at", "ut")) and before in "au" and stem[-3] not in "aeiou"
    return (last == "l" and before not in "aeioulyr") or stem.endswith(("ir", "ur", "id", "ad", "ok", "ak", "ik"))


def _positive(lower: str, tag: str, known: Mapping[str, str]) -> str:
    ending = "er" if tag.endswith("R") else "est"
    if not lower.endswith(ending):
        return lower
    stem = lower[: -len(ending)]
    candidates = [stem, stem + "e"]
    if stem.endswith("i"):
        candidates = [stem[:-1] + "y"]
    elif len(stem) > 2 and stem[-1] == stem[-2]:
        candidates = [stem[:-1], stem]
    return _first_known(candidates, "A", known)


def _first_known(candidates: list[str], kind: str, known: Mapping[str, str]) -> str:
    return next((form for form in candidates if kind in known.get(form, "")), candidates[0])


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table
