"""Files of drawn rows with a person's verdicts: their columns, and reading them back."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventbook.validation.scoring.cells import count_of, text_of
from eventbook.validation.scoring.reading import raise_problems, read_records
from eventbook.validation.scoring.records import InputError

FILLED_IN = ("verdict", "wrong_columns", "reviewer_note")  # by the person who checks
DESIGN = ("confidence", "drawn_by", "stratum", "stratum_rows", "sampling_weight", "dataset_rows", "dataset_version")
BESIDE = (*FILLED_IN, "evidence", "articles", *DESIGN)  # columns of a review file that are no columns of the rows

_RIGHT = {"right", "r", "yes", "y", "true", "correct", "ok", "1"}
_WRONG = {"wrong", "w", "no", "n", "false", "incorrect", "0"}


@dataclass(frozen=True, slots=True)
class Review:
    """One drawn row: its verdict (None: not checked yet), the columns found wrong, and how it was drawn.

    `stratum_rows` is the number of rows of its stratum in the dataset, None where the file does not say.
    """

    event_id: str
    right: bool | None
    wrong_columns: frozenset[str]
    drawn_by: str
    stratum: str
    stratum_rows: int | None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Reviews:
    """A review file: its rows, the columns that were checked, and the dataset that they were drawn from."""

    rows: tuple[Review, ...]
    columns: tuple[str, ...]
    dataset_rows: int | None
    dataset_version: str


def read_reviews(path: str | Path, *, key: str) -> Reviews:
    """Read a file that `eventbook sample` wrote and a person filled in; `key` is the column of the event ids.

    CSV, JSONL or Parquet; it needs the columns `key` and `verdict` only. Without `stratum_rows` its rows count as
    drawn at random. Raises InputError with every problem as file:line.
    """
    records = list(read_records(Path(path)))
    if not records:
        raise InputError([f"{path}: no rows; expected the file that `eventbook sample` wrote"], unreadable=True)
    present = dict.fromkeys(name for _, record in records for name in record)
    missing = [
        f"{path}: no column {name!r}; expected the file that `eventbook sample` wrote, with its verdicts filled in"
        for name in (key, "verdict") if name not in present
    ]  # fmt: skip
    if missing:
        raise InputError(missing, unreadable=False)
    columns = tuple(name for name in present if name not in BESIDE)
    problems: list[str] = []
    reviews = [_review(where, record, key, columns, problems) for where, record in records]
    problems += _disagreements(reviews)
    sizes = {text_of(record.get("dataset_rows")) for _, record in records}
    versions = {text_of(record.get("dataset_version")) for _, record in records}
    for name, values in (("dataset_rows", sizes), ("dataset_version", versions)):
        if len(values) > 1:
            listed = ", ".join(sorted(value or "(empty)" for value in values)[:5])
            problems.append(f"{path}: {name} holds {listed}; expected one value; review each sample in its own file")
    raise_problems(problems)
    if all(review.right is None for review in reviews):
        raise InputError(
            [f"{path}: no row has a verdict; fill in the column verdict with right or wrong"], unreadable=False
        )
    checked = tuple(name for name in columns if name != key)
    return Reviews(tuple(reviews), checked, count_of(sizes.pop()), versions.pop())


def _review(
    where: str, record: Mapping[str, object], key: str, columns: Sequence[str], problems: list[str]
) -> Review:  # fmt: skip
    verdict = text_of(record.get("verdict")).strip().lower()
    right = True if verdict in _RIGHT else False if verdict in _WRONG else None
    wrong = frozenset(part.strip() for part in text_of(record.get("wrong_columns")).replace(",", ";").split(";")) - {""}
    size = text_of(record.get("stratum_rows")).strip()
    event_id = text_of(record.get(key)).strip()
    if not event_id:
        problems.append(f"{where}: {key} is empty; every row needs the id of its event")
    if verdict and right is None:
        problems.append(f"{where}: verdict holds {verdict!r}; expected right, wrong, or nothing for a row not checked")
    unknown = sorted(wrong - {*columns})
    problems += [f"{where}: wrong_columns names {name!r}; {_hint(name, columns)}" for name in unknown]
    if wrong and right is not False:
        said = "right" if right else "empty"
        problems.append(f"{where}: wrong_columns names {', '.join(sorted(wrong))}, but the verdict is {said}")
    if size and not count_of(size):
        problems.append(f"{where}: stratum_rows holds {size!r}; expected the number that `eventbook sample` wrote")
    way, stratum = (text_of(record.get(name)).strip() for name in ("drawn_by", "stratum"))
    return Review(event_id, right, wrong, way, stratum, count_of(size) if size else None, where)


def _disagreements(reviews: Sequence[Review]) -> list[str]:
    """Events that stand twice, and strata whose size differs from row to row or is too small for their rows."""
    problems = []
    seen: dict[str, str] = {}
    strata: dict[str, list[Review]] = {}
    for review in reviews:
        if review.event_id and review.event_id in seen:
            problems.append(
                f"{review.origin}: event {review.event_id} was checked already, at {seen[review.event_id]}; keep one"
            )
        seen.setdefault(review.event_id, review.origin)
        strata.setdefault(review.stratum, []).append(review)
    sized = sum(review.stratum_rows is not None for review in reviews)
    for name, members in strata.items():
        first = members[0]
        problems += [
            f"{one.origin}: stratum_rows of {name!r} is {one.stratum_rows}, but {first.stratum_rows} at "
            f"{first.origin}; restore what `eventbook sample` wrote"
            for one in members if one.stratum_rows and first.stratum_rows and one.stratum_rows != first.stratum_rows
        ]  # fmt: skip
        if first.stratum_rows and len(members) > first.stratum_rows:
            problems.append(
                f"{members[first.stratum_rows].origin}: stratum {name!r} has {first.stratum_rows} rows in the dataset, "
                f"but {len(members)} stand here"
            )
    if 0 < sized < len(reviews):
        without = next(review for review in reviews if review.stratum_rows is None)
        problems.append(f"{without.origin}: stratum_rows is empty, and filled in other rows; restore what was there")
    return problems


def _hint(name: str, columns: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, columns, n=1)
    return f"did you mean {near[0]!r}?" if near else "expected names of columns, with ; between them"
