"""What setup.cfg declares is what the folders hold: packages, data files, dependencies."""

import ast
import re
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("codebook", "coder", "validation", "datasets", "cli")
# The name a package is imported by, where it is not the name it is installed by.
IMPORTED_AS = {"pyyaml": "yaml"}


def settings() -> ConfigParser:
    """setup.cfg, as it is written."""
    parser = ConfigParser(interpolation=None)
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def lines(text: str) -> list[str]:
    """The values of a setting that has one value a line."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def packages() -> dict[str, Path]:
    """Every folder with a module, by the name it is imported by."""
    found = {}
    for stage in STAGES:
        for folder in sorted({path.parent for path in (ROOT / stage / "eventbook").rglob("*.py")}):
            found[".".join(folder.relative_to(ROOT / stage).parts)] = folder
    return found


def test_every_package_is_listed() -> None:
    listed = lines(settings()["options"]["packages"])
    assert sorted(listed) == sorted(packages()), "write the packages under [options] packages in setup.cfg"


def test_the_namespace_has_no_init() -> None:
    assert not [stage for stage in STAGES if (ROOT / stage / "eventbook" / "__init__.py").exists()]


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_says_that_it_is_typed_and_where_it_lies(stage: str) -> None:
    assert (ROOT / stage / "eventbook" / stage / "py.typed").is_file()
    places = dict(line.split(" = ") for line in lines(settings()["options"]["package_dir"]))
    assert places[f"eventbook.{stage}"] == f"{stage}/eventbook/{stage}"


def data_files() -> set[Path]:
    """Everything beside the code that is not code; what a builder left half-written is none."""
    files = {path for stage in STAGES for path in (ROOT / stage / "eventbook").rglob("*") if path.is_file()}
    passing = (".py", ".pyc", ".part", ".tmp", "-journal", "-wal", "-shm")
    return {path for path in files if not path.name.endswith(passing)}


def shipped_files() -> set[Path]:
    """The data files that the patterns of setup.cfg take into the wheel."""
    patterns = settings()["options.package_data"]
    found = set()
    for name, folder in packages().items():
        wanted = f"{patterns.get('*', '')},{patterns.get(name, '')}".replace("\n", ",").split(",")
        for pattern in filter(None, map(str.strip, wanted)):
            found |= set(folder.glob(pattern))
    return {path for path in found if path.is_file()}


def test_every_data_file_is_shipped() -> None:
    forgotten = sorted(path.relative_to(ROOT).as_posix() for path in data_files() - shipped_files())
    assert not forgotten, "add a pattern under [options.package_data] in setup.cfg"


def imported_names() -> set[str]:
    """Top-level names of all that the packages import, wherever in a module they do."""
    names = set()
    for folder in packages().values():
        for path in folder.glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                    names.add(node.module.partition(".")[0])
    return names - {"eventbook", "__future__"} - sys.stdlib_module_names


def names_of(requirements: str) -> set[str]:
    """What the packages that are required are imported by; extras of our own are none."""
    names = {re.split(r"[<>=\[; ]", line)[0].lower() for line in lines(requirements)} - {"eventbook"}
    return {IMPORTED_AS.get(name, name.replace("-", "_")) for name in names}


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    required = names_of(settings()["options"]["install_requires"])
    extras = {name: names_of(text) for name, text in settings()["options.extras_require"].items()}
    tools = extras.pop("test") | extras.pop("notebooks")  # of those who run the tests and the notebooks
    assert imported_names() - tools == required.union(*extras.values()) - tools
