"""Kinds proposed by likeness to the codebook's exemplars, and how they join the kinds that rules decide."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eventbook.codebook.codebook import Codebook
from eventbook.coder.kinds.exemplar_index import ExemplarIndex, load_index

# Probabilities are rounded before they are ranked, so that float noise decides nothing; ties go to the kind
# of higher precedence.
DECIMALS = 4
NEAREST = 3
RULE_CONFIDENCE = 0.7  # least confidence of a kind that a rule decided; an agreeing proposal raises it
REJECTION = 0.6  # a proposal "not codable" at least this sure rejects what only a general rule says
CORRECTION = 0.5  # a proposal at least this sure replaces the kind of a general rule


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
    return tuple(
        next(found) if any(character.isalpha() for character in text) else WORDLESS for text in texts
    )


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


def combine(
    rule_kind: str | None, rule_is_general: bool, proposal: Proposal, codebook: Codebook
) -> tuple[str | None, float, str | None]:
    """The kind of a bare snippet, its confidence, and the runner-up, from a rule and from likeness.

    - A specific rule that fired stands, whatever the exemplars say.
    - A general rule (a mere "attack", a mere "crowd") gives way to a sure "not codable" and to a sure other kind.
    - Where no rule fired the proposal decides, if its confidence reaches `classify_minimum_confidence` of the
      codebook's policies; below that the snippet is not coded and the proposed kind is the runner-up.
    """
    if rule_kind is None:
        return _by_likeness(proposal, codebook)
    if rule_is_general and proposal.kind_id != rule_kind:
        limit = REJECTION if proposal.kind_id is None else CORRECTION
        if proposal.confidence >= limit:
            return proposal.kind_id, proposal.confidence, rule_kind
    others = [kind for kind, _ in proposal.scores if kind != rule_kind]
    support = dict(proposal.scores).get(rule_kind, 0.0)
    return rule_kind, max(RULE_CONFIDENCE, support), others[0] if others else None


def _by_likeness(proposal: Proposal, codebook: Codebook) -> tuple[str | None, float, str | None]:
    if proposal.kind_id is None or proposal.confidence >= codebook.policies.classify_minimum_confidence:
        return proposal.kind_id, proposal.confidence, proposal.runner_up
    rejected = dict(proposal.scores).get(None, 0.0)
    return None, rejected, proposal.kind_id
