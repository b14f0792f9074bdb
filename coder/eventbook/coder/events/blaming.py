"""Who is said to have done it, in words that tell no deed: "residents blame X", "X was behind the blast"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from eventbook.codebook.model_sides import Group
from eventbook.coder.actors.mentions import ActorMention, name_by_group
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.drafts import Draft

_BEHIND = 2  # sentences between a deed and the one that says whose it was
_BREAK = re.compile(r"[,;:]")  # "nobody has claimed it, but police blame X"
_NEAR = 6  # words between the words of blame and the name
_DEEDS = frozenset({"force", "lethal", "explosive", "remote", "abduction", "taken", "fire", "damage", "looting"})


def blame(drafts: Sequence[Draft], scene: Scene) -> None:
    """Give each deed of force whose doer has no name the one armed group that is said to have done it near by."""
    open_deeds = [draft for draft in drafts if _is_open(draft, scene)]
    said = list(_read_blame(scene)) if open_deeds and _may_blame(scene.text) else []
    if not said:
        return
    told = sorted({h.sentence for draft in drafts for h in draft.happenings})
    for draft in open_deeds:
        own = {h.sentence for h in draft.happenings}
        near = {
            group.name: (start, end, group)
            for n, start, end, group in said
            if (last := max((m for m in told if m <= n), default=None)) in own and n - (last or 0) <= _BEHIND
        }
        harmed = {actor.group for h in draft.happenings for actor in h.patients}
        if len(near) == 1 and not harmed & near.keys():
            _name_doer(draft, *next(iter(near.values())))


def _is_open(draft: Draft, scene: Scene) -> bool:
    """Whether an event is a deed of force whose doer has no name."""
    answered = all(happening.answered for happening in draft.happenings)  # what the one who claims it avenged
    return not answered and bool(draft.features & _DEEDS) and _is_nameless(draft, scene)


def _may_blame(text: str) -> bool:
    """Whether a text has words of blame anywhere; asked first, since to find its armed groups takes long."""
    lower = text.lower()
    return any(phrase in lower for phrase in (*grammar().blaming_phrases, *grammar().behind_phrases))


def _is_nameless(draft: Draft, scene: Scene) -> bool:
    """Whether nobody but armed people without a name is told to have done it."""
    rebels = scene.codebook.actors.classes.non_state
    return all(
        actor.category in rebels and not (actor.group or actor.community)
        for happening in draft.happenings
        for actor in happening.agents
    )


def _name_doer(draft: Draft, start: int, end: int, group: Group) -> None:
    """Add the group to the doers of what first tells the event."""
    doer = replace(name_by_group(ActorMention(-1, start, end, None, None), group), rule="actors.blamed", confidence=0.8)
    first = next((n for n, happening in enumerate(draft.happenings) if not happening.secondary), 0)
    happening = draft.happenings[first]
    draft.happenings[first] = replace(happening, agents=(*happening.agents, doer))


def _read_blame(scene: Scene) -> Iterator[tuple[int, int, int, Group]]:
    """The groups that are said to have done something: sentence, first and past last character of the name, group."""
    named = scene.armed_groups
    for at, (start, end, group) in enumerate(named):
        number = next((n for n, (low, high) in enumerate(scene.frames.sentences) if low <= start < high), None)
        if number is None:
            continue
        low, high = scene.frames.sentences[number]  # words between two names are of the one that they stand beside
        last = named[at - 1][1] if at else low
        first = named[at + 1][0] if at + 1 < len(named) else high
        before, behind = scene.text[max(low, last) : start].lower(), scene.text[end : min(high, first)].lower()
        blamed = _last(before, grammar().blaming_phrases) or _first(behind, grammar().behind_phrases)
        clause = re.findall(r"[\w']+", _BREAK.split(before)[-1])
        if blamed and not grammar().unblaming_words.intersection(clause):
            yield number, start, end, group


def _last(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands shortly before the end of a text, in its last clause."""
    found = list(_pattern(phrases).finditer(text))
    return bool(found) and _is_short(text[found[-1].end() :])


def _first(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands shortly behind the beginning of a text."""
    found = _pattern(phrases).search(text)
    return found is not None and _is_short(text[: found.start()])


def _is_short(between: str) -> bool:
    return len(between.split()) <= _NEAR and not re.search(r"[;:\"”]", between)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b")
