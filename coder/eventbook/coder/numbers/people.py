"""How many people a noun phrase names: parts that are added, and parts of a total that are not."""

from collections.abc import Mapping, Sequence

from .counts import Found, read_counts
from .lexicon import NumberLexicon, number_lexicon
from .records import Count, CountKind, PeopleCount
from .tokens import Tokens, tokenise
from .years import is_dash

_PARTS = frozenset([("of", "them"), ("of", "whom"), ("of", "which"), ("of", "those"), ("of", "these")])
_COPULAS = frozenset([("was",), ("were",)])
_ORDER: tuple[CountKind, ...] = ("at_least", "vague", "at_most", "range", "about")  # the loosest part names the sum


def count_people(
    text: str,
    start: int,
    end: int,
    *,
    vague: Mapping[str, int],
    singular_persons: frozenset[str] = frozenset(),
    collective: Mapping[str, int] | None = None,
) -> PeopleCount | None:
    """Add up the people of the noun phrase `text[start:end]`; None where it counts nobody ("the soldiers").

    `singular_persons` are nouns of one person, `collective` the codebook's worth of nouns such as "couple".
    Conjuncts add up ("sixteen inmates and a guard" 17); parts of a total do not ("seven, including two children"
    7; "12 people, four of them police" 12). Spans are offsets into `text`.
    """
    lexicon = number_lexicon()
    tokens = tokenise(text[start:end])
    persons = singular_persons | lexicon.words("kin")
    counts = _groups(tokens, list(read_counts(tokens, vague, persons)), lexicon)
    counts = sorted(counts + _singles(tokens, counts, persons, collective or {}, lexicon))
    kept = _drop_listed(tokens, _drop_parts(tokens, counts, lexicon))
    kept = [found for found in kept if found[4] != "ordinal"] or kept
    if not kept:
        return None
    phrases = tuple(_phrase(text, start, tokens, found) for found in kept)
    low, high = sum(p.low for p in phrases), sum(p.high for p in phrases)
    kind: CountKind = next((kind for kind in _ORDER if any(p.kind == kind for p in phrases)), phrases[0].kind)
    rule = "numbers.sum" if len(phrases) > 1 else phrases[0].rule
    first, last = phrases[0].start, phrases[-1].end
    return PeopleCount(first, last, low, low, high, kind, rule, text[first:last], phrases)


def _phrase(text: str, start: int, tokens: Tokens, found: Found) -> Count:
    first, after, low, high, kind, rule = found
    a, b = start + tokens.starts[first], start + tokens.ends[after - 1]
    return Count(a, b, low, low, high, kind, f"numbers.{rule}", text[a:b])


def _groups(tokens: Tokens, counts: Sequence[Found], lexicon: NumberLexicon) -> list[Found]:
    """ "a family of five": the figure counts, not the family; "three of his brothers": three."""
    kept: list[Found] = []
    for found in counts:
        if kept and kept[-1][5] == "article" and tokens.words[kept[-1][1] : found[0]] == ("of",):
            kept.pop()
        kept.append(found)
    return kept


def _singles(
    tokens: Tokens,
    counts: Sequence[Found],
    persons: frozenset[str],
    collective: Mapping[str, int],
    lexicon: NumberLexicon,
) -> list[Found]:
    """One person each: "the attacker", "his wife", "and son"; collectives: "a couple", "an elderly couple"."""
    taken = {place for found in counts for place in range(found[0], found[1])}
    out: list[Found] = []
    for place, word in enumerate(tokens.words):
        if place in taken:
            continue
        follower = tokens.word(place + 1)
        if follower in ("'s", "’s") or (follower in persons and place + 1 not in taken):
            continue
        value = 1 if word in persons else collective.get(word, 0)
        if not value or (word not in persons and follower == "of"):
            continue
        opener = _opener(tokens, place, taken, lexicon)
        if opener is not None:
            out.append((opener, place + 1, value, value, "exact", "definite" if value == 1 else "collective"))
    return out


def _opener(tokens: Tokens, place: int, taken: set[int], lexicon: NumberLexicon) -> int | None:
    """First token of the noun phrase that token `place` heads, where it opens as one person's does."""
    definite, articles = lexicon.words("definite"), lexicon.words("articles")
    stop = lexicon.words("noun_phrase_break") - definite - articles
    for at in range(place - 1, max(place - 5, -1), -1):
        word = tokens.words[at]
        if at in taken:
            return None
        if word in definite or word in articles:
            return at
        if word == "and":
            return at + 1 if at > 0 else None  # "a soldier and policeman"
        if word in stop or not word[0].isalnum():
            return None
    return 0 if place < 2 else None  # "Gunman and two hostages"


def _drop_parts(tokens: Tokens, counts: list[Found], lexicon: NumberLexicon) -> list[Found]:
    """Leave out what names a part of a total already given."""
    if not counts:
        return counts
    swallow = [tuple(p.split()) for p in sorted(lexicon.words("parts", "swallow"))]
    kept: list[Found] = [counts[0]]
    place = counts[0][1]
    for number, found in enumerate(counts[1:], start=1):
        end = counts[number + 1][0] if number + 1 < len(counts) else len(tokens)
        if _holds(tokens.words[found[1] : min(end, found[1] + 5)], [("among", "them"), ("amongst", "them")]):
            break  # "12 people, a cleric among them"
        if _holds(tokens.words[place : found[0]], swallow) or _is_aside(tokens, place, found[0]):
            break
        place = found[1]
        ahead = tokens.words[found[1] : found[1] + 2]
        is_part = ahead in _PARTS or ahead[:1] in _COPULAS
        if found[5] == "further" or not is_part:
            kept.append(found)
    return kept


def _holds(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in phrases for at in range(len(words)))


def _is_aside(tokens: Tokens, first: int, after: int) -> bool:
    """True when a bracket, colon or spaced dash stands between the total and the figure."""
    for at in range(first, after):
        word = tokens.words[at]
        if word in ("(", ":", "["):
            return True
        if is_dash(word) and not (tokens.glued(at - 1) and tokens.glued(at)):
            return True
    return False


def _drop_listed(tokens: Tokens, counts: list[Found]) -> list[Found]:
    """ "seven people, three soldiers and four civilians": a total told again by its parts."""
    if len(counts) > 2 and tokens.word(_noun_end(tokens, counts[0], counts[1])) == ",":
        rest = sum(found[2] for found in counts[1:])
        if rest == counts[0][2]:
            return counts[:1]
    return counts


def _noun_end(tokens: Tokens, found: Found, following: Found) -> int:
    """The token that closes the first conjunct."""
    return next((at for at in range(found[1], following[0]) if tokens.words[at] in (",", "and")), following[0])
