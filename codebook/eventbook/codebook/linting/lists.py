"""Checks of dates.yaml, places.yaml and countries.yaml against the columns and the language."""

from eventbook.codebook.linting.sheet import Sheet, meant, repeated


def check_precision(sheet: Sheet) -> None:
    """The codes of precision are those that the columns allow."""
    for part, fact in (("dates", "day.precision"), ("places", "place.precision")):
        codes = [entry.code for entry in sheet.parts[part].precision]
        for place, code in repeated(codes):
            sheet.add(part, ("precision", place), f"the code {code} stands twice; change one")
        for place, column in enumerate(sheet.parts["columns"]):
            for number, value in enumerate(column.allowed or ()):
                if column.source == fact and value not in codes:
                    message = f"column '{column.name}': the code {value!r} is not in {part}.yaml"
                    hint = meant(value, map(str, codes))
                    sheet.add("columns", ("columns", place, "allowed", number), f"{message}; {hint}")


def check_day_precision(sheet: Sheet) -> None:
    """The policy for unsaid days uses a code that exists."""
    codes = [entry.code for entry in sheet.parts["dates"].precision]
    code = sheet.parts["head"].policies.day_when_unsaid_precision
    if code not in codes:
        message = f"policy day_when_unsaid_precision: {code} is not in dates.yaml; {meant(code, map(str, codes))}"
        sheet.add("head", ("policies", "day_when_unsaid_precision"), message)


def check_source_scale(sheet: Sheet) -> None:
    """The scale of an unknown source is one of the list."""
    places = sheet.parts["places"]
    scale = places.source_scale_when_unknown
    if scale is not None and places.source_scales and scale not in places.source_scales:
        message = f"source_scale_when_unknown: '{scale}' is not in the list; {meant(scale, places.source_scales)}"
        sheet.add("places", ("source_scale_when_unknown",), message)


def check_world(sheet: Sheet) -> None:
    """Countries once each, with a known code and a known region."""
    world = sheet.parts["world"]
    regions = [region.label for region in world.regions]
    for place, label in repeated(regions):
        sheet.add("world", ("regions", place), f"the region '{label}' stands twice; remove one")
    for name in ("iso3", "label"):
        for place, value in repeated(getattr(country, name) for country in world.countries):
            sheet.add("world", ("countries", place), f"the {name} of a country, '{value}', stands twice; remove one")
    for place, country in enumerate(world.countries):
        if country.region is not None and country.region not in regions:
            message = f"{country.label}: the region '{country.region}' is not defined; {meant(country.region, regions)}"
            sheet.add("world", ("countries", place, "region"), message)
        if country.iso3 not in sheet.nations:
            message = f"'{country.iso3}' is no country's ISO 3166-1 alpha-3 code; {meant(country.iso3, sheet.nations)}"
            sheet.add("world", ("countries", place, "iso3"), message)


def check_lists_filled(sheet: Sheet) -> None:
    """A column that takes its values from a list needs that list."""
    filled = {
        "disorder_types": sheet.parts["kinds_of_event"].disorder_types,
        "event_types": sheet.parts["kinds_of_event"].event_types,
        "sub_event_types": sheet.parts["kinds_of_event"].event_types,
        "categories": sheet.parts["actors"].categories, "interactions": sheet.parts["actors"].categories,
        "regions": sheet.parts["world"].regions, "countries": sheet.parts["world"].countries,
    }  # fmt: skip
    for place, column in enumerate(sheet.parts["columns"]):
        if column.allowed_from is not None and not filled[column.allowed_from]:
            message = f"column '{column.name}': the list of {column.allowed_from} is empty"
            sheet.add("columns", ("columns", place, "allowed_from"), f"{message}; fill it or remove allowed_from")
