"""Loading a codebook from its folder: every file read, every problem found, in one go."""

import hashlib
import json
import os
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.errors import CodebookError, Problem
from eventbook.codebook.merging import Merging
from eventbook.codebook.model import (
    Checks,
    Column,
    Countries,
    Dates,
    Deaths,
    EventTypes,
    Exemplar,
    Head,
    Places,
    Record,
)
from eventbook.codebook.model_sides import Actors, Community, Group
from eventbook.codebook.yaml_reading import find_line, read_yaml

SHIPPED = Path(__file__).parent / "shipped"
LANGUAGES = Path(__file__).parent / "language"
DEFAULT = "acled-style"


def list_shipped() -> tuple[str, ...]:
    """The ids of the shipped codebooks."""
    return tuple(sorted(path.parent.name for path in SHIPPED.glob("*/codebook.yaml")))


def find_folder(name: str | os.PathLike[str] | None) -> Path:
    """The folder of a shipped codebook's id or of a path; raises CodebookError if there is none."""
    text = os.fspath(name) if name is not None else DEFAULT
    if text in list_shipped():
        return SHIPPED / text
    path = Path(text)
    if (path / "codebook.yaml").is_file():
        return path
    if path.name == "codebook.yaml" and path.is_file():
        return path.parent
    shipped = ", ".join(list_shipped())
    raise CodebookError([
        Problem(text, 1, f"is no codebook: expected a folder with codebook.yaml, or one of the shipped ids: {shipped}")
    ])


def load_codebook(
    name: str | os.PathLike[str] | None = None, *, overrides: Mapping[str, Any] | None = None
) -> Codebook:
    """Load a codebook by shipped id or folder; None is the shipped default.

    `overrides` maps dotted keys (`policies.reporting_window_days`, `deaths.vague.several`) to values.
    Raises CodebookError with all problems of all files, each with file and line.
    """
    folder = find_folder(name).resolve()
    frozen = json.dumps(dict(overrides or {}), sort_keys=True)
    return _load(folder, frozen, _stamp(folder))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of a codebook's files: the cache must not outlive an edit."""
    files = sorted(folder.rglob("*.yaml"))
    return tuple((str(file), (info := file.stat()).st_size, info.st_mtime_ns) for file in files)


@cache
def _load(folder: Path, overrides: str, _stamp: tuple[tuple[str, int, int], ...]) -> Codebook:
    parts, problems = read_parts(folder, overrides=json.loads(overrides))
    if problems:
        raise CodebookError(problems)
    return _make_codebook(parts, folder, json.loads(overrides))


def read_parts(folder: Path, *, overrides: dict[str, Any] | None = None) -> tuple[dict[str, Any], list[Problem]]:
    """The parts of a codebook by the names of `Codebook`'s fields, and the problems of all files.

    A part that cannot be read is None; of a list, the entries of other files remain.
    """
    reader = _Reader(folder, overrides or {})
    parts: dict[str, Any] = {
        "head": reader.one("codebook.yaml", Head),
        "columns": reader.many("columns.yaml", "columns", Column),
        "kinds_of_event": reader.one("event_types.yaml", EventTypes),
        "actors": reader.one("actors.yaml", Actors),
        "deaths": reader.one("deaths.yaml", Deaths),
        "dates": reader.one("dates.yaml", Dates),
        "places": reader.one("places.yaml", Places),
        "world": reader.one("countries.yaml", Countries) if (folder / "countries.yaml").exists() else Countries(),
        "checks": reader.one("checks.yaml", Checks) if (folder / "checks.yaml").exists() else Checks(),
        "merging": reader.one("merging.yaml", Merging) if (folder / "merging.yaml").exists() else Merging(),
        "groups": reader.folder_of("groups", "groups", Group),
        "communities": reader.folder_of("groups", "communities", Community),
        "reasons": reader.one("not_coded.yaml", dict[str, dict[str, str]]),
        "exemplars": reader.exemplars(),
    }
    reader.check_overrides_used()
    parts["reasons"] = (parts["reasons"] or {}).get("reasons", {})
    return parts, reader.problems


def _make_codebook(parts: dict[str, Any], folder: Path, overrides: dict[str, Any]) -> Codebook:
    plain = {key: _plain(value) for key, value in parts.items()}
    digest = hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode())
    digest.update(_language_digest(parts["head"].language).encode())
    return Codebook.model_construct(**parts, folder=folder, hash=digest.hexdigest(), overrides=overrides)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.model_dump(mode="json", exclude={"file", "line"}) if hasattr(value, "model_dump") else value


def _language_digest(language: str) -> str:
    digest = hashlib.sha256()
    for path in sorted((LANGUAGES / language).glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class _Reader:
    """Reads the files of one codebook and collects their problems."""

    def __init__(self, folder: Path, overrides: dict[str, Any]) -> None:
        self.folder = folder
        self.overrides = overrides
        self.unused = set(overrides)
        self.problems: list[Problem] = []

    def read(self, relative: str) -> Any:
        """The plain data of a file, overrides applied; None if it cannot be read."""
        try:
            data = read_yaml(self.folder / relative, name=f"{self.folder.name}/{relative}")
        except CodebookError as error:
            self.problems.extend(error.problems)
            return None
        return self._override(relative, data)

    def one(self, relative: str, kind: Any) -> Any:
        """A whole file as one record."""
        data = self.read(relative)
        return None if data is None else self._validate(kind, data, relative, ())

    def many(self, relative: str, key: str, kind: Any) -> tuple[Any, ...]:
        """A file that holds a list under one key."""
        data = self.read(relative)
        if data is None:
            return ()
        if not isinstance(data, dict) or set(data) != {key}:
            self.problems.append(self._problem(relative, (), f"expected the one key '{key}' with a list"))
            return ()
        return self._validate(tuple[kind, ...], data[key], relative, (key,)) or ()

    def folder_of(self, name: str, key: str, kind: Any) -> tuple[Any, ...]:
        """All files of a sub-folder that hold `key`, in the order of their names."""
        found: list[Any] = []
        for path in sorted((self.folder / name).glob("*.yaml")):
            relative = f"{name}/{path.name}"
            data = self.read(relative)
            if isinstance(data, dict) and key in data:
                found.extend(self._validate(tuple[kind, ...], data[key], relative, (key,)) or ())
        return tuple(found)

    def exemplars(self) -> tuple[Exemplar, ...]:
        """All sentences of exemplars/, each with its kind; those of `not_codable` have a reason instead."""
        found: list[Exemplar] = []
        for path in sorted((self.folder / "exemplars").glob("*.yaml")):
            relative = f"exemplars/{path.name}"
            data = self.read(relative)
            if not isinstance(data, dict) or not isinstance(data.get("exemplars"), list):
                self.problems.append(self._problem(relative, (), "expected the keys sub_event_type and exemplars"))
                continue
            kind = data.get("sub_event_type")
            for n, item in enumerate(data["exemplars"]):
                fields = {"text": item} if isinstance(item, str) else item
                record = self._validate(Exemplar, {**fields, "kind": kind} if isinstance(fields, dict) else item,
                                        relative, ("exemplars", n))
                if record is not None:
                    found.append(record.model_copy(update={"file": relative, "line": n}))
        return tuple(found)

    def check_overrides_used(self) -> None:
        """An override that names no key of the codebook is a problem."""
        for key in sorted(self.unused):
            self.problems.append(
                Problem("--set", 1, f"'{key}' is no key of this codebook, expected for instance "
                                    "policies.reporting_window_days=90")
            )

    def _override(self, relative: str, data: Any) -> Any:
        stem = relative.removesuffix(".yaml")
        for key, value in self.overrides.items():
            first, *rest = key.split(".")
            path = [first, *rest] if stem == "codebook" else rest
            if not rest or (stem != "codebook" and first != stem):
                continue
            target = data
            for part in path[:-1]:
                target = target.get(part) if isinstance(target, dict) else None
            if isinstance(target, dict) and (path[-1] in target or path[:-1] == ["policies"]):  # some have defaults
                target[path[-1]] = value
                self.unused.discard(key)
        return data

    def _validate(self, kind: Any, data: Any, relative: str, prefix: tuple[str | int, ...]) -> Any:
        try:
            return TypeAdapter(kind).validate_python(data)
        except ValidationError as error:
            missing = [str(item["loc"][-1]) for item in error.errors() if item["type"] == "missing"]
            for item in error.errors():
                keys = (*prefix, *(key for key in item["loc"] if key != "[key]"))
                self.problems.append(self._problem(relative, keys, _explain(item, missing)))
            return None

    def _problem(self, relative: str, keys: tuple[str | int, ...], message: str) -> Problem:
        path = self.folder / relative
        line = find_line(path, keys) if path.exists() else 1
        return Problem(f"{self.folder.name}/{relative}", line, message)


@cache
def _known_keys() -> tuple[str, ...]:
    """All keys that any entry of a codebook may have."""
    fields = [field for record in Record.__subclasses__() for field in record.model_fields.items()]
    return tuple(sorted({field.alias or name for name, field in fields}))


def _explain(item: Any, missing: list[str]) -> str:
    where = ".".join(str(key) for key in item["loc"])
    match item["type"]:
        case "extra_forbidden":
            key = str(item["loc"][-1])
            near = get_close_matches(key, missing, n=1) or get_close_matches(key, _known_keys(), n=1)
            return f"unknown key '{where}'; " + (
                f"did you mean '{near[0]}'?" if near else "remove it or mend its spelling"
            )
        case "missing":
            return f"the key '{where}' is missing; add it"
        case "string_pattern_mismatch":
            return f"{where} is {item['input']!r}, expected text that matches {item['ctx']['pattern']}"
        case _:
            return f"{where} is {item['input']!r}: {item['msg'].lower()}; mend the value"
