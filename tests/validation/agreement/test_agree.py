"""Units, reports and the command `eventbook agree`."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from eventbook.cli.agree import command
from eventbook.validation.agreement.agree import agree_rows
from eventbook.validation.agreement.units import units_of
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

BASE = {"family": "force", "kind": "fight", "when": "2020-05-10", "town": "Alfa", "dead": 3, "sure": 1}
OTHER = {"when": "2020-06-10", "town": "Bravo"}


def row(required: bool = True, **changed) -> CodedRow:
    return CodedRow({**BASE, **changed}, {}, required)


def coding(*rows, article_id="a"):
    return [CodedArticle(article_id, rows)]


@pytest.mark.parametrize(
    ("codings", "shape"),
    [
        pytest.param([[row()], [row()]], ["xx"], id="one event of two coders"),
        pytest.param([[row()], []], ["x."], id="one coder sees nothing"),
        pytest.param([[], [row()], [row()]], [".xx"], id="the first coder sees nothing"),
        pytest.param([[row()], [row(family="crowd")]], ["xx"], id="another type at the same day and place"),
        pytest.param([[row()], [row(town="Bravo")]], ["xx"], id="another place on the same day"),
        pytest.param([[row()], [row(family="crowd", town="Bravo")]], ["x.", ".x"], id="two of three differ"),
        pytest.param([[row(), row(**OTHER)], [row(**OTHER)], [row()]], ["x.x", "xx."], id="events in any order"),
        pytest.param([[row()], [row(), row()]], ["xx", ".x"], id="a row twice is two events"),
        pytest.param([[row(town="Alfa")], [row(when="2020-05-11", town="Bravo")],
                      [row(family="crowd", when="2020-05-12", town="Bravo")]], ["xxx"],
                     id="a chain holds through any of its rows"),
    ],
)  # fmt: skip
def test_rows_are_gathered_into_events(scheme, codings, shape):
    coders = [{"a": CodedArticle("a", tuple(rows))} for rows in codings]
    units = units_of(coders, ["a"], scheme=scheme)
    assert ["".join("x" if one else "." for one in unit.rows) for unit in units] == shape


def test_a_report_of_two_coders(scheme):
    first = [CodedArticle(f"a{n}", (row(dead=n, town=f"T{n}"),)) for n in range(6)]
    second = [CodedArticle(f"a{n}", (row(dead=n + (n == 5), town=f"T{n}"),)) for n in range(1, 6)]
    found = agree_rows({"anna": first, "ben": second}, scheme=scheme)
    pair = found.identification[0]
    assert (pair.both, pair.only_first, pair.only_second, round(pair.f1.value, 3)) == (5, 1, 0, 0.909)
    table = {one.variable: one for one in found.variables}
    assert table["dead"].level == "interval"
    assert 0.95 < table["dead"].measures["alpha"].value < 1
    assert table["dead"].measures["percent"].value == pytest.approx(0.8)
    assert table["town"].measures["cohen_kappa"].value == pytest.approx(1)
    assert table["kind"].measures["alpha"].value is None
    assert table["article codable"].units == 6
    assert [(one.article_id, one.variable, one.values[1]) for one in found.disagreements] == [
        ("a0", "event", "(no row)"), ("a5", "dead", "6"),
    ]  # fmt: skip


def test_optional_rows_and_common_articles(scheme):
    first = [*coding(row(), row(required=False, **OTHER)), CodedArticle("b", (row(),))]
    found = agree_rows({"anna": first, "ben": coding(row())}, scheme=scheme, common=True)
    assert found.identification_f1.value == 1.0
    assert found.articles == 1
    assert found.rows == (1, 1)


def test_three_coders_get_fleiss_and_every_pair(scheme):
    coders = {name: coding(row(kind=kind)) for name, kind in (("x", "fight"), ("y", "fight"), ("z", "siege"))}
    found = agree_rows(coders, scheme=scheme, columns=["kind"])
    assert [one.coders for one in found.identification] == [("x", "y"), ("x", "z"), ("y", "z")]
    kind = found.variables[-1]
    assert set(kind.measures) == {"percent", "fleiss_kappa", "alpha"}
    assert kind.measures["percent"].value == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("coders", "options", "words"),
    [
        pytest.param({"x": coding(row())}, {}, "at least 2 coders", id="one coder"),
        pytest.param({"x": [], "y": []}, {}, "no articles", id="no articles"),
        pytest.param({"x": coding(row()), "y": coding(row())}, {"levels": {"town": "interval"}}, "holds 'Alfa'",
                     id="words on an interval scale"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(scheme, coders, options, words):
    with pytest.raises(ValueError, match=words):
        agree_rows(coders, scheme=scheme, **options)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("fc"), st.integers(0, 3)), max_size=5))
def test_a_coder_agrees_with_himself(cells):
    scheme = ScoreScheme(event_type="family", day="when", location="town", deaths="dead", levels={"dead": "ordinal"})
    rows = tuple(row(town=town, family=family, dead=dead) for town, family, dead in cells)
    found = agree_rows({"x": coding(*rows), "y": coding(*rows)}, scheme=scheme)
    assert found.identification_f1.value in (None, 1.0)
    assert found.disagreements == ()
    for variable in found.variables:
        assert variable.measures["alpha"].value in (None, pytest.approx(1.0))


ROW = {
    "event_date": "2021-03-04", "event_type": "Riots", "sub_event_type": "Mob violence", "actor1": "Rioters (Chad)",
    "inter1": "Rioters", "actor2": "", "inter2": "", "country": "Chad", "location": "Abéché",
    "latitude": 13.83, "longitude": 20.83, "fatalities": 2,
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    for name, deaths in (("anna", 2), ("ben", 3)):
        lines = [{"article_id": n, **ROW, "fatalities": n * deaths} for n in range(4)]
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return str(tmp_path / "anna.jsonl"), str(tmp_path / "ben.jsonl")


def run(*arguments):
    return CliRunner().invoke(command, [*arguments, "--resamples", "50"])


def test_the_command_gives_json_text_markdown_and_html(files, tmp_path):
    found = json.loads(run(*files, "--format", "json", "--disagreements", "--level", "fatalities=interval").output)
    assert found["coders"] == ["anna", "ben"]
    assert {one["variable"]: one["level"] for one in found["variables"]}["fatalities"] == "interval"
    assert [one["values"] for one in found["disagreements"]] == [["2", "3"], ["4", "6"], ["6", "9"]]
    assert "Krippendorff" in run(*files).output
    assert "| fatalities | ordinal |" in run(*files, "--format", "md").output
    page = tmp_path / "page.html"
    assert run(*files, "--format", "html", "-o", str(page)).exit_code == 0
    assert "<h1>Intercoder reliability</h1>" in page.read_text(encoding="utf-8")


def test_files_of_one_name_are_told_apart(files, tmp_path):
    (tmp_path / "again").mkdir()
    other = tmp_path / "again" / "anna.jsonl"
    other.write_bytes((tmp_path / "anna.jsonl").read_bytes())
    assert json.loads(run(files[0], str(other), "--format", "json").output)["coders"] == [files[0], str(other)]
    assert json.loads(run(files[0], files[0], "--format", "json").output)["coders"][1].startswith("2: ")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["{a}"], 2, "at least two", id="one coding"),
        pytest.param(["{a}", "nowhere.csv"], 3, "cannot be read", id="a missing file"),
        pytest.param(["{a}", "{b}", "--level", "fatalities=metric"], 2, "expected COLUMN=LEVEL", id="no such level"),
        pytest.param(["{a}", "{b}", "--columns", "fatalites"], 2, "did you mean 'fatalities'", id="no such column"),
        pytest.param(["{a}", "{b}", "--level", "location=ratio"], 2, "holds 'Abéché'", id="a level that does not fit"),
    ],
)
def test_wrong_usage_is_told_in_a_line(files, arguments, code, words):
    result = run(*(text.replace("{a}", files[0]).replace("{b}", files[1]) for text in arguments))
    assert result.exit_code == code
    assert words in result.stderr
