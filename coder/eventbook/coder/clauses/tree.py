"""Walks over a parsed sentence that several readers need."""

from eventbook.coder.parsing.records import Parse, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_CLAUSES = ("acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis")
_NP_STOPS = ("conj", "acl", "parataxis", "cc", "punct", "appos", "dep", "cop", "nsubj", "advcl", "mark", "list")


def relation(token: Token) -> str:
    """The relation without its subtype (`nmod:poss` gives `nmod`)."""
    return token.dep.partition(":")[0]


def is_definite(parse: Parse, index: int) -> bool:
    """Whether a noun is named as known: "the attack", "both attacks"."""
    return any(kid.text.lower() in _DEFINITE for kid in parse.children(index, "det"))


def case_of(parse: Parse, index: int) -> str:
    """The lower-cased preposition of a noun, '' if none; "because of" gives "because of". Read once a word."""
    found: str | None = parse.notes.get(("case", index))
    if found is None:
        words = [token.text.lower() for token in parse.children(index) if token.dep == "case" and token.index < index]
        found = parse.notes["case", index] = " ".join(words)
    return found


def of_nouns(parse: Parse, index: int) -> list[Token]:
    """The nouns that "of" joins to a word: "gunmen" in "a camp of gunmen"."""
    return [kid for kid in parse.children(index, "nmod") if case_of(parse, kid.index) == "of"]


def conjuncts(parse: Parse, index: int) -> list[int]:
    """A word and the words coordinated with it, in text order."""
    found = [index]
    queue = [index]
    while queue:
        for token in parse.children(queue.pop()):
            if (token.dep == "conj" and relation(parse.tokens[index]) != "root" and token.index not in found) or (
                token.dep == "conj" and is_nominal(token) and token.index not in found
            ):
                found.append(token.index)
                queue.append(token.index)
    return sorted(found)


def is_verb(token: Token) -> bool:
    """Whether the tag is a verb's."""
    return token.tag.startswith("VB")


def is_nominal(token: Token) -> bool:
    """Whether the tag is a noun's, a pronoun's or a number's."""
    return token.tag[:2] in ("NN", "PR", "CD", "DT", "WP")


def gerund_owner(parse: Parse, index: int) -> int | None:
    """The noun before an -ing word that is itself a noun: "killed in police firing", whatever the parse makes of it."""
    token = parse.tokens[index]
    if token.tag != "VBG" or relation(token) not in ("advcl", "acl", "obl", "nmod") or index == 0:
        return None
    before = parse.tokens[index - 1]
    if not before.tag.startswith("NN"):
        return None
    if before.head == index:
        return before.index if before.dep == "compound" and parse.child(index, "case", "mark") is not None else None
    adjoined = before.dep in ("obl", "nmod") and before.head == token.head
    return before.index if adjoined and parse.child(before.index, "case") is not None else None


def noun_phrase(parse: Parse, index: int) -> tuple[int, int]:
    """First and last index of the phrase of a noun: its modifiers, without clauses, conjuncts and appositions."""
    low = high = index
    queue = [index]
    while queue:
        at = queue.pop()
        for token in parse.children(at):
            if relation(token) in _NP_STOPS and token.dep != "nmod:poss":
                continue
            if token.dep == "nmod" and case_of(parse, token.index) not in ("of", "from", ""):
                continue  # "civilians in rebel territory" are not rebels
            low, high = min(low, token.index), max(high, token.index)
            queue.append(token.index)
    return low, high


def wide_phrase(parse: Parse, index: int) -> tuple[int, int]:
    """First and last index of a noun's phrase with its conjuncts and appositions, without clauses."""
    low = high = index
    queue = [index]
    while queue:
        for token in parse.children(queue.pop()):
            name = relation(token)
            if name in ("acl", "parataxis", "advcl", "cop", "nsubj", "mark", "punct", "ccomp") or (
                name == "conj" and is_verb(token)
            ):
                continue
            low, high = min(low, token.index), max(high, token.index)
            queue.append(token.index)
    return low, high


def clause_head(parse: Parse, index: int) -> int:
    """The verb (or root) of the clause that a word stands in."""
    token = parse.tokens[index]
    if is_verb(token) and token.dep not in ("aux", "aux:pass", "amod", "case"):
        return index
    for head in parse.ancestors(index):
        if is_verb(head) and head.dep not in ("aux", "aux:pass", "amod", "case"):
            return head.index
        if head.head == head.index:
            return head.index
    return index


def is_clause(token: Token) -> bool:
    """Whether the word heads a clause of its own under its head."""
    return relation(token) in _CLAUSES
