"""One version of a dataset, for questions: frames, panels, actors, SQL, pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from eventbook.datasets.analysis.words import counted
from eventbook.datasets.dataset import Dataset, open_dataset
from eventbook.datasets.errors import BadQuestion
from eventbook.datasets.manifest import Manifest

if TYPE_CHECKING:
    import geopandas
    import pandas as pd
    import pyarrow as pa

    from eventbook.codebook.codebook import Codebook
    from eventbook.datasets.analysis.periods import Freq
    from eventbook.datasets.analysis.plots import Plots
    from eventbook.datasets.analysis.units import Unit


def load(
    path: str | Path, version: int | str | None = None, *, as_of: date | datetime | str | None = None,
    tag: str | None = None, codebook: str | Path | None = None,
) -> "Version":  # fmt: skip
    """A version of the dataset in a folder: by number or tag, as of a time, else the latest.

    `codebook` names the codebook's folder where it is not a shipped one: panels then have a column for every type of
    it, events or not. Raises NotADataset, UnknownVersion, Damaged.
    """
    return open_dataset(path).at(version, as_of=as_of, tag=tag, codebook=codebook)


@dataclass(frozen=True, slots=True, repr=False)
class Version:
    """A version and its codebook. Holds no rows: every answer is read from the files, and their hashes checked."""

    dataset: Dataset
    manifest: Manifest
    codebook_folder: Path | None = None

    def __repr__(self) -> str:
        rows = self.manifest.tables["events"].rows
        return f"<version {self.number} of {str(self.dataset.path)!r}: {counted(rows, 'event')}>"

    @property
    def number(self) -> int:
        """The number of the version."""
        return self.manifest.number

    @property
    def title(self) -> str:
        """What `dataset.json` calls the dataset, else the name of its folder."""
        return str(self.dataset.identity.get("title") or self.dataset.path.name)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of this version."""
        return tuple(tag.name for tag in self.dataset.tags() if tag.version == self.number)

    @property
    def codebook(self) -> "Codebook | None":
        """The codebook of this version as it is now, None where it is neither shipped nor given."""
        from eventbook.codebook.loading import list_shipped, load_codebook

        made_by = self.manifest.codebook
        if self.codebook_folder is not None:
            return load_codebook(self.codebook_folder)
        if made_by.get("id") not in list_shipped():
            return None
        found = load_codebook(made_by["id"], overrides=dict(made_by.get("overrides") or {}) or None)
        return found if found.version == made_by.get("version") else None

    @property
    def window_days(self) -> int:
        """Days before its publication of which an article tells; 0 where the codebook cannot be found."""
        codebook = self.codebook
        return codebook.policies.reporting_window_days if codebook else 0

    @property
    def plot(self) -> "Plots":
        """Pictures of this version: `timeline`, `map`, `heatmap`, `actors`."""
        from eventbook.datasets.analysis.plots import Plots

        return Plots(self)

    def frame(self, table: str = "events", *, columns: Sequence[str] | None = None) -> "pd.DataFrame":
        """A table as a pandas frame; raises UnknownTable, Damaged, Withdrawn."""
        return self.dataset.load(self.number, table=table, columns=columns)

    def table(self, table: str = "events", *, columns: Sequence[str] | None = None) -> "pa.Table":
        """A table in Arrow; raises as `frame`."""
        return self.dataset.table(table, version=self.number, columns=columns)

    def panel(
        self, unit: "Unit" = "country", freq: "Freq" = "M", measures: Sequence[str] = ("events", "fatalities"), *,
        by: str | None = None, fill: Literal["zero", "missing", "none"] = "zero",
        units: "Literal['seen', 'all'] | Sequence[Any]" = "seen", start: date | str | None = None,
        end: date | str | None = None, coverage: Literal["articles", "all"] = "articles",
        geo_precision: int | None = None, time_precision: int | None = None, resolution: int = 4,
        countries: Sequence[str] = (),
    ) -> "pd.DataFrame":  # fmt: skip
        """Counts for every unit and period; see `eventbook.datasets.analysis.panel.make_panel`."""
        from eventbook.datasets.analysis.panel import PanelQuestion, make_panel

        question = PanelQuestion(
            unit=unit, freq=freq, measures=tuple(measures), by=by, fill=fill, units=units, start=start, end=end,
            coverage=coverage, geo_precision=geo_precision, time_precision=time_precision, resolution=resolution,
            countries=(countries,) if isinstance(countries, str) else tuple(countries),
        )  # fmt: skip
        return make_panel(self, question)

    def actors(self, *, associates: bool = False) -> "pd.DataFrame":
        """Long: a row for each event and side; see `eventbook.datasets.analysis.actors.actors`."""
        from eventbook.datasets.analysis.actors import actors

        return actors(self, associates=associates)

    def dyads(self, freq: "Freq | None" = None, *, directed: bool = False) -> "pd.DataFrame":
        """Wide: a row for each event with both sides, or counts of each pair; see `...analysis.actors.dyads`."""
        from eventbook.datasets.analysis.actors import dyads

        return dyads(self, freq=freq, directed=directed)

    def to_geopandas(self, *, geo_precision: int | None = None) -> "geopandas.GeoDataFrame":
        """The events as points, WGS 84; with `geo_precision` only those known that well or better.

        An event without coordinates has no point. Raises MissingExtra where GeoPandas is not installed.
        """
        from eventbook.datasets.analysis.points import to_geopandas

        return to_geopandas(self, geo_precision=geo_precision)

    def sql(self, query: str) -> "pd.DataFrame":
        """The answer of DuckDB to a query over the tables of this version; raises BadQuestion, MissingExtra."""
        from eventbook.datasets.analysis.sql import run_query
        from eventbook.datasets.frames import to_frame

        return to_frame(run_query(self, query))

    def columns_of(self, table: str = "events") -> tuple[str, ...]:
        """Names of the columns of a table."""
        return tuple(column["name"] for column in self.manifest.tables[table].columns)

    def facts(self) -> Mapping[str, str]:
        """Fact of an event (such as `place.country`) to the column of `events` that it fills.

        Versions say so in their columns; for those of before, the codebook does.
        """
        said = {
            str(fact): str(column["name"]) for column in reversed(self.manifest.tables["events"].columns)
            if (fact := column.get("metadata", {}).get("fact"))
        }  # fmt: skip
        if said:
            return said
        codebook, names = self.codebook, self.columns_of()
        known = reversed(codebook.columns) if codebook else ()
        return {column.source: column.name for column in known if column.name in names}

    def column(self, *facts: str, purpose: str) -> str:
        """The column that the first of these facts fills that fills one; raises BadQuestion where none does."""
        known = self.facts()
        name = next((known[fact] for fact in facts if fact in known), None)
        if name is None:
            wanted = " or ".join(map(repr, facts))
            raise BadQuestion(
                f"{self.dataset.path}: {purpose} needs a column filled from {wanted}, and version {self.number} has "
                "none; load it with codebook=, or add the column to the codebook and build anew"
            )
        return name

    def country_column(self, *, purpose: str) -> str:
        """The column of countries, by name or by code; raises BadQuestion."""
        return self.column("place.country", "place.iso3", "place.iso", purpose=purpose)

    def labels(self, column: str, *, values: Sequence[str] = ()) -> tuple[str, ...]:
        """The labels of a column: those of the codebook in its order, then the other `values` by the alphabet."""
        codebook = self.codebook
        found = next((entry for entry in codebook.columns if entry.name == column), None) if codebook else None
        listed = codebook.allowed_values(found) if codebook and found else None
        known = [str(value) for value in listed or ()]
        return tuple(dict.fromkeys([*known, *sorted(set(values) - set(known))]))
