"""Which happening may make an event of its own: what has a day, opens the article, or follows closely on dated news."""

from collections.abc import Collection, Sequence

from eventbook.coder.events.kinship import CLAIM, RETELLING
from eventbook.coder.events.records import Happening

NEAR = 2  # sentences between dated news and what follows on it
FAR = 8  # sentences for which dated news carries what is told plainly, with its own place
# Deeds so grave that a report tells them as news wherever it comes to them; and what crowds do.
GRAVE = frozenset({"lethal", "death", "abduction", "explosive", "massacre"})
_CARRIED = GRAVE | {"remote", "air", "reciprocal", "gathering", "dispersal", "crowd", "throwing"}


def is_plain(happening: Happening, features: Collection[str]) -> bool:
    """Whether a verb in the past tells for its own sake, without a day, of a deed with one of the features."""
    aside = happening.thin or happening.secondary or happening.beside or happening.answered or happening.dates
    told = happening.tense == "past" and any(act.part != "noun" for act in happening.acts)
    victims = happening.again and all(act.part != "noun" for act in happening.acts)  # "the victims were students"
    return told and not (aside or victims) and not happening.features.isdisjoint(features)


def is_carried(happening: Happening) -> bool:
    """Whether a happening is told so plainly that news some sentences before it lend it their day."""
    return is_plain(happening, _CARRIED)


def can_stand(
    happening: Happening,
    before: Sequence[int],
    *,
    dated: bool,
    placed: bool,
    one_day: bool,
    led: bool,
    quoted: bool,
    opening: tuple[int, int],
) -> bool:
    """Whether a happening may make an event: it has a day, opens the article, or follows closely on dated news.

    `before`: the sentences that last told of each dated event; `one_day`: the article names a single day; `led`:
    the sentence before names the day; `quoted`: somebody is quoted who tells it;
    `opening`: the first and last of the sentences that open the article.
    """
    first, lead = opening
    if happening.thin or _names_known_offensive(happening) or happening.features <= CLAIM | RETELLING:
        return False
    if dated or (happening.fresh and placed):
        return True
    if happening.secondary or happening.tense in ("pluperfect", "present") or happening.sentence < first:
        return False
    if happening.sentence <= lead:
        return True
    if happening.again and happening.tense == "perfect":
        return False
    if (led or (one_day and placed)) and happening.tense == "past":
        return True
    if not placed:
        return False
    back = min((happening.sentence - number for number in before if number <= happening.sentence), default=FAR + 1)
    near = back <= NEAR and happening.tense in ("past", "perfect")
    return near or (back <= FAR and is_carried(happening) and not quoted)


def _names_known_offensive(happening: Happening) -> bool:
    """Whether it only names an offensive of which the reader knows: "since the offensive began on 11 November".

    So does a clause beside another matter that names no place below the country: "since they launched an offensive".
    """
    nouns = all(act.part == "noun" for act in happening.acts)
    aside = happening.beside and happening.countries and not (happening.places or happening.patients)
    return "offensive" in happening.features and (bool(aside) or (happening.again and nouns))
