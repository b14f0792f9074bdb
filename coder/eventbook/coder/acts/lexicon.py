"""The acts of a language compiled for matching: first word of every form to the patterns that begin with it."""

from collections.abc import Mapping
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
            first, *rest = phrase.replace("-", " ").split()
            forms = verb_forms(first, layer.irregular.verbs)
            verbs |= forms
            objects = tuple(_loose(word, layer.irregular.nouns) for word in rest)
            _add(found, forms, Pattern(act, "verb", objects, bool(rest)))
            if rest and grammar.no_objects.isdisjoint(rest):
                turned = (*objects[1:], grammar.be_forms, participles(first, layer.irregular.verbs))
                _add(found, objects[0], Pattern(act, "verb", turned, gaps=True, passive=True))
        for phrase in act.nouns:
            *head, last = phrase.replace("-", " ").split()
            lasts = noun_forms(last, layer.irregular.nouns)
            words = [frozenset((word,)) for word in head] + [lasts]
            nouns |= lasts if not head else frozenset()
            _add(found, words[0], Pattern(act, "noun", tuple(words[1:]), False))
        for phrase in act.phrases:
            first, *rest = phrase.replace("-", " ").split()
            _add(found, frozenset((first,)), Pattern(act, "phrase", tuple(frozenset((w,)) for w in rest), False))
    ordered = {key: tuple(sorted(value, key=lambda p: -p.size)) for key, value in sorted(found.items())}
    return ActLexicon(ordered, frozenset(verbs - nouns), grammar.reprisal_words | _STOPS)


def _add(found: dict[str, list[Pattern]], forms: frozenset[str], pattern: Pattern) -> None:
    for form in sorted(forms):
        found.setdefault(form, []).append(pattern)


def _loose(word: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """A later word of a verb phrase in singular and plural."""
    return noun_forms(word, irregular)
