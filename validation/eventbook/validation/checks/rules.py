"""The closed vocabulary of rules: the name of each kind of check, and what runs it."""

from eventbook.validation.checks import (
    cell_rules,
    date_rules,
    evidence_rules,
    pair_rules,
    place_rules,
    soft_rules,
)
from eventbook.validation.checks.records import Check, Failures
from eventbook.validation.checks.tables import Tables


def run_rule(tables: Tables, check: Check) -> Failures:
    """Run a check's rule; raises KeyError for a kind that there is not."""
    return {
        "missing_column": cell_rules.is_missing,
        "type": cell_rules.is_of_type,
        "required": cell_rules.is_filled,
        "allowed": cell_rules.is_allowed,
        "pattern": cell_rules.matches,
        "range": cell_rules.is_in_range,
        "unique_together": cell_rules.is_unique,
        "allowed_together": pair_rules.is_determined,
        "required_if": pair_rules.is_required_if,
        "empty_if": pair_rules.is_empty_if,
        "filled_with": pair_rules.is_filled_with,
        "ordered": pair_rules.is_ordered,
        "prefix": pair_rules.starts_with,
        "not_future": date_rules.is_not_future,
        "part_of_date": date_rules.is_part_of_date,
        "window": date_rules.is_in_window,
        "in_country": place_rules.is_in_country,
        "division_of": place_rules.is_division_of,
        "evidence": evidence_rules.has_evidence,
        "quotes": evidence_rules.quotes_text,
        "evidence_source": evidence_rules.has_source,
        "adds_up": evidence_rules.adds_up,
        "second_source": soft_rules.has_second_source,
        "dominant": soft_rules.is_not_dominant,
        "jump": soft_rules.is_near_parent,
        "sum_jump": soft_rules.sums_near_parent,
    }[check.kind](tables, check)
