"""Made-up news sentences with their trees.

The treebanks hold few reports of violence or protest: no "shot dead", no "hacked to
death", next to no headlines ("Gunmen kill 12 in market raid").  A small grammar writes
such clauses, annotated as the treebanks annotate their like, and a few of them are mixed
into every epoch.  All words here are our own; places and groups stand for any.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from news_events import (
    active,
    clash,
    explosion,
    fire,
    left_dead,
    protest,
    raid,
    shot_dead,
    suffered,
    suicide,
    tear_gas,
    to_death,
    with_particle,
)
from news_headlines import headline
from news_modifiers import backed, found, held_area, leaving, second_toll
from news_phrases import Chance, Node
from news_reports import (
    arson,
    attempt,
    early_day,
    intransitive,
    modal,
    nominal,
    outbreak,
    ravage,
    reduced,
    reported,
    responsibility,
    with_relative,
)
from treebank import Sentence, Word

KINDS: list[tuple[Callable[[Chance], Node], int]] = [
    (shot_dead, 4), (to_death, 3), (with_particle, 3), (active, 5), (raid, 4), (suffered, 5), (explosion, 2),
    (suicide, 2), (clash, 3), (fire, 3), (left_dead, 2), (protest, 3), (tear_gas, 2), (headline, 9),
    (intransitive, 3), (with_relative, 5), (modal, 4), (attempt, 3), (nominal, 4), (outbreak, 2), (responsibility, 2),
    (reduced, 5), (arson, 2), (ravage, 3),
    (held_area, 5), (backed, 3), (found, 6), (second_toll, 3), (leaving, 3),
]  # fmt: skip


def news_sentence(chance: Chance) -> Sentence:
    """One made-up sentence with its tree."""
    make = chance.choices([kind for kind, _ in KINDS], [weight for _, weight in KINDS])[0]
    root = make(chance)
    if make is not headline and chance.random() < 0.12:
        early_day(root, chance)
    if make is not headline and chance.random() < 0.18:
        root = reported(root, chance)
    root.as_("ROOT")
    flat: list[tuple[Node, int]] = []
    _flatten(root, -1, flat, {})
    place = {id(node): index for index, (node, _) in enumerate(flat)}
    words = [
        Word(node.form, node.lemma or node.form.lower(), node.tag, place.get(parent, index), node.dep, True)
        for index, (node, parent) in enumerate(flat)
    ]
    words[0] = replace(words[0], form=words[0].form[:1].upper() + words[0].form[1:])
    words = _tidy_commas(words)
    if make is not headline:
        root_at = next(index for index, word in enumerate(words) if word.dep == "ROOT")
        words[-1] = replace(words[-1], space=False)
        words.append(Word(".", ".", ".", root_at, "punct", False))
    spaced = [
        replace(word, space=word.space and word.form != "-" and _next_form(words, index) not in (",", "-"))
        for index, word in enumerate(words)
    ]
    spaced[-1] = replace(spaced[-1], space=False)
    return Sentence(words=tuple(spaced))


def _next_form(words: list[Word], index: int) -> str:
    return words[index + 1].form if index + 1 < len(words) else ""


def _flatten(node: Node, parent: int, flat: list[tuple[Node, int]], seen: dict[int, Node]) -> None:
    for below in node.left:
        _flatten(below, id(node), flat, seen)
    flat.append((node, parent))
    for below in node.right:
        _flatten(below, id(node), flat, seen)


def _tidy_commas(words: list[Word]) -> list[Word]:
    """Drop a comma that another one follows, or that would end the sentence."""
    for index in range(len(words) - 1, 0, -1):
        last = index == len(words) - 1
        if words[index].form == "," and (last or words[index + 1].form == ","):
            words = [
                replace(word, head=word.head - (word.head > index))
                for at, word in enumerate(words) if at != index
            ]  # fmt: skip
    return words
