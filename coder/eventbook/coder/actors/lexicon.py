"""The codebook's groups, communities and role words, and the language's nations, compiled for matching."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.language_layer import load_language, load_nations
from eventbook.codebook.model_sides import Community, Group, RoleWords
from eventbook.coder.acts.finding import WORD
from eventbook.coder.acts.forms import noun_forms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Role:
    """What a role word says: the template of the side, of the associate, and of such people when harmed, when they
    use arms, where they are of a community, and where they face a crowd."""

    side: str
    associate: str | None
    when_harmed: str | None = None
    when_armed: str | None = None
    of_community: str | None = None
    before_crowds: str | None = None
    before_inmates: str | None = None


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A name as a sequence of lower-cased words; `surface` where the case of the text must agree."""

    words: tuple[str, ...]
    value: T
    surface: tuple[str, ...] | None = None


class Names(Generic[T]):
    """Names by their first two words, or by their only one, the longest first: a hundred begin with "military"."""

    def __init__(self, entries: Iterable[Entry[T]]) -> None:
        table: dict[tuple[str, ...], list[Entry[T]]] = {}
        for entry in entries:
            if entry.words:
                table.setdefault(entry.words[:2], []).append(entry)
        self._table = {key: sorted(value, key=lambda e: -len(e.words)) for key, value in table.items()}
        self._firsts = frozenset(key[0] for key in table)

    def match(
        self, words: Sequence[str], at: int, surface: Sequence[str], *, capitals: bool = False
    ) -> list[Entry[T]]:
        """The longest entries that begin at a word; several where one name belongs to several things.

        In `capitals` a name of several words may be written so.
        """
        best: list[Entry[T]] = []
        for entry in self._table.get(tuple(words[at : at + 2]), ()):
            size = len(entry.words)
            if best and size < len(best[0].words):
                break
            written = (capitals and size > 1) or _is_written(entry, surface, at)
            if written and tuple(words[at : at + size]) == entry.words:
                best.append(entry)
        return best or [entry for entry in self._table.get((words[at],), ()) if _is_written(entry, surface, at)]

    def scan(
        self, words: Sequence[str], surface: Sequence[str], *, capitals: bool = False
    ) -> list[tuple[int, int, list[Entry[T]]]]:
        """All names in a sequence of words as (first, past last, entries), left to right, not overlapping."""
        found: list[tuple[int, int, list[Entry[T]]]] = []
        if self._firsts.isdisjoint(words):
            return found
        past = 0
        for at, word in enumerate(words):
            if at >= past and word in self._firsts and (
                entries := self.match(words, at, surface, capitals=capitals)
            ):
                past = at + len(entries[0].words)
                found.append((at, past, entries))
        return found


def _is_written(entry: Entry[T], surface: Sequence[str], at: int) -> bool:
    """Whether a name is written as it must be."""
    return entry.surface is None or tuple(surface[at : at + len(entry.words)]) == entry.surface


@dataclass(frozen=True)
class ActorLexicon:
    """Everything that recognises sides."""

    groups: Names[Group]
    communities: Names[Community]
    roles: Names[Role]
    nations: Names[str]  # names of countries and capitals to ISO3
    peoples: Names[str]  # demonyms to ISO3
    iso2: Mapping[str, str]  # ISO3 to ISO2


def normalise(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, lower-cased and as written; hyphens, dots and genitives fall away."""
    plain = text.replace(".", "") if _dotted(text) else text
    surface = [bare_word(match.group()) for match in WORD.finditer(plain)]
    return [word.lower() for word in surface], surface


def _dotted(text: str) -> bool:
    return bool(re.search(r"\b(?:[A-Za-z]\.){2,}", text))


def bare_word(word: str) -> str:
    """A word without its genitive."""
    if word.isalnum():  # nearly all
        return word
    return re.sub(r"['’]s?$", "", word).replace("’", "'")


@lru_cache(maxsize=8)
def _compile(hash_: str, codebook_box: "_Box") -> ActorLexicon:
    codebook = codebook_box.codebook
    language = load_language(codebook.head.language)
    nouns, things = language.irregular.nouns, {word for words in language.objects.objects.values() for word in words}
    nations = load_nations(codebook.head.language)
    return ActorLexicon(
        groups=Names(_group_entries(codebook.groups)),
        communities=Names(_entry(form, c, exact=True) for c in codebook.communities for form in c.forms),
        roles=Names(
            Entry(tuple(normalise(form)[0]), _role(role))
            for role in codebook.actors.role_words
            for word in role.words
            for form in sorted(noun_forms(word, nouns))
        ),
        nations=Names(
            _entry(name, nation.iso3, exact=True)
            for nation in nations
            for name in (nation.name, *nation.names, *((nation.capital,) if nation.capital else ()), *nation.metonyms)
        ),
        peoples=Names(
            _entry(form, nation.iso3, written=people.lower() in things)  # "power poles"
            for nation in nations
            for people in nation.people
            for form in sorted({people, people + "s"})
        ),
        iso2={nation.iso3: nation.iso2 for nation in nations},
    )


class _Box:
    """A codebook as a hashable key of the cache: equal where its hash is."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    def __hash__(self) -> int:
        return hash(self.codebook.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Box) and other.codebook.hash == self.codebook.hash


def compile_actors(codebook: Codebook) -> ActorLexicon:
    """The compiled lexicon of a codebook, cached by the codebook's hash."""
    return _compile(codebook.hash, _Box(codebook))


def _role(line: RoleWords) -> Role:
    return Role(
        line.side,
        line.associate,
        line.when_harmed,
        line.when_armed,
        line.of_community,
        line.before_crowds,
        line.before_inmates,
    )


def _entry(name: str, value: T, *, exact: bool = False, written: bool = False) -> Entry[T]:
    """A name; `exact`: if short, it is read only as it is written, `written`: of any length."""
    words, surface = normalise(name)
    short = exact and len(name.replace(".", "")) <= 4  # "US", "Mon", "Han" are words in lower case
    return Entry(tuple(words), value, tuple(surface) if short or written else None)


def _group_entries(groups: Iterable[Group]) -> Iterable[Entry[Group]]:
    for group in groups:
        full = group.name.partition(": ")
        names = {group.name, *group.aliases} if not full[2] else {full[0], full[2], *group.aliases}
        for name in sorted(names):
            words, surface = normalise(name)
            # "communist rebels" may begin a sentence
            strict = group.case_sensitive and not name.islower()
            strict = strict or (len(words) == 1 and name.isupper() and len(name) <= 5)
            yield Entry(tuple(words), group, tuple(surface) if strict else None)
