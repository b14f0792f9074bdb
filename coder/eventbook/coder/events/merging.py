"""From happenings to events: the same event told twice is one, different events stay apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.breakdown import read_breakdown
from eventbook.coder.events.context import LEAD_SENTENCES, Scene
from eventbook.coder.events.kinship import (
    countries_agree,
    days_agree,
    is_foreign,
    kin,
    places_agree,
    sides_agree,
)
from eventbook.coder.events.overviews import as_background, find_overviews
from eventbook.coder.events.records import Dropped, Figure, Happening
from eventbook.coder.events.siting import (
    Site,
    finest,
    same_place,
    site_of,
    wider_or_same,
    without_far_quarters,
    without_guides,
)
from eventbook.coder.events.standing import can_stand
from eventbook.coder.events.summing import Sum, sum_figures
from eventbook.coder.events.timing import DAY_OF_STATEMENT, Day, days_of, window_reason
from eventbook.coder.places.folding import fold

NEAR_SENTENCES = 3  # how far a day holds for what is told after it
NAMESAKE_PEOPLE = 200_000  # a larger town is known without its country
OTHER_NAME = 0.05  # of its people know a town by a name that is not its own
NAMESAKE_SHARE = 0.3  # of the votes: so much tells which country an article is about
NAMED_FROM_TODAY = frozenset({"dates.relative_day"})  # rules of days that are counted from the day of the report
MOST_TELLINGS = 100  # of one event that are kept: no report is near that, and time stays linear in a text's length
LEAST_WHOLE = 3  # dead that open a report as its toll: one or two may be named first of many
SUMMARY_DAYS = 7  # deeds over a longer time are a summary
_BOOTY = frozenset({"weapons_disrupted", "device", "explosive"})
_COUNTED = frozenset({"deaths.exact", "deaths.at_least"})
_HARM = frozenset({"lethal", "death", "injury", "force", "explosive", "remote", "armed", "crowd", "fire", "dispersal"})
_MEANS_OF_DEATH = frozenset({"lethal", "explosive", "remote", "armed", "massacre"})


@dataclass(slots=True)
class Draft:
    """An event in the making: its happenings, and the day and place that they gave."""

    happenings: list[Happening] = field(default_factory=list)
    retold: list[Happening] = field(default_factory=list)  # told again without a day: only fills gaps
    day: Day | None = None
    site: Site | None = None
    own_day: bool = False
    share: int = 1  # over how many rows a total is to be split
    part: int = 0  # which of these rows this is
    toll: Figure | None = None  # the deaths that the text gives for this place alone

    @property
    def features(self) -> frozenset[str]:
        """All features of the happenings that tell it."""
        return frozenset(f for h in self.happenings if not h.secondary or len(self.happenings) == 1 for f in h.features)

    @property
    def sentence(self) -> int:
        """The first sentence that tells it."""
        return self.happenings[0].sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A happening with the days and places of its own clause."""

    happening: Happening
    days: tuple[Day, ...]
    sites: tuple[Site, ...]


def merge_happenings(happenings: Sequence[Happening], scene: Scene) -> tuple[list[Draft], list[Dropped]]:
    """Join the happenings of an article to events, in the order of the text."""
    drafts: list[Draft] = []
    dropped: list[Dropped] = []
    last_day: Day | None = None
    last_at = 0
    only = None if scene.label_sites else _only_day(happenings, scene)  # in a round-up each has its own
    overviews = find_overviews(happenings, scene)
    for happening in happenings:
        told, reason = _tell(happening, scene, last_day)
        if reason is not None:
            dropped.append(_left_out(happening, reason))
            continue
        if _is_tally(happening, drafts):
            dropped.append(_left_out(happening, "summary_count"))
            continue
        if told.days and not (happening.answered or happening.secondary):
            last_day, last_at = told.days[-1], happening.sentence
        if happening in overviews:
            dropped.append(_left_out(happening, "summary_count"))
            continue
        if not (told.days or told.sites) and _is_booty(happening, drafts):
            dropped.append(_left_out(happening, "same_event"))
            continue
        led = scene.frames.led.get(happening.sentence) if not happening.dates else None
        close = happening.sentence - last_at <= NEAR_SENTENCES and scene.one_frame(last_at, happening.sentence)
        near = led or (last_day if close else None)
        if not _place(
            told,
            drafts,
            near=near or (only if happening.sentence > scene.lead else None),
            one_day=only is not None,
            led=led is not None or happening.sentence in scene.label_sites,
            scene=scene,
        ):
            dropped.append(_left_out(happening, "undated"))
    _tell_overviews(drafts, overviews)
    return drafts, dropped


def _tell_overviews(drafts: Sequence[Draft], overviews: Mapping[Happening, Sequence[Happening]]) -> None:
    """Add to each part of an overview what that tells of all of them."""
    wholes = {id(part): whole for whole, parts in overviews.items() for part in parts}
    for draft in drafts if wholes else ():
        own = [happening for happening in draft.happenings if id(happening) in wholes]
        if own:
            draft.happenings.append(as_background(wholes[id(own[0])], own))


def _is_booty(happening: Happening, drafts: Sequence[Draft]) -> bool:
    """Whether arms are taken in a fight just told of: "five rifles were seized in the operation"."""
    if not happening.features <= _BOOTY or not drafts:
        return False
    near = (draft for draft in drafts if 0 <= happening.sentence - draft.happenings[-1].sentence <= NEAR_SENTENCES)
    return any("weapons_disrupted" not in draft.features and draft.features & _MEANS_OF_DEATH for draft in near)


def _left_out(happening: Happening, reason: str) -> Dropped:
    first = happening.acts[0]
    return Dropped(first.start, first.end, reason, acts=tuple(act.act for act in happening.acts))


def _is_tally(happening: Happening, drafts: Sequence[Draft]) -> bool:
    """Whether it counts the dead of more than one event: "the death toll in the state had touched 200"."""
    if not any(figure.total for figure in happening.figures) or happening.features & _MEANS_OF_DEATH:
        return False
    return len(drafts) > 1 or not all(draft.features & (_MEANS_OF_DEATH | {"death"}) for draft in drafts)


def _tell(happening: Happening, scene: Scene, last: Day | None) -> tuple[Told, str | None]:
    """The days and places of a happening, or the reason why it is told as past, future or summary."""
    told_on = next(iter(days_of(happening.reported_on, None)), None)
    anchor = last or told_on  # "said on Thursday that two days earlier"
    dates = [_seen_from(mention, told_on) for mention in happening.dates]
    days = _counted_back(dates) or days_of(dates, anchor.date if anchor else None)
    label = scene.frames.days.get(happening.sentence)
    if not days and label is not None and not (happening.answered or happening.secondary):
        days = [label]
    if not days and not happening.dates and not happening.secondary and happening.tense in ("past", "perfect"):
        days = [_reported(day) for day in days_of(happening.reported_on, None)][:1]
    inside = [day for day in days if _outside(day, scene) is None]
    if days and not inside:
        return Told(happening, (), ()), _outside(days[0], scene)
    if not days:
        for mention in happening.dates:
            if mention.kind == "duration" and "agreement" in happening.features:
                continue  # "a 72-hour truce"
            if mention.kind == "duration" and mention.offset_days is not None:
                days = days_of(happening.reported_on, None)  # "continued for a fifth day": the day it is told
                inside = [day for day in days if window_reason(day.date, scene.published, scene.codebook) is None]
                break
            if mention.kind == "recurring":
                return Told(happening, (), ()), "background"
            if (
                mention.unit == "year"
                and mention.first
                and scene.published
                and window_reason(mention.last or mention.first, scene.published, scene.codebook)
            ):
                return Told(happening, (), ()), "outside_window"
            if mention.kind == "duration" and (
                mention.first is None
                or scene.published is None
                or (scene.published - mention.first).days > SUMMARY_DAYS
            ):
                return Told(happening, (), ()), "summary_count"
    named = (site for mention in happening.places if (site := site_of(mention)) and not _is_stray(site, scene.votes))
    label_site = scene.label_sites.get(happening.sentence)
    framed = without_far_quarters(list(named), label_site)
    sites = finest(without_guides(framed, scene.text)) or ([label_site] if label_site else [])
    if not sites and scene.sent_from is not None and scene.says_here(happening.sentence):
        sites = [scene.sent_from]
    return Told(happening, tuple(inside), tuple(sites)), None


def _counted_back(dates: Sequence[DateMention]) -> list[Day]:
    """The day that is counted back from the one named before it: "said on Friday that the day before it had struck"."""
    named = [mention for mention in dates if mention.day is not None and mention.precision == 1]
    back = [mention for mention in dates if mention.kind == "anchored" and (mention.offset_days or 0) < 0]
    counted = len(named) == 1 and back and named[0].end <= back[0].start
    return days_of(back, named[0].day) if counted else []


def _seen_from(mention: DateMention, told_on: Day | None) -> DateMention:
    """ "Overnight", "in the past 24 hours, the army said on Saturday": the night before the day on which it was told."""
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


def _units(told: Told) -> list[tuple[Day | None, Site | None]]:
    """The days and places of which each makes an event: every day with every place, unless the text pairs them.

    "This morning's attack in Madrid and Thursday's in Seville" are two events and not four.
    """
    named = [(day.mention.start, 0, n) for n, day in enumerate(told.days) if day.mention is not None]
    named += [(site.mention.start, 1, n) for n, site in enumerate(told.sites)]
    named.sort()
    kinds = [kind for _, kind, _ in named]
    if len(told.days) == len(told.sites) > 1 and kinds == kinds[:2] * len(told.days) and kinds[0] != kinds[1]:
        couples = [sorted(named[at : at + 2], key=lambda item: item[1]) for at in range(0, len(named), 2)]
        return [(told.days[day[2]], told.sites[site[2]]) for day, site in couples]
    return [(day, site) for day in told.days or (None,) for site in told.sites or (None,)]


def _place(told: Told, drafts: list[Draft], *, near: Day | None, one_day: bool, led: bool, scene: Scene) -> bool:
    """Put a happening into the draft it belongs to, or into new ones; False if it can do neither."""
    happening = told.happening
    units = _units(told)
    tolls = read_breakdown(happening, told.sites, scene)
    placed = False
    for part, (day, site) in enumerate(units):
        home = _find_home(happening, day, site, drafts, scene.knowledge.iso3)
        founds = can_stand(
            happening,
            [draft.happenings[-1].sentence for draft in drafts if draft.day],
            dated=day is not None,
            placed=site is not None,
            one_day=one_day,
            led=led,
            opening=(scene.lead - LEAD_SENTENCES, scene.lead),
        )
        if home is not None:
            _join(home, happening, day, site, founds=founds)
            placed = True
        elif founds:
            told_day = day or (_inherited(near) if near else None)
            made = Draft([happening], day=told_day, site=site, own_day=day is not None, share=len(units), part=part)
            made.toll = _toll_of(site, told.sites, tolls)
            drafts.append(made)
            placed = True
    return placed


def _toll_of(site: Site | None, sites: Sequence[Site], tolls: Mapping[int, Figure]) -> Figure | None:
    """The deaths of one of several places; none where the text gives those of the others only."""
    if not tolls or site is None:
        return None
    own = tolls.get(sites.index(site))
    first = next(iter(tolls.values()))
    return own or Figure(0, 0, 0, first.start, first.end, first.rule)


def _is_stray(site: Site, votes: Mapping[str, float]) -> bool:
    """Whether a small place lies in a country that an article about another one never speaks of: a namesake."""
    own_name = fold(site.mention.quote) == fold(site.place.name)
    known = site.place.population * (1.0 if own_name else OTHER_NAME)  # "Molotov" was once Perm
    wide = site.place.kind in ("division", "subdivision", "region")  # known with its country alone
    unknown = (wide or known < NAMESAKE_PEOPLE) and not votes.get(site.place.country)
    return unknown and max(votes.values(), default=0.0) >= NAMESAKE_SHARE


def _reported(day: Day) -> Day:
    """The day on which it was told, for what was told without a day ("on Monday the army said that it shelled")."""
    return Day(day.date, day.precision, DAY_OF_STATEMENT, day.mention, 0.55)


def _inherited(day: Day) -> Day:
    """A day told shortly before, for an event that has none of its own."""
    return Day(day.date, day.precision, "dates.sentences_before", day.mention, 0.6)


def _only_day(happenings: Sequence[Happening], scene: Scene) -> Day | None:
    """The one day in the window that all happenings of the article name, if they name one only."""
    days = {
        day.date: day
        for h in happenings
        if not h.answered
        for day in days_of((*h.dates, *h.reported_on), None)
        if window_reason(day.date, scene.published, scene.codebook) is None
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _find_home(
    happening: Happening, day: Day | None, site: Site | None, drafts: list[Draft], iso3: Mapping[str, str]
) -> Draft | None:
    """The latest draft that the happening does not contradict; one that shares its day or place is preferred."""
    best: tuple[float, int] | None = None
    if happening.again and day is not None and day.rule == DAY_OF_STATEMENT:
        day = None  # "admitted on Friday the kidnapping": it may be of any day before
    for n, draft in enumerate(drafts):
        if not days_agree(day, draft.day) or not places_agree(site, draft.site):
            continue
        if happening.apart and draft.sentence < happening.sentence:
            continue
        if not countries_agree(happening, draft.site, draft.happenings, site):
            continue
        if not kin(happening.features, draft.features) or not sides_agree(happening, draft.happenings):
            continue
        if any(_answers(old, happening) for old in draft.happenings) or _is_toll_of_another(happening, draft):
            continue
        if draft.site is not None and is_foreign(happening, draft.features, iso3.get(draft.site.place.country)):
            continue
        score = n / 100
        score += 2.0 if site and draft.site and same_place(site, draft.site) else 0.0
        score += 1.0 if day and draft.day and day.date == draft.day.date else 0.0
        score += 0.5 if happening.sentence - draft.happenings[-1].sentence <= 2 else 0.0
        if site and day and draft.site is None and draft.day is None:
            score -= 0.3
        if best is None or score > best[0]:
            best = (score, n)
    return drafts[best[1]] if best else None


def _is_toll_of_another(happening: Happening, draft: Draft) -> bool:
    """Whether deaths are told far behind an event in which nobody was hurt: "about 60 died when the army came in"."""
    far = happening.sentence - draft.happenings[-1].sentence > NEAR_SENTENCES
    return far and "death" in happening.features and not happening.dates and not draft.features & _HARM


def _answers(one: Happening, two: Happening) -> bool:
    """Whether one of two happenings of a sentence is the other's cause, with a day of its own."""
    if one.sentence != two.sentence:
        return False
    cause = (one if one.secondary else two) if one.secondary != two.secondary else None
    return one.answered != two.answered or (cause is not None and bool(cause.dates))


def _join(draft: Draft, happening: Happening, day: Day | None, site: Site | None, *, founds: bool) -> None:
    told = draft.happenings if founds or happening.sentence - draft.happenings[-1].sentence <= 1 else draft.retold
    if len(told) < MOST_TELLINGS and happening not in told:
        told.append(happening)
    weak = not draft.own_day or (draft.day is not None and draft.day.rule == DAY_OF_STATEMENT)
    if day is not None and (draft.day is None or weak or day.precision < draft.day.precision):
        draft.day, draft.own_day = day, True
    if site is not None and _gives_site(draft, happening, site):
        draft.site = site


def _gives_site(draft: Draft, happening: Happening, site: Site) -> bool:
    """Whether a place is a draft's: finer than its own, or the first, and not of a cause ("to avenge strikes in Y")."""
    if draft.site is not None:
        return wider_or_same(site, draft.site) and not wider_or_same(draft.site, site)
    held = happening.tense == "present" and "abduction" in happening.features  # "is holding others on Jolo"
    return happening.sentence <= draft.sentence or not (happening.secondary or happening.answered or held)


def _best_counted(told: Sequence[Happening]) -> list[Happening]:
    """Those that count the dead best: in numbers ahead of "the victims", of this event ahead of "have been killed"."""
    counted = [h for h in told if h.figures]
    numbered = [h for h in counted if any(figure.rule != "deaths.vague_plural" for figure in h.figures)] or counted
    return [h for h in numbered if h.tense != "perfect" or h.dates or h.places or h is told[0]] or numbered


def _told_first(told: Sequence[Happening], sums: Sequence[Sum]) -> Sum | None:
    """The figure that opens the report, where it counts a whole, with those who died later.

    A larger one behind it is another source's claim.
    """
    whole = all(figure.rule in _COUNTED for figure in told[0].figures)
    if not told[0].figures or not whole or sums[0][0] < LEAST_WHOLE:
        return None
    return [item for item in sums if item[3][: len(sums[0][3])] == sums[0][3]][-1]


def total_figure(draft: Draft, *, policy: str) -> tuple[int, int, int, tuple[Figure, ...]] | None:
    """Low, best and high deaths of an event with the phrases, None where nobody is said to have died.

    Figures of one sentence are parts and add up; figures of several sentences tell the same deaths again: that of the
    opening stands, else the largest, unless a later one gives a new total.
    """
    if draft.toll is not None and not any(h.figures for h in draft.happenings[1:]):
        return draft.toll.low, draft.toll.best, draft.toll.high, (draft.toll,)
    told = draft.happenings if any(h.figures for h in draft.happenings) else draft.retold
    sums = sum_figures(_best_counted(told))
    if not sums:
        return None
    totals = [item for item in sums if any(figure.total for figure in item[3])]
    chosen = totals[-1] if totals else _told_first(told, sums) or max(sums, key=lambda item: item[0])
    low, best, high, figures = chosen
    value = {"lowest": low, "highest": high, "latest": sums[-1][0]}[policy]
    if draft.share > 1:
        value = value // draft.share + (value % draft.share if draft.part == 0 else 0)
    return value, best, max(high, *(item[2] for item in sums)), figures
