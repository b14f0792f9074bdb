"""The main job by its commands: rows without a dataset, builds, explanations, the demo."""

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from eventbook.cli.main import main
from eventbook.codebook.arrow import row_schema
from eventbook.codebook.loading import load_codebook
from eventbook.coder.coding import Coder
from eventbook.coder.records import Article
from eventbook.coder.sample import sample_path
from eventbook.datasets import open_dataset

from .conftest import TINY, make_articles, write_articles

pytestmark = pytest.mark.usefixtures("needs_parser")
ARTICLES = TINY / "articles.jsonl"
BAD = '{"id": "bad-1", "text": "x", "published": "soon"}\nnot json\n'


def run(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == code, done.output
    return done


def code_tiny(*arguments: object, **options: Any) -> Result:
    return run("code", ARTICLES, "--codebook", TINY, *arguments, **options)


def build_tiny(target: Path, *arguments: object, source: Path = ARTICLES, **options: Any) -> Result:
    return run("build", source, "--codebook", TINY, "--into", target, *arguments, **options)


def test_rows_go_to_standard_output_with_the_article_first() -> None:
    done = code_tiny()
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["article_id"] for row in rows] == ["harbour-1", "harbour-2", "harbour-3"]
    assert list(rows[0]) == ["article_id", *(column.name for column in load_codebook(TINY).columns)]
    assert "4 articles read, 3 rows" in done.stderr and "no_event" in done.stderr


def test_evidence_quotes_the_article_word_for_word() -> None:
    texts = {json.loads(line)["id"]: json.loads(line)["text"] for line in ARTICLES.read_text().splitlines()}
    quotes = 0
    for line in code_tiny("--evidence").stdout.splitlines():
        row = json.loads(line)
        for name, cell in row["evidence"].items():
            assert cell["rule"] and 0 <= cell["confidence"] <= 1, name
            for quote in cell["quotes"]:
                assert texts[row["article_id"]][quote["start"] : quote["end"]] == quote["quote"]
                quotes += 1
    assert quotes > 10


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_rows_go_to_files_of_three_kinds(tmp_path: Path, ending: str) -> None:
    path, reasons = tmp_path / f"rows.{ending}", tmp_path / f"reasons.{ending}"
    done = code_tiny("-o", path, "--not-coded", reasons, "--evidence", "--json")
    assert json.loads(done.stdout)["rows"] == 3
    if ending == "parquet":
        table = pq.read_table(path)
        assert table.num_rows == 3 and table.schema.remove(0).equals(row_schema(load_codebook(TINY)))
        assert "no_event" in pq.read_table(reasons)["reason"].to_pylist()
    elif ending == "csv":
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["lost"] for row in rows] == ["0", "0", "2"]
    else:
        assert "no_event" in [json.loads(line)["reason"] for line in reasons.read_text().splitlines()]
    assert (tmp_path / f"rows.evidence.{ending}").exists() == (ending != "jsonl")
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_bad_input_is_counted_and_fails_only_a_strict_run(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(BAD)
    assert "not_json" in run("code", bad, "--codebook", TINY).stderr
    assert "bad_date" in run("code", bad, "--codebook", TINY, "--strict", code=1).stderr


def test_quiet_says_nothing() -> None:
    assert code_tiny("--quiet").stderr == ""
    assert CliRunner().invoke(main, ["-q", "code", str(ARTICLES), "--codebook", str(TINY)]).stderr == ""


def test_an_article_that_the_coder_fails_on_is_not_coded_with_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Coder.code

    def code(self: Coder, article: Article) -> Any:
        if article.id == "harbour-2":
            raise ZeroDivisionError("odd")
        return real(self, article)

    monkeypatch.setattr(Coder, "code", code)
    done = code_tiny("--strict", code=1)
    assert len(done.stdout.splitlines()) == 2
    assert "coding_failed" in done.stderr


def test_a_build_writes_all_tables_and_joins_the_sources_of_an_event(
    tmp_path: Path, findings: list[dict[str, Any]]
) -> None:
    done = build_tiny(tmp_path / "d", "--json")
    counts = json.loads(done.stdout)["tables"]
    assert counts.pop("evidence") > 0 and counts.pop("not_coded") > 0
    assert counts == {
        "candidates": 6, "coded_findings": 0, "contradictions": 0, "events": 2, "figures": 2, "findings": 0,
        "held": 0, "merged": 1, "merges": 1, "quarantine": 0, "reports": 3, "revisions": 0,
        "sketches": 3, "sources": 3, "tombstones": 0, "vanished": 0,
    }  # fmt: skip
    dataset = open_dataset(tmp_path / "d")
    events = {row["incident"]: row for row in dataset.table().to_pylist()}
    assert events["Blockade"]["told_by"] == "Channel Wire + Quay News"
    assert dataset.verify() == []
    manifest = dataset.manifest()
    assert manifest.codebook["id"] == "harbour-incidents" and len(manifest.codebook["hash"]) == 64
    assert set(manifest.inputs) == {"articles", "covered", "files", "gazetteers", "parser"}
    frame = dataset.load()
    assert str(frame["lost"].dtype) == "Int64" and str(frame["who"].dtype) == "string"


def test_the_same_input_makes_no_new_version(tmp_path: Path, findings: list[dict[str, Any]]) -> None:
    build_tiny(tmp_path / "d")
    done = build_tiny(tmp_path / "d", "--json")
    assert json.loads(done.stdout)["created"] is False
    assert "nothing new, version 1 holds these rows already" in done.stderr


def test_an_article_coded_again_gives_up_its_old_rows(tmp_path: Path, findings: list[dict[str, Any]]) -> None:
    build_tiny(tmp_path / "d")
    articles = [json.loads(line) for line in ARTICLES.read_text().splitlines()]
    articles[1]["text"] = "Nothing happened in Calais on Monday."
    build_tiny(tmp_path / "d", source=write_articles(tmp_path / "again.jsonl", articles[1:2]))
    events = {row["incident"]: row for row in open_dataset(tmp_path / "d").table().to_pylist()}
    assert events["Blockade"]["told_by"] == "Channel Wire"
    articles[0]["text"] = articles[1]["text"]
    build_tiny(tmp_path / "d", source=write_articles(tmp_path / "again.jsonl", articles[:1]))
    dataset = open_dataset(tmp_path / "d")
    assert dataset.table()["incident"].to_pylist() == ["Quarrel"]
    assert dataset.table("tombstones").num_rows == 1


def test_rows_that_fail_checks_go_to_quarantine(tmp_path: Path, findings: list[dict[str, Any]]) -> None:
    row = next(json.loads(line) for line in code_tiny().stdout.splitlines() if "Quarrel" in line)
    for check, severity in (("b.two", "error"), ("a.one", "error"), ("c.three", "warning")):
        findings.append({"check_id": check, "severity": severity, "event_id": row["case"], "message": "odd"})
    done = build_tiny(tmp_path / "d", "--strict", code=1)
    assert "1 in quarantine" in done.stderr
    dataset = open_dataset(tmp_path / "d")
    assert dataset.table()["incident"].to_pylist() == ["Blockade"]
    assert dataset.table("quarantine")["check_ids"].to_pylist() == ["a.one; b.two"]
    assert dataset.table("findings").num_rows == 3
    assert "in quarantine: a.one, b.two" in run("explain", tmp_path / "d", row["case"]).stdout
    build_tiny(tmp_path / "d")
    assert len(dataset.versions()) == 1
    findings.clear()
    build_tiny(tmp_path / "d")
    assert sorted(dataset.table()["incident"].to_pylist()) == ["Blockade", "Quarrel"]
    assert dataset.table("quarantine").num_rows == 0 and dataset.table("findings").num_rows == 0


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_gives_the_same_rows(
    tmp_path: Path, findings: list[dict[str, Any]], workers: int
) -> None:
    source = write_articles(tmp_path / "a.jsonl", make_articles(40))
    build_tiny(tmp_path / "one", source=source)
    build_tiny(tmp_path / "many", "--workers", workers, source=source)
    one, many = (open_dataset(tmp_path / name).manifest() for name in ("one", "many"))
    assert one.row_hash == many.row_hash
    assert [f.sha256 for t in one.tables.values() for f in t.files] == [
        f.sha256 for t in many.tables.values() for f in t.files
    ]


def test_another_codebooks_dataset_and_a_full_folder_are_refused(
    tmp_path: Path, findings: list[dict[str, Any]]
) -> None:
    build_tiny(tmp_path / "d")
    assert "was made by the codebook" in run("build", ARTICLES, "--into", tmp_path / "d", code=2).stderr
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear")
    assert "holds other files" in build_tiny(tmp_path / "full", code=2).stderr
    assert "no such file" in build_tiny(tmp_path / "new", source=tmp_path / "gone.jsonl", code=2).stderr
    assert not (tmp_path / "new").exists()


def test_a_dataset_holds_no_text_of_articles_and_no_path_of_the_machine(
    tmp_path: Path, findings: list[dict[str, Any]]
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(ARTICLES.read_text() + BAD)
    build_tiny(tmp_path / "d", source=source)
    dataset = open_dataset(tmp_path / "d")
    texts = [json.loads(line)["text"] for line in ARTICLES.read_text().splitlines()]
    said = dataset.manifest().to_json() + (tmp_path / "d" / "dataset.json").read_text()
    for name in dataset.manifest().tables:
        said += json.dumps(dataset.table(name).to_pylist(), default=str)
    assert str(tmp_path) not in said and str(Path.home()) + "/" not in said
    assert "in.jsonl:5" in said
    assert not any(text[start : start + 60] in said for text in texts for start in range(0, len(text) - 60, 20))


def test_an_explanation_quotes_the_words_behind_each_cell(tmp_path: Path, findings: list[dict[str, Any]]) -> None:
    build_tiny(tmp_path / "d")
    dataset = open_dataset(tmp_path / "d")
    event = next(row for row in dataset.table().to_pylist() if row["incident"] == "Quarrel")
    shown = run("explain", tmp_path / "d", event["case"]).stdout
    assert "“beat”" in shown and "kinds.quarrel.1" in shown and "Mombasa" in shown
    found = json.loads(run("explain", tmp_path / "d", event["case"], "--json").stdout)
    assert [cell["column"] for cell in found["cells"]] == list(event)
    assert "did you mean" in run("explain", tmp_path / "d", event["case"][:-1], code=2).stderr


def test_the_demo_shows_rows_one_of_them_explained_and_the_path(
    tmp_path: Path, findings: list[dict[str, Any]]
) -> None:
    done = run("demo", "--into", tmp_path / "demo")
    assert "20 articles read" in done.stderr and str(tmp_path / "demo") in done.stderr
    assert "Event " in done.stdout and "The rows" in done.stdout
    rows = open_dataset(tmp_path / "demo").table().num_rows
    expected = len((sample_path() / "expected.jsonl").read_text(encoding="utf-8").splitlines())
    assert rows >= expected // 2


def test_classify_writes_one_line_for_each_text(tmp_path: Path) -> None:
    source = tmp_path / "texts.jsonl"
    texts = ["Gunmen killed nine villagers in Kano.", "A quiet day."]
    source.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
    lines = [json.loads(line) for line in run("classify", source).stdout.splitlines()]
    assert [line["id"] for line in lines] == [0, 1]
    assert set(lines[0]) == {"id", "event_type", "sub_event_type", "confidence", "runner_up"}
    assert lines[0]["sub_event_type"] == "Attack"
    source.write_text('{"id": "x"}\n')
    assert "texts.jsonl:1: expected a JSON object" in run("classify", source, code=3).stderr
