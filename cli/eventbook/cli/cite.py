"""`eventbook cite`: the citation of a release or version."""

from pathlib import Path

import click

from eventbook.cli.dataset_output import print_json
from eventbook.cli.output import say, volume_options

_STYLES = ("bibtex", "apa", "csl", "cff", "datacite")


@click.command("cite", short_help="Write the citation of a release or version.")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--release", metavar="NAME", help="Default: the last release; without any, the latest version.")
@click.option("--version", metavar="VERSION", help="A number or tag: cite a version that was not released.")
@click.option("--style", type=click.Choice(_STYLES), help="Default: APA, then BibTeX.")
@click.option("--json", "as_json", is_flag=True, help="Write version, hash and all styles as JSON.")
@volume_options
def command(dataset: Path, release: str | None, version: str | None, style: str | None, as_json: bool) -> None:
    """Write how to cite DATASET: authors, title, and the exact version with the hash of its rows.

    \b
    eventbook cite my-dataset
    eventbook cite my-dataset --release 2026.1 --style bibtex >> references.bib
    """
    from eventbook.datasets import open_dataset
    from eventbook.datasets.releases.citing import STYLES
    from eventbook.datasets.releases.making import cite_release, cite_version

    if release is not None and version is not None:
        raise click.UsageError("give only one of --release and --version")
    opened = open_dataset(dataset)
    if release is None and version is None and (made := opened.releases()):
        release = made[-1].name
        newest = opened.latest().number
        if newest > made[-1].version:
            say(f"note: cites release {release}, version {made[-1].version}; the latest version is {newest}")
    cited = cite_release(opened, release) if release is not None else cite_version(opened, version)
    if as_json:
        texts = {name: write(cited) for name, write in STYLES.items()}
        print_json(
            {"release": release, "version": cited.version, "date": cited.date, "row_hash": cited.row_hash, **texts}
        )
        return
    wanted = [style] if style else ["apa", "bibtex"]
    click.echo("\n".join(STYLES[name](cited) for name in wanted), nl=False)
