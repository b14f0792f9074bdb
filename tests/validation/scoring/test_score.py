"""Scores of small hand-counted cases, and agreement with the script beside the gold standard."""

import json
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.codebook.loading import load_codebook
from eventbook.validation.scoring.intervals import Resampling
from eventbook.validation.scoring.reading import read_coded
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.scheme import scheme_of
from eventbook.validation.scoring.score import score_rows

BASE = {
    "family": "force", "kind": "fight", "when": "2020-05-10", "north": 10.0, "east": 20.0, "town": "Alfa",
    "land": "Omega", "dead": 3, "who": "Army", "whom": "Front", "who_is": "state", "whom_is": "rebel",
}  # fmt: skip
FAR = {"town": "Bravo", "north": 40.0}
NO_INTERVALS = Resampling(resamples=0)


def row(required: bool = True, accepted: dict | None = None, **changed) -> CodedRow:
    return CodedRow({**BASE, **changed}, accepted or {}, required, f"quote of {changed}")


def measures(scheme, gold, predicted, **options):
    found = score_rows([CodedArticle("a", tuple(gold))], [CodedArticle("a", tuple(predicted))], scheme=scheme,
                       resampling=NO_INTERVALS, **options)  # fmt: skip
    return {name: measure.value for name, measure in found.measures.items()}


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param([row()], [row()], {"event_strict.f1": 1, "row_right": 1, "document.f1": 1}, id="all right"),
        pytest.param([row()], [], {"event_lenient.recall": 0, "document.recall": 0}, id="nothing found"),
        pytest.param([], [row()], {"event_lenient.precision": 0, "document.precision": 0}, id="a row out of nothing"),
        pytest.param([row(required=False)], [], {"event_lenient.f1": None, "document.f1": None},
                     id="a missed optional row is no miss"),
        pytest.param([row(required=False)], [row()], {"event_lenient.f1": None, "document.f1": None},
                     id="a found optional row is neither hit nor error"),
        pytest.param([row(), row(required=False, when="2020-05-11")], [row()], {"event_strict.f1": 1, "row_right": 1},
                     id="between like rows the required one is found first"),
        pytest.param([row()], [row(**FAR)], {"event_lenient.f1": 1, "event_strict.f1": 0, "row_right": 0,
                                            "fields.place": 0, "fields.day": 1}, id="right day, wrong place"),
        pytest.param([row()], [row(family="crowd", kind="march")], {"event_lenient.f1": 0, "fields.day": None},
                     id="a wrong type is no match, so no cell is judged"),
        pytest.param([row()], [row(family="crowd", kind="march")] * 2, {"event_lenient.precision": 0},
                     id="two rows of the wrong type"),
        pytest.param([row(), row(**FAR)], [row(**FAR), row()], {"event_strict.f1": 1}, id="rows in another order"),
        pytest.param([row()], [row(), row()], {"event_strict.precision": 0.5, "event_strict.recall": 1},
                     id="a row twice is one false row"),
        pytest.param([row(accepted={"dead": (4,), "kind": ("siege",)})], [row(dead=4, kind="siege")],
                     {"row_right": 1, "fields.sub_event_type": 1, "fields.deaths": 1}, id="accepted alternatives"),
    ],
)  # fmt: skip
def test_hand_counted_cases(scheme, gold, predicted, expected):
    found = measures(scheme, gold, predicted)
    assert {name: found[name] for name in expected} == expected


def test_rows_of_unknown_articles_are_counted_but_not_scored(scheme):
    found = score_rows([CodedArticle("a", (row(),))], [CodedArticle("a", (row(),)), CodedArticle("z", (row(),))],
                       scheme=scheme)  # fmt: skip
    assert (found.unscored_rows, found.measures["event_strict.f1"].value) == (1, 1.0)


def test_a_score_without_gold_is_refused(scheme):
    with pytest.raises(ValueError, match="no articles"):
        score_rows([], [], scheme=scheme)


def test_breakdown_puts_false_rows_under_what_was_predicted(scheme):
    gold = [CodedArticle("a", (row(),)), CodedArticle("b", (row(land="Psi", **FAR),))]
    predicted = [CodedArticle("a", (row(), row(land="Chi", when="2020-01-01")))]
    found = score_rows(gold, predicted, scheme=scheme, by=["land", "land+kind"], resampling=NO_INTERVALS)
    table = {group.label: group for group in found.groups if group.column == "land"}
    assert {name: group.measures["event_lenient.f1"].value for name, group in table.items()} == {
        "Chi": 0.0, "Omega": 1.0, "Psi": 0.0,
    }  # fmt: skip
    assert (table["Chi"].gold_rows, table["Chi"].predicted_rows) == (0, 1)
    assert [g.label for g in found.groups if g.column == "land+kind"] == ["Chi + fight", "Omega + fight", "Psi + fight"]


def test_misses_name_expected_got_and_the_quote(scheme):
    gold = [row(dead=7, accepted={"dead": (8,)}), row(**FAR, when="2020-05-01")]
    predicted = [row(dead=9), row(family="crowd", kind="march", town="Zulu", north=70, when="2020-02-02")]
    found = score_rows([CodedArticle("a", tuple(gold))], [CodedArticle("a", tuple(predicted))], scheme=scheme)
    assert [(miss.kind, miss.column, miss.expected[:10], miss.got[:10]) for miss in found.misses] == [
        ("wrong cell", "deaths", "7 or 8", "9"),
        ("missed row", "", "force | fi", "nearest: c"),
        ("false row", "", "", "crowd | ma"),
    ]
    assert found.misses[0].quote == gold[0].quote


def test_confusions_see_through_a_wrong_type(scheme):
    found = score_rows([CodedArticle("a", (row(), row(**FAR, when="2020-01-01")))],
                       [CodedArticle("a", (row(family="crowd", kind="march"),))], scheme=scheme)  # fmt: skip
    kinds = next(found for found in found.confusions if found.column == "kind")
    assert set(kinds.cells) == {("fight", "march", 1), ("fight", "(no row)", 1)}
    assert kinds.labels() == ("fight", "march", "(no row)")


def test_intervals_hold_the_value_and_do_not_change_between_runs(scheme):
    gold = [CodedArticle(f"a{n}", (row(),)) for n in range(30)]
    predicted = [CodedArticle(f"a{n}", (row(dead=n % 3),)) for n in range(25)]
    first, second = (score_rows(gold, predicted, scheme=scheme) for _ in range(2))
    assert first == second
    recall = first.measures["event_strict.recall"]
    assert recall.low < recall.value < recall.high
    assert recall.value == pytest.approx(25 / 30)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["2020-05-10", "2020-05-11", "2020-06-01"]), max_size=5), st.randoms())
def test_the_order_of_rows_does_not_matter(days, chance):
    from eventbook.validation.scoring.scheme import ScoreScheme

    scheme = ScoreScheme(event_type="family", day="when", location="town")
    gold = [row(when=day) for day in ("2020-05-10", "2020-06-01")]
    predicted = [row(when=day, town="Zulu", north=70) for day in days]
    shuffled = chance.sample(predicted, len(predicted))
    assert measures(scheme, gold, predicted) == measures(scheme, gold, shuffled)


@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_the_script_beside_the_gold_standard(shared, tmp_path, seed):
    """Perturbed gold rows as predictions: every figure equal to the third digit."""
    path = tmp_path / "predicted.jsonl"
    gold_path = shared / "gold" / "dev_gold.jsonl"
    rows = _perturbed([json.loads(line) for line in gold_path.open(encoding="utf-8")], random.Random(seed))
    path.write_text("".join(json.dumps(line) + "\n" for line in rows), encoding="utf-8")
    script = [sys.executable, str(shared / "gold" / "score.py"), str(gold_path), str(path), "--json"]
    expected = json.loads(subprocess.run(script, capture_output=True, text=True, check=True).stdout)
    scheme = scheme_of(load_codebook())
    found = score_rows(read_coded(gold_path, scheme=scheme), read_coded(path, scheme=scheme), scheme=scheme,
                       resampling=NO_INTERVALS).measures  # fmt: skip
    for triple in ("document", "event_lenient", "event_strict"):
        for letter, part in (("P", "precision"), ("R", "recall"), ("F", "f1")):
            assert found[f"{triple}.{part}"].value == pytest.approx(expected[triple][letter], abs=5e-4)
    fields = {"day_exact": "day", "place_25": "place", "inters": "categories"}
    for name, value in expected["fields"].items():
        assert found[f"fields.{fields.get(name, name)}"].value == pytest.approx(value, abs=5e-4)
    assert found["row_right"].value == pytest.approx(expected["row_right"], abs=5e-4)
    assert 0.1 < expected["event_strict"]["F"] < 0.9


def _perturbed(gold: list[dict], chance: random.Random) -> list[dict]:
    rows: list[dict] = []
    pool = [event for article in gold for event in article["events"]]
    for article in gold:
        for event in article["events"]:
            if chance.random() < 0.2:
                continue
            other = chance.choice(pool)
            changed = {key: value for key, value in event.items() if key != "alternatives"}
            for columns in (["event_type", "sub_event_type"], ["sub_event_type"], ["event_date"], ["fatalities"],
                            ["latitude", "longitude", "location", "country"], ["actor1"], ["actor2"], ["inter2"],
                            ["location"]):  # fmt: skip
                if chance.random() < 0.15:
                    changed.update({column: other[column] for column in columns})
            if chance.random() < 0.1:
                changed["latitude"] += 0.3
            rows.append({**changed, "article_id": article["article_id"]})
        if chance.random() < 0.1:
            rows.append({**chance.choice(pool), "alternatives": {}, "article_id": article["article_id"]})
    return rows
