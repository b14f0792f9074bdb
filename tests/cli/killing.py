"""Run by the tests of kills: `eventbook` with checks that find nothing, so that a start costs little."""

import os
import sys
import types

import pyarrow as pa


def check_rows(events: pa.Table, codebook: object, **tables: object) -> pa.Table:
    names = ("check_id", "severity", "event_id", "column", "value", "message", "quote")
    return pa.schema([(name, pa.string()) for name in names]).empty_table()


if __name__ == "__main__":
    if os.environ.get("EVENTBOOK_REAL_CHECKS") is None:
        stub = types.ModuleType("eventbook.validation.checks")
        stub.check_rows, stub.ACROSS = check_rows, ()  # type: ignore[attr-defined]
        sys.modules["eventbook.validation.checks"] = stub
    from eventbook.cli.main import main

    main()
