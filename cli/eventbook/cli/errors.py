"""The one place that turns errors into exit codes, with one clear line for each problem."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

import click

FINDINGS, WRONG_USAGE, UNREADABLE, INTERNAL, INTERRUPTED = 1, 2, 3, 4, 130

# By full name, so that nothing is imported to compare with; the nearest class of an error's ancestry decides.
_CODES = {
    "eventbook.codebook.errors.CodebookError": WRONG_USAGE,
    "eventbook.coder.articles.sources.SourceError": WRONG_USAGE,
    "eventbook.coder.parsing.errors.ParserError": WRONG_USAGE,
    "eventbook.coder.places.feeds.FeedError": UNREADABLE,
    "eventbook.coder.places.gazetteer.GazetteerError": UNREADABLE,
    "eventbook.coder.places.gazetteer.GazetteerName": WRONG_USAGE,
    "eventbook.datasets.errors.BadName": WRONG_USAGE,
    "eventbook.datasets.errors.BadQuestion": WRONG_USAGE,
    "eventbook.datasets.errors.BadRelease": WRONG_USAGE,
    "eventbook.datasets.errors.BadRevision": WRONG_USAGE,
    "eventbook.datasets.errors.DatasetExists": WRONG_USAGE,
    "eventbook.datasets.errors.MissingExtra": WRONG_USAGE,
    "eventbook.datasets.errors.UnknownTable": WRONG_USAGE,
    "eventbook.datasets.errors.UnknownVersion": WRONG_USAGE,
    "eventbook.datasets.errors.DatasetError": UNREADABLE,
}


def exit_code_of(error: BaseException) -> int:
    """The exit code of an error: 2 wrong usage, 3 unreadable, 4 everything that nobody expected."""
    for ancestor in type(error).__mro__:
        code = _CODES.get(f"{ancestor.__module__}.{ancestor.__qualname__}")
        if code is not None:
            return code
    if isinstance(error, OSError) and error.filename is not None:
        return UNREADABLE
    return INTERNAL


@contextmanager
def report_errors(ctx: click.Context) -> Iterator[None]:
    """Turn whatever is raised inside into lines on standard error and an exit code."""
    try:
        yield
    except (click.exceptions.Exit, click.UsageError):
        raise
    except click.ClickException as error:
        stop(UNREADABLE if isinstance(error, click.FileError) else WRONG_USAGE, error.format_message())
    except (KeyboardInterrupt, click.Abort):
        stop(INTERRUPTED, "interrupted")
    except BrokenPipeError:
        _leave_quietly()
    except Exception as error:
        _report(error, verbose=bool(ctx.obj is not None and ctx.obj.verbose))


def stop(code: int, *lines: str) -> NoReturn:
    """Say each line on standard error and leave with the code."""
    for line in lines:
        click.echo(f"error: {line}", err=True)
    raise SystemExit(code)


def _report(error: Exception, *, verbose: bool) -> NoReturn:
    code = exit_code_of(error)
    if code == INTERNAL:
        _report_internal(error, verbose=verbose)
    if isinstance(error, OSError) and error.filename is not None:
        stop(code, f"{error.filename}: {error.strerror or error}; check the path and its permissions")
    stop(code, *(str(error).splitlines() or [type(error).__name__]))


def _report_internal(error: Exception, *, verbose: bool) -> NoReturn:
    import traceback

    trace = "".join(traceback.format_exception(error))
    if verbose:
        click.echo(trace, err=True)
    what = str(error).splitlines()[0] if str(error) else "no message"
    stop(
        INTERNAL,
        f"internal error: {type(error).__name__}: {what}; please report it with the file {_write_report(trace)}",
    )


def _write_report(trace: str) -> str:
    """Write what a maintainer needs into a file of the temporary folder; its path."""
    import shlex
    import tempfile

    lines = ["eventbook: report of an internal error", f"command: {shlex.join(sys.argv)}"]
    with suppress(Exception):  # a broken installation must not hide the error that it caused
        from eventbook.datasets.environment import environment

        lines += [f"{name}: {value}" for name, value in sorted(environment().items())]
    with tempfile.NamedTemporaryFile(
        "w", prefix="eventbook-error-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        file.write("\n".join([*lines, "", trace]))
    return file.name


def _leave_quietly() -> NoReturn:
    """The reader of standard output went away (`| head`): no more to say, and nothing to flush."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)
