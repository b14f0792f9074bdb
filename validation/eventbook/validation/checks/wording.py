"""The sentences of the checks: the program's own, over which a codebook's checks.yaml has its way."""

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model import CheckText
from eventbook.codebook.yaml_reading import read_yaml


@cache
def _default_texts() -> dict[str, CheckText]:
    data = read_yaml(Path(__file__).parent / "texts.yaml")
    return TypeAdapter(dict[str, CheckText]).validate_python(data["texts"])


def text_for(codebook: Codebook, check_id: str) -> CheckText:
    """The texts of a check by its whole id, then by the first part of it; the codebook's before the program's."""
    family = check_id.partition(".")[0]
    merged: dict[str, object] = {"severity": "error", "sentence": "", "message": "", "section": ""}
    for texts in (_default_texts(), codebook.checks.texts):
        for name in (family, check_id):
            if name in texts:
                merged |= texts[name].model_dump(exclude_none=True)
    return CheckText.model_validate(merged)
