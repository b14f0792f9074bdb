"""The kind of a bare snippet: the rule that fires and the likeness to the exemplars vote together."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventbook.codebook.codebook import Codebook
from eventbook.coder.events.records import Happening
from eventbook.coder.events.sides import facts_of
from eventbook.coder.kinds.conditions import Decision, decide_kind
from eventbook.coder.kinds.similarity import Proposal


@dataclass(frozen=True, slots=True)
class Classification:
    """The kind of a text by label, None where nothing is codable; `runner_up` is the next likely label."""

    event_type: str | None
    sub_event_type: str | None
    kind_id: str | None
    confidence: float
    runner_up: str | None


def decide_text(happenings: Sequence[Happening], codebook: Codebook) -> Decision | None:
    """The kind that rules give a text as a whole, the main clauses first; None where no rule fires."""
    primary = [h for h in happenings if not h.secondary and not h.thin]
    told = primary or [h for h in happenings if not h.thin] or list(happenings)
    if not told:
        return None
    whole = decide_kind(facts_of(told, None, codebook), codebook)
    if whole is not None:
        return whole
    each = [found for h in told if (found := decide_kind(facts_of([h], None, codebook), codebook))]
    return min(each, key=lambda found: found.kind.rank, default=None)


def classify_text(happenings: Sequence[Happening], proposal: Proposal, codebook: Codebook) -> Classification:
    """Add the votes of the codebook's policies to the likeness and take the largest.

    `rule_vote` goes to the kind that a rule decided, `no_event_vote` to "no event" where no rule fired and half of it
    where one did. The confidence is the winner's share of all votes.
    """
    decision = decide_text(happenings, codebook)
    votes: dict[str | None, float] = dict(proposal.scores)
    silent = codebook.policies.no_event_vote
    if decision is not None:
        votes[decision.kind.id] = votes.get(decision.kind.id, 0.0) + codebook.policies.rule_vote
        silent /= 2
    votes[None] = votes.get(None, 0.0) + silent
    ranks = {kind.id: kind.rank for kind in codebook.kinds}
    order = sorted(votes, key=lambda kind: (-votes[kind], ranks.get(kind or "", -1)))
    best, second = order[0], next((kind for kind in order[1:] if kind is not None), None)
    kind = codebook.kind_by_id.get(best or "")
    after = codebook.kind_by_id.get(second or "")
    return Classification(
        kind.event_type.label if kind else None,
        kind.sub_event_type.label if kind else None,
        kind.id if kind else None,
        round(votes[best] / sum(votes.values()), 4),
        after.sub_event_type.label if after else None,
    )
