"""The checks as a Great Expectations suite: one custom expectation, which runs a rule over whole columns.

The stock expectations are not used: they list at most 200 failing values, take about 0.1 ms for each failing row, and
the stock pair expectation walks the rows one by one.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventbook.validation.checks.records import Check, Failures
from eventbook.validation.checks.rules import run_rule
from eventbook.validation.checks.tables import Tables

_ANSWER = "eventbook.answer"  # key of the frame's attrs under which the expectation finds who answers it

Answer = Callable[[Check], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one check: its failures, or the message of the crash."""

    check: Check
    failures: Failures | None
    crash: str = ""


def run_suite(checks: Sequence[Check], tables: Tables, *, name: str) -> list[Outcome]:
    """Run all checks on the rows, in their order. A rule that raises, or gives no answer, is a crash."""

    def answer(check: Check) -> dict[str, Any]:
        failures = run_rule(tables, check)
        count = len(failures.rows)
        return {"success": count == 0, "result": {"unexpected_count": count, "failures": failures}}

    with quiet():
        batches = make_context().data_sources.add_pandas("rows").add_dataframe_asset("rows")
        batch = batches.add_batch_definition_whole_dataframe("rows").get_batch(batch_parameters=rows_of(answer))
        found = batch.validate(make_suite(checks, name=name), result_format="BASIC") if checks else None
    answers = found.results if found is not None else []
    results = {answer.expectation_config.kwargs.get("check"): answer for answer in answers}
    return [_outcome(check, results.get(check.to_json())) for check in checks]


def make_context() -> Any:
    """A Great Expectations context that keeps all in memory and shows no progress."""
    context = _import_great_expectations().get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    return context


def rows_of(answer: Answer) -> dict[str, Any]:
    """The batch's parameters: a frame that only carries who answers the expectations, as rules read Arrow tables."""
    import pandas as pd

    frame = pd.DataFrame({"row": [0]})
    frame.attrs[_ANSWER] = answer
    return {"dataframe": frame}


def make_suite(checks: Sequence[Check], *, name: str) -> Any:
    """The Great Expectations suite of these checks."""
    gx = _import_great_expectations()
    expectation = _expectation()
    levels = {"error": "critical", "warning": "warning"}
    return gx.ExpectationSuite(
        name=name,
        expectations=[
            expectation(check=check.to_json(), description=check.sentence, severity=levels[check.severity])
            for check in checks
        ],
    )


def crash_of(exception_info: Any) -> str:
    """The message of a crash, '' for none.

    Great Expectations gives the information flat where the expectation raises, and nested by metric where a metric
    does; the flat key alone would read such a crash as an ordinary failure.
    """
    if not isinstance(exception_info, dict):
        return ""
    entries = [exception_info] if "raised_exception" in exception_info else list(exception_info.values())
    for entry in entries:
        get = entry.get if isinstance(entry, dict) else lambda key, entry=entry: getattr(entry, key, None)
        if get("raised_exception"):
            return str(get("exception_message") or "no message")
    return ""


def _outcome(check: Check, result: Any) -> Outcome:
    if result is None:
        return Outcome(check, None, "it gave no result")
    crash = crash_of(result.exception_info)
    failures = result.result.get("failures")
    if crash or not isinstance(failures, Failures):
        return Outcome(check, None, crash or "it gave no list of rows")
    return Outcome(check, failures)


def _import_great_expectations() -> Any:
    os.environ["GX_ANALYTICS_ENABLED"] = "False"  # read at import by older versions
    import great_expectations

    return great_expectations


@cache
def _expectation() -> Any:
    """The expectation's class; made here, as its base class takes seconds to import."""
    _import_great_expectations()
    from great_expectations.expectations.expectation import BatchExpectation

    class ExpectRowsToKeepTheCodebook(BatchExpectation):  # type: ignore[misc]  # GX is untyped here
        """Expect every row to keep one check of the codebook."""

        check: str  # the check as JSON
        domain_keys = ("batch_id",)
        success_keys = ("check",)
        metric_dependencies = ()

        def _validate(
            self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None
        ) -> dict[str, Any]:
            frame = execution_engine.batch_manager.active_batch_data.dataframe
            answered: dict[str, Any] = frame.attrs[_ANSWER](Check.from_json(self.check))
            return answered

    return ExpectRowsToKeepTheCodebook


@contextmanager
def quiet() -> Iterator[None]:
    """Great Expectations logs and warns of its own affairs."""
    import logging
    import warnings

    logger = logging.getLogger("great_expectations")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
