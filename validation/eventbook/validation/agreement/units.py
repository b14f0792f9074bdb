"""Which rows of several coders tell the same event: the units of reliability."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eventbook.validation.scoring.compare import compare_rows
from eventbook.validation.scoring.pairing import assign, weigh
from eventbook.validation.scoring.records import CodedArticle, CodedRow
from eventbook.validation.scoring.scheme import ScoreScheme

Coder = dict[str, CodedArticle]


@dataclass(frozen=True, slots=True)
class Unit:
    """One event of an article with each coder's row, None where a coder has none; `article` is an index."""

    article: int
    article_id: str
    rows: tuple[CodedRow | None, ...]


def units_of(coders: Sequence[Coder], article_ids: Sequence[str], *, scheme: ScoreScheme) -> list[Unit]:
    """Gather the coders' rows into events, article by article.

    The rows of each further coder are assigned to the events found so far, so as to maximise agreement; a row
    belongs to an event if it agrees with one of its rows in two of event type, day (within 1) and place
    (within 50 km). Alternatives are not looked at: agreement is about what each coder wrote.
    """
    units = []
    for index, article_id in enumerate(article_ids):
        rows = [_plain_rows(coder.get(article_id)) for coder in coders]
        units += [Unit(index, article_id, event) for event in _events(rows, scheme)]
    return units


def _plain_rows(article: CodedArticle | None) -> list[CodedRow]:
    return [replace(row, alternatives={}) for row in article.rows] if article else []


def _events(rows: Sequence[Sequence[CodedRow]], scheme: ScoreScheme) -> list[tuple[CodedRow | None, ...]]:
    events: list[list[CodedRow | None]] = []
    for position, own in enumerate(rows):
        weights = [[_likeness(event, row, scheme) for row in own] for event in events]
        pairs = assign(weights) if events and own else []
        joined = {column: line for line, column in pairs if weights[line][column] > 0}
        for event in events:
            event.append(None)
        for column, row in enumerate(own):
            if column in joined:
                events[joined[column]][position] = row
            else:
                events.append([*[None] * position, row])
    return [tuple(event) for event in events]


def _likeness(event: Sequence[CodedRow | None], row: CodedRow, scheme: ScoreScheme) -> int:
    """The best agreement of the row with a row of the event; 0 where it tells another event."""
    found = [compare_rows(other, row, scheme=scheme) for other in event if other is not None]
    return max((weigh(comparison) for comparison in found if comparison.two_of_three), default=0)
