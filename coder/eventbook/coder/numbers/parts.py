"""Figures of a noun phrase that name a part of a total already given, and so are not added."""

from collections.abc import Sequence

from .counts import Found
from .lexicon import NumberLexicon
from .tokens import Tokens
from .years import is_dash

_PARTS = frozenset([("of", "them"), ("of", "whom"), ("of", "which"), ("of", "those"), ("of", "these")])
_COPULAS = frozenset([("was",), ("were",)])
_AMONG = (("among", "them"), ("amongst", "them"))


def without_parts(tokens: Tokens, counts: Sequence[Found], lexicon: NumberLexicon) -> list[Found]:
    """The counts that add up, in order."""
    kept = _without_swallowed(tokens, _without_wholes(tokens, counts, lexicon), lexicon)
    told_again = len(kept) > 2 and sum(found[2] for found in kept[1:]) == kept[0][2]
    if told_again and _is_general(tokens, kept[0], kept[1], lexicon):
        return kept[:1]  # "seven people, three soldiers and four civilians"
    return kept


def _without_wholes(tokens: Tokens, counts: Sequence[Found], lexicon: NumberLexicon) -> list[Found]:
    """ "one of the two attackers" 1, "a father of four" 1, but "a family of five" 5."""
    kept: list[Found] = []
    for found in counts:
        if kept:
            last = kept[-1]
            between = tokens.words[last[1] : found[0]]
            if between and between[-1] in lexicon.words("definite"):
                between = between[:-1]
            if between and between[-1] == "of" and len(between) <= 3 and "and" not in between:
                if tokens.words[last[1] - 1] not in lexicon.words("groups"):
                    continue
                kept.pop()
        kept.append(found)
    return kept


def _without_swallowed(tokens: Tokens, counts: Sequence[Found], lexicon: NumberLexicon) -> list[Found]:
    """Leave out what follows "including", a bracket, a colon or a spaced dash, and "four of them police"."""
    if not counts:
        return []
    swallow = [tuple(p.split()) for p in sorted(lexicon.words("parts", "swallow"))]
    kept, place, swallowed = [counts[0]], counts[0][1], False
    for number, found in enumerate(counts[1:], start=1):
        end = counts[number + 1][0] if number + 1 < len(counts) else len(tokens)
        if _holds(tokens.words[found[1] : min(end, found[1] + 5)], _AMONG):
            break  # "12 people, a cleric among them"
        between = tokens.words[place : found[0]]
        if _is_aside(tokens, place, found[0]):
            break
        if _holds(between, swallow):
            if _is_general(tokens, counts[0], counts[1], lexicon):
                break
            swallowed = True
        elif swallowed and between[-2:] == (",", "and"):
            swallowed = False  # "four policemen, including two officers, and six civilians"
        place = found[1]
        ahead = tokens.words[found[1] : found[1] + 2]
        is_part = found[5] != "further" and (ahead in _PARTS or ahead[:1] in _COPULAS)
        is_part = is_part or _is_bare_part(between, ahead, found, kept[-1], lexicon)
        if not swallowed and not is_part:
            kept.append(found)
    return kept


def _is_bare_part(
    between: Sequence[str], ahead: Sequence[str], found: Found, whole: Found, lexicon: NumberLexicon
) -> bool:
    """Whether a smaller figure that counts nothing of its own follows a larger one: "six dead men, five in uniform"."""
    bare = bool(ahead) and ahead[0] in lexicon.words("parts", "bare_before")
    return bare and between[-1:] == (",",) and len(between) > 1 and 0 < found[2] < whole[2]


def _holds(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in phrases for at in range(len(words)))


def _is_aside(tokens: Tokens, first: int, after: int) -> bool:
    for at in range(first, after):
        word = tokens.words[at]
        if word in ("(", ":", "["):
            return True
        if is_dash(word) and not (tokens.glued(at - 1) and tokens.glued(at)):
            return True
    return False


def _is_general(tokens: Tokens, found: Found, following: Found, lexicon: NumberLexicon) -> bool:
    """True where the first figure counts people of any sort, or stands alone: "seven people,", "seven,"."""
    nouns = tokens.words[found[1] : min(following[0], found[1] + 4)]
    head = nouns[: nouns.index(",")] if "," in nouns else nouns
    return not head or any(word in lexicon.words("people_nouns") for word in head)
