"""An event in the making."""

from dataclasses import dataclass, field

from eventbook.coder.events.records import Figure, Happening
from eventbook.coder.events.siting import Site
from eventbook.coder.events.timing import Day

_RAMPANT = frozenset({"damage", "fire", "looting", "throwing"})


@dataclass(slots=True)
class Draft:
    """An event in the making: its happenings, and the day and place that they gave."""

    happenings: list[Happening] = field(default_factory=list)
    retold: list[Happening] = field(default_factory=list)  # told again without a day: only fills gaps
    day: Day | None = None
    site: Site | None = None
    own_day: bool = False
    share: int = 1  # over how many rows a total is to be split
    part: int = 0  # which of these rows this is
    toll: Figure | None = None  # the deaths that the text gives for this place alone

    @property
    def features(self) -> frozenset[str]:
        """All features of the happenings that tell it."""
        return frozenset(f for h in self.happenings if not h.secondary or len(self.happenings) == 1 for f in h.features)

    @property
    def told(self) -> list[Happening]:
        """The happenings that tell it, without those only named beside; what a crowd was dispersed for tells of it
        ("fired tear gas after they hurled stones")."""
        broken_up = bool(self.features & {"dispersal", "gathering"})
        own = [h for h in self.happenings if not h.secondary or (broken_up and "throwing" in h.features)]
        return own or self.happenings

    @property
    def out_of_march(self) -> bool:
        """Whether a crowd destroys after a demonstration that is told beside it: "burned cars after a march"."""
        rampant = any(h.features & _RAMPANT and "crowd" in h.marked for h in self.told)
        return rampant and any("gathering" in h.features for h in self.happenings)

    @property
    def sentence(self) -> int:
        """The first sentence that tells it."""
        return self.happenings[0].sentence
