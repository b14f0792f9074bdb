"""The command `eventbook`: finds each sub-command's module only when it is called for."""

from importlib import import_module
from typing import Any

import click

from eventbook.cli.errors import report_errors
from eventbook.cli.output import Settings

# Name: module, one line of help. The help stands here so that `eventbook --help` imports no command.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("eventbook.cli.demo", "Build a dataset from the shipped sample and show it."),
    "build": ("eventbook.cli.build", "Code articles into a new version of a dataset."),
    "recode": ("eventbook.cli.recode", "Code a dataset's articles again, and show what changes."),
    "code": ("eventbook.cli.code", "Code articles and write the rows, without a dataset."),
    "classify": ("eventbook.cli.classify", "Tell the event type of short texts."),
    "explain": ("eventbook.cli.explain", "Show an event cell by cell with the words behind it."),
    "codebook": ("eventbook.cli.codebook", "List, show, check, render and test codebooks."),
    "versions": ("eventbook.cli.versions", "List the versions of a dataset."),
    "show": ("eventbook.cli.show", "Show one version of a dataset."),
    "diff": ("eventbook.cli.diff", "Compare two versions of a dataset cell by cell."),
    "log": ("eventbook.cli.log", "Tell the history of a dataset or of one event."),
    "tag": ("eventbook.cli.tag", "Name a version of a dataset, or list the names."),
    "revise": ("eventbook.cli.revise", "Record a person's decision; it outlives every recoding."),
    "validate": ("eventbook.cli.validate", "Check rows against their codebook."),
    "quarantine": ("eventbook.cli.quarantine", "List, show, accept or drop rows that failed their checks."),
    "contradictions": ("eventbook.cli.contradictions", "List where the reports of one event disagree."),
    "sample": ("eventbook.cli.sample", "Draw rows to check by hand."),
    "accuracy": ("eventbook.cli.accuracy", "Estimate how right a dataset is from rows checked by hand."),
    "places": ("eventbook.cli.places", "Find, resolve and add places."),
    "panel": ("eventbook.cli.panel", "Count events and deaths for every unit and period."),
    "plot": ("eventbook.cli.plot", "Draw a version: time line, map, heat map, actors."),
    "sql": ("eventbook.cli.sql", "Ask a version by SQL."),
    "release": ("eventbook.cli.release", "Freeze a version for the public, ready to use and to cite."),
    "cite": ("eventbook.cli.cite", "Write the citation of a release or version."),
    "verify": ("eventbook.cli.verify", "Check every file of a dataset against its hash."),
    "copy": ("eventbook.cli.copy", "Copy a dataset, checking every file."),
    "gc": ("eventbook.cli.gc", "List or remove remains of interrupted runs and data of old versions."),
    "score": ("eventbook.cli.score", "Compare coded rows with a gold standard."),
    "calibrate": ("eventbook.cli.calibrate", "Hold confidence against a gold standard."),
    "agree": ("eventbook.cli.agree", "Measure how far two or more coders agree."),
    "bench": ("eventbook.cli.bench", "Measure how well the coder reads (from a checkout)."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called; their help lines come from `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of this name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a near miss is answered with the name that was meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "'eventbook --help' lists the commands"
            ctx.fail(f"no command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; every error ends in one line and an exit code."""
        with report_errors(ctx):
            return super().invoke(ctx)


def _show_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("eventbook")
        except PackageNotFoundError:
            found = "(not installed)"
        click.echo(f"eventbook {found}")
        ctx.exit()


@click.group("eventbook", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-v", "--verbose", is_flag=True, help="Show the traceback of an internal error.")
@click.option("-q", "--quiet", is_flag=True, help="No words and no progress on standard error, only errors.")
@click.option("--version", is_flag=True, callback=_show_version, is_eager=True, expose_value=False,
              help="Show the version and leave.")
@click.pass_context
def main(ctx: click.Context, verbose: bool, quiet: bool) -> None:
    """Turn news articles into a dataset of political events by a written codebook.

    \b
    eventbook demo
    eventbook build articles.jsonl --into my-dataset
    eventbook explain my-dataset EVENT_ID

    Data go to standard output, words to standard error. Exit codes: 0 done, 1 findings, 2 wrong usage or
    codebook, 3 unreadable input, 4 internal error.
    """
    ctx.obj = Settings(verbose=verbose, quiet=quiet)


if __name__ == "__main__":
    main()
