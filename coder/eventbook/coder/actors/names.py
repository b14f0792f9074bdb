"""The names of groups, communities, nations and roles that a sentence or a noun phrase holds."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.model_sides import Community, Group
from eventbook.coder.actors.communities import joins
from eventbook.coder.actors.lexicon import ActorLexicon, Entry, Role, normalise
from eventbook.coder.clauses.words import grammar
from eventbook.coder.parsing.lemmas import is_common_word
from eventbook.coder.parsing.records import Parse

YEARS_ASIDE = 2  # before a group is founded and after it ends, in which its name may still be read
UNARMED_GROUPS = frozenset({"party", "union", "movement", "community"})

C = TypeVar("C", Group, Community)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SentenceNames:
    """All names found in one sentence as (first token, past last token, entries)."""

    groups: tuple[tuple[int, int, list[Entry[Group]]], ...]
    communities: tuple[tuple[int, int, list[Entry[Community]]], ...]
    roles: tuple[tuple[int, int, list[Entry[Role]]], ...]
    nations: tuple[tuple[int, int, list[Entry[str]]], ...]
    peoples: tuple[tuple[int, int, list[Entry[str]]], ...]
    places: Container[int] = frozenset()  # the words inside names of places
    capitals: bool = False  # whether the sentence is written in capitals

    def held(self) -> frozenset[int]:
        """The words inside names of groups, nations and peoples, and inside role words ("hooded youths")."""
        spans = (span[:2] for found in (self.groups, self.nations, self.peoples, self.roles) for span in found)
        return frozenset(index for first, last in spans for index in range(first, last))


def scan_names(parse: Parse, lexicon: ActorLexicon, *, year: int | None = None) -> SentenceNames:
    """Scan the tokens of a sentence for every kind of name but those of places.

    Of groups that share a name, and of those named by plain words ("Serb forces"), only those of `year` are found.
    """
    words: list[str] = []
    surface: list[str] = []
    at: list[int] = []
    capitals = not any(token.text != token.text.upper() for token in parse.tokens)
    for token in parse.tokens:
        lower, written = _joined(token.text)
        if lower and token.tag != "POS":  # "Lord's" is one word of a name
            words.append(lower)
            surface.append(lower if capitals and is_common_word(lower) else written)  # "A CAR BOMB" is of no country
            at.append(token.index)

    def spans(found: list[tuple[int, int, list[Entry[T]]]]) -> tuple[tuple[int, int, list[Entry[T]]], ...]:
        # "Al-Qaeda-linked fighters", "a home-made bomb": what stands before a hyphen is not who acts
        placed = ((at[first], at[last - 1] + 1, entries) for first, last, entries in found)
        return tuple(name for name in placed if not _is_hyphened(parse, name[1]))

    groups = lexicon.groups.scan(words, surface, capitals=capitals)
    of_year = ((first, last, _of_year(found, surface[first:last], year)) for first, last, found in groups)
    return SentenceNames(
        spans([name for name in of_year if name[2]]),
        spans(lexicon.communities.scan(words, surface)),
        spans(lexicon.roles.scan(words, surface)),
        spans(lexicon.nations.scan(words, surface)),
        spans(lexicon.peoples.scan(words, surface)),
        capitals=capitals,
    )


def _of_year(found: list[Entry[Group]], surface: Sequence[str], year: int | None) -> list[Entry[Group]]:
    """The groups of a name that exist in a year; a proper name that only one has is its in every year."""
    living = [entry for entry in found if year is None or _lives(entry.value, year)]
    living = [entry for entry in living if year is not None and _lives(entry.value, year, aside=0)] or living
    return living or (found if _is_one(found) and _is_proper(surface) else [])


def _is_one(found: Sequence[Entry[Group]]) -> bool:
    """Whether all are one group: it has several entries where its spellings read alike ("Boko Haram", "Boko-Haram")."""
    return len({entry.value.name for entry in found}) == 1


def _is_proper(surface: Sequence[str]) -> bool:
    """Whether words are a proper name, and none of them plain: "Islamic State in the Sahara", not "Serb forces"."""
    return not any(word.islower() and len(word) > len("from") for word in surface)


def _lives(group: Group, year: int, *, aside: int = YEARS_ASIDE) -> bool:
    """Whether a group exists in a year, or nearly: its remains are told of later, its roots before."""
    first, last = group.years
    return (first is None or first - aside <= year) and (last is None or year <= last + aside)


def _is_hyphened(parse: Parse, past: int) -> bool:
    """Whether a hyphen follows a name, and not to say whose something is: "Muslim-owned shops"."""
    if past >= len(parse.tokens) or parse.tokens[past].text != "-":
        return False
    return past + 1 == len(parse.tokens) or parse.tokens[past + 1].text.lower() not in grammar().owning_words


@lru_cache(maxsize=16384)
def _joined(word: str) -> tuple[str, str]:
    """A token as one normalised word, lower-cased and as written; empty for marks."""
    lower, written = normalise(word)
    return "".join(lower), "".join(written)


class PhraseNames:
    """The names inside a range of tokens."""

    def __init__(self, low: int, high: int, names: SentenceNames, more: tuple[tuple[int, int], ...] = ()) -> None:
        self.ranges = ((low, high), *more)
        self.names = names

    def widen(self, low: int, high: int) -> "PhraseNames":
        first, *rest = self.ranges
        return PhraseNames(*first, self.names, (*rest, (low, high + 1)))

    def _within(self, first: int, last: int) -> bool:
        return any(low <= first and last <= high for low, high in self.ranges)

    def role_of(self, index: int, parse: Parse, codebook: Codebook) -> Role | None:
        """The role word that holds the head, else one that ends just before it ("police patrol vehicle").

        Troops are of those who stand right before them: "rebel troops", "a guerrilla commando".
        """
        low, high = self.ranges[0]
        spans = [(first, last, entries[0].value) for first, last, entries in self.names.roles]
        before = [(first, role) for first, last, role in spans if low <= first and last <= min(index, high)]
        held = next((role for first, last, role in spans if first <= index < last), None)
        named = held or (before[-1][1] if before else None)
        owners = (role for first, role in before if not _is_against(parse, first))
        return next((role for role in owners if _are_of(named, role, codebook)), named)

    def group(self, countries: Sequence[str]) -> Group | None:
        for first, _, entries in self.names.groups:
            if not self._within(first, first + 1):  # its end may hang elsewhere: "Islamic State in the Greater Sahara"
                continue
            chosen = choose_named([entry.value for entry in entries], countries)
            if chosen is None and not self.names.capitals:  # "LA LINEA" is a hamlet in Colombia
                chosen = _far_from_home(entries)
            if chosen is not None:
                return chosen
        return None

    def group_is_head(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.names.groups)

    def group_ends_at(self, index: int) -> bool:
        """Whether a group's name stands right before a word."""
        return any(last == index for _, last, _ in self.names.groups)

    def communities(self, parse: Parse, countries: Sequence[str]) -> list[Community]:
        named: list[list[Entry[Community]]] = []
        end = -1
        groups = [range(first, last) for first, last, _ in self.names.groups]
        for first, last, entries in self.names.communities:
            behind = parse.tokens[last].text.lower() if last < len(parse.tokens) else ""
            if behind in grammar().party_words or any(first in group and last <= group.stop for group in groups):
                continue  # "Christian Democratic party", "the Muslim Brotherhood"
            joined = named and joins(parse, end, first)  # "clansmen of the Habar Gedir and the Marehan"
            if self._within(first, last) or joined:
                named.append(entries)
                end = last
        chosen = (choose_named([entry.value for entry in entries], countries) for entries in named)
        return [community for community in chosen if community is not None]

    def nations(self, index: int) -> tuple[str, ...]:
        """The nations that a phrase names, each once; "Bosnian Serb" troops are of the first."""
        found: list[str] = []
        low, high = self.ranges[0]
        end = -1
        for first, last, entries in (*self.names.peoples, *self.names.nations):
            if low <= first and last <= high and entries[0].value not in found and first != end:
                found.append(entries[0].value)
                end = last
        return tuple(found)

    def nation_is_head(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.names.nations)

    def people_is_head(self, index: int) -> bool:
        return any(first <= index < last for first, last, _ in self.names.peoples)


def _are_of(troops: Role | None, owner: Role, codebook: Codebook) -> bool:
    """Whether a role word of a state's forces stands behind one of armed people who are not the state's."""
    if troops is None:
        return False
    classes, templates = codebook.actors.classes, codebook.actors.templates
    return templates[troops.side].category in classes.state and templates[owner.side].category in classes.non_state


def _is_against(parse: Parse, index: int) -> bool:
    """Whether a word is what others are against: "anti-guerrilla troops"."""
    return index > 0 and parse.tokens[index - 1].text == "-"


def _far_from_home(entries: Sequence[Entry[Group]]) -> Group | None:
    """The armed group of a proper name that only one has, where the article never names its country: "the FARC" in
    Havana, not "separatist rebels"."""
    armed = [e for e in entries if e.value.category not in UNARMED_GROUPS and e.value.state is None]
    proper = _is_one(armed) and armed[0].surface is not None and _is_proper(armed[0].surface)
    return armed[0].value if proper else None


def choose_named(values: list[C], countries: Sequence[str]) -> C | None:
    """Among groups of one name, the one that acts in the country the article speaks of most; None if none does."""
    for country in countries:
        for value in values:
            if country in value.countries:
                return value
    if not countries and len(values) == 1:
        return values[0]  # "border guards" are of many countries
    return next((value for value in values if not value.countries), None)
