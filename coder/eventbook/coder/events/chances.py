"""What burst by itself, relics of old wars, and goods that the police seize: no deed of politics."""

import re
from collections.abc import Sequence

from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.events.context import Scene
from eventbook.coder.events.phrases import find_phrase, says
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse

_BACK = 250  # characters before a sentence in which a relic or what burst may be named
_ON = 450  # characters behind a sentence in which the cause of a blast may be told
_SEIZING = frozenset({"assault", "arrest", "looting", "weapons_disrupted", "dispersal"})
_VIOLENT = frozenset({"lethal", "death", "injury", "explosive", "reciprocal", "crowd"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OLD = 10  # years after which what is dug up is no weapon of today
_COMPARED = 14  # characters before the name of a war in which "since the" may stand


def happens_by_itself(act: ActMention, parse: Parse, scene: Scene) -> bool:
    """Whether the text around says that a blast had no bomber: "caused by household gas", "a heater was faulty".

    A verdict holds whatever else is said; things that may burst do so only where nobody armed is spoken of.
    """
    if "explosive" not in act.features or "remote" in act.features or read_roles(parse, act.index).agents:
        return False
    words = scene.knowledge.language.background.accident
    around = scene.text[max(0, parse.start - _BACK) : parse.end + _ON].lower()
    if says(around, words["verdicts"]):
        return True
    return says(around, words["bursting_things"]) and not says(around, words["by_force"])


def is_relic(parse: Parse, scene: Scene) -> bool:
    """Whether munitions of an old war are spoken of, in the headline or shortly before; not "the worst since 1945"."""
    wars = scene.knowledge.language.background.history["wars"]
    before = scene.text[max(0, parse.start - _BACK) : parse.end].lower()
    for text in (scene.title.lower(), before):
        at = find_phrase(text, wars)
        if at is not None and "since" not in text[max(0, at - _COMPARED) : at].split():
            return True
    return _is_dug_up(parse, scene)


def _is_dug_up(parse: Parse, scene: Scene) -> bool:
    """Whether munitions are found that a year long past is told of: "a bomb dropped in 1944 was made safe"."""
    if scene.published is None:
        return False
    sentence = scene.text[parse.start : parse.end].lower()
    old = any(int(year) < scene.published.year - _OLD for year in _YEAR.findall(sentence))
    return old and says(sentence, scene.knowledge.language.background.history["unearthed"])


def is_seizure(act: ActMention, acts: Sequence[ActMention], sentence: str, scene: Scene) -> bool:
    """Whether the police take drugs, fakes or stolen goods, and nobody is hurt and no armed group is named."""
    if not act.features & _SEIZING or any(other.features & _VIOLENT for other in acts):
        return False
    crime = scene.knowledge.language.background.crime
    return says(sentence, crime["goods"]) and says(sentence, crime["raiders"]) and not says(sentence, crime["outlaws"])
