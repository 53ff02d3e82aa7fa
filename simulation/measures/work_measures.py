"""The measures of work, per observed citizen."""

from simulation.measures.entries import Better, Entry, Group, Line, MeasureUnit, entries
from simulation.measures.followed import Floats, Followed
from simulation.measures.work import Activity, citizen_hours, fees
from simulation.model.world import World

OF_CONTACTS = (Activity.CONTACTS, Activity.LOST)
"""Activities of courses with regular contacts."""


def work_measures(seen: Followed, minutes: Floats, spent: Floats, sent: Floats) -> dict[str, Floats]:
    """Return minutes by activity, cost, fees, messages and the citizen's own hours.

    Args:
        seen: the observed citizens.
        minutes: work per citizen, actor (the citizen last) and activity.
        spent: cost per citizen and actor.
        sent: messages per citizen and channel.
    """
    of_staff = minutes[:, :-1].sum(axis=1)
    activities = [a for a in Activity if seen.inputs.coordination is not None or a not in OF_CONTACTS]
    return {
        **{f"work_{activity.name.lower()}_minutes": of_staff[:, activity] for activity in activities},
        "work_minutes": of_staff.sum(axis=1),
        "work_cost_dkk": spent.sum(axis=1),
        "fees_dkk": fees(seen),
        "citizen_hours": citizen_hours(seen),
        "messages": sent.sum(axis=1),
    }


MINUTES, LESS = MeasureUnit.MINUTES, Better.LESS
ACTIVITIES: tuple[tuple[Activity, str, str, str, str], ...] = (
    (
        Activity.SEARCHING,
        "Arbejde: finde ud af hvem",
        "Work: finding out who",
        "Minutter med at finde ud af andres indsats: lede efter den rette person, slå op, ringe, spørge borgeren",
        "Minutes of finding out about others: looking for the right person, looking up, calling, asking the citizen",
    ),
    (
        Activity.ASKING,
        "Arbejde: spørge",
        "Work: asking",
        "Minutter med at skrive anmodninger",
        "Minutes of writing requests",
    ),
    (
        Activity.REMINDING,
        "Arbejde: rykke",
        "Work: reminding",
        "Minutter med at rykke for svar",
        "Minutes of reminding",
    ),
    (
        Activity.ANSWERING,
        "Arbejde: svare",
        "Work: answering",
        "Indehavernes minutter med at svare, for sent ankomne svar med",
        "Minutes holders take to answer, late replies too",
    ),
    (
        Activity.WRITING,
        "Arbejde: skrive på anmodning",
        "Work: writing on request",
        "Indehavernes minutter med at skrive det, der ikke lå klar",
        "Minutes holders take to write what was not on file",
    ),
    (
        Activity.READING,
        "Arbejde: læse svar",
        "Work: reading replies",
        "Minutter med at læse svar og afklaringer",
        "Minutes of reading replies and clarifications",
    ),
    (
        Activity.LOOKING_UP,
        "Arbejde: slå op",
        "Work: looking up",
        "Minutter med opslag, hvor en vej giver kiggeadgang",
        "Minutes of look-ups where a way gives access",
    ),
    (
        Activity.STEPS,
        "Arbejde: forløbets skridt",
        "Work: steps of the course",
        "Minutter på forløbets øvrige skridt, også hos dem der ventes på",
        "Minutes of the other steps, at those waited for too",
    ),
    (
        Activity.MEETINGS,
        "Arbejde: møder",
        "Work: meetings",
        "Deltagernes minutter til møder og forberedelse",
        "Participants' minutes of meetings and preparation",
    ),
    (
        Activity.CONTACTS,
        "Arbejde: kontakter",
        "Work: contacts",
        "Minutter med kontakter, der blev holdt",
        "Minutes of contacts that were held",
    ),
    (
        Activity.LOST,
        "Arbejde: tabt på kontakter",
        "Work: lost on contacts",
        "Minutter sat af til kontakter, der var forgæves, kolliderede, eller som borgeren udeblev fra",
        "Minutes set aside for contacts that were in vain, clashed, or that the citizen stayed away from",
    ),
)
LINES: tuple[Line, ...] = (
    *(
        (f"work_{activity.name.lower()}_minutes", MINUTES, LESS, da, en, formula_da, formula_en)
        for activity, da, en, formula_da, formula_en in ACTIVITIES
    ),
    (
        "work_minutes",
        MINUTES,
        LESS,
        "Arbejde i alt",
        "Work in all",
        "Summen af alt arbejde hos fagpersoner i opfølgningstiden, afsluttet skridt for skridt",
        "Sum of all work of professionals while the citizen is followed, counted when it is finished",
    ),
    (
        "work_cost_dkk",
        MeasureUnit.DKK,
        LESS,
        "Arbejdets pris",
        "Cost of work",
        "Minutter / 60 x rollens, ellers aktørens timepris; uden borgerens tid og uden arbejde, som et honorar betaler",
        "Minutes / 60 x cost per hour of the role, else of the actor; without citizens' time and work that a fee pays",
    ),
    (
        "fees_dkk",
        MeasureUnit.DKK,
        LESS,
        "Honorarer",
        "Fees",
        "Honorarer for udførte skridt, som attester",
        "Fees of finished steps, such as certificates",
    ),
    (
        "citizen_hours",
        MeasureUnit.HOURS,
        LESS,
        "Borgerens egne timer",
        "Citizen's own hours",
        "Timer med skridt, hvor borgeren fortæller, borgerens egne skridt, og kontakter; aldrig i kroner",
        "Hours of steps at which the citizen tells, of the citizen's own steps, and of contacts; never money",
    ),
    (
        "messages",
        MeasureUnit.COUNT,
        LESS,
        "Beskeder",
        "Messages",
        "Anmodninger, rykkere, svar, opkald, beskeder og underretninger",
        "Requests, reminders, replies, calls, messages and notices",
    ),
)
ENTRIES = entries(Group.WORK, LINES)


def entries_of(world: World) -> tuple[Entry, ...]:
    """Return the entries of the measures of work that a course can have."""
    others = {f"work_{activity.name.lower()}_minutes" for activity in OF_CONTACTS if world.coordination is None}
    return tuple(entry for entry in ENTRIES if entry.id not in others)
