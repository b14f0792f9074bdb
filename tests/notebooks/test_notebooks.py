"""The notebooks run from clean outputs, each in a folder of its own."""

import os
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("codebook", "coder", "validation", "datasets", "cli")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 60  # for a notebook on two shared cores; they take about ten


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(path: Path, tmp_path: Path) -> None:
    from nbclient import NotebookClient

    roots = os.pathsep.join(str(ROOT / stage) for stage in STAGES)
    here = {"PYTHONPATH": roots, "TMPDIR": str(tmp_path), "IPYTHONDIR": str(tmp_path), "MPLCONFIGDIR": str(tmp_path)}
    where = {"metadata": {"path": str(tmp_path)}}
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", resources=where)
    done = client.execute(env=os.environ | here)
    shown = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert shown
    assert not [output.text for output in shown if output.output_type == "stream" and output.name == "stderr"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_clean_and_opens_with_its_question(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not [cell.id for cell in code if cell.outputs or cell.execution_count is not None]
    assert re.match(r"# \d · .+\n\*\*.+\?\*\*", notebook.cells[0].source)


def test_the_notebooks_are_numbered_and_lead_from_one_to_the_next() -> None:
    assert [path.name[:3] for path in NOTEBOOKS] == [f"{number:02}_" for number in range(1, len(NOTEBOOKS) + 1)]
    for path, following in pairwise(NOTEBOOKS):
        assert f"({following.name})" in nbformat.read(path, as_version=4).cells[-1].source
