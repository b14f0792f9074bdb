"""Twenty sample articles with their expected rows, shipped so that a first run works anywhere."""

from importlib.resources import files
from pathlib import Path


def sample_path() -> Path:
    """The folder that holds `articles.jsonl` and `expected.jsonl`.

    The reports are invented and tell of plausible happenings at real places; the expected rows were
    coded by hand. Raises FileNotFoundError when the package was installed without its data.
    """
    folder = Path(str(files(__package__)))
    if not (folder / "articles.jsonl").is_file():
        raise FileNotFoundError(f"{folder / 'articles.jsonl'} is missing: reinstall eventbook")
    return folder
