"""The tokenizer of the pipeline: spaCy's for English, with the habits of the treebanks.

The treebanks keep a prefix with its word ("anti-government", "ex-soldiers", "re-opened"),
a full stop with its abbreviation ("No. 5", "Lt. Col."), marks of a kind together ("?!", "****")
and telephone numbers; they cut a name from its number ("AK-47" is three words).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer


def _words(text: str) -> list[str]:
    return text.split()


PREFIXES = _words(
    "anti pro non re un co ex pre post multi inter mid semi sub ultra counter intra trans neo e quasi mini micro macro "
    "infra pan extra over under mis cross"
)
ABBREVIATIONS = _words(
    "No. Nos. Lt. Ft. Col. Capt. Sgt. Maj. Brig. Cpl. Pvt. Cmdr. Insp. Supt. Hon. Ave. Blvd. Sat. Sun. Mon. Tue. "
    "Tues. Wed. Thu. Thur. Thurs. Fri. vs. approx. dept. Dept. Govt. govt. Ont. Univ. ca. pp. Ph. Est. est. Vol. vol. "
    "al."
)
_HYPHEN_START = r"(?<=["
_WHOLE = r"(?:([=*_<>$~#-])\1+|(?:\d{3}-)?\d{3}-\d{4})\Z"


def make_tokenizer(nlp: Language) -> Tokenizer:
    """A tokenizer for an English pipeline; its rules are saved with the pipeline."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    kept = "".join(f"(?<!\\b[{prefix[0].upper()}{prefix[0]}]{prefix[1:]})" for prefix in PREFIXES)
    infixes = [
        kept + pattern if "(?:-|" in pattern and pattern.startswith(_HYPHEN_START) else pattern
        for pattern in defaults.infixes or []
    ]
    if infixes == list(defaults.infixes or []):
        raise ValueError("no infix rule for hyphens was found in spaCy's English defaults; mend tokens.py")
    infixes.append(kept + r"(?<=[A-Za-z])-(?=\d)")
    marks = [r"[!?][!?.]+", r"\.[!?][!?.]*"]
    tokenizer = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex([*marks, *(defaults.suffixes or [])]).search
    tokenizer.prefix_search = compile_prefix_regex([r"[!?]{2,}", *(defaults.prefixes or [])]).search
    tokenizer.token_match = re.compile(_WHOLE).match
    # spaCy reads these as "we'd" and "I'd" without their apostrophes.
    tokenizer.rules = {word: rule for word, rule in tokenizer.rules.items() if word not in ("wed", "Wed", "id", "Id")}
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    tokenizer.add_special_case("and/or", [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}])
    return tokenizer
