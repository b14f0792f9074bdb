"""What a sentence takes from those before it: who did "the firing", and what "the first one" was that went off."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from eventbook.coder.actors.mentions import ActorMention
from eventbook.coder.events.records import Happening

NEAR_SENTENCES = 8  # how far back the deed may have been told
_BOMBS_BACK = 2  # sentences between the bombs and "the first"
_THEY_BACK = 2  # sentences between "they" and those meant
_BY_ARMED = frozenset({"lethal", "armed", "abduction", "explosive", "assault", "looting", "fire", "taken", "control"})
_SUBJECT = 60  # characters before a verb in which its subject stands
_ONE_OF_THEM = re.compile(
    r"\b(?:the (?:other|others|last|deadliest|worst|biggest|largest)|(?:the|a) (?:first|second|third|fourth)|another|"
    r"one of them)\b",
    re.IGNORECASE,
)
_BROKEN = frozenset({"damage", "injury", "death", "lethal", "force"})


def recall_sides(happenings: Sequence[Happening], text: str, armed: Collection[str]) -> list[Happening]:
    """The happenings with the doers of the deed that they name again, where they name none themselves.

    "They" who use force are the last of the `armed` categories who did something.
    """
    recalled: list[Happening] = []
    for happening in happenings:
        if not happening.agents and happening.by_them and happening.features & _BY_ARMED:
            happening = replace(happening, agents=_armed_before(happening, recalled, armed))
        told = _told_before(happening, recalled, text) if not happening.agents else None
        if told is None:
            recalled.append(happening)
            continue
        patients = happening.patients or (told.patients if told.reciprocal else ())
        both = happening.reciprocal or told.reciprocal
        recalled.append(replace(happening, agents=told.agents, patients=patients, reciprocal=both))
    return recalled


def _armed_before(
    happening: Happening, before: Sequence[Happening], armed: Collection[str]
) -> tuple[ActorMention, ...]:
    """The doers told last, if all of them are armed."""
    for other in reversed(before):
        if happening.sentence - other.sentence > _THEY_BACK:
            break
        if other.agents and other.sentence < happening.sentence and not other.secondary:
            return other.agents if all(actor.category in armed for actor in other.agents) else ()
    return ()


def recall_bombs(happenings: Sequence[Happening], text: str) -> list[Happening]:
    """The happenings with the bombs that "the first" is one of: "two bombs went off; the first broke a door"."""
    recalled: list[Happening] = []
    for happening in happenings:
        near = [one for one in recalled if happening.sentence - one.sentence <= _BOMBS_BACK]
        bombs = any("explosive" in one.features for one in near)
        if bombs and happening.features <= _BROKEN and not happening.agents and _names_one(happening, text):
            happening = replace(happening, features=happening.features | {"force", "explosive"})
        recalled.append(happening)
    return recalled


def _names_one(happening: Happening, text: str) -> bool:
    """Whether what stands before its first act is "the first", "the other one" of several."""
    start = happening.acts[0].start
    return _ONE_OF_THEM.search(text, max(0, start - _SUBJECT), start) is not None


def _told_before(happening: Happening, before: Sequence[Happening], text: str) -> Happening | None:
    """The latest happening with a doer that tells of the deed which a noun with "the" names."""
    for act in happening.acts:
        if act.part != "noun" or text[max(0, act.start - 4) : act.start].lower() != "the ":
            continue
        for other in reversed(before):
            if happening.sentence - other.sentence > NEAR_SENTENCES:
                break
            if other.agents and any(act.features <= one.features for one in other.acts):
                return other
    return None
