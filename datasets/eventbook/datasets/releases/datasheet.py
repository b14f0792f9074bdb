"""The datasheet of a release: what is in it, how it was coded, how right it is, what is missing, how to use it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventbook.codebook.codebook import Codebook
from eventbook.datasets.dataset import Dataset
from eventbook.datasets.manifest import Manifest
from eventbook.datasets.releases.citing import Cited, to_apa
from eventbook.datasets.releases.contents import tell_contents, tell_gaps, tell_sources
from eventbook.datasets.releases.quality import tell_accuracy, tell_reliability
from eventbook.datasets.releases.sections import Section, listed, plural, render
from eventbook.datasets.releases.tables import ReleasedTable
from eventbook.datasets.revisions import load_revisions, standing

# As NOTICE asks for, of every dataset that carries places of the shipped gazetteer.
GEONAMES = "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0."
_DECISIONS = {"cell": "corrected cell", "remove": "removed event"}


@dataclass(frozen=True, slots=True)
class Datasheet:
    """A datasheet as sections, with what it says at the top."""

    cited: Cited
    sections: tuple[Section, ...]

    def to_markdown(self) -> str:
        """As Markdown, every text of the data escaped."""
        return render("datasheet.md.j2", html=False, cited=self.cited, sections=self.sections, apa=to_apa(self.cited))

    def to_html(self) -> str:
        """As one page that loads nothing, light or dark as the reader's system is."""
        return render("datasheet.html.j2", html=True, cited=self.cited, sections=self.sections, apa=to_apa(self.cited))


def make_datasheet(
    dataset: Dataset, manifest: Manifest, codebook: Codebook, tables: tuple[ReleasedTable, ...], cited: Cited, *,
    reviewed: Path | None = None, agreement: Sequence[Path] = (), changes: str = "", notes: Sequence[str] = (),
) -> Datasheet:  # fmt: skip
    """The datasheet of a version; `changes` is a line on the release before, `notes` go into how it was coded.

    Raises BadRelease and InputError where a file of people's judgements cannot be used.
    """
    events = tables[0].rows
    sections = (
        tell_contents(events, codebook),
        _tell_coding(dataset, manifest, codebook, notes),
        tell_accuracy(dataset, manifest, reviewed),
        tell_reliability(agreement, codebook),
        tell_gaps(dataset, manifest, events, codebook),
        tell_sources(tables),
        _tell_use(cited, attributions(manifest)),
        _tell_keeping(cited, changes),
    )
    return Datasheet(cited, sections)


def _tell_coding(dataset: Dataset, manifest: Manifest, codebook: Codebook, notes: Sequence[str]) -> Section:
    told = manifest.codebook
    facts = [("codebook", f"{told.get('id', codebook.id)} {told.get('version', codebook.version)}"),
             ("codebook hash", str(told.get("hash", codebook.hash)))]  # fmt: skip
    overrides = told.get("overrides") or {}
    facts += [("changed for this version", f"{name} = {value}") for name, value in sorted(overrides.items())]
    programs = manifest.environment
    facts += [(name, programs[name]) for name in ("eventbook", "python", "spacy") if name in programs]
    if manifest.inputs.get("parser"):
        facts.append(("parser", str(manifest.inputs["parser"])))
    facts += [(f"gazetteer {one['name']} (SHA-256)", str(one["sha256"])) for one in _gazetteers(manifest)]
    if isinstance(manifest.inputs.get("articles"), int):
        facts.append(("articles read for the last build", f"{manifest.inputs['articles']:,}"))
    decided = [one for one in standing(load_revisions(dataset.path)) if one.when <= manifest.created.isoformat()]
    kinds = {kind: sum(one.kind == kind for one in decided) for kind in sorted({one.kind for one in decided})}
    people = listed([plural(count, _DECISIONS.get(kind, f"{kind} decision")) for kind, count in kinds.items()])
    text = [
        "A program read the articles and coded them by the rules of the codebook, which is part of this release, "
        "without any person in between: sentences were parsed, mentions of acts, sides, places, days and deaths "
        "found, put together into events, checked against the codebook, and given the words and the rule behind each "
        "cell.",
        f"Decisions of people that stand: {people}." if people else "No person has corrected a row of this version.",
        *notes,
    ]
    return Section("coding", "How it was coded", tuple(text), tuple(facts))


def attributions(manifest: Manifest) -> tuple[str, ...]:
    """What whoever passes the places on has to say: for the shipped gazetteer and for every other that was used."""
    told = [str(one.get("attribution") or "") for one in _gazetteers(manifest)]
    others = [f"Contains {part.strip()}" for text in told for part in text.split("Contains ") if part.strip()]
    return (GEONAMES, *(line for line in dict.fromkeys(others) if "GeoNames" not in line))


def _gazetteers(manifest: Manifest) -> list[Mapping[str, str]]:
    told = manifest.inputs.get("gazetteers") or []
    return [one for one in told if isinstance(one, Mapping) and {"name", "sha256"} <= {*one}]


def _tell_use(cited: Cited, owed: Sequence[str]) -> Section:
    licence = cited.about.licence
    text = (
        f"Licence of the dataset: {licence.title} ({licence.url}).",
        f"Places: {' '.join(owed)} Keep this wherever you pass the places on.",
        "Quoted words and headlines belong to the outlets that published them; they are quoted as evidence.",
        "Counts tell of what was reported, not of all that happened: they rise and fall with the number of articles "
        "and outlets, and differ between countries for that reason alone. Compare over time or between countries only "
        "within one set of outlets. Do not take a single row for established fact about a person or group.",
    )
    return Section("use", "How it may be used", text)


def _tell_keeping(cited: Cited, changes: str) -> Section:
    text = (
        changes or "This is the first release of the dataset.",
        f"The release never changes. {cited.exact}.",
        "An event keeps its id from release to release. To have an error corrected, tell the authors the id, the "
        "column and the words of the article; corrections are recorded with their reason and outlive every recoding.",
        "To check every file of the release against its hash:",
    )
    return Section("keeping", "How it is kept", text, commands=("sha256sum -c checksums.txt",))
