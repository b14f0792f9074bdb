"""Names that are people, teams, organisations or words, and governments that are named by a capital."""

from __future__ import annotations

from collections.abc import Sequence

from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.places.cues import Cue
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.lexicon import Words
from eventbook.coder.places.spans import Case, Span
from eventbook.coder.places.tokens import Token

_STOPS = frozenset(",;:.()[]–—")


def is_metonym(tokens: Sequence[Token], span: Span, cue: Cue, words: Words, gazetteer: Gazetteer) -> bool:
    """True for "Washington said", "Moscow-backed", "talks between Washington and Tehran"."""
    if not _governs(span, gazetteer):
        return False
    if cue.relation == "metonym" or cue.word == "according to" or is_seat_of_power(span, gazetteer):
        return True
    after = _key(tokens, span.last + 1)
    if cue.strength == 0 and after in words.governs:
        return True
    if cue.strength <= 1 and cue.word not in ("of", "'s") and after in words.speaks:
        return True
    before = _key(tokens, span.first - 1)
    if before in words.metonym_before - {"on", "between"} and cue.strength == 0:
        return True
    related = any(key in words.relations_nouns for key in _same_part(tokens, span))
    coordinated = before in ("between", "and") or after == "and"
    return related and coordinated and cue.strength == 0


def _same_part(tokens: Sequence[Token], span: Span) -> list[str]:
    """The words around the name, eight before and five after, up to the next comma or stop."""
    before, after = [], []
    for index in range(span.first - 1, max(-1, span.first - 9), -1):
        if tokens[index].text in _STOPS:
            break
        before.append(tokens[index].key)
    for index in range(span.last + 1, min(len(tokens), span.last + 6)):
        if tokens[index].text in _STOPS:
            break
        after.append(tokens[index].key)
    return [*before, *after]


def is_seat_of_power(span: Span, gazetteer: Gazetteer) -> bool:
    """True for "White House" or "Kremlin": named for a government, and no large town."""
    stands = any(what == "metonym" for _, what in gazetteer.words(span.key))
    return stands and max((e.place.population for e in span.entries if e.rank <= 0), default=0) < 100_000


def _governs(span: Span, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.words(span.key))


def is_person(tokens: Sequence[Token], span: Span, cue: Cue, words: Words, case: Case) -> bool:
    """True where the words around make the name a person's."""
    if _adjacent(tokens, span.first - 1):
        before = tokens[span.first - 1]
        if before.key in words.titles and not before.possessive:
            return True
        if before.key in words.first_names and (before.capital or case == "lower") and cue.strength < 2:
            return True
    after = tokens[span.last + 1] if span.last + 1 < len(tokens) else None
    if after is None or cue.strength >= 2 or tokens[span.last].possessive:
        return False
    if span.key in words.first_names and after.capital and after.key and _adjacent(tokens, span.last):
        return True
    if after.key in ("who", "whose") or (cue.strength == 0 and after.key in words.speaks):
        return True
    return _apposed(tokens, span.last + 1, words)


def _apposed(tokens: Sequence[Token], index: int, words: Words) -> bool:
    """After the name: "the girl", ", a striker", ", 23,"."""
    comma = _text(tokens, index) == ","
    step = index + 1 if comma else index
    if comma and _text(tokens, step).isdigit() and len(_text(tokens, step)) < 3:
        return _text(tokens, step + 1) in (",", ".", "")
    if comma and _key(tokens, step) in ("who", "whose"):
        return True
    if _key(tokens, step) in ("a", "an", "the", "her", "his", "my"):
        return any(_key(tokens, i) in words.person_nouns for i in range(step + 1, min(step + 4, len(tokens))))
    return False


def is_other_name(
    tokens: Sequence[Token],
    span: Span,
    cue: Cue,
    words: Words,
    case: Case,
    taken: frozenset[int],
    gazetteer: Gazetteer,
) -> bool:
    """True where the name is a part of an organisation's, a team's or another longer name."""
    after = _key(tokens, span.last + 1)
    if cue.strength < 3 and _numbered(tokens, span.last + 1):
        return True
    if cue.strength == 0 and _text(tokens, span.last + 1) == "&":
        return True
    if cue.strength < 3 and _bare_article(tokens, span):
        return True
    if _key(tokens, span.first - 2) in words.sided and _text(tokens, span.first - 1) == "-":
        return True
    if _is_namesake(tokens, span, words):
        return True
    if _is_water(tokens, span.first - 1, words):
        return True
    if cue.strength == 0 and _text(tokens, span.first - 1) == "-" and not _articled(tokens, span.first - 2):
        return True
    if _is_second_half(tokens, span, taken, words):
        return True
    capital_after = (
        case == "mixed"
        and span.last + 1 < len(tokens)
        and tokens[span.last + 1].capital
        and _adjacent(tokens, span.last)
        and not tokens[span.last].possessive
    )
    if case == "upper" and after in words.named_after:
        return True
    if after in words.team_words and (capital_after or case != "mixed"):
        return True
    if after in words.plays and cue.strength == 0:
        return True
    if capital_after and (after in words.not_after or _names_company(tokens, span, words)):
        return True
    if capital_after and _is_begun(span, after, words, gazetteer):
        return True
    known = span.last + 1 in taken and max(e.place.population for e in span.entries) >= 200_000
    if capital_after and after not in words.kind_after and cue.strength == 0 and not known:
        return True
    if not _adjacent(tokens, span.first - 1):
        return False
    before = tokens[span.first - 1]
    if before.key in words.not_before and before.capital:
        return True
    first = span.first - 1
    while case == "mixed" and cue.strength == 0 and first > 1 and first in taken and _adjacent(tokens, first - 1):
        first -= 1  # "Roberto Garcia Alvarado": towns as well, but names of a person here
    before = tokens[first]
    plain = (
        (before.capital and first > 0 if case == "mixed" else not is_common_word(before.key))
        and not before.possessive
        and first not in taken
        and before.key not in words.between
        and before.key not in words.compass
        and before.key not in words.at
        and before.key not in words.near
        and before.key not in words.calendar
        and before.key not in words.kind_of
        and not any(what == "people" for _, what in gazetteer.words(before.key))
    )
    return plain and (cue.strength < 3 or after in words.not_after)  # "the Aleppo front", "the Cacua Guerrero front"


def _names_company(tokens: Sequence[Token], span: Span, words: Words) -> bool:
    """ "The Sui Southern Gas Company", "the Alfaro Lives group": a name in capitals that ends as those of companies,
    newspapers or armed groups do."""
    for index in range(span.last + 1, min(span.last + 4, len(tokens))):
        if not _adjacent(tokens, index - 1):
            return False
        if not tokens[index].capital:
            return tokens[index].key in words.bands
        if tokens[index].key in words.companies:
            return True
    return False


def _is_begun(span: Span, after: str, words: Words, gazetteer: Gazetteer) -> bool:
    """ "San Juan Comalapa": a saint's name that only begins a longer one."""
    if span.key.split(" ")[0] not in words.name_heads:
        return False
    other = after in words.kind_after | words.calendar | words.titles | words.first_names
    return not other and not gazetteer.words(after)


def _numbered(tokens: Sequence[Token], index: int) -> bool:
    """After the name "-14": a weapon."""
    return _text(tokens, index) == "-" and _text(tokens, index + 1)[:1].isdigit()


def _is_second_half(tokens: Sequence[Token], span: Span, taken: frozenset[int], words: Words) -> bool:
    """ "Shapar-Veraval": the end of a longer name that is not known."""
    first = span.first
    if first < 2 or tokens[first - 1].text not in "-–" or tokens[first - 1].start != tokens[first - 2].end:
        return False
    half = tokens[first - 2]
    told = half.key in words.compass or half.key in words.between or half.key in words.at or half.key in words.near
    known = first - 2 in taken or told or _articled(tokens, first - 2) or is_common_word(half.key)
    return tokens[first].start == tokens[first - 1].end and half.key.isalpha() and not known


def _articled(tokens: Sequence[Token], index: int) -> bool:
    """True for "al-" after anything but a first name's place in the sentence."""
    if _key(tokens, index) not in ("al", "el", "ar", "as", "ash", "at", "ad", "az", "an", "deir", "tal", "tel", "ras"):
        return False
    return not (index > 0 and tokens[index - 1].capital and bool(tokens[index - 1].key))


def _bare_article(tokens: Sequence[Token], span: Span) -> bool:
    """ "the Tropicana." is no town; "the Kabul attack" and "the Donbas" are places."""
    if _key(tokens, span.first - 1) != "the" or span.key.startswith("the "):
        return False
    if any(e.place.kind in ("region", "feature", "country", "division") for e in span.entries):
        return False
    return not _key(tokens, span.last + 1) or _key(tokens, span.last + 1) in (
        "in",
        "on",
        "at",
        "and",
        "to",
        "of",
        "with",
    )


def _is_namesake(tokens: Sequence[Token], span: Span, words: Words) -> bool:
    """ "Told The Irrawaddy", "the Belgrade daily", "Molotov cocktails": what only bears a town's name."""
    the = _text(tokens, span.first - 1) == "The" and _key(tokens, span.first - 2) in words.tells
    if _key(tokens, span.first - 1) == "of" and _key(tokens, span.first - 2) in words.likenesses:
        return True  # "a statue of Columbus"
    agency = _key(tokens, span.last + 1) == "news" and _key(tokens, span.last + 2) == "agency"
    return the or agency or _key(tokens, span.last + 1) in words.namesakes


def _is_water(tokens: Sequence[Token], index: int, words: Words) -> bool:
    """After "the left bank of the": a river, whatever towns bear its name."""
    first = index - 1 if _key(tokens, index) == "the" else index
    return _key(tokens, first) == "of" and _key(tokens, first - 1) in words.watersides


def _adjacent(tokens: Sequence[Token], index: int) -> bool:
    """True if the token and the next are words parted by at most two blanks."""
    if index < 0 or index + 1 >= len(tokens):
        return False
    return bool(tokens[index].key) and tokens[index + 1].start - tokens[index].end <= 2 and bool(tokens[index + 1].key)


def _key(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].key if 0 <= index < len(tokens) else ""


def _text(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""
