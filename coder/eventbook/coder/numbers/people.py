"""How many people a noun phrase names: parts that are added, and parts of a total that are not."""

from collections.abc import Mapping, Sequence

from .counts import Found, read_counts
from .lexicon import NumberLexicon, number_lexicon
from .parts import without_parts
from .records import Count, CountKind, PeopleCount
from .tokens import Tokens, tokenise

_REACH = 8  # tokens from a noun back to its determiner: "her 16-year-old daughter" has five between
_GENITIVES = ("'s", "’s")
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
    counts = list(read_counts(tokens, vague, persons))
    counts = sorted(counts + _singles(tokens, counts, persons, collective or {}, lexicon))
    counts = sorted(counts + _elliptic(tokens, counts, lexicon))
    kept = without_parts(tokens, counts, lexicon)
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
        if follower in ("'s", "’s", "-", "‐", "‑") or (follower in persons and place + 1 not in taken):
            continue
        value = collective.get(word, int(word in persons))
        if not value or (word not in persons and follower == "of"):
            continue
        opener = _opener(tokens, place, taken, lexicon)
        if opener is not None:
            out.append((opener, place + 1, value, value, "exact", "definite" if value == 1 else "collective"))
    return out


def _elliptic(tokens: Tokens, counts: Sequence[Found], lexicon: NumberLexicon) -> list[Found]:
    """One person each without a noun: "a British and an American soldier", "a guard and an American", "him and"."""
    starts, articles, out = {found[0] for found in counts}, lexicon.words("articles"), list[Found]()
    if not counts:
        return out

    def named(at: int) -> bool:
        return tokens.written(at)[:1].isupper() and not tokens.raw.isupper()

    for at, word in enumerate(tokens.words):
        if word in lexicon.words("pronouns") and tokens.word(at - 1) in ("", "and", ",") and at not in starts:
            out.append((at, at + 1, 1, 1, "exact", "definite"))
        elif word in articles and at not in starts and tokens.word(at + 1)[:1].isalpha():
            follower = tokens.word(at + 2)
            if (follower == "and" and at + 3 in starts and tokens.word(at + 3) in articles) or (
                follower in ("", ",", "and") and tokens.word(at - 1) in ("and", ",") and named(at + 1)
            ):
                out.append((at, at + 2, 1, 1, "exact", "article"))
    return out


def _opener(tokens: Tokens, place: int, taken: set[int], lexicon: NumberLexicon) -> int | None:
    """First token of the noun phrase that token `place` heads, where it opens as one person's does."""
    definite, articles = lexicon.words("definite"), lexicon.words("articles")
    stop = lexicon.words("noun_phrase_break") - definite - articles
    for at in range(place - 1, max(place - _REACH, -1), -1):
        word = tokens.words[at]
        if at in taken:
            return None
        if word in definite or word in articles or word in _GENITIVES:
            return at
        if word == "and":
            return at + 1 if at > 0 else None  # "a soldier and policeman"
        if word in stop or not (word[0].isalnum() or word == "-"):
            return None
    return 0 if place < 2 else None  # "Gunman and two hostages"
