"""What must hold for every file of the repository."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("codebook", "coder", "validation", "datasets", "cli")
# Folders beside these that only a machine or a tool makes.
NOT_OURS = frozenset(
    {".git", ".venv", ".work", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache", "__pycache__"}
)
LARGEST = 40_000_000  # bytes
# Paths that hold on one machine alone. A path in a user's example begins otherwise, as in `/path/to/python`.
MACHINE_PATH = re.compile(
    rb"(?<![\w.~:/-])(/(?:home|root|work|Users|opt|mnt|srv|media|usr/local|var/folders|tmp)/[\w.-]+|[A-Z]:\\Users\\\w+)"
)


def repository_files() -> list[Path]:
    """The files under version control; all but those of tools where git does not answer."""
    asked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    ) if (ROOT / ".git").exists() else None  # fmt: skip
    if asked is not None and asked.returncode == 0:
        files = [ROOT / name for name in asked.stdout.decode().split("\0") if name]
    else:
        files = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in files if path.is_file())


def test_no_file_names_a_path_of_one_machine() -> None:
    found = []
    for path in repository_files():
        if path.suffix in {".sqlite", ".npz"} or path == Path(__file__).resolve():
            continue
        for number, line in enumerate(path.read_bytes().splitlines(), start=1):
            found += [f"{path.relative_to(ROOT)}:{number}: {hit.decode()}" for hit in MACHINE_PATH.findall(line)]
    assert not found, "name paths relative to the repository, or take them as arguments"


def test_no_file_is_larger_than_40_megabytes() -> None:
    sizes = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in repository_files()}
    assert not {name: size for name, size in sizes.items() if size > LARGEST}


@pytest.mark.parametrize("folder", [*STAGES, "notebooks", "benchmarks", "tests"])
def test_every_folder_says_in_three_lines_what_stands_there(folder: str) -> None:
    assert len((ROOT / folder / "README.md").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE", "CITATION.cff", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"])
def test_the_papers_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 200


def test_the_version_is_the_same_everywhere() -> None:
    version = re.search(r"^version = (.+)$", (ROOT / "setup.cfg").read_text(encoding="utf-8"), re.M)
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
    assert version and cited and version[1] == cited[1]
