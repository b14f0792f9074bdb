"""How far a day that was told holds for what is told after it without one."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventbook.coder.events.context import Scene
from eventbook.coder.events.frames import opens_paragraph
from eventbook.coder.events.records import Happening
from eventbook.coder.events.standing import FAR, is_carried
from eventbook.coder.events.timing import DAY_OF_STATEMENT, Day

NEAR_SENTENCES = 3  # how far a day holds for what is told after it
_LONG_BEFORE = 2  # days


@dataclass(slots=True)
class ToldDays:
    """The days told so far, in the order of the text."""

    first: Day | None = None  # of the news: not a day on which only something was said
    last: Day | None = None
    at: int = 0  # the sentence that told the last

    def note(self, days: Sequence[Day], sentence: int) -> None:
        """A sentence tells these days."""
        self.last, self.at = days[-1], sentence
        if self.first is None and days[0].rule != DAY_OF_STATEMENT:
            self.first = days[0]

    def day_for(self, happening: Happening, scene: Scene) -> Day | None:
        """The day that holds for a happening without one: that told shortly before it.

        Behind a paragraph that goes far back it is that of the news again; "the night before" still holds.
        """
        reach = FAR if is_carried(happening) else NEAR_SENTENCES
        number = happening.sentence
        if self.last is None or number - self.at > reach or not scene.one_frame(self.at, number):
            return None
        back = self.first is not None and (self.first.date - self.last.date).days >= _LONG_BEFORE
        sentences = scene.frames.sentences
        if back and any(opens_paragraph(scene.text, sentences, n) for n in range(self.at + 1, number + 1)):
            return self.first
        return self.last
