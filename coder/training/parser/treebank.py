"""Read CoNLL-U treebanks into plain records."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` is the index in the sentence (its own for the root)."""

    form: str
    lemma: str
    tag: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree, its text, and whether a document or paragraph begins with it."""

    words: tuple[Word, ...]
    opens_document: bool = False
    opens_paragraph: bool = False

    @property
    def text(self) -> str:
        return "".join(word.form + (" " if word.space else "") for word in self.words).rstrip(" ")


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the trees of one ``.conllu`` or ``.conllu.gz`` file.

    Trees whose words do not spell the text of their comment line are left out: their
    characters could not be aligned with raw text.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        rows: list[list[str]] = []
        notes: dict[str, str] = {}
        for line in stream:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                notes[key.strip().split(" ")[0]] = value.strip()
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                sentence = _sentence(rows, notes)
                if sentence is not None:
                    yield sentence
                rows, notes = [], {}


def _sentence(rows: list[list[str]], notes: dict[str, str]) -> Sentence | None:
    words: list[Word] = []
    joined_until, space_after_join = 0, True
    for columns in rows:
        number = columns[0]
        space = "SpaceAfter=No" not in columns[9]
        if "-" in number:
            joined_until, space_after_join = int(number.split("-")[1]), space
            continue
        if "." in number:
            continue
        index = int(number)
        if index < joined_until:
            space = False
        elif index == joined_until:
            space = space_after_join
        head = int(columns[6]) - 1
        dep = columns[7]
        lemma = columns[2] if columns[2] != "_" or columns[1] == "_" else columns[1]
        words.append(
            Word(
                form=columns[1],
                lemma=lemma,
                tag=columns[4],
                head=head if head >= 0 else len(words),
                dep="ROOT" if head < 0 else dep,
                space=space,
            )
        )
    words[-1] = replace(words[-1], space=False)
    sentence = Sentence(
        words=tuple(words),
        opens_document="newdoc" in notes,
        opens_paragraph="newpar" in notes or "newpar_block" in notes,
    )
    if "text" in notes and sentence.text != notes["text"]:
        return None
    return sentence
