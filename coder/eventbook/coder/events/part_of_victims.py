"""Victims of whom most are forces: "killed 21 people, 17 of them peacekeepers", "12 people, mostly soldiers"."""

from eventbook.coder.actors.mentions import ActorMention, read_actor
from eventbook.coder.actors.names import SentenceNames
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.numbers.counts import find_counts
from eventbook.coder.parsing.records import Parse

_REACH = 8  # words between the victims and what most of them were


def mostly_forces(
    parse: Parse, victims: ActorMention, names: SentenceNames, scene: Scene
) -> ActorMention | None:
    """The armed side that at least half of some unnamed victims belong to; None where the sentence names none."""
    words = grammar()
    for first, last, _ in sorted((*names.roles, *names.groups), key=lambda span: span[0]):
        if not victims.head < first <= victims.head + _REACH:
            continue
        between = {token.text.lower() for token in parse.tokens[victims.head + 1 : first]}
        if between.isdisjoint(words.part_joints):
            continue
        actor = read_actor(parse, last - 1, names, scene.codebook, countries=scene.countries)
        if actor is None or actor.category not in scene.codebook.actors.classes.states:
            continue
        behind = parse.tokens[victims.head + 1].start
        if not between.isdisjoint(words.most_words) or _is_half(scene, victims, behind, parse.tokens[last - 1].end):
            return actor
    return None


def _is_half(scene: Scene, victims: ActorMention, start: int, end: int) -> bool:
    """Whether the count in a span is at least half of that of the victims."""
    vague = scene.codebook.deaths.vague
    whole = find_counts(scene.text, victims.start, victims.end, vague=vague)
    part = find_counts(scene.text, start, end, vague=vague)
    return bool(whole and part) and 2 * part[0].low >= whole[0].low
