"""Whatever is done to a dataset in whatever order, every version stays what it was."""

import shutil
import tempfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from eventbook.datasets import Conflict, Withdrawn, create_dataset
from eventbook.datasets.building import store_keys, upserting
from eventbook.datasets.collecting import collect
from eventbook.datasets.copying import copy_dataset
from eventbook.datasets.correcting import apply_to_latest, corrector
from eventbook.datasets.revisions import Decision, load_revisions, record

EVENTS = st.dictionaries(st.sampled_from(["E1", "E2", "E3"]), st.integers(0, 2), max_size=3)
ARTICLES = st.dictionaries(st.sampled_from(["a1", "a2", "a3"]), EVENTS, min_size=1)


def reports_of(coding: dict[str, dict[str, int]]) -> pa.Table:
    rows = [(event, article, deaths) for article, events in coding.items() for event, deaths in events.items()]
    schema = pa.schema([("id", pa.string()), ("article_id", pa.string()), ("deaths", pa.int32())])
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema=schema)


class Life(RuleBasedStateMachine):
    """A dataset beside a plain model: per article what it reported, per version what was in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.dataset = create_dataset(self.folder / "d0", identity={})
        self.coding: dict[str, dict[str, int]] = {}
        self.decided: dict[str, int | None] = {}
        self.versions: list[dict[str, int]] = []
        self.tags: dict[str, int] = {}
        self.gone: set[int] = set()
        self.copies = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def expected(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for _, events in sorted(self.coding.items(), reverse=True):
            found |= events
        for event, deaths in self.decided.items():
            if event in found and deaths is None:
                del found[event]
            elif event in found and deaths is not None:
                found[event] = deaths
        return found

    @rule(coding=ARTICLES)
    def build(self, coding: dict[str, dict[str, int]]) -> None:
        self.coding |= coding
        merge = upserting(coding, event_key="id", revise=corrector(self.dataset, event_key="id"))
        tables = {"reports": reports_of(coding)}
        done = self.dataset.commit(tables, reason="build", merge=merge, keys=store_keys("id"))
        if done.created:
            self.versions.append(self.expected())
        assert done.manifest.number == len(self.versions)

    @precondition(lambda self: self.versions and self.versions[-1])
    @rule(data=st.data(), deaths=st.none() | st.integers(5, 7))
    def decide(self, data: st.DataObject, deaths: int | None) -> None:
        event = data.draw(st.sampled_from(sorted(self.versions[-1])))
        kind = "remove" if deaths is None else "cell"
        record(self.dataset, [Decision(kind, event, "" if deaths is None else "deaths", deaths, "w")], who="Ada")
        if event not in self.decided or self.decided[event] is not None:
            self.decided[event] = deaths

    @precondition(lambda self: self.versions)
    @rule()
    def apply(self) -> None:
        done, _ = apply_to_latest(self.dataset)
        if done.created:
            self.versions.append(self.expected())

    @precondition(lambda self: self.versions)
    @rule()
    def commit_on_an_older_version(self) -> None:
        with pytest.raises(Conflict):
            self.dataset.commit({}, reason="late", base=len(self.versions) - 1 or None)

    @precondition(lambda self: self.versions)
    @rule(data=st.data(), name=st.sampled_from(["x", "y"]))
    def tag(self, data: st.DataObject, name: str) -> None:
        version = data.draw(st.integers(1, len(self.versions)))
        self.dataset.tag(name, version, move=True)
        self.tags[name] = version

    @rule(keep=st.integers(1, 3))
    def collect(self, keep: int) -> None:
        collect(self.dataset.path, keep_last=keep, dry_run=False)
        self.gone |= set(range(1, len(self.versions) - keep + 1)) - set(self.tags.values())

    @rule()
    def copy(self) -> None:
        self.copies += 1
        self.dataset = copy_dataset(self.dataset.path, self.folder / f"d{self.copies}")

    @invariant()
    def every_version_is_what_it_was(self) -> None:
        assert self.dataset.verify() == []
        assert [version.number for version in self.dataset.versions()] == list(range(1, len(self.versions) + 1))
        load_revisions(self.dataset.path)
        for number, events in enumerate(self.versions, start=1):
            if number in self.gone:
                with pytest.raises(Withdrawn):
                    self.dataset.table(version=number)
                continue
            rows = self.dataset.table(version=number).to_pylist()
            assert {row["id"]: row["deaths"] for row in rows} == events
        for name, number in self.tags.items():
            assert self.dataset.manifest(name).number == number


Life.TestCase.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestLife = Life.TestCase
