"""What the readers of one article share: the compiled codebook, the language and the article's countries."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.language_layer import Language, Nation, load_language, load_nations
from eventbook.codebook.model_sides import Group
from eventbook.coder.actors.lexicon import ActorLexicon, bare_word, compile_actors, normalise
from eventbook.coder.actors.names import choose_named
from eventbook.coder.acts.finding import WORD, split_words
from eventbook.coder.acts.forms import noun_forms, verb_forms
from eventbook.coder.acts.lexicon import ActLexicon, compile_acts
from eventbook.coder.clauses.status import StatusWords, load_status_words
from eventbook.coder.clauses.words import grammar
from eventbook.coder.events.frames import Frames, place_of_opening, places_of_labels
from eventbook.coder.events.siting import Site
from eventbook.coder.numbers.lexicon import number_lexicon
from eventbook.coder.places import find_places
from eventbook.coder.places.gazetteer import Gazetteer
from eventbook.coder.places.records import PlaceMention
from eventbook.coder.places.votes import clear_points, country_votes


@dataclass(frozen=True)
class Knowledge:
    """Everything that does not change from article to article."""

    codebook: Codebook
    gazetteer: Gazetteer

    @cached_property
    def language(self) -> Language:
        """The language layer."""
        return load_language(self.codebook.head.language)

    @cached_property
    def nations(self) -> tuple[Nation, ...]:
        """The countries of the language layer."""
        return load_nations(self.codebook.head.language)

    @cached_property
    def iso3(self) -> dict[str, str]:
        """ISO2 codes of the countries that can be named to ISO3."""
        return {iso2: iso3 for iso3, iso2 in self.actors.iso2.items()}

    @cached_property
    def peoples(self) -> frozenset[str]:
        """The lower-cased names of peoples."""
        return frozenset(name.lower() for nation in self.nations for name in nation.people)

    @cached_property
    def communities(self) -> frozenset[str]:
        """The lower-cased names of peoples and faiths of the codebook."""
        return frozenset(form.lower() for community in self.codebook.communities for form in community.forms)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The names of the countries' capitals, which stand for governments as well."""
        return frozenset(nation.capital for nation in self.nations if nation.capital)

    @cached_property
    def acts(self) -> ActLexicon:
        """The compiled acts."""
        return compile_acts(self.codebook.head.language)

    @cached_property
    def actors(self) -> ActorLexicon:
        """The compiled groups, communities, role words and nations."""
        return compile_actors(self.codebook)

    @cached_property
    def status(self) -> StatusWords:
        """The background words."""
        return load_status_words(self.codebook.head.language)

    @cached_property
    def objects(self) -> dict[str, frozenset[str]]:
        """Kind of object to the forms of its nouns."""
        irregular = self.language.irregular.nouns
        return {
            kind: frozenset(form for word in words for form in noun_forms(word, irregular))
            for kind, words in self.language.objects.objects.items()
        }

    @cached_property
    def weapon_words(self) -> frozenset[str]:
        """The forms of nouns for weapons and arms."""
        return self.objects["weapon"] | self.objects["arms"]

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Words that are tagged as numbers."""
        lexicon = number_lexicon(self.codebook.head.language)
        return frozenset((*lexicon.small, *lexicon.scales, *lexicon.scale_plurals, *lexicon.packs))

    @cached_property
    def saying(self) -> frozenset[str]:
        """Lemmas of verbs of saying."""
        return frozenset(self.language.objects.saying)

    @cached_property
    def saying_forms(self) -> frozenset[str]:
        """All forms of verbs of saying."""
        irregular = self.language.irregular.verbs
        return frozenset(form for verb in self.saying for form in verb_forms(verb, irregular))

    @cached_property
    def crowd_nouns(self) -> frozenset[str]:
        """Nouns whose number is the size of a crowd, in all forms."""
        irregular = self.language.irregular.nouns
        return frozenset(f for word in self.language.objects.crowd_nouns for f in noun_forms(word, irregular))

    @cached_property
    def mob(self) -> frozenset[str]:
        """Words for many people at once, who act as a crowd."""
        return frozenset(self.language.objects.mob)

    @cached_property
    def significant(self) -> frozenset[str]:
        """Nouns of people whose arrest is an event."""
        irregular = self.language.irregular.nouns
        return frozenset(f for word in self.language.objects.significant for f in noun_forms(word, irregular))

    @cached_property
    def notable(self) -> frozenset[str]:
        """Adjectives of such people: "a prominent lawyer"."""
        return frozenset(self.language.objects.notable)

    @cached_property
    def person_nouns(self) -> frozenset[str]:
        """Role words in the singular: "a soldier" is one person."""
        roles = (word for role in self.codebook.actors.role_words for word in role.words if not word.endswith("s"))
        things = self.language.objects
        bodies = {*things.objects["place"], *things.objects["property"], *things.bodies}
        return frozenset((*roles, *things.significant)) - bodies


_IN_THIS_TOWN = re.compile(r"\b(?:in|of|across|around) this (?:[\w-]+ ){0,4}(?:town|city|village|capital|port)\b")
_LONGEST_QUOTE = 1000  # characters
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
LEAD_SENTENCES = 1  # the first sentences, counted from 0, tell the news even without a day


@dataclass(frozen=True)
class Scene:
    """One article under the reader's eyes."""

    text: str
    published: date | None
    knowledge: Knowledge
    lead: int = LEAD_SENTENCES  # the last sentence that opens the article, headings left aside
    title: str = ""
    read_to: int | None = None  # the end of what is read of a text that is too long
    frames: Frames = field(default_factory=Frames)

    @cached_property
    def votes(self) -> dict[str, float]:
        """ISO2 to the share of the article's votes; where it names no country those of the groups that it names."""
        found = country_votes(self.text[: self.read_to], self.knowledge.gazetteer, title=self.title)
        return found or self._countries_of_groups()

    @cached_property
    def large_places(self) -> tuple[tuple[float, float], ...]:
        """The points (latitude, longitude) of the article's large places that no namesake rivals."""
        return clear_points(self.text[: self.read_to], self.knowledge.gazetteer, counties=False)

    @cached_property
    def label_sites(self) -> dict[int, Site]:
        """The places that the labels of paragraphs give to their sentences."""
        return places_of_labels(self.text, self.frames, self._places)

    def one_frame(self, one: int, two: int) -> bool:
        """Whether two sentences stand under one label, or under none."""
        return self.label_sites.get(one) == self.label_sites.get(two)

    @cached_property
    def sent_from(self) -> Site | None:
        """The place that the article reports from, by its opening label."""
        return place_of_opening(self.text, self.frames, self._places)

    def is_quoted(self, number: int) -> bool:
        """Whether a sentence stands within a quotation that began before it, or opens with one."""
        start = self.frames.sentences[number][0]
        before = self.text[max(self.text.rfind("\n", 0, start), start - _LONGEST_QUOTE, 0) : start + 1]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def says_here(self, number: int) -> bool:
        """Whether a sentence tells of where its writer is, outside quotes: "exploded near a market here on Friday"."""
        plain = _QUOTED.sub("", self.text[slice(*self.frames.sentences[number])])
        words = split_words(plain, 0, len(plain))
        return not grammar().here_words.isdisjoint(words) or _IN_THIS_TOWN.search(plain) is not None

    def _places(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        return find_places(self.text, start, end, gazetteer=self.knowledge.gazetteer, country_votes=self.votes)

    def _countries_of_groups(self) -> dict[str, float]:
        """Votes by armed groups: "FMLN" for El Salvador."""
        actors = self.knowledge.actors
        words = normalise(self.text[: self.read_to])
        named = actors.groups.scan(*words, capitals=self.text.isupper())
        found = [entries[0].value for *_, entries in named if len(entries) == 1]
        homes = Counter(group.countries[0] for group in found if len(group.countries) == 1)
        ranked = sorted(homes.items(), key=lambda item: (-item[1], item[0]))
        return {actors.iso2[code]: n / homes.total() for code, n in ranked if code in actors.iso2}

    def _countries_of_places(self) -> dict[str, float]:
        """How often places of each country are named: "Beledweyne" for Somalia."""
        end = len(self.text) if self.read_to is None else self.read_to
        found = (mention.place for mention in self._places(0, end))
        return dict(Counter(place.country for place in found if place is not None))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """ISO3 of the countries with votes, most votes first; where none has one, those of the places named."""
        votes = self.votes or self._countries_of_places()
        ordered = sorted(votes, key=lambda code: (-votes[code], code))
        return tuple(self.knowledge.iso3[code] for code in ordered if code in self.knowledge.iso3)

    @property
    def year(self) -> int | None:
        """The year of publication, in which groups that are named must exist."""
        return self.published.year if self.published else None

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        return self.knowledge.codebook

    @cached_property
    def armed_groups(self) -> tuple[tuple[int, int, Group], ...]:
        """The armed groups that the text names, in its order, each with the characters of its name."""
        armed = self.codebook.actors.classes.armed
        matches = list(WORD.finditer(self.text))
        surface = [bare_word(match.group()) for match in matches]
        lower = [word.lower() for word in surface]
        found = self.knowledge.actors.groups.scan(lower, surface, capitals=self.text.isupper())
        named = (
            (matches[first].start(), matches[last - 1].end(), choose_named([e.value for e in entries], self.countries))
            for first, last, entries in found
        )
        return tuple((a, b, group) for a, b, group in named if group is not None and group.category in armed)


def make_knowledge(codebook: Codebook, gazetteer: Gazetteer) -> Knowledge:
    """Bundle codebook and gazetteer; the lexicons compile on first use."""
    compile_actors(codebook)
    return Knowledge(codebook, gazetteer)
