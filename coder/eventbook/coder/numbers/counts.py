"""Counts in a sentence: figures, number words and vague words, each with its span and its bounds."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from .cardinal import read_cardinal
from .filters import not_a_count
from .lexicon import NumberLexicon, number_lexicon
from .records import Count, CountKind
from .single import article_person, is_pronoun_one, names_nobody, ordinal_person
from .tokens import Tokens, tokenise
from .years import is_dash

Found = tuple[int, int, int, int, CountKind, str]  # first token, end token, low, high, kind, rule
_Index = dict[str, list[tuple[tuple[str, ...], int]]]


def find_counts(
    text: str,
    start: int,
    end: int,
    *,
    vague: Mapping[str, int],
    singular_persons: frozenset[str] = frozenset(),
) -> tuple[Count, ...]:
    """Counts in `text[start:end]`, in order, not overlapping; offsets are into `text`.

    `vague` is the codebook's worth of "several", "dozens"...; a vague word that it lacks is no count. With
    `singular_persons` ("soldier", "woman") an article and such a noun count one. Codebook policy on deaths:
    the lowest figure printed is `low` and `best`.
    """
    tokens = tokenise(text[start:end])
    counts = []
    for first, after, low, high, kind, rule in read_counts(tokens, vague, singular_persons):
        a, b = start + tokens.starts[first], start + tokens.ends[after - 1]
        counts.append(Count(a, b, low, low, high, kind, f"numbers.{rule}", text[a:b]))
    return tuple(counts)


def read_counts(tokens: Tokens, vague: Mapping[str, int], persons: frozenset[str]) -> Iterator[Found]:
    """Counts as token spans, left to right."""
    lexicon, index = number_lexicon(), _vague_index(tuple(vague.items()))
    openers, words = lexicon.openers, tokens.words
    at, floor = 0, 0  # `floor` keeps a prefix from reaching into the count before
    while at < len(words):
        word = words[at]
        if word in openers or word in index or word[0].isdigit():
            found, next_at = _count_at(tokens, at, floor, lexicon, index, persons)
            if found is not None and not (found[4] == "vague" and _is_noun_of(tokens, floor, at, lexicon)):
                yield found
                floor = found[1]
            at = max(next_at, at + 1)
        else:
            at += 1


def _is_noun_of(tokens: Tokens, floor: int, at: int, lexicon: NumberLexicon) -> bool:
    """Is a vague noun ("people", where the codebook gives it a worth) what the count before it counts?"""
    if not 0 < floor <= at <= floor + 3:
        return False
    between = tokens.words[floor:at]
    return all(word[0].isalpha() for word in between) and lexicon.words("noun_phrase_break").isdisjoint(between)


@lru_cache(maxsize=16)
def _vague_index(items: tuple[tuple[str, int], ...]) -> _Index:
    index: _Index = {}
    for phrase, value in sorted(items, key=lambda item: (-len(item[0].split()), item[0])):
        words = tuple(phrase.lower().split())
        if words:
            index.setdefault(words[0], []).append((words, value))
    return index


def _count_at(
    tokens: Tokens, at: int, floor: int, lexicon: NumberLexicon, index: _Index, persons: frozenset[str]
) -> tuple[Found | None, int]:
    """The count that begins at token `at`, and where to read on."""
    word = tokens.words[at]
    for phrase in lexicon.none_index.get(word, ()):
        if tokens.words[at : at + len(phrase)] == phrase:
            return (at, at + len(phrase), 0, 0, "exact", "none"), at + len(phrase)
    if word == "no":
        return ((at, at + 1, 0, 0, "exact", "none") if names_nobody(tokens, at, lexicon, persons) else None), at + 1
    if word in index and (found := _vague(tokens, at, floor, lexicon, index)) is not None:
        return found, found[1]
    if (cardinal := read_cardinal(tokens.words, at, lexicon)) is not None:
        return _cardinal(tokens, at, floor, cardinal, lexicon)
    if word == "both":
        follower = tokens.word(at + 1)
        counted = follower.endswith("s") or follower in ("", "of", "men", "women", "people", "were", "died", "dead")
        joined = "and" in tokens.words[at + 1 : at + 6] or follower in lexicon.words("both_not_before")
        return ((at, at + 1, 2, 2, "exact", "both") if counted and not joined else None), at + 1
    if (after := article_person(tokens, at, lexicon, persons)) is not None:
        return (at, after, 1, 1, "exact", "further" if word == "another" else "article"), after
    if (found_ordinal := ordinal_person(tokens, at, lexicon, persons)) is not None:
        return (at, at + 1, found_ordinal, found_ordinal, "ordinal", "ordinal"), at + 1
    if word in lexicon.words("articles") and tokens.word(at + 1) in lexicon.pair and tokens.word(at + 2) == "of":
        if tokens.word(at + 3) in lexicon.time_units or tokens.word(at + 3) in lexicon.measures:
            return None, at + 3
        return (at, at + 3, 2, 2, "about", "about"), at + 3
    return None, at + 1


def _vague(tokens: Tokens, at: int, floor: int, lexicon: NumberLexicon, index: _Index) -> Found | None:
    """ "several", "a few hundred", "tens of thousands" by the codebook's worth of the vague word."""
    words = tokens.words
    found = next(((p, v) for p, v in index[words[at]] if words[at : at + len(p)] == p), None)
    if found is None:
        return None
    value, after = found[1], at + len(found[0])
    follower = tokens.word(after)
    scale = lexicon.scales.get(follower) or lexicon.packs.get(follower, 0)
    if scale:
        value, after = value * scale, after + 1
    elif follower == "of" and tokens.word(after + 1) in lexicon.scale_plurals:
        value, after = value * lexicon.scale_plurals[tokens.word(after + 1)], after + 2
    elif (follower in index and follower not in lexicon.words("people_nouns")) or (
        follower and read_cardinal(words, after, lexicon) is not None
    ):
        return None  # "some 300", "many dozens": the second word counts
    follower = tokens.word(after)
    if words[at] in ("some", "many") and (
        tokens.word(at - 1) in lexicon.words("vague_words", "not_after")
        or follower in lexicon.words("vague_words", "not_before")
    ):
        return None
    if follower in lexicon.time_units or follower in lexicon.measures:
        return None
    if follower == "of" and (
        tokens.word(after + 1) in lexicon.time_units or tokens.word(after + 1) in lexicon.measures
    ):
        return None
    if not_a_count(tokens, at, after, 0, lexicon):
        return None
    first, kind, further = _prefix(tokens, at, floor, lexicon)
    return (
        first,
        after,
        value,
        value,
        "at_least" if kind == "at_least" else "vague",
        ("further" if further else "vague"),
    )


def _cardinal(
    tokens: Tokens, at: int, floor: int, cardinal: tuple[int, int], lexicon: NumberLexicon
) -> tuple[Found | None, int]:
    """A cardinal with its range and the words around it, unless it counts nobody."""
    low, after = cardinal
    high = low
    span = _range_end(tokens, at, low, after, lexicon)
    if span is not None:
        _second, high, after = span
        if high <= low:
            return None, after  # 2-1 is a score
    if tokens.word(at) == "one" and after == at + 1 and is_pronoun_one(tokens, at, lexicon):
        return None, after
    if not_a_count(tokens, at, after, high, lexicon):
        return None, after
    if (
        span is not None
        and not is_dash(tokens.word(cardinal[1]))
        and not_a_count(tokens, at, cardinal[1], low, lexicon)
    ):
        return None, after
    first, kind, further = _prefix(tokens, at, floor, lexicon)
    if span is not None:
        kind = "range"
        if tokens.word(at - 1) == "between" and at - 1 >= floor:
            first = min(first, at - 1)
    last, behind, more = _suffix(tokens, after, lexicon)
    if behind is not None and kind == "exact":
        kind = behind
    rule = "further" if further or more else kind
    return (first, last, low, high, kind, rule), last


def _range_end(tokens: Tokens, at: int, low: int, after: int, lexicon: NumberLexicon) -> tuple[int, int, int] | None:
    """`(second cardinal's token, its value, end)` of "17 to 20", "10-15", "between 10 and 15"."""
    joint = tokens.word(after)
    opener = tokens.word(at - 1)
    dash = is_dash(joint) and tokens.glued(after - 1) == tokens.glued(after) and tokens.word(at)[0].isdigit()
    allowed = joint == "or" or (joint == "to" and opener != "from") or (joint == "and" and opener == "between") or dash
    if not allowed or tokens.word(after + 1) in ("a", "an"):
        return None
    second = read_cardinal(tokens.words, after + 1, lexicon)
    if second is None:
        return None
    value, end = second
    if joint == "or" and not low < value <= max(low + 5, low * 2):
        return None
    if joint == "to" and value <= low:
        return None
    if joint != "or" and low < 100 <= value and tokens.word(end - 1) in lexicon.scales and tokens.word(at)[0].isdigit():
        # "2 to 3 million" lends its scale to the first figure; the lowest figure is then not what is printed
        return after + 1, value, end
    return after + 1, value, end


def _prefix(tokens: Tokens, at: int, floor: int, lexicon: NumberLexicon) -> tuple[int, CountKind, bool]:
    """Words before a figure ("at least another"): first token, kind, and whether the figure adds to an earlier one."""
    first, kind, further = at, "exact", False
    alone = (
        tokens.word(at) == "one"
        and tokens.word(at + 1) not in lexicon.scales
        and tokens.word(at - 1) in ("over", "about", "around", "some", "under")
    )
    for _ in range(2):
        for phrase in lexicon.before_index.get(tokens.word(first - 1), ()):
            begin = first - len(phrase)
            if (
                begin >= floor and tokens.words[begin:first] == phrase and not (alone and len(phrase) == 1)
            ):  # took over one of
                found = lexicon.before[phrase]
                if found == "further":
                    further = True
                elif kind == "exact" or found == "at_least":
                    kind = found
                first = begin
                break
        else:
            break
    return first, kind, further  # type: ignore[return-value]


def _suffix(tokens: Tokens, after: int, lexicon: NumberLexicon) -> tuple[int, CountKind | None, bool]:
    """Words after a figure ("or more", "others"): end token, kind, and whether it adds to an earlier figure."""
    for phrase in lexicon.after_index.get(tokens.word(after), ()):
        if tokens.words[after : after + len(phrase)] == phrase:
            kind = lexicon.after[phrase]
            if kind == "further":
                return after, None, tokens.word(after + 1) != "than"
            return after + len(phrase), kind, False  # type: ignore[return-value]
    return after, None, False
