"""The coder: an article in; rows, and reasons for what is not coded, out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.language_layer import load_topics
from eventbook.codebook.loading import load_codebook
from eventbook.coder.article_reader import ArticleReader
from eventbook.coder.events.context import Knowledge, make_knowledge
from eventbook.coder.events.likewise import without_kin
from eventbook.coder.events.merging import merge_happenings
from eventbook.coder.events.records import Dropped, Happening
from eventbook.coder.kinds.classifying import Classification, classify_text
from eventbook.coder.kinds.similarity import propose_kinds
from eventbook.coder.places import open_chosen
from eventbook.coder.records import Article, NotCoded, not_coded
from eventbook.coder.rows import Row
from eventbook.coder.scanning import Scan, founders, scan_text, unread
from eventbook.coder.settling import Settler
from eventbook.coder.topics import find_topic, is_quiet
from eventbook.coder.undated import late_founders, mark_fresh


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """The rows of one article, and what was left out with the reason."""

    article: Article
    rows: tuple[Row, ...]
    not_coded: tuple[NotCoded, ...]


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
        told = Settler(article, scene).settle(drafts, happenings, reader, scan.sentences)
        return self._coded(article, (*dropped, *others, *plays, *passed), told)

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
            if h.features & unrest
            or "crowd" in h.marked
            or (topic.id == "ordinary_crime" and self._is_war(h))
            or any(a.category in doers and a.rule != "actors.country_name" for a in h.agents)
        ]
        return kept, [Dropped(h.acts[0].start, h.acts[0].end, topic.id) for h in happenings if h not in kept]

    def _is_war(self, happening: Happening) -> bool:
        """Whether a bomb or the dead of the state's forces say that it is no ordinary crime."""
        states = self.codebook.actors.classes.state
        return bool(happening.features & {"explosive", "remote"}) or (
            "lethal" in happening.features and any(actor.category in states for actor in happening.patients)
        )

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


def _told(reader: ArticleReader, *, undated: bool) -> list[Happening]:
    """What the sentences read so far say that happened; `undated`: grave deeds are marked that need no day."""
    return mark_fresh(reader.happenings(), reader.scene) if undated else reader.happenings()


def _not_coded(article: Article, item: Dropped) -> NotCoded:
    return not_coded(article, item.start, item.end, item.reason, item.detail)


def code_articles(articles: Sequence[Article], coder: Coder) -> Iterator[CodedArticle]:
    """Code articles one after the other."""
    for article in articles:
        yield coder.code(article)
