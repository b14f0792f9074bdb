"""`eventbook release`: a version frozen for the public."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eventbook.cli.dataset_output import print_json, print_rows
from eventbook.cli.output import say, volume_options
from eventbook.cli.score import fail

if TYPE_CHECKING:
    from eventbook.datasets import Dataset
    from eventbook.datasets.releases.making import Made

_FILE = click.Path(path_type=Path)


@click.command("release", short_help="Freeze a version for the public, ready to use and to cite.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.argument("name", required=False)
@click.option("--version", metavar="VERSION", help="Number or tag. Default: the latest.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Put a copy here too.")
@click.option("--title", help="Default: the dataset's.")
@click.option("--description", help="Default: the dataset's, or the codebook's.")
@click.option("--author", "authors", multiple=True, metavar="'FAMILY, GIVEN (ORCID)'",
              help="Once for each; an institution without a comma. Default: the dataset's.")
@click.option("--licence", "--license", metavar="SPDX|ADDRESS", help="Of the data, such as CC-BY-4.0.")
@click.option("--publisher", help="Default: the authors.")
@click.option("--doi", help="If there is one already.")
@click.option("--url", metavar="ADDRESS", help="The dataset's page.")
@click.option("--keyword", "keywords", multiple=True, help="Once for each.")
@click.option("--date", "day", metavar="DAY", help="Day of publication. Default: today; give it to make equal bytes.")
@click.option("--reviewed", type=_FILE, metavar="REVIEWED.csv",
              help="A sample of `eventbook sample`, checked by hand: how right the rows are.")
@click.option("--agreement", type=_FILE, multiple=True, metavar="CODING",
              help="Codings of the same articles, twice or more: how far coders agree.")
@click.option("--codebook", metavar="PATH", help="The folder of the version's codebook, if it is not a shipped one.")
@click.option("--other-codebook", is_flag=True, help="Release although the codebook at hand has another hash.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@volume_options
def command(
    dataset: Path, name: str | None, version: str | None, output: Path | None, day: str | None, reviewed: Path | None,
    agreement: tuple[Path, ...], codebook: str | None, other_codebook: bool, as_json: bool, **about: Any,
) -> None:  # fmt: skip
    """Freeze VERSION of DATASET as the release NAME: a folder and a zip. Without NAME, list the releases.

    Both stand in DATASET/releases/NAME: Parquet, CSV, Stata, GeoJSON and the columns of an ACLED export; codebook,
    data dictionary, datasheet, changes since the release before, citation, licence, checksums. No article is
    contained. A name is used once, and a release never changes.

    \b
    eventbook release my-dataset 2026.1 --author "Doe, Jane" --licence CC-BY-4.0
    eventbook release my-dataset 2026.2 --reviewed review.csv --agreement anna.csv --agreement ben.csv -o to-upload
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.releases.about import parse_day
    from eventbook.datasets.releases.making import Wish, make_release
    from eventbook.validation.scoring.records import InputError

    opened = open_dataset(dataset)
    if name is None:
        _list(opened, as_json=as_json)
        return
    wish = Wish(
        name=name, version=version, about=about, day=parse_day(day) if day else None, reviewed=reviewed,
        agreement=agreement, codebook=codebook, other_codebook=other_codebook,
    )  # fmt: skip
    try:
        made = make_release(opened, wish, output=output)
    except InputError as error:
        fail(error)
    _tell(opened, made, about, checked=reviewed is not None)
    if as_json:
        print_json(_entry(made))


def _tell(dataset: "Dataset", made: "Made", about: dict[str, Any], *, checked: bool) -> None:
    release = made.release
    events = dataset.manifest(release.version).counts["events"]
    say(
        f"release {release.name}: version {release.version}, {events:,} {'event' if events == 1 else 'events'}",
        f"folder  {made.folder}",
        f"zip     {made.archive} ({made.archive.stat().st_size:,} bytes)",
    )
    missing = [f"--{name}" for name, given in (("author", "authors"), ("licence", "licence")) if not about[given]]
    if missing:
        authors = "; ".join(author["name"] for author in release.about["authors"])
        say(
            f"note: authors ({authors}) and licence ({release.about['licence']['title']}) are what dataset.json says; "
            f"others with {' and '.join(missing)}"
        )
    if not checked:
        say(
            "note: no row was checked by hand, and the datasheet says so; "
            f"`eventbook sample {shlex.quote(str(dataset.path))}` draws rows to check"
        )


def _entry(made: "Made") -> dict[str, Any]:
    release = made.release
    return {
        "release": release.name, "version": release.version, "date": release.date, "row_hash": release.row_hash,
        "folder": str(made.folder), "zip": str(made.archive), "zip_sha256": release.sha256[f"{release.folder}.zip"],
    }  # fmt: skip


def _list(dataset: "Dataset", *, as_json: bool) -> None:
    from eventbook.datasets.releases.making import Made
    from eventbook.datasets.releases.records import release_folder

    entries = []
    for release in dataset.releases():
        folder = release_folder(dataset.path, release.name)
        entries.append(_entry(Made(release, folder / release.folder, folder / f"{release.folder}.zip")))
    if as_json:
        print_json(entries)
    elif not entries:
        say(f"{dataset.path}: no release yet; give it a name, such as 2026.1")
    else:
        header = ("release", "version", "date", "row_hash", "zip")
        rows = [tuple(entry[column] for column in header) for entry in entries]
        print_rows(f"Releases of {dataset.path}", ("release", "version", "date", "row hash", "zip"), rows, numeric=(1,))
