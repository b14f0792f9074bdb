"""`eventbook places`: find and resolve place names, and add gazetteers of one's own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.coding_options import count_words, gazetteer_option
from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.errors import FINDINGS, exit_code_of, stop
from eventbook.cli.output import progress, say, volume_options

if TYPE_CHECKING:
    from eventbook.coder.places.records import Candidate

_json = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


@contextmanager
def _told() -> Iterator[None]:
    """Faults of input and of the gazetteers, told in words."""
    from eventbook.coder.places.feeds import FeedError
    from eventbook.coder.places.gazetteer import GazetteerError

    try:
        yield
    except (FeedError, GazetteerError) as error:
        stop(exit_code_of(error), *str(error).splitlines())


@click.group("places", short_help="Find, resolve and add places.")
def command() -> None:
    """Find and resolve place names; add gazetteers of your own to the shipped one."""


@command.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="Name of the gazetteer. Default: the first file's.")
@volume_options
def add(files: tuple[Path, ...], name: str | None) -> None:
    """Add FILES as one gazetteer, all of it or nothing; one of that name is replaced.

    GeoNames country dumps and allCountries (zip or txt), alternate names files beside them, UCDP GED CSV, or a CSV
    with the columns name, country, latitude, longitude (and admin1, admin2, population, aliases, kind, id).

    \b
    eventbook places add ML.zip BF.zip --name sahel
    eventbook places add ged231.csv
    """
    from eventbook.coder.places.adding import add_files

    with _told(), progress("places") as counted:
        added = add_files(files, name=name, watch=counted)
    counts = ((added.places, "place", ""), (added.names, "name", ""), (len(added.countries), "country", "countries"))
    click.echo(f"{added.name}: {', '.join(count_words(*count) for count in counts)}")


@command.command("list")
@_json
def list_(as_json: bool) -> None:
    """List the gazetteers in use, in the order of look-up."""
    from eventbook.coder.places.gazetteer import open_gazetteer
    from eventbook.coder.places.user import list_gazetteers

    with _told():
        shipped = open_gazetteer()
        own = list_gazetteers()
    rows: list[dict[str, Any]] = [
        {"format": "shipped", "places": shipped.count(), **shipped.sources[0], "path": str(shipped.paths[0])}
    ]
    rows += [asdict(one) | {"path": str(one.path)} for one in own]
    if as_json:
        print_json(rows)
        return
    header = ("name", "format", "places", "countries", "sha256")
    told = [
        (row["name"], row["format"], f"{row['places']:,}", _some(row.get("countries", ())), row["sha256"][:12])
        for row in rows
    ]
    print_rows("Gazetteers, in the order of look-up", header, told, numeric=(2,))


def _some(countries: tuple[str, ...]) -> str:
    return ", ".join(countries) if 0 < len(countries) <= 8 else f"{len(countries):,}" if countries else "all"


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Remove the gazetteer NAME that was added."""
    from eventbook.coder.places.user import remove_gazetteer

    with _told():
        path = remove_gazetteer(name)
    click.echo(f"{name}: removed ({path})")


@command.command("find")
@click.argument("name")
@click.option(
    "--near", metavar="WORDS", help='Where to look: a country, a division or a town ("Lebanon", "near Goma").'
)
@click.option("--country", metavar="COUNTRY", help="Country name or ISO code.")
@click.option("--admin1", metavar="DIVISION", help="First- or second-order division.")
@gazetteer_option
@_json
def find(
    name: str, near: str | None, country: str | None, admin1: str | None, gazetteers: tuple[str, ...], as_json: bool
) -> None:
    """Show what NAME may be, best first, with score and reason; exit status 1 where it abstains.

    \b
    eventbook places find Tripoli --near Lebanon
    eventbook places find "20 km south of Mosul" --country Iraq --json
    """
    from eventbook.coder.places.resolution import resolve_place
    from eventbook.coder.places.user import open_chosen

    with _told():
        found = resolve_place(
            name, country=country, admin1=admin1, context=near, gazetteer=open_chosen(gazetteers)
        )  # fmt: skip
    if as_json:
        listed = [_record(candidate) for candidate in found.candidates]
        print_json({"candidates": listed, "abstained_because": found.abstained_because})
    else:
        for candidate in found.candidates:
            click.echo(_line(candidate))
        if found.abstained_because:
            say(found.abstained_because)
    if not found.candidates:
        sys.exit(FINDINGS)


def _line(candidate: "Candidate") -> str:
    place = candidate.place
    inside = ", ".join(part for part in (place.admin2, place.admin1, place.country) if part)
    told = f"{place.kind}; {inside}" + (f"; {place.gazetteer}" if place.gazetteer != "shipped" else "")
    return (
        f"{candidate.score:.2f}  precision {candidate.precision}  {place.name} ({told})  "
        f"{place.latitude:.4f} {place.longitude:.4f}  {candidate.reason}"
    )


def _record(candidate: "Candidate") -> dict[str, Any]:
    place = candidate.place
    found = {"score": candidate.score, "geo_precision": candidate.precision, "reason": candidate.reason}
    return asdict(place) | {"geonameid": place.geonameid} | found


@command.command("resolve")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", required=True, metavar="COL", help="Column of the place names.")
@click.option("--country", metavar="COL", help="Column of the countries, names or ISO codes.")
@click.option("--admin1", metavar="COL", help="Column of the divisions.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The CSV file to write.")
@click.option("--force", is_flag=True, help="Replace the output if it exists.")
@gazetteer_option
@volume_options
def resolve(
    file: Path, name: str, country: str | None, admin1: str | None, output: Path, force: bool,
    gazetteers: tuple[str, ...],
) -> None:  # fmt: skip
    """Resolve a column of FILE, a CSV: its columns are kept, and those of the place found are added.

    A row whose place is not sure stays blank, with the reason.

    \b
    eventbook places resolve rows.csv --name village --country land -o placed.csv
    """
    from eventbook.coder.places.bulk import resolve_file
    from eventbook.coder.places.user import open_chosen

    if output.exists() and not force:
        raise click.UsageError(f"{output}: exists already; choose another name or add --force")
    if not output.parent.is_dir():
        raise click.UsageError(f"{output}: the folder {output.parent} does not exist; make it first")
    with _told(), progress("rows") as counted:
        counts = resolve_file(
            file, output, name=name, country=country, admin1=admin1, gazetteer=open_chosen(gazetteers), watch=counted
        )
    first, second, third = counts.precision
    rows = count_words(counts.rows, "row")
    click.echo(f"{output}: {rows}; precision 1: {first}, 2: {second}, 3: {third}; blank: {counts.blank}")
