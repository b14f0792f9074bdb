"""The parts of a datasheet that tell how right the rows are: rows checked by hand, and codings laid side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.errors import BadRelease, UnknownVersion
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.sections import Section, plural
from eventbook.validation.scoring.tables import Table

if TYPE_CHECKING:
    from eventbook.validation.sampling.accuracy import Accuracy, Share
    from eventbook.validation.sampling.reviews import Reviews

_MARGIN = 0.05  # of the sample that is proposed where nothing was checked


def tell_accuracy(dataset: Dataset, manifest: Manifest, reviewed: Path | None) -> Section:
    """The share of right rows and cells with intervals, or plainly that nobody looked, and how to find out.

    Raises BadRelease where the file is not of this dataset, InputError where it cannot be read.
    """
    if reviewed is None:
        return _unchecked(manifest)
    from eventbook.validation.sampling.accuracy import estimate_accuracy
    from eventbook.validation.sampling.reviews import read_reviews

    reviews = read_reviews(reviewed, key=manifest.tables["events"].key[0])
    drawn_from = _check_origin(dataset, manifest, reviews, reviewed)
    found = estimate_accuracy(reviews)
    text = [found.sentence()]
    if drawn_from.row_hash != manifest.row_hash:
        text.append(
            f"The rows were drawn from version {drawn_from.number}; this release is version {manifest.number}, whose "
            "events differ. What was corrected since then is not counted."
        )
    text += [f"{note[0].upper()}{note[1:]}." for note in found.notes]
    return Section("accuracy", "How right it is", tuple(text), tables=(_accuracy_table(found),))


def tell_reliability(codings: Sequence[Path], codebook: Codebook) -> Section:
    """How far the codings of the same articles agree, or plainly that none were compared.

    Raises BadRelease where there is only one, InputError where one cannot be read.
    """
    title = "How far coders agree"
    if not codings:
        text = (
            "No two codings of the same articles were compared for this release, so that nothing can be said of "
            "intercoder reliability. To measure it, let two people code the same articles by the codebook:"
        )
        return Section("reliability", title, (text,), commands=("eventbook agree anna.csv ben.csv",))
    if len(codings) < 2:
        raise BadRelease(f"{codings[0]}: one coding cannot agree with itself; give --agreement twice or more")
    from eventbook.validation.agreement.agree import agree_rows
    from eventbook.validation.agreement.report import report_tables
    from eventbook.validation.scoring.reading import read_coded
    from eventbook.validation.scoring.scheme import scheme_of

    scheme = scheme_of(codebook)
    names = [path.stem for path in codings]
    if len(set(names)) < len(names):
        names = [f"coder {number}" for number in range(1, len(names) + 1)]
    coders = {
        name: read_coded(path, scheme=scheme, codebook=codebook) for name, path in zip(names, codings, strict=True)
    }
    try:
        report = agree_rows(coders, scheme=scheme)
    except ValueError as error:
        raise BadRelease(f"--agreement: {error}") from error
    text = f"{plural(len(names), 'coding')} of {plural(report.articles, 'article')} laid side by side."
    return Section("reliability", title, (text,), tables=tuple(report_tables(report, disagreements=False)))


def _unchecked(manifest: Manifest) -> Section:
    from eventbook.validation.sampling.margins import needed_sample

    rows = manifest.counts["events"]
    wanted = needed_sample(margin=_MARGIN, size=rows)
    text = (
        "No rows of this version were checked by hand for this release, so that nobody can say how many are right. "
        "They were coded by a program: take them as a first coding, with the words at hand to judge it by.",
        f"To find out, draw {plural(wanted, 'row')}, check them, and release again with the result "
        f"(margin of {_MARGIN:.0%} at 95 %):",
    )
    commands = (
        f"eventbook sample DATASET --for-review {wanted} -o review.csv",
        "eventbook accuracy review.csv --dataset DATASET",
    )
    return Section("accuracy", "How right it is", text if rows else text[:1], commands=commands if rows else ())


def _check_origin(dataset: Dataset, manifest: Manifest, reviews: "Reviews", path: Path) -> Manifest:
    """The version that the rows were drawn from; raises BadRelease where they cannot be from it."""
    try:
        origin = dataset.manifest(reviews.dataset_version) if reviews.dataset_version else manifest
    except UnknownVersion as error:
        raise BadRelease(f"{path}: drawn from version {reviews.dataset_version!r}, which is not here") from error
    key = origin.tables["events"].key[0]
    known = set(dataset.table(version=origin.number, columns=[key])[key].to_pylist())
    unknown = [review for review in reviews.rows if review.event_id not in known]
    if unknown:
        first = unknown[0]
        raise BadRelease(
            f"{first.origin}: no event {first.event_id!r} in version {origin.number} of {dataset.path} "
            f"({plural(len(unknown), 'event')} unknown); give the sample of this dataset"
        )
    if reviews.dataset_rows not in (None, len(known)):
        raise BadRelease(
            f"{path}: drawn from {reviews.dataset_rows:,} rows, but version {origin.number} has {len(known):,}; "
            "give the sample of this dataset"
        )
    return origin


def _accuracy_table(found: "Accuracy") -> Table:
    rows = [("the whole row", *_figures(found.rows))]
    rows += [(column, *_figures(part)) for column, part in found.columns.items()]
    note = (
        f"Intervals at {found.level:.0%}, by the way in which the rows were drawn: each row counts by the rows that "
        "it was drawn for."
    )
    return Table("Rows and cells that are right", ("of", "right", "interval", "wrong rows"), tuple(rows),
                 frozenset({1, 2, 3}), note)  # fmt: skip


def _figures(part: "Share") -> tuple[str, str, str]:
    return f"{part.share:.1%}", f"{part.low:.1%} to {part.high:.1%}", f"{part.wrong:,}"
