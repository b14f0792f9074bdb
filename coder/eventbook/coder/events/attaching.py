"""Which date and which place belong to which happening: nearness in the tree, not in the line of words."""

from collections.abc import Sequence
from math import inf
from typing import Protocol, TypeVar

from eventbook.coder.clauses.tree import case_of, is_definite, is_verb, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.reasons import find_reasons, reason_of
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.places.records import PlaceMention

_DENIED = 6  # words between "and not" and the place that is denied


class Spanned(Protocol):
    """Anything with a span of characters."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


M = TypeVar("M", bound=Spanned)
_FAR = 99.0
_BORDERS = frozenset({"acl", "advcl", "ccomp", "parataxis"})
_COST = {"ccomp": 3.0, "parataxis": 4.0, "conj": 2.5, "advcl": 1.5, "acl": 1.2, "appos": 1.0, "dep": 2.0}


def head_token(parse: Parse, start: int, end: int) -> Token | None:
    """The token of a span whose head lies outside it."""
    inside = [token for token in parse.tokens if token.start >= start and token.end <= end]
    if not inside:
        return parse.token_at(start)
    low, high = inside[0].index, inside[-1].index
    return next((token for token in inside if not low <= token.head <= high or token.head == token.index), inside[0])


def governing_verb(parse: Parse, index: int) -> Token | None:
    """The nearest verb above a word."""
    return next((token for token in parse.ancestors(index) if is_verb(token) and token.dep != "amod"), None)


def distance(parse: Parse, index: int, target: int) -> float:
    """Cost of the path between two words: steps, with clause borders dearer; upward steps cost as much as down."""
    up = (parse.tokens[index], *parse.ancestors(index))
    seen = {token.index: n for n, token in enumerate(up)}
    down = (parse.tokens[target], *parse.ancestors(target))
    for n, token in enumerate(down):
        if token.index in seen:
            steps = (*up[: seen[token.index]], *down[:n])
            return sum(_COST.get(relation(step), 1.0) for step in steps)
    return _FAR


def _under(parse: Parse, token: Token, verb: Token, acts: set[int]) -> bool:
    """Whether an act stands between a word and the verb above it ("the attack in Dara, police said")."""
    for head in (token, *parse.ancestors(token.index)):
        if head.index == verb.index:
            return False
        if head.index in acts:
            return True
    return False


def _says_that(parse: Parse, verb: Token) -> bool:
    """Whether a verb says or knows what its clause tells: "admitted on Friday that they had killed him"."""
    return any(
        kid.dep == "ccomp" and any(mark.text.lower() == "that" for mark in parse.children(kid.index, "mark"))
        for kid in parse.children(verb.index)
    )


def _tells_of(parse: Parse, verb: Token, acts: set[int]) -> bool:
    """Whether what is said or seen is the act itself: "clashes were reported in Homs on Tuesday", "noted on Tuesday
    50 people sitting on the road"."""
    told = [kid.index for kid in parse.children(verb.index, "nsubj:pass")]
    told += [kid.index for kid in parse.children(verb.index, "obj", "obl") if _is_seen(parse, kid)]
    return any(index in acts for at in told for index in parse.subtree(at))


def _is_of_saying(
    parse: Parse, token: Token, verb: Token, acts: set[int], saying: frozenset[str], days: Sequence[Token]
) -> bool:
    """Whether a word belongs to a verb of saying above it and to nothing that is said; `days` are all days there."""
    claimed = _claimed_by(parse, verb, acts) if days else None
    if claimed is not None:
        return _is_of_claim(parse, token, verb, claimed, days)
    return (
        (verb.lemma in saying or _says_that(parse, verb))
        and verb.index not in acts
        and relation(verb) != "acl"  # "a man accused of blasphemy"
        and not _under(parse, token, verb, acts)
        and not _tells_of(parse, verb, acts)
    )


def _is_before_deed(parse: Parse, token: Token, verb: Token, acts: set[int], days: Sequence[Token]) -> bool:
    """Whether a day is that of a verb that is no deed, where what led to it has a day of its own: "spoke on Wednesday
    after the killing of three men on Tuesday", "vowed revenge on Wednesday after gunmen shot three on Tuesday"."""
    if verb.index in acts or token not in days:
        return False
    under = [at for at in acts if any(above.index == verb.index for above in parse.ancestors(at))]
    if not under or min(under) < token.index:
        return False
    causes = (at for at in under if is_verb(parse.tokens[at]) or case_of(parse, at) in grammar().cause_prepositions)
    named = [day.index for day in days if day.tag in ("NNP", "CD")]  # not "two weeks after"
    return any(at < day for at in causes for day in named)


def _is_of_thing(parse: Parse, token: Token, acts: set[int], days: Sequence[Token]) -> bool:
    """Whether a day is that of what is no deed, beside another day: "on Tuesday, ahead of Saturday's vote"."""
    return token.dep == "nmod:poss" and token.head not in acts and len(days) > 1


def _is_of_source(parse: Parse, token: Token) -> bool:
    """Whether a day is that of a source: "according to a statement from the police on Friday", "According to reports on
    Friday, three died"."""
    before = parse.tokens[: token.index]
    source = next((one.index for one in reversed(before) if one.text.lower() == "according"), None)
    if source is None:
        return False
    between = before[source + 2 :]
    return bool(between) and not any(one.text == "," or one.tag in ("VBD", "VBZ", "VBP", "MD") for one in between)


def _claimed_by(parse: Parse, verb: Token, acts: set[int]) -> int | None:
    """The deed for which a verb claims responsibility: the attack of "claimed responsibility for the attack"."""
    taken = (kid.index for kid in parse.children(verb.index, "obj") if kid.lemma in grammar().claimed_nouns)
    return next((at for obj in taken for at in parse.subtree(obj) if at in acts), None)


def _is_of_claim(parse: Parse, token: Token, verb: Token, claimed: int, days: Sequence[Token]) -> bool:
    """Whether a day is that of a claim, not of what is claimed: "claimed responsibility on Monday for the attack".

    A day behind a deed that was told of before ("the attack") is that of the claim, unless this has one.
    """
    if token.index < claimed:
        return True
    above = governing_verb(parse, token.index)
    on_claim = above is not None and above.index == verb.index
    return is_definite(parse, claimed) and on_claim and not any(day.index < claimed for day in days)


def _is_seen(parse: Parse, token: Token) -> bool:
    """Whether a noun is what is seen, however the parse names it: "noted about 150 fishermen"."""
    return token.tag in ("NN", "NNS") and not case_of(parse, token.index)


def _in_purpose(parse: Parse, token: Token, acts: set[int]) -> bool:
    """Whether a word stands in what an act is for ("marched to demand an end to the war in Gaza")."""
    for head in parse.ancestors(token.index):
        if head.index in acts:
            return False
        if head.tag == "VB" and any(
            kid.dep == "mark" and kid.text.lower() == "to" for kid in parse.children(head.index)
        ):
            return not (head.dep == "xcomp" and parse.tokens[head.head].lemma in grammar().attempting_verbs)
    return False


def _in_spite(parse: Parse, token: Token) -> bool:
    """Whether a day is of what a deed was done in spite of: "they marched, despite an offer made this week"."""
    words = grammar().spite_words
    if any(head.text.lower() in words or case_of(parse, head.index) in words for head in parse.ancestors(token.index)):
        return True
    before = [one.text.lower() for one in reversed(parse.tokens[: token.index])]  # however the parse hangs it
    stretch = before[: before.index(",")] if "," in before else before
    return not words.isdisjoint(stretch)


def _aims(parse: Parse, mentions: Sequence[M], groups: Sequence[Sequence[ActMention]]) -> list[M]:
    """The days and places that only stand in what an act is for, where others are named; places of a gathering always.

    "Marched in Jos on Monday to protest at the killing of farmers last week" was on Monday.
    """
    acts = {act.index for group in groups for act in group}
    heads = [(mention, head_token(parse, mention.start, mention.end)) for mention in mentions]
    aims: list[M] = [
        mention
        for mention, head in heads
        if head and _in_purpose(parse, head, acts if isinstance(mention, PlaceMention) else set())
    ]
    gathers = all("gathering" in act.features for group in groups for act in group)
    places = any(isinstance(mention, PlaceMention) for mention in mentions)
    return aims if (gathers and places) or len(aims) < len(mentions) else []


def attach(
    parse: Parse, mentions: Sequence[M], groups: Sequence[Sequence[ActMention]], saying: frozenset[str]
) -> tuple[list[list[M]], list[M]]:
    """Give each mention to the happenings it belongs to.

    Returns a list per group, and the mentions that belong to a verb of saying ("police said on Tuesday").
    """
    own: list[list[M]] = [[] for _ in groups]
    reported: list[M] = []
    aside = _aims(parse, mentions, groups)
    reasons = find_reasons(parse)
    acts = {act.index for group in groups for act in group}
    heads = [(mention, head_token(parse, mention.start, mention.end)) for mention in mentions]
    days = [head for mention, head in heads if head is not None and not isinstance(mention, PlaceMention)]
    for mention, token in heads:
        if token is None:
            continue
        verb = governing_verb(parse, token.index)
        dated = not isinstance(mention, PlaceMention)
        said = verb is not None and _is_of_saying(parse, token, verb, acts, saying, days)
        apart = dated and verb is not None and _is_before_deed(parse, token, verb, acts, days)
        if said or apart or (dated and _is_of_source(parse, token)):
            reported.append(mention)
            continue
        if mention in aside or (dated and (_in_spite(parse, token) or _is_of_thing(parse, token, acts, days))):
            continue
        reason = reason_of(reasons, token.index)  # what stands in it is told of the deed that was answered
        costs = [
            min(distance(parse, token.index, act.index) for act in group)
            if any(reason_of(reasons, act.index) == reason for act in group)
            else inf
            for group in groups
        ]
        costs = _on_its_side(parse, token, groups, costs)
        best = min(costs, default=inf)
        for n, cost in enumerate(costs):
            if cost <= best + 0.5 and cost < inf:
                own[n].append(mention)
    return [_of_clause(parse, found, group) for found, group in zip(own, groups, strict=True)], reported


def _on_its_side(
    parse: Parse, token: Token, groups: Sequence[Sequence[ActMention]], costs: list[float]
) -> list[float]:
    """The costs, with those of deeds on the other side of a verb of order left out: "the attack in Mopti on Tuesday
    followed a raid in Gao on Sunday"."""
    verb = parse.tokens[token.head]
    if verb.lemma not in grammar().sequence_verbs:
        return costs
    kept = [
        cost if any((act.index < verb.index) == (token.index < verb.index) for act in group) else inf
        for cost, group in zip(costs, groups, strict=True)
    ]
    return kept if min(kept) < inf else costs


def is_of_post(parse: Parse, place: PlaceMention) -> bool:
    """Whether a place only is where people serve: "soldiers who are stationed at Palmerola were wounded"."""
    token = head_token(parse, place.start, place.end)
    verb = governing_verb(parse, token.index) if token is not None else None
    return verb is not None and relation(verb) == "acl" and verb.lemma in grammar().posting_verbs


def is_of_care(parse: Parse, place: PlaceMention) -> bool:
    """Whether a place only is where the hurt were brought: "two are in hospital in Nairobi", "flown to Kampala for
    treatment"."""
    token = head_token(parse, place.start, place.end)
    if token is None:
        return False
    above = parse.tokens[token.head]
    ward = above.lemma in grammar().care_nouns and case_of(parse, above.index) in ("in", "to", "at", "from")
    moved = above.lemma in grammar().moving_verbs and case_of(parse, token.index) == "to"
    treated = moved and any(kid.lemma in grammar().care_nouns for kid in parse.children(above.index, "obl"))
    return ward or treated


def is_denied(parse: Parse, place: PlaceMention) -> bool:
    """Whether a place is named as where it was not: "in Bogota, and not at noon in Medellin"."""
    before = [token.text.lower() for token in parse.tokens if token.end <= place.start][-_DENIED:]
    return "not" in before and any(joint in before[: before.index("not")] for joint in (",", "and", "but"))


def without_titles(parse: Parse, places: Sequence[PlaceMention], titles: frozenset[str]) -> list[PlaceMention]:
    """The places without those that are part of somebody's title, where others are named: "the mayor of X, in Y"."""
    kept = [place for place in places if not _in_title(parse, place, titles)]
    return kept or list(places)


def without_speakers(
    parse: Parse, places: Sequence[PlaceMention], group: Sequence[ActMention], saying: frozenset[str]
) -> list[PlaceMention]:
    """The places without those of who tells it or does it, where others are named.

    "The ministry in Niamey said" tells nothing of where it was, nor "police in Kampala" of an arrest at Entebbe.
    """
    heads = [head_token(parse, place.start, place.end) for place in places]
    above = (governing_verb(parse, act.index) for act in group if act.part == "noun")
    at_deed = {act.index for act in group if act.part == "verb"} | {verb.index for verb in above if verb}
    named = any(head and _named_thing(parse, head).head in at_deed for head in heads)
    kept = [
        place
        for place, head in zip(places, heads, strict=True)
        if not (_speaks_next(parse, place, saying) or (named and head and _owns_doer(parse, head, at_deed)))
    ]
    return kept or list(places)


def _speaks_next(parse: Parse, place: PlaceMention, saying: frozenset[str]) -> bool:
    """Whether a verb of saying follows a place at once: "the ministry in Niamey announced"."""
    behind = next((token for token in parse.tokens if token.start >= place.end), None)
    return behind is not None and behind.lemma in saying and behind.tag in ("VBD", "VBZ")


def _named_thing(parse: Parse, head: Token) -> Token:
    """What a place's name only is a part of: "Entebbe airport"."""
    return parse.tokens[head.head] if head.dep in ("amod", "compound", "nmod:desc") else head


def _owns_doer(parse: Parse, head: Token, acts: set[int]) -> bool:
    """Whether a place only says of where the doers of a deed are: "police in Kampala arrested"."""
    doer = parse.tokens[head.head]
    return relation(head) == "nmod" and doer.dep == "nsubj" and doer.head in acts


def _in_title(parse: Parse, place: PlaceMention, titles: frozenset[str]) -> bool:
    token = head_token(parse, place.start, place.end)
    while token is not None and token.dep == "conj":
        token = parse.tokens[token.head]
    owned = token is not None and relation(token) == "nmod" and case_of(parse, token.index) == "of"
    return token is not None and owned and parse.tokens[token.head].text.lower() in titles


def _of_clause(parse: Parse, mentions: list[M], group: Sequence[ActMention]) -> list[M]:
    """The mentions that stand in the clause of a happening, where some do: "who were freed in X will fly to Y"."""
    if len(mentions) < 2:
        return mentions
    acts = {act.index for act in group}
    heads = [head_token(parse, mention.start, mention.end) for mention in mentions]
    borders = [min(_borders(parse, head.index, act) for act in acts) if head else 0 for head in heads]
    firm = [n for mention, n in zip(mentions, borders, strict=True) if not _guides(mention)] or borders
    return [mention for mention, n in zip(mentions, borders, strict=True) if n <= min(firm)]


def _guides(mention: object) -> bool:
    """Whether a place only tells how far from it another lies."""
    return isinstance(mention, PlaceMention) and mention.distance_km is not None


def _borders(parse: Parse, index: int, act: int) -> int:
    """How many clauses end or begin between a word and an act."""
    up = [token.index for token in (parse.tokens[act], *parse.ancestors(act))]
    path = [token.index for token in (parse.tokens[index], *parse.ancestors(index))]
    shared = next((at for at in path if at in up), None)
    if shared is None:
        return 0
    steps = (*path[: path.index(shared)], *up[: up.index(shared)])
    return sum(relation(parse.tokens[at]) in _BORDERS for at in steps)
