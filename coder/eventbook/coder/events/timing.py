"""The day of a happening, by the policies of the codebook; a day that is not known stays unknown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from eventbook.codebook.codebook import Codebook
from eventbook.coder.dates.records import DateMention

DAY_OF_STATEMENT = "dates.day_of_the_statement"
SPELL_DAYS = 7  # "in the past two days" is nearly a day; a longer period is a summary


@dataclass(frozen=True, slots=True)
class Day:
    """A coded day: the mention that gave it (None where a policy did), precision and rule."""

    date: date
    precision: int
    rule: str
    mention: DateMention | None = None
    confidence: float = 0.9


def day_of(mention: DateMention, before: date | None) -> Day | None:
    """The day that a mention gives; an anchored one counts from `before`, the day of the event told before it."""
    if mention.kind == "recurring" or (mention.kind == "duration" and not _is_spell(mention)):
        return None
    if mention.kind == "anchored":
        if before is None or mention.offset_days is None:
            return None
        return Day(before + timedelta(days=mention.offset_days), 1, mention.rule, mention, 0.7)
    if mention.day is None or mention.precision is None:
        return None
    return Day(mention.day, mention.precision, mention.rule, mention, 0.95 if mention.precision == 1 else 0.8)


def _is_spell(mention: DateMention) -> bool:
    """Whether a stretch of time is so short that its first day stands for it."""
    if mention.day is None or mention.first is None or mention.last is None:
        return False
    return (mention.last - mention.first).days < SPELL_DAYS


def days_of(mentions: Iterable[DateMention], before: date | None) -> list[Day]:
    """The days of several mentions, each day once, the most precise first where they speak of the same time."""
    days: list[Day] = []
    for mention in mentions:
        day = day_of(mention, before)
        if day is None:
            continue
        same = [old for old in days if _covers(old, day) or _covers(day, old)]
        if same:
            if day.precision < same[0].precision:
                days[days.index(same[0])] = day
        else:
            days.append(day)
    return days


def _covers(wide: Day, narrow: Day) -> bool:
    """Whether one mention's period holds the other's day ("last week", "on Tuesday")."""
    mention = wide.mention
    if wide.date == narrow.date:
        return True
    return bool(
        mention
        and mention.first
        and mention.last
        and mention.first != mention.last
        and mention.first <= narrow.date <= mention.last
    )


def window_reason(day: date, published: date | None, codebook: Codebook) -> str | None:
    """None inside the reporting window; else `outside_window` or `future`."""
    if published is None:
        return None
    if day > published + timedelta(days=1):
        return "future"
    if day < published - timedelta(days=codebook.policies.reporting_window_days):
        return "outside_window"
    return None


def default_day(published: date | None, codebook: Codebook) -> Day | None:
    """The day of fresh news that says no day, by the codebook's policy."""
    policy = codebook.policies.day_when_unsaid
    if published is None or policy == "not_coded":
        return None
    day = published - timedelta(days=1) if policy == "day_before_publication" else published
    return Day(day, codebook.policies.day_when_unsaid_precision, f"policies.day_when_unsaid.{policy}", None, 0.5)
