"""YAML read safely: no tags, no aliases, no duplicate keys, bounded size and depth, with line numbers on demand."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from eventbook.codebook.errors import CodebookError, Problem

MAX_BYTES = 8_000_000  # the shipped lists stay below 1 MB each; a larger file is no codebook
MAX_DEPTH = 24
MAX_DIGITS = 400

_ALIAS = re.compile(r"(?:^|[\s\[{,:?-])\*[^\s\]},]", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]{}]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Loader):  # type: ignore[misc]  # the base is chosen at run time
    """A safe loader that refuses duplicate keys."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen = set()
        for key_node, _ in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is no plain word", key_node.start_mark)
            if key_node.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key_node.value!r} stands twice", key_node.start_mark
                )
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)

    def construct_scalar(self, node: Any) -> Any:
        if len(node.value) > MAX_DIGITS and node.tag == "tag:yaml.org,2002:int":
            raise yaml.constructor.ConstructorError(None, None, "the number is too long", node.start_mark)
        return super().construct_scalar(node)


def read_yaml(path: Path, *, name: str | None = None) -> Any:
    """Read one YAML file into plain objects; raises CodebookError naming file and line."""
    return parse_yaml(_read_text(path, name or path.name), name=name or path.name)


def parse_yaml(text: str, *, name: str) -> Any:
    """Parse YAML text; `name` stands in error messages."""
    try:
        if _ALIAS.search(text) or _may_be_deep(text):
            _refuse_traps(text, name)
        data = yaml.load(text, Loader=_StrictLoader)  # a safe loader: tags that make objects are refused
    except CodebookError:
        raise
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 1
        if "nesting depth" in what:  # newer parsers have a limit of their own
            raise CodebookError([Problem(name, line, _too_deep())]) from None
        raise CodebookError([Problem(name, line, f"is not valid YAML: {what}; mend this line")]) from None
    _check_depth(data, name)
    return data


def _too_deep() -> str:
    return f"is nested too deeply; at most {MAX_DEPTH} levels"


def find_line(path: Path, keys: Sequence[str | int]) -> int:
    """The 1-based line of the deepest part of `keys` that the file has; 1 if it has none of them."""
    return line_of(compose_file(path), keys)


def compose_file(path: Path) -> Any:
    """The file as nodes that know their lines, for `line_of`."""
    return yaml.compose(_read_text(path, path.name), Loader=_Loader)


def line_of(node: Any, keys: Sequence[str | int]) -> int:
    """As `find_line`, for a file that is composed once and searched often."""
    line = 1
    for key in keys:
        found = None
        if isinstance(node, yaml.MappingNode):
            for key_node, value_node in node.value:
                if key_node.value == str(key):
                    found, line = value_node, key_node.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            found = node.value[key]
            line = found.start_mark.line + 1
        if found is None:
            break
        node = found
    return line


def _read_text(path: Path, name: str) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CodebookError([Problem(name, 1, f"is larger than {MAX_BYTES} bytes; split the file")])
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CodebookError([Problem(name, 1, "is missing; a codebook needs this file")]) from None
    except UnicodeDecodeError as error:
        raise CodebookError([Problem(name, 1, f"is not UTF-8 at byte {error.start}; save it as UTF-8")]) from None
    except OSError as error:
        raise CodebookError([Problem(name, 1, f"cannot be read: {error.strerror}")]) from None


def _may_be_deep(text: str) -> bool:
    """Whether the text could nest far more deeply than a codebook does: a cheap look, never wrong about a no."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > MAX_DEPTH:
            return True
        depth = max(depth, 0)
    return any(len(line) - len(line.lstrip()) + 2 * line.count("- ") > 4 * MAX_DEPTH for line in text.splitlines())


def _refuse_traps(text: str, name: str) -> None:
    """Refuse aliases, which can grow without bounds, and nesting that could end the process."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise CodebookError([Problem(name, line, "is an alias (*), which is not allowed; write it out")])
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise CodebookError([Problem(name, line, _too_deep())])


def _check_depth(data: Any, name: str) -> None:
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [child for item in level for child in _children(item)]
        if not level:
            return
    raise CodebookError([Problem(name, 1, _too_deep())])


def _children(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return list(item.values())
    return list(item) if isinstance(item, list) else []
