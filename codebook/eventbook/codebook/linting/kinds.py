"""Checks of event_types.yaml: ids, labels, definitions, exemplars, sides."""

from collections import Counter
from collections.abc import Iterator

from eventbook.codebook.linting.sheet import Sheet, meant, repeated, unknown
from eventbook.codebook.model import EventType, SubEventType, WhenSecond

EXEMPLARS = 12  # sentences a sub-type should have at least: fewer tell too little of its variety


def sub_types(sheet: Sheet) -> Iterator[tuple[tuple[str | int, ...], EventType, SubEventType]]:
    """All sub-types in order of precedence, with where they stand."""
    for place, event_type in enumerate(sheet.parts["kinds_of_event"].event_types):
        for number, sub in enumerate(event_type.sub_event_types):
            yield ("event_types", place, "sub_event_types", number), event_type, sub


def check_kinds(sheet: Sheet) -> None:
    """What stands twice, what is undefined, and disorder types that are not there."""
    kinds = sheet.parts["kinds_of_event"]
    for key, entries in (("disorder_types", kinds.disorder_types), ("event_types", kinds.event_types)):
        for name in ("id", "label"):
            for number, value in repeated(getattr(entry, name) for entry in entries):
                sheet.add("kinds_of_event", (key, number), f"{key}: the {name} '{value}' stands twice; rename one")
    places = [place for place, _, _ in sub_types(sheet)]
    subs = [sub for _, _, sub in sub_types(sheet)]
    for name in ("id", "label", "code"):
        for number, value in repeated(getattr(sub, name) for sub in subs):
            if value is not None:
                message = f"the {name} of a sub-event type, '{value}', stands twice; rename one"
                sheet.add("kinds_of_event", places[number], message)
    known = {disorder.id for disorder in kinds.disorder_types}
    for place, sub in zip(places, subs, strict=True):
        if not sub.definition:
            sheet.add("kinds_of_event", place, f"the sub-event type '{sub.id}' has no definition; say what it is")
        if sub.disorder_type is not None and sub.disorder_type not in known:
            message = f"disorder type '{sub.disorder_type}' is not defined; {meant(sub.disorder_type, known)}"
            sheet.add("kinds_of_event", (*place, "disorder_type"), message)
        for line in ("counts", "does_not_count"):
            for number, text in enumerate(getattr(sub, line)):
                if number and text[:1].islower():
                    message = f"{sub.id}, {line}: '{text[:40]}' begins in lower case"
                    hint = "if a comma split it, quote the line"
                    sheet.add("kinds_of_event", (*place, line, number), f"{message}; {hint}", warning=True)
        if not sub.when:
            message = f"the sub-event type '{sub.id}' has no condition and is never coded; add one under when"
            sheet.add("kinds_of_event", (*place, "when"), message)
    for number, event_type in enumerate(kinds.event_types):
        if not event_type.sub_event_types:
            message = f"the event type '{event_type.id}' has no sub-event type and is never coded; add one"
            sheet.add("kinds_of_event", ("event_types", number), message)
        if not event_type.definition:
            sheet.add("kinds_of_event", ("event_types", number), f"the event type '{event_type.id}' has no definition")


def check_exemplars(sheet: Sheet) -> None:
    """Each sub-type has its sentences; each sentence stands once and names a sub-type that exists."""
    exemplars = sheet.parts["exemplars"]
    known = {sub.id for _, _, sub in sub_types(sheet)}
    counts = Counter(exemplar.kind for exemplar in exemplars)
    for place, exemplar in enumerate(exemplars):
        if exemplar.kind is not None and exemplar.kind not in known:
            message = f"sub-event type '{exemplar.kind}' is not defined; {meant(exemplar.kind, known)}"
            sheet.add("exemplars", (place,), message)
        elif exemplar.kind is None and not exemplar.reason:
            sheet.add("exemplars", (place,), "a sentence that is not codable needs a reason; add one")
    for place, text in repeated(exemplar.text for exemplar in exemplars):
        sheet.add("exemplars", (place,), f"the exemplar '{text[:40]}…' stands twice; write another")
    for where, _, sub in sub_types(sheet):
        if not counts[sub.id]:
            message = f"the sub-event type '{sub.id}' has no exemplar"
            hint = f"write {EXEMPLARS} sentences in exemplars/{sub.id}.yaml"
            sheet.add("kinds_of_event", where, f"{message}; {hint}")
        elif counts[sub.id] < EXEMPLARS:
            message = f"the sub-event type '{sub.id}' has {counts[sub.id]} exemplars, expected {EXEMPLARS}; write more"
            sheet.add("kinds_of_event", where, message, warning=True)


def check_sides_of_kinds(sheet: Sheet) -> None:
    """Default sides name templates; civilian targeting names categories."""
    templates = sheet.parts["actors"].templates
    categories = {category.id for category in sheet.parts["actors"].categories}
    for place, event_type in enumerate(sheet.parts["kinds_of_event"].event_types):
        rule = event_type.civilian_targeting
        _check_targeting(sheet, ("event_types", place), rule if isinstance(rule, WhenSecond) else None, categories)
    for where, _, sub in sub_types(sheet):
        for name in ("first", "second"):
            template = getattr(sub.sides, name)
            if template is not None and template not in templates:
                message = f"side template '{template}' is not in actors.yaml; {meant(template, templates)}"
                sheet.add("kinds_of_event", (*where, "sides", name), message)
        rule = sub.civilian_targeting
        _check_targeting(sheet, where, rule if isinstance(rule, WhenSecond) else None, categories)


def _check_targeting(sheet: Sheet, where: tuple[str | int, ...], rule: WhenSecond | None, known: set[str]) -> None:
    for place, name in unknown(rule.if_second, known) if rule is not None else ():
        message = f"category '{name}' is not in actors.yaml; {meant(name, known)}"
        sheet.add("kinds_of_event", (*where, "civilian_targeting", "if_second", place), message)
