"""Acts that need an object which a sentence does not name: "seized the chance" has no word for arms, and no parse."""

import re
from collections.abc import Mapping, Sequence

from eventbook.coder.acts.lexicon import ActLexicon, Pattern

# Kinds of objects that are known by words alone; people and places are known by tags and names as well.
_BY_WORDS = frozenset({"arms", "forces", "property", "weapon"})
# A tokenizer parts "rebels' ", "isn't" and "50cal" so.
_PART = re.compile(r"[^\W\d_]+|\d+")
_DIGITS = frozenset("0123456789")


def may_tell(
    words: Sequence[str],
    sentence: str,
    lexicon: ActLexicon,
    objects: Mapping[str, frozenset[str]],
    counts: frozenset[str],
) -> bool:
    """Whether a sentence can tell of an act as far as words show: one that needs no object, or has a word for it.

    `words` are those of `split_words`, `objects` the forms of nouns by kind, `counts` the number words. True wherever
    a parse could find an act: its tokens are parts of these words, and no object has a name outside of the sentence.
    """
    parts = {part for word in words for part in (word, *_PART.findall(word))}
    lower = sentence.lower()
    named: dict[str, bool] = {}
    for word in parts & lexicon.patterns.keys():
        for pattern in lexicon.patterns[word]:
            if not all(forms & parts for forms in pattern.rest):
                continue
            if not _needs_words(pattern):
                return True
            for kind in pattern.act.object:
                if kind not in named:
                    named[kind] = _names(parts, lower, objects[kind]) or (
                        kind == "weapon" and _names(parts, lower, counts | _DIGITS)  # "shot down 12"
                    )
                if named[kind]:
                    return True
    return False


def _needs_words(pattern: Pattern) -> bool:
    return bool(pattern.act.object) and _BY_WORDS.issuperset(pattern.act.object)


def _names(parts: set[str], lower: str, forms: frozenset[str]) -> bool:
    return not forms.isdisjoint(parts) or any(form in lower for form in forms if not form.isalpha())
