"""Times told from the other side: in "shops were shut on Monday, a day after gunmen struck" they struck on Sunday."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from eventbook.coder.clauses.tree import case_of, is_verb
from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.attaching import governing_verb
from eventbook.coder.events.records import ActMention
from eventbook.coder.parsing.records import Parse


def told_from(
    parse: Parse,
    mention: DateMention,
    group: tuple[ActMention, ...],
    dates: Sequence[DateMention],
    own: Sequence[DateMention],
) -> DateMention:
    """ "It comes a day after troops attacked": counted back from what is told, where the deed stands after "after".

    That is the one other day of the sentence ("shops were shut on Monday, a day after"), else a day told before.
    """
    after = mention.quote.lower().endswith("after") and mention.offset_days is not None
    if not after or any(_stands_before(parse, act, mention) for act in group):
        return mention
    back = -(mention.offset_days or 0)
    named = [other.day for other in dates if other.day is not None and other.precision == 1]
    if len(named) == 1 and named[0] is not None and all(other.day is None for other in own):
        day = named[0] + timedelta(days=back)
        return replace(mention, kind="relative", first=day, last=day, day=day, precision=1, offset_days=None)
    return replace(mention, offset_days=back)


def _stands_before(parse: Parse, act: ActMention, mention: DateMention) -> bool:
    """Whether a deed is told before "a day after", or by a noun of such a clause: not "a day after clashes in X"."""
    if act.part == "noun" and act.start > mention.end and case_of(parse, act.index) == "after":
        return False
    word = parse.tokens[act.index]
    deed = word if act.part == "verb" or is_verb(word) else governing_verb(parse, act.index)
    if deed is None or deed.start < mention.end:
        return True
    time, mark = parse.token_at(mention.start), parse.child(deed.index, "mark")
    if time is None or (mark is not None and mark.text.lower() == "after"):
        return False
    above = any(token.index == deed.index for token in parse.ancestors(time.index))
    behind = parse.tokens[time.index : deed.index]
    return above and any(token.text == "," for token in behind)  # "the day after the vote, people marched"
