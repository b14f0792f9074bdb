"""Grave deeds that are told without a day, in articles that report no other event: the day before publication."""

from collections.abc import Sequence
from dataclasses import replace

from eventbook.coder.events.bygone import is_old
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import Happening
from eventbook.coder.events.standing import GRAVE, is_plain
from eventbook.coder.scanning import Scan


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
        marked.append(replace(happening, fresh=not old and is_plain(happening, GRAVE)))
    return marked
