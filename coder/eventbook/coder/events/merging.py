"""From happenings to events: the same event told twice is one, different events stay apart."""

from collections.abc import Mapping, Sequence

from eventbook.coder.events.breakdown import read_breakdown
from eventbook.coder.events.carrying import NEAR_SENTENCES, ToldDays
from eventbook.coder.events.context import LEAD_SENTENCES, Scene
from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.frames import opens_paragraph
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
from eventbook.coder.events.sides import is_clash_of_crowd
from eventbook.coder.events.siting import Site, same_place, wider_or_same
from eventbook.coder.events.standing import NEAR, can_stand, is_plain
from eventbook.coder.events.telling import Told, tell, units_of
from eventbook.coder.events.timing import DAY_OF_STATEMENT, Day, days_of, window_reason
from eventbook.coder.events.tolls import counts_all

_DEAD_OF_WAR = 100
_OPENING = 2  # sentences behind the first that still tell the news
MOST_TELLINGS = 100  # of one event that are kept: no report is near that, and time stays linear in a text's length
_BOOTY = frozenset({"weapons_disrupted", "device", "explosive"})
_HARM = frozenset({"lethal", "death", "injury", "force", "explosive", "remote", "armed", "crowd", "fire", "dispersal"})
_OF_CROWD = frozenset({"throwing", "crowd", "barricade"})
_MEANS_OF_DEATH = frozenset({"lethal", "explosive", "remote", "armed", "massacre"})


def merge_happenings(happenings: Sequence[Happening], scene: Scene) -> tuple[list[Draft], list[Dropped]]:
    """Join the happenings of an article to events, in the order of the text."""
    drafts: list[Draft] = []
    dropped: list[Dropped] = []
    told_days = ToldDays()
    # In a round-up each has its own; labels are read only where something happened.
    only = None if not happenings or scene.label_sites else _only_day(happenings, scene)
    overviews = find_overviews(happenings, scene)
    wholes = {id(whole) for whole, _ in overviews}
    old: Happening | None = None
    for happening in happenings:
        told, reason = tell(happening, scene, told_days.last)
        if reason is not None:
            if reason == "outside_window" and not happening.secondary:
                old = happening
            dropped.append(_left_out(happening, reason))
            continue
        if old is not None and told_days.at < old.sentence >= happening.sentence - 1 and _goes_on(happening, old):
            dropped.append(_left_out(happening, "undated"))
            continue
        if _is_tally(happening, drafts, scene) or _is_of_war(happening, scene):
            dropped.append(_left_out(happening, "summary_count"))
            continue
        if told.days and not (happening.answered or happening.secondary):
            told_days.note(told.days, happening.sentence)
        if id(happening) in wholes:
            dropped.append(_left_out(happening, "summary_count"))
            continue
        if not (told.days or told.sites) and _is_booty(happening, drafts):
            dropped.append(_left_out(happening, "same_event"))
            continue
        led = scene.frames.led.get(happening.sentence) if not happening.dates else None
        near = led or told_days.day_for(happening, scene)
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


def _goes_on(happening: Happening, old: Happening) -> bool:
    """Whether a deed without a day goes on telling of the old one in the sentence before it."""
    told = happening.dates or happening.reported_on or happening.features & {"gathering", "control"}
    return not told and kin(happening.features, old.features)


def _tell_overviews(drafts: Sequence[Draft], overviews: Sequence[tuple[Happening, Sequence[Happening]]]) -> None:
    """Add to each part of an overview what that tells of all of them."""
    wholes = {id(part): whole for whole, parts in overviews for part in parts}
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


def _is_tally(happening: Happening, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether it counts the dead of more than one event: "the death toll in the state had touched 200", "87 have been
    killed in the province in all"."""
    if len(drafts) > 1 and happening.figures and not (happening.dates or happening.places):
        start, end = scene.frames.sentences[happening.sentence]
        if counts_all(scene.text[start:end]):
            return True
    if not any(figure.total for figure in happening.figures) or happening.features & _MEANS_OF_DEATH:
        return False
    return len(drafts) > 1 or not all(draft.features & (_MEANS_OF_DEATH | {"death"}) for draft in drafts)


def _is_of_war(happening: Happening, scene: Scene) -> bool:
    """Whether it counts the dead of a whole war behind the news: "10,000 people have lost their lives there"."""
    dead = max((figure.low for figure in happening.figures), default=0)
    told = happening.dates or happening.reported_on or happening.sentence <= scene.lead + _OPENING
    return dead >= _DEAD_OF_WAR and happening.tense == "perfect" and not told


def _place(told: Told, drafts: list[Draft], *, near: Day | None, one_day: bool, led: bool, scene: Scene) -> bool:
    """Put a happening into the draft it belongs to, or into new ones; False if it can do neither."""
    happening = told.happening
    units = units_of(told)
    tolls = read_breakdown(happening, told.sites, scene)
    placed = False
    for part, (day, site) in enumerate(units):
        home = _find_home(happening, day, site, drafts, scene)
        founds = can_stand(
            happening,
            [draft.happenings[-1].sentence for draft in drafts if draft.day],
            dated=day is not None and not (day.rule == DAY_OF_STATEMENT and _is_only_named(happening)),
            placed=site is not None or _is_further(happening, scene),
            one_day=one_day,
            led=led,
            quoted=scene.is_quoted(happening.sentence),
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


def _is_further(happening: Happening, scene: Scene) -> bool:
    """Whether a deed is told as one more at the same place: "the rebels also blew up two pylons"."""
    start = happening.acts[0].start
    return scene.text[max(0, start - 5) : start].lower() == "also " and bool(happening.agents)


def _is_only_named(happening: Happening) -> bool:
    """Whether a demonstration is only spoken of as known: "claimed on Tuesday that the march was a stunt"."""
    nouns = all(act.part == "noun" and "gathering" in act.features for act in happening.acts)
    return happening.again and nouns and not happening.places


def _toll_of(site: Site | None, sites: Sequence[Site], tolls: Mapping[int, Figure]) -> Figure | None:
    """The deaths of one of several places; none where the text gives those of the others only."""
    if not tolls or site is None:
        return None
    own = tolls.get(sites.index(site))
    first = next(iter(tolls.values()))
    return own or Figure(0, 0, 0, first.start, first.end, first.rule)


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
    happening: Happening, day: Day | None, site: Site | None, drafts: list[Draft], scene: Scene
) -> Draft | None:
    """The latest draft that the happening does not contradict; one that shares its day or place is preferred."""
    best: tuple[float, int] | None = None
    rebels = scene.codebook.actors.classes.non_state
    if happening.again and day is not None and day.rule == DAY_OF_STATEMENT:
        day = None  # "admitted on Friday the kidnapping": it may be of any day before
    if day is not None and _died_later(happening):
        day = None
    for n, draft in enumerate(drafts):
        if not days_agree(day, draft.day) or not places_agree(site, draft.site):
            continue
        if happening.apart and draft.sentence < happening.sentence:
            continue
        if not countries_agree(happening, draft.site, draft.happenings, site):
            continue
        if not (kin(happening.features, draft.features) or _is_its_fight(happening, draft, scene)):
            continue
        if not sides_agree(happening, draft.happenings, rebels):
            continue
        if any(_answers(old, happening) for old in draft.happenings) or _is_toll_of_another(happening, draft):
            continue
        if site is None and day is not None and _is_beside_another(happening, draft, drafts, scene):
            continue
        if _is_killing_of_others(happening, draft) or _turns_on(happening, draft, scene):
            continue
        if _is_of_gunmen(happening, draft, scene) or _is_of_crowd(happening, draft, scene):
            continue
        if draft.site is not None and is_foreign(
            happening, draft.features, scene.knowledge.iso3.get(draft.site.place.country)
        ):
            continue
        score = n / 100
        score += 2.0 if site and draft.site and same_place(site, draft.site) else 0.0
        score += 1.0 if day and draft.day and day.date == draft.day.date else 0.0
        score += 0.5 if happening.sentence - draft.happenings[-1].sentence <= 2 else 0.0
        score += 0.3 if happening.sentence == draft.happenings[-1].sentence else 0.0
        if site and day and draft.site is None and draft.day is None:
            score -= 0.3
        if best is None or score > best[0]:
            best = (score, n)
    return drafts[best[1]] if best else None


def _died_later(happening: Happening) -> bool:
    """Whether more of those hurt before died: "two more died in hospital on Wednesday"."""
    counted = bool(happening.figures) and all(figure.further for figure in happening.figures)
    return counted and happening.features <= {"death", "injury"} and not happening.places


def _is_its_fight(happening: Happening, draft: Draft, scene: Scene) -> bool:
    """Whether a fight belongs to an event of another sort: clashes of a crowd, or those who were attacked fire back."""
    return is_clash_of_crowd(happening, draft.features, scene.codebook) or _fight_back(happening, draft, scene)


def _fight_back(happening: Happening, draft: Draft, scene: Scene) -> bool:
    """Whether those who were attacked answer at once: "rebels shelled the base. One died when troops returned fire"."""
    near = happening.sentence - draft.happenings[-1].sentence <= 1
    if "reciprocal" not in happening.features or not near or happening.dates or happening.places:
        return False
    attacked = {actor.category for old in draft.happenings if old.agents for actor in old.patients}
    armed = scene.codebook.actors.classes.armed
    return any(actor.category in attacked and actor.category in armed for actor in happening.agents)


def _is_beside_another(happening: Happening, draft: Draft, drafts: Sequence[Draft], scene: Scene) -> bool:
    """Whether what has a day but no place goes on from an event elsewhere that the sentence before tells of."""
    number, sentences = happening.sentence, scene.frames.sentences
    if happening.again or draft.site is None or opens_paragraph(scene.text, sentences, number):
        return False
    before = [other.site for other in drafts if other.site and number - other.happenings[-1].sentence == 1]
    return bool(before) and not any(same_place(site, draft.site) for site in before)


def _is_toll_of_another(happening: Happening, draft: Draft) -> bool:
    """Whether deaths are told far behind an event in which nobody was hurt: "about 60 died when the army came in"."""
    far = happening.sentence - draft.happenings[-1].sentence > NEAR_SENTENCES
    bare = far and "death" in happening.features and not happening.dates
    count = happening.tense == "perfect" and not happening.places  # "at least 178 people have been killed"
    return bare and (count or not draft.features & _HARM)


def _is_killing_of_others(happening: Happening, draft: Draft) -> bool:
    """Whether a killing is only spoken of, where nobody died in the event told before: "bombs went off; the group
    criticised the murder of leaders in July"."""
    return happening.secondary and "lethal" in happening.features and not draft.features & {"lethal", "death"}


def _turns_on(happening: Happening, draft: Draft, scene: Scene) -> bool:
    """Whether forces that shot at people are themselves attacked, elsewhere for all that is told: "police fired on a
    crowd", "men on motorbikes attacked a policeman"."""
    states = scene.codebook.actors.classes.state
    doers = {actor.category for old in draft.happenings for actor in old.agents}
    hurt = {actor.category for actor in happening.patients}
    mutual = "reciprocal" in happening.features | draft.features or happening.features & {"throwing", "gathering"}
    known = {*states, *scene.codebook.actors.classes.crowd}
    by_others = bool(happening.agents) and all(actor.category not in known for actor in happening.agents)
    shot = draft.features >= {"firearm"} and bool(doers) and not doers.isdisjoint(states)
    return shot and by_others and "crowd" not in happening.marked and bool(hurt) and hurt <= {*states} and not mutual


def _is_of_gunmen(happening: Happening, draft: Draft, scene: Scene) -> bool:
    """Whether gunmen did it, where the event told before was the deed of a crowd: "hundreds burned cars"."""
    crowd = draft.features & {"crowd", "gathering"} and "firearm" not in draft.features
    gunmen = "firearm" in happening.features and any(actor.rule == "actors.role_word" for actor in happening.agents)
    doers = {actor.template for actor in happening.agents}
    return bool(crowd) and gunmen and doers <= {*scene.codebook.actors.classes.suspects}


def _is_of_crowd(happening: Happening, draft: Draft, scene: Scene) -> bool:
    """Whether a demonstration is told, where the event told before is the deed of rebels: it is another event."""
    categories = {actor.category for old in draft.happenings for actor in old.agents}
    rebels = not categories.isdisjoint(scene.codebook.actors.classes.non_state)
    meets = happening.features & {"gathering", "dispersal"} and not draft.features & {"gathering", "dispersal", "crowd"}
    return rebels and bool(meets) and bool(draft.features & {"firearm", "explosive", "armed"})


def _answers(one: Happening, two: Happening) -> bool:
    """Whether one of two happenings of a sentence is the other's cause, with a day of its own."""
    if one.sentence != two.sentence:
        return False
    cause = (one if one.secondary else two) if one.secondary != two.secondary else None
    return one.answered != two.answered or (cause is not None and bool(cause.dates))


def _join(draft: Draft, happening: Happening, day: Day | None, site: Site | None, *, founds: bool) -> None:
    gap = happening.sentence - draft.happenings[-1].sentence
    goes_on = gap <= 1 or (gap <= NEAR and is_plain(happening, _OF_CROWD))
    told = draft.happenings if founds or goes_on else draft.retold
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
