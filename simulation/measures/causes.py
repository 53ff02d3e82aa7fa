"""The measures of where the time went, per observed citizen."""

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
        "før den sidste brugte holder var nævnt af en anden, under indhentningen",
        "of the gathering, before the last holder that was used had been named by another",
    ),
    Overlay.RETURN: (
        "tilbagesendelse",
        "return",
        "fra første tilbagesendelse til sidste møde",
        "from the first return to the last meeting",
    ),
}
DAYS, NEITHER = MeasureUnit.DAYS, Better.NONE


def _lines() -> list[Line]:
    found: list[Line] = []
    for cause, (da, en) in TITLES.items():
        name = cause.name.lower()
        found += [
            (
                f"cause_{name}_days",
                DAYS,
                NEITHER,
                f"Tid: {da}",
                f"Time: {en}",
                f"Dage af gennemløbstiden, der skyldes {da}, langs den vej, der afgjorde dens længde; årsagerne går op",
                f"Days of the lead time put down to {en}, along the path that decided its length; causes add up to it",
            ),
            (
                f"gathering_cause_{name}_days",
                DAYS,
                NEITHER,
                f"Indhentning: {da}",
                f"Gathering: {en}",
                f"Dage af indhentningen, der skyldes {da}, langs den vej, der afgjorde dens længde; årsagerne går op",
                f"Days of the gathering put down to {en}, along the path that decided its length; causes add up to it",
            ),
            (
                f"waterfall_{name}_days",
                DAYS,
                NEITHER,
                f"Vandfald: {da}",
                f"Waterfall: {en}",
                f"Dage af gennemløbstiden, der skyldes {da}, uden for opdagelse og tilbagesendelse",
                f"Days of the lead time put down to {en}, outside discovery and return",
            ),
        ]
    for overlay, (da, en, words_da, words_en) in OVERLAYS.items():
        found.append(
            (
                f"waterfall_{overlay.name.lower()}_days",
                DAYS,
                NEITHER,
                f"Vandfald: {da}",
                f"Waterfall: {en}",
                f"Dage af gennemløbstiden {words_da}",
                f"Days of the lead time {words_en}",
            )
        )
    return found


ENTRIES = entries(Group.CAUSES, _lines())
