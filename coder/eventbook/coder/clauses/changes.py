"""What mends of a parse share: words that get another head and relation."""

from dataclasses import replace

from eventbook.coder.parsing.records import Parse, Token

Changes = dict[int, tuple[int, str]]  # by the index of a word its new head and relation


def changed(parse: Parse, changes: Changes) -> Parse:
    """The parse with these heads and relations; the same parse where there are none."""
    if not changes:
        return parse
    tokens = []
    for token in parse.tokens:
        head, dep = changes.get(token.index, (token.head, token.dep))
        tokens.append(replace(token, head=head, dep=dep))
    return Parse(parse.start, parse.end, tuple(tokens))


def subject_of(parse: Parse, verb: Token) -> str:
    """The relation in which a subject stands to a verb, active or passive."""
    return "nsubj:pass" if parse.child(verb.index, "aux:pass") is not None else "nsubj"
