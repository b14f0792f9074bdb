"""The happenings of one sentence: its acts grouped, each group with sides, time, place and deaths."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from eventbook.coder.actors.mentions import ActorMention
from eventbook.coder.actors.names import SentenceNames
from eventbook.coder.clauses.losing import read_dead
from eventbook.coder.clauses.roles import read_roles
from eventbook.coder.clauses.tree import is_definite, noun_phrase, wide_phrase
from eventbook.coder.clauses.words import grammar
from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.acting import find_act_mentions
from eventbook.coder.events.anchoring import told_from
from eventbook.coder.events.attaching import (
    attach,
    governing_verb,
    is_denied,
    is_of_care,
    is_of_post,
    without_speakers,
    without_titles,
)
from eventbook.coder.events.bygone import (
    ended_long_ago,
    is_bracketed,
    is_comparison,
    is_total,
    rose_on,
    without_later,
    without_toll_days,
)
from eventbook.coder.events.context import Scene
from eventbook.coder.events.figures import read_figures
from eventbook.coder.events.happened import split_by_status
from eventbook.coder.events.introducing import is_introduced
from eventbook.coder.events.kinship import CLAIM
from eventbook.coder.events.linking import (
    hangs_on_noun,
    is_beside,
    is_news_of_claim,
    is_occasion,
    is_secondary,
    link_acts,
    tells_what_victim_did,
)
from eventbook.coder.events.participants import names_of, without_places
from eventbook.coder.events.parties import Parties, read_parties
from eventbook.coder.events.reasons import told_with
from eventbook.coder.events.records import CIRCUMSTANCES, ActMention, Dropped, Happening
from eventbook.coder.events.surroundings import SentencePlaces
from eventbook.coder.numbers import find_counts
from eventbook.coder.parsing.records import Parse
from eventbook.coder.places.records import PlaceMention

_TOLD_BY_CIRCUMSTANCES = frozenset({"assembly", "control", "entry"})
_FROM = frozenset({"withdrawal", "displacement", "control", "entry", "abduction", "taken"})
_DEATH = frozenset({"death"})
_WITH_DAYS = ("accident", "legal")  # reasons of deeds that keep their days for themselves
_COUNTED = 30  # characters behind a number in which what is counted stands
_NAMELESS_PLACES = ("country", "metonym")


def read_happenings(
    parse: Parse, sentence: int, scene: Scene, *, dates: Sequence[DateMention], around: SentencePlaces
) -> tuple[tuple[Happening, ...], tuple[Dropped, ...]]:
    """Read one parsed sentence; the second part lists the acts that are no events, with reasons."""
    acts = find_act_mentions(parse, scene, around)
    kept, dropped = split_by_status(parse, acts, scene)
    told = tuple(kept)
    aside = [act for act in told if tells_what_victim_did(parse, act, told) or is_occasion(parse, act, told)]
    dropped.extend(Dropped(act.start, act.end, "background", acts=(act.act,)) for act in aside)
    kept = [act for act in kept if act not in aside]
    linked = (_deeds(_without_claim(group)) for group in link_acts(parse, tuple(kept), n_days=len(dates)))
    groups = tuple(group for group in linked if group)
    if not groups:
        return (), tuple(dropped)
    places = around.mentions
    names = without_places(parse, replace(names_of(parse, scene), places=around), places)
    saying = scene.knowledge.saying
    chance = {drop.start for drop in dropped if drop.reason in _WITH_DAYS}  # "a march over a crash last month"
    others = tuple((act,) for act in acts if act.start in chance)
    dates = [mention for mention in dates if not is_comparison(parse, mention)]
    dates = [mention for mention in dates if not is_bracketed(parse, mention)] or dates
    risen = [mention for mention in dates if rose_on(parse, mention)]
    own_dates, reported = attach(parse, [m for m in dates if m not in risen], (*groups, *others), saying)
    reported += risen
    # "a confrontation between Ankara and Damascus" is between governments
    parties = {p.start for p in places if p.relation == "between" and p.quote in scene.knowledge.capitals}
    parties = parties if len(parties) > 1 else set()
    named = [
        place
        for place in places
        if place.relation not in (*_NAMELESS_PLACES, "origin")
        and place.start not in parties
        and place.cue != "dateline"
        and not _is_in_name(parse, place, names)
        and not is_of_post(parse, place)
        and not is_of_care(parse, place)
        and not is_denied(parse, place)
    ]
    own_places, said_at = attach(parse, named, groups, saying)
    own_places = [
        without_speakers(parse, without_titles(parse, found, scene.knowledge.significant), group, saying)
        for found, group in zip(own_places, groups, strict=True)
    ]
    left, _ = attach(parse, [place for place in places if place.relation == "origin"], groups, saying)
    countries = [place for place in places if place.relation == "country"]
    own_countries, said_countries = attach(parse, countries, groups, saying)
    gone = [_places_left(found, group) for found, group in zip(left, groups, strict=True)]
    happenings = []
    for n, group in enumerate(groups):
        summed = is_total(parse, own_dates[n], group, acts, scene)
        if summed or ended_long_ago(parse, dates, group, scene):
            kinds = tuple(act.act for act in group)
            reason = "summary_count" if summed else "outside_window"
            dropped.append(Dropped(group[0].start, group[0].end, reason, acts=kinds))
            continue
        happenings.append(
            _happening(
                parse,
                sentence,
                group,
                scene,
                names,
                around,
                dates=tuple(
                    told_from(parse, m, group, dates, own_dates[n])
                    for m in without_toll_days(parse, without_later(parse, own_dates[n], group, scene), group)
                ),
                places=tuple(
                    own_places[n]
                    or gone[n]
                    or _left_after(parse, group, groups, gone)
                    or _nearest_speaker(said_at, group, scene)
                ),
                reported=tuple(reported),
                countries=tuple(own_countries[n] or said_countries),
                origins=left[n],
            )
        )
    return tuple(happenings), tuple(dropped)


def _is_in_name(parse: Parse, place: PlaceMention, names: SentenceNames) -> bool:
    """Whether a place is a piece of the name of a group: "the Kurdistan Workers' Party"."""
    spans = ((parse.tokens[first].start, parse.tokens[last - 1].end) for first, last, _ in names.groups)
    return any(a <= place.start and place.end <= b for a, b in spans)


def _deeds(group: tuple[ActMention, ...]) -> tuple[ActMention, ...]:
    """Acts without the circumstances of what needs none: who marches or shoots does so whatever they demand."""
    told = frozenset(feature for act in group for feature in act.features)
    if told & _TOLD_BY_CIRCUMSTANCES:
        return group
    return tuple(act for act in group if not act.features <= CIRCUMSTANCES)


def _without_claim(group: tuple[ActMention, ...]) -> tuple[ActMention, ...]:
    """Acts without the claim of responsibility for them: it has a day of its own."""
    return tuple(act for act in group if not act.features <= CLAIM) or group


def _places_left(places: Sequence[PlaceMention], group: tuple[ActMention, ...]) -> tuple[PlaceMention, ...]:
    """ "Troops withdrew from Kidal", "fled Goma", "abducted from Gwoza": who leaves a place or is taken from it."""
    leaving = any(act.features & _FROM for act in group)
    # not "the Tripoli-based government withdrew", nor "left for Gondar"
    left = (place for place in places if place.cue not in ("based", "for"))
    return tuple(replace(place, relation="at") for place in left) if leaving else ()


def _left_after(
    parse: Parse,
    group: tuple[ActMention, ...],
    groups: Sequence[tuple[ActMention, ...]],
    gone: Sequence[tuple[PlaceMention, ...]],
) -> tuple[PlaceMention, ...]:
    """Where they did what they left after: "withdrew from Kidal after killing two soldiers"."""
    first = parse.tokens[group[0].index]
    if first.dep != "advcl" or first.tag != "VBG":
        return ()
    return next((gone[n] for n, other in enumerate(groups) if any(act.index == first.head for act in other)), ())


def _nearest_speaker(
    places: Sequence[PlaceMention], group: tuple[ActMention, ...], scene: Scene
) -> tuple[PlaceMention, ...]:
    """The place of those who tell it ("the mayor of Mariupol said"), where the clause names none.

    Only in the country that the article speaks of most: a spokesman abroad is not where it happened.
    """
    at = group[0].start
    most = max(scene.votes, key=lambda code: (scene.votes[code], code), default=None)
    places = [place for place in places if place.place is not None and place.place.country == most]
    return tuple(sorted(places, key=lambda place: abs(place.start - at))[:1])


def _happening(
    parse: Parse,
    sentence: int,
    group: tuple[ActMention, ...],
    scene: Scene,
    names: SentenceNames,
    place_tokens: Container[int],
    *,
    dates: tuple[DateMention, ...],
    places: tuple[PlaceMention, ...],
    reported: tuple[DateMention, ...],
    countries: tuple[PlaceMention, ...],
    origins: Sequence[PlaceMention],
) -> Happening:
    features = frozenset(feature for act in group for feature in act.features)
    parties = read_parties(parse, group, scene, names, place_tokens, places=places, origins=origins)
    armed = scene.codebook.actors.classes.armed
    if any(actor.category in armed for actor in parties.agents):  # "the army said it struck 20 targets"
        group = tuple(replace(act, weak=act.weak and act.part != "verb") for act in group)
    secondary = all(
        (
            is_secondary(parse, act.index, scene.knowledge.saying)
            and not is_news_of_claim(parse, act.index, dated=bool(dates))
        )
        or (not dates and not places and hangs_on_noun(parse, act.index))
        for act in group
    )
    if secondary:  # a day of the main clause is not the day of its cause
        inside = {index for act in group for index in (*parse.subtree(act.index), *told_with(parse, act.index))}
        kept = tuple(m for m in dates if (t := parse.token_at(m.start)) is not None and t.index in inside)
        dates, reported = kept, (*reported, *(m for m in dates if m not in kept))
    doing = {parse.tokens[actor.head].start for actor in parties.agents}  # "Ankara launched an offensive into Afrin"
    states = [a for a in parties.agents if a.rule == "actors.country_name"]  # "New Delhi and the rebels signed"
    places = tuple(
        m for m in places if m.start not in doing and not any(a.start <= m.start < m.end <= a.end for a in states)
    )
    crowd, crowd_count = _crowd(parse, group, features, scene)
    return Happening(
        sentence=sentence,
        acts=group,
        features=features,
        agents=parties.agents,
        patients=parties.patients,
        target=parties.target,
        dates=dates,
        places=places,
        figures=read_figures(parse, group, scene),
        marked=_marks(parse, group, scene)
        | _political(features, parties.patients)
        | _as_crowd(parse, parties.agents, scene),
        crowd=crowd,
        crowd_count=crowd_count,
        reciprocal=parties.reciprocal,
        by_them=parties.by_them,
        secondary=secondary,
        reported_on=reported,
        countries=countries,
        tense=_tense(parse, group),
        again=_is_known(parse, group),
        apart=_is_apart(scene.text[parse.start : parse.end].lower(), parties),
        beside=all(is_beside(parse, act.index) for act in group if act.part != "noun"),
        answered=any(told_with(parse, act.index) for act in group),
    )


def _is_apart(sentence: str, parties: Parties) -> bool:
    """Whether a sentence opens as one that tells of another event: "in a separate attack", "earlier on Monday, ten men
    shot two traders"."""
    whole = bool(parties.agents and parties.patients)
    return sentence.startswith(grammar().apart_openings) or (whole and sentence.startswith(grammar().order_openings))


def _is_known(parse: Parse, group: tuple[ActMention, ...]) -> bool:
    """Whether the first act is named as something told before: "the attack has displaced 5,000", "their offensive"."""
    first = group[0]
    owned = parse.child(first.index, "nmod:poss") is not None
    if first.features == _DEATH and _speaks_of_victims(parse):
        return True
    return first.part == "noun" and (owned or is_definite(parse, first.index))


def _speaks_of_victims(parse: Parse) -> bool:
    """Whether a sentence is about "the victims" of what was told before."""
    return any(
        token.lemma in grammar().victim_nouns
        and token.dep.startswith("nsubj")
        and any(kid.text.lower() == "the" for kid in parse.children(token.index, "det"))
        for token in parse.tokens
    )


def _tense(parse: Parse, group: tuple[ActMention, ...]) -> str:
    """The tense of the first verb among the acts, else of the verb above the first act."""
    for act in group:
        verb = parse.tokens[act.index] if act.part == "verb" else governing_verb(parse, act.index)
        if verb is None:
            continue
        helpers = {kid.text.lower() for kid in parse.children(verb.index) if kid.dep in ("aux", "aux:pass")}
        if "had" in helpers:
            said = verb.dep == "ccomp" and parse.tokens[verb.head].tag == "VBD"
            return "past" if said else "pluperfect"
        if helpers & {"has", "have", "'ve", "'s"} and verb.tag == "VBN" and not helpers & {"was", "were"}:
            return "perfect"
        if verb.tag in ("VBD", "VBN") or helpers & {"was", "were"}:
            return "past"
        if verb.tag in ("VBZ", "VBP") or (verb.tag == "VBG" and helpers & {"is", "are"}):
            return "present"
    return "none"


def _political(features: frozenset[str], patients: Iterable[ActorMention]) -> frozenset[str]:
    """People who are killed as members of a party, a union or a movement are significant figures."""
    harmed = "lethal" in features and any(actor.allies for actor in patients)
    return frozenset({"significant"}) if harmed else frozenset()


def _as_crowd(parse: Parse, agents: Iterable[ActorMention], scene: Scene) -> frozenset[str]:
    """Whether many people who are not named do it together: "villagers burned the house down", "a crowd of men"."""
    mob = scene.knowledge.mob
    many = any(
        parse.tokens[actor.head].text.lower() in mob or parse.tokens[parse.tokens[actor.head].head].text.lower() in mob
        for actor in agents
    )
    return frozenset({"crowd"}) if many else frozenset()


def _marks(parse: Parse, group: tuple[ActMention, ...], scene: Scene) -> frozenset[str]:
    """Whether an arrest or a killing is of a significant figure, an arrest of many at once."""
    marks: set[str] = set()
    forced = any("lethal" in act.features for act in group)
    for act in group:
        if not act.features & {"arrest", "taken", "displacement", "lethal", "death"}:
            continue
        roles = read_roles(parse, act.index)
        fallen = read_dead(parse, act.index) if act.features == _DEATH and forced else ()
        gone = roles.agents if "displacement" in act.features else ()
        for index in (*roles.patients, *roles.targets, *fallen, *gone):
            low, high = wide_phrase(parse, index)
            start, end = parse.tokens[low].start, parse.tokens[high].end
            if act.features & {"arrest", "taken", "displacement"}:
                counts = find_counts(scene.text, start, end, vague=scene.codebook.deaths.vague)
                if any(count.low >= scene.codebook.policies.mass_arrest_minimum for count in counts):
                    marks.add("mass")
            inside = {parse.tokens[at].text.lower() for at in range(low, high + 1)}
            titles = scene.knowledge.significant | scene.knowledge.notable
            if inside & titles or (
                parse.tokens[index].tag == "NNP" and is_introduced(parse, index, titles.__contains__, scene)
            ):
                marks.add("significant")
    return frozenset(marks)


def _crowd(
    parse: Parse, group: tuple[ActMention, ...], features: frozenset[str], scene: Scene
) -> tuple[tuple[int, int] | None, int | None]:
    """The phrase that gives the size of a crowd, and its lowest number."""
    if not features & {"gathering", "crowd", "throwing"}:
        return None, None
    for act in group:
        if "death" in act.features:
            continue  # "two people died in riots" were not the crowd
        roles = read_roles(parse, act.index)
        for index in (act.index, *roles.agents):
            if parse.tokens[index].text.lower() not in scene.knowledge.crowd_nouns:
                continue
            low, high = noun_phrase(parse, index)
            start, end = parse.tokens[low].start, parse.tokens[high].end
            counts = find_counts(scene.text, start, end, vague=scene.codebook.deaths.vague)
            if counts and _counts_people(counts[0].end, parse.tokens[index].end, scene):
                return (counts[0].start, counts[0].end), counts[0].low
    return None, None


def _counts_people(end: int, head: int, scene: Scene) -> bool:
    """Whether a number that ends behind the noun it belongs to is of people: not "members of two communities"."""
    behind = scene.text[end : end + _COUNTED].split() if end > head else []
    counted = behind[0].strip(",.;:").lower() if behind else ""
    return not counted.endswith("s") or counted in scene.knowledge.crowd_nouns
