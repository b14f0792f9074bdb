"""Find the places that a sentence names, and choose what each name means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from eventbook.coder.places.address import sender
from eventbook.coder.places.borders import BORDERS, find_borders
from eventbook.coder.places.capitals import is_longer_name, is_plain_words
from eventbook.coder.places.cues import Cue, read_cue
from eventbook.coder.places.deciding import Chooser, Named
from eventbook.coder.places.describe import Hint
from eventbook.coder.places.distance import kilometres
from eventbook.coder.places.folding import fold, fold_text
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.hamlets import may_be_hamlet, names_hamlets
from eventbook.coder.places.home import home_countries, is_stranger, prefer_home, without_kind
from eventbook.coder.places.lexicon import Words, place_words
from eventbook.coder.places.lists import find_containers, share_cues
from eventbook.coder.places.people import people_named
from eventbook.coder.places.quarters import find_quarters
from eventbook.coder.places.records import Place, PlaceMention
from eventbook.coder.places.rejects import is_metonym, is_other_name, is_person
from eventbook.coder.places.seats import find_seats, seat_openings
from eventbook.coder.places.spans import ABBREVIATED, Case, Span, case_of, find_spans
from eventbook.coder.places.tokens import Token, tokenize
from eventbook.coder.places.unknown import find_unknown
from eventbook.coder.places.votes import clear_points

#: Inhabitants from which a name needs no cue, and from which a weak one does.
_UNCUED, _WEAKLY_CUED = 50_000, 5_000
#: A town below this in a country that the article never names is taken for a word.
_STRANGER = 20_000
#: Inhabitants from which a town at home is known by a part of what follows it.
_LARGE = 100_000
#: Kilometres from a city's centre within which a place may be a part of it.
_BESIDE_KM = 25.0
#: Characters at the start of an article in which its dateline stands.
_HEAD = 60
#: Inhabitants from which a name is known everywhere.
_METROPOLIS = 1_000_000
#: Share of votes from which an article speaks of one country.
_ONE_COUNTRY = 0.5
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "our", "my"))


def find_places(
    text: str,
    start: int,
    end: int,
    *,
    gazetteer: Gazetteer,
    country_votes: Mapping[str, float] | None = None,
    tags: Sequence[tuple[int, int, str]] | None = None,
) -> tuple[PlaceMention, ...]:
    """Places named in `text[start:end]`, one sentence, in order of their offsets into `text`.

    `country_votes`: shares by ISO alpha-2 of the whole article; `tags`: (start, end, tag) of the
    sentence's words, Penn tags, used to leave verbs and adjectives alone.
    """
    tokens = tokenize(text, start, end)
    if not tokens:
        return ()
    words, case = place_words(), case_of(tokens)
    finder = _Finder(text, tokens, gazetteer, words, case, dict(country_votes or {}), tags)
    return finder.find()


class _Finder:
    """One sentence under way."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        gazetteer: Gazetteer,
        words: Words,
        case: Case,
        votes: dict[str, float],
        tags: Sequence[tuple[int, int, str]] | None,
    ) -> None:
        self.text, self.tokens, self.book = text, tokens, gazetteer
        self.words, self.case, self.votes = words, case, votes
        self.tags = {start: tag for start, _, tag in tags} if tags else {}
        self.home = home_countries(votes)
        spans = [without_kind(s, gazetteer, self.home, words) for s in find_spans(tokens, gazetteer, case, words)]
        self.spans = prefer_home(spans, self.home, sender(text, gazetteer))
        if case != "mixed":
            self.spans = [span for span in self.spans if not self._is_word(span)]
        self.taken: frozenset[int] = frozenset()

    def find(self) -> tuple[PlaceMention, ...]:
        """Cues, containers, rejections, then the choice among homonyms."""
        found = list(self._choose()) if self.spans else []
        keys = frozenset(token.key for token in self.tokens)
        if not keys.isdisjoint(self.words.quarters):
            town = self._town(found)
            found += find_quarters(
                self.text, self.tokens, self._placed(found), words=self.words, case=self.case, town=town
            )
        found += self._unknown(found)
        if self.case == "mixed" and not keys.isdisjoint(BORDERS):
            found += find_borders(self.text, self.tokens, self._placed(found), self.book)
        if not keys.isdisjoint(seat_openings(self.words)):
            found += find_seats(
                self.text,
                self.tokens,
                self._placed(found),
                words=self.words,
                gazetteer=self.book,
                votes=self.votes,
                report_from=self._dateline,
            )
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _town(self, found: list[PlaceMention]) -> Place | None:
        """The town in which an unknown quarter lies: that of the sentence, of the dateline, or the capital."""
        held = (m.place for m in found if m.place and m.place.kind in ("town", "subdivision"))
        mine = (place for place in held if not self.home or place.country in self.home)
        return next(mine, None) or self._dateline() or self._capital()

    def _dateline(self) -> Place | None:
        """The town from which the article reports."""
        begin = len(self.text) - len(self.text.lstrip())
        if self.tokens[0].start <= begin:
            return None
        end = min(begin + _HEAD, len(self.text))
        found = find_places(self.text, begin, end, gazetteer=self.book, country_votes=self.votes)
        here = (m.place for m in found if m.cue == "dateline" and m.relation == "at")
        return next((place for place in here if place and place.kind == "town"), None)

    def _capital(self) -> Place | None:
        """The capital of the article's one country, if the article names it."""
        country = self.book.country(next(iter(self.home))) if len(self.home) == 1 else None
        seat = self.book.seat(country) if country else None
        named = seat is not None and fold(seat.place.name) in fold_text(self.text)
        return seat.place if seat and named else None

    def _placed(self, found: list[PlaceMention]) -> frozenset[int]:
        """Indices of the tokens that are in a mention."""
        return frozenset(n for n, token in enumerate(self.tokens) for m in found if m.start <= token.start < m.end)

    def _choose(self) -> tuple[PlaceMention, ...]:
        return Chooser(self.text, self.tokens, self.book, self.votes, self._kept()).choose()

    def _unknown(self, found: list[PlaceMention]) -> list[PlaceMention]:
        divisions = [m.place for m in found if m.place and m.place.kind in ("division", "subdivision")]
        return find_unknown(
            self.text,
            self.tokens,
            self._placed(found),
            rejected=frozenset((span.first, span.last) for span in self.spans),
            words=self.words,
            gazetteer=self.book,
            votes=self.votes,
            divisions=divisions,
            case=self.case,
        )

    def _kept(self) -> list[Named]:
        """Spans that are places, each with its cue and whether it stands for a government."""
        cues = [read_cue(self.tokens, span, self.words, self.book) for span in self.spans]
        holders = find_containers(self.tokens, self.spans, cues, self.words)
        cues = share_cues(self.tokens, self.spans, cues)
        pairs = list(zip(self.spans, cues, strict=True))
        likely = [s for s, c in pairs if s.key not in self.words.words and self._is_known_enough(s, c)]
        self.taken = frozenset(i for span in likely for i in range(span.first, span.last + 1))
        kept: list[Named] = []
        for index, (span, cue) in enumerate(pairs):
            if index in holders:
                kept.append(Named(span, replace(cue, word="container", strength=3), False))
            elif cue.relation == "metonym" and not self.book.words(span.key):
                continue
            elif is_metonym(self.tokens, span, cue, self.words, self.book):
                kept.append(Named(span, replace(cue, hint=cue.hint or _government(span)), True))
            elif self._is_place(span, cue) and (index + 1 in holders or not self._is_doubtful(span, cue)):
                kept.append(Named(span, cue, False))
        return kept

    def _is_place(self, span: Span, cue: Cue) -> bool:
        if is_person(self.tokens, span, cue, self.words, self.case):
            return False
        if is_other_name(self.tokens, span, cue, self.words, self.case, self.taken, self.book):
            return False
        if cue.word == "according to" and not self._is_country(span):
            return False
        if names_hamlets(span) and not self._may_be_hamlet(span, cue):
            return False
        if self._is_quarter(cue) and not self._may_be_quarter(span):
            return False
        single = span.first == span.last
        named = cue.strength == 3 and cue.hint is not None and self._before(span) != "the"
        if span.key in self.words.words and not named:
            return self._is_town_word(span, cue) or self._is_country(span)
        if single and cue.strength < 3 and self._is_people(span):
            return False
        if single and cue.strength <= 1 and span.key in people_named(self.text):
            return False
        if self.case == "lower" and cue.strength < 3 and self._before(span) in _DETERMINERS:
            return False
        if self.case == "mixed" and cue.strength < 3 and self._is_one_of_many(span):
            return False
        if single and span.key in ABBREVIATED:
            return self.tokens[span.first].text.isupper()
        tag = self.tags.get(self.tokens[span.first].start)
        odd = tag and self.case == "mixed" and cue.strength < 3 and not tag.startswith(("NN", "FW", "JJ", "DT"))
        if odd and (cue.strength < 2 or is_plain_words(self.tokens[span.first : span.last + 1])):
            return False
        return self._is_known_enough(span, cue)

    def _may_be_hamlet(self, span: Span, cue: Cue) -> bool:
        """Whether a name that only hamlets bear is no person's, whatever stands before it, and of the surroundings."""
        if cue.strength == 2 and is_person(self.tokens, span, replace(cue, strength=0), self.words, self.case):
            return False
        return may_be_hamlet(span, cue, self.words, self.case, text=self.text, beside=self.spans, book=self.book)

    def _is_town_word(self, span: Span, cue: Cue) -> bool:
        """Whether a word is a town behind "in", by the tags: "police in Nice fired", not "in Nice time"."""
        behind = self.tokens[span.last + 1].start if span.last + 1 < len(self.tokens) else None
        noun = self.tags.get(behind, "").startswith("NN") if behind is not None else False
        return (
            span.key in self.words.town_words
            and bool(self.tags)
            and not noun
            and self.case == "mixed"
            and cue.strength == 2
        )

    def _is_one_of_many(self, span: Span) -> bool:
        """Whether "a" counts what bears the name: "in a Toyota", "a white Mercedes"; not "a Kabul court"."""
        first = span.first - 1
        if first > 0 and self.tags.get(self.tokens[first].start) == "JJ":
            first -= 1
        behind = self.tags.get(self.tokens[span.last + 1].start, "") if span.last + 1 < len(self.tokens) else ""
        counted = first >= 0 and self.tokens[first].key in ("a", "an")
        return counted and bool(self.tags) and not behind.startswith(("NN", "JJ", "CD", "HYPH", "VBN", "POS"))

    def _is_doubtful(self, span: Span, cue: Cue) -> bool:
        """In capitals: a piece of a longer name, or a namesake abroad that the article does not speak of."""
        if self.case != "upper" or any(e.place.kind == "country" for e in span.entries):
            return False
        if span.first == span.last and cue.strength < 2 and span.key in self.words.given_names:
            return True
        if is_stranger(span.entries, self.home, self.votes):
            return True
        large = any(e.rank <= 0 and e.place.population >= _LARGE and e.place.country in self.home for e in span.entries)
        return not (large and cue.strength) and is_longer_name(self.tokens, span.last, self.taken)

    def _is_quarter(self, cue: Cue) -> bool:
        return cue.word is not None and cue.word.removesuffix(" of") in self.words.quarters

    def _may_be_quarter(self, span: Span) -> bool:
        """ "The X neighbourhood": a district, a larger town at home, or a place beside a city of the article."""
        for entry in span.entries:
            place = entry.place
            if place.kind == "district" or (place.country in self.home and place.population >= _STRANGER):
                return True
            here = (place.latitude, place.longitude)
            if any(kilometres(here, point) <= _BESIDE_KM for point in clear_points(self.text, self.book)):
                return True
        return not self.home

    def _is_people(self, span: Span) -> bool:
        return any(what == "people" for _, what in self.book.words(span.key))

    def _is_word(self, span: Span) -> bool:
        """Ordinary words where capitals tell nothing; not if a larger town of the article's countries is so named."""
        if not is_plain_words(self.tokens[span.first : span.last + 1]):
            return False
        if any(what != "people" for _, what in self.book.words(span.key)):
            return False
        wide = ("region", "feature", "division") if span.first < span.last else ("region", "feature")
        if any(e.place.kind in wide and self._votes_for(e.place) for e in span.entries):
            return False
        own = [e.place for e in span.entries if e.rank <= 0 and e.place.country in (self.home or self.votes)]
        least = _LARGE if self.case == "upper" else _STRANGER
        return max((place.population for place in own if place.kind != "subdivision"), default=0) < least

    def _votes_for(self, place: Place) -> bool:
        return self.votes.get(place.country, 0) > 0

    def _before(self, span: Span) -> str:
        return self.tokens[span.first - 1].key if span.first else ""

    def _is_country(self, span: Span) -> bool:
        return any(what == "name" for _, what in self.book.words(span.key))

    def _is_known_enough(self, span: Span, cue: Cue) -> bool:
        if any(e.place.kind in ("country",) for e in span.entries):
            return True
        named = [e for e in span.entries if e.place.kind in ("region", "feature")]
        if named and (len(named) == len(span.entries) or cue.strength >= 1):
            return True
        counted = [e.place for e in span.entries if cue.strength >= 2 or e.place.kind != "subdivision"]
        best = max((p.population for p in counted), default=-1)
        voted = max((_standing(p) for p in counted if self.votes.get(p.country, 0) >= 0.1), default=-1)
        first_name = span.key in self.words.first_names
        if best < _STRANGER and self._is_strange(counted):
            return False  # "the town of X" is another X
        if cue.strength == 3:
            return True
        if self.case != "mixed" and cue.strength < 2 and best < _METROPOLIS and not any(map(self._votes_for, counted)):
            return False  # a surname as like as not
        if self.case == "lower" and (cue.strength < 2 or len(span.key) < 4 or max(best, voted * 4) < _STRANGER):
            return False
        if cue.strength == 2:
            least = _STRANGER if first_name else 0
            return best >= max(least, _STRANGER) or voted >= least or not self.votes
        if cue.strength == 1:
            return not first_name and (best >= _WEAKLY_CUED * 4 or voted >= _WEAKLY_CUED)
        if first_name or (span.first == 0 and len(span.key) < 4):
            return False
        return best >= _UNCUED * (4 if self.votes and voted < 0 else 1) or voted >= _UNCUED // 3

    def _is_strange(self, places: Sequence[Place]) -> bool:
        """Whether all of them lie in countries that an article which speaks of one country never names."""
        return max(self.votes.values(), default=0) >= _ONE_COUNTRY and not any(map(self._votes_for, places))


def _standing(place: Place) -> int:
    """Inhabitants; the places of conflicts that we list by hand stand as small cities."""
    return max(place.population, _STRANGER) if place.source == "eventbook" else place.population


def _government(span: Span) -> Hint:
    return None if any(e.place.kind == "country" for e in span.entries) else "town"
