"""Inflected forms of English verbs and nouns, from rules of spelling and the language's list of exceptions."""

import re
from collections.abc import Mapping

_VOWELS = "aeiou"
_CVC = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")


def verb_forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The base form, third person, past, participle and -ing form of a verb."""
    if base in irregular:
        return frozenset((base, *irregular[base]))
    return frozenset((base, _third_person(base), _past(base), _ing(base)))


def participles(base: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The forms that may follow "was" in a passive: all but the base form, the third person and the -ing form."""
    forms = verb_forms(base, irregular)
    active = {base, base + "s", _third_person(base)} | {form for form in forms if form.endswith("ing") and form != base}
    return forms - active or forms


def noun_forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The singular and plural of a noun; only the last word of a phrase is inflected."""
    head, _, last = base.rpartition(" ")
    plurals = irregular.get(last, (_third_person(last),))
    prefix = f"{head} " if head else ""
    return frozenset(prefix + form for form in (last, *plurals))


def _third_person(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """Doubles the last consonant of a word of one syllable (stab, stabbed)."""
    syllables = len(re.findall(r"[aeiouy]+", word))
    return word + word[-1] if syllables == 1 and _CVC.search(word) else word
