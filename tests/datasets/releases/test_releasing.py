"""A release stands whole or not at all, never changes, and is remembered by its dataset."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from eventbook.datasets import BadName, Damaged, NotADataset, UnknownTable, UnknownVersion
from eventbook.datasets.collecting import collect
from eventbook.datasets.copying import copy_dataset
from eventbook.datasets.errors import BadRelease
from eventbook.datasets.releases import filling, making
from eventbook.datasets.releases.loading import describe_release, load_release

ROOT = Path(__file__).resolve().parents[3]
STAGES = os.pathsep.join(str(ROOT / stage) for stage in ("codebook", "coder", "validation", "datasets"))


def test_sha256sum_finds_every_file_as_released(made):
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum here")
    command = ["sha256sum", "--strict", "-c", "checksums.txt"]
    done = subprocess.run(command, cwd=made[1].folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    files = {path.relative_to(made[1].folder).as_posix() for path in made[1].folder.rglob("*") if path.is_file()}
    assert {line.partition(":")[0] for line in done.stdout.splitlines()} == files - {"checksums.txt"}


def test_the_zip_holds_what_the_folder_holds(made, tmp_path):
    with zipfile.ZipFile(made[1].archive) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    folder = made[1].folder
    unpacked = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert unpacked == {
        f"{folder.name}/{p.relative_to(folder).as_posix()}": p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_the_files_cannot_be_written_any_more(made):
    assert not any(path.stat().st_mode & stat.S_IWUSR for path in made[1].folder.rglob("*") if path.is_file())


def test_one_version_gives_the_same_bytes_whatever_the_hash_seed_and_the_place(marches, tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from conftest import publish\nfrom eventbook.datasets import open_dataset\n"
        "print(publish(open_dataset(sys.argv[2]), '2026.1').release.sha256['marches-more-2026.1.zip'])"
    )
    found = set()
    for seed in ("1", "2"):
        copy_dataset(marches.path, tmp_path / seed)
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": STAGES, "TZ": f"UTC{seed}"}
        command = [sys.executable, "-c", code, str(Path(__file__).parent), str(tmp_path / seed)]
        found.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(found) == 1


@pytest.mark.parametrize("form", ["folder", "archive"])
def test_a_release_is_loaded_as_the_version_is(made, form):
    path = getattr(made[1], form)
    assert load_release(path).equals(made[0].load(1))
    assert len(load_release(path, table="evidence")) == 3
    assert describe_release(path)["row_hash"] == made[0].manifest(1).row_hash
    with pytest.raises(UnknownTable, match="it has events, evidence, sources"):
        load_release(path, table="../secret")


def test_a_version_is_found_by_the_name_of_its_release(made):
    dataset, first, _ = made
    assert dataset.manifest("2026.1").number == first.release.version == 1
    assert dataset.diff("2026.1", "2026.2").added.num_rows == 1
    assert [version.releases for version in dataset.versions()] == [("2026.1",), ("2026.2",)]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        pytest.param(lambda path: path.unlink(), "is missing or broken", id="missing"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-1]), "was altered", id="truncated"),
    ],
)
def test_a_damaged_release_is_never_read_silently(made, tmp_path, spoil, words):
    copy = shutil.copytree(made[1].folder, tmp_path / "copy")
    for path in copy.rglob("*"):
        path.chmod(0o755)
    spoil(copy / "data/events.parquet")
    with pytest.raises(Damaged, match=words):
        load_release(copy)


def test_what_is_no_release_is_said_to_be_none(tmp_path):
    with pytest.raises(NotADataset, match="give its folder or its zip"):
        load_release(tmp_path)


def test_verify_names_what_is_damaged_in_a_release(marches, publish):
    made = publish(marches, "2026.1")
    assert marches.verify() == []
    (made.folder / "data/events.csv").chmod(0o644)
    (made.folder / "data/events.csv").write_text("altered")
    made.archive.unlink()
    damaged = [Path(damage.what.rpartition(": ")[0]).name for damage in marches.verify()]
    assert damaged == [made.archive.name, "events.csv"]


def test_a_name_is_used_once(marches, publish):
    publish(marches, "2026.1", version=1)
    with pytest.raises(BadName, match=r"was made of version 1 on 2026-01-31 and never changes"):
        publish(marches, "2026.1")


@pytest.mark.parametrize("name", ["latest", "2026", "../out", "a/b", "", "paper"])
def test_names_that_mean_something_else_are_refused(marches, publish, name):
    marches.tag("paper")
    with pytest.raises(BadName):
        publish(marches, name)


def test_a_tag_cannot_take_the_name_of_a_release(marches, publish):
    publish(marches, "spring")
    with pytest.raises(BadName, match="is the name of a release"):
        marches.tag("spring")


def test_gc_keeps_the_data_of_released_versions(marches, publish):
    publish(marches, "2026.1", version=1)
    assert collect(marches.path, keep_last=1, dry_run=False) == []
    assert len(marches.load("2026.1")) == 3


def test_a_copy_of_the_dataset_has_its_releases(marches, publish, tmp_path):
    publish(marches, "2026.1")
    copy = copy_dataset(marches.path, tmp_path / "copy")
    assert copy.releases() == marches.releases()
    assert copy.verify() == []


def test_an_output_folder_gets_the_same_files(marches, publish, tmp_path):
    made = publish(marches, "2026.1", output=tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["marches-more-2026.1", "marches-more-2026.1.zip"]
    assert load_release(made.archive).equals(marches.load())


def test_an_output_that_stands_there_already_is_not_touched(marches, publish, tmp_path):
    (tmp_path / "out" / "marches-more-2026.1").mkdir(parents=True)
    with pytest.raises(BadRelease, match="stands there already"):
        publish(marches, "2026.1", output=tmp_path / "out")
    assert not marches.releases()


@pytest.mark.parametrize("step", ["write_stata", "make_datasheet", "croissant"])
def test_an_error_halfway_leaves_nothing(marches, publish, monkeypatch, tmp_path, step):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("halfway")

    monkeypatch.setattr(filling, step, fail)
    with pytest.raises(RuntimeError):
        publish(marches, "2026.1", output=tmp_path / "out")
    assert not list((marches.path / "releases").glob("*")) and not list((marches.path / ".staging").iterdir())
    assert not (tmp_path / "out").exists()


def test_a_killed_release_leaves_nothing_that_counts(marches, publish):
    code = (
        "import os, signal, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from conftest import publish\nfrom eventbook.datasets import open_dataset\n"
        "from eventbook.datasets.releases import making\n"
        "making.write_zip = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
        "publish(open_dataset(sys.argv[2]), '2026.1')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(Path(__file__).parent), str(marches.path)],
        env=os.environ | {"PYTHONPATH": STAGES}, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert not marches.releases()
    assert [garbage.why for garbage in collect(marches.path)] == ["left by an interrupted run"]
    publish(marches, "2026.1")  # the name is free, and what was left is cleared
    assert collect(marches.path) == []


def test_of_two_releases_at_once_under_one_name_one_is_told(marches, publish, monkeypatch):
    seal = making._seal

    def seal_late(*arguments, **options):
        monkeypatch.setattr(making, "_seal", seal)
        publish(marches, "2026.1", version=1)
        return seal(*arguments, **options)

    monkeypatch.setattr(making, "_seal", seal_late)
    with pytest.raises(BadName, match="take another name"):
        publish(marches, "2026.1", version=2)
    assert [release.version for release in marches.releases()] == [1]


def test_a_codebook_with_other_rules_is_no_codebook_of_the_version(marches, publish, tmp_path):
    from eventbook.codebook.loading import find_folder

    mine = shutil.copytree(find_folder("acled-style"), tmp_path / "mine")
    text = (mine / "codebook.yaml").read_text(encoding="utf-8").replace("window_days: 31 ", "window_days: 30 ")
    (mine / "codebook.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadRelease, match="its rules differ"):
        publish(marches, "2026.1", codebook=mine)
    made = publish(marches, "2026.1", codebook=mine, other_codebook=True)
    assert "is not the one that the rows were coded by" in (made.folder / "datasheet.md").read_text(encoding="utf-8")


def test_a_day_that_no_zip_can_hold_is_refused(marches, publish):
    with pytest.raises(BadRelease, match="expected a year from 1980"):
        publish(marches, "2026.1", day=date(1979, 1, 1))


def test_an_unknown_version_is_refused(marches, publish):
    with pytest.raises(UnknownVersion):
        publish(marches, "2026.1", version=9)


def test_a_table_too_long_for_stata_is_left_to_the_csv(marches, publish, monkeypatch):
    monkeypatch.setattr(filling, "MOST_STATA_ROWS", 2)
    folder = publish(marches, "2026.1").folder
    assert sorted(path.name for path in folder.glob("data/*.dta")) == ["events.dta"]
    assert "too many lines for a Stata file, import this one" in (folder / "README.md").read_text(encoding="utf-8")
