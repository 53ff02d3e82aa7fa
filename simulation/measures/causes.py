"""The measures of where the time went, per observed citizen."""

from collections.abc import Iterable

from simulation.measures.entries import Better, Group, Line, MeasureUnit, entries
from simulation.measures.followed import Flags, Floats, only_where
from simulation.measures.overlays import Overlay
from simulation.population.cast import DAY, Integers
from simulation.values.causes import Cause


def causes(minutes: Integers, gathering: Integers, is_timed: Flags, has_gathered: Flags) -> dict[str, Floats]:
    """Return days by cause, of the lead time and of the gathering, and the waterfall with overlays.

    Args:
        minutes: minutes of the lead time per citizen, cause and overlay.
        gathering: the same of the gathering.
        is_timed: whose lead time counts.
        has_gathered: whose gathering ended.
    """
    whole, part = minutes.sum(axis=2), gathering.sum(axis=2)
    found = {f"cause_{cause.name.lower()}_days": (whole[:, cause], is_timed) for cause in Cause}
    found |= {f"gathering_cause_{cause.name.lower()}_days": (part[:, cause], has_gathered) for cause in Cause}
    found |= {f"waterfall_{cause.name.lower()}_days": (minutes[:, cause, Overlay.NONE], is_timed) for cause in Cause}
    for overlay in (Overlay.DISCOVERY, Overlay.RETURN):
        found[f"waterfall_{overlay.name.lower()}_days"] = (minutes[:, :, overlay].sum(axis=1), is_timed)
    return {name: only_where(is_defined, numbers / DAY) for name, (numbers, is_defined) in found.items()}


TITLES = {
    Cause.HANDLING: ("arbejde på sagen", "handling"),
    Cause.OWN_DESK: ("eget skrivebord", "own desk"),
    Cause.FINDING: ("finde den rette", "finding the person"),
    Cause.CONSENT: ("samtykke", "consent"),
    Cause.ANSWERING: ("svar", "answering"),
    Cause.WRITING: ("skrive", "writing"),
    Cause.CLARIFICATION: ("afklaring", "clarification"),
    Cause.CERTIFICATE: ("attest", "certificate"),
    Cause.MEETING_CALENDAR: ("mødekalender", "meeting calendar"),
    Cause.CITIZEN: ("borgeren", "the citizen"),
    Cause.CLOSED_HOURS: ("lukketid", "closed hours"),
    Cause.NEVER_CAME: ("det, der aldrig kom", "what never came"),
}
OVERLAYS = {
    Overlay.DISCOVERY: (
        "opdagelse",
        "discovery",
        "i indhentningen, før en anden havde nævnt den sidste indehaver, der blev brugt",
        "in the gathering, before the last holder that was used had been named by another",
    ),
    Overlay.RETURN: (
        "tilbagesendelse",
        "return",
        "fra første tilbagesendelse til sidste møde",
        "from the first return to the last meeting",
    ),
}


def _lines() -> Iterable[Line]:
    for cause, (da, en) in TITLES.items():
        yield from _lines_of(cause.name.lower(), da, en)
    for overlay, (da, en, when_da, when_en) in OVERLAYS.items():
        formulas = f"Dage af gennemløbstiden {when_da}", f"Days of the lead time {when_en}"
        yield _line(f"waterfall_{overlay.name.lower()}_days", (f"Vandfald: {da}", f"Waterfall: {en}"), formulas)


def _lines_of(name: str, da: str, en: str) -> Iterable[Line]:
    """Yield the lines of one cause."""
    path = "langs den vej, der afgjorde dens længde", "along the path that decided its length"
    for start, whole_da, whole_en, of_da, of_en in (
        ("cause", "Tid", "Time", "gennemløbstiden", "the lead time"),
        ("gathering_cause", "Indhentning", "Gathering", "indhentningen", "the gathering"),
    ):
        formulas = (
            f"Dage af {of_da} med årsagen «{da}», {path[0]}; årsagerne går op i den",
            f"Days of {of_en} put down to “{en}”, {path[1]}; the causes add up to it",
        )
        yield _line(f"{start}_{name}_days", (f"{whole_da}: {da}", f"{whole_en}: {en}"), formulas)
    outside = (
        f"Dage af gennemløbstiden med årsagen «{da}», uden for opdagelse og tilbagesendelse",
        f"Days of the lead time put down to “{en}”, outside discovery and return",
    )
    yield _line(f"waterfall_{name}_days", (f"Vandfald: {da}", f"Waterfall: {en}"), outside)


def _line(name: str, titles: tuple[str, str], formulas: tuple[str, str]) -> Line:
    return (name, MeasureUnit.DAYS, Better.NONE, *titles, *formulas)


ENTRIES = entries(Group.CAUSES, _lines())
