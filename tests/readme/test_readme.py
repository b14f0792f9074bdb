"""Everything that README.md shows is so: commands run, outputs are real, names exist."""

import re
import subprocess
from pathlib import Path

import pytest
from examples import README, ROOT, Runner, is_run, matches, read_steps

from eventbook.cli.main import COMMANDS

TEXT = README.read_text(encoding="utf-8")
STEPS = read_steps(TEXT)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[int, object]:
    """The results of all steps, run in order, by their line."""
    runner = Runner(tmp_path_factory.mktemp("readme"))
    return {step.line: runner.run(step) for step in STEPS if is_run(step)}


@pytest.mark.parametrize("step", [s for s in STEPS if is_run(s)], ids=lambda step: f"line {step.line}: {step.name}")
def test_every_example_runs_and_prints_what_is_shown(step, results) -> None:
    result = results[step.line]
    assert result.status == 0, result.output
    if step.shown is not None and not matches(step.shown, result.output):
        pytest.fail(f"README.md:{step.line} shows another output; `make golden` writes it anew.\n{result.output}")


def test_make_targets_and_packages_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {target for step in STEPS for target in re.findall(r"^make (\w+)", step.text)}
    assert {"demo", "test"} <= targets
    targets |= set(re.findall(r"`make (\w+)", TEXT))
    assert not [name for name in sorted(targets) if not re.search(rf"^{name}:", makefile, re.M)]


@pytest.mark.parametrize("target", ["demo", "test", "faults", "bench", "golden", "train", "clean"])
def test_make_knows_the_target(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_table_of_commands_is_that_of_the_help() -> None:
    rows = dict(re.findall(r"^\| `eventbook (\w+)` \| (.+) \|$", TEXT, re.M))
    assert rows == {name: line for name, (_, line) in COMMANDS.items()}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_of_the_table_answers_to_help(name: str, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from eventbook.cli.main import main

    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0, done.output
    assert "Usage:" in done.output


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT))))
def test_links_to_files_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize(
    ("shown", "output", "same"),
    [
        pytest.param("a\nb", "a\nb", True, id="the same text matches"),
        pytest.param("a\nb", "a\nc", False, id="another line does not"),
        pytest.param("a\n...\nd", "a\nb\nc\nd", True, id="dots on a line stand for lines"),
        pytest.param("a\n...", "a\nb\nc", True, id="dots at the end too"),
        pytest.param("took ... s", "took 3.5 s", True, id="dots in a line stand for characters"),
        pytest.param("took ... s", "took 3\n5 s", False, id="but not for a line's end"),
        pytest.param("a\n...\nd", "a\nb\nc", False, id="what follows the dots must come"),
    ],
)
def test_shown_outputs_are_compared(shown: str, output: str, same: bool) -> None:
    assert matches(shown, output) is same
