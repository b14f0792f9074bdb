"""The records of actors.yaml and groups/: categories, templates, role words, known groups and communities."""

from typing import Literal

from pydantic import Field

from eventbook.codebook.model import ID, Record


class Category(Record):
    """A category of sides with its code."""

    id: str = Field(pattern=ID)
    label: str
    code: int = Field(ge=0, le=99)


class Template(Record):
    """How an unnamed side is called; `{country}` and `{community}` are filled in."""

    name: str
    category: str
    when_attacking: str | None = None  # the template that stands for it where it uses force


class RoleWords(Record):
    """Words for people that tell a side or the identity of a side."""

    side: str
    words: tuple[str, ...]
    associate: str | None = None
    when_harmed: str | None = None  # the template where such people suffer the act
    when_armed: str | None = None  # the template where such people use arms
    of_community: str | None = None  # the template where they are of a community
    before_crowds: str | None = None  # the template where such people face a demonstration or a riot
    before_inmates: str | None = None  # the template where such people face prisoners


class Classes(Record):
    """Classes of categories that conditions and rules speak of."""

    armed: tuple[str, ...]
    state: tuple[str, ...]
    crowd: tuple[str, ...] = ()  # categories of people who gather
    unarmed: str  # the category of people who do not fight
    people: str  # the template of people of whom no more is known
    nation: str | None = None  # the template that a country's bare name stands for
    armed_community: str | None = None  # the template of people of a community who use force
    unnamed_community: str | None = None  # the template of both sides of "ethnic clashes"
    armed_party: str | None = None  # the template whose category people of a party have who use arms
    brawlers: str | None = None  # the template of people who fight one another
    inmates: str | None = None  # the associate of people who are held in a prison
    suspects: tuple[str, ...] = ()  # templates of unnamed gunmen; unarmed in the hands of a crowd
    foreign_state: str | None = None

    @property
    def states(self) -> frozenset[str]:
        """Categories of states' forces, at home and abroad."""
        return frozenset(self.state) | ({self.foreign_state} if self.foreign_state else set())

    @property
    def non_state(self) -> frozenset[str]:
        """Categories of armed people who are no state's: rebels, militias, gangs."""
        return frozenset(self.armed) - self.states


class Actors(Record):
    """actors.yaml."""

    categories: tuple[Category, ...]
    classes: Classes
    templates: dict[str, Template]
    role_words: tuple[RoleWords, ...]


class Group(Record):
    """A known group (groups/*.yaml)."""

    name: str
    category: str
    countries: tuple[str, ...] = ()
    years: tuple[int | None, int | None] = (None, None)
    aliases: tuple[str, ...] = ()
    case_sensitive: bool = False
    state: str | None = None
    force: str | None = None  # the template that stands before the name of a state's force
    allied: bool = False  # fights on the government's side: "the militants" are others


class Community(Record):
    """An ethnic, religious or clan community."""

    name: str
    forms: tuple[str, ...]
    kind: Literal["ethnic", "religious", "clan"]
    countries: tuple[str, ...] = ()
    militia: bool = True  # whether its armed men are a militia of their own, not rebels or soldiers
