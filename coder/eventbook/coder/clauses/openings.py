"""Where no comma parts a place or a day from who acts: "in the town of Jos gunmen shot", "on Monday gunmen shot"."""

from eventbook.coder.clauses.changes import Changes, changed, subject_of
from eventbook.coder.clauses.times import is_weekday
from eventbook.coder.clauses.tree import case_of, is_verb, of_nouns
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token
from eventbook.coder.places.lexicon import place_words

_FIRST = 6  # words among which the place opens the sentence


def mend_openings(parse: Parse) -> Parse:
    """The parse with those who act as the subject of their verb and the place beside it.

    A parse that is right, or that cannot be mended, comes back as it is.
    """
    for token in parse.tokens[1:_FIRST]:
        changes = _of_town(parse, token) or _in_town(parse, token) or _apposed(parse, token) or _listed(parse, token)
        if changes:
            return changed(parse, changes)
    days = (token for token in parse.tokens if token.dep == "compound" and token.tag == "NNP")
    return next((changed(parse, changes) for day in days if (changes := _on_day(parse, day))), parse)


def _on_day(parse: Parse, day: Token) -> Changes:
    """ "In Lagos on Monday gunmen killed", "police said, on Monday gunmen killed": the gunmen act on that day."""
    doer, case = parse.tokens[day.head], parse.tokens[day.index - 1]
    if not is_weekday(day) or case.head != doer.index or case.dep != "case":
        return {}
    verb = next((token for token in parse.tokens[doer.index + 1 :] if is_verb(token)), doer)
    place = parse.tokens[doer.head]
    acts = doer.tag == "NNS" and doer.dep in ("nmod", "obl") and verb is not doer and _is_before(parse, doer, verb)
    others = [kid for kid in parse.children(verb.index, "nsubj", "nsubj:pass", "csubj") if kid is not place]
    if not acts or others:
        return {}
    moved = {day.index: (verb.index, "obl"), case.index: (day.index, "case")}
    if place.dep in ("nsubj", "nsubj:pass"):
        if case_of(parse, place.index) not in grammar().locating_prepositions:
            return {}
        moved[place.index] = (verb.index, "obl")
    return {**moved, doer.index: (verb.index, subject_of(parse, verb))}


def _of_town(parse: Parse, town: Token) -> Changes:
    """ "In the town of Jos gunmen killed": the gunmen, read as those of whom the town is, act."""
    verb = parse.tokens[town.head]
    if town.lemma not in place_words().kind_of or not is_verb(verb) or not case_of(parse, town.index):
        return {}
    doer = next(iter(of_nouns(parse, town.index)), None)
    if doer is None or doer.tag != "NNS" or not _is_before(parse, doer, verb) or _has_subject(parse, verb, town):
        return {}
    names = [kid for kid in parse.children(doer.index, "compound") if kid.tag == "NNP"]
    case = parse.child(doer.index, "case")
    if not names or case is None or names[0].index != case.index + 1:
        return {}
    place = _last_of_name(parse, names[0], doer)
    return {
        **dict.fromkeys(range(names[0].index, place), (place, "compound")),
        place: (town.index, "nmod"),
        case.index: (place, "case"),
        town.index: (verb.index, "obl"),
        doer.index: (verb.index, subject_of(parse, verb)),
    }


def _in_town(parse: Parse, doer: Token) -> Changes:
    """ "In Ramallah Israeli troops shot": a subject with a preposition holds the place before it."""
    case, verb = parse.child(doer.index, "case"), parse.tokens[doer.head]
    if case is None or doer.dep not in ("nsubj", "nsubj:pass") or doer.tag != "NNS" or not is_verb(verb):
        return {}
    place = parse.tokens[case.index + 1]
    alone = place.tag == "NNP" and place.head == doer.index and parse.tokens[place.index + 1].tag not in ("NNP", "HYPH")
    if not alone or place.index == doer.index or case.text.lower() not in grammar().locating_prepositions:
        return {}
    return {place.index: (verb.index, "obl"), case.index: (place.index, "case")}


def _apposed(parse: Parse, place: Token) -> Changes:
    """ "In north Mitrovica, a crowd set", "in Kaduna, the capital, gunmen killed": the place is read as subject and who
    acts as its other name."""
    verb = parse.tokens[place.head]
    if place.dep not in ("nsubj", "nsubj:pass") or not is_verb(verb):
        return {}
    doer = next((kid for kid in parse.children(place.index, "appos") if _is_before(parse, kid, verb)), None)
    if doer is None or parse.tokens[doer.index - 1].text == "(":
        return {}
    acts = {doer.index: (verb.index, place.dep)}
    named = place.tag == "NNP" or place.text[:1].isupper()  # "Homs" looks like a plural
    if named and case_of(parse, place.index) in grammar().locating_prepositions:
        return {place.index: (verb.index, "obl"), **acts}
    town = next((kid for kid in parse.children(verb.index, "obl") if kid.index < place.index), None)
    between = parse.tokens[town.index + 1].text if town is not None else ""
    named = town is not None and town.tag == "NNP" and between == "," and place.tag == "NN"
    return {place.index: (town.index, "appos"), **acts} if named and town is not None else {}


def _listed(parse: Parse, place: Token) -> Changes:
    """ "In Homs, Syria, the army and rebels signed a truce": those who act are read as more places of a list."""
    if not place.text[:1].isupper() or case_of(parse, place.index) not in grammar().locating_prepositions:
        return {}
    doers = [kid for kid in parse.children(place.index, "conj") if kid.tag in ("NN", "NNS") and kid.text.islower()]
    verb = next((one for one in parse.tokens[doers[-1].index + 1 :] if is_verb(one)), None) if doers else None
    if verb is None or verb.dep != "root" or not _is_before(parse, doers[-1], verb) or _has_subject(parse, verb, place):
        return {}
    return {
        doers[0].index: (verb.index, subject_of(parse, verb)),
        **{other.index: (doers[0].index, "conj") for other in doers[1:]},
    }


def _is_before(parse: Parse, doer: Token, verb: Token) -> bool:
    """Whether nothing but auxiliaries, adverbs and what is said of who acts stands between these and the verb."""
    own = parse.subtree(doer.index) if doer.index < verb.index else ()
    return doer.index < verb.index and all(
        token.dep in ("aux", "aux:pass", "advmod") or token.index in own
        for token in parse.tokens[doer.index + 1 : verb.index]
    )


def _has_subject(parse: Parse, verb: Token, town: Token) -> bool:
    return any(kid.index != town.index for kid in parse.children(verb.index, "nsubj", "nsubj:pass", "csubj"))


def _last_of_name(parse: Parse, first: Token, doer: Token) -> int:
    """The last word of a name that begins before who acts: "Port Harcourt" of "Port Harcourt youths"."""
    at = first.index
    while at + 1 < doer.index and parse.tokens[at + 1].tag == "NNP":
        at += 1
    return at
