"""All checks of a codebook in one go."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.errors import CodebookError, Problem
from eventbook.codebook.language_layer import load_language, load_nations
from eventbook.codebook.linting.checks import check_names_of_checks, check_own_checks
from eventbook.codebook.linting.columns import check_columns, check_key
from eventbook.codebook.linting.conditions import check_acts_used, check_conditions, check_reach
from eventbook.codebook.linting.kinds import check_exemplars, check_kinds, check_sides_of_kinds
from eventbook.codebook.linting.lists import (
    check_day_precision,
    check_lists_filled,
    check_precision,
    check_source_scale,
    check_world,
)
from eventbook.codebook.linting.sheet import Finding, Sheet
from eventbook.codebook.linting.sides import check_actors, check_groups, check_interaction, check_policies
from eventbook.codebook.loading import find_folder, read_parts

# Each check with the parts that it reads: where one of them is broken, the others are checked all the same.
CHECKS: tuple[tuple[Callable[[Sheet], None], tuple[str, ...]], ...] = (
    (check_columns, ("columns",)),
    (check_key, ("columns", "head")),
    (check_kinds, ("kinds_of_event",)),
    (check_exemplars, ("kinds_of_event", "exemplars")),
    (check_sides_of_kinds, ("kinds_of_event", "actors")),
    (check_conditions, ("kinds_of_event", "actors", "language")),
    (check_reach, ("kinds_of_event", "actors")),
    (check_acts_used, ("kinds_of_event", "language")),
    (check_actors, ("actors",)),
    (check_groups, ("actors", "groups", "communities", "language")),
    (check_interaction, ("head", "actors")),
    (check_policies, ("head", "kinds_of_event")),
    (check_precision, ("columns", "dates", "places")),
    (check_day_precision, ("head", "dates")),
    (check_source_scale, ("places",)),
    (check_world, ("world", "language")),
    (check_lists_filled, ("columns", "kinds_of_event", "actors", "world")),
    (check_own_checks, ("checks", "head", "columns", "kinds_of_event", "actors", "world")),
    (check_names_of_checks, ("checks", "columns", "kinds_of_event")),
)

FALLBACK = "en"  # the language to check by where codebook.yaml cannot be read
PARTS = tuple(sorted({part for _, needs in CHECKS for part in needs} - {"language"}))


def lint_codebook(
    name: str | os.PathLike[str] | None = None, *, overrides: Mapping[str, Any] | None = None
) -> tuple[Finding, ...]:
    """All findings on a codebook, by file and line; raises CodebookError only where there is no such folder."""
    folder = find_folder(name).resolve()
    parts, problems = read_parts(folder, overrides=dict(overrides or {}))
    return _check(Sheet(folder, parts, findings=[Finding(problem) for problem in problems]))


def refuse_problems(codebook: Codebook) -> None:
    """Raise CodebookError where linting a loaded codebook finds more than warnings."""
    parts = {name: getattr(codebook, name) for name in PARTS}
    problems = [finding.problem for finding in _check(Sheet(codebook.folder, parts)) if finding.severity == "error"]
    if problems:
        raise CodebookError(problems)


def refuse_wrong_checks(codebook: Codebook) -> None:
    """Raise CodebookError where checks.yaml does not fit a loaded codebook."""
    sheet = Sheet(codebook.folder, {name: getattr(codebook, name) for name in PARTS})
    check_own_checks(sheet)
    check_names_of_checks(sheet)
    if sheet.findings:
        raise CodebookError([finding.problem for finding in sorted(set(sheet.findings))])


def _check(sheet: Sheet) -> tuple[Finding, ...]:
    """All findings of all checks whose parts are there."""
    head = sheet.parts["head"]
    language = head.language if head is not None else FALLBACK
    try:
        sheet.language = load_language(language)
        sheet.nations = frozenset(nation.iso3 for nation in load_nations(language))
    except CodebookError as error:
        name = sheet.folder.name
        sheet.findings += [Finding(Problem(f"{name}/{p.file}", p.line, p.message)) for p in error.problems]
    ready = {name for name, part in sheet.parts.items() if part is not None}
    ready |= {"language"} if sheet.language is not None else set()
    for check, needs in CHECKS:
        if ready.issuperset(needs):
            check(sheet)
    return tuple(sorted(set(sheet.findings)))
