"""Write the expected rows of every golden case anew, to be read as a diff: `make golden`."""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / stage) for stage in ("codebook", "coder")]

COLUMNS = (
    "event_date", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
    "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "country", "admin1",
    "location", "latitude", "longitude", "geo_precision", "fatalities",
)  # fmt: skip


def cases() -> list[Path]:
    """The folders of the cases, in order of their names."""
    return sorted(path.parent for path in HERE.glob("*/article.json"))


def expected_of(folder: Path, coder: Any) -> dict[str, Any]:
    """The main columns of the rows that the coder gives, and the reasons for what it leaves out."""
    from eventbook.coder.articles import read_articles
    from eventbook.coder.records import Article

    (article,) = read_articles([folder / "article.json"])
    if not isinstance(article, Article):
        raise ValueError(f"{folder / 'article.json'}: not read as an article: {article}")
    coded = coder.code(article)
    rows = [{name: row.values[name] for name in COLUMNS} for row in coded.rows]
    rows.sort(key=lambda row: (str(row["event_date"]), str(row["location"]), str(row["sub_event_type"])))
    reasons = sorted({item.reason for item in coded.not_coded})
    written: dict[str, Any] = json.loads(json.dumps({"rows": rows, "not_coded": reasons}, default=str))
    return written


def main() -> None:
    """Rewrite every `expected.json`."""
    from eventbook.coder.coding import Coder

    coder = Coder(gazetteers="shipped")
    for folder in cases():
        text = json.dumps(expected_of(folder, coder), indent=2, ensure_ascii=False) + "\n"
        (folder / "expected.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
