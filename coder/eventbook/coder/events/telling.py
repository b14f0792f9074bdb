"""When and where a happening says that it was: the days and places of its own clause, or why it is no news."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.context import Scene
from eventbook.coder.events.records import Happening
from eventbook.coder.events.siting import Site, finest, site_of, without_far_quarters, without_guides, without_streets
from eventbook.coder.events.timing import DAY_OF_STATEMENT, Day, days_of, window_reason
from eventbook.coder.places.distance import kilometres
from eventbook.coder.places.folding import fold

NAMESAKE_PEOPLE = 200_000  # a larger town is known without its country
OTHER_NAME = 0.05  # of its people know a town by a name that is not its own
NEIGHBOUR_KM = 500.0  # within which a place across the border may be meant: "repelled near Bakhmut, over Belgorod"
NAMESAKE_SHARE = 0.3  # of the votes: so much tells which country an article is about
NAMED_FROM_TODAY = frozenset({"dates.relative_day"})  # rules of days that are counted from the day of the report
_SHORT = frozenset({"day", "days", "hour", "hours", "night", "nights"})
SUMMARY_DAYS = 7  # deeds over a longer time are a summary


@dataclass(frozen=True, slots=True)
class Told:
    """A happening with the days and places of its own clause."""

    happening: Happening
    days: tuple[Day, ...]
    sites: tuple[Site, ...]


def tell(happening: Happening, scene: Scene, last: Day | None) -> tuple[Told, str | None]:
    """The days and places of a happening, or the reason why it is told as past, future or summary.

    `last` is the day told last before it.
    """
    days = _days_told(happening, scene, last)
    inside = [day for day in days if _outside(day, scene) is None]
    if days and not inside:
        return Told(happening, (), ()), _outside(days[0], scene)
    if not days:
        reason = next((found for mention in happening.dates if (found := _no_news(mention, happening, scene))), None)
        if reason is not None:
            return Told(happening, (), ()), reason
        inside = _days_of_spell(happening, scene)
    sites = tuple(_sites_told(happening, scene))
    if len(sites) > 1 and happening.tense == "perfect" and any(_is_spell(day) for day in inside):
        return Told(happening, (), ()), "summary_count"  # "in the past three days they have struck in X and Y"
    return Told(happening, tuple(inside), sites), None


def _is_spell(day: Day) -> bool:
    """Whether a day only is the first of several days on which something was done again and again."""
    return day.mention is not None and day.mention.kind == "duration" and day.mention.first != day.mention.last


def _days_told(happening: Happening, scene: Scene, last: Day | None) -> list[Day]:
    """The days of a happening by its own words, else by the label above it, else the day on which it was told."""
    told_on = next(iter(days_of(happening.reported_on, None)), None)
    anchor = last or told_on  # "said on Thursday that two days earlier"
    named = any(mention.kind in ("absolute", "relative") and mention.precision == 1 for mention in happening.dates)
    dates = [_seen_from(mention, told_on) for mention in happening.dates if not (named and _counts_from(mention))]
    days = _counted_back(dates) or days_of(dates, anchor.date if anchor else None)
    label = scene.frames.days.get(happening.sentence)
    if not days and label is not None and not (happening.answered or happening.secondary):
        days = [label]
    if not days and not happening.dates and not happening.secondary and happening.tense in ("past", "perfect"):
        days = [_reported(day) for day in days_of(happening.reported_on, None)][:1]
    return days


def _counts_from(mention: DateMention) -> bool:
    """Whether a time only says how long after another deed it was: "on Sunday, twenty-four hours after losing it"."""
    back = mention.kind == "anchored" and (mention.offset_days or 0) < 0  # told from the other deed's side
    return mention.kind == "anchored" and not back and mention.quote.lower().endswith(" after")


def _no_news(mention: DateMention, happening: Happening, scene: Scene) -> str | None:
    """The reason why what a time without a day tells of is no news: a habit, an old year, a count over a long time."""
    if mention.kind == "recurring":
        return "background"
    published = scene.published
    if mention.unit == "year" and mention.first and published:
        old = window_reason(mention.last or mention.first, published, scene.codebook)
        return "outside_window" if old else "undated"  # a year is no day, however wide the window
    spell = mention.kind == "duration" and mention.offset_days is None and "agreement" not in happening.features
    if not spell:  # "a 72-hour truce", "for a fifth day"
        return None
    words = mention.quote.lower().split()
    if mention.first is None and words[0] == "after" and not _SHORT.isdisjoint(words):
        return None  # "after two days of fighting"
    long = mention.first is None or published is None or (published - mention.first).days > SUMMARY_DAYS
    return "summary_count" if long else None


def _days_of_spell(happening: Happening, scene: Scene) -> list[Day]:
    """ "Continued for a fifth day": the day it is told."""
    if not any(mention.kind == "duration" and mention.offset_days is not None for mention in happening.dates):
        return []
    days = days_of(happening.reported_on, None)
    return [day for day in days if window_reason(day.date, scene.published, scene.codebook) is None]


def _sites_told(happening: Happening, scene: Scene) -> list[Site]:
    """The places of a happening by its own words, else by the label above it, else where the report is sent from."""
    named = (site for mention in happening.places if (site := site_of(mention)) and not _is_stray(site, scene))
    label = scene.label_sites.get(happening.sentence)
    framed = without_far_quarters(list(named), label)
    guided = without_guides(framed, scene.text)
    placed = without_streets(guided, label or scene.sent_from, scene.text)
    sites = finest(placed) or ([label] if label else [])
    here = bool(guided and not placed) or scene.says_here(happening.sentence)
    if not sites and scene.sent_from is not None and here:
        return [scene.sent_from]
    return sites


def _counted_back(dates: Sequence[DateMention]) -> list[Day]:
    """The day that is counted back from the one named before it: "said on Friday that the day before it had struck"."""
    named = [mention for mention in dates if mention.day is not None and mention.precision == 1]
    back = [mention for mention in dates if mention.kind == "anchored" and (mention.offset_days or 0) < 0]
    counted = len(named) == 1 and back and named[0].end <= back[0].start
    return days_of(back, named[0].day) if counted else []


def _seen_from(mention: DateMention, told_on: Day | None) -> DateMention:
    """ "Overnight", "in the past 24 hours", told on a Saturday: the night before that day."""
    back = mention.quote.lower() == "overnight" or (mention.quote.lower().endswith("hours") and mention.day is not None)
    if not back or told_on is None or told_on.precision != 1:
        return mention
    day = told_on.date - timedelta(days=1)
    return replace(mention, day=day, first=day, last=day)


def _outside(day: Day, scene: Scene) -> str | None:
    """Why a day is none of the news: too old, to come, or named as to come ("tomorrow")."""
    counted = day.rule in NAMED_FROM_TODAY or (day.mention is not None and day.mention.kind == "anchored")
    named = counted and scene.published is not None and day.date > scene.published
    return "future" if named else window_reason(day.date, scene.published, scene.codebook)


def units_of(told: Told) -> list[tuple[Day | None, Site | None]]:
    """The days and places of which each makes an event: every day with every place, unless the text pairs them.

    "This morning's attack in Madrid and Thursday's in Seville" are two events and not four.
    """
    named = [(day.mention.start, 0, n) for n, day in enumerate(told.days) if day.mention is not None]
    named += [(site.mention.start, 1, n) for n, site in enumerate(told.sites)]
    named.sort()
    couples = [sorted(named[at : at + 2], key=lambda item: item[1]) for at in range(0, len(named), 2)]
    if len(told.days) == len(told.sites) > 1 and all([kind for _, kind, _ in couple] == [0, 1] for couple in couples):
        return [(told.days[day[2]], told.sites[site[2]]) for day, site in couples]
    return [(day, site) for day in told.days or (None,) for site in told.sites or (None,)]


def _is_stray(site: Site, scene: Scene) -> bool:
    """Whether a small place lies in a country that an article about another one never speaks of, far from its places:
    a namesake."""
    votes = scene.votes
    own_name = fold(site.mention.quote) == fold(site.place.name)
    known = site.place.population * (1.0 if own_name else OTHER_NAME)  # "Molotov" was once Perm
    wide = site.place.kind in ("division", "subdivision", "region")  # known with its country alone
    unknown = (wide or known < NAMESAKE_PEOPLE) and not votes.get(site.place.country)
    if not unknown or max(votes.values(), default=0.0) < NAMESAKE_SHARE:
        return False
    here = (site.place.latitude, site.place.longitude)
    return not any(0 < kilometres(here, point) <= NEIGHBOUR_KM for point in scene.large_places)


def _reported(day: Day) -> Day:
    """The day on which it was told, for what was told without a day ("on Monday the army said that it shelled")."""
    return Day(day.date, day.precision, DAY_OF_STATEMENT, day.mention, 0.55)
