"""The options that `code`, `build` and `demo` share, and what they say at the end."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.output import volume_options

if TYPE_CHECKING:
    from eventbook.datasets.pipeline.records import Job


def _pairs(ctx: click.Context, parameter: click.Parameter, values: Sequence[str]) -> dict[str, str]:
    """`a=b` options as a mapping."""
    found = {}
    for value in values:
        key, equals, rest = value.partition("=")
        if not equals or not key.strip() or not rest.strip():
            raise click.BadParameter(f"{value!r}: expected NAME=VALUE", ctx=ctx, param=parameter)
        found[key.strip()] = rest.strip()
    return found


def _overrides(ctx: click.Context, parameter: click.Parameter, values: Sequence[str]) -> dict[str, Any]:
    """`policies.x=value` options, each value read as YAML would read it."""
    from eventbook.codebook.yaml_reading import parse_yaml

    return {key: parse_yaml(value, name=f"--set {key}") for key, value in _pairs(ctx, parameter, values).items()}


def _names(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """Names of gazetteers that are there, parted by commas."""
    from eventbook.coder.places.gazetteer import GazetteerError
    from eventbook.coder.places.user import choose_files

    names = tuple(name.strip() for name in value.split(",") if name.strip()) or ("all",)
    try:
        choose_files(names)
    except GazetteerError as error:
        raise click.BadParameter(str(error), ctx=ctx, param=parameter) from error
    return names


def _day(ctx: click.Context, parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value is not None else None


gazetteer_option = click.option(
    "--gazetteers",
    default="all",
    show_default=True,
    callback=_names,
    metavar="all|shipped|NAME,...",
    help="Those of your gazetteers that are looked into behind the shipped one; see `eventbook places list`.",
)

OPTIONS = [
    click.argument("sources", nargs=-1, required=True, metavar="SOURCES..."),
    click.option("--codebook", metavar="ID|PATH", help="The codebook. Default: acled-style, which is shipped."),
    click.option("--map", "fields", multiple=True, metavar="FIELD=COLUMN", callback=_pairs,
                 help="The column of a field: --map text=body. Fields: id title text published source url language."),
    click.option("--published", type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="DATE",
                 help="Publication date of articles that say none."),
    click.option("--source", metavar="NAME", help="Outlet of articles that say none."),
    click.option("--set", "overrides", multiple=True, metavar="KEY=VALUE", callback=_overrides,
                 help="Another value for a key of the codebook in this run: policies.reporting_window_days=365."),
    click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True,
                 help="Processes that code; the result is the same for any number."),
    gazetteer_option,
    click.option("--parser", metavar="NAME", help="Another spaCy pipeline, by name or folder."),
    click.option("--strict", is_flag=True, help="Exit 1 where input could not be read or coded, or rows fail checks."),
    click.option("--json", "as_json", is_flag=True, help="Write the summary as JSON."),
]  # fmt: skip


def coding_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Sources, codebook and all else that says what to code and how."""
    function = volume_options(function)
    for option in reversed(OPTIONS):
        function = option(function)
    return function


def make_job(options: Mapping[str, Any]) -> "Job":
    """The job that these options ask for."""
    from eventbook.datasets.pipeline.records import Job

    names = ("sources", "codebook", "overrides", "fields", "published", "source", "parser", "gazetteers", "workers")
    return Job(**{name: options[name] for name in names})


def count_words(count: int, one: str, many: str = "") -> str:
    """`1 row`, `2 rows`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def reason_lines(reasons: Mapping[str, int], labels: Mapping[str, str]) -> list[str]:
    """One line for each reason, the most frequent first."""
    ordered = sorted(reasons, key=lambda reason: (-reasons[reason], reason))
    return [f"  {reasons[reason]:>7,}  {reason}: {labels.get(reason, '')}".rstrip(": ") for reason in ordered]


def reason_labels(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels of a codebook's reasons and of those of reading."""
    from eventbook.coder.articles import INPUT_REASONS
    from eventbook.datasets.pipeline.records import CODING_FAILED, WORKER_DIED

    own = {
        CODING_FAILED: "The coder failed on the article: please report it",
        WORKER_DIED: "The process that coded the article died",
    }
    return {**labels, **INPUT_REASONS, **own}
