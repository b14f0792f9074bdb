"""The last decisions on an event: its day and place where its own words are silent, and its kind."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from eventbook.coder.dates import find_dates
from eventbook.coder.events.context import Scene
from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.records import Happening
from eventbook.coder.events.sides import facts_of
from eventbook.coder.events.siting import Site, main_site
from eventbook.coder.events.timing import Day, day_of, default_day, window_reason
from eventbook.coder.kinds.conditions import Decision, Facts, decide_kind

HOME_SHARE = 0.2  # of the votes of an article, from which a place in a country may be where it happened
_GUNS = frozenset({"firearm", "explosive", "remote", "air", "lethal", "offensive", "assault"})
_OUT_OF_MARCH = frozenset({"gathering", "crowd"})  # what a riot adds to a demonstration
NEAR_SENTENCES = 3  # how far back a place or a day may stand from the sentence that tells the event


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The places and days of the whole article, by sentence, for events whose own words name none."""

    sites: tuple[tuple[int, Site], ...]
    dateline: Site | None
    days: tuple[tuple[int, Day], ...]


def settle_site(draft: Draft, landmarks: Landmarks, votes: Mapping[str, float]) -> Site | None:
    """Own place; else the nearest place before the event in the country it names; else the article's main one.

    `votes`: shares of the countries that the article speaks of; one that it hardly speaks of is not where it happened.
    """
    if draft.site is not None:
        return draft.site
    wanted = {mention.place.country for h in draft.happenings for mention in h.countries if mention.place}
    home = {code for code in votes if votes[code] >= HOME_SHARE}
    fitting = [(n, site) for n, site in landmarks.sites if site.place.country in (wanted or home)]
    if not wanted:
        fitting = fitting or list(landmarks.sites)
    before = [site for n, site in fitting if 0 <= draft.sentence - n <= NEAR_SENTENCES]
    if before:
        return _inherited(before[-1], "places.sentences_before")
    main = main_site([site for _, site in fitting])
    if main is not None:
        return _inherited(main, "places.article")
    dateline = landmarks.dateline
    if dateline is not None and (not wanted or dateline.place.country in wanted):
        return _inherited(dateline, "places.dateline")
    return None


def _inherited(site: Site, rule: str) -> Site:
    return Site(site.place, site.precision, site.mention, rule, site.confidence * 0.6)


def settle_day(draft: Draft, landmarks: Landmarks, scene: Scene) -> Day | None:
    """Own day; else the day told shortly before; else the policy for fresh news."""
    if draft.day is not None:
        return draft.day
    before = [
        day
        for n, day in landmarks.days
        if 0 <= draft.sentence - n <= NEAR_SENTENCES and scene.one_frame(n, draft.sentence)
    ]
    if before:
        day = before[-1]
        return Day(day.date, day.precision, "dates.sentences_before", day.mention, 0.6)
    after = [day for n, day in landmarks.days if n > draft.sentence]
    if draft.sentence <= 1 and after:
        day = after[0]
        return Day(day.date, day.precision, "dates.article", day.mention, 0.5)
    return _day_of_title(scene) or default_day(scene.published, scene.codebook)


def _day_of_title(scene: Scene) -> Day | None:
    """The one day that the title names: "Violence in Iraq on Thursday"."""
    found = find_dates(scene.title, 0, len(scene.title), published=scene.published)
    days = [day for mention in found if mention.precision == 1 and (day := day_of(mention, None))]
    inside = [day for day in days if window_reason(day.date, scene.published, scene.codebook) is None]
    return replace(inside[0], rule="dates.title", confidence=0.6) if len(inside) == 1 else None


def _struck(happening: Happening) -> bool:
    """Whether weapons reached something: people or things were hurt by them."""
    harm = bool(happening.figures) or bool(happening.features & {"injury", "damage", "death"})
    return harm and bool(happening.features & {"remote", "explosive"}) and "weapons_disrupted" not in happening.features


def _beside_march(facts: Facts, decision: Decision, scene: Scene, *, rebels: bool) -> Decision | None:
    """The kind, in an article about a demonstration, of what else would be a riot or arrests of many.

    A crowd that meets a state's forces comes out of the demonstration, and so do clashes of nobody who is named,
    unless rebels are told of; people without a name are arrested at it.
    """
    actors, sides = scene.codebook.actors, decision.kind.sub_event_type.sides
    doers = actors.templates[sides.first].category if sides.first is not None else None
    everyone = facts.first | facts.second
    unnamed = everyone.isdisjoint(actors.classes.non_state) and facts.features.isdisjoint(_GUNS)
    if doers in actors.classes.non_state and "reciprocal" in facts.features and unnamed and not rebels:
        return decide_kind(replace(facts, features=facts.features | _OUT_OF_MARCH), scene.codebook)
    if doers in actors.classes.crowd[:1]:
        forces = "dispersal" in facts.features or not everyone.isdisjoint(actors.classes.state)
        out = decide_kind(replace(facts, features=facts.features | _OUT_OF_MARCH), scene.codebook) if forces else None
        return out if out is not None and out.kind.event_type == decision.kind.event_type else None
    if doers in actors.classes.state and "mass" in facts.marked and "significant" not in facts.marked:
        return decide_kind(replace(facts, features=facts.features | {"gathering"}), scene.codebook)
    return None


def settle_kind(
    draft: Draft,
    country: str | None,
    scene: Scene,
    *,
    usual: str | None = None,
    marched: bool = False,
    rebels: bool = False,
) -> Decision | None:
    """The kind of all that is told of the event; else of its happenings one by one, the highest in precedence.

    `usual` is the category of the article's doers: it stands in where no doer is named. `marched` says that the
    article tells of a demonstration, `rebels` that it tells of armed people who are no state's.
    """
    told = draft.told
    if any(_struck(h) for h in told):  # "20 of the drones were shot down; a house was hit and a woman killed"
        told = [h for h in told if "weapons_disrupted" not in h.features] or told
    facts = facts_of(told, country, scene.codebook)
    if draft.out_of_march:
        facts = replace(facts, features=facts.features | {"gathering"})
    gathered = "assembly" in facts.features and facts.first <= {scene.codebook.actors.classes.unarmed}
    if usual is not None and (not facts.first or gathered):  # "thousands filled the square", where others protested
        guessed = decide_kind(replace(facts, first=frozenset({usual})), scene.codebook)
        if guessed is not None:
            return (_beside_march(facts, guessed, scene, rebels=rebels) if marched else None) or guessed
    decision = decide_kind(facts, scene.codebook)
    if decision is not None:
        return (_beside_march(facts, decision, scene, rebels=rebels) if marched else None) or decision
    each = [d for h in told if (d := decide_kind(facts_of([h], country, scene.codebook), scene.codebook))]
    return min(each, key=lambda d: d.kind.rank, default=None)
