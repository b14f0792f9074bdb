"""Great Expectations' own pages on a run of the checks: its Data Docs."""

import html
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.validation.checks.findings import CRASHED
from eventbook.validation.checks.records import Check
from eventbook.validation.checks.suite import make_context, make_suite, quiet, rows_of

if TYPE_CHECKING:
    import pyarrow as pa

_SITE = "eventbook"
_OWN = {"expectations", "index.html", "static", "validations"}  # what a site consists of
_EXAMPLES = 20  # failing rows shown of each check


def write_data_docs(
    folder: Path, checks: Sequence[Check], findings: "pa.Table", *, rows: int, name: str
) -> tuple[Path, Path]:
    """Write the Data Docs of a run into `folder`; the page of the run, and the index. An older site is replaced.

    Great Expectations writes values into its pages as they are, so they come escaped. The pages are written without
    any network; their looks, and the table of the index, are loaded from the web by the browser. Raises OSError, and
    FileExistsError for a folder with other files.
    """
    if folder.exists() and not {entry.name for entry in folder.iterdir()} <= _OWN:  # an old site is deleted
        raise FileExistsError(17, "holds other files; give a new or an empty folder", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    found = _by_check(findings)

    def answer(check: Check) -> dict[str, Any]:
        lines = found.get(check.id, [])
        if lines and lines[0]["message"].startswith(CRASHED):
            raise RuntimeError(html.escape(lines[0]["message"]))
        examples = [html.escape(f"{line['event_id'] or 'whole table'}: {line['message']}") for line in lines]
        return {"success": not lines, "result": {
            "element_count": rows, "unexpected_count": len(lines), "partial_unexpected_list": examples[:_EXAMPLES],
            "unexpected_percent": min(100.0, 100 * len(lines) / max(rows, 1)), "observed_value": f"{rows:,} rows",
        }}  # fmt: skip

    told = [replace(check, sentence=html.escape(_sentence(check))) for check in checks]
    with quiet():
        context = make_context()
        suite = context.suites.add(make_suite(told, name=name))
        batches = context.data_sources.add_pandas("eventbook").add_dataframe_asset("rows")
        context.validation_definitions.add(
            _definition(name, batches.add_batch_definition_whole_dataframe("rows"), suite)
        ).run(batch_parameters=rows_of(answer), result_format="SUMMARY")  # fmt: skip
        context.add_data_docs_site(_SITE, {
            "class_name": "SiteBuilder", "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())},
        })  # fmt: skip
        context.build_data_docs(site_names=[_SITE])
    return next(folder.glob("validations/**/*.html")), folder / "index.html"


def _definition(name: str, rows: Any, suite: Any) -> Any:
    import great_expectations

    return great_expectations.ValidationDefinition(name=name, data=rows, suite=suite)


def _by_check(findings: "pa.Table") -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in findings.select(["check_id", "event_id", "message"]).to_pylist():
        found.setdefault(line["check_id"], []).append(line)
    return found


def _sentence(check: Check) -> str:
    section = f"; {check.section}" if check.section else ""
    return f"{check.sentence} [{check.severity} {check.id}{section}]"
