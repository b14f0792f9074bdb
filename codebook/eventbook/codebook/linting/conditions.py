"""Checks of the conditions: names that exist, rules that can hold, rules that something else leaves to be reached."""

from collections.abc import Iterable

from eventbook.codebook.linting.kinds import sub_types
from eventbook.codebook.linting.sheet import Sheet, meant
from eventbook.codebook.model import Condition
from eventbook.codebook.model_sides import Actors

CLASSES = ("armed", "state")  # of categories, that conditions may name
UNKNOWN = "unknown"

Where = tuple[str | int, ...]


def check_conditions(sheet: Sheet) -> None:
    """Features, categories and classes that do not exist; conditions that can never hold."""
    language, actors = sheet.language, sheet.parts["actors"]
    assert language is not None
    carried = {feature for act in language.acts for feature in act.features}
    sides = {*CLASSES, *(category.id for category in actors.categories)}
    for where, _, sub in sub_types(sheet):
        for number, condition in enumerate(sub.when):
            here = (*where, "when", number)
            for line, names, known in (
                ("acts", _split(condition.acts), language.features), ("without", condition.without, language.features),
                ("by", condition.by, {*sides, UNKNOWN}), ("against", condition.against, {*sides, UNKNOWN}),
                ("sides_any", condition.sides_any, sides), ("without_sides", condition.without_sides, sides),
            ):  # fmt: skip
                what = "feature" if line in ("acts", "without") else "category or class of sides"
                for name in dict.fromkeys(names):
                    if name not in known:
                        message = f"{sub.id}, {line}: '{name}' is no {what}; {meant(name, known)}"
                        sheet.add("kinds_of_event", (*here, line), message)
            _check_can_hold(sheet, here, sub.id, condition, carried & set(language.features))


def _check_can_hold(sheet: Sheet, here: Where, kind: str, condition: Condition, carried: set[str]) -> None:
    if not any(getattr(condition, name) for name in Condition.model_fields):
        sheet.add("kinds_of_event", here, f"{kind}: an empty condition holds for everything; say what must hold")
    for item in condition.acts:
        ways = set(item.split("|"))
        if ways <= set(condition.without):
            message = f"{kind}: '{item}' is both asked for and excluded, so the condition never holds; remove one"
            sheet.add("kinds_of_event", (*here, "without"), message)
        elif not ways & carried:
            message = f"{kind}: no act of the language has the feature '{item}', so the condition never holds"
            sheet.add("kinds_of_event", (*here, "acts"), f"{message}; {meant(item, carried)}")


def check_reach(sheet: Sheet) -> None:
    """Conditions that an earlier, weaker one always comes before."""
    actors = sheet.parts["actors"]
    earlier: list[tuple[str, int, Condition]] = []
    for where, _, sub in sub_types(sheet):
        own: list[tuple[str, int, Condition]] = []
        hidden = []
        for number, condition in enumerate(sub.when):
            cover = next((c for c in (*earlier, *own) if is_weaker(c[2], condition, actors)), None)
            if cover is not None:
                hidden.append((number, cover))
            own.append((sub.id, number, condition))
        if sub.when and len([1 for _, cover in hidden if cover[0] != sub.id]) == len(sub.when):
            _, (name, number, _) = hidden[0]
            message = (
                f"'{sub.id}' is never coded: '{name}' (condition {number + 1}) comes first and holds wherever this "
                "does; move it before that type or narrow the other"
            )
            sheet.add("kinds_of_event", where, message)
        else:
            for number, (name, other, _) in hidden:
                message = f"condition {number + 1} of '{sub.id}' adds nothing: '{name}' (condition {other + 1}) holds"
                here = (*where, "when", number)
                sheet.add("kinds_of_event", here, f"{message} wherever it does; remove it", warning=True)
        earlier += own


def is_weaker(weak: Condition, strong: Condition, actors: Actors) -> bool:
    """Whether `weak` holds wherever `strong` does."""
    alternatives = [set(item.split("|")) for item in strong.acts]
    if not all(any(ways <= set(item.split("|")) for ways in alternatives) for item in weak.acts):
        return False
    sure = {next(iter(ways)) for ways in alternatives if len(ways) == 1}
    if sure & set(weak.without) or not set(weak.without) <= set(strong.without):
        return False
    for line in ("by", "against"):
        if getattr(weak, line) and not _within(getattr(strong, line), getattr(weak, line), actors):
            return False
    named = [line for line in (strong.sides_any, strong.by, strong.against) if UNKNOWN not in line]
    if weak.sides_any and not any(_within(line, weak.sides_any, actors) for line in named):
        return False
    if not _expand(weak.without_sides, actors) <= _expand(strong.without_sides, actors):
        return False
    for line in ("target", "marked"):
        wanted, given = set(getattr(weak, line)), set(getattr(strong, line))
        if wanted and not (given and given <= wanted):
            return False
    return True


def check_acts_used(sheet: Sheet) -> None:
    """Acts of the language that no condition asks for, in one warning."""
    assert sheet.language is not None
    asked = {name for _, _, sub in sub_types(sheet) for c in sub.when for name in _split(c.acts)}
    unused = [act.act for act in sheet.language.acts if not asked & set(act.features)]
    if unused:
        message = f"no type asks for these acts: {', '.join(unused)}; add conditions if they should be coded"
        sheet.add("kinds_of_event", ("event_types",), message, warning=True)


def _split(items: Iterable[str]) -> list[str]:
    return [name for item in items for name in item.split("|")]


def _within(inner: tuple[str, ...], outer: tuple[str, ...], actors: Actors) -> bool:
    return bool(inner) and _expand(inner, actors) <= _expand(outer, actors)


def _expand(names: Iterable[str], actors: Actors) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        found.update(getattr(actors.classes, name) if name in CLASSES else (name,))
    return frozenset(found)
