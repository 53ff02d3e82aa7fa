"""The shape of a comparison, as far as the page reads it (docs/results_format.md)."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypeAlias, TypedDict

from simulation.values.wording import Lang

Said: TypeAlias = str | Mapping[str, str]
"""Words in one language, or in each."""
Numbers: TypeAlias = Sequence[float | None]


class Proposal(TypedDict):
    """One intervention of a scenario."""

    id: str
    code: str
    title: Said


class Scenario(TypedDict):
    """One of the scenarios that are compared."""

    label: str
    name: str
    title: Said
    course: Said
    interventions: Sequence[Proposal]
    profile: str
    profile_title: Said
    rule_set: str
    rule_set_title: Said
    sha256: str


class Design(TypedDict):
    """How much was played."""

    replications: int
    citizens: int
    seed: int
    simulated_citizens: int


class Value(TypedDict):
    """A measure in one scenario."""

    mean: float | None
    low: float | None
    high: float | None
    n: NotRequired[float | None]
    median: NotRequired[float | None]
    p90: NotRequired[float | None]
    p95: NotRequired[float | None]


class Difference(TypedDict):
    """How a scenario differs from the first one."""

    mean: float | None
    low: float | None
    high: float | None
    certain: bool
    wording: str


class OfPersona(TypedDict):
    """A measure for the citizens of one persona."""

    values: Numbers
    differences: Sequence[Difference | None]


class Measure(TypedDict):
    """One measure in all scenarios."""

    id: str
    title: Said
    unit: str
    group: str
    better: str
    formula: Said
    values: Sequence[Value | None]
    differences: Sequence[Difference | None]
    personas: Mapping[str, OfPersona]
    worst_off: Sequence[str | None] | None
    main: NotRequired[bool]
    """Whether the measure is told among the first; the page's own choice where no measure says so."""
    code: NotRequired[str]
    """Need or effect that it belongs to, such as N1 or E4; else read from the id."""


class Gathering(TypedDict):
    """How long the gathering took, as shares of cases."""

    mark_days: float | None
    clock: Said
    edges_days: Sequence[float]
    shares: Sequence[Sequence[float] | None]


class Clock(TypedDict):
    """One declared clock."""

    id: str
    title: Said
    median_days: Numbers
    p90_days: Numbers


class Days(TypedDict):
    """Days of one cause or overlay."""

    id: str
    title: Said
    days: Numbers


class Waterfall(TypedDict):
    """Where the lead time went."""

    causes: Sequence[Days]
    overlays: Sequence[Days]
    lead_days: Numbers


class Snowball(TypedDict):
    """How holders became known."""

    days: Sequence[float]
    known_share: Sequence[Numbers | None]
    waves: Sequence[Numbers | None]


class Gap(TypedDict):
    """Data missing at the meeting for one reason."""

    id: str
    title: Said
    items_per_case: Numbers


class Work(TypedDict):
    """Work of one actor."""

    actor: str
    title: Said
    minutes: Sequence[Mapping[str, float | None] | None]
    cost_dkk: Numbers | None


class OfActor(TypedDict):
    """An indicator of one actor in every scenario."""

    values: Sequence[Value | None]
    differences: Sequence[Difference | None]


class EffectsOfActor(TypedDict):
    """The indicators of one actor by id."""

    actor: str
    title: Said
    effects: Mapping[str, OfActor]


class Channel(TypedDict):
    """Messages on one channel."""

    channel: str
    title: Said
    per_case: Numbers


class Courses(TypedDict):
    """Shares of paired cases that became shorter, longer, or stayed the same."""

    shorter: float | None
    longer: float | None
    same: float | None
    note: NotRequired[Said | None]


class Spillover(TypedDict):
    """What changed for citizens that no change touches."""

    untouched: float
    mean_days: float | None


class Persona(TypedDict):
    """One kind of fictitious citizen."""

    id: str
    title: Said
    n: Numbers | float
    weight: float


class Input(TypedDict):
    """One input that the difference was tried on, at its low and high end."""

    path: str
    low: float | None
    high: float | None
    kind: str
    source: Said | None
    because: Said | None
    title: NotRequired[Said]


class RestsOn(TypedDict):
    """What the comparison rests on most."""

    state: str
    command: str
    inputs: Sequence[Input]
    measure: NotRequired[str]
    """Id of the measure whose difference was tried; else the first main measure."""


class Assumption(TypedDict):
    """One estimated or assumed input."""

    path: str
    kind: str
    source: Said | None
    because: Said | None
    text: Said | None


class Change(TypedDict):
    """One line of a ledger."""

    path: str
    old: object
    new: object
    because: Said
    origin: str
    place: str


class Result(TypedDict):
    """A comparison of scenarios."""

    format: int
    kind: str
    snebold: str
    scenarios: Sequence[Scenario]
    design: Design
    notes: Sequence[Said]
    comparable: Sequence[Said]
    measures: Sequence[Measure]
    gathering: Gathering | None
    clocks: Sequence[Clock]
    waterfall: Waterfall | None
    snowball: Snowball | None
    gaps: Sequence[Gap]
    work: Sequence[Work]
    activity_titles: Mapping[str, Said]
    messages: Sequence[Channel]
    courses: Sequence[Courses | None]
    spillover: Sequence[Spillover | None]
    personas: Sequence[Persona]
    rests_on: RestsOn
    assumptions: Sequence[Assumption]
    ledger: Sequence[Sequence[Change]]
    effects_by_actor: NotRequired[Sequence[EffectsOfActor]]
    absent: NotRequired[Mapping[str, Said]]
    """Measures that no scenario can show, with the reason."""


def said(words: Said | None, lang: Lang) -> str:
    """Return words in a language; in the other one where the first is missing, nothing where there are none."""
    if words is None or isinstance(words, str):
        return words or ""
    return words.get(lang) or next(iter(words.values()), "")
