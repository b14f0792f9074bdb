"""Tolls: the dead counted as a number, not as people: "the toll rose to 41", "put the number of dead at nine"."""

from dataclasses import replace
from functools import lru_cache

from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import ActMention, Figure
from eventbook.coder.numbers import find_counts
from eventbook.coder.numbers.lexicon import number_lexicon
from eventbook.coder.parsing.records import Parse

CLAIMED = "deaths.claimed_toll"  # the rule of a toll that somebody gives beside those of others
_BEFORE = 12  # characters from a word of death back to the phrase that makes it a toll: "death toll"
_PERFECT = frozenset({"has", "have", "had", "'ve", "'s"})
_BEHIND = 12  # characters behind a number in which "others" follows it
_NEAR = 5  # words from "in" to the unit of the time that a tally is over: "in the past four months"


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    raw = number_lexicon().raw["tolls"]
    return {name: tuple(sorted(words, key=len, reverse=True)) for name, words in raw.items()}


def read_toll(parse: Parse, act: ActMention, scene: Scene) -> Figure | None:
    """The figure of a toll: the first number behind it, or that which it rose to; a new "toll" is a total."""
    if act.act != "die":
        return None
    start = max(parse.start, act.start - _BEFORE)
    window = scene.text[start : min(parse.end, act.end + _BEFORE)].lower()
    renewed = next((window.find(word) for word in _phrases()["renewed"] if word in window), None)
    if renewed is not None and act.part != "verb":
        told = _number_behind(start + renewed, parse, scene, total=True)
        claimed = told is not None and scene.text[parse.start : start + renewed].lower().endswith(_phrases()["claimed"])
        return replace(told, rule=CLAIMED, total=False) if told is not None and claimed else told
    raised = _raised_toll(act, parse, scene)
    if raised is not None:
        return raised
    before = scene.text[parse.start : act.end].lower()
    counted = any(before.endswith(phrase) for phrase in _phrases()["counted"])
    return _number_behind(act.end, parse, scene, total=False) if counted else None


def _raised_toll(act: ActMention, parse: Parse, scene: Scene) -> Figure | None:
    """ "Another man died, taking the toll to 15": the new total."""
    behind = scene.text[act.end : parse.end].lower()
    at = next((behind.find(phrase) for phrase in _phrases()["raised"] if phrase in behind), None)
    return None if at is None else _number_behind(act.end + at, parse, scene, total=True)


def _number_behind(start: int, parse: Parse, scene: Scene, *, total: bool) -> Figure | None:
    counts = find_counts(scene.text, start, parse.end, vague=scene.codebook.deaths.vague)
    if not counts:
        return None
    told = counts[0]
    if len(counts) > 1 and scene.text[told.end : counts[1].start].strip().lower() == "to":  # "rose from four to six"
        told = counts[1]
    return Figure.of(told, "deaths.toll", total=total)


def is_tally(parse: Parse, act: ActMention, figure: Figure, scene: Scene) -> bool:
    """Whether a figure counts the dead of a long time: "has killed 27 people since", "106 dead in four months"."""
    before = scene.text[parse.start : figure.start].lower()
    if before.endswith(_phrases()["run_into"]) or before.endswith(_phrases()["superseded"]):
        return True  # "the dead run into the thousands", "from an earlier toll of 27"
    behind = [token.text.lower() for token in parse.tokens if token.start >= figure.end]
    perfect = any(kid.text.lower() in _PERFECT for kid in parse.children(act.index, "aux"))
    if perfect and "since" in behind:
        return True
    units = number_lexicon().words("tolls", "long_times")
    return any(
        word in ("in", "over", "during")
        and not units.isdisjoint(behind[at + 1 : at + _NEAR])
        and (behind[at + 1] not in units or behind[at + 2 : at + 3] == ["of"])  # not "the bloodiest day in years"
        for at, word in enumerate(behind)
    )


def counts_all(sentence: str) -> bool:
    """Whether a sentence counts the dead of all that was told: "87 people were killed in the province in all"."""
    small, phrases = sentence.lower(), _phrases()
    summed = any(phrase in small for phrase in phrases["summed"])
    return any(phrase in small for phrase in phrases["over_area"]) or (
        summed and any(area in small for area in phrases["areas"])
    )


def is_further(parse: Parse, act: ActMention, figure: Figure, scene: Scene) -> bool:
    """Whether a figure adds to what was said before: "two others died", "one of the injured", "also killed his son"."""
    if figure.total:
        return False
    words = number_lexicon().words("tolls", "further")
    told = {kid.text.lower() for kid in parse.children(act.index, "advmod")}
    around = scene.text[figure.start : figure.end + _BEHIND].lower().split()
    hurt = any(phrase in scene.text[figure.end : parse.end].lower() for phrase in _phrases()["of_the_hurt"])
    more = around[1:2] == ["more"] and around[2:3] != ["than"]
    return hurt or more or not words.isdisjoint((*told, *around[:1], *around[1:2]))


def is_doubled(parse: Parse, figure: Figure, scene: Scene) -> bool:
    """Whether a figure is told of each of two sides: "two men died on each side"."""
    behind = scene.text[figure.end : parse.end].lower()
    return any(phrase in behind for phrase in _phrases()["each_side"])


def is_hurt(word: str, scene: Scene) -> bool:
    """Whether a word tells of injury."""
    return any("injury" in pattern.act.features for pattern in scene.knowledge.acts.patterns.get(word, ()))
