"""Gazetteers of the user's in a build: used, named, seen in what changed, and left out on demand."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventbook.cli.main import main

pytestmark = pytest.mark.usefixtures("needs_parser")

TEXT = (
    "BAMAKO, Mali - Gunmen attacked the village of Tinfaraka in northern Mali on Tuesday, killing seven civilians, "
    "officials said."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and an empty home for gazetteers."""
    monkeypatch.setenv("EVENTBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def add_village(latitude: str = "16.5") -> None:
    lines = "name,country,admin1,latitude,longitude\nTinfaraka,Mali,Gao region," + latitude + ",0.4\n"
    Path("mali.csv").write_text(lines, encoding="utf-8")
    done = run("places", "add", "mali.csv")
    assert done.exit_code == 0, done.output


def build(*words: str) -> Result:
    done = run("build", "a.txt", "--published", "2024-03-14", "--into", "ds", *words)
    assert done.exit_code == 0, done.output
    return done


def manifest(version: int) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("show", "ds", str(version), "--json").stdout)
    return found


def reasons(before: int, after: int) -> set[str]:
    found = json.loads(run("diff", "ds", str(before), str(after), "--json").stdout)
    text = json.dumps(found)
    return {word for word in ("mali added", "mali changed", "mali removed") if f"gazetteer {word}" in text}


def coded_places(*words: str) -> list[tuple[str, str, float]]:
    done = run("code", "a.txt", "--published", "2024-03-14", "--evidence", *words)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [(row["location"], row["candidates"][0]["gazetteer"], row["latitude"]) for row in rows]


def test_a_village_of_the_users_is_coded_named_and_its_gazetteer_seen_in_what_changed(folder: Path) -> None:
    build()
    add_village()
    build()
    used = manifest(2)["inputs"]["gazetteers"]  # type: ignore[index]
    assert [one["name"] for one in used] == ["shipped", "mali"]
    assert all(len(one["sha256"]) == 64 for one in used)
    assert reasons(1, 2) == {"mali added"}
    add_village("16.6")
    build()
    assert reasons(2, 3) == {"mali changed"}
    build("--gazetteers", "shipped")
    assert reasons(3, 4) == {"mali removed"}
    assert manifest(4)["inputs"]["gazetteers"] == used[:1]  # type: ignore[index]
    ours = json.loads(run("diff", "ds", "3", "4", "--json").stdout)["removed"][0]
    told = run("explain", "ds", ours["event_id_cnty"], "--version", "3").stdout
    assert "Tinfaraka (town, Gao, ML) 16.6000 0.4000" in told and "mali" in told


def test_gazetteers_are_chosen_by_name(folder: Path) -> None:
    add_village()
    assert coded_places() == coded_places("--gazetteers", "mali") == [("Tinfaraka", "mali", 16.5)]
    assert coded_places("--gazetteers", "shipped")[0][1] == "shipped"
    wrong = run("code", "a.txt", "--gazetteers", "sudan,mali")
    assert wrong.exit_code == 2
    assert "no gazetteer 'sudan' was added; there is: shipped, all, mali" in wrong.stderr


def test_processes_read_the_same_gazetteers(folder: Path) -> None:
    add_village()
    one = run("code", "a.txt", "--published", "2024-03-14").stdout
    assert "Tinfaraka" in one
    assert run("code", "a.txt", "--published", "2024-03-14", "--workers", "2").stdout == one


def test_a_gazetteer_that_changes_under_a_build_stops_it(folder: Path) -> None:
    from eventbook.coder.places.gazetteer import GazetteerError
    from eventbook.datasets.pipeline.build import build_dataset
    from eventbook.datasets.pipeline.records import Job

    add_village()
    job = Job(sources=["a.txt"])
    for message in ("mali: the gazetteer was changed", "was taken away"):

        def meddle(outcomes, message=message):  # type: ignore[no-untyped-def]
            yield from outcomes
            run("places", "remove", "mali") if "taken" in message else add_village("17.1")

        with pytest.raises(GazetteerError, match=message):
            build_dataset(job, "ds", watch=meddle)
    assert not Path("ds").exists()


def test_a_damaged_gazetteer_is_told_before_anything_is_coded(folder: Path) -> None:
    add_village()
    (folder / "home" / "places" / "mali.sqlite").write_bytes(b"no database at all")
    done = run("build", "a.txt", "--published", "2024-03-14", "--into", "ds")
    assert done.exit_code == 3
    assert "mali.sqlite: not a gazetteer file" in done.stderr
    assert not Path("ds").exists()
