"""A deed named again with "the": "10 were injured in the firing" has the doers of the firing told before."""

from collections.abc import Sequence
from dataclasses import replace

from eventbook.coder.events.records import Happening

NEAR_SENTENCES = 8  # how far back the deed may have been told


def recall_sides(happenings: Sequence[Happening], text: str) -> list[Happening]:
    """The happenings with the doers of the deed that they name again, where they name none themselves."""
    recalled: list[Happening] = []
    for happening in happenings:
        told = _told_before(happening, recalled, text) if not happening.agents else None
        if told is None:
            recalled.append(happening)
            continue
        patients = happening.patients or (told.patients if told.reciprocal else ())
        both = happening.reciprocal or told.reciprocal
        recalled.append(replace(happening, agents=told.agents, patients=patients, reciprocal=both))
    return recalled


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
