"""The slips of a parse that readers would stumble over, mended one sort after the other."""

from eventbook.coder.clauses.day_after import mend_day_after
from eventbook.coder.clauses.deeds import mend_deeds
from eventbook.coder.clauses.included import mend_included
from eventbook.coder.clauses.joints import mend_joints
from eventbook.coder.clauses.openings import mend_openings
from eventbook.coder.clauses.reduced import mend_reduced
from eventbook.coder.clauses.relatives import mend_relatives
from eventbook.coder.clauses.targets import mend_targets
from eventbook.coder.clauses.tellers import part_tellers
from eventbook.coder.parsing.records import Parse

_IN_ORDER = (
    mend_relatives,
    mend_reduced,
    mend_day_after,
    mend_deeds,
    mend_joints,
    mend_included,
    mend_openings,
    mend_targets,
)


def mend(parse: Parse, saying: frozenset[str]) -> Parse:
    """The parse with its slips mended; `saying` are the lemmas of verbs of saying."""
    parse = part_tellers(parse, saying)
    for mend_sort in _IN_ORDER:
        parse = mend_sort(parse)
    return parse
