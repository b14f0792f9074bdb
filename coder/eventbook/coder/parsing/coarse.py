"""Universal parts of speech from Penn tags and relations."""

_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "CD": "NUM",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON",
    "PDT": "DET", "RP": "ADP", "CC": "CCONJ", "UH": "INTJ", "POS": "PART",
    "SYM": "SYM", "$": "SYM", "#": "SYM", "FW": "X", "GW": "X", "XX": "X", "ADD": "X", "LS": "X",
    ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT",
    "-RRB-": "PUNCT", "HYPH": "PUNCT", "NFP": "PUNCT", "_SP": "SPACE",
}  # fmt: skip
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_DETERMINES = frozenset({"det", "det:predet"})
_NEGATIONS = frozenset({"not", "n't", "n’t"})


def part_of_speech(tag: str, dep: str, lower: str) -> str:
    """The Universal part of speech of a word, or an empty string for an unknown tag.

    Penn tags do not tell auxiliaries from verbs, "that" the pronoun from "that" the
    determiner, or prepositions from conjunctions: the relation does.
    """
    if tag.startswith("VB"):
        return "AUX" if dep in _AUXILIARY else "VERB"
    if tag in ("DT", "WDT"):
        return "DET" if dep in _DETERMINES else "PRON"
    if tag == "IN":
        return "SCONJ" if dep == "mark" else "ADP"
    if tag == "TO":
        return "PART" if dep == "mark" else "ADP"
    if tag == "RB" and lower in _NEGATIONS:
        return "PART"
    return _BY_TAG.get(tag, "")
