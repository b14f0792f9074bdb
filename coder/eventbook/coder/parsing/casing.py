"""What the parser gets to see of a sentence, and the way back to its offsets."""

import re
from dataclasses import dataclass

from eventbook.coder.parsing.lemmas import is_common_word

_RUN = re.compile(r"\s+")
_ODD_SPACE = re.compile(r"\s{2,}|[^\S ]")
# Not the "s" of "police's": letters behind an apostrophe belong to the word before.
_WORD = re.compile(r"(?<!['\u2019\w])[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
# A heading of one or two short words in capitals is more often a name (NATO, U.S.) than shouting.
_FEWEST_LETTERS = 9
_TELLING_LETTERS = 4
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NO_CAPITALS = bytes(code for code in range(128) if not chr(code).isupper())
_NO_SMALL = bytes(code for code in range(128) if not chr(code).islower())
_FEWEST_TELLING = 3
#: Verb forms that the treebank lacks, each read as one of the same length and form that it has.
UNSEEN = {"overran": "invaded"}
_UNSEEN_WORD = re.compile(rf"\b(?:{'|'.join(UNSEEN)})\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence made ready for a pipeline; ``offsets`` is None where positions are the same.

    ``offsets[i]`` is the position in the sentence as written of character ``i`` of ``text``;
    one more entry stands for the end.
    """

    text: str
    offsets: tuple[int, ...] | None


def prepare_sentence(sentence: str) -> Reading:
    """Give a sentence natural capitals, make each run of white space one blank, and replace words never seen.

    Treebanks hold next to no shouting and no line breaks, so a model reads neither well.
    """
    text = _UNSEEN_WORD.sub(lambda found: UNSEEN[found.group()], natural_case(sentence))
    if _ODD_SPACE.search(text) is None:
        return Reading(text, None)
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for run in _RUN.finditer(text):
        pieces += (text[at : run.start()], " ")
        offsets.extend(range(at, run.start() + 1))
        at = run.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return Reading("".join(pieces), tuple(offsets))


def count_cases(text: str) -> tuple[int, int]:
    """How many capital and how many small letters a text has."""
    letters = text.encode("ascii", "ignore")  # nearly all, and ten times as fast
    others = () if text.isascii() else _NOT_ASCII.findall(text)
    upper = len(letters.translate(None, _NO_CAPITALS)) + sum(map(str.isupper, others))
    return upper, len(letters.translate(None, _NO_SMALL)) + sum(map(str.islower, others))


def natural_case(sentence: str) -> str:
    """Respell a sentence in capitals, in small letters or in Headline Capitals as prose; others stay as they are.

    Common words get small letters, all others (names, mostly) a capital.  The length never
    changes: a letter whose other case takes two characters stays.
    """
    upper, lower = count_cases(sentence)
    if upper + lower < _FEWEST_LETTERS:
        return sentence
    if upper == 0 or lower * 20 < upper:
        return _first_large(_WORD.sub(lambda found: _prose(found.group()), sentence))
    if upper * 12 > lower and _has_headline_capitals(sentence):
        first = _WORD.search(sentence)
        at = first.end() if first else 0
        return sentence[:at] + _WORD.sub(lambda found: _small_if_common(found.group()), sentence[at:])
    return sentence


def _has_headline_capitals(sentence: str) -> bool:
    words = [word for word in _WORD.findall(sentence)[1:] if len(word) >= _TELLING_LETTERS]
    large = [word for word in words if word[0].isupper()]
    common = [word for word in large if not word.isupper() and is_common_word(word.lower())]
    return len(common) >= _FEWEST_TELLING and len(large) * 4 >= len(words) * 3


def _prose(word: str) -> str:
    lower = word.lower()
    stem = re.split(r"['\u2019]", lower)[0]
    return _same_length(word, lower if is_common_word(stem) else lower[:1].upper() + lower[1:])


def _small_if_common(word: str) -> str:
    if not word[0].isupper() or word[1:] != word[1:].lower() or not is_common_word(word.lower()):
        return word
    return _same_length(word, word.lower())


def _first_large(sentence: str) -> str:
    first = _WORD.search(sentence)
    if first is None:
        return sentence
    at = first.start()
    return sentence[:at] + _same_length(sentence[at], sentence[at].upper()) + sentence[at + 1 :]


def _same_length(word: str, respelt: str) -> str:
    return respelt if len(respelt) == len(word) else word
