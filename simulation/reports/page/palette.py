"""All colours of the page: one per cause, one per scenario in order, a few for the rest, and how they contrast.

A colour is never the only sign: causes carry a number, scenarios a dash and a marker, better and worse a word.
"""

from dataclasses import dataclass

from simulation.values.causes import Cause

PAPER = "#ffffff"
INK = "#1b2730"
SOFT = "#4a5863"
LINE = "#c9d1d8"
WASH = "#f3f5f7"
EDGE = "#6b7884"
"""Borders that must be seen."""
ACCENT = "#0a5a9c"
BETTER = "#00695a"
WORSE = "#9c1f4f"
UNSURE = "#55616c"
WARNING = "#8a5300"
WARNING_PAPER = "#fff6df"

CAUSE_COLOURS = {
    Cause.HANDLING: "#174a7c",
    Cause.OWN_DESK: "#b85a08",
    Cause.FINDING: "#7d5a2a",
    Cause.CONSENT: "#6a4fa3",
    Cause.ANSWERING: "#4e95cd",
    Cause.WRITING: "#1f6fb2",
    Cause.CLARIFICATION: "#12808c",
    Cause.CERTIFICATE: "#2f7d3b",
    Cause.MEETING_CALENDAR: "#87951f",
    Cause.CITIZEN: "#c4458e",
    Cause.CLOSED_HOURS: "#66707a",
    Cause.NEVER_CAME: "#7c1f3f",
}
OTHER_CAUSE = "#5b4b6b"
"""A cause that this page does not know."""


DOMAIN_COLOURS = {
    "employment": "#174a7c",
    "social": "#8a4b08",
    "family": "#a3265f",
    "substance": "#6b5600",
    "municipal_health": "#2f7d3b",
    "regional_health": "#12707c",
    "private_health": "#1f6fb2",
    "mental_health": "#6a4fa3",
    "education": "#7c1f3f",
    "justice": "#3b4752",
    "economy": "#4f6b12",
    "citizen": "#ad4700",
}
OTHER_DOMAIN = "#5b4b6b"
"""A domain that the screens do not know."""


@dataclass(frozen=True)
class Look:
    """How a scenario is drawn, everywhere."""

    colour: str
    dash: str
    """Plotly's name of the dash."""
    strokes: str
    """The same dash in SVG."""
    marker: str
    """Plotly's name of the marker."""
    pattern: str
    """Plotly's name of the pattern of bars."""


LOOKS = (
    Look("#3b4752", "solid", "none", "circle", ""),
    Look("#0a5a9c", "dash", "7 4", "square", "/"),
    Look("#ad4700", "dot", "2 4", "diamond", "."),
    Look("#74309a", "dashdot", "8 3 2 3", "triangle-up", "x"),
    Look("#6b5600", "longdash", "11 4", "cross", "-"),
    Look("#006a86", "longdashdot", "11 3 2 3", "star", "|"),
)


def look_of(place: int) -> Look:
    """Return how the scenario at a place is drawn; after the sixth they begin again."""
    return LOOKS[place % len(LOOKS)]


def colour_of_cause(name: str) -> str:
    """Return the fixed colour of a cause by its id."""
    cause = Cause.__members__.get(name.upper())
    return OTHER_CAUSE if cause is None else CAUSE_COLOURS[cause]


def colour_of_domain(name: str) -> str:
    """Return the fixed colour of a domain by its id."""
    return DOMAIN_COLOURS.get(name, OTHER_DOMAIN)


def number_of_cause(name: str) -> int:
    """Return the fixed number that marks a cause wherever it is drawn, 0 for one that is not known."""
    cause = Cause.__members__.get(name.upper())
    return 0 if cause is None else cause + 1


def ink_on(colour: str) -> str:
    """Return white or dark, whichever is read better on a colour."""
    return max((PAPER, INK), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21.

    Source: WCAG 2.2, definition of contrast ratio.
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 to 1.

    Source: WCAG 2.2, definition of relative luminance.
    """
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
