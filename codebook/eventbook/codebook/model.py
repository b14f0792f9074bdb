"""The codebook as a person writes it: frozen records that mirror the YAML files, one class per kind of entry."""

from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

ID = r"^[a-z][a-z0-9_]*$"
Scalar = int | float | str


class Record(BaseModel):
    """Base of all entries: unknown keys are problems, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)


class Policies(Record):
    """The decisions that change the coding with no change of code (codebook.yaml, `policies`)."""

    reporting_window_days: int = Field(ge=0, le=36500)
    require_publication_date: bool = True
    place_below_country: bool = True
    country_is_enough_for: tuple[str, ...] = ()
    day_when_unsaid: Literal["day_before_publication", "publication_day", "not_coded"]
    day_when_unsaid_precision: int = Field(ge=1, le=9)
    minimum_confidence: float = Field(ge=0, le=1)
    rule_vote: float = Field(default=0.4, ge=0, le=10)  # of a rule, beside the likeness to exemplars (sums to 1)
    no_event_vote: float = Field(default=0.25, ge=0, le=10)  # for "no event" where no rule fires; else half of it
    crowd_minimum: int = Field(ge=1, le=1000)
    mass_arrest_minimum: int = Field(ge=1, le=100000)
    split_total: Literal["even", "first"] = "even"


class Table(Record):
    """The key column of the rows, and how event ids begin."""

    key: str
    id_prefix: Literal["country_iso3", "codebook"] = "codebook"


class Interaction(Record):
    """How the two categories are written as one cell."""

    none: str = "{first} only"
    pair: str = "{lower}-{higher}"
    exceptions: dict[str, str] = {}


class Head(Record):
    """codebook.yaml."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    title: str
    description: str
    licence: str
    authors: tuple[str, ...]
    language: str = Field(pattern=r"^[a-z]{2}$")
    policies: Policies
    table: Table
    interaction: Interaction = Interaction()


class Column(Record):
    """One column of a row; `from` names the fact of an event that fills it (see `facts.FACTS`)."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")
    type: Literal["string", "integer", "number", "date"]
    source: str = Field(alias="from")
    description: str
    required: bool = False
    unit: str | None = None
    allowed: tuple[Scalar, ...] | None = None
    allowed_from: Literal[
        "disorder_types", "event_types", "sub_event_types", "categories", "interactions", "regions", "countries"
    ] | None = None
    also_read: dict[str, str] = {}
    pattern: str | None = None
    separator: Annotated[str, StringConstraints(strip_whitespace=False)] | None = None  # "; " ends in a space
    minimum: float | None = None
    maximum: float | None = None
    decimals: int | None = Field(default=None, ge=0, le=8)
    example: Any = None


class Condition(Record):
    """One alternative under which a kind of event applies; all given lines must hold."""

    acts: tuple[str, ...] = ()  # features, each present; "a|b" means either
    without: tuple[str, ...] = ()  # features, none present
    by: tuple[str, ...] = ()  # categories or classes of the first side, or "unknown"
    against: tuple[str, ...] = ()  # the same for the second side
    sides_any: tuple[str, ...] = ()  # at least one side is one of these
    without_sides: tuple[str, ...] = ()  # neither side is one of these
    target: tuple[Literal["person", "place", "property", "weapon", "forces"], ...] = ()
    marked: tuple[Literal["significant", "mass", "crowd"], ...] = ()


class DefaultSides(Record):
    """The templates of sides that a kind of event has when the text names none."""

    first: str | None = None
    second: str | None = None
    one_sided: bool = False  # the event has no second side
    killed: str | None = None  # the template of those who are killed, or whose homes and cars are struck, and not named
    taken_by: str | None = None  # the template of those who arrest the first side and are named by nothing
    across_borders: bool = False  # an unnamed group of another country strikes from there, and is named after it
    before_victims: bool = False  # forces that act are the second side, also where people are harmed
    parties: bool = False  # those who act together are both sides ("the government and the rebels signed")


class WhenSecond(Record):
    """Civilian targeting that depends on the second side."""

    if_second: tuple[str, ...]


Targeting = Literal["always", "never"] | WhenSecond


class SubEventType(Record):
    """A sub-event type: what it is, what counts, and the conditions under which it applies."""

    id: str = Field(pattern=ID)
    label: str
    code: int | None = None
    disorder_type: str | None = None
    definition: str
    counts: tuple[str, ...] = ()
    does_not_count: tuple[str, ...] = ()
    civilian_targeting: Targeting | None = None
    when: tuple[Condition, ...]
    sides: DefaultSides = DefaultSides()


class EventType(Record):
    """An event type with its sub-types in order of precedence."""

    id: str = Field(pattern=ID)
    label: str
    definition: str
    civilian_targeting: Targeting = "never"
    sub_event_types: tuple[SubEventType, ...]


class DisorderType(Record):
    """A class of disorder."""

    id: str = Field(pattern=ID)
    label: str


class EventTypes(Record):
    """event_types.yaml."""

    disorder_types: tuple[DisorderType, ...] = ()
    event_types: tuple[EventType, ...]


class Deaths(Record):
    """deaths.yaml."""

    vague: dict[str, int]
    figure: Literal["lowest", "highest", "latest"] = "lowest"
    attackers_count: bool = True
    unsaid: int = 0
    split: Literal["even", "first"] = "even"


class Code(Record):
    """A code and what it means."""

    code: int
    label: str


class MonthDay(Record):
    """The day of the month by which a vague month is dated."""

    early: int = 1
    mid: int = 15
    late: int | Literal["last"] = "last"


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Dates(Record):
    """dates.yaml."""

    precision: tuple[Code, ...]
    month_day: MonthDay = MonthDay()
    week_day: Weekday = "wednesday"
    weekend_day: Weekday = "saturday"


class Places(Record):
    """places.yaml."""

    precision: tuple[Code, ...]
    coordinate_decimals: int = 4
    source_scales: tuple[str, ...] = ()
    source_scale_when_unknown: str | None = None


class Country(Record):
    """The label and region of a country in the scheme (countries.yaml)."""

    iso3: str = Field(pattern=r"^[A-Z]{3}$")
    label: str
    region: str | None = None
    forces: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")  # whose troops are meant that have no nation


class Region(Record):
    """A region of the world in the scheme."""

    number: int | None = None
    label: str


class Countries(Record):
    """countries.yaml."""

    regions: tuple[Region, ...] = ()
    countries: tuple[Country, ...] = ()


class Exemplar(Record):
    """A sentence that reports one kind of event, or none (`kind` null, with a reason)."""

    text: str
    kind: str | None
    reason: str | None = None
    file: str = ""
    line: int = 0


PLACEHOLDERS = frozenset({"column", "columns", "value", "expected", "event_id", "limit"})


def _check_template(text: str) -> str:
    """The text, if it names only known placeholders; raises ValueError."""
    for _, name, _, _ in Formatter().parse(text):
        if name is not None and name not in PLACEHOLDERS:
            raise ValueError(f"unknown placeholder {{{name}}}, expected one of {', '.join(sorted(PLACEHOLDERS))}")
    return text


Message = Annotated[str, AfterValidator(_check_template)]
Severity = Literal["error", "warning"]


# First parts of the ids of the program's own checks, which a codebook may word anew or switch off.
CHECK_FAMILIES = (
    "allowed", "column", "country", "division", "dominant", "evidence", "evidence_source", "future", "interaction",
    "jump", "kind", "ordered", "part_of_date", "pattern", "prefix", "quotes", "range", "region", "repeated",
    "required", "second_side", "second_source", "sides", "targeting", "total", "type", "unique", "window",
)  # fmt: skip


class Thresholds(Record):
    """From where on a check speaks up; None switches the check off."""

    country_tolerance_km: float | None = Field(default=25, ge=0)  # coasts and borders are drawn at 1:50 million
    nearest_place_km: float | None = Field(default=75, ge=0)  # for territories without an outline
    deaths_need_second_source: int | None = Field(default=None, ge=1)
    share_of_one_type: float | None = Field(default=None, gt=0, le=1)
    share_minimum_rows: int = Field(default=100, ge=1)
    jump_share: float | None = Field(default=None, gt=0)  # change against the parent version, 0.5 is by half
    jump_minimum_rows: int = Field(default=20, ge=1)
    repeated_events: bool = True


class CheckText(Record):
    """What a check says to people; what is left out stands as the program has it."""

    severity: Severity | None = None
    sentence: Message | None = None
    message: Message | None = None
    section: str | None = None


class OwnCheck(Record):
    """A check of the codebook's author; which other keys it needs depends on `kind`."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")
    kind: Literal["required_if", "empty_if", "allowed_together", "pattern", "range", "unique_together", "ordered"]
    columns: tuple[str, ...] = Field(min_length=1)
    when: dict[str, tuple[Scalar, ...]] = {}  # column to values; no values: any value
    together: tuple[tuple[Scalar | None, ...], ...] = ()  # the allowed combinations of `columns`
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    severity: Severity = "error"
    sentence: Message
    message: Message | None = None
    section: str = ""

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> "OwnCheck":
        needs = {
            "required_if": bool(self.when), "empty_if": bool(self.when), "allowed_together": bool(self.together),
            "pattern": self.pattern is not None, "range": self.minimum is not None or self.maximum is not None,
            "unique_together": True, "ordered": len(self.columns) > 1,
        }  # fmt: skip
        if not needs[self.kind]:
            keys = {"allowed_together": "together", "pattern": "pattern", "range": "minimum or maximum",
                    "ordered": "at least two columns"}  # fmt: skip
            raise ValueError(f"a check of kind {self.kind} needs {keys.get(self.kind, 'when')}")
        if any(len(row) != len(self.columns) for row in self.together):
            raise ValueError("every line of together needs as many values as there are columns")
        return self


class Checks(Record):
    """checks.yaml: thresholds, the sentences for people, and the author's own checks. A codebook may lack it."""

    thresholds: Thresholds = Thresholds()
    second_side_required_for: tuple[str, ...] = ()  # ids of event types and sub-types
    without: tuple[str, ...] = ()  # ids of checks, or their first part, that are not made
    texts: dict[str, CheckText] = {}  # by id of a check, or by its first part
    own: tuple[OwnCheck, ...] = ()
