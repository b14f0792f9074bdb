"""How many died in a happening: the numbers of those who suffered a deadly act."""

import re
from dataclasses import replace

from eventbook.coder.clauses.losing import read_dead
from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.tree import case_of, conjuncts, noun_phrase, of_nouns, wide_phrase
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import ActMention, Figure
from eventbook.coder.events.tolls import is_doubled, is_further, is_hurt, is_tally, read_toll
from eventbook.coder.numbers import count_people, find_counts
from eventbook.coder.numbers.lexicon import number_lexicon
from eventbook.coder.parsing.records import Parse, Token

_JOINED = re.compile(r"[-‐‑]\w+")
_ON = 600  # characters behind a sentence in which a toll may be said to count the attacker
_BACK = 2000  # characters in which the people of a definite plural were counted
_NOUN_WITHIN = 40


def read_figures(parse: Parse, acts: tuple[ActMention, ...], scene: Scene) -> tuple[Figure, ...]:
    """The figures of deaths that belong to these acts, in text order; none where nobody is said to have died."""
    figures: list[Figure] = []
    for act in acts:
        if "suicide" in act.features and act.part == "verb":
            figures += _bombers(parse, act, scene)
        if "death" not in act.features:
            continue
        figure = read_toll(parse, act, scene) or _of_people(parse, act, scene, alone=all(f.attacker for f in figures))
        if figure is not None and is_tally(parse, act, figure, scene):
            continue
        if figure is not None and not figure.total:
            figure = _with_others(parse, act, figure, scene)
        if figure is not None and is_doubled(parse, figure, scene):
            figure = replace(figure, low=2 * figure.low, best=2 * figure.best, high=2 * figure.high)
        if figure is not None and is_further(parse, act, figure, scene):
            figure = replace(figure, further=True)
        if figure is not None and all(figure.start >= old.end or figure.end <= old.start for old in figures):
            figures.append(figure)
    return tuple(figures)


def _bombers(parse: Parse, act: ActMention, scene: Scene) -> list[Figure]:
    """Those who died with their bombs, unless the dead are said to include them."""
    heads = read_roles(parse, act.index).agents
    phrases = number_lexicon().raw["tolls"]
    included = any(phrase in scene.text[parse.start : parse.end].lower() for phrase in phrases["with_attacker"])
    behind = scene.text[parse.end : parse.end + _ON].lower()
    included = included or any(phrase in behind for phrase in phrases["counting_attacker"])
    if not heads or included or not scene.codebook.deaths.attackers_count:
        return []
    low, high = wide_phrase(parse, min(heads))
    start, end = parse.tokens[low].start, parse.tokens[high].end
    told = _count(scene, start, end, plural=False) or Figure(1, 1, 1, start, end, "deaths.bomber")
    return [replace(told, start=start, end=end, rule="deaths.bomber", attacker=True)]


def _of_people(parse: Parse, act: ActMention, scene: Scene, *, alone: bool) -> Figure | None:
    """The people who were killed or died, counted over the whole noun phrase; `alone`: no other dead were counted."""
    roles = read_roles(parse, act.index)
    if _is_part_of_dead(parse, act) or _is_carried_along(parse, act):
        return None
    if "bodies" in act.features and any(token.lemma in grammar().corpse_nouns for token in parse.tokens):
        return _of_bodies(parse, scene)
    heads = read_dead(parse, act.index) if act.act == "die" else roles.patients or roles.targets
    if act.act == "die" and not heads:
        heads = _beside_dead(parse, act)
    heads = _meant_by_them(parse, act, heads)
    heads = tuple(i for i in heads if parse.tokens[i].lemma not in grammar().not_people)
    if not heads:
        return None
    first = min(heads)
    token = parse.tokens[first]
    rose = any(one.lemma in grammar().rising_verbs for one in parse.tokens)  # "rose to four when another died"
    if token.text.lower() == "another" and len(heads) == 1 and not rose:  # "five were killed and another died"
        return Figure(1, 1, 1, token.start, token.end, "deaths.one_person", further=True)
    named = token.tag in ("PRP", "PRP$", "WP", "WDT", "DT", "NNP") and token.text.lower() != "both"
    if named and len(heads) == 1 and parse.child(first, "nummod") is None:  # "killed two Taliban"
        return _pronoun(parse, first)
    if _is_next(parse, token):
        low, high = noun_phrase(parse, first)
        start, end = parse.tokens[low].start, parse.tokens[high].end
        return Figure(1, 1, 1, start, end, "deaths.one_person", further=True)
    part = any(kid.tag == "PRP" for kid in parse.children(first, "nmod"))
    if part and (not alone or token.text.lower() == "one"):
        return None  # "one of them" is a part of the dead told before
    low, high = wide_phrase(parse, first)
    hurt = (_before_hurt(parse, kid, low, scene) for kid in conjuncts(parse, first))
    high = min((before for before in hurt if before), default=high)
    alone_named = token.tag == "JJ" and any(kid.text.lower() in ("a", "an") for kid in parse.children(first, "det"))
    if token.text.lower() == "old" or alone_named:  # "the 33-year-old", "a Palestinian" read as an adjective
        return Figure(1, 1, 1, parse.tokens[low].start, token.end, "deaths.one_person")
    last = parse.tokens[high - 1] if parse.tokens[high].tag == "POS" else parse.tokens[high]  # "a man's wounds"
    start, end = parse.tokens[low].start, max(last.end, parse.tokens[max(heads)].end)
    plural = token.tag in ("NNS", "NNPS")
    persons = _somebodies(parse, heads, scene)
    counted = _count(scene, start, end, plural=False, persons=persons)
    if counted is None and plural and any(kid.text.lower() == "the" for kid in parse.children(first, "det")):
        counted = _told_before(scene, token.text.lower(), parse.tokens[low].start)
    if counted is None and _is_title(parse, token):
        return Figure(1, 1, 1, start, end, "deaths.one_person")
    return counted or _count(scene, start, end, plural=plural)


def _is_next(parse: Parse, token: Token) -> bool:
    """Whether somebody is the next of those who died: "a fifth victim died in hospital"."""
    article = any(kid.text.lower() == "a" for kid in parse.children(token.index, "det"))
    words = (token.text.lower(), *(kid.text.lower() for kid in parse.children(token.index, "amod", "nummod")))
    return article and not grammar().harmed_words.isdisjoint(words)


def _meant_by_them(parse: Parse, act: ActMention, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The people whom the verb above suffers, where "them" died: "seized twelve villagers and shot them dead"."""
    verb = parse.tokens[act.index]
    if len(heads) != 1 or parse.tokens[heads[0]].text.lower() != "them" or verb.dep not in ("conj", "advcl"):
        return heads
    above = [kid.index for kid in parse.children(verb.head, "obj", "nsubj:pass") if kid.index < heads[0]]
    people = [at for at in above if parse.tokens[at].tag in ("NNS", "CD")]
    return tuple(people) or heads


def _is_part_of_dead(parse: Parse, act: ActMention) -> bool:
    """Whether some of those told before are spoken of: "two of the dead were his neighbours"."""
    before = [token.text.lower() for token in parse.tokens[max(0, act.index - 2) : act.index]]
    return act.act == "die" and before == ["of", "the"]


def _is_carried_along(parse: Parse, act: ActMention) -> bool:
    """Whether somebody only has the dead with him: "on their way with the corpses of two comrades"."""
    carried = parse.tokens[act.index].lemma in grammar().corpse_nouns and case_of(parse, act.index) == "with"
    return carried and act.part == "noun"


def _before_hurt(parse: Parse, index: int, low: int, scene: Scene) -> int | None:
    """The last word before the conjunct `index` if that only was hurt: "one dead child and four injured siblings"."""
    hurt = any(is_hurt(kid.text.lower(), scene) for kid in parse.children(index, "amod"))
    start = noun_phrase(parse, index)[0]
    return start - 1 if hurt and start > low else None


def _of_bodies(parse: Parse, scene: Scene) -> Figure | None:
    """How many were found dead: "six bodies", "the bodies of six men"."""
    body = next((token for token in parse.tokens if token.lemma in grammar().corpse_nouns), None)
    if body is None:
        return None
    low, high = wide_phrase(parse, body.index)
    start, end = parse.tokens[low].start, parse.tokens[high].end
    counts = find_counts(scene.text, start, end, vague=scene.codebook.deaths.vague)
    if not counts:
        one = Figure(1, 1, 1, start, end, "deaths.one_person") if body.tag == "NN" else None  # "the body of Ali Reza"
        return _count(scene, start, end, plural=body.tag == "NNS") or one
    return Figure.of(counts[0], f"deaths.{counts[0].kind}")


def _is_title(parse: Parse, token: Token) -> bool:
    """Whether a noun without an article is the title before a name: "police officer Anand Kumar"."""
    names = (kid for kid in parse.children(token.index, "appos", "flat") if kid.index > token.index)
    bare = token.tag == "NN" and parse.child(token.index, "det", "nmod:poss") is None
    return bare and any(kid.tag == "NNP" for kid in names)


def _somebodies(parse: Parse, heads: tuple[int, ...], scene: Scene) -> frozenset[str]:
    """The nouns that mean one person here though no list has them: "killing a waiter and a cook".

    One with "the" or an owner is one person beside others, or by a role: "the midwife and the owner", "his cook".
    """
    found = set()
    for index in heads:
        token, word = parse.tokens[index], parse.tokens[index].text.lower()
        leads = word in grammar().leading_nouns  # "a village head", of which "head" is no part of a body
        if token.tag != "NN" or (not leads and any(word in words for words in scene.knowledge.objects.values())):
            continue
        article = parse.child(index, "det", "nmod:poss")
        indefinite = article is not None and article.text.lower() in ("a", "an", "another")
        known = word in scene.knowledge.significant or scene.knowledge.actors.roles.match([word], 0, [word])
        role = len(heads) > 1 or bool(known) or leads
        if indefinite or (article is not None and role and token.lemma not in grammar().collective_nouns):
            found.add(word)
    return frozenset(found - number_lexicon().words("groups"))


def _told_before(scene: Scene, noun: str, before: int) -> Figure | None:
    """How many "the volunteers" are: the last count of the same noun before ("two British volunteers")."""
    vague = scene.codebook.deaths.vague
    for count in reversed(find_counts(scene.text, max(0, before - _BACK), before, vague=vague)):
        if noun in scene.text[count.end : count.end + _NOUN_WITHIN].lower().split()[:3]:
            return Figure.of(count, "deaths.told_before")
    return None


def _with_others(parse: Parse, act: ActMention, figure: Figure, scene: Scene) -> Figure:
    """Those who died beside: "was killed alongside an American soldier"."""
    for kid in parse.children(act.index, "obl", "nmod"):
        beside = case_of(parse, kid.index) in ("alongside", "along with", "together with", "as well as")
        if beside or _is_with(parse, kid):
            low, high = wide_phrase(parse, kid.index)
            more = _count(scene, parse.tokens[low].start, parse.tokens[high].end, plural=False)
            if more is not None:
                return replace(
                    figure, low=figure.low + more.low, best=figure.best + more.best, high=figure.high + more.high
                )
    return figure


def _is_with(parse: Parse, token: Token) -> bool:
    """Whether somebody shares what befell another, however the parse joins the two words: "together with"."""
    case = parse.child(token.index, "case")
    before = parse.tokens[case.index - 1].text.lower() if case is not None and case.index else ""
    return case is not None and case.text.lower() == "with" and before in ("together", "along")


def _count(
    scene: Scene, start: int, end: int, *, plural: bool, persons: frozenset[str] = frozenset()
) -> Figure | None:
    vague, collective = scene.codebook.deaths.vague, number_lexicon().raw["collective"]
    if (joined := _JOINED.match(scene.text, end)) is not None:
        end = joined.end()  # "the rebel-held suburbs" hold no rebel
    counted = count_people(
        scene.text,
        start,
        end,
        vague={k: v for k, v in vague.items() if k != "people"},
        singular_persons=(scene.knowledge.person_nouns | persons) - collective.keys(),
        collective=collective,
    )
    if counted is not None:
        return Figure.of(counted, f"deaths.{counted.kind}")
    if plural and "people" in vague:
        return Figure(vague["people"], vague["people"], vague["people"], start, end, "deaths.vague_plural")
    return None


def _pronoun(parse: Parse, index: int) -> Figure | None:
    """One person by name or pronoun; "they" and "who" say nothing of how many."""
    token = parse.tokens[index]
    low, high = wide_phrase(parse, index)
    start, end = parse.tokens[low].start, parse.tokens[high].end
    if token.text.lower() in ("he", "she", "him", "her", "his") or token.tag == "NNP":
        return Figure(1, 1, 1, start, end, "deaths.one_person")
    return None


def _beside_dead(parse: Parse, act: ActMention) -> tuple[int, ...]:
    """ "left 12 dead", "12 dead", "12 people were dead": the noun or number that `dead` says it of."""
    token = parse.tokens[act.index]
    number = parse.child(act.index, "nummod", "nsubj", "nsubj:pass")
    if number is not None:
        return (number.index,)
    head = parse.tokens[token.head]
    if token.dep in ("amod", "acl") and head.index != token.index:
        return (head.index,)
    lying = parse.child(head.index, "nsubj")
    if lying is not None and head.lemma in grammar().posture_verbs:  # "four fighters lay dead"
        return tuple(conjuncts(parse, lying.index))
    obj = parse.child(head.index, "obj", "iobj")
    if obj is not None and head.index != token.index:  # "left 12 dead", "give a toll of 14 dead"
        return next(((kid.index,) for kid in of_nouns(parse, obj.index) if kid.tag == "CD"), (obj.index,))
    if head.tag == "CD":
        return (head.index,)
    return ()
