"""Names of files as a dataset may tell them: never the folders of the machine that built it."""

import shlex
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from eventbook.coder.records import NotCoded


def shown_name(path: str) -> str:
    """A relative path as it is, of an absolute one (or one that climbs out) the file's name alone."""
    pure = PurePath(path)
    return pure.name if pure.is_absolute() or ".." in pure.parts or path.startswith("~") else pure.as_posix()


def shown_command(arguments: Sequence[str] | None = None) -> str:
    """The command line that runs, absolute paths cut to their last name."""
    words = list(sys.argv if arguments is None else arguments)
    if words and arguments is None:
        words[0] = "eventbook"
    return shlex.join(_shown_word(word) for word in words)


def shown_reason(reason: NotCoded) -> NotCoded:
    """The reason with its origin and detail free of absolute paths."""
    path, colon, line = reason.origin.rpartition(":")
    if not colon:
        return reason
    name = shown_name(path)
    detail = reason.detail
    for spelling in (path, str(Path(path)), repr(path)[1:-1]):
        if spelling:
            detail = detail.replace(spelling, name)
    return replace(reason, origin=f"{name}:{line}", detail=detail)


def _shown_word(word: str) -> str:
    option, equals, value = word.partition("=")
    if equals and option.startswith("-"):
        return f"{option}={shown_name(value)}" if _is_path(value) else word
    return shown_name(word) if _is_path(word) else word


def _is_path(word: str) -> bool:
    return PurePath(word).is_absolute() or word.startswith(("../", "~"))
