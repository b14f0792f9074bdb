"""Which happening may make an event of its own: what has a day, opens the article, or follows closely on dated news."""

from collections.abc import Sequence

from eventbook.coder.events.kinship import CLAIM, RETELLING
from eventbook.coder.events.records import Happening

NEAR = 2  # sentences between dated news and what follows on it


def can_stand(
    happening: Happening,
    before: Sequence[int],
    *,
    dated: bool,
    placed: bool,
    one_day: bool,
    led: bool,
    opening: tuple[int, int],
) -> bool:
    """Whether a happening may make an event: it has a day, opens the article, or follows closely on dated news.

    `before`: the sentences that last told of each dated event; `one_day`: the article names a single day; `led`:
    the sentence before names the day; `opening`: the first and last of the sentences that open the article.
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
    near = any(0 <= happening.sentence - number <= NEAR for number in before)
    return near and placed and happening.tense in ("past", "perfect")


def _names_known_offensive(happening: Happening) -> bool:
    """Whether it only names an offensive of which the reader knows: "since the offensive began on 11 November".

    So does a clause beside another matter that names no place below the country: "since they launched an offensive".
    """
    nouns = all(act.part == "noun" for act in happening.acts)
    aside = happening.beside and happening.countries and not (happening.places or happening.patients)
    return "offensive" in happening.features and (bool(aside) or (happening.again and nouns))
