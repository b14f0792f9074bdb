"""The coder: an article in; rows, and reasons for what is not coded, out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.language_layer import load_topics
from eventbook.codebook.loading import load_codebook
from eventbook.coder.actors.mentions import ActorMention
from eventbook.coder.actors.naming import name_sides
from eventbook.coder.article_reader import ArticleReader
from eventbook.coder.dates import find_dateline
from eventbook.coder.events.confidence import confidence_range, event_confidence, read_likeness, read_signs
from eventbook.coder.events.context import Knowledge, Scene, make_knowledge
from eventbook.coder.events.drafts import Draft
from eventbook.coder.events.likewise import without_kin
from eventbook.coder.events.merging import merge_happenings
from eventbook.coder.events.records import Dropped, Happening
from eventbook.coder.events.resolving import Landmarks, settle_day, settle_kind, settle_site
from eventbook.coder.events.siting import Site, site_of
from eventbook.coder.events.standing_in import name_rebels, number_paragraphs, stand_ins
from eventbook.coder.events.summing import total_figure
from eventbook.coder.events.timing import Day, day_of, window_reason
from eventbook.coder.kinds.classifying import Classification, classify_text
from eventbook.coder.kinds.conditions import Decision
from eventbook.coder.kinds.similarity import propose_kinds
from eventbook.coder.places import open_chosen
from eventbook.coder.places.records import PlaceMention
from eventbook.coder.records import Article, NotCoded, evidence
from eventbook.coder.rows import Cell, Row, Settled, number_again, write_row
from eventbook.coder.scanning import Scan, founders, scan_text, unread
from eventbook.coder.topics import find_topic, is_quiet
from eventbook.coder.undated import late_founders, mark_fresh


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """The rows of one article, and what was left out with the reason."""

    article: Article
    rows: tuple[Row, ...]
    not_coded: tuple[NotCoded, ...]


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


class Coder:
    """Codes articles by one codebook. Parser and gazetteer are loaded once and used read-only.

    `codebook` is a loaded codebook, a shipped id, a folder, or None for the default; `overrides` change policies
    for this run; `parser` names another spaCy pipeline; `gazetteers` are "all" that the user added, "shipped" for
    none of them, or their names or files.
    """

    def __init__(
        self,
        codebook: Codebook | str | None = None,
        *,
        overrides: Mapping[str, Any] | None = None,
        parser: str | None = None,
        gazetteers: str | Sequence[str | Path] = "all",
    ) -> None:
        if isinstance(codebook, Codebook):
            self.codebook = load_codebook(codebook.folder, overrides=overrides) if overrides else codebook
        else:
            self.codebook = load_codebook(codebook, overrides=overrides)
        self.gazetteer = open_chosen(gazetteers)
        self.knowledge: Knowledge = make_knowledge(self.codebook, self.gazetteer)
        self._parser_name = parser

    def code(self, article: Article) -> CodedArticle:
        """Code one article; an article without rows has at least one reason in `not_coded`."""
        scan = scan_text(article.text, self.knowledge, article.published)
        if not scan.told:
            return self._coded(article, unread(article.text, scan, (), article.published, self.knowledge), ())
        if article.published is None and self.codebook.policies.require_publication_date:
            return CodedArticle(article, (), (self._reason(article, "no_publication_date"),))
        reader = self._reader(article, scan)
        coded = self._read(article, scan, reader, founders(scan, article.published, self.codebook))
        late = () if coded.rows or self._topic(article) else late_founders(scan)
        again = self._read(article, scan, reader, late, undated=True) if late else coded
        return again if again.rows else coded

    def _read(
        self, article: Article, scan: Scan, reader: ArticleReader, first: Sequence[int], *, undated: bool = False
    ) -> CodedArticle:
        """Code an article whose events begin in the sentences `first`; `undated`: a grave deed needs no day."""
        reader.read(first)
        begun, passed = merge_happenings(_told(reader, undated=undated), reader.scene)
        if undated:
            begun = [draft for draft in begun if any(h.fresh for h in draft.happenings)]
        if not begun:  # where no event begins none is told again
            left = unread(article.text, scan, first, article.published, self.knowledge)
            return self._coded(article, sorted((*reader.dropped(), *passed, *left), key=lambda item: item.start), ())
        reader.read(scan.candidates)
        scene = reader.scene
        left = unread(article.text, scan, scan.candidates, article.published, self.knowledge)
        dropped = [*reader.dropped(), *left]
        happenings, others = without_kin(_told(reader, undated=undated), dropped, self.codebook)
        happenings, plays = self._without_play(happenings, article)
        drafts, passed = merge_happenings(happenings, scene)
        homeless = any(draft.site is None for draft in drafts)  # all places of the article count for these alone
        landmarks = self._landmarks(article, scene, reader.places() if homeless else [], happenings)
        length = len(scan.sentences)
        placed = [self._place(draft, article, scene, landmarks, length, happenings) for draft in drafts]
        paragraphs = number_paragraphs(article.text, scan.sentences)
        open_ones = [one.draft for one in placed if isinstance(one, Placed) and one.undecided]
        likeness = self._likeness(article, scan.sentences, open_ones)
        told = [
            self._settle(
                one,
                article,
                scene,
                stand_ins(one.draft, happenings, paragraphs, self.codebook),
                likeness.get(one.draft.sentence) if one.undecided else None,
            )
            if isinstance(one, Placed)
            else one
            for one in placed
        ]
        return self._coded(article, (*dropped, *others, *plays, *passed), self._apart(told, drafts, article))

    def _apart(
        self, told: Sequence[Row | NotCoded], drafts: Sequence[Draft], article: Article
    ) -> list[Row | NotCoded]:
        """Rows with ids of their own: "in a separate attack" is a further event; else what shares an id is retold."""
        ids: Counter[str] = Counter()
        found: list[Row | NotCoded] = []
        for item, draft in zip(told, drafts, strict=True):
            if isinstance(item, Row):
                ids[item.event_id] += 1
                ordinal = ids[item.event_id]
                if ordinal > 1 and draft.happenings[0].apart:
                    item = number_again(item, ordinal, self.codebook.key)
                elif ordinal > 1:
                    item = self._out(draft, article, "same_event")
            found.append(item)
        return found

    def _without_play(self, happenings: Sequence[Happening], article: Article) -> tuple[list[Happening], list[Dropped]]:
        """In an article about sport, a storm or a crash, what is told of nobody armed and of no crowd is no event."""
        language = self.codebook.head.language
        topic = find_topic(article.text, language) if happenings else None
        if topic is None or not is_quiet(topic, language) or topic.id not in self.codebook.reasons:
            return list(happenings), []
        classes = self.codebook.actors.classes
        doers = {*classes.armed, *classes.crowd}
        watched = load_topics(language).watched
        unrest = {"crowd"} if topic.id in watched else {"crowd", "gathering"}
        kept = [
            h
            for h in happenings
            if h.features & unrest or any(a.category in doers and a.rule != "actors.country_name" for a in h.agents)
        ]
        return kept, [Dropped(h.acts[0].start, h.acts[0].end, topic.id) for h in happenings if h not in kept]

    def happenings(self, text: str, *, published: date | None = None) -> tuple[Happening, ...]:
        """What a text says that happened, without settling day, place and kind; spans are characters of `text`."""
        article = Article("text", text, published=published)
        scan = scan_text(text, self.knowledge, published)
        reader = self._reader(article, scan)
        reader.read(scan.candidates)
        return tuple(reader.happenings())

    def classify(self, text: str) -> Classification:
        """The kind of a bare snippet, without day and place."""
        return self.classify_texts([text])[0]

    def classify_texts(self, texts: Sequence[str]) -> tuple[Classification, ...]:
        """The kinds of bare snippets, in their order; many at once are compared with the exemplars twice as fast."""
        proposals = propose_kinds(texts, self.codebook)
        return tuple(
            classify_text(self.happenings(text), proposal, self.codebook)
            for text, proposal in zip(texts, proposals, strict=True)
        )

    def _coded(self, article: Article, dropped: Sequence[Dropped], drafts: Sequence[Row | NotCoded]) -> CodedArticle:
        """What became of an article: its rows, and every reason once."""
        rows = [row for row in drafts if isinstance(row, Row)]
        reasons = [_not_coded(article, item) for item in dropped]
        reasons += [draft for draft in drafts if isinstance(draft, NotCoded)]
        if not rows:
            topic = self._topic(article)
            reasons = [topic, *reasons] if topic else reasons or [self._reason(article, "no_event")]
        ordered = tuple(sorted(rows, key=lambda row: row.event_id))
        return CodedArticle(article, ordered, tuple(dict.fromkeys(reasons)))

    def _reason(self, article: Article, reason: str) -> NotCoded:
        return NotCoded(article.id, reason, self.codebook.reasons.get(reason, ""), origin=article.origin)

    def _topic(self, article: Article) -> NotCoded | None:
        """What an article without events is about, if it shows and the codebook has a reason for it."""
        topic = find_topic(article.text, self.codebook.head.language)
        if topic is None or topic.id not in self.codebook.reasons:
            return None
        return _not_coded(article, Dropped(topic.start, topic.end, topic.id, self.codebook.reasons[topic.id]))

    def _reader(self, article: Article, scan: Scan) -> ArticleReader:
        return ArticleReader(article, scan, self.knowledge, self._parser_name)

    def _landmarks(
        self,
        article: Article,
        scene: Scene,
        places: Sequence[Sequence[PlaceMention]],
        happenings: Sequence[Happening],
    ) -> Landmarks:
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
                if day and window_reason(day.date, scene.published, self.codebook) is None:
                    days.append((happening.sentence, day))
        line = find_dateline(article.text, published=article.published)
        if line and line.date and (day := day_of(line.date, None)) and not days:
            days.append((0, day))
        return Landmarks(tuple(sites), dateline, tuple(days))

    def _likeness(
        self, article: Article, sentences: Sequence[tuple[int, int]], drafts: Sequence[Draft]
    ) -> dict[int, dict[str | None, float]]:
        """For the first sentence of each draft, the probability of each kind by the exemplars."""
        numbers = sorted({draft.sentence for draft in drafts})
        texts = [" ".join(article.text[slice(*sentences[n])].split()) for n in numbers]
        found = propose_kinds(texts, self.codebook) if texts else ()
        return {n: dict(proposal.scores) for n, proposal in zip(numbers, found, strict=True)}

    def _is_alone(self, told: Sequence[Happening], decision: Decision) -> bool:
        """Whether one named person is all the crowd that a kind of event needs."""
        first = decision.kind.sub_event_type.sides.first
        crowd = self.codebook.actors.classes.crowd
        if first is None or self.codebook.actors.templates[first].category not in crowd:
            return False
        agents = [actor for happening in told for actor in happening.agents]
        counts = [happening.crowd_count for happening in told if happening.crowd_count is not None]
        few = bool(counts) and max(counts) < self.codebook.policies.crowd_minimum
        return few or (bool(agents) and all(actor.rule == "actors.person_name" for actor in agents))

    def _usual_doer(self, draft: Draft, happenings: Sequence[Happening]) -> str | None:
        """The crowd category that does most in an article of riots, for killings whose doer is not named."""
        if not draft.features & {"lethal", "death", "damage", "fire"} or draft.features & {"explosive", "remote"}:
            return None
        counts = Counter(actor.category for h in happenings for actor in h.agents if actor.category)
        if not counts:
            return None
        most = min(counts, key=lambda category: (-counts[category], category))
        return most if most in self.codebook.actors.classes.crowd else None

    def _place(
        self,
        draft: Draft,
        article: Article,
        scene: Scene,
        landmarks: Landmarks,
        length: int,
        happenings: Sequence[Happening],
    ) -> "Placed | NotCoded":
        """Give a draft its place, kind and day, or say which it lacks; what no likeness could save is let go too."""
        site = settle_site(draft, landmarks, scene.votes)
        if site is None:
            return self._out(draft, article, "no_place")
        iso3 = self.knowledge.iso3.get(site.place.country)
        decision = settle_kind(draft, iso3, scene, usual=self._usual_doer(draft, happenings))
        if decision is None:
            return self._out(draft, article, "no_kind")
        day = settle_day(draft, landmarks, scene)
        if day is None:
            return self._out(draft, article, "no_day")
        if (reason := window_reason(day.date, scene.published, self.codebook)) is not None:
            return self._out(draft, article, reason)
        signs = read_signs(draft, day, site, length)
        least, most = confidence_range(signs)
        if most < self.codebook.policies.minimum_confidence:
            return self._out(draft, article, "low_confidence")
        undecided = least < self.codebook.policies.minimum_confidence
        return Placed(draft, site, iso3, decision, day, signs, undecided)

    def _settle(
        self,
        placed: "Placed",
        article: Article,
        scene: Scene,
        known: Sequence[ActorMention],
        likeness: Mapping[str | None, float] | None,
    ) -> Row | NotCoded:
        draft, site, iso3, decision, day = placed.draft, placed.site, placed.iso3, placed.decision, placed.day
        alike = read_likeness(likeness, decision.kind.id) if likeness is not None else None
        confidence = event_confidence(placed.signs, alike)
        if confidence < self.codebook.policies.minimum_confidence:
            return self._out(draft, article, "low_confidence")
        told = [h for h in draft.happenings if not h.secondary] or draft.happenings
        if self._is_alone(told, decision):
            return self._out(draft, article, "too_few")
        agents = [actor for h in told for actor in h.agents]
        patients = [actor for h in told for actor in h.patients]
        if not any(actor.group or actor.nations for actor in agents):  # "the group claimed responsibility"
            harmed = {actor.group for actor in patients}
            claims = (actor for h in (*draft.happenings, *draft.retold) for actor in h.agents)
            agents += (actor for actor in claims if actor.group and actor.group not in harmed)
        agents, patients = (
            name_rebels(agents, patients, iso3 or "", scene),
            name_rebels(patients, agents, iso3 or "", scene),
        )
        if decision.swapped:
            agents, patients = patients, agents
        one, two = name_sides(
            agents,
            patients,
            decision.kind,
            iso3 or "",
            self.codebook,
            known=() if all(h.answered for h in told) else known,
            clash=any("reciprocal" in h.features for h in told),
        )
        if one is None:
            return self._out(draft, article, "no_side")
        deaths, cell = self._deaths(draft, article)
        nation = next((n for n in self.knowledge.nations if n.iso3 == iso3), None)
        settled = Settled(
            draft, decision, day, site, iso3 or "", nation.numeric if nation else 0, one, two, deaths, cell, confidence
        )
        return write_row(settled, article, scene)

    def _out(self, draft: Draft, article: Article, reason: str) -> NotCoded:
        """A draft that gives no row, with the words that told it."""
        first = draft.happenings[0].acts[0]
        words = evidence(article, first.start, first.end)
        detail = self.codebook.reasons.get(reason, "")
        return NotCoded(article.id, reason, detail, words.start, words.end, words.quote, article.origin)

    def _deaths(self, draft: Draft, article: Article) -> tuple[tuple[int, int, int], Cell]:
        policy = self.codebook.deaths
        found = total_figure(draft, policy=policy.figure)
        if found is None:
            return (policy.unsaid,) * 3, Cell(policy.unsaid, "deaths.none_reported", 0.8)
        value, best, high, figures = found
        words = tuple(evidence(article, figure.start, figure.end) for figure in figures)
        return (value, best, high), Cell(value, figures[0].rule, 0.85, words)


def _told(reader: ArticleReader, *, undated: bool) -> list[Happening]:
    """What the sentences read so far say that happened; `undated`: grave deeds are marked that need no day."""
    return mark_fresh(reader.happenings(), reader.scene) if undated else reader.happenings()


def _not_coded(article: Article, item: Dropped) -> NotCoded:
    words = evidence(article, item.start, item.end)
    return NotCoded(article.id, item.reason, item.detail, words.start, words.end, words.quote, article.origin)


def code_articles(articles: Sequence[Article], coder: Coder) -> Iterator[CodedArticle]:
    """Code articles one after the other."""
    for article in articles:
        yield coder.code(article)
