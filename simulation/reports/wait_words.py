"""One sentence per cause of a wait: what was waited for, and why, as the model has it."""

from simulation.values.causes import Cause

WAITED: dict[Cause, tuple[str, str]] = {
    Cause.HANDLING: ("Arbejde hos {actor} i {length}: {step}.", "Work at {actor} for {length}: {step}."),
    Cause.OWN_DESK: (
        "Lå {length} hos {actor}, fordi sagen først kommer op igen, når turen er til den.",
        "Lay {length} at {actor}, as the case comes up again only when its turn comes.",
    ),
    Cause.FINDING: (
        "Der gik {length}, før anmodningen nåede den rette hos {actor}, fordi ingen vidste, hvem det var.",
        "It took {length} before the request reached the right person at {actor}, as nobody knew who that was.",
    ),
    Cause.CONSENT: (
        "Ventede {length} på borgerens svar om samtykke, fordi oplysningerne ikke må hentes uden.",
        "Waited {length} for the citizen's answer about consent, as the data may not be fetched without.",
    ),
    Cause.ANSWERING: (
        "Ventede {length} på svar fra {actor}, fordi anmodningen skal igennem modtagerens egen kø.",
        "Waited {length} for an answer from {actor}, as the request goes through the receiver's own queue.",
    ),
    Cause.WRITING: (
        "Ventede {length} på, at {actor} skrev {data_type}, fordi det ikke lå færdigt.",
        "Waited {length} for {actor} to write {data_type}, as it did not lie ready.",
    ),
    Cause.CLARIFICATION: (
        "Ventede {length} på, at {actor} uddybede sit svar, fordi det var svært at forstå.",
        "Waited {length} for {actor} to clarify the reply, as it was hard to understand.",
    ),
    Cause.CERTIFICATE: (
        "Ventede {length} på {actor} ({step}), fordi sagen ikke kan gå videre uden attesten.",
        "Waited {length} for {actor} ({step}), as the case cannot go on without the certificate.",
    ),
    Cause.MEETING_CALENDAR: (
        "Ventede {length} på {step}, fordi den første ledige plads i kalenderen lå dér.",
        "Waited {length} for {step}, as that was the first free slot in the calendar.",
    ),
    Cause.CITIZEN: (
        "Der gik {length} hos borgeren ({step}), fordi trinnet kræver borgerens egen tid.",
        "It took the citizen {length} ({step}), as the step takes the citizen's own time.",
    ),
    Cause.CLOSED_HOURS: (
        "Lå stille {length}, fordi der var lukket hos {actor}.",
        "Lay still {length}, as {actor} was closed.",
    ),
    Cause.NEVER_CAME: (
        "Ventede {length} forgæves på {from_actor}, før der blev rykket eller givet op.",
        "Waited {length} in vain for {from_actor}, before reminding or giving up.",
    ),
}

PLAIN_NEVER = (
    "Ventede {length} på svar, der aldrig kom, før indhentningen sluttede.",
    "Waited {length} for answers that never came, before the gathering ended.",
)
"""A wait for what never came, where no single actor is named."""

LENGTHS = {
    "days": ("{n} dage", "{n} days"),
    "day": ("1 dag", "1 day"),
    "hours": ("{n} timer", "{n} hours"),
    "hour": ("1 time", "1 hour"),
    "minutes": ("{n} minutter", "{n} minutes"),
}


def length(minutes: int, place: int) -> str:
    """Return minutes as days, hours or minutes in words; place 0 is Danish, 1 English."""
    days, hours = (minutes + 720) // 1440, (minutes + 30) // 60
    if minutes >= 1440:
        return LENGTHS["day" if days == 1 else "days"][place].format(n=days)
    if minutes >= 60:
        return LENGTHS["hour" if hours == 1 else "hours"][place].format(n=hours)
    return LENGTHS["minutes"][place].format(n=minutes)
