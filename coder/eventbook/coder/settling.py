"""From drafts to rows: the place, kind, day, sides and deaths of each event of an article, or why it gives no row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventbook.codebook.codebook import Codebook
from eventbook.coder.actors.mentions import ActorMention
from eventbook.coder.actors.naming import Side
from eventbook.coder.actors.siding import name_sides
from eventbook.coder.article_reader import ArticleReader
from eventbook.coder.dates import find_dateline
from eventbook.coder.events.blaming import blame
from eventbook.coder.events.confidence import confidence_range, event_confidence, read_likeness, read_signs
from eventbook.coder.events.context import Scene
from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.records import Happening
from eventbook.coder.events.resolving import Landmarks, settle_day, settle_kind, settle_site
from eventbook.coder.events.siting import Site, same_place, site_of
from eventbook.coder.events.standing_in import name_rebels, number_paragraphs, stand_ins
from eventbook.coder.events.summing import total_figure
from eventbook.coder.events.timing import Day, day_of, window_reason
from eventbook.coder.kinds.conditions import Decision
from eventbook.coder.kinds.similarity import propose_kinds
from eventbook.coder.places.records import PlaceMention
from eventbook.coder.records import Article, NotCoded, evidence, not_coded
from eventbook.coder.rows import Cell, Row, Settled, number_again, write_row

# Who is only taken is not harmed, unless one of the second is told as well.
_TAKEN = frozenset({"arrest", "taken"})
_HURT = frozenset({"lethal", "death", "injury", "beating", "firearm", "explosive", "abduction", "assault"})
_BLAST = frozenset({"explosive", "remote", "air", "thrown"})
# By these somebody began a fight.
_BEGUN = frozenset({"assault", "offensive", "lethal", "control", "air", "remote", "explosive", "movement", "entry"})


def _kills(happening: Happening) -> bool:
    """Whether somebody else than an attacker was killed."""
    return "lethal" in happening.features and any(not figure.attacker for figure in happening.figures)


def _left_dead(told: Sequence[Happening]) -> bool:
    """Whether the dead of a blast are counted, and no forces were its target: "a hospital received seven bodies"."""
    blast = any(h.features & _BLAST for h in told) and not any("forces" in h.target for h in told)
    return blast and any(not figure.attacker for h in told for figure in h.figures)


def _strikes(happening: Happening) -> bool:
    """Whether a blast strikes what belongs to private people."""
    return "belongings" in happening.target and not happening.features.isdisjoint(_BLAST)


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with all that decides whether it is an event.

    `undecided` says that its words leave that open, so that its likeness to the exemplars has the say.
    """

    draft: Draft
    site: Site
    iso3: str | None
    decision: Decision
    day: Day
    signs: Mapping[str, float]
    undecided: bool


class Settler:
    """Settles the drafts of one article."""

    def __init__(self, article: Article, scene: Scene) -> None:
        self.article = article
        self.scene = scene

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        return self.scene.codebook

    def settle(
        self, drafts: Sequence[Draft], happenings: Sequence[Happening], reader: ArticleReader,
        sentences: Sequence[tuple[int, int]],
    ) -> list[Row | NotCoded]:
        """A row of each draft, or the reason why it gives none; `sentences` are all of the article."""
        blame(drafts, self.scene)
        homeless = any(draft.site is None for draft in drafts)  # all places of the article count for these alone
        landmarks = self._landmarks(reader.places() if homeless else [], happenings)
        placed = [self._place(draft, landmarks, len(sentences), happenings) for draft in drafts]
        paragraphs = number_paragraphs(self.article.text, sentences)
        undecided = [one.draft for one in placed if isinstance(one, Placed) and one.undecided]
        likeness = self._likeness(sentences, undecided)
        found: list[Settled | NotCoded] = []
        for one in placed:
            if isinstance(one, Placed):
                known = stand_ins(one.draft, happenings, paragraphs, one.iso3 or "", self.scene)
                found.append(self._settle(one, known, likeness.get(one.draft.sentence) if one.undecided else None))
            else:
                found.append(one)
        told = [
            write_row(one, self.article, self.scene) if isinstance(one, Settled) else one
            for one in self._without_lesser(found)
        ]
        return self._with_own_ids(told, drafts)

    def _without_lesser(self, found: Sequence[Settled | NotCoded]) -> list[Settled | NotCoded]:
        """One event for one day, place and pair of sides, of the kind that goes before (rules.md 1); what has no dead
        of its own beside it is told again."""
        settled = sorted((one for one in found if isinstance(one, Settled)), key=lambda one: one.decision.kind.rank)
        lesser: set[int] = set()
        for n, one in enumerate(settled):
            for other in settled[n + 1 :]:
                same = one.pair == other.pair and one.day.date == other.day.date and same_place(one.site, other.site)
                apart = any(happening.apart for happening in other.draft.happenings)
                here = one.site.place.id == other.site.place.id  # two villages side by side may each have had two dead
                told = other.deaths[0] == 0 or (here and other.deaths[0] == one.deaths[0])
                if same and not apart and told and other.decision.kind != one.decision.kind:
                    lesser.add(id(other))
        return [
            self.leave_out(one.draft, "same_event") if isinstance(one, Settled) and id(one) in lesser else one
            for one in found
        ]

    def _landmarks(self, places: Sequence[Sequence[PlaceMention]], happenings: Sequence[Happening]) -> Landmarks:
        """All places of the article in text order, the dateline, and the days that events were given."""
        sites: list[tuple[int, Site]] = []
        dateline: Site | None = None
        for n, mentions in enumerate(places):
            for place in mentions:
                site = site_of(place)
                if site is None or place.cue == "container":
                    continue
                if place.cue == "dateline":
                    dateline = dateline or site
                else:
                    sites.append((n, site))
        days = []
        for happening in happenings:
            for mention in () if happening.answered or happening.secondary else happening.dates:
                day = day_of(mention, None)
                if day and window_reason(day.date, self.scene.published, self.codebook) is None:
                    days.append((happening.sentence, day))
        line = find_dateline(self.article.text, published=self.article.published)
        if line and line.date and (day := day_of(line.date, None)) and not days:
            days.append((0, day))
        return Landmarks(tuple(sites), dateline, tuple(days))

    def _likeness(
        self, sentences: Sequence[tuple[int, int]], drafts: Sequence[Draft]
    ) -> dict[int, dict[str | None, float]]:
        """For the first sentence of each draft, the probability of each kind by the exemplars."""
        numbers = sorted({draft.sentence for draft in drafts})
        texts = [" ".join(self.article.text[slice(*sentences[n])].split()) for n in numbers]
        found = propose_kinds(texts, self.codebook) if texts else ()
        return {n: dict(proposal.scores) for n, proposal in zip(numbers, found, strict=True)}

    def _is_alone(self, told: Sequence[Happening], decision: Decision) -> bool:
        """Whether one named person is all the crowd that a kind of event needs."""
        first = decision.kind.sub_event_type.sides.first
        crowd = self.codebook.actors.classes.crowd
        if first is None or self.codebook.actors.templates[first].category not in crowd:
            return False
        agents = [actor for happening in told for actor in happening.agents]
        unhurt = (h for h in told if not h.features & {"death", "lethal", "injury"})  # "killing two protesters"
        counts = [happening.crowd_count for happening in unhurt if happening.crowd_count is not None]
        few = bool(counts) and max(counts) < self.codebook.policies.crowd_minimum
        return few or (bool(agents) and all(actor.rule == "actors.person_name" for actor in agents))

    def _usual_doer(self, draft: Draft, happenings: Sequence[Happening]) -> str | None:
        """The crowd category that does most in an article of riots, for killings whose doer is not named."""
        if "firearm" in draft.features and "death" in draft.features and self._has_rebels(happenings):
            return self.codebook.actors.templates[self.codebook.actors.classes.armed_party or ""].category
        if "assembly" in draft.features:  # "thousands filled the square", where others demonstrated
            marching = (actor.category for h in happenings if "gathering" in h.features for actor in h.agents)
            return next((category for category in marching if category in self.codebook.actors.classes.crowd), None)
        if not draft.features & {"lethal", "death", "damage", "fire"} or draft.features & {"explosive", "remote"}:
            return None
        if "firearm" in draft.features and not any(h.patients or h.figures or h.target for h in draft.told):
            return None  # "gunfire was heard in Harasta"
        counts = Counter(actor.category for h in happenings for actor in h.agents if actor.category)
        if not counts:
            return None
        most = min(counts, key=lambda category: (-counts[category], category))
        return most if most in self.codebook.actors.classes.crowd else None

    def _has_rebels(self, happenings: Sequence[Happening]) -> bool:
        """Whether an article tells of deeds of armed people who are no state's: a killing beside them is theirs."""
        classes = self.codebook.actors.classes
        return bool(classes.armed_party) and any(
            actor.category in classes.non_state and happening.features & {"lethal", "armed"}
            for happening in happenings
            for actor in happening.agents
        )

    def _place(
        self, draft: Draft, landmarks: Landmarks, length: int, happenings: Sequence[Happening]
    ) -> Placed | NotCoded:
        """Give a draft its place, kind and day, or say which it lacks; what no likeness could save is let go too."""
        site = settle_site(draft, landmarks, self.scene.votes)
        if site is None:
            return self.leave_out(draft, "no_place")
        iso3 = self.scene.knowledge.iso3.get(site.place.country)
        usual, marched = self._usual_doer(draft, happenings), any("gathering" in h.features for h in happenings)
        rebels = self._has_rebels(happenings)
        decision = settle_kind(draft, iso3, self.scene, usual=usual, marched=marched, rebels=rebels)
        if decision is None:
            return self.leave_out(draft, "no_kind")
        day = settle_day(draft, landmarks, self.scene)
        if day is None:
            return self.leave_out(draft, "no_day")
        if (reason := window_reason(day.date, self.scene.published, self.codebook)) is not None:
            return self.leave_out(draft, reason)
        signs = read_signs(draft, day, site, length)
        least, most = confidence_range(signs)
        if most < self.codebook.policies.minimum_confidence:
            return self.leave_out(draft, "low_confidence")
        undecided = least < self.codebook.policies.minimum_confidence
        return Placed(draft, site, iso3, decision, day, signs, undecided)

    def _settle(
        self, placed: Placed, known: Sequence[ActorMention], likeness: Mapping[str | None, float] | None
    ) -> Settled | NotCoded:
        """Give a placed draft its sides and deaths, or say why it gives no row."""
        draft, decision = placed.draft, placed.decision
        alike = read_likeness(likeness, decision.kind.id) if likeness is not None else None
        confidence = event_confidence(placed.signs, alike)
        if confidence < self.codebook.policies.minimum_confidence:
            return self.leave_out(draft, "low_confidence")
        told = draft.told
        if self._is_alone(told, decision):
            return self.leave_out(draft, "too_few")
        one, two = self._sides(placed, told, known)
        if one is None:
            return self.leave_out(draft, "no_side")
        deaths, cell = self._deaths(draft)
        iso3 = placed.iso3 or ""
        nation = next((n for n in self.scene.knowledge.nations if n.iso3 == iso3), None)
        numeric = nation.numeric if nation else 0
        return Settled(draft, decision, placed.day, placed.site, iso3, numeric, one, two, deaths, cell, confidence)

    def _sides(
        self, placed: Placed, told: Sequence[Happening], known: Sequence[ActorMention]
    ) -> tuple[Side | None, Side | None]:
        """Who did it to whom: those named by what is told of the event, by a claim, or `known` from elsewhere."""
        draft, iso3 = placed.draft, placed.iso3 or ""
        agents = [actor for h in told for actor in h.agents]
        patients = [actor for h in told for actor in h.patients]
        if not any(actor.group or actor.nations for actor in agents):  # "the group claimed responsibility"
            harmed = {actor.group for actor in patients}
            claims = (actor for h in (*draft.happenings, *draft.retold) for actor in h.agents)
            agents += (actor for actor in claims if actor.group and actor.group not in harmed)
        agents, patients = (
            name_rebels(agents, patients, iso3, self.scene),
            name_rebels(patients, agents, iso3, self.scene),
        )
        if placed.decision.swapped:
            agents, patients = patients, agents
        return name_sides(
            agents,
            patients,
            placed.decision.kind,
            iso3,
            self.codebook,
            known=() if all(h.answered for h in told) else known,
            clash=any("reciprocal" in h.features for h in told),
            mutual=not draft.features & _BEGUN,
            killed=any(_strikes(h) or _kills(h) for h in told) or _left_dead((*draft.happenings, *draft.retold)),
            hurt=not draft.features & _TAKEN or bool(draft.features & _HURT),
        )

    def _deaths(self, draft: Draft) -> tuple[tuple[int, int, int], Cell]:
        policy = self.codebook.deaths
        found = total_figure(draft, policy=policy.figure, armed=self.codebook.actors.classes.armed)
        if found is None:
            return (policy.unsaid,) * 3, Cell(policy.unsaid, "deaths.none_reported", 0.8)
        value, best, high, figures = found
        words = tuple(evidence(self.article, figure.start, figure.end) for figure in figures)
        return (value, best, high), Cell(value, figures[0].rule, 0.85, words)

    def _with_own_ids(self, told: Sequence[Row | NotCoded], drafts: Sequence[Draft]) -> list[Row | NotCoded]:
        """Rows with ids of their own: "in a separate attack" is a further event; else what shares an id is retold."""
        ids: Counter[str] = Counter()
        said: set[str] = set()
        found: list[Row | NotCoded] = []
        for item, draft in zip(told, drafts, strict=True):
            if isinstance(item, Row):
                ids[item.event_id] += 1
                ordinal = ids[item.event_id]
                words = " ".join(self.article.text[slice(*self.scene.frames.sentences[draft.sentence])].split())
                repeated = words in said
                said.add(words)
                if ordinal > 1 and draft.happenings[0].apart and not repeated:
                    item = number_again(item, ordinal, self.codebook.key)
                elif ordinal > 1:
                    item = self.leave_out(draft, "same_event")
            found.append(item)
        return found

    def leave_out(self, draft: Draft, reason: str) -> NotCoded:
        """A draft that gives no row, with the words that told it."""
        first = draft.happenings[0].acts[0]
        return not_coded(self.article, first.start, first.end, reason, self.codebook.reasons.get(reason, ""))
