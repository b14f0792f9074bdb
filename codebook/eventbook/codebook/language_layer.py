"""The language layer: what words mean, whatever the codebook; one folder a language, shared by all codebooks."""

from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from eventbook.codebook.errors import CodebookError, Problem
from eventbook.codebook.loading import LANGUAGES
from eventbook.codebook.model import Record
from eventbook.codebook.yaml_reading import find_line, read_yaml

ActObject = Literal["person", "place", "settlement", "weapon", "arms", "forces", "property"]
ObjectKind = Literal["place", "settlement", "weapon", "arms", "forces", "property", "belongings"]


class Act(Record):
    """Something that is done, with its features and the words that tell of it."""

    act: str
    features: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    object: tuple[ActObject, ...] = ()
    weak: bool = False


class Irregular(Record):
    """Forms that the rules of spelling do not give, by base form."""

    verbs: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]


class Background(Record):
    """Words around an act that make it no event, by reason."""

    future: dict[str, tuple[str, ...]]
    hypothesis: dict[str, tuple[str, ...]]
    denied: dict[str, tuple[str, ...]]
    habit: dict[str, tuple[str, ...]]
    history: dict[str, tuple[str, ...]]
    legal: dict[str, tuple[str, ...]]
    condition: dict[str, tuple[str, ...]]
    test: dict[str, tuple[str, ...]]
    crime: dict[str, tuple[str, ...]]
    accident: dict[str, tuple[str, ...]]
    festive: dict[str, tuple[str, ...]]
    dateline_words: dict[str, tuple[str, ...]]
    metaphor: dict[str, Any]


class Topics(Record):
    """What articles without events are about: words of each topic, and how many different ones tell it.

    `unarmed` are topics of which only what armed people and crowds do counts, each with how many words tell that;
    `watched` those whose crowds come to look on;
    `deeds` are words of what is coded, which outweigh as many of a topic.
    """

    fewest_words: int
    unarmed: dict[str, int]
    watched: frozenset[str]
    deeds: tuple[str, ...]
    topics: dict[str, tuple[str, ...]]


class Nation(Record):
    """A country or territory as the language names it: other names, the people, the capital, metonyms."""

    iso2: str
    iso3: str
    numeric: int
    name: str
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()
    de_facto: bool = False


class Objects(Record):
    """What nouns are when an act is done to them, and the verbs of saying."""

    objects: dict[ObjectKind, tuple[str, ...]]
    saying: tuple[str, ...]
    bodies: tuple[str, ...]
    crowd_nouns: tuple[str, ...]
    notable: tuple[str, ...]
    significant: tuple[str, ...]
    mob: tuple[str, ...]


class Grammar(Record):
    """Words that carry the grammar of a clause (grammar.yaml)."""

    light_verbs: frozenset[str]
    suffering_verbs: frozenset[str]
    accusing_verbs: frozenset[str]
    reacting_verbs: frozenset[str]
    occurring_verbs: frozenset[str]
    against_prepositions: frozenset[str]
    blast_prepositions: frozenset[str]
    care_nouns: frozenset[str]
    moving_verbs: frozenset[str]
    spite_words: frozenset[str]
    sequence_verbs: frozenset[str]
    corpse_nouns: frozenset[str]
    list_openings: tuple[str, ...]
    result_verbs: frozenset[str]
    rescue_places: frozenset[str]
    victim_nouns: frozenset[str]
    target_nouns: frozenset[str]
    posting_verbs: frozenset[str]
    wound_nouns: frozenset[str]
    succumbing_verbs: frozenset[str]
    claimed_nouns: frozenset[str]
    burying_verbs: frozenset[str]
    party_words: frozenset[str]
    surfacing_verbs: frozenset[str]
    denying_verbs: frozenset[str]
    belonging_verbs: frozenset[str]
    served_words: frozenset[str]
    owning_words: frozenset[str]
    executing_verbs: frozenset[str]
    body_parts: frozenset[str]
    other_words: frozenset[str]
    calling_verbs: frozenset[str]
    subjecting_verbs: frozenset[str]
    plain_people: frozenset[str]
    parting_verbs: frozenset[str]
    falling_words: frozenset[str]
    part_joints: frozenset[str]
    most_words: frozenset[str]
    patrol_nouns: frozenset[str]
    replying_verbs: frozenset[str]
    unit_nouns: frozenset[str]
    deed_nouns: frozenset[str]
    lasting_verbs: frozenset[str]
    leading_nouns: frozenset[str]
    pursuing_verbs: frozenset[str]
    ending_verbs: frozenset[str]
    confirming_verbs: frozenset[str]
    describing_verbs: frozenset[str]
    placing_verbs: frozenset[str]
    off_duty: tuple[str, ...]
    taking_place_verbs: frozenset[str]
    relative_pronouns: frozenset[str]
    pronouns: frozenset[str]
    collective_nouns: frozenset[str]
    carrier_nouns: frozenset[str]
    not_people: frozenset[str]
    reflexive_pronouns: frozenset[str]
    apart_conjunctions: frozenset[str]
    together_conjunctions: frozenset[str]
    answering_words: frozenset[str]
    reprisal_words: frozenset[str]
    given_things: frozenset[str]
    aiming_verbs: frozenset[str]
    works: frozenset[str]
    mutual_verbs: frozenset[str]
    repelling_particles: frozenset[str]
    toll_nouns: frozenset[str]
    rising_verbs: frozenset[str]
    likening_nouns: frozenset[str]
    news_nouns: frozenset[str]
    naming_verbs: frozenset[str]
    posture_verbs: frozenset[str]
    institutions: tuple[str, ...]
    part_words: frozenset[str]
    military_words: frozenset[str]
    shot_words: frozenset[str]
    uniform_words: frozenset[str]
    wearing_words: frozenset[str]
    armed_looks: frozenset[str]
    using_verbs: frozenset[str]
    sending_verbs: frozenset[str]
    locating_prepositions: frozenset[str]
    rival_words: frozenset[str]
    lair_nouns: frozenset[str]
    camp_nouns: frozenset[str]
    community_nouns: frozenset[str]
    communal_nouns: frozenset[str]
    creeds: frozenset[str]
    group_heads: frozenset[str]
    guiding_joints: frozenset[str]
    apart_openings: tuple[str, ...]
    order_openings: tuple[str, ...]
    part_openings: tuple[str, ...]
    road_joints: frozenset[str]
    road_words: frozenset[str]
    street_words: frozenset[str]
    road_hyphens: frozenset[str]
    here_words: frozenset[str]
    assembling_verbs: frozenset[str]
    month_words: frozenset[str]
    cause_prepositions: frozenset[str]
    landmark_nouns: frozenset[str]
    leaving_verbs: frozenset[str]
    finding_verbs: frozenset[str]
    reaping_verbs: frozenset[str]
    led_nouns: frozenset[str]
    carrying_verbs: frozenset[str]
    hitting_verbs: frozenset[str]
    claiming_verbs: frozenset[str]
    part_nouns: frozenset[str]
    armed_words: frozenset[str]
    losing_verbs: frozenset[str]
    suffered_verbs: frozenset[str]
    people_words: frozenset[str]
    front_names: frozenset[str]
    attempting_verbs: frozenset[str]
    kin_nouns: frozenset[str]
    holding_verbs: frozenset[str]
    close_killing: frozenset[str]
    held_events: frozenset[str]
    rank_words: frozenset[str]
    crowd_killing: frozenset[str]
    taken_for: frozenset[str]
    achieving_words: frozenset[str]
    communal_words: frozenset[str]
    freeing_verbs: frozenset[str]
    hurt_words: frozenset[str]
    harmed_words: frozenset[str]
    be_forms: frozenset[str]
    no_objects: frozenset[str]
    blaming_phrases: tuple[str, ...]
    behind_phrases: tuple[str, ...]
    unblaming_words: frozenset[str]


class Language(Record):
    """One language's acts, features, irregular forms and background words."""

    code: str
    acts: tuple[Act, ...]
    features: dict[str, str]
    irregular: Irregular
    background: Background
    objects: Objects


@cache
def load_language(code: str) -> Language:
    """Load a language layer; raises CodebookError with all problems of its files."""
    if not (LANGUAGES / code).is_dir():
        known = ", ".join(sorted(path.name for path in LANGUAGES.iterdir() if path.is_dir()))
        raise CodebookError(
            [Problem("codebook.yaml", 1, f"language '{code}' is not shipped, expected one of: {known}")]
        )
    return Language.model_construct(
        code=code,
        acts=_read(code, "acts.yaml", dict[str, tuple[Act, ...]])["acts"],
        features=_read(code, "features.yaml", dict[str, dict[str, str]])["features"],
        irregular=_read(code, "irregular.yaml", Irregular),
        background=_read(code, "background.yaml", Background),
        objects=_read(code, "objects.yaml", Objects),
    )


@cache
def load_grammar(code: str) -> Grammar:
    """The words of grammar of the language layer."""
    found: Grammar = _read(code, "grammar.yaml", Grammar)
    return found


@cache
def load_topics(code: str) -> Topics:
    """The topics of the language layer, in the order of the file."""
    found: Topics = _read(code, "topics.yaml", Topics)
    return found


@cache
def load_nations(code: str) -> tuple[Nation, ...]:
    """The countries and territories of the language layer, in the order of the file."""
    nations: tuple[Nation, ...] = _read(code, "countries.yaml", dict[str, tuple[Nation, ...]])["countries"]
    return nations


def _read(code: str, name: str, kind: Any) -> Any:
    path = LANGUAGES / code / name
    data = read_yaml(path, name=f"language/{code}/{name}")
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        raise CodebookError(
            [
                Problem(
                    f"language/{code}/{name}", find_line(path, item["loc"]), f"{item['msg'].lower()}; mend the value"
                )
                for item in error.errors()
            ]
        ) from None
