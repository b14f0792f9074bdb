"""`eventbook places`: find and resolve place names, and add gazetteers of one's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from eventbook.coder.places import Candidate


@contextmanager
def _told() -> Iterator[None]:
    """Faults of input and of the gazetteers, told in words on standard error, exit status 1."""
    from eventbook.coder.places.feeds import FeedError
    from eventbook.coder.places.gazetteer import GazetteerError

    try:
        yield
    except FeedError as error:
        for message in error.messages:
            click.echo(message, err=True)
        sys.exit(1)
    except GazetteerError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@click.group("places", short_help="Find, resolve and add places.")
def command() -> None:
    """Find and resolve place names; add gazetteers of your own to the shipped one."""


@command.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--name", help="Name of the gazetteer; the first file's name unless given.")
def add(files: tuple[Path, ...], name: str | None) -> None:
    """Add FILES as one gazetteer, all of it or nothing.

    GeoNames country dumps and allCountries (zip or txt), alternate names files beside them, UCDP GED CSV, or a CSV
    with the columns name, country, latitude, longitude (and admin1, admin2, population, aliases, kind, id).
    """
    from eventbook.coder.places.adding import add_files

    with _told():
        added = add_files(files, name=name)
    click.echo(f"{added.name}: {added.places} places, {added.names} names, {len(added.countries)} countries")


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def list_(as_json: bool) -> None:
    """List the gazetteers in use, in the order of look-up."""
    from eventbook.coder.places.gazetteer import open_gazetteer
    from eventbook.coder.places.user import list_gazetteers

    with _told():
        shipped = open_gazetteer().sources[0]
        own = list_gazetteers()
    rows: list[dict[str, Any]] = [{"name": "shipped", "format": "shipped", **shipped}]
    for one in own:
        rows.append(
            {
                "name": one.name,
                "format": one.format,
                "places": one.places,
                "names": one.names,
                "countries": list(one.countries),
                "inputs": one.inputs,
                "sha256": one.sha256,
                "path": str(one.path),
            }
        )
    if as_json:
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    for row in rows:
        count = f"{row['places']} places" if "places" in row else "built in"
        click.echo(f"{row['name']}  {row['format']}  {count}  sha256 {row['sha256'][:12]}")


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
@click.option("--near", help='Where to look: a country, a division or a town ("Lebanon", "near Goma").')
@click.option("--country", help="Country name or ISO code.")
@click.option("--admin1", help="First- or second-order division.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def find(name: str, near: str | None, country: str | None, admin1: str | None, as_json: bool) -> None:
    """Show what NAME may be, best first, with score and reason; exit status 2 when it abstains."""
    from eventbook.coder.places.resolution import resolve_place
    from eventbook.coder.places.user import open_all

    with _told():
        found = resolve_place(name, country=country, admin1=admin1, context=near, gazetteer=open_all())
    if as_json:
        listed = [_record(candidate) for candidate in found.candidates]
        click.echo(json.dumps({"candidates": listed, "abstained_because": found.abstained_because}, ensure_ascii=False))
    else:
        for candidate in found.candidates:
            click.echo(_line(candidate))
        if found.abstained_because:
            click.echo(found.abstained_because)
    if not found.candidates:
        sys.exit(2)


def _line(candidate: Candidate) -> str:
    place = candidate.place
    inside = ", ".join(part for part in (place.admin2, place.admin1, place.country) if part)
    return (
        f"{candidate.score:.2f}  precision {candidate.precision}  {place.name} ({place.kind}; {inside})  "
        f"{place.latitude:.4f} {place.longitude:.4f}  {candidate.reason}"
    )


def _record(candidate: Candidate) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        **asdict(candidate.place),
        "geonameid": candidate.place.geonameid,
        "score": candidate.score,
        "geo_precision": candidate.precision,
        "reason": candidate.reason,
    }


@command.command("resolve")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", required=True, metavar="COL", help="Column of the place names.")
@click.option("--country", metavar="COL", help="Column of the countries, names or ISO codes.")
@click.option("--admin1", metavar="COL", help="Column of the divisions.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The CSV file to write.")
@click.option("--force", is_flag=True, help="Replace the output if it exists.")
def resolve(file: Path, name: str, country: str | None, admin1: str | None, output: Path, force: bool) -> None:
    """Resolve a column of FILE, a CSV: its columns are kept, and those of the place found are added.

    A row whose place is not sure stays blank, with the reason.
    """
    from eventbook.coder.places.bulk import resolve_file
    from eventbook.coder.places.feeds import FeedError
    from eventbook.coder.places.user import open_all

    with _told():
        if output.exists() and not force:
            raise FeedError([f"{output}: exists already; choose another name or add --force"])
        counts = resolve_file(file, output, name=name, country=country, admin1=admin1, gazetteer=open_all())
    first, second, third = counts.precision
    click.echo(f"{output}: {counts.rows} rows; precision 1: {first}, 2: {second}, 3: {third}; blank: {counts.blank}")
