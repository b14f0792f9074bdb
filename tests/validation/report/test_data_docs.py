"""Great Expectations' own pages: written without a network, escaped, crashes told as crashes."""

import re
import socket
from pathlib import Path

import pyarrow as pa
import pytest

from eventbook.codebook.loading import load_codebook
from eventbook.validation.checks.compiling import compile_checks
from eventbook.validation.checks.findings import CRASHED, findings_schema
from eventbook.validation.report.data_docs import write_data_docs


def finding(check_id: str, message: str, event_id: str | None = "KEN1") -> dict[str, str | None]:
    return {"check_id": check_id, "severity": "error", "event_id": event_id, "message": message}


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Path]:
    """The page of a run with one failed and one crashed check, written while no socket can be opened."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    codebook = load_codebook()
    checks = compile_checks(codebook, columns=[column.name for column in codebook.columns])
    rows = [finding("range.fatalities", "fatalities holds <script>alert(1)</script>"),
            finding("allowed.inter1", f"{CRASHED}<b>boom</b>", None)]  # fmt: skip
    found = pa.Table.from_pylist(rows, schema=findings_schema())
    page, index = write_data_docs(tmp_path / "docs", checks, found, rows=10, name=codebook.id)
    assert index == tmp_path / "docs" / "index.html" and index.exists()
    return page.read_text(encoding="utf-8"), tmp_path / "docs"


def test_the_page_tells_what_failed_and_what_crashed(written):
    page = " ".join(re.sub(r"<[^>]+>", " ", written[0]).split())
    assert "1 unexpected values found. 10% of 10 total rows" in page
    assert "fatalities is 0 or more. [error range.fatalities; Deaths]" in page
    assert "raised an exception" in page and "boom" in page


def test_values_of_rows_do_not_become_markup(written):
    assert "<script>alert(1)" not in written[0] and "&lt;script&gt;alert(1)" in written[0]
    assert "<b>boom" not in written[0]


def test_an_older_site_is_replaced_and_other_files_are_kept_safe(written):
    codebook, none = load_codebook(), findings_schema().empty_table()
    page, _ = write_data_docs(written[1], [], none, rows=0, name=codebook.id)
    assert list(written[1].glob("validations/**/*.html")) == [page]
    (written[1] / "thesis.txt").write_text("x")
    with pytest.raises(FileExistsError, match="holds other files"):
        write_data_docs(written[1], [], none, rows=0, name=codebook.id)
    assert page.exists() and (written[1] / "thesis.txt").exists()
