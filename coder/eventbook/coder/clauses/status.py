"""Did it happen: future, hypothesis, denial, habit, law and history, read from the words that govern an act."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from eventbook.codebook.language_layer import load_language
from eventbook.coder.clauses.tree import case_of, is_definite, is_verb, relation
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.records import Parse, Token

_PRESENT = ("s", "ing", "en")  # how forms of a verb end that are no past
_BE = frozenset({"is", "are"})  # what was to be is told in hindsight
_ARGUMENTS = frozenset({"obj", "xcomp", "ccomp", "obl", "nmod", "acl", "advcl", "csubj", "nsubj", "nsubj:pass", "conj"})


@dataclass(frozen=True, slots=True)
class Status:
    """`reason` None where the act happened; else a reason code, with the token that says so."""

    reason: str | None = None
    token: int | None = None


HAPPENED = Status()


@dataclass(frozen=True)
class StatusWords:
    """The language's background words as sets."""

    future_auxiliaries: frozenset[str]
    future_governors: frozenset[str]
    future_modifiers: frozenset[str]
    happening: frozenset[str]
    hypothesis_auxiliaries: frozenset[str]
    hypothesis_governors: frozenset[str]
    hypothesis_modifiers: frozenset[str]
    conjunctions: frozenset[str]
    negations: frozenset[str]
    denial_governors: frozenset[str]
    habit: frozenset[str]
    habit_determiners: frozenset[str]
    legal: frozenset[str]
    courts: frozenset[str]
    court_verbs: frozenset[str]
    involvements: frozenset[str]
    feelings: frozenset[str]
    history: frozenset[str]
    history_modifiers: frozenset[str]
    history_adverbs: frozenset[str]
    cancelled: frozenset[str]
    awaited: frozenset[str]
    saying: frozenset[str]
    unchanged: frozenset[str]  # verbs whose past is their base form: "beat him to death"


@cache
def load_status_words(language: str) -> StatusWords:
    """The words of `language`, from its background.yaml."""
    words = load_language(language).background
    irregular = load_language(language).irregular.verbs

    def pick(group: Mapping[str, tuple[str, ...]], key: str) -> frozenset[str]:
        return frozenset(group.get(key, ()))

    return StatusWords(
        pick(words.future, "auxiliaries"),
        pick(words.future, "governors"),
        pick(words.future, "modifiers"),
        pick(words.future, "happening_anyway"),
        pick(words.hypothesis, "auxiliaries"),
        pick(words.hypothesis, "governors"),
        pick(words.hypothesis, "modifiers"),
        pick(words.hypothesis, "conjunctions"),
        pick(words.denied, "negations"),
        pick(words.denied, "governors"),
        pick(words.habit, "adverbs"),
        pick(words.habit, "determiners"),
        pick(words.legal, "governors"),
        pick(words.legal, "courts"),
        pick(words.legal, "hearing"),
        pick(words.denied, "involvements"),
        pick(words.history, "feelings"),
        pick(words.history, "governors"),
        pick(words.history, "modifiers"),
        pick(words.history, "adverbs"),
        pick(words.denied, "cancelled"),
        pick(words.future, "awaited"),
        frozenset(load_language(language).objects.saying),
        frozenset(
            verb for verb, forms in irregular.items() if verb in forms or all(form.endswith(_PRESENT) for form in forms)
        ),
    )


def read_status(parse: Parse, index: int, words: StatusWords) -> Status:
    """The status of the act at `index`: its own modifiers first, then each governor up to the root."""
    if parse.tokens[-1].text == "?":
        return Status("hypothesis", len(parse.tokens) - 1)
    own = read_modality(parse, index, words)
    if own.reason:
        return own
    if (nobody := _nobody(parse, index, words)) is not None:
        return Status("denied", nobody)
    at = index
    for _ in range(12):
        token = parse.tokens[at]
        if token.head == at:
            return HAPPENED
        found = _governed(parse, token, parse.tokens[token.head], words)
        if found.reason:
            return found
        if relation(token) not in _ARGUMENTS:
            return HAPPENED
        if _tells_a_fact(parse, token, words):
            return _remembered(parse, parse.tokens[token.head], words)
        at = token.head
    return HAPPENED


def _tells_a_fact(parse: Parse, token: Token, words: StatusWords) -> bool:
    """Whether a clause tells of somebody what was done, whatever is wanted of them: "action against men who killed"."""
    perfect = token.tag in ("VBN", "VBG") and parse.child(token.index, "aux") is not None
    finite = token.tag == "VBD" or perfect or parse.child(token.index, "aux:pass") is not None
    told = any(kid.tag in ("WP", "WDT") for kid in parse.children(token.index, "nsubj", "nsubj:pass"))
    noun = parse.tokens[token.head]
    denied = parse.tokens[noun.head].lemma in words.denial_governors
    news = noun.lemma in grammar().news_nouns and not denied  # "alarmed at reports that a drone had struck"
    return relation(token) == "acl" and finite and (told or (news and parse.child(token.index, "mark") is not None))


def _remembered(parse: Parse, token: Token, words: StatusWords) -> Status:
    """Whether what is told of somebody is only recalled: "in memory of the men", "a wreath for men who were killed"."""
    case = case_of(parse, token.index)
    held = case in ("of", "for", "to") or (relation(token) == "obj" and not case)
    given = (kid.index for kid in parse.children(token.head, "obj", "nsubj:pass") if case)  # "laid a wreath for"
    recalled = held and any(parse.tokens[at].lemma in words.history for at in (token.head, *given))
    if recalled and token.head != token.index:
        return Status("background", token.head)
    return _prosecuted(parse, token, words)


def _prosecuted(parse: Parse, token: Token, words: StatusWords) -> Status:
    """Whether what did it is before a court: "wanted in connection with a bombing that killed a banker"."""
    at = token
    while relation(at) in ("nmod", "obl", "obj") and at.head != at.index:
        head = parse.tokens[at.head]
        found = _governed(parse, at, head, words)
        if found.reason is not None:
            return found if found.reason == "legal" else HAPPENED
        at = head
    return HAPPENED


def _heard(parse: Parse, token: Token, head: Token, words: StatusWords) -> bool:
    """Whether a court is told it: "the jury heard that", "told the court how"."""
    return (
        relation(token) in ("ccomp", "advcl", "xcomp")
        and head.lemma in words.court_verbs
        and any(kid.lemma in words.courts for kid in parse.children(head.index, "nsubj", "nsubj:pass", "obj", "iobj"))
    )


def read_modality(parse: Parse, index: int, words: StatusWords) -> Status:
    """What auxiliaries, negations, adverbs and adjectives say of the act itself, its governors left aside."""
    if _is_habit(parse, index, words):
        return Status("background", index)
    for kid in parse.children(index):
        lower = kid.text.lower()
        if kid.dep in ("aux", "aux:pass"):
            if lower in words.future_auxiliaries:
                return Status("future", kid.index)
            if lower in words.hypothesis_auxiliaries:
                return Status("hypothesis", kid.index)
            if lower == "be" and _is_bid(parse, parse.tokens[index]):
                return Status("future", kid.index)
        if lower in _BE and _is_to_be(parse, index, kid):
            return Status("future", kid.index)  # "rallies are to be held"
        if kid.dep in ("advmod", "det", "cc:preconj") and lower in words.negations:
            return Status("denied", kid.index)
        if kid.dep == "advmod" and lower in words.habit:
            return Status("background", kid.index)
        alone = kid.dep == "advmod" or (kid.dep == "mark" and parse.tokens[index].dep == "root")
        if alone and kid.index < index and lower in words.history_adverbs:
            return Status("background", kid.index)  # "once planted mines", not "shot him once"
        if kid.dep == "det" and lower in words.habit_determiners:
            return Status("background", kid.index)
        promised = relation(kid) == "acl" and kid.tag == "VBN" and parse.child(kid.index, "nsubj") is None
        if promised and kid.lemma in words.future_governors - words.happening:
            return Status("future", kid.index)  # "a withdrawal promised by the president"
        if kid.dep == "mark" and lower in words.future_governors and parse.tokens[index].tag == "VB":
            return Status("future", kid.index)  # "due to address a crowd"
        if kid.dep == "mark" and lower in words.conjunctions:
            return Status("hypothesis", kid.index)
        if kid.dep in ("amod", "compound") and not is_verb(parse.tokens[index]):
            if lower in words.future_modifiers:
                return Status("future", kid.index)
            if lower in words.hypothesis_modifiers:
                return Status("hypothesis", kid.index)
            if lower in words.history_modifiers and parse.tokens[index].dep == "obj":
                return Status("background", kid.index)  # "has carried out similar attacks"
    return HAPPENED


def _is_habit(parse: Parse, index: int, words: StatusWords) -> bool:
    """Whether a bare verb goes on from what people do as a rule: "squads that seize men, torture them"."""
    token = parse.tokens[index]
    bare = token.tag in ("VB", "VBP") and token.dep == "conj" and parse.child(index, "aux", "nsubj", "mark") is None
    return bare and parse.tokens[token.head].tag == "VBD" and token.lemma not in words.unchanged


def _is_to_be(parse: Parse, index: int, be: Token) -> bool:
    """Whether a form of "be" stands before "to" and so tells what is to come."""
    behind = parse.tokens[be.index + 1] if be.index + 1 < len(parse.tokens) else be
    return be.dep in ("aux", "cop") and behind.text.lower() == "to" and behind.head == index and behind.dep == "mark"


def _is_bid(parse: Parse, token: Token) -> bool:
    """Whether a clause with a bare "be" says what somebody wants done: "ordered that the village be burned"."""
    helped = any(kid.text.lower() not in ("be", "not") for kid in parse.children(token.index, "aux"))
    return relation(token) == "ccomp" and not helped and parse.child(token.index, "mark") is not None


def _nobody(parse: Parse, index: int, words: StatusWords) -> int | None:
    """The word that says that the act was done by or to nobody: "no soldiers were killed", "nobody was hurt"."""
    for kid in parse.children(index, "nsubj", "nsubj:pass", "obj"):
        if kid.text.lower() in words.negations or any(
            det.text.lower() in words.negations for det in parse.children(kid.index, "det")
        ):
            return kid.index
    return None


def _came_to_it(parse: Parse, head: Token) -> bool:
    """Whether what a verb leads up to was done: "went on to kill three", "used charges to blow up the bridge"."""
    if head.lemma == "use":
        return head.tag in ("VBD", "VBN") and parse.child(head.index, "obj", "nsubj:pass") is not None
    return head.lemma == "go" and any(kid.text.lower() == "on" for kid in parse.children(head.index))


def _governed(parse: Parse, token: Token, head: Token, words: StatusWords) -> Status:
    """What the head says of the act below it, by the relation between them."""
    kind = relation(token)
    kids = parse.children(token.index)
    infinitive = any(kid.dep == "mark" and kid.text.lower() == "to" for kid in kids) and not any(
        kid.dep == "aux" and kid.text.lower() == "have" for kid in kids
    )  # "is said to have killed" looks back
    case = case_of(parse, token.index)
    lemma = _with_particle(parse, head)
    if kind == "advcl" and infinitive and _tells(parse, token, words):
        return HAPPENED  # "appeared on television to say that they had overthrown him"
    if infinitive and head.lemma in grammar().rank_words:
        return HAPPENED  # "the latest to fall victim to the squads"
    if kind == "advcl" and infinitive:  # purpose: "marched to demand"
        done = _came_to_it(parse, head)
        return read_modality(parse, head.index, words) if done else Status("future", token.index)
    if kind == "xcomp" and infinitive and head.tag == "JJ" and lemma not in grammar().achieving_words:
        return Status("future", head.index)  # "an operation is underway to retake the city"
    if _heard(parse, token, head, words):
        return Status("legal", head.index)
    if kind == "nsubj" and token.dep == "nsubj:pass":
        return _spoken_of(parse, token, head, lemma, words)
    if kind == "xcomp" and infinitive and lemma == "use" and parse.child(head.index, "obj", "aux:pass") is None:
        return Status("background", head.index)  # "used to attack convoys"
    moved = kind == "obl" and case_or_mark(parse, token) in ("by", "at", "over", "about")
    if moved and lemma in words.feelings:
        return Status("background", head.index)  # "alarmed by the fighting"
    wanted = kind in ("xcomp", "csubj", "conj") and infinitive  # "it is necessary to attack"
    if wanted and lemma in words.future_governors and lemma not in words.happening:
        return Status("future", head.index)
    if kind == "acl" and infinitive and (lemma in words.future_governors or lemma in words.hypothesis_governors):
        return Status("future", head.index)
    if kind in ("ccomp", "obj", "nmod", "xcomp", "obl") and lemma in words.denial_governors:
        if token.lemma in words.involvements:
            return HAPPENED  # "denied responsibility for the bombing"
        gerund = kind == "xcomp" and token.tag == "VBG" and lemma not in ("stop", "halt")  # who stops has begun
        if kind in ("ccomp", "obj") or gerund or case in ("from", "of"):
            return Status("denied", head.index)
    if kind in ("ccomp", "nmod", "obj", "acl") and lemma in words.hypothesis_governors:
        return Status("hypothesis", head.index)
    named = kind == "xcomp" and parse.child(head.index, "obj") is not None  # "called it a revenge attack for"
    asked_for = not named and (
        (kind in ("obj", "xcomp") and is_verb(head) and not is_verb(token)) or case in ("of", "for", "to", "on")
    )
    if (
        kind in ("obj", "nmod", "xcomp")
        and asked_for
        and lemma in words.future_governors
        and lemma not in words.happening
    ):
        return Status("future", head.index)
    if kind == "ccomp" and lemma in ("warn", "threaten", "vow", "demand", "urge", "insist", "pledge", "propose"):
        return Status("future", head.index)
    if (
        kind in ("obl", "nmod", "advcl", "acl")
        and (lemma in words.legal or head.text.lower() in words.legal)
        and case_or_mark(parse, token)
        in (
            "of",
            "with",
            "for",
            "over",
            "in",
            "on",
            "to",
        )
    ):
        return HAPPENED if _accuses(parse, head) else Status("legal", head.index)
    if kind in ("nmod", "obj", "obl") and lemma in words.history and case in ("of", "", "since"):
        return Status("background", head.index)
    return _through(parse, token, head, kind, words)


def _tells(parse: Parse, token: Token, words: StatusWords) -> bool:
    """Whether a purpose is to say what happened."""
    return token.lemma in words.saying and parse.child(token.index, "ccomp") is not None


def _accuses(parse: Parse, head: Token) -> bool:
    """Whether a party says what another did: "the rebels accused the army of shelling", not "is accused of"."""
    active = parse.child(head.index, "nsubj") is not None and parse.child(head.index, "obj") is not None
    return head.lemma == "accuse" and active and head.tag in ("VBD", "VBZ", "VBP")


def _with_particle(parse: Parse, head: Token) -> str:
    """A verb with its particle: who sets off a fight has it, and a march that is called off is not called for."""
    particle = parse.child(head.index, "compound:prt")
    return head.lemma if particle is None else f"{head.lemma} {particle.text.lower()}"


def _spoken_of(parse: Parse, token: Token, head: Token, lemma: str, words: StatusWords) -> Status:
    """What a passive says of its subject: "protests are expected", "a march was called off", "an attack is feared"."""
    if lemma in words.cancelled:
        return Status("denied", head.index)
    if is_definite(parse, token.index) and parse.child(head.index, "xcomp") is None:
        return HAPPENED  # "the attack was planned by his brother"
    if lemma in words.hypothesis_governors:
        return Status("hypothesis", head.index)
    return Status("future", head.index) if lemma in words.awaited else HAPPENED


def _through(parse: Parse, token: Token, head: Token, kind: str, words: StatusWords) -> Status:
    """The modality of a verb holds for its object and complement, and for a subject that "takes place"."""
    if not is_verb(head):
        owned = kind == "nmod" and case_of(parse, token.index) == "of"
        return read_modality(parse, head.index, words) if owned else HAPPENED
    if kind in ("obj", "xcomp") or (kind == "nsubj" and head.lemma in grammar().taking_place_verbs):
        return read_modality(parse, head.index, words)
    finite = head.tag == "VB" and token.tag in ("VBD", "VBN")  # "who would not give his name, said": under no "would"
    if kind == "conj" and not finite and not any(kid.dep in ("nsubj", "aux") for kid in parse.children(token.index)):
        return read_modality(parse, head.index, words)
    if kind in ("advcl", "obl", "ccomp"):
        own = read_modality(parse, head.index, words)
        return own if own.reason == "hypothesis" and kind == "advcl" else HAPPENED
    return HAPPENED


def case_or_mark(parse: Parse, token: Token) -> str:
    """The preposition of a noun or the marker of a clause, lower-cased."""
    case = case_of(parse, token.index)
    if case:
        return case
    mark = parse.child(token.index, "mark")
    return mark.text.lower() if mark else ""
