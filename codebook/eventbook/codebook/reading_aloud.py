"""Conditions read aloud: the sentence of the human codebook that a rule stands for."""

from collections.abc import Iterable, Mapping

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.language_layer import load_language
from eventbook.codebook.model import Condition, Targeting

_TARGETS = {
    "person": "people", "place": "a place", "property": "property", "weapon": "a weapon", "forces": "forces",
}  # fmt: skip
_MARKS = {
    "significant": "it concerns a significant figure",
    "mass": "it concerns many people at once",
    "crowd": "a crowd of people does it",
}


def read_condition(condition: Condition, codebook: Codebook) -> str:
    """One sentence, or two where something is excluded."""
    features = load_language(codebook.head.language).features
    acts = _and(_or(features.get(name, name) for name in item.split("|")) for item in condition.acts)
    said = [f"Applies where {acts or 'something happens'}"]
    if condition.by:
        said.append(f"the one who acts is {_or(_side(name, codebook) for name in condition.by)}")
    if condition.against:
        said.append(f"the other side is {_or(_side(name, codebook) for name in condition.against)}")
    if condition.sides_any:
        said.append(f"one side is {_or(_side(name, codebook) for name in condition.sides_any)}")
    if condition.without_sides:
        said.append(f"neither side is {_or(_side(name, codebook) for name in condition.without_sides)}")
    if condition.target:
        said.append(f"it is done to {_or(_TARGETS[name] for name in condition.target)}")
    if condition.marked:
        said.append(_or(_MARKS[name] for name in condition.marked))
    text = ", and ".join(said) + "."
    if condition.without:
        text += f" Not where {_or(features.get(name, name) for name in condition.without)}."
    return text


def read_targeting(targeting: Targeting, codebook: Codebook) -> str:
    """Whether civilians count as the target."""
    if targeting == "always":
        return "Civilians always count as the target."
    if targeting == "never":
        return "Civilians never count as the target."
    names = _or(_label(name, codebook) for name in targeting.if_second)
    return f"Civilians count as the target where the second side is {names}."


def read_side(template: str | None, codebook: Codebook) -> str:
    """The name that a side gets where the text names none."""
    return codebook.actors.templates[template].name if template in codebook.actors.templates else ""


def _side(name: str, codebook: Codebook) -> str:
    classes: Mapping[str, str] = {"armed": "an armed side", "state": "the state", "unknown": "nobody who is named"}
    return classes.get(name, _label(name, codebook))


def _label(name: str, codebook: Codebook) -> str:
    category = codebook.category_by_id.get(name)
    return category.label if category is not None else name


def _or(names: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(names))


def _and(names: Iterable[str]) -> str:
    return ", and ".join(dict.fromkeys(names))
