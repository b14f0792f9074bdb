"""Deeds of another time: a clause with an old date of its own, and totals over a quarter, a year, "on average"."""

from collections.abc import Sequence
from datetime import date

from eventbook.coder.clauses.tree import case_of, is_verb
from eventbook.coder.clauses.words import grammar
from eventbook.coder.dates.records import DateMention
from eventbook.coder.events.attaching import head_token
from eventbook.coder.events.context import Scene
from eventbook.coder.events.phrases import find_phrase
from eventbook.coder.events.records import ActMention
from eventbook.coder.events.timing import window_reason
from eventbook.coder.events.tolls import is_hurt
from eventbook.coder.numbers.lexicon import number_lexicon
from eventbook.coder.parsing.records import Parse, Token

_TOLL = frozenset({"death", "injury", "force"})
_UNTIL = frozenset({"before", "until", "till"})
_RANKED = 8  # words between a superlative and the time that it holds for
_SINCE = 6  # words between "since" and the day of what it is the worst since
_COUNTED_TIMES = 6  # words from "the third time" to "this year"
_SORTS = 3  # of deeds that make a list of sorts
_COUNTED = frozenset({"force", "death", "injury", "abduction", "displacement", "arrest", "gathering"})


def without_later(
    parse: Parse, dates: Sequence[DateMention], group: Sequence[ActMention], scene: Scene
) -> tuple[DateMention, ...]:
    """The dates of a happening; where its own clause tells an old one, those of the clauses around it are left out."""
    dates = _without_end(parse, dates, group, scene)
    own = tuple(mention for mention in dates if _hangs_on(parse, mention, group))
    grave = [act for act in group if "lethal" in act.features]
    deadly = tuple(mention for mention in own if grave and _hangs_on(parse, mention, grave))
    if scene.published and len(own) > len(deadly) and any(is_old(m, scene.published, scene) for m in deadly):
        return deadly  # "families gathered this week: in June 2016 a gunman murdered 49"
    if scene.published is None or not any(is_old(mention, scene.published, scene) for mention in own):
        return tuple(dates)
    return own


def _without_end(
    parse: Parse, dates: Sequence[DateMention], group: Sequence[ActMention], scene: Scene
) -> tuple[DateMention, ...]:
    """The dates without the day on which a wounded person died: "shot on Sunday, he succumbed to his wounds on
    Monday"."""
    hurt = {act.index for act in group if act.part == "noun" and "injury" in act.features}
    ended = [act for act in group if _tells_end(parse, act, hurt) or _was_hurt(parse, act, scene)]
    return tuple(m for m in dates if not any(m.start > act.start and _hangs_on(parse, m, ended) for act in ended))


def _tells_end(parse: Parse, act: ActMention, hurt: set[int]) -> bool:
    """Whether somebody dies of wounds told before: "succumbed", "died of his wounds", and not "of gunshot wounds"."""
    if act.part != "verb" or "force" in act.features or "death" not in act.features:
        return False
    below = parse.children(act.index, "obl", "nmod")
    return parse.tokens[act.index].lemma in grammar().succumbing_verbs or any(
        kid.index in hurt
        and case_of(parse, kid.index) in ("of", "from")
        and parse.child(kid.index, "nmod:poss", "det", "acl:relcl")
        for kid in below
    )


def _is_span_of_deeds(parse: Parse, mention: DateMention) -> bool:
    """Whether a time only tells how long something before it took: "took the town after a week of fighting"."""
    behind = next((token for token in parse.tokens if token.start >= mention.end), None)
    unknown = mention.day is None and mention.first is None and mention.last is None
    return unknown and mention.quote.lower().startswith("after") and behind is not None and behind.text == "of"


def _was_hurt(parse: Parse, act: ActMention, scene: Scene) -> bool:
    """Whether who dies is said to have been hurt: "a soldier wounded on Monday died on Thursday"."""
    subjects = parse.children(act.index, "nsubj") if act.act == "die" else ()
    told = (kid for subject in subjects for kid in parse.children(subject.index, "acl", "acl:relcl"))
    return any(is_hurt(kid.text.lower(), scene) for kid in told)


def _is_counted_time(parse: Parse, token: Token) -> bool:
    """Whether a time tells how often: "the third time this year", "the second such attack in a week"."""
    before = [word.text.lower() for word in parse.tokens[max(0, token.index - _COUNTED_TIMES) : token.index]]
    ordinals = number_lexicon().ordinals
    return any(
        word in ordinals and ("time" in before[n + 1 :] or "such" in before[n + 1 :]) for n, word in enumerate(before)
    )


def is_comparison(parse: Parse, mention: DateMention) -> bool:
    """Whether a time only says how rare a deed is, or what it is like: "the largest protest for ten years", "a replay
    of last May", "for the third time this year"."""
    above = parse.token_at(mention.start)
    if above is not None and (_is_counted_time(parse, above) or _is_span_of_deeds(parse, mention)):
        return True
    if above is not None and any(head.lemma in grammar().likening_nouns for head in parse.ancestors(above.index)):
        return True
    before = [token for token in parse.tokens if token.end <= mention.start]
    since = next((n for n, token in enumerate(reversed(before)) if token.text.lower() == "since"), None)
    if since is not None and since <= _SINCE and not any(is_verb(token) for token in before[len(before) - since :]):
        before = before[: len(before) - since - 1]  # "the deadliest attack since the massacre on June 6"
    elif mention.kind != "duration":
        return False
    return any(token.tag in ("JJS", "RBS") or token.text.lower() == "first" for token in before[-_RANKED:])


def is_bracketed(parse: Parse, mention: DateMention) -> bool:
    """Whether a date stands in brackets, as that of a source does: "claimed 12 lives (Interfax, April 1)"."""
    before = [token.text for token in parse.tokens if token.end <= mention.start]
    return before.count("(") > before.count(")")


def without_toll_days(
    parse: Parse, dates: Sequence[DateMention], group: Sequence[ActMention]
) -> tuple[DateMention, ...]:
    """The dates without the day on which a toll rose: "the dead of the bombing of April 29 rose to four today"."""
    deeds = {act.index for act in group if act.part == "noun" and not act.features <= _TOLL}
    rose = not parse.lemmas.isdisjoint(grammar().rising_verbs)
    if len(dates) < 2 or not deeds or not rose or not any(act.features <= _TOLL for act in group):
        return tuple(dates)
    own = [m for m in dates if (token := head_token(parse, m.start, m.end)) is not None and token.head in deeds]
    return tuple(own or dates)


def rose_on(parse: Parse, mention: DateMention) -> bool:
    """Whether a day is that on which a toll rose: "the death toll from the bombing rose to six on Friday"."""
    token = head_token(parse, mention.start, mention.end)
    if token is None or parse.tokens[token.head].lemma not in grammar().rising_verbs:
        return False
    counts = (kid.lemma for kid in parse.children(token.head, "nsubj"))
    return any(noun in grammar().toll_nouns for noun in counts)


def is_total(
    parse: Parse, dates: Sequence[DateMention], group: Sequence[ActMention], acts: Sequence[ActMention], scene: Scene
) -> bool:
    """Whether a happening is a total over a year or a part of it; `acts` are all acts of the sentence."""
    published = scene.published
    fine = any(mention.day is not None and mention.precision in (1, 2) for mention in dates)
    if (not dates and _are_sorts(parse, group)) or (published and any(_is_since(parse, act) for act in group)):
        return True
    if published is None or fine or not any(act.features & _COUNTED for act in group):
        return False
    if any(m.unit == "year" and m.kind == "absolute" and m.last is not None and m.last < published for m in dates):
        return True  # "107 activists were killed during 2019", told in January
    return _is_over_period(parse, group, acts, scene)


def _are_sorts(parse: Parse, group: Sequence[ActMention]) -> bool:
    """Whether sorts of deeds are listed and none is told: "killings, looting and abductions were attributed to"."""
    sorts = {act.act for act in group}
    nouns = all(act.part == "noun" for act in group)
    plural = any(parse.tokens[act.index].tag == "NNS" for act in group)
    return nouns and plural and len(sorts) >= _SORTS and any(act.features & _COUNTED for act in group)


def _is_since(parse: Parse, act: ActMention) -> bool:
    """Whether it goes on since another event: "800 people have been arrested since the curfew began"."""
    perfect = any(kid.text.lower() in ("has", "have") for kid in parse.children(act.index, "aux"))
    return perfect and any(
        (kid.dep.startswith("advcl") and (mark := parse.child(kid.index, "mark")) and mark.text.lower() == "since")
        or case_of(parse, kid.index) == "since"
        for kid in parse.children(act.index)
    )


def _hangs_on(parse: Parse, mention: DateMention, group: Sequence[ActMention]) -> bool:
    """Whether a date stands directly under an act: "troops massacred civilians in 1937"."""
    token = head_token(parse, mention.start, mention.end)
    if token is None:
        return False
    own = {act.index for act in group}
    above = (head for head in parse.ancestors(token.index) if head.index in own or is_verb(head))
    return next((head.index in own for head in above), False)


def is_old(mention: DateMention, published: date, scene: Scene) -> bool:
    """Whether a date told for itself lies before the reporting window; "since 1990" and "for years" do not count."""
    if mention.kind not in ("absolute", "relative") or mention.last is None:
        return False
    return window_reason(mention.last, published, scene.codebook) == "outside_window"


def ended_long_ago(
    parse: Parse, dates: Sequence[DateMention], group: Sequence[ActMention], scene: Scene
) -> bool:
    """Whether it was over before something old: "cost 9,000 lives before a peace pact was signed in 2002"."""
    published = scene.published
    last = max(act.index for act in group)
    until = next((token for token in parse.tokens[last:] if token.text.lower() in _UNTIL), None)
    if published is None or until is None:
        return False
    behind = [mention for mention in dates if mention.start > until.start]
    own = [mention for mention in dates if mention.start < until.start]
    return not own and any(is_old(mention, published, scene) for mention in behind)


def _is_over_period(
    parse: Parse, group: Sequence[ActMention], acts: Sequence[ActMention], scene: Scene
) -> bool:
    """Whether what is told is a total: "were killed in the first half of the year", "three a day on average"."""
    sentence = scene.text[parse.start : parse.end].lower()
    at = find_phrase(sentence, scene.knowledge.language.background.history["periods"])
    token = parse.token_at(parse.start + at) if at is not None else None
    if token is None:
        return False
    every = {act.index for act in acts}
    above = next((head.index for head in (token, *parse.ancestors(token.index)) if head.index in every), None)
    return any(act.index == above for act in group)
