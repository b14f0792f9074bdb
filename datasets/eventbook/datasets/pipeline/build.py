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
from eventbook.coder.records import Article, NotCoded
from eventbook.datasets.analysis.coverage import windows
from eventbook.datasets.building import ARTICLE, CODED, ROW, store_keys
from eventbook.datasets.correcting import APPLIED
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
from eventbook.datasets.pipeline.workers import Entry, code_entries
from eventbook.datasets.quarantine import apply_decisions
from eventbook.datasets.revisions import load_revisions

if TYPE_CHECKING:
    import pyarrow as pa

    from eventbook.datasets.committing import Committed, Merge, VersionTables

BAD_INPUT = frozenset({*INPUT_REASONS, CODING_FAILED, WORKER_DIED})  # reasons that `--strict` counts as findings

Watch = Callable[[Iterable[Outcome]], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the version that holds its rows, and counts. `created` is False where nothing was new.

    `idle` are people's decisions that changed nothing in it, as in the table `revisions`, with their status.
    """

    dataset: Dataset
    version: int
    created: bool
    articles: int
    rows: int
    quarantined: int
    not_coded: Mapping[str, int]
    idle: tuple[Mapping[str, str | None], ...] = ()

    @property
    def bad_input(self) -> int:
        """Entries of the input that could not be read or coded."""
        return sum(count for reason, count in self.not_coded.items() if reason in BAD_INPUT)


def prepare(job: Job) -> Codebook:
    """The codebook of a job; raises CodebookError with all that its linting finds."""
    codebook = load_codebook(job.codebook, overrides=dict(job.overrides) or None)
    refuse_problems(codebook)
    return codebook


def run(job: Job, *, only: Collection[str] | None = None, passed: set[str] | None = None) -> Iterator[Outcome]:
    """Read and code the sources of a job; raises SourceError and GazetteerError before the first outcome.

    With `only`, articles of other ids are passed over, and their ids added to `passed`.
    """
    job = with_files(job)  # once for all processes
    entries = read_articles(job.sources, fields=job.fields, published=job.published, source=job.source)
    if only is not None:
        entries = _among(entries, only, passed if passed is not None else set())
    return code_entries(entries, job)


def _among(entries: Iterable[Article | NotCoded], only: Collection[str], passed: set[str]) -> Iterator[Entry]:
    for entry in entries:
        if isinstance(entry, Article) and entry.id not in only:
            passed.add(entry.id)
        else:
            yield entry


def build_dataset(job: Job, into: str | Path, *, reason: str = "build", watch: Watch = iter) -> Built:
    """Code the sources into a new version of the dataset at `into`, which is made if it is not there.

    Articles that were coded before are coded again: their new rows replace the old ones. `watch` sees the outcomes
    pass by, for a progress bar. Raises CodebookError, SourceError, ParserError, GazetteerError, and DatasetError
    where the dataset cannot be written or belongs to another codebook. Nothing is written before all is coded.
    """
    codebook = prepare(job)
    target = Path(into)
    check_target(target, codebook)
    coded = code_sources(job, codebook, watch=watch)
    return commit_coded(_open_or_create(target, codebook), coded, reason=reason)


@dataclass(frozen=True, slots=True)
class Coded:
    """Articles coded and checked, not yet in any dataset; `passed` are ids of those that were passed over."""

    gathered: Gathered
    tables: "Mapping[str, pa.Table]"
    inputs: Mapping[str, Any]
    passed: frozenset[str]


def code_sources(
    job: Job, codebook: Codebook, *, only: Collection[str] | None = None, watch: Watch = iter
) -> Coded:  # fmt: skip
    """Code the sources of a job, only the articles of these ids if given, and check each row."""
    job, used = pin_gazetteers(job)
    gathered, passed = Gathered(codebook), set[str]()
    for outcome in watch(run(job, only=only, passed=passed)):
        gathered.add(outcome)
    refuse_changed(job, used)
    checked = check_tables(gathered.tables(), codebook, texts=gathered.texts)
    return Coded(gathered, checked, _inputs(job, gathered, used), frozenset(passed))


def commit_coded(dataset: Dataset, coded: Coded, *, reason: str) -> Built:
    """Make the next version of the dataset from coded articles."""
    gathered, codebook = coded.gathered, coded.gathered.codebook
    done = dataset.commit(
        coded.tables, reason=reason, command=shown_command(), inputs=coded.inputs, codebook=identity_of(codebook),
        merge=merging(dataset, codebook, gathered.articles), keys=version_keys(codebook),
    )  # fmt: skip
    return _built(dataset, done, gathered, coded.tables)


def rejoin(dataset: Dataset, codebook: Codebook) -> "Committed":
    """Merge the latest version's reports anew, with people's decisions on merges, without coding anything."""
    manifest = dataset.manifest()
    empty = {"reports": dataset.table("reports").slice(0, 0).drop_columns([CODED, ROW])}
    return dataset.commit(
        empty, reason="corrected by person", command=shown_command(), inputs=manifest.inputs,
        codebook=manifest.codebook, merge=merging(dataset, codebook, ()), keys=version_keys(codebook),
    )  # fmt: skip


def _built(dataset: Dataset, done: "Committed", gathered: Gathered, tables: "Mapping[str, pa.Table]") -> Built:
    idle = [line for line in dataset.table("revisions", version=done.manifest.number).to_pylist()
            if line["status"] != APPLIED]  # fmt: skip
    return Built(
        idle=tuple(idle),
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


def check_target(target: Path, codebook: Codebook) -> None:
    """Refuse a folder that cannot become, or is, another's dataset, before hours of coding; raises DatasetExists."""
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
    check_target(target, codebook)
    return open_dataset(target)


def identity_of(codebook: Codebook) -> dict[str, Any]:
    """The codebook as a manifest names it."""
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
