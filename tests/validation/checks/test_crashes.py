"""A check that crashes is neither passed nor failed."""

import pytest

from eventbook.validation.checks.records import Check
from eventbook.validation.checks.suite import crash_of, make_suite, run_suite


@pytest.mark.parametrize(
    ("information", "message"),
    [
        pytest.param({"raised_exception": False, "exception_message": None}, "", id="flat, no crash"),
        pytest.param({"raised_exception": True, "exception_message": "boom"}, "boom", id="flat crash"),
        pytest.param({"('m', 1)": {"raised_exception": True, "exception_message": "boom"}}, "boom", id="nested crash"),
        pytest.param({"('m', 1)": {"raised_exception": False}}, "", id="nested, no crash"),
        pytest.param({}, "", id="nothing told"),
    ],
)
def test_crashes_are_read_flat_and_nested(information, message):
    assert crash_of(information) == message


def test_a_check_that_crashes_is_an_error_of_its_own(rows_of, codebook, monkeypatch):
    from eventbook.validation.checks import check_rows, rules

    def broken(tables, check):
        if check.id == "allowed.inter1":
            raise RuntimeError("out of ideas")
        return real(tables, check)

    real = rules.run_rule
    monkeypatch.setattr("eventbook.validation.checks.suite.run_rule", broken)
    found = check_rows(rows_of({"fatalities": -1}), codebook).to_pylist()
    assert [(f["check_id"], f["severity"], f["event_id"]) for f in found] == [
        ("allowed.inter1", "error", None), ("range.fatalities", "error", "KEN1"),
    ]  # fmt: skip
    assert "crashed" in found[0]["message"] and "out of ideas" in found[0]["message"]


def test_an_unknown_kind_of_check_crashes(codebook, rows_of):
    from datetime import date

    from eventbook.validation.checks.tables import make_tables

    check = Check("x", "no_such_kind", ("year",), "error", "", "")
    (outcome,) = run_suite([check], make_tables(rows_of(), codebook, today=date(2026, 1, 1)), name="x")
    assert outcome.failures is None and "no_such_kind" in outcome.crash


def test_the_suite_has_an_expectation_for_each_check(codebook):
    from eventbook.validation.checks.compiling import compile_checks

    checks = compile_checks(codebook, columns=[column.name for column in codebook.columns])
    suite = make_suite(checks, name=codebook.id)
    assert len(suite.expectations) == len(checks) > 70
    assert len({check.id for check in checks}) == len(checks)
    assert all(check.sentence and check.message for check in checks)
