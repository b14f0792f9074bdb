"""Learn the table of dictionary forms from the training treebanks.

    python coder/training/parser/lemmas.py TREEBANKS coder/eventbook/coder/parsing/model/lemmas.json

The table holds only what the rules of spelling get wrong, and the base forms that the
rules choose between.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from treebank import read_sentences

from eventbook.codebook.language_layer import load_language
from eventbook.coder.parsing.lemmas import spell_lemma, word_class

TRAIN = ("ewt_train.conllu.gz", "gum_train.conllu.gz")
_BASE_CLASS = {"VB": "V", "VBP": "V", "VBD": "V", "VBN": "V", "VBG": "V", "VBZ": "V", "NN": "N", "NNS": "N",
               "JJ": "A", "JJR": "A", "JJS": "A", "RB": "A", "RBR": "A", "RBS": "A"}  # fmt: skip
_FUNCTION_TAGS = frozenset("IN DT CC MD PRP PRP$ TO WDT WP WP$ WRB RB RP EX PDT CD".split())  # noqa: SIM905


WORDS = Path(__file__).parent / "words.txt"


def irregular_forms() -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Irregular verb forms, irregular plurals, and further verbs that spelling has to know."""
    language = load_language("en")
    verbs = {form: base for base, forms in language.irregular.verbs.items() for form in forms}
    nouns = {form: base for base, forms in language.irregular.nouns.items() for form in forms}
    nouns |= {"series": "series", "premises": "premises", "bases": "base", "axes": "axe"}
    bases = {word for act in language.acts for word in act.verbs if word.isalpha()}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words or line.startswith("#"):
            continue
        if len(words) > 4:
            bases.update(words)
        else:
            bases.add(words[0])
            verbs.update((form, words[0]) for form in words[1:])
    return verbs, nouns, bases | set(language.irregular.verbs)


def learn(folder: Path) -> dict[str, dict[str, str]]:
    """Exceptions by word class, and ``known``: base form to the classes it was seen in."""
    seen: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    bases: defaultdict[str, Counter[str]] = defaultdict(Counter)
    functions: Counter[str] = Counter()
    for name in TRAIN:
        for sentence in read_sentences(folder / name):
            for word in sentence.words:
                lower, lemma = word.form.lower(), word.lemma.lower()
                if lemma == "_" or not lemma:
                    continue
                seen[word_class(word.tag), lower][lemma, word.tag] += 1
                if word.tag in _BASE_CLASS and lemma.isalpha():
                    bases[lemma][_BASE_CLASS[word.tag]] += 1
                if word.tag in _FUNCTION_TAGS and word.form.isalpha() and word.form.islower():
                    functions[word.form] += 1
    for form, times in functions.items():
        if times >= 2:
            bases[form]["F"] += times
    known = {base: "".join(sorted(kinds)) for base, kinds in sorted(bases.items())}
    verbs, nouns, more_verbs = irregular_forms()
    for base in sorted(more_verbs):
        known[base] = "".join(sorted({*known.get(base, ""), "V"}))
    table: dict[str, dict[str, str]] = {}
    for kind, tag, forms in (("V", "VBN", verbs), ("S", "NNS", nouns)):
        table[kind] = {form: base for form, base in forms.items() if spell_lemma(form, kind, tag, known) != base}
    for (kind, lower), counts in sorted(seen.items()):
        (lemma, tag), times = min(counts.items(), key=lambda item: (-item[1], item[0]))
        sure = times >= 2 or kind in "VSC"
        given = {"V": verbs, "S": nouns}.get(kind, {})
        if sure and lower.isascii() and lower not in given and lemma != spell_lemma(lower, kind, tag, known):
            table.setdefault(kind, {})[lower] = lemma
    return {**table, "known": known}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("treebanks", type=Path)
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(learn(given.treebanks), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    given.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
