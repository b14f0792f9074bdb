"""The benchmark of the reader, with a coder that answers by a plan."""

import json
import random
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

HERE = Path(__file__).resolve().parents[3] / "benchmarks" / "reading"
SHARED = Path(__file__).resolve().parents[4] / "shared"


@pytest.fixture(scope="module")
def run():
    sys.path.insert(0, str(HERE))
    from reading_benchmark import case, common, glocon, gold, indiapolice, measuring, muc4, speed

    from eventbook.cli import bench
    from eventbook.validation.scoring.intervals import Resampling

    return SimpleNamespace(
        case=case, common=common, glocon=glocon, gold=gold, indiapolice=indiapolice, muc4=muc4, speed=speed,
        bench=bench, main=bench.command, Resampling=Resampling, SETS=measuring.SETS, Setting=common.Setting,
    )  # fmt: skip


@dataclass(frozen=True)
class Quote:
    quote: str


@dataclass(frozen=True)
class StubRow:
    values: dict[str, object]
    evidence: dict[str, tuple[Quote, ...]] = field(default_factory=lambda: {"x": (Quote("so it\nsays"),)})


@dataclass(frozen=True)
class StubReason:
    reason: str = "no_event"
    quote: str = "words"


@dataclass(frozen=True)
class StubResult:
    rows: tuple[StubRow, ...] = ()
    not_coded: tuple[StubReason, ...] = (StubReason(),)


@dataclass(frozen=True)
class StubKind:
    sub_event_type: str | None
    event_type: str = ""
    confidence: float = 0.5
    runner_up: str = "Other"


class StubCoder:
    """Answers by the article's id or the text; nothing for what it does not know."""

    codebook = None

    def __init__(self, rows=(), kinds=(), happenings=()):
        self.rows, self.kinds, self.spans = dict(rows), dict(kinds), dict(happenings)

    def code(self, article):
        return StubResult(tuple(StubRow(values) for values in self.rows.get(article.id, ())))

    def classify(self, text):
        return StubKind(self.kinds.get(text))

    def classify_texts(self, texts):
        return [self.classify(text) for text in texts]

    def happenings(self, text, published=None):
        return self.spans.get(text, ())


def setting(run, folder, coder, **options):
    return run.Setting(folder, lambda window: coder, run.Resampling(resamples=20), **options)


def values(result):
    return {name: measure.value for name, measure in result.measures.items()}


def write_lines(path, *records):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


ROW = {
    "event_date": "2021-03-04", "event_type": "Riots", "sub_event_type": "Mob violence", "actor1": "Rioters (Chad)",
    "inter1": "Rioters", "actor2": "", "inter2": "", "country": "Chad", "location": "Abéché",
    "latitude": 13.83, "longitude": 20.83, "fatalities": 2,
}  # fmt: skip
TEXT = "A crowd beat two men to death in the market of the town on Thursday, the police said. " * 3


@pytest.fixture
def folder(tmp_path):
    """A small set of each kind, of our own writing."""
    articles = [{"id": name, "text": f"{name}. {TEXT}", "published": "2021-03-05"} for name in "abc"]
    write_lines(tmp_path / "gold" / "dev_articles.jsonl", *articles)
    gold = [{"article_id": "a", "events": [ROW]}, {"article_id": "b", "events": []}, {"article_id": "c", "events": []}]
    write_lines(tmp_path / "gold" / "dev_gold.jsonl", *gold)
    bench = tmp_path / "bench"
    snippets = [("1", "a clash", "Armed clash"), ("2", "a march", "Peaceful protest"), ("3", "a flood", None)]
    write_lines(bench / "case2021_task2_dev.jsonl",
                *({"id": n, "text": text, "label": "X", "sub_event_type": kind} for n, text, kind in snippets))
    templates = [{"incident_type": ["BOMBING"], "incident_location": ["PERU: LIMA (CITY)"], "message_template": ["1"],
                  "incident_date": ["02 MAY 89"], "stage_of_execution": ["ACCOMPLISHED"]}]
    write_lines(bench / "muc4_dev.jsonl",
                {"doc_id": "m1", "text": "X", "text_mixed_case": None, "dateline_date": "1989-05-03",
                 "templates": templates},
                {"doc_id": "m2", "text": "Y", "text_mixed_case": "y", "dateline_date": None, "templates": []})
    flags = {"KILL": False, "FORCE": False, "sent_labels": []}
    write_lines(bench / "indiapolice_sents_dev.jsonl",
                {**flags, "doc_id": 1, "sent_id": 0, "sent_text": "nothing here. "},
                {**flags, "doc_id": 1, "sent_id": 1, "sent_text": "police fired.", "FORCE": True},
                {**flags, "doc_id": 1, "sent_id": 2, "sent_text": "the end."})
    write_lines(bench / "glocon_docs_dev.jsonl",
                {"id": "g1", "url": "S_20180924133013000_7.txt", "text": "T", "label": 1, "published": None},
                {"id": "g2", "url": "S-1.txt", "text": "T", "label": 0, "published": None})
    return tmp_path  # fmt: skip


def test_gold_counts_rows_and_clean_articles(run, folder):
    coder = StubCoder(rows={"a": [{**ROW, "event_date": date(2021, 3, 4), "fatalities": 3}], "c": [ROW]})
    result = run.gold.run(setting(run, folder, coder))
    found = values(result)
    assert (found["event_strict.recall"], found["event_strict.precision"], found["row_right"]) == (1.0, 0.5, 0.0)
    assert found["nothing codable, no row"] == 0.5
    assert [(miss.kind, miss.article_id, miss.got[:3]) for miss in result.misses] == [
        ("wrong cell", "a", "3"), ("false row", "c", "Rio"),
    ]  # fmt: skip
    assert result.misses[1].quote == "so it says"


def test_a_missed_row_comes_with_the_reasons_of_the_coder(run, folder):
    result = run.gold.run(setting(run, folder, StubCoder()))
    assert [(miss.kind, miss.got) for miss in result.misses] == [("missed row", "not coded: no_event (words)")]


def test_snippets_are_scored_by_class(run, folder):
    result = run.case.run(setting(run, folder, StubCoder(kinds={"a clash": "Armed clash", "a march": "Other"})))
    assert values(result) == {"weighted F1": 0.5, "macro F1": 0.5, "foreign classes rejected": 1.0}
    assert [(miss.expected, miss.got) for miss in result.misses] == [("Peaceful protest", "Other (0.5); then Other")]


@pytest.mark.parametrize(
    ("row", "f1"),
    [
        pytest.param({"sub_event_type": "Grenade", "event_date": "1989-05-05"}, 1.0, id="a day three days off"),
        pytest.param({"sub_event_type": "Grenade", "event_date": "1989-06-05", "location": "Lima"}, 1.0, id="place"),
        pytest.param({"sub_event_type": "Grenade", "event_date": "1989-06-05", "location": "City"}, 0.0,
                     id="a common word is no place"),
        pytest.param({"sub_event_type": "Arrests", "event_date": "1989-05-02"}, 0.0, id="another kind"),
        pytest.param({"sub_event_type": "Grenade", "event_date": None}, 0.0, id="neither day nor place"),
    ],
)  # fmt: skip
def test_incidents_match_on_kind_and_day_or_place(run, folder, row, f1):
    result = run.muc4.run(setting(run, folder, StubCoder(rows={"m1": [row]})))
    assert (values(result)["incident.f1"], values(result)["document.f1"]) == (f1, 1.0)
    assert len(result.misses) == (0 if f1 else 2)


@pytest.mark.parametrize(
    ("kind", "official", "in_scope"),
    [
        pytest.param("Armed clash", 0.5, 1.0, id="combat that answers no template"),
        pytest.param("Arrests", 0.5, 1.0, id="a kind that the set does not record"),
        pytest.param("Grenade", 0.5, 0.5, id="an attack that no template has"),
    ],
)
def test_the_figures_in_scope_leave_out_what_the_set_does_not_record(run, folder, kind, official, in_scope):
    right = {"sub_event_type": "Grenade", "event_date": "1989-05-02"}
    other = {"sub_event_type": kind, "event_date": "1989-06-20", "location": "Cusco"}
    found = values(run.muc4.run(setting(run, folder, StubCoder(rows={"m1": [right, other]}))))
    assert (found["incident.precision"], found["in scope.incident.precision"]) == (official, in_scope)
    assert found["incident.recall"] == found["in scope.incident.recall"] == 1.0


@dataclass(frozen=True)
class Side:
    category: str


@dataclass(frozen=True)
class Act:
    start: int
    end: int


@dataclass(frozen=True)
class StubHappening:
    acts: tuple[Act, ...]
    agents: tuple[Side, ...]
    patients: tuple[Side, ...] = ()
    features: frozenset[str] = frozenset({"force"})
    reciprocal: bool = False


STATE, CROWD = Side("state_forces"), Side("rioters")


@pytest.mark.parametrize(
    ("happenings", "precision", "recall"),
    [
        pytest.param([(14, 20)], 1.0, 1.0, id="a bare span in the sentence"),
        pytest.param([(10, 20)], 0.5, 1.0, id="a span over two sentences"),
        pytest.param([StubHappening((Act(14, 20),), (STATE,))], 1.0, 1.0, id="force by the state"),
        pytest.param([StubHappening((Act(14, 20),), (CROWD,), (STATE,))], 0.0, 0.0, id="force against the state"),
        pytest.param([StubHappening((Act(14, 20),), (CROWD,), (STATE,), reciprocal=True)], 1.0, 1.0, id="a clash"),
        pytest.param([StubHappening((Act(14, 20),), (STATE,), features=frozenset({"arrest"}))], 0.0, 0.0, id="arrest"),
        pytest.param([], 0.0, 0.0, id="nothing"),
    ],
)
def test_sentences_of_police_force(run, folder, happenings, precision, recall):
    text = "nothing here. police fired. the end. "
    result = run.indiapolice.run(setting(run, folder, StubCoder(happenings={text: happenings})))
    assert values(result) == {"precision": precision, "recall": recall}


def test_articles_with_a_demonstration(run, folder):
    coder = StubCoder(rows={"g1": [ROW], "g2": [{"event_type": "Battles"}]})
    assert values(run.glocon.run(setting(run, folder, coder)))["f1"] == 1.0
    coder = StubCoder(rows={"g2": [ROW]})
    result = run.glocon.run(setting(run, folder, coder))
    assert [miss.kind for miss in result.misses] == ["missed article", "false article"]


def test_days_of_undated_articles(run):
    assert run.glocon.published({"url": "S_20180924133013000_7.txt"}) == date(2018, 9, 24)
    for url in ("S-88376.txt", "S_20189924133013000_7.txt", None):
        assert run.glocon.published({"url": url}) == run.glocon.STAND_IN_DAY


def test_speed_is_scaled_to_the_length_of_an_article(run, folder):
    result = run.speed.run(setting(run, folder, StubCoder()))
    # The memory measured is that of the whole process, here of the test runner.
    assert all(measure.value > 0 for name, measure in result.measures.items() if name.endswith("articles/s"))


def command(run, monkeypatch, folder, coder, *arguments):
    monkeypatch.setattr(run.common, "make_coder", lambda window: coder)
    floors = str(folder / "floors.json")
    return CliRunner().invoke(run.main, ["--shared", str(folder), "--floors", floors, "--resamples", "20", *arguments])


def test_floors_are_pinned_raised_and_held(run, folder, monkeypatch):
    good, bad = StubCoder(kinds={"a clash": "Armed clash", "a march": "Peaceful protest"}), StubCoder()
    assert command(run, monkeypatch, folder, bad, "--set", "case", "--pin").exit_code == 0
    assert command(run, monkeypatch, folder, good, "--set", "case", "--pin").exit_code == 0
    assert command(run, monkeypatch, folder, bad, "--set", "case", "--pin").exit_code == 0
    floors = json.loads((folder / "floors.json").read_text())["sets"]["case"]["floors"]
    assert floors == {"weighted F1": 1.0, "macro F1": 1.0, "foreign classes rejected": 1.0}
    assert command(run, monkeypatch, folder, good, "--set", "case").exit_code == 0
    below = command(run, monkeypatch, folder, bad, "--set", "case")
    assert below.exit_code == 1
    assert "case: weighted F1 is 0.000, below its floor of 1.000" in below.stderr


def test_floors_of_other_data_are_no_floors(run, folder, monkeypatch):
    coder = StubCoder(kinds={"a clash": "Armed clash"})
    command(run, monkeypatch, folder, coder, "--set", "case", "--pin")
    path = folder / "bench" / "case2021_task2_dev.jsonl"
    path.write_text(path.read_text() + "\n")
    result = command(run, monkeypatch, folder, coder, "--set", "case")
    assert result.exit_code == 1
    assert "not the data" in result.stderr


def test_all_sets_misses_and_json(run, folder, monkeypatch):
    result = command(run, monkeypatch, folder, StubCoder(), "--json", str(folder / "out.json"))
    assert result.exit_code == 0, result.output
    found = json.loads((folder / "out.json").read_text())
    assert [one["name"] for one in found] == list(run.SETS)
    assert TEXT[:20] not in (folder / "out.json").read_text()
    good = StubCoder(kinds={"a clash": "Armed clash"})
    again = command(run, monkeypatch, folder, good, "--set", "case", "--against", str(folder / "out.json"))
    assert "+0.500" in again.output
    listed = command(run, monkeypatch, folder, StubCoder(), "--misses", "muc4")
    assert "missed incident" in listed.output


def test_a_checkout_without_the_data_says_so(run, tmp_path):
    result = CliRunner().invoke(run.main, ["--shared", str(tmp_path)])
    assert result.exit_code == 3
    assert "name the folder with --shared" in result.stderr


def test_the_command_knows_the_sets_without_a_checkout(run):
    assert list(run.bench.SETS) == list(run.SETS)


def test_an_installed_copy_says_that_it_needs_a_checkout(run, tmp_path, monkeypatch):
    monkeypatch.setattr(run.bench, "CHECKOUT", tmp_path)
    result = CliRunner().invoke(run.main, [])
    assert result.exit_code == 2
    assert "runs from a checkout" in result.stderr


def test_figures_that_are_none_are_told(run, folder):
    (folder / "other.json").write_text("[1]")
    result = CliRunner().invoke(run.main, ["--shared", str(folder), "--against", str(folder / "other.json")])
    assert result.exit_code == 3
    assert "not the figures of an earlier run" in result.stderr


def test_a_folder_for_the_figures_that_is_not_there_is_told_before_anything_is_measured(run, folder):
    result = CliRunner().invoke(run.main, ["--shared", str(folder), "--json", str(folder / "no" / "out.json")])
    assert result.exit_code == 2
    assert "make it first" in result.stderr


def test_the_script_of_the_benchmark_is_the_command():
    done = subprocess.run([sys.executable, str(HERE / "run.py"), "--help"], capture_output=True, text=True, check=True)
    assert "--misses" in done.stdout


def _script(name: str, *arguments: Any) -> str:
    script = [sys.executable, str(SHARED / "bench" / name), *map(str, arguments)]
    return subprocess.run(script, capture_output=True, text=True, check=True).stdout


def test_snippets_score_as_the_script_beside_them(run, shared, tmp_path):
    chance = random.Random(1)
    path = shared / "bench" / "case2021_task2_dev.jsonl"
    snippets = [json.loads(line) for line in path.open(encoding="utf-8")]
    kinds = [one["sub_event_type"] for one in snippets]
    plan = {one["text"]: one["sub_event_type"] if chance.random() < 0.6 else chance.choice(kinds) for one in snippets}
    write_lines(tmp_path / "p.jsonl", *({"id": one["id"], "sub_event_type": plan[one["text"]]} for one in snippets))
    last = _script("score_case.py", path, tmp_path / "p.jsonl").splitlines()[-1].split()
    found = values(run.case.run(setting(run, shared, StubCoder(kinds=plan))))
    expected = {"weighted F1": last[4], "macro F1": last[7], "foreign classes rejected": last[10]}
    assert {name: f"{value:.3f}" for name, value in found.items()} == expected


def test_messages_score_as_the_script_beside_them(run, shared, tmp_path):
    chance = random.Random(2)
    path = shared / "bench" / "muc4_dev.jsonl"
    kinds = sorted({name for names in run.muc4._scheme().kinds.values() for name in names})
    rows: dict[str, list[dict[str, object]]] = {}
    for line in path.open(encoding="utf-8"):
        message = json.loads(line)
        for incident in run.muc4.read_incidents(message) + [None] * (chance.random() < 0.2):
            day = incident.days[0].isoformat() if incident and incident.days else "1989-05-05"
            place = " ".join(sorted(incident.place)) if incident and chance.random() < 0.7 else "Nowhere"
            kind = sorted(run.muc4._scheme().kinds[incident.kind])[0] if incident and chance.random() < 0.7 else None
            rows.setdefault(message["doc_id"], []).append(
                {"sub_event_type": kind or chance.choice(kinds), "event_date": day, "location": place}
            )
    write_lines(tmp_path / "p.jsonl", *({"article_id": name, **row} for name, found in rows.items() for row in found))
    lines = [line.split() for line in _script("score_muc4.py", "score", path, tmp_path / "p.jsonl").splitlines()[-2:]]
    found = values(run.muc4.run(setting(run, shared, StubCoder(rows=rows))))
    for what, line in zip(("document", "incident"), lines, strict=True):
        expected = dict(zip(("precision", "recall", "f1"), line[2::2], strict=True))
        assert {part: f"{found[f'{what}.{part}']:.3f}" for part in expected} == expected
