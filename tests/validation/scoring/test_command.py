"""`eventbook score` as a user runs it."""

import json

import pytest
from click.testing import CliRunner

from eventbook.cli.score import command

ROW = {
    "event_date": "2021-03-04", "event_type": "Riots", "sub_event_type": "Mob violence", "actor1": "Rioters (Chad)",
    "inter1": "Rioters", "actor2": "", "inter2": "", "country": "Chad", "location": "<b>Abéché</b> | town",
    "latitude": 13.83, "longitude": 20.83, "fatalities": 2,
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "rows.jsonl"
    gold.write_text(json.dumps({"article_id": "a", "events": [{**ROW, "quote": "<script>x</script>"}]}) + "\n"
                    + json.dumps({"article_id": "b", "events": []}) + "\n")  # fmt: skip
    predicted.write_text(json.dumps({"article_id": "a", **ROW, "fatalities": 3}) + "\n")
    return str(gold), str(predicted)


def run(*arguments):
    return CliRunner().invoke(command, [*map(str, arguments), "--resamples", "50"])


def test_json_holds_scores_groups_and_misses(files):
    result = run(*files, "--format", "json", "--misses", "--by", "country,sub_event_type")
    found = json.loads(result.output)
    assert result.exit_code == 0
    assert found["measures"]["event_strict.f1"]["value"] == 1.0
    assert [group["label"] for group in found["groups"]] == ["Chad", "Mob violence"]
    assert [(miss["column"], miss["expected"], miss["got"]) for miss in found["misses"]] == [("deaths", "2", "3")]


def test_text_and_markdown_show_the_same_figures(files):
    text, page = run(*files, "--misses").output, run(*files, "--misses", "--format", "md").output
    for shown in (text, page):
        assert "wrong cell" in shown
        assert "2 articles, 1 required gold rows, 1 predicted rows" in shown
    assert "\\<script\\>" in page


def test_html_escapes_what_articles_say_and_loads_nothing(files, tmp_path):
    path = tmp_path / "score.html"
    assert run(*files, "--misses", "--format", "html", "-o", path).exit_code == 0
    page = path.read_text(encoding="utf-8")
    assert "&lt;script&gt;x" in page
    assert "<script" not in page
    assert "http://" not in page and "https://" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["nowhere.jsonl"], 3, "cannot be read", id="a missing file"),
        pytest.param(["{rows}", "--by", "cuntry"], 2, "did you mean 'country'?", id="a column that is not there"),
        pytest.param(["{rows}", "--codebook", "nobody"], 2, "nobody", id="an unknown codebook"),
        pytest.param(["{rows}", "-o", "no/such/folder/x"], 2, "cannot be written", id="an output that cannot be"),
    ],
)
def test_wrong_usage_is_told_in_a_line(files, arguments, code, words):
    gold, rows = files
    result = run(gold, *(argument.replace("{rows}", rows) for argument in arguments))
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_missing_columns_and_no_articles(files, tmp_path):
    gold, rows = files
    short, empty = tmp_path / "short.csv", tmp_path / "empty.jsonl"
    short.write_text("article_id,event_date\na,2020-01-01\n")
    empty.write_text("")
    assert run(gold, short).exit_code == 2
    assert run(empty, rows).exit_code == 3
    assert run(gold, empty).exit_code == 0
