"""The number words of a language, read once from the language's `numbers.yaml` and `dates.yaml`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


def read_language(name: str, *, language: str = "en") -> dict[str, Any]:
    """Load `language/<language>/<name>.yaml` of the codebook package; raises FileNotFoundError if absent."""
    source = files("eventbook.codebook").joinpath("language", language, f"{name}.yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(source.read_text(encoding="utf-8"), Loader=loader)
    return loaded


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Index phrases by their first word, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}


def by_last_word(phrases: Iterable[str]) -> Phrases:
    """Index phrases by their last word, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        index.setdefault(words[-1], []).append(words)
    return {last: tuple(sorted(found, key=len, reverse=True)) for last, found in index.items()}


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """Word lists of `numbers.yaml`, indexed for look-up; see that file for what each list means."""

    small: Mapping[str, int]  # 0 to 19 and the tens
    tens: frozenset[str]
    scales: Mapping[str, int]
    scale_plurals: Mapping[str, int]
    scale_letters: Mapping[str, int]
    packs: Mapping[str, int]
    pair: frozenset[str]
    ordinals: Mapping[str, int]
    before: Mapping[tuple[str, ...], str]
    before_index: Phrases
    after: Mapping[tuple[str, ...], str]
    after_index: Phrases
    none_index: Phrases
    measures: frozenset[str]
    time_units: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]  # words that a count of any sort may begin with
    raw: Mapping[str, Any]

    def words(self, *path: str) -> frozenset[str]:
        """The word list at `path` of the file as a set; raises KeyError when there is none."""
        node: Any = self.raw
        for key in path:
            node = node[key]
        return frozenset(node)


def _frozen(node: Any) -> Any:
    """Turn lists of words into sets, at any depth; phrases of several words stay in lists."""
    if isinstance(node, dict):
        return {key: _frozen(value) for key, value in node.items()}
    return frozenset(node) if isinstance(node, list) else node


@lru_cache(maxsize=4)
def number_lexicon(language: str = "en") -> NumberLexicon:
    """The number lexicon of a language, loaded on first use."""
    raw = read_language("numbers", language=language)
    dates = read_language("dates", language=language)
    before = {tuple(p.split()): kind for kind, found in raw["before"].items() for p in found}
    after = {tuple(p.split()): kind for kind, found in raw["after"].items() for p in found}
    return NumberLexicon(
        small={**raw["units"], **raw["tens"]},
        tens=frozenset(raw["tens"]),
        scales=raw["scales"],
        scale_plurals=raw["scale_plurals"],
        scale_letters=raw["scale_letters"],
        packs=raw["packs"],
        pair=frozenset(raw["pair"]),
        ordinals=raw["ordinals"],
        before=before,
        before_index=by_last_word(" ".join(p) for p in before),
        after=after,
        after_index=by_first_word(" ".join(p) for p in after),
        none_index=by_first_word(raw["none"]),
        measures=frozenset(raw["not_counted"]["units_after"]),
        time_units=frozenset(dates["words"]["UNIT"]),
        months=frozenset(dates["words"]["MONTH"]) | frozenset(dates["words"]["SHORT_MONTH"]),
        openers=frozenset(raw["units"])
        | frozenset(raw["tens"])
        | frozenset(raw["scales"])
        | frozenset(raw["packs"])
        | frozenset(raw["ordinals"])
        | frozenset(raw["articles"])
        | frozenset(p.split()[0] for p in raw["none"])
        | frozenset(["no", "both", "another", "half"]),
        raw=_frozen(raw),
    )
