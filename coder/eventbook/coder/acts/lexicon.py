"""The acts of a language compiled for matching: first word of every form to the patterns that begin with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from eventbook.codebook.language_layer import Act, load_grammar, load_language
from eventbook.coder.acts.forms import noun_forms, participles, verb_forms

_STOPS = frozenset(".;:!?")
MAX_GAP = 5  # words between the parts of a phrase: "set the two cars on fire", "threw at least three grenades"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word or phrase of an act: the forms of its first word are the key, `rest` the forms of the others."""

    act: Act
    part: Literal["verb", "noun", "phrase"]
    rest: tuple[frozenset[str], ...]
    gaps: bool  # may other words stand between the parts
    passive: bool = False  # the verb stands last: "a bomb was thrown"

    @property
    def size(self) -> int:
        """Number of words."""
        return 1 + len(self.rest)


@dataclass(frozen=True, slots=True)
class ActLexicon:
    """Patterns by the lower-cased first word of the text."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    verb_only: frozenset[str]  # forms that are no form of a noun in the lexicon
    borders: frozenset[str]  # no phrase reaches over these: "carried out an attack in retaliation for air strikes"


@cache
def compile_acts(language: str) -> ActLexicon:
    """Compile the acts of a language; the longest patterns of a first word come first."""
    layer, grammar = load_language(language), load_grammar(language)
    found: dict[str, list[Pattern]] = {}
    verbs: set[str] = set()
    nouns: set[str] = set()
    for act in layer.acts:
        for phrase in act.verbs:
            first, *rest = _words(phrase)
            forms = _union(first, lambda word: verb_forms(word, layer.irregular.verbs))
            verbs |= forms
            objects = tuple(_union(word, lambda word: noun_forms(word, layer.irregular.nouns)) for word in rest)
            _add(found, forms, Pattern(act, "verb", objects, bool(rest)))
            if rest and grammar.no_objects.isdisjoint(word for words in rest for word in words):
                done = _union(first, lambda word: participles(word, layer.irregular.verbs))
                turned = (*objects[1:], grammar.be_forms, done)
                _add(found, objects[0], Pattern(act, "verb", turned, gaps=True, passive=True))
        for phrase in act.nouns:
            *head, last = _words(phrase)
            lasts = _union(last, lambda word: noun_forms(word, layer.irregular.nouns))
            words = [*head, lasts]
            nouns |= lasts if not head else frozenset()
            _add(found, words[0], Pattern(act, "noun", tuple(words[1:]), False))
        for phrase in act.phrases:
            first, *rest = _words(phrase)
            _add(found, first, Pattern(act, "phrase", tuple(rest), False))
    ordered = {key: tuple(sorted(value, key=lambda p: -p.size)) for key, value in sorted(found.items())}
    return ActLexicon(ordered, frozenset(verbs - nouns), grammar.reprisal_words | _STOPS)


def _add(found: dict[str, list[Pattern]], forms: frozenset[str], pattern: Pattern) -> None:
    for form in sorted(forms):
        found.setdefault(form, []).append(pattern)


def _words(phrase: str) -> list[frozenset[str]]:
    """The words of a phrase; one that stands for several, as in "hurl|throw stone|brick", is written with bars."""
    return [frozenset(word.split("|")) for word in phrase.replace("-", " ").split()]


def _union(words: frozenset[str], forms: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The forms of all words that may stand in one place."""
    return frozenset(form for word in words for form in forms(word))
