"""One sentence per kind of event, in Danish and English; what is not worth telling has none."""

from simulation.engine.kinds import Gap, Kind

EVENTS: dict[int, tuple[str, str]] = {
    Kind.CASE_OPENED: ("Sagen åbnes.", "The case opens."),
    Kind.STEP_STARTED: ("Begynder: {step}.", "Begins: {step}."),
    Kind.STEP_DONE: ("Færdig: {step}.", "Done: {step}."),
    Kind.NO_SHOW: ("Borgeren kommer ikke til: {step}.", "The citizen does not come to: {step}."),
    Kind.CONSENT_ASKED: ("Borgeren bliver bedt om samtykke.", "The citizen is asked for consent."),
    Kind.CONSENT_GIVEN: ("Borgeren giver samtykke.", "The citizen consents."),
    Kind.CONSENT_REFUSED: (
        "Borgeren siger nej til samtykke; sagen går videre.",
        "The citizen refuses consent; the case goes on.",
    ),
    Kind.CONSENT_WITHDRAWN: ("Samtykket trækkes tilbage.", "The consent is withdrawn."),
    Kind.REQUEST_SENT: ("{actor} spørger {from_actor}.", "{actor} asks {from_actor}."),
    Kind.PERSON_FOUND: (
        "Anmodningen er nået frem til den rette hos {from_actor}.",
        "The right person at {from_actor} has the request.",
    ),
    Kind.REQUEST_REMINDED: ("{actor} rykker {from_actor}.", "{actor} reminds {from_actor}."),
    Kind.REQUEST_ANSWERED: ("{from_actor} svarer.", "{from_actor} answers."),
    Kind.REQUEST_NEVER_ANSWERED: (
        "{from_actor} har ikke svaret; der ventes ikke længere.",
        "{from_actor} has not answered; nobody waits any longer.",
    ),
    Kind.REQUEST_CANCELLED: ("Anmodningen til {from_actor} standses.", "The request to {from_actor} is stopped."),
    Kind.REPLY_LATE: ("{from_actor} svarer for sent.", "{from_actor} answers too late."),
    Kind.DATA_CREATED: ("{actor} har skrevet: {data_type}.", "{actor} has written: {data_type}."),
    Kind.DATA_RECEIVED: ("Modtaget fra {from_actor}: {data_type}.", "Received from {from_actor}: {data_type}."),
    Kind.REPLY_READ: ("{actor} har læst svaret fra {from_actor}.", "{actor} has read the reply of {from_actor}."),
    Kind.LOOKED_UP: ("{actor} har slået op hos {from_actor}.", "{actor} has looked it up at {from_actor}."),
    Kind.CLARIFIED: ("{from_actor} uddyber sit svar.", "{from_actor} clarifies the reply."),
    Kind.DATA_JUDGED_OUT: ("{actor} lægger til side: {data_type}.", "{actor} puts aside: {data_type}."),
    Kind.DATA_MISSING: ("Mangler: {data_type} ({gap}).", "Missing: {data_type} ({gap})."),
    Kind.CITIZEN_ASKED: ("Borgeren fortæller {again}.", "The citizen tells {again}."),
    Kind.MEETING_BOOKED: ("Møde bookes til {slot}.", "A meeting is booked for {slot}."),
    Kind.SEAT_LOST: ("Papirerne er ikke klar; pladsen går tabt.", "The papers are not ready; the seat is lost."),
    Kind.MEETING_MOVED: ("Mødet flyttes.", "The meeting is moved."),
    Kind.MEETING_HELD: ("{step} holdes.", "{step} is held."),
    Kind.CASE_RETURNED: (
        "Sagen sendes tilbage: det, der mangler, skal hentes.",
        "The case is sent back: what is missing must be fetched.",
    ),
    Kind.ACTOR_TOLD: ("{actor} modtager: {data_type}.", "{actor} receives: {data_type}."),
    Kind.LIFE_EVENT: ("Det sker: {event}.", "It happens: {event}."),
    Kind.PERSON_CHANGED: ("Sagen får en ny sagsbehandler.", "The case gets a new caseworker."),
    Kind.MESSAGE_SENT: (
        "{from_actor} skriver til {actor}: {data_type}.",
        "{from_actor} writes to {actor}: {data_type}.",
    ),
    Kind.CALLED: (
        "{actor} ringer til {from_actor} om {data_type} – {reached}.",
        "{actor} calls {from_actor} about {data_type} – {reached}.",
    ),
    Kind.CONTACT_PAUSED: (
        "{actor} lader {step} vente, da borgerens situation er kendt.",
        "{actor} leaves out {step}, as the citizen's situation is known.",
    ),
    Kind.CONTACT_IN_VAIN: (
        "Forgæves: {step}. Borgeren kan ikke træffes, og {actor} vidste det ikke.",
        "In vain: {step}. The citizen cannot be met, and {actor} did not know.",
    ),
    Kind.CONTACT_CLASHED: (
        "{step} falder sammen med en andens; {actor} kendte ikke den andens indsats.",
        "{step} falls on another's; {actor} did not know of the other's effort.",
    ),
    Kind.CAP_REACHED: ("Sagen går videre med det, der er.", "The case goes on with what there is."),
    Kind.CASE_CLOSED: ("Sagen er afgjort.", "The case is decided."),
    Kind.CASE_LEFT_OPEN: ("Opfølgningen slutter; sagen er stadig åben.", "The follow-up ends; the case is still open."),
}

NAMED = {
    "told": ("{from_actor} fortæller om {actor}.", "{from_actor} tells of {actor}."),
    "start": ("Kendt fra start: {actor}.", "Known from the start: {actor}."),
}

GAPS: dict[int, tuple[str, str]] = {
    Gap.NOT_FOUND: ("ikke fundet", "not found"),
    Gap.CHOSEN_AWAY: ("fravalgt af borgeren", "chosen away by the citizen"),
    Gap.NOT_ARRIVED: ("ikke kommet", "not arrived"),
    Gap.JUDGED_OUT: ("lagt til side", "put aside"),
}

UNKNOWN_HERE = ("hverken i sagen eller hos borgeren", "neither in the file nor with the citizen")
"""A contact wanted it, and neither the file nor the citizen had it."""

AGAIN = {"first": ("for første gang", "for the first time"), "more": ("igen ({times}. gang)", "again (time {times})")}

REACHED = {0: ("uden svar", "no answer"), 1: ("får svar", "answered")}
"""Whether a call was answered."""

INSTEAD = {
    "not_involved": (
        "{from_actor} svarer: borgeren er ikke kendt her.",
        "{from_actor} answers: the citizen is not known here.",
    ),
    "told_instead": ("Borgeren må selv fortælle: {data_type}.", "The citizen has to tell: {data_type}."),
    "looked_up": ("{actor} slår op: {data_type}.", "{actor} looks up: {data_type}."),
    "looked_up_elsewhere": (
        "{actor} slår op hos {from_actor}: {data_type}.",
        "{actor} looks up at {from_actor}: {data_type}.",
    ),
    "narrowed": (
        "Samtykket trækkes tilbage for nogle områder.",
        "The consent is withdrawn for some areas.",
    ),
    "left_out": ("{from_actor} giver ikke videre: {data_type}.", "{from_actor} leaves out: {data_type}."),
}
"""Said instead of the sentence of the kind, where a row says more."""

TO_CITIZEN: dict[str, str] = {
    "Borgeren kommer ikke til: {step}.": "Du kommer ikke til: {step}.",
    "Borgeren bliver bedt om samtykke.": "Du bliver bedt om samtykke.",
    "Borgeren giver samtykke.": "Du giver samtykke.",
    "Borgeren siger nej til samtykke; sagen går videre.": "Du siger nej til samtykke; sagen går videre.",
    "Borgeren fortæller {again}.": "Du fortæller {again}.",
    "Borgeren må selv fortælle: {data_type}.": "Du må selv fortælle: {data_type}.",
    "{from_actor} svarer: borgeren er ikke kendt her.": "{from_actor} svarer, at de ikke kender dig.",
    "The citizen does not come to: {step}.": "You do not come to: {step}.",
    "The citizen is asked for consent.": "You are asked for consent.",
    "The citizen consents.": "You consent.",
    "The citizen refuses consent; the case goes on.": "You refuse consent; the case goes on.",
    "The citizen tells {again}.": "You tell {again}.",
    "The citizen has to tell: {data_type}.": "You have to tell: {data_type}.",
    "{from_actor} answers: the citizen is not known here.": "{from_actor} answers that they do not know you.",
}
"""What is said to the citizen, by the sentence that is said to others."""

CONTACTS: dict[int, tuple[str, str]] = {
    Kind.STEP_DONE: ("Holdt: {step}.", "Held: {step}."),
    Kind.CONTACT_PAUSED: (
        "Springes over, fordi fagpersonen ved, hvor borgeren er: {step}.",
        "Left out, as the professional knows where the citizen is: {step}.",
    ),
    Kind.CONTACT_IN_VAIN: ("Forgæves, for ingen vidste besked: {step}.", "In vain, for nobody knew: {step}."),
    Kind.CONTACT_CLASHED: ("Falder sammen med en anden aftale: {step}.", "Falls on another appointment: {step}."),
    Kind.NO_SHOW: ("Borgeren kommer ikke til: {step}.", "The citizen does not come to: {step}."),
    Kind.MESSAGE_SENT: (
        "{from_actor} giver besked om {data_type} til: {actor}.",
        "{from_actor} tells of {data_type}: {actor}.",
    ),
    Kind.LEARNED: ("{actor} får at vide fra {from_actor}: {what}.", "{actor} learns from {from_actor}: {what}."),
    Kind.FORGOTTEN: ("{actor} har ikke længere: {data_type}.", "{actor} no longer has: {data_type}."),
    Kind.DATA_MISSING: ("{actor} mangler: {data_type}.", "{actor} is without: {data_type}."),
    Kind.CITIZEN_ASKED: ("{actor} spørger borgeren om: {data_type}.", "{actor} asks the citizen about: {data_type}."),
    Kind.CASE_LEFT_OPEN: ("Opfølgningen slutter.", "The follow-up ends."),
}
"""Said in a course of regular contacts, instead of the sentence of the kind."""

AT_CONTACTS = {
    "again": (
        "Borgeren fortæller {actor} igen, hvad andre allerede ved: {data_type}.",
        "The citizen tells {actor} again what others already know: {data_type}.",
    ),
    "answered": ("{actor} ringer til {from_actor} og får svar.", "{actor} calls {from_actor} and is answered."),
    "unanswered": ("{actor} ringer forgæves til {from_actor}.", "{actor} calls {from_actor} in vain."),
    "thread": ("{actor} spørger i tråden: {from_actor}.", "{actor} asks in the thread: {from_actor}."),
    "old": ("{data_type}, {days} dage gammelt", "{data_type}, {days} days old"),
}
"""Said at contacts where a row says more: told again, calls, questions in writing, and how old what is learned is."""

ROUTINE_AT_CONTACTS = (Kind.LOOKED_UP, Kind.DATA_CREATED)
"""Not told in a course of regular contacts, where they come many times a day."""

JOINED_AT_CONTACTS: dict[int, str] = {
    Kind.STEP_DONE: "step",
    Kind.CONTACT_PAUSED: "step",
    Kind.CONTACT_IN_VAIN: "step",
    Kind.MESSAGE_SENT: "actor",
    Kind.LEARNED: "what",
    Kind.FORGOTTEN: "data_type",
    Kind.DATA_MISSING: "data_type",
    Kind.CITIZEN_ASKED: "data_type",
}
"""As `JOINED`, in a course of regular contacts."""

JOINED: dict[int, str] = {
    Kind.HOLDER_NAMED: "actor",
    Kind.REQUEST_SENT: "from_actor",
    Kind.REQUEST_REMINDED: "from_actor",
}
"""Kinds of which one sentence tells all of a day, and the word that differs."""
