"""What the parser gets to see of a sentence, and the way back to its offsets."""

import re
from dataclasses import dataclass

_RUN = re.compile(r"\s+")
_ODD_SPACE = re.compile(r"\s{2,}|[^\S ]")
# A heading of one or two short words in capitals is more often a name (NATO, U.S.) than shouting.
_FEWEST_LETTERS = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence made ready for a pipeline; ``offsets`` is None where positions are the same.

    ``offsets[i]`` is the position in the sentence as written of character ``i`` of ``text``;
    one more entry stands for the end.
    """

    text: str
    offsets: tuple[int, ...] | None


def prepare_sentence(sentence: str) -> Reading:
    """Lower-case a sentence that is all capitals, and make each run of white space one blank.

    Treebanks hold next to no shouting and no line breaks, so a model reads neither well.
    """
    text = lower_capitals(sentence)
    if _ODD_SPACE.search(text) is None:
        return Reading(text, None)
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for run in _RUN.finditer(text):
        pieces.append(text[at : run.start()])
        pieces.append(" ")
        offsets.extend(range(at, run.start() + 1))
        at = run.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return Reading("".join(pieces), tuple(offsets))


def lower_capitals(sentence: str) -> str:
    """Lower-case a sentence without small letters, character by character; others stay as they are.

    A letter whose small form is longer than one character stays too: offsets never move.
    """
    if not sentence.isupper() or sum(map(str.isalpha, sentence)) < _FEWEST_LETTERS:
        return sentence
    lower = sentence.lower()
    if len(lower) == len(sentence):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in sentence)
