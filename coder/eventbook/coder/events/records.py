"""What is known of one happening in one sentence, and of one event over the article."""

from dataclasses import dataclass, field

from eventbook.coder.actors.mentions import ActorMention
from eventbook.coder.dates.records import DateMention
from eventbook.coder.numbers.records import Count, PeopleCount
from eventbook.coder.places.records import PlaceMention

GENERAL = frozenset({"force", "assault", "armed", "lethal", "death", "injury"})  # say nothing of the means
CIRCUMSTANCES = frozenset({"demand", "unopposed"})  # how something was done, and nothing that was done


@dataclass(frozen=True, slots=True)
class ActMention:
    """Words that tell of an act; `index` is the token that heads them, `start`, `end` characters of the article."""

    act: str
    features: frozenset[str]
    part: str
    index: int
    start: int
    end: int
    weak: bool = False
    object: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of deaths that a text gives: `low` to `high`, as the phrase at `start`, `end` says."""

    low: int
    best: int
    high: int
    start: int
    end: int
    rule: str
    total: bool = False  # "the death toll rose to": replaces what was said before
    further: bool = False  # "another died", "his guard was killed as well": adds to what was said before
    attacker: bool = False  # a bomber who blew himself up, told apart from his victims

    @classmethod
    def of(cls, count: Count | PeopleCount, rule: str, *, total: bool = False) -> "Figure":
        """The figure that a count in the text gives, by a rule of ours."""
        return cls(count.low, count.best, count.high, count.start, count.end, rule, total=total)


@dataclass(frozen=True, slots=True)
class Happening:
    """Acts of one sentence that belong together, with their sides, time, place and deaths.

    `secondary`: only named as the cause or the object of something else ("a protest over the killing").
    """

    sentence: int
    acts: tuple[ActMention, ...]
    features: frozenset[str]
    agents: tuple[ActorMention, ...] = ()
    patients: tuple[ActorMention, ...] = ()
    target: frozenset[str] = frozenset()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    marked: frozenset[str] = frozenset()
    crowd: tuple[int, int] | None = None
    crowd_count: int | None = None
    reciprocal: bool = False
    secondary: bool = False
    reported_on: tuple[DateMention, ...] = ()
    countries: tuple[PlaceMention, ...] = ()
    tense: str = "none"  # of the first verb: past, perfect, pluperfect, present, none
    answered: bool = False  # what another deed of the sentence answers: "in revenge for the killing on Monday"
    again: bool = False  # named with an article, as known: "the attack", "this offensive"
    beside: bool = False  # only says when, or in spite of what, something else was: "was there when a bomb went off"
    apart: bool = False  # told as another event than those before: "in a separate incident", "elsewhere"
    by_them: bool = False  # "they" did it: those told of before
    fresh: bool = False  # without a day, in an article that reports no other event

    @property
    def thin(self) -> bool:
        """Whether nothing but a general word tells of it: it can join an event, but not make one."""
        bare = not (self.agents or self.patients or self.figures or (self.dates and self.places))
        if bare and self.features <= GENERAL and all(act.part == "noun" for act in self.acts):
            return True
        if not all(act.weak for act in self.acts) or ("crowd" in self.marked and "assembly" in self.features):
            return False  # "thousands filled the square"
        return len({act.act for act in self.acts}) < 2 or all(act.part == "noun" for act in self.acts)


@dataclass(frozen=True, slots=True)
class Dropped:
    """An act that is no event, and why."""

    start: int
    end: int
    reason: str
    detail: str = ""
    acts: tuple[str, ...] = field(default=())
