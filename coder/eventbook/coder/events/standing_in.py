"""Who stands in as the doer of an event whose own words name none: an armed doer told of nearby, or again and again."""

from collections import Counter
from collections.abc import Sequence

from eventbook.coder.actors.mentions import ActorMention, name_by_group
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.bygone import is_old
from eventbook.coder.events.context import Scene
from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.records import Happening

_BACK = 1  # sentences before the event, wherever its paragraph begins
_AGAIN = 2  # times a doer is told of in an article that is about him
_HIDDEN = frozenset({"suicide", "device"})  # means of those who have no army
_OF_ARMIES = frozenset({"air", "remote", "armed", "control", "offensive", "agreement", "movement"})

Key = tuple[str | None, str | None, tuple[str, ...]]


def stand_ins(
    draft: Draft, happenings: Sequence[Happening], paragraphs: Sequence[int], iso3: str, scene: Scene
) -> list[ActorMention]:
    """The named armed groups and states that may have done it, the most frequent first.

    `paragraphs` are the numbers of the paragraphs of all sentences, `iso3` is the country of the event.

    Reports of several incidents name each doer once, so that a doer counts beyond his paragraph only if told of again.
    """
    classes = scene.codebook.actors.classes
    old = {happening.sentence for happening in happenings if _is_old(happening, scene)}
    told = [
        (happening.sentence, actor)
        for happening in happenings
        for actor in name_rebels(happening.agents, happening.patients, iso3, scene)
        if actor.category in classes.armed and (actor.group or actor.nations) and actor.rule != "actors.person_name"
        and not (actor.category == classes.foreign_state and happening.sentence in old)
    ]
    counts = Counter(actor.key for _, actor in told)
    own = {happening.sentence for happening in draft.happenings}
    states = classes.states

    def may_stand_in(n: int, actor: ActorMention) -> bool:
        if "air" in draft.features and actor.category not in states:
            return False
        if actor.category in states and (draft.features & _HIDDEN or not draft.features & _OF_ARMIES):
            return False
        near = any(paragraphs[n] == paragraphs[m] or 0 <= m - n <= _BACK for m in own)
        return near or counts[actor.key] >= _AGAIN or "agreement" in draft.features

    found: dict[Key, ActorMention] = {}
    for n, actor in told:
        if may_stand_in(n, actor):
            found.setdefault(actor.key, actor)
    return sorted(found.values(), key=lambda actor: -counts[actor.key])


def _is_old(happening: Happening, scene: Scene) -> bool:
    """Whether a deed lies before the news: those who bombed from abroad years ago are gone."""
    return scene.published is not None and any(is_old(m, scene.published, scene) for m in happening.dates)


def number_paragraphs(text: str, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """The number of the line in which each sentence begins, counted in one pass."""
    numbers: list[int] = []
    at = line = 0
    for start, _ in sentences:
        line, at = line + text.count("\n", at, start), start
        numbers.append(line)
    return numbers


def name_rebels(
    actors: Sequence[ActorMention], others: Sequence[ActorMention], iso3: str, scene: Scene
) -> list[ActorMention]:
    """ "The militants", "rebels": the one armed group that the article names for the country (ISO3), if it is one.

    `others` are the other side, which is not the same group.
    """
    called = [_is_called(actor, scene) for actor in actors]
    if not any(called):
        return list(actors)
    rebels = scene.codebook.actors.classes.non_state
    near = {
        group.name: group
        for *_, group in scene.armed_groups
        if group.category in rebels and iso3 in group.countries and not group.allied
    }
    known = [group for name, group in near.items() if all(actor.group != name for actor in (*actors, *others))]
    if len(near) != 1 or len(known) != 1:
        return list(actors)
    return [name_by_group(a, known[0]) if so else a for a, so in zip(actors, called, strict=True)]


def _is_called(actor: ActorMention, scene: Scene) -> bool:
    """Whether a side without a name has no more than a word that any such group is called by."""
    classes = scene.codebook.actors.classes
    unnamed = actor.group is None and not actor.nations and not actor.community and actor.category in classes.armed
    words = scene.text[actor.start : actor.end].lower().replace("-", " ").split()
    return unnamed and bool(words) and words[-1].removesuffix("s") in grammar().armed_words
