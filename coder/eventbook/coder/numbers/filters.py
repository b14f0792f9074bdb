"""Figures that count nobody: ages, dates, times, money, measures, scores, designations, serial numbers."""

from .lexicon import NumberLexicon
from .tokens import Tokens
from .years import is_dash, is_year, may_be_year


def not_a_count(tokens: Tokens, first: int, after: int, value: int, lexicon: NumberLexicon) -> bool:
    """Is the cardinal in tokens `first:after` something else than a count of people or things?"""
    return (
        _joined(tokens, first, after, lexicon)
        or _measured(tokens, first, after, lexicon)
        or _named(tokens, first, after, lexicon)
        or _date_or_time(tokens, first, after, value, lexicon)
        or _age(tokens, first, after, lexicon)
        or _of_animals(tokens, after, lexicon)
    )


def _of_animals(tokens: Tokens, after: int, lexicon: NumberLexicon) -> bool:
    """40 cattle, thirty of his sheep, 200 head of cattle, 60 stolen cows."""
    animals = lexicon.words("not_counted", "animals")
    ahead = tokens.words[after : after + 3] if tokens.word(after + 1) == "of" or tokens.word(after) == "of" else ()
    plain = (tokens.word(after), *((tokens.word(after + 1),) if tokens.word(after).isalpha() else ()))
    breaks = lexicon.words("noun_phrase_break")
    found = [at for at, word in enumerate(ahead or (plain if plain[0] not in breaks else ())) if word in animals]
    return bool(found) and not _are_people(tokens.word(after + found[-1] + 1), breaks | animals)


def _are_people(word: str, others: frozenset[str]) -> bool:
    """Whether the word behind an animal's makes people of it: "two cattle thieves", "three goat herders"."""
    return word.isalpha() and word.endswith("s") and word not in others


_HYPHENS = frozenset(["-", "‐", "‑"])
_JOINTS = frozenset(["/", "#", "@", "_", "=", ":", "&", "}"])


def _joined(tokens: Tokens, first: int, after: int, lexicon: NumberLexicon) -> bool:
    """AK-47, 9/11, 011-222-3333, two-day, #5, @77."""
    word, figure = tokens.word, tokens.word(first)[0].isdigit()
    before, behind = word(first - 1), word(after)
    glued_before, glued_after = tokens.glued(first - 1), tokens.glued(after - 1)
    if figure and len(tokens.word(first)) > 1 and tokens.word(first)[0] == "0":
        return True
    if figure and glued_before and before in _JOINTS:
        return True
    if (
        figure
        and glued_before
        and before in (".", ",")
        and not (tokens.glued(first - 2) and word(first - 2)[-1:].isalpha())
    ):
        return True  # .9082, R19.1
    if glued_before and is_dash(before) and tokens.glued(first - 2):
        other = word(first - 2)[:1]
        if other.isdigit() or (other.isalpha() and before in _HYPHENS):
            return True
    if not glued_after:
        return False
    if figure and behind in ("/", ":", "_", "="):
        return True
    if behind in _HYPHENS and tokens.glued(after):
        joined = word(after + 1)
        return joined[:1].isalpha() and joined not in lexicon.words("members")
    return False


def _measured(tokens: Tokens, first: int, after: int, lexicon: NumberLexicon) -> bool:
    """20 km, 30 percent, $5 million, Rs 500, 5 million dollars, three more days, two to three weeks."""
    word, money = tokens.word, lexicon.words("not_counted", "money_before")
    before = word(first - 1)
    if before in money or (before == "." and word(first - 2) in ("rs", "r")):
        return before != "us" or tokens.written(first - 1) == "US"
    behind, second = word(after), word(after + 1)
    if is_dash(behind):
        behind, second = second, word(after + 2)
    if behind in lexicon.words("articles") or behind == ".":
        return (behind, second) in (("a", "m"), ("p", "m"))
    if f"{behind} {second}" in lexicon.raw["not_counted"]["two_words_after"]:
        return True
    if behind == "p" and second == ".":
        return True
    if behind in lexicon.words("not_counted", "fillers"):
        behind = second
    return (
        behind in lexicon.measures
        or behind in lexicon.time_units
        or behind in lexicon.words("not_counted", "money_after")
    )


def _named(tokens: Tokens, first: int, after: int, lexicon: NumberLexicon) -> bool:
    """Article 370, Brigade 5, No. 5, Highway 61: figures only, and the name comes directly before."""
    if not tokens.word(first)[0].isdigit():
        return False
    before = tokens.word(first - 1)
    if before == "." and tokens.word(first - 2) in ("no", "nr", "nos", "vol", "art", "sec"):
        return True
    return before in lexicon.words("not_counted", "names_before")


def _date_or_time(tokens: Tokens, first: int, after: int, value: int, lexicon: NumberLexicon) -> bool:
    """in 2010, May 3, 3 May, 20 and 21 November, the 2014 attack; "2010 people" stays a count."""
    word, figure = tokens.word, tokens.word(first)
    if not figure[0].isdigit() or after != first + 1:
        return False
    before, at = (word(first - 2), first - 2) if word(first - 1) == "." else (word(first - 1), first - 1)
    behind = word(after)
    if value <= 31 or 1500 <= value <= 2099:
        if before in lexicon.months and _is_month(tokens, at):
            return True
        if behind in lexicon.months and _is_month(tokens, after):
            return True
        if behind == "of" and word(after + 1) in lexicon.months:
            return True
    if before.isdigit() and word(at - 1) in lexicon.months:
        return 1500 <= value <= 2099  # July 7 2005
    if value <= 31 and _in_list_of_days(tokens, first, lexicon):
        return True
    if 32 <= value <= 99 and len(figure) == 2 and before in lexicon.months and word(at - 1)[:1].isdigit():
        return True  # 18 FEB 90
    if first == 0 and behind in (".", ")"):
        return True  # the number of a paragraph
    return is_year(tokens, first) or may_be_year(tokens, first)


def _in_list_of_days(tokens: Tokens, first: int, lexicon: NumberLexicon) -> bool:
    """20 and 21 November; November 20 and 21, where nothing is counted by the last figure."""
    word, joints = tokens.word, ("and", ",", "to", "-", "–", "or")
    if word(first + 1) in joints and word(first + 2).isdigit() and word(first + 3) in lexicon.months:
        return True
    if not (word(first - 1) in joints and word(first - 2).isdigit() and word(first - 3) in lexicon.months):
        return False
    return not word(first + 1)[:1].isalpha()


def _is_month(tokens: Tokens, index: int) -> bool:
    """Lower-case "may" and "march" beside a figure are months only in lower-cased text, where both are possible."""
    return tokens.word(index) not in ("may", "march") or tokens.written(index)[:1].isupper()


_AGE_CLOSERS = frozenset([",", ".", ")", "and", ";", "", "–", "—"])


def _age(tokens: Tokens, first: int, after: int, lexicon: NumberLexicon) -> bool:
    """aged 23; 23 years old is a measure; "Ali, 43," and "Ali (43)" after a name."""
    word = tokens.word
    ages = lexicon.words("not_counted", "age_before")
    if word(first - 1) in ages or (word(first - 1) in ("and", ",", "or", "to") and word(first - 3) in ages):
        return True
    if after != first + 1 or not word(first).isdigit() or not 0 < int(word(first)) < 110:
        return False
    opener, closer = word(first - 1), word(after)
    if opener in ("is", "was") and word(first - 2) in lexicon.words("not_counted", "aged_words"):
        return closer in _AGE_CLOSERS  # "who is 22 and whose father"
    if not ((opener == "," and closer in _AGE_CLOSERS) or (opener == "(" and closer == ")")):
        return False
    name = tokens.written(first - 2)
    return name[:1].isalpha() and (name[:1].isupper() or (closer in (",", "") and not name.endswith("s")))
