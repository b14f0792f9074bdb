"""Reading one article sentence by sentence: parse, places, dates and what happened, each sentence at most once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from eventbook.coder.clauses.mending import mend
from eventbook.coder.clauses.words import grammar
from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.bodies import with_captives
from eventbook.coder.events.context import Knowledge, Scene
from eventbook.coder.events.happenings import read_happenings
from eventbook.coder.events.recalling import recall_bombs, recall_sides
from eventbook.coder.events.records import Dropped, Happening
from eventbook.coder.events.surroundings import SentencePlaces
from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.parsing.parser import load_parser
from eventbook.coder.parsing.records import Parse
from eventbook.coder.places import find_places
from eventbook.coder.places.records import PlaceMention
from eventbook.coder.records import Article
from eventbook.coder.scanning import Scan

_OPENS, _CLOSES = frozenset("\"“‘'"), frozenset("\"”’'")
_WHEN = ("in", "within")  # "in the past few hours" tells when and not how long
_MONTH_BEHIND = 16  # characters between a weekday and the month that it belongs to
# "Piccadilly station in Manchester" is in Manchester.
NEXT_TO = 24  # characters between a landmark's name and the town it stands in


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """What a parsed sentence says: its places, what happened, and what is no event."""

    around: SentencePlaces
    happenings: tuple[Happening, ...]
    dropped: tuple[Dropped, ...]


class _PlaceFinder:
    """Finds the places of an article's sentences.

    It knows no reader: one that its own sentences held would stay, with all it read, until the garbage is collected.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], scene: Scene) -> None:
        self._text = text  # what is read of the article
        self._sentences = sentences
        self._scene = scene
        self._knowledge = scene.knowledge

    def find(self, number: int, parse: Parse | None) -> tuple[PlaceMention, ...]:
        """The places of a sentence, by its tags where it was parsed."""
        text, (start, end) = self._text, self._sentences[number]
        tags = [(token.start, token.end, token.tag) for token in parse.tokens] if parse else None
        gazetteer, votes = self._knowledge.gazetteer, self._scene.votes
        found = find_places(text, start, end, gazetteer=gazetteer, country_votes=votes, tags=tags)
        return self._real(start, end, found)

    def _real(self, start: int, end: int, places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
        """Leave out ordinary words where capitals tell nothing: "A CAR BOMB AT A DRUG STORE"."""
        places = tuple(
            place
            for n, place in enumerate(places)
            if place.quote.lower() not in self._knowledge.peoples
            and not self._names_people(place)
            and not (
                not grammar().landmark_nouns.isdisjoint((place.cue, place.quote.lower()))
                and n + 1 < len(places)
                and places[n + 1].start - place.end < NEXT_TO
                and _is_town(places[n + 1])  # not "on the Goma road in Congo"
            )
        )
        sentence = self._scene.text[start:end]
        if not (sentence.isupper() or sentence.islower()):
            return places
        return tuple(place for place in places if not is_common_word(place.quote.lower()))

    def _names_people(self, place: PlaceMention) -> bool:
        """Whether a name is that of a people here: "Amhara militiamen", "Kuki groups"."""
        if place.quote.lower() not in self._knowledge.communities:
            return False
        behind = self._scene.text[place.end : place.end + 40].split()
        word = behind[0].strip(",.;:").lower() if behind else ""
        roles = self._knowledge.actors.roles.match([word], 0, [word])
        return bool(roles) or word.removesuffix("s") in grammar().collective_nouns


def _is_town(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.kind in ("town", "district", "subdivision")


class ArticleReader:
    """An article under way. Sentences are known by their numbers in the scan."""

    def __init__(self, article: Article, scan: Scan, knowledge: Knowledge, parser: str | None) -> None:
        self._article = article
        self._text = article.text if scan.beyond is None else article.text[: scan.beyond[0]]  # what is read of it
        self._scan = scan
        self._knowledge = knowledge
        self._parser = parser
        self._dates = {one.number: one.dates for one in scan.told}
        self._idle = frozenset(one.number for one in scan.told if one.idle)
        self._read: dict[int, ReadSentence] = {}
        self.scene = Scene(
            article.text,
            article.published,
            knowledge,
            scan.lead,
            title=article.title or "",
            read_to=None if scan.beyond is None else scan.beyond[0],
            frames=scan.frames,
        )
        self._finder = _PlaceFinder(self._text, scan.sentences, self.scene)

    def read(self, numbers: Iterable[int]) -> None:
        """Parse and read the sentences of these numbers that were not read yet, those without an act left aside."""
        for number, parse in self._parses(number for number in numbers if number not in self._idle):
            around = self._around(number, parse)
            happenings: tuple[Happening, ...] = ()
            dropped: tuple[Dropped, ...] = ()
            if parse.tokens:
                found = self._dates.get(number, ())
                dates = [m for m in found if self._tells_when(m) and not self._is_part_of(m, found)]
                happenings, dropped = read_happenings(parse, number, self.scene, dates=dates, around=around)
            self._read[number] = ReadSentence(around, happenings, dropped)

    def happenings(self) -> list[Happening]:
        """What the sentences read so far say that happened, in text order."""
        told = [happening for number in sorted(self._read) for happening in self._read[number].happenings]
        armed = self._knowledge.codebook.actors.classes.armed
        text = self._article.text
        return recall_sides(recall_bombs(with_captives(told, self.scene), text), text, armed)

    def dropped(self) -> list[Dropped]:
        """The acts of the sentences read so far that are no events, in text order."""
        return [item for number in sorted(self._read) for item in self._read[number].dropped]

    def places(self) -> list[tuple[PlaceMention, ...]]:
        """The places of every sentence, read or not; those left aside are parsed now, as tags tell names from words."""
        for number, parse in self._parses(self._idle):
            self._read[number] = ReadSentence(self._around(number, parse), (), ())
        return [
            read.around.mentions if (read := self._read.get(number)) else self._finder.find(number, None)
            for number in range(len(self._scan.sentences))
        ]

    def _parses(self, numbers: Iterable[int]) -> Iterator[tuple[int, Parse]]:
        """The parses of those sentences that were not read yet, with their numbers in order."""
        wanted = sorted(number for number in numbers if number not in self._read)
        if not wanted:
            return iter(())
        spans = [self._scan.sentences[number] for number in wanted]
        saying = self.scene.knowledge.saying
        found = load_parser(self._parser).parse(self._article.text, spans)
        return zip(wanted, (mend(parse, saying) for parse in found), strict=True)

    def _around(self, number: int, parse: Parse) -> SentencePlaces:
        return SentencePlaces(parse, self._text, partial(self._finder.find, number, parse))

    def _is_part_of(self, mention: DateMention, mentions: tuple[DateMention, ...]) -> bool:
        """Whether a weekday belongs to the month named behind it: "on a Saturday in August 1998"."""
        behind = (m for m in mentions if m.kind == "absolute" and 0 < m.start - mention.end <= _MONTH_BEHIND)
        month = next(behind, None)
        if month is None or mention.kind != "relative" or mention.unit != "day":
            return False
        return self._article.text[mention.end : month.start].strip() in ("in", "of")

    def _tells_when(self, mention: DateMention) -> bool:
        """Not "Updated on Monday", which is of the page, and not "a day-long shootout", "a four-hour battle"."""
        text = self._article.text
        background = self._knowledge.language.background
        words = mention.quote.lower().replace("-", " ").split()
        if mention.kind == "duration" and mention.first is None and words[0] not in _WHEN:
            return words[-1] not in background.condition["brief"]
        if text[mention.start - 1 : mention.start] in _OPENS and text[mention.end : mention.end + 1] in _CLOSES:
            return False  # the "9 May" brigade is named after a day
        before = text[max(0, mention.start - 16) : mention.start].lower().rstrip(" :,-–")
        stamps = before.endswith(background.dateline_words["before_date"])
        return not stamps and text[mention.end : mention.end + 1] != "-"
