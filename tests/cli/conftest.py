"""What the tests of the commands share: the tiny codebook, articles, and checks that answer at once."""

import json
import sys
import types
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

TINY = Path(__file__).resolve().parents[1] / "codebook" / "tiny"
FINDINGS = ("check_id", "severity", "event_id", "column", "value", "message", "quote")


@pytest.fixture
def needs_parser() -> None:
    from eventbook.coder.parsing.errors import ParserError
    from eventbook.coder.parsing.parser import load_parser

    try:
        load_parser()
    except ParserError:
        pytest.skip("no parser is installed")


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the checks find, for a test to fill; nothing at first."""
    rows: list[dict[str, Any]] = []

    def check_rows(events: pa.Table, codebook: object, **tables: object) -> pa.Table:
        known = set(events[codebook.key].to_pylist())  # type: ignore[attr-defined]
        found = [row for row in rows if row["event_id"] in known and tables["scope"] == "each"]
        return pa.Table.from_pylist(found, schema=pa.schema([(name, pa.string()) for name in FINDINGS]))

    stub = types.ModuleType("eventbook.validation.checks")
    stub.check_rows, stub.ACROSS = check_rows, ()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "eventbook.validation.checks", stub)
    return rows


def write_articles(path: Path, articles: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def make_articles(count: int, *, prefix: str = "a") -> list[dict[str, Any]]:
    """Articles that each report one event of their own."""
    towns = ("Calais", "Mombasa", "Durban", "Lagos", "Karachi", "Chittagong")
    return [
        {
            "id": f"{prefix}{number}", "published": str(date(2010, 1, 5) + timedelta(weeks=number)),
            "source": f"Wire {number % 3}", "title": f"Report {number}",
            "text": f"Dockers held a protest in {towns[number % len(towns)]} on Monday over their pay, a union said.",
        }
        for number in range(count)
    ]  # fmt: skip
