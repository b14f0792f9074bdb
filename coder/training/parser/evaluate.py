"""Score the parser on treebanks, from raw text: our own sentences, spaCy's tokens.

    python coder/training/parser/evaluate.py ../shared/treebanks [--model FOLDER]

Words are compared by their character offsets, as in the CoNLL 2018 shared task.  UAS and
LAS leave punctuation out, as spaCy's scorer does, because PUD hangs it elsewhere than
EWT; LAS compares relations with their subtypes, and F is given for single ones.
Paragraphs are joined by a blank line, the sentences of a paragraph by a space.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parents[2] / "codebook")]

from treebank import Sentence, read_sentences  # noqa: E402

if TYPE_CHECKING:
    from eventbook.coder.parsing.parser import Parser
    from eventbook.coder.parsing.records import Parse

TESTS = ("ewt_test", "pud_test", "gum_test")
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "acl:relcl", "appos", "nummod")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Arc:
    """A word, its head (None for the root) and what was said of it; spans are character offsets."""

    word: Span
    head: Span | None
    dep: str
    tag: str
    lemma: str


def documents(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """The sentences of a treebank by document."""
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens_document or not found:
            found.append([])
        found[-1].append(sentence)
    return found


def raw_text(document: Sequence[Sentence]) -> tuple[str, list[int]]:
    """The text of a document, and where each sentence starts in it."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for index, sentence in enumerate(document):
        joint = "" if index == 0 else "\n\n" if sentence.opens_paragraph else " "
        starts.append(length + len(joint))
        pieces += [joint, sentence.text]
        length += len(joint) + len(sentence.text)
    return "".join(pieces), starts


def gold_arcs(sentence: Sentence, start: int) -> list[Arc]:
    spans: list[Span] = []
    at = start
    for word in sentence.words:
        spans.append((at, at + len(word.form)))
        at += len(word.form) + word.space
    return [
        Arc(
            word=spans[index],
            head=None if word.head == index else spans[word.head],
            dep="root" if word.dep == "ROOT" else word.dep,
            tag=word.tag,
            lemma=word.lemma.lower(),
        )
        for index, word in enumerate(sentence.words)
    ]


def parsed_arcs(parse: Parse) -> list[Arc]:
    spans = [(token.start, token.end) for token in parse.tokens]
    return [
        Arc(
            word=spans[token.index],
            head=None if token.head == token.index else spans[token.head],
            dep=token.dep,
            tag=token.tag,
            lemma=token.lemma,
        )
        for token in parse.tokens
    ]


def evaluate(
    parser: Parser,
    sentences: Iterable[Sentence],
    *,
    gold_sentences: bool = False,
    respell: Callable[[str], str] | None = None,
) -> dict[str, float]:
    """F1 in per cent of sentences, tokens, tags, lemmas, UAS, LAS and single relations, and words a second.

    ``gold_sentences`` leaves our splitter out; ``respell`` changes the text before it is
    read (all capitals, say) and has to keep its length.
    """
    from eventbook.coder.parsing.sentences import split_sentences

    right: Counter[str] = Counter()
    gold_count: Counter[str] = Counter()
    found_count: Counter[str] = Counter()
    words, seconds = 0, 0.0
    for document in documents(sentences):
        text, starts = raw_text(document)
        gold_spans = [(at, at + len(s.text)) for at, s in zip(starts, document, strict=True)]
        gold = [arc for s, at in zip(document, starts, strict=True) for arc in gold_arcs(s, at)]
        shown = respell(text) if respell else text
        begun = time.perf_counter()
        spans = gold_spans if gold_sentences else split_sentences(shown)
        parses = parser.parse(shown, spans)
        seconds += time.perf_counter() - begun
        found = [arc for parse in parses for arc in parsed_arcs(parse)]
        words += len(found)
        _count(right, gold_count, found_count, "sentences", set(gold_spans), set(spans))
        for name, view in _VIEWS.items():
            _count(right, gold_count, found_count, name, set(map(view, gold)), set(map(view, found)))
        bare_gold, bare_found = _without_punctuation(gold), _without_punctuation(found)
        for name, view in _TREE_VIEWS.items():
            _count(right, gold_count, found_count, name, set(map(view, bare_gold)), set(map(view, bare_found)))
        for dep in RELATIONS:
            wanted = {(a.word, a.head) for a in gold if a.dep == dep}
            _count(right, gold_count, found_count, dep, wanted, {(a.word, a.head) for a in found if a.dep == dep})
    scores = {
        name: round(200 * right[name] / (gold_count[name] + found_count[name]), 2)
        for name in gold_count
        if gold_count[name]
    }
    return {**scores, "words_per_second": round(words / seconds)}


_VIEWS: dict[str, Callable[[Arc], object]] = {
    "tokens": lambda arc: arc.word,
    "tags": lambda arc: (arc.word, arc.tag),
    "lemmas": lambda arc: (arc.word, arc.lemma),
    "LAS with punctuation": lambda arc: (arc.word, arc.head, arc.dep),
}
_TREE_VIEWS: dict[str, Callable[[Arc], object]] = {
    "UAS": lambda arc: (arc.word, arc.head),
    "LAS": lambda arc: (arc.word, arc.head, arc.dep),
    "LAS without subtypes": lambda arc: (arc.word, arc.head, arc.dep.partition(":")[0]),
}


def _without_punctuation(arcs: Iterable[Arc]) -> list[Arc]:
    return [arc for arc in arcs if arc.dep != "punct"]


def _count(
    right: Counter[str], gold_count: Counter[str], found_count: Counter[str], name: str,
    gold: set[object] | set[Span], found: Iterable[object],
) -> None:  # fmt: skip
    kept = set(found)
    right[name] += len(gold & kept)
    gold_count[name] += len(gold)
    found_count[name] += len(kept)


def lower_letters(text: str) -> str:
    """The text in small letters, of the same length."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def upper_letters(text: str) -> str:
    """The text in capitals, of the same length."""
    return "".join(large if len(large := letter.upper()) == 1 else letter for letter in text)


def title_letters(text: str) -> str:
    """The text with a capital at each word of more than three letters, as in headlines."""
    return " ".join(w[:1].upper() + w[1:] if len(w) > 3 else w for w in text.split(" "))


CASES: dict[str, Callable[[str], str] | None] = {
    "as written": None,
    "small letters": lower_letters,
    "capitals": upper_letters,
    "headline capitals": title_letters,
}


def main() -> None:
    from eventbook.coder.parsing.parser import load_parser

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("treebanks", type=Path)
    arguments.add_argument("--model", default=None, help="a spaCy pipeline; the shipped one without it")
    arguments.add_argument("--sets", nargs="+", default=list(TESTS))
    arguments.add_argument("--gold-sentences", action="store_true")
    arguments.add_argument("--cases", nargs="+", default=["as written"], choices=list(CASES))
    given = arguments.parse_args()
    parser = load_parser(given.model)
    for name in given.sets:
        sentences = list(read_sentences(given.treebanks / f"{name}.conllu.gz"))
        for case in given.cases:
            scores = evaluate(parser, sentences, gold_sentences=given.gold_sentences, respell=CASES[case])
            print(json.dumps({"set": name, "case": case, **scores}), flush=True)


if __name__ == "__main__":
    main()
