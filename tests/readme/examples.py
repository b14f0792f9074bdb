"""The fenced blocks of README.md, run in order in one folder.

`python tests/readme/examples.py` writes the outputs and the table of commands in README.md anew where they differ;
read the diff. A block that names a file after its language is that file; `console` blocks hold commands after `$` with
their output below; `python` blocks are run. In an output a line `...` stands for any lines, and `...` within a line for
any characters.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
STAGES = ("codebook", "coder", "validation", "datasets", "cli")
NOT_RUN = ("make", "pip", "python3 -m venv", ".venv/bin/pip", "git")
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Step:
    """A file to write, a command to run, or Python code to run, with what is shown of its output."""

    kind: str  # file, command or python
    name: str
    text: str
    shown: str | None
    line: int


def read_steps(readme: str) -> list[Step]:
    """The steps of a README in order."""
    steps = []
    for block in _BLOCK.finditer(readme):
        language, name, body = block.groups()
        line = readme.count("\n", 0, block.start()) + 2
        if name:
            steps.append(Step("file", name, body, None, line))
        elif language in {"sh", "shell", "bash"}:
            steps += [Step("command", text, text, None, line + number)
                      for number, raw in enumerate(body.splitlines()) if (text := raw.partition("  #")[0].strip())]
        elif language == "console":
            steps += _console_steps(body, line)
        elif language == "python":
            steps.append(Step("python", body.splitlines()[0], body, None, line))
    return steps


def _console_steps(body: str, line: int) -> list[Step]:
    steps: list[Step] = []
    for part in re.split(r"^(?=\$ )", body, flags=re.M):
        command, _, output = part.partition("\n")
        if command.startswith("$ "):
            steps.append(Step("command", command[2:], command[2:], output.rstrip("\n"), line))
        line += part.count("\n")
    return steps


def is_run(step: Step) -> bool:
    """Whether a step is run here; what installs or makes environments is not."""
    return not (step.kind == "command" and step.text.startswith(NOT_RUN))


@dataclass(frozen=True, slots=True)
class Result:
    """What a step did."""

    status: int
    output: str  # both streams, as on a terminal, without spaces at the ends of lines


class Runner:
    """Runs steps in a folder with a command `eventbook` that is this checkout's."""

    def __init__(self, folder: Path) -> None:
        self.work, tools = folder / "work", folder / "bin"
        self.work.mkdir()
        tools.mkdir()
        for name, options in (("eventbook", "-m eventbook.cli.main"), ("python", "")):
            (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {options} "$@"\n', encoding="utf-8")
            (tools / name).chmod(0o755)
        roots = os.pathsep.join(str(ROOT / stage) for stage in STAGES)
        self._environment = os.environ | {
            "PATH": os.pathsep.join([str(tools), os.environ.get("PATH", "")]), "PYTHONPATH": roots, "NO_COLOR": "1",
            "COLUMNS": "120", "TERM": "dumb",
        }  # fmt: skip

    def run(self, step: Step) -> Result:
        """Run one step; both output streams count."""
        if step.kind == "file":
            (self.work / step.name).write_text(step.text, encoding="utf-8")
            return Result(0, "")
        command = [sys.executable, "-c", step.text] if step.kind == "python" else ["/bin/sh", "-c", step.text]
        done = subprocess.run(
            command, cwd=self.work, env=self._environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=300, check=False,
        )  # fmt: skip
        lines = done.stdout.decode("utf-8", "replace").splitlines()
        return Result(done.returncode, "\n".join(line.rstrip() for line in lines).strip("\n"))


def matches(shown: str, output: str) -> bool:
    """Whether an output is what the README shows, with its `...`."""
    pattern = ""
    for line in shown.splitlines():
        words = r"[^\n]*".join(re.escape(part) for part in line.rstrip().split("..."))
        pattern += r"(?:[^\n]*\n)*?" if line.strip() == "..." else words + r"\n"
    return re.fullmatch(pattern, f"{output}\n" if output else "") is not None


def command_table() -> str:
    """The lines of the table of commands, from the command's own help."""
    sys.path[:0] = [str(ROOT / "cli"), str(ROOT / "codebook")]
    from eventbook.cli.main import COMMANDS

    return "".join(f"| `eventbook {name}` | {line} |\n" for name, (_, line) in COMMANDS.items())


def refresh() -> None:
    """Put the real output below every command whose shown output differs, and the table of commands."""
    readme = README.read_text(encoding="utf-8")
    readme = re.sub(r"(?:^\| `eventbook \w+` \|.*\n)+", command_table(), readme, count=1, flags=re.M)
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(Path(folder))
        for step in filter(is_run, read_steps(readme)):
            result = runner.run(step)
            if result.status:
                print(f"README.md:{step.line}: {step.name}: exit status {result.status}\n{result.output}")
            elif step.shown is not None and not matches(step.shown, result.output):
                old = f"$ {step.text}\n" + (f"{step.shown}\n" if step.shown else "")
                readme = readme.replace(old, f"$ {step.text}\n{result.output}\n", 1)
                print(f"README.md:{step.line}: {step.name}: written anew")
    README.write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    refresh()
