"""How kinds of event relate: the same, sub-types of one type, such as coders and reporters confuse, or others."""

from typing import TYPE_CHECKING

from eventbook.codebook.codebook import Codebook

if TYPE_CHECKING:
    import numpy as np

SAME, SAME_TYPE, CONFUSABLE, OTHER = 0, 1, 2, 3


def kind_relations(kinds: tuple[str, ...], codebook: Codebook) -> "np.ndarray":
    """A square of relations between the values of the kind column, with a last row and column for an empty cell.

    An empty cell is confusable with everything; so is a value the codebook does not know, such as a label of
    an earlier codebook whose rows were not coded again.
    """
    import numpy as np

    known = [_of(value, codebook) for value in kinds]
    table = np.full((len(kinds) + 1, len(kinds) + 1), OTHER, dtype=np.int64)
    table[-1, :] = table[:, -1] = CONFUSABLE
    for one, (type_one, names_one, disorder_one) in enumerate(known):
        for two, (type_two, names_two, disorder_two) in enumerate(known):
            if one == two:
                table[one, two] = SAME
            elif type_one is not None and type_one == type_two:
                table[one, two] = SAME_TYPE
            elif type_one is None or type_two is None:
                table[one, two] = CONFUSABLE
            elif codebook.merging.confusable:
                if any(names_one & set(group) and names_two & set(group) for group in codebook.merging.confusable):
                    table[one, two] = CONFUSABLE
            elif disorder_one is not None and disorder_one == disorder_two:
                table[one, two] = CONFUSABLE
    return table


def _of(value: str, codebook: Codebook) -> tuple[str | None, frozenset[str], str | None]:
    """The event type, the ids of type and sub-type, and the disorder type of a cell's value."""
    for kind in codebook.kinds:
        sub, parent = kind.sub_event_type, kind.event_type
        if value in (sub.id, sub.label, str(sub.code)):
            return parent.id, frozenset({sub.id, parent.id}), sub.disorder_type
    for parent in codebook.event_types:
        if value in (parent.id, parent.label):
            return parent.id, frozenset({parent.id}), parent.sub_event_types[0].disorder_type
    return None, frozenset(), None
