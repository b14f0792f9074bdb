"""What travels through a check: the check itself, and the rows that fail it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from eventbook.codebook.model import Severity

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

WHOLE_TABLE = -1  # the row of a failure that concerns the table, not one event


@dataclass(frozen=True, slots=True)
class Check:
    """One check, ready to run.

    `kind` names the rule, `columns` and `arguments` (plain JSON values) are what it reads; the last column is the one
    that a finding names. `sentence` says what must hold, `message` what to tell of a row that fails.
    """

    id: str
    kind: str
    columns: tuple[str, ...]
    severity: Severity
    sentence: str
    message: str
    section: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """The check as one JSON text, equal for equal checks."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=str)

    @staticmethod
    def from_json(text: str) -> "Check":
        """The check that `to_json` wrote."""
        data = json.loads(text)
        return Check(**(data | {"columns": tuple(data["columns"])}))


@dataclass(frozen=True, slots=True)
class Failures:
    """Rows that fail one check: positions (`WHOLE_TABLE` for none in particular), and what to say of each.

    The arrays are as long as `rows`; without `values` the cells of the check's last column are shown. `columns` names
    the column of each failure where a check looks at several.
    """

    rows: "np.ndarray"
    values: "pa.Array | None" = None
    expected: "pa.Array | None" = None
    quotes: "pa.Array | None" = None
    columns: "pa.Array | None" = None
