"""Bodies that bear the marks of how somebody died: "the body of a teacher, bearing signs of torture, was found"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import ActMention, Figure, Happening
from eventbook.coder.numbers import find_counts
from eventbook.coder.parsing.records import Parse, Token

SLAIN = frozenset({"force", "lethal", "death", "massacre", "bodies"})
FOUND_DEAD = frozenset({"bodies", "death"})  # who finds them has not killed
_TAKEN = frozenset({"abduction", "taken"})
_NEAR = 3  # sentences from an abduction to the find of the body
_MARKS = frozenset({"torture", "wound", "shoot", "slain_bodies"})


def with_slain_bodies(parse: Parse, found: dict[int, ActMention]) -> dict[int, ActMention]:
    """The acts by token with such a body as one killing; an abduction told of it stays an act of its own.

    Nobody is killed in a battle told beside ("the body of a soldier who fell in a clash was flown home").
    """
    nouns = grammar().corpse_nouns
    for body in [token for token in parse.tokens if token.lemma in nouns]:
        verb = parse.tokens[body.head]
        if not _surfaces(body, verb, found):
            continue
        marks = list(_marks(parse, body, found))
        if not marks:
            continue
        known = found.get(verb.index)
        killing = known or ActMention("slain_bodies", SLAIN, "noun", body.index, body.start, body.end)
        kept = {at: act for at, act in found.items() if act not in marks or "abduction" in act.features}
        found = kept | {killing.index: replace(killing, act="slain_bodies", features=SLAIN, weak=False)}
    return found


def _surfaces(body: Token, verb: Token, found: dict[int, ActMention]) -> bool:
    """Whether a verb tells that somebody found a body or left it somewhere."""
    known = found.get(verb.index)
    upon = body.dep == "obl" and known is not None and known.act == "find_bodies"  # "came upon the bodies"
    if body.dep not in ("nsubj", "nsubj:pass", "obj") and not upon:
        return False
    return verb.lemma in grammar().surfacing_verbs if known is None else known.features >= FOUND_DEAD


def _marks(parse: Parse, body: Token, found: dict[int, ActMention]) -> Iterator[ActMention]:
    for index in parse.subtree(body.index):
        act = found.get(index)
        if act is None:
            continue
        adjective = act.part != "verb" or parse.tokens[index].dep == "amod"
        if "abduction" in act.features or (act.act in _MARKS and adjective):
            yield act


def with_captives(happenings: Sequence[Happening], scene: Scene) -> list[Happening]:
    """The happenings of an article, where the body found after an abduction is that of the abducted, who was killed.

    "Gunmen kidnapped the mayor on Monday. His body was found on Wednesday." As many died as were taken, where only
    "their bodies" are told.
    """
    told: list[Happening] = []
    taken: Happening | None = None
    for happening in happenings:
        if happening.features & _TAKEN:
            taken = happening
        elif taken is not None and happening.features == FOUND_DEAD and _may_be_of(happening, taken):
            patients = happening.patients or taken.patients
            figures = _as_many(happening, taken, scene)
            happening = replace(happening, features=SLAIN, patients=patients, figures=figures)
        told.append(happening)
    return told


def _as_many(found: Happening, taken: Happening, scene: Scene) -> tuple[Figure, ...]:
    """The figures of those found dead; where these give no number, that of the people who were taken."""
    if not all(figure.rule == "deaths.vague_plural" for figure in found.figures):
        return found.figures
    vague = scene.codebook.deaths.vague
    told = [n for actor in taken.patients for n in find_counts(scene.text, actor.start, actor.end, vague=vague)]
    return tuple(Figure.of(count, f"deaths.{count.kind}") for count in told[:1]) or found.figures


def _may_be_of(found: Happening, taken: Happening) -> bool:
    near = 0 < found.sentence - taken.sentence <= _NEAR
    sides = {actor.template for actor in taken.patients}
    return near and bool(sides) and all(actor.template in sides for actor in found.patients)
