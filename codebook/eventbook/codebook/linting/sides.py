"""Checks of actors.yaml, of groups/ and of the policies that name them."""

from string import Formatter

from eventbook.codebook.linting.sheet import Sheet, meant, repeated, unknown

_PLACEHOLDERS = ("country", "community")
_TEMPLATE_LINES = (
    "side", "associate", "when_harmed", "when_armed", "of_community", "before_crowds", "before_inmates"
)  # fmt: skip
UNARMED_GROUPS = ("community", "movement", "party", "union")  # organisations that are no side of their own


def check_actors(sheet: Sheet) -> None:
    """Categories, classes, templates and role words."""
    actors = sheet.parts["actors"]
    for name in ("id", "label", "code"):
        for place, value in repeated(getattr(category, name) for category in actors.categories):
            sheet.add("actors", ("categories", place), f"the {name} of a category, '{value}', stands twice; change one")
    known = [category.id for category in actors.categories]
    for line in ("armed", "state", "crowd"):
        for place, value in unknown(getattr(actors.classes, line), known):
            message = f"classes, {line}: category '{value}' is not defined; {meant(value, known)}"
            sheet.add("actors", ("classes", line, place), message)
    for line in ("unarmed", "foreign_state"):
        value = getattr(actors.classes, line, None)
        if value is not None and value not in known:
            message = f"classes: category '{value}' is not defined; {meant(value, known)}"
            sheet.add("actors", ("classes", line), message)
    for line in ("people", "nation", "armed_community", "armed_party", "brawlers", "inmates"):
        value = getattr(actors.classes, line, None)
        if value is not None and value not in actors.templates:
            message = f"classes: template '{value}' is not defined; {meant(value, actors.templates)}"
            sheet.add("actors", ("classes", line), message)
    for name, template in actors.templates.items():
        if template.category not in known:
            message = f"template '{name}': category '{template.category}' is not defined"
            sheet.add("actors", ("templates", name), f"{message}; {meant(template.category, known)}")
        for gap in placeholders(template.name):
            if gap not in _PLACEHOLDERS:
                message = f"template '{name}': {{{gap}}} is filled by nothing; {meant(gap, _PLACEHOLDERS)}"
                sheet.add("actors", ("templates", name), message)
    _check_role_words(sheet)


def _check_role_words(sheet: Sheet) -> None:
    actors = sheet.parts["actors"]
    for place, entry in enumerate(actors.role_words):
        for line in _TEMPLATE_LINES:
            value = getattr(entry, line)
            if value is not None and value not in actors.templates:
                message = f"role words: template '{value}' is not defined; {meant(value, actors.templates)}"
                sheet.add("actors", ("role_words", place, line), message)
    words = [(word, place) for place, entry in enumerate(actors.role_words) for word in entry.words]
    for number, word in repeated(word for word, _ in words):
        message = f"the role word '{word}' stands twice, and only one can count; remove one"
        sheet.add("actors", ("role_words", words[number][1], "words"), message, warning=True)


def check_groups(sheet: Sheet) -> None:
    """Categories, countries and years of the known groups and communities."""
    known = [*(category.id for category in sheet.parts["actors"].categories), *UNARMED_GROUPS]
    for place, group in enumerate(sheet.parts["groups"]):
        if group.category not in known:
            message = f"group '{group.name}': category '{group.category}' is not defined"
            sheet.add("groups", (place, "category"), f"{message}; {meant(group.category, known)}")
        first, last = group.years
        if first is not None and last is not None and first > last:
            sheet.add("groups", (place, "years"), f"group '{group.name}': it ends ({last}) before it begins ({first})")
        templates = sheet.parts["actors"].templates
        if group.force is not None and group.force not in templates:
            message = f"group '{group.name}': template '{group.force}' is not defined; {meant(group.force, templates)}"
            sheet.add("groups", (place, "force"), message)
        if group.state is not None:
            _check_countries(sheet, "groups", place, "state", (group.state,), group.name)
        _check_countries(sheet, "groups", place, "countries", group.countries, group.name)
    for place, community in enumerate(sheet.parts["communities"]):
        _check_countries(sheet, "communities", place, "countries", community.countries, community.name)


def _check_countries(sheet: Sheet, part: str, place: int, key: str, codes: tuple[str, ...], name: str) -> None:
    for _, code in unknown(codes, sheet.nations):
        message = f"'{name}': {code!r} is no country's ISO 3166-1 alpha-3 code; {meant(code, sheet.nations)}"
        sheet.add(part, (place, key), message)


def check_interaction(sheet: Sheet) -> None:
    """The patterns of the interaction cell, and the categories that exceptions name."""
    known = {category.id for category in sheet.parts["actors"].categories}
    rule = sheet.parts["head"].interaction
    for name, pattern, allowed in (("none", rule.none, ("first",)), ("pair", rule.pair, ("lower", "higher"))):
        for gap in placeholders(pattern):
            if gap not in allowed:
                message = f"interaction, {name}: {{{gap}}} is filled by nothing; {meant(gap, allowed)}"
                sheet.add("head", ("interaction", name), message)
    for pair in rule.exceptions:
        names = pair.split("-")
        for name in names:
            if name not in known or len(names) != 2:
                message = f"interaction exception '{pair}': expected two categories, lower-higher; {meant(name, known)}"
                sheet.add("head", ("interaction", "exceptions", pair), message)
                break


def check_policies(sheet: Sheet) -> None:
    """Policies that name event types."""
    kinds = sheet.parts["kinds_of_event"].event_types
    known = {name for kind in kinds for name in (kind.id, *(sub.id for sub in kind.sub_event_types))}
    for place, name in unknown(sheet.parts["head"].policies.country_is_enough_for, known):
        message = f"policy country_is_enough_for: '{name}' is no event type or sub-event type; {meant(name, known)}"
        sheet.add("head", ("policies", "country_is_enough_for", place), message)


def placeholders(pattern: str) -> list[str]:
    """The names in braces; a pattern with a stray brace has the one that no one fills, ''."""
    try:
        return [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    except ValueError:
        return [""]
