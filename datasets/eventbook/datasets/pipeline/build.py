"""A build: articles in, a checked version of a dataset out."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.linting.lint import refuse_problems
from eventbook.codebook.loading import load_codebook
from eventbook.coder.articles import INPUT_REASONS, read_articles
from eventbook.coder.articles.sources import find_sources
from eventbook.datasets.analysis.coverage import windows
from eventbook.datasets.building import ARTICLE, ROW, store_keys
from eventbook.datasets.dataset import Dataset, create_dataset, open_dataset
from eventbook.datasets.errors import DatasetExists
from eventbook.datasets.files import sha256_of
from eventbook.datasets.layout import IDENTITY, VERSIONS
from eventbook.datasets.pipeline.books import Sources, pin_gazetteers, refuse_changed, with_files
from eventbook.datasets.pipeline.checking import check_tables, check_version
from eventbook.datasets.pipeline.joining import join_version, read_parent
from eventbook.datasets.pipeline.records import CODING_FAILED, WORKER_DIED, Job, Outcome
from eventbook.datasets.pipeline.scrubbing import shown_command, shown_name
from eventbook.datasets.pipeline.tables import Gathered
from eventbook.datasets.pipeline.workers import code_entries
from eventbook.datasets.quarantine import apply_decisions
from eventbook.datasets.revisions import load_revisions

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.committing import Committed, Merge, VersionTables

BAD_INPUT = frozenset({*INPUT_REASONS, CODING_FAILED, WORKER_DIED})  # reasons that `--strict` counts as findings

Watch = Callable[[Iterable[Outcome]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the version that holds its rows, and counts. `created` is False where nothing was new."""

    dataset: Dataset
    version: int
    created: bool
    articles: int
    rows: int
    quarantined: int
    not_coded: Mapping[str, int]

    @property
    def bad_input(self) -> int:
        """Entries of the input that could not be read or coded."""
        return sum(count for reason, count in self.not_coded.items() if reason in BAD_INPUT)


def prepare(job: Job) -> Codebook:
    """The codebook of a job; raises CodebookError with all that its linting finds."""
    codebook = load_codebook(job.codebook, overrides=dict(job.overrides) or None)
    refuse_problems(codebook)
    return codebook


def run(job: Job) -> Iterator[Outcome]:
    """Read and code the sources of a job; raises SourceError and GazetteerError before the first outcome."""
    job = with_files(job)  # once for all processes
    entries = read_articles(job.sources, fields=job.fields, published=job.published, source=job.source)
    return code_entries(entries, job)


def build_dataset(job: Job, into: str | Path, *, reason: str = "build", watch: Watch = iter) -> Built:
    """Code the sources into a new version of the dataset at `into`, which is made if it is not there.

    Articles that were coded before are coded again: their new rows replace the old ones. `watch` sees the outcomes
    pass by, for a progress bar. Raises CodebookError, SourceError, ParserError, GazetteerError, and DatasetError
    where the dataset cannot be written or belongs to another codebook. Nothing is written before all is coded.
    """
    codebook = prepare(job)
    target = Path(into)
    _check_target(target, codebook)
    job, used = pin_gazetteers(job)
    gathered = Gathered(codebook)
    for outcome in watch(run(job)):
        gathered.add(outcome)
    refuse_changed(job, used)
    tables = check_tables(gathered.tables(), codebook)
    dataset = _open_or_create(target, codebook)
    done = dataset.commit(
        tables, reason=reason, command=shown_command(), inputs=_inputs(job, gathered, used),
        codebook=_identity(codebook), merge=merging(dataset, codebook, gathered.articles), keys=version_keys(codebook),
    )  # fmt: skip
    return _built(dataset, done, gathered, tables)


def _built(dataset: Dataset, done: "Committed", gathered: Gathered, tables: "Mapping[str, pa.Table]") -> Built:
    return Built(
        dataset=dataset,
        version=done.manifest.number,
        created=done.created,
        articles=gathered.read,
        rows=tables["reports"].num_rows,
        quarantined=tables["quarantine"].num_rows,
        not_coded=dict(sorted(gathered.reasons.items())),
    )


def merging(dataset: Dataset, codebook: Codebook, articles: Collection[str]) -> "Merge":
    """The merge of a commit: articles replaced, reports of one event merged, people's decisions applied, checks."""
    key = codebook.key

    def merge(parent: "VersionTables", new: "Mapping[str, pa.Table]") -> "Mapping[str, pa.Table]":
        before = read_parent(parent, number=parent.number, event_key=key)
        decided = apply_decisions(new, before.tables, key=key)  # accepted rows come back, dropped ones stay away
        revisions = load_revisions(dataset.path)
        tables = join_version(before, decided, articles=articles, codebook=codebook, revisions=revisions)
        return check_version(tables, before.tables, codebook)

    return merge


def version_keys(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Key columns of the tables of a build: a person may join two reports of one article."""
    return store_keys(codebook.key) | {"reports": (codebook.key, ARTICLE, ROW)}


def _check_target(target: Path, codebook: Codebook) -> None:
    """Refuse a folder that cannot become, or is, another's dataset, before hours of coding."""
    if (target / IDENTITY).exists():
        made_by = open_dataset(target).identity.get("codebook")
        if made_by is not None and made_by != codebook.id:
            raise DatasetExists(
                f"{target}: was made by the codebook {made_by!r}, not {codebook.id!r}; give --into another folder, "
                f"or --codebook {made_by}"
            )
    elif target.exists() and (not target.is_dir() or any(entry.name != VERSIONS for entry in target.iterdir())):
        raise DatasetExists(f"{target}: holds other files; give a new or an empty folder")


def _open_or_create(target: Path, codebook: Codebook) -> Dataset:
    head = codebook.head
    identity = {
        "title": head.title, "codebook": head.id, "licence": head.licence, "authors": list(head.authors),
    }  # fmt: skip
    if not (target / IDENTITY).exists():
        with suppress(DatasetExists):  # another build made it just now
            return create_dataset(target, identity=identity)
    _check_target(target, codebook)
    return open_dataset(target)


def _identity(codebook: Codebook) -> dict[str, Any]:
    return {
        "id": codebook.id, "version": codebook.version, "hash": codebook.hash, "overrides": dict(codebook.overrides),
    }  # fmt: skip


def _inputs(job: Job, gathered: Gathered, gazetteers: Sources) -> dict[str, Any]:
    """What the version was made from: hashes of files and gazetteers, the parser, and the days that articles cover."""
    from eventbook.coder.parsing.parser import load_parser

    parser = load_parser(job.parser)
    files, _ = find_sources(job.sources)
    hashes: dict[str, Any] = {}
    for number, file in enumerate(files, start=1):
        name = shown_name(file.name)
        hashes[name if name not in hashes else f"{name} ({number})"] = sha256_of(file.path) if file.path else None
    covered = windows(gathered.published, days=gathered.codebook.policies.reporting_window_days)
    return {
        "articles": gathered.read, "covered": [[str(day) for day in span] for span in covered], "files": hashes,
        "gazetteers": [dict(one) for one in gazetteers], "parser": f"{parser.name} {parser.version}".strip(),
    }  # fmt: skip
