"""Kinds proposed by likeness to the codebook's exemplars."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eventbook.codebook.codebook import Codebook
from eventbook.coder.kinds.exemplar_index import ExemplarIndex, load_index

# Probabilities are rounded before they are ranked, so that float noise decides nothing; ties go to the kind
# of higher precedence.
DECIMALS = 4
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """The likeliest kind of a text; None is "not codable". Confidence is the calibrated probability.

    `scores` holds all classes, the likeliest first; `nearest` the three most similar exemplars. A codebook
    without exemplars proposes nothing: `kind_id` None with confidence 0 and no scores.
    """

    kind_id: str | None
    confidence: float
    runner_up: str | None
    runner_up_confidence: float
    scores: tuple[tuple[str | None, float], ...] = ()
    nearest: tuple[str, ...] = ()


NOTHING = Proposal(None, 0.0, None, 0.0)
WORDLESS = Proposal(None, 1.0, None, 0.0, ((None, 1.0),))


def propose_kinds(texts: Sequence[str], codebook: Codebook) -> tuple[Proposal, ...]:
    """A proposal for each text; texts without a letter are not codable with confidence 1."""
    index = load_index(codebook)
    if index is None:
        return (NOTHING,) * len(texts)
    worded = [text for text in texts if any(character.isalpha() for character in text)]
    found = iter(_propose(worded, index) if worded else ())
    return tuple(next(found) if any(character.isalpha() for character in text) else WORDLESS for text in texts)


def _propose(texts: Sequence[str], index: ExemplarIndex) -> list[Proposal]:
    probabilities, similarities = index.score(texts)
    rounded = np.round(probabilities, DECIMALS)
    likeness = np.round(similarities.astype(np.float64), DECIMALS)
    proposals = []
    for row, alike in zip(rounded, likeness, strict=True):
        order = np.argsort(-row, kind="stable")
        scores = tuple((index.classes[number], float(row[number])) for number in order)
        near = np.argsort(-alike, kind="stable")[:NEAREST]
        proposals.append(Proposal(*scores[0], *scores[1], scores, tuple(index.texts[number] for number in near)))
    return proposals
