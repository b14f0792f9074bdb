"""Grave deeds that are told without a day, in articles that report no other event: the day before publication."""

from collections.abc import Sequence
from dataclasses import replace

from eventbook.coder.events.bygone import is_old
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import Happening
from eventbook.coder.scanning import Scan

# Deeds so grave that an article which tells of no other event reports them, wherever it comes to them.
GRAVE = frozenset({"lethal", "death", "abduction", "explosive", "massacre"})


def late_founders(scan: Scan) -> tuple[int, ...]:
    """The numbers of the sentences in which a verb or phrase tells of a grave deed."""
    return tuple(
        one.number
        for one in scan.told
        if any(hit.pattern.part != "noun" and GRAVE.intersection(hit.pattern.act.features) for hit in one.hits)
    )


def mark_fresh(happenings: Sequence[Happening], scene: Scene) -> list[Happening]:
    """The happenings, with those marked that are told as plainly as news, and not as part of an old story."""
    marked: list[Happening] = []
    old = False  # whether the last deed with a date lies before the reporting window
    for happening in happenings:
        dated = [mention for mention in happening.dates if mention.last is not None and mention.kind != "duration"]
        if dated and scene.published is not None:
            old = all(is_old(mention, scene.published, scene) for mention in dated)
        marked.append(replace(happening, fresh=not old and _is_plain(happening)))
    return marked


def _is_plain(happening: Happening) -> bool:
    """Whether a verb in the past tells of a grave deed for its own sake."""
    aside = happening.thin or happening.secondary or happening.beside or happening.answered or happening.dates
    told = happening.tense == "past" and any(act.part != "noun" for act in happening.acts)
    victims = happening.again and all(act.part != "noun" for act in happening.acts)  # "the victims were students"
    return told and not (aside or victims) and bool(happening.features & GRAVE)
