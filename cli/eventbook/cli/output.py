"""What all commands share on the way out: words, progress and colour, as the person asked for them."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options before the command say."""

    verbose: bool = False
    quiet: bool = False


def settings() -> Settings:
    """The settings of this run; the defaults where a command runs alone, as in a test."""
    ctx = click.get_current_context(silent=True)
    found = ctx.find_root().obj if ctx is not None else None
    return found if isinstance(found, Settings) else Settings()


def _merge(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and parameter.name is not None:
        now, root = settings(), ctx.find_root()
        root.obj = Settings(
            verbose=now.verbose or parameter.name == "verbose", quiet=now.quiet or parameter.name == "quiet"
        )


def volume_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`-v` and `--quiet` after the command's name too."""
    quiet = click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_merge, help="Only errors.")
    verbose = click.option(
        "-v", "--verbose", is_flag=True, expose_value=False, callback=_merge, help="Say more, tracebacks too."
    )
    return quiet(verbose(function))


def say(*lines: str) -> None:
    """Words for the person, on standard error, unless --quiet."""
    if not settings().quiet:
        for line in lines:
            click.echo(line, err=True)


def console(file: IO[str] | None = None) -> "Console":
    """A console on standard output: coloured on a terminal unless NO_COLOR, wide where it is none."""
    from rich.console import Console

    made = Console(file=file or sys.stdout, highlight=False)
    return made if made.is_terminal else Console(file=file or sys.stdout, highlight=False, width=140)


@contextmanager
def progress(what: str) -> Iterator[Callable[[Iterable[Item]], Iterator[Item]]]:
    """A function that counts the items it passes on, shown on standard error if that is a terminal."""
    if settings().quiet or not sys.stderr.isatty():
        yield iter
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def counted(items: Iterable[Item]) -> Iterator[Item]:
            for item in items:
                yield item
                bar.advance(task)

        yield counted
