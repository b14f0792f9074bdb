"""What the checks of a codebook share: its parts as far as they could be read, and the list of findings."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from yaml import MappingNode, YAMLError

from eventbook.codebook.errors import CodebookError, Problem
from eventbook.codebook.language_layer import Language
from eventbook.codebook.yaml_reading import compose_file, line_of

Keys = Sequence[str | int]
_FILES = {
    "head": "codebook.yaml", "columns": "columns.yaml", "kinds_of_event": "event_types.yaml", "actors": "actors.yaml",
    "deaths": "deaths.yaml", "dates": "dates.yaml", "places": "places.yaml", "world": "countries.yaml",
    "reasons": "not_coded.yaml", "checks": "checks.yaml",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong; a `warning` does not keep the codebook from being used."""

    problem: Problem
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return str(self.problem) if self.severity == "error" else f"{self.problem} (warning)"


@dataclass(slots=True)
class Sheet:
    """The parts of a codebook by the names of `Codebook`'s fields, None where one cannot be read."""

    folder: Path
    parts: dict[str, Any]
    language: Language | None = None
    nations: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)
    composed: dict[str, Any] = field(default_factory=dict)

    def add(self, part: str, keys: Keys, message: str, *, warning: bool = False) -> None:
        """Note a finding at the place in the file of `part` that `keys` lead to."""
        relative, inside = self._place(part, keys)
        problem = Problem(f"{self.folder.name}/{relative}", line_of(self._nodes(relative), inside), message)
        self.findings.append(Finding(problem, "warning" if warning else "error"))

    def _nodes(self, relative: str) -> Any:
        """A file as nodes with lines, composed once; None where it cannot be."""
        if relative not in self.composed:
            try:
                self.composed[relative] = compose_file(self.folder / relative)
            except (CodebookError, YAMLError):
                self.composed[relative] = None
        return self.composed[relative]

    def _place(self, part: str, keys: Keys) -> tuple[str, Keys]:
        if part in ("groups", "communities"):
            return self._place_in_folder(part, int(keys[0]), keys[1:])
        if part == "exemplars":
            exemplar = self.parts["exemplars"][int(keys[0])]
            return exemplar.file, ("exemplars", exemplar.line)
        return _FILES[part], keys

    def _place_in_folder(self, part: str, index: int, rest: Keys) -> tuple[str, Keys]:
        """The file and place of the n-th entry of the lists that stand in the files of groups/."""
        for path in sorted((self.folder / "groups").glob("*.yaml")):
            count = self._count(f"groups/{path.name}", part)
            if index < count:
                return f"groups/{path.name}", (part, index, *rest)
            index -= count
        return "groups", ()

    def _count(self, relative: str, part: str) -> int:
        node = self._nodes(relative)
        lists = [value for key, value in node.value if key.value == part] if isinstance(node, MappingNode) else []
        return len(lists[0].value) if lists else 0


def meant(name: object, known: Iterable[str]) -> str:
    """What to do about an unknown name: the nearest known one, or all of them."""
    names = sorted(set(known))
    near = get_close_matches(str(name), names, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"expected one of {', '.join(names[:12])}{' …' if len(names) > 12 else ''}" if names else "remove it"


def repeated(values: Iterable[Any]) -> list[tuple[int, Any]]:
    """The places and values of those that stood before."""
    seen: set[Any] = set()
    found = []
    for place, value in enumerate(values):
        if value in seen:
            found.append((place, value))
        seen.add(value)
    return found


def unknown(values: Iterable[str], known: Collection[str]) -> list[tuple[int, str]]:
    """The places and values of those that are not known."""
    return [(place, value) for place, value in enumerate(values) if value not in known]
