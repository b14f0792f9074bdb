"""Evaluating the codebook's conditions over the acts, sides and circumstances of a happening."""

from collections.abc import Iterable
from dataclasses import dataclass

from eventbook.codebook.codebook import Codebook, Kind
from eventbook.codebook.model import Condition

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions look at: features of the acts, categories of both sides, kinds of target, marks."""

    features: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    target: frozenset[str]
    marked: frozenset[str]
    reciprocal: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The kind that applies, and the number of the condition that was met."""

    kind: Kind
    condition: int
    swapped: bool = False

    @property
    def rule(self) -> str:
        """The id of the rule: the kind's id and the condition's number, counted from 1."""
        return f"kinds.{self.kind.id}.{self.condition + 1}"


def decide_kind(facts: Facts, codebook: Codebook) -> Decision | None:
    """The first kind in the order of precedence with a condition that holds; None where none holds."""
    for kind in codebook.kinds:
        for number, condition in enumerate(kind.sub_event_type.when):
            if holds(condition, facts, codebook):
                return Decision(kind, number)
            if facts.reciprocal and holds(condition, _swap(facts), codebook):
                return Decision(kind, number, swapped=True)
    return None


def holds(condition: Condition, facts: Facts, codebook: Codebook) -> bool:
    """Whether all lines of a condition hold."""
    return (
        all(_any_of(item, facts.features) for item in condition.acts)
        and not facts.features & set(condition.without)
        and _side(condition.by, facts.first, codebook)
        and _side(condition.against, facts.second, codebook)
        and (not condition.sides_any or bool(_expand(condition.sides_any, codebook) & (facts.first | facts.second)))
        and not _expand(condition.without_sides, codebook) & (facts.first | facts.second)
        and (not condition.target or bool(facts.target & set(condition.target)))
        and (not condition.marked or bool(facts.marked & set(condition.marked)))
    )


def _any_of(item: str, features: frozenset[str]) -> bool:
    return any(feature in features for feature in item.split("|"))


def _side(wanted: tuple[str, ...], found: frozenset[str], codebook: Codebook) -> bool:
    if not wanted:
        return True
    if not found:
        return UNKNOWN in wanted
    return bool(_expand(wanted, codebook) & found)


def _expand(wanted: Iterable[str], codebook: Codebook) -> frozenset[str]:
    """Classes of categories replaced by the categories."""
    found: set[str] = set()
    for item in wanted:
        found.update(getattr(codebook.actors.classes, item, None) or (item,) if item in ("armed", "state") else (item,))
    return frozenset(found)


def _swap(facts: Facts) -> Facts:
    return Facts(facts.features, facts.second, facts.first, facts.target, facts.marked, True)
