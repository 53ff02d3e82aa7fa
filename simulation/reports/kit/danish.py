"""Danish sentences of the print kit that are not in the data; names and numbers are filled in."""

from collections.abc import Mapping
from typing import Final

EVERYWHERE: Final[Mapping[str, str]] = {
    "folder": "dansk",
    "other": "In English",
    "kit": "Workshop-kit",
    "to_index": "Til oversigten",
    "footer": "Øvelse. Alle borgere er opdigtede.",
    "footer.from": "{rules} · Snebold {version}",
    "fictitious": "Opdigtet person",
    "part_of": "ark {place} af {all}",
}

PARTS: Final[Mapping[str, str]] = {
    "course_today": "Forløbet i dag",
    "course_today.file": "1-forloebet-i-dag",
    "course_today.copies": "1 til væggen",
    "course_today.what": "Hvem gør hvad i dag. Deltagerne retter direkte på arket.",
    "course_tomorrow": "Forløbet med forslagene",
    "course_tomorrow.file": "2-forloebet-med-forslagene",
    "course_tomorrow.copies": "1 til væggen, først når forløbet i dag er gennemgået",
    "course_tomorrow.what": "Forslagene, og forløbet med dem. Nye og ændrede skridt har tyk kant og et ord.",
    "personas": "Personakort",
    "personas.file": "3-personakort",
    "personas.copies": "1 pr. bord, der bruger personaen",
    "personas.what": "Historie og egne mål. Kortet siger med vilje ikke, hvem der ved noget: det skal bordet finde "
    "ud af.",
    "tasks": "Opgavekort",
    "tasks.file": "4-opgavekort",
    "tasks.copies": "1 pr. par, der prøver opgaven; klip på den stiplede linje",
    "tasks.what": "Hvad der prøves på hver øvelsesskærm, med plads til svaret. Det rigtige svar står på skærmen, "
    "ikke her.",
    "matrix": "Datamatrix",
    "matrix.file": "5-datamatrix",
    "matrix.copies": "1 pr. bord",
    "matrix.what": "Hvilke oplysninger der er, hvem der har dem, og hvem der har brug for dem. Vis den efter øvelsen.",
    "signs": "Bordskilte",
    "signs.file": "6-bordskilte",
    "signs.copies": "1 af hvert; fold på den stiplede linje",
    "signs.what": "Et skilt pr. rollegruppe. Blander I grupperne, gælder kun bordets nummer.",
    "information": "Information til deltagere",
    "information.file": "7-information",
    "information.copies": "1 pr. deltager, før noget måles",
    "information.what": "Hvad der skrives ned, hvad der ikke gør, og retten til at springe over. Udfyld felterne "
    "nederst.",
    "questions": "Spørgsmål",
    "questions.file": "8-spoergsmaal",
    "questions.copies": "2 pr. deltager: én før og én efter",
    "questions.what": "Det, som kun mennesker kan svare på.",
    "review": "Skema til sagsgennemgang",
    "review.file": "9-sagsgennemgang",
    "review.copies": "1 pr. sag, der gennemgås",
    "review.what": "Udfyldes uden navn af den, der kender sagen.",
}

INDEX: Final[Mapping[str, str]] = {
    "index.lead": "Alt, hvad der skal printes til en workshop om «{course}» med scenariet «{scenario}».",
    "index.how": "Åbn en del, tryk Ctrl+P (Mac: ⌘P), vælg papiret i listen og 100 %. Sort-hvid er nok. Intet hentes "
    "fra nettet.",
    "index.part": "Del",
    "index.paper": "Papir",
    "index.sheets": "Ark",
    "index.copies": "Print",
    "index.what": "Hvad det er",
    "index.a3": "A3 liggende",
    "index.a4": "A4 stående",
    "index.a4_landscape": "A4 liggende",
    "index.all": "alle",
    "index.caption": "Hvad der skal printes",
    "index.no_address": "Bordskiltene har ingen QR-kode: giv appens adresse med --address, når den kendes.",
    "index.no_to_be": "Scenariet har ingen forslag, så kun forløbet i dag er med. Vælg et To-Be-scenarie for at få "
    "begge.",
    "index.address": "QR-koden på bordskiltene fører til {address}",
    "index.own_machine": "Adressen findes kun på denne maskine: telefoner kan ikke nå den.",
}

COURSE: Final[Mapping[str, str]] = {
    "course.of": "{part}: {course}",
    "course.legend": "En bane for hver, der gør noget. Stiplet: kun ventetid. Prik: fortsætter fra en anden fase. "
    "↺: kan gå tilbage. Ret gerne på arket.",
    "course.legend_tomorrow": "Tyk kant og «ny» eller «ændret»: her virker et forslag; koden er forslagets, når der "
    "er plads.",
    "course.new": "ny",
    "course.changed": "ændret",
    "course.gone": "Falder væk: {steps}.",
    "course.proposals": "Forslag i scenariet «{scenario}»",
    "course.warning": "Ikke vurderet i kilden: gennemførlighed, omkostninger, jura.",
    "course.code": "Forslag",
    "course.summary": "Hvad foreslås",
    "course.pays": "Hvem betaler med arbejde",
    "course.seen": "Ses ved",
    "course.seen_elsewhere": "ændrer, hvordan der deles, ikke skridtene",
    "course.own": "Scenariets egne ændringer",
}

PEOPLE: Final[Mapping[str, str]] = {
    "people.aims": "Egne mål",
    "people.about": "Sagstype: {case_type}",
    "people.notes": "Skriv her: Hvem viser sig at vide noget? Hvordan fandt I ud af det?",
    "people.made_up": "Personen er opdigtet; lighed med virkelige personer er tilfældig.",
}

MATRIX: Final[Mapping[str, str]] = {
    "matrix.title": "Datamatrix: {course}",
    "matrix.legend": "● har eller danner oplysningen   ○ har brug for den   ●○ begge dele",
    "matrix.note": "Behovene er udledt af forløbets skridt, indhentning, beskeder og aftaler. Skriv det, "
    "der mangler, på de tomme linjer.",
    "matrix.data_type": "Datatype",
    "matrix.form": "Form",
    "matrix.standard": "Standard",
    "matrix.quality": "Kvalitet",
    "matrix.holds": "har",
    "matrix.needs": "har brug for",
    "matrix.empty": "tom linje til det, der mangler",
}

SIGNS: Final[Mapping[str, str]] = {
    "signs.table": "Bord {number}",
    "signs.here": "Fagpersoner fra",
    "signs.scan": "Skærmene på din telefon",
    "signs.qr": "QR-kode til {address}",
}

TASKS: Final[Mapping[str, str]] = {
    "tasks.as_is": "Som det er i dag",
    "tasks.to_be": "Med forslagene",
    "tasks.both": "I dag og med forslagene",
    "tasks.who": "Prøves som:",
    "tasks.citizen": "borgeren",
    "tasks.at": "Borger:",
    "tasks.day": "Dag:",
    "tasks.qr": "QR-kode til skærm {code}",
    "tasks.scan": "Åbn skærmen",
    "tasks.written": "Udfyld felterne på skærmen, eller skriv svaret her.",
    "tasks.done": "Opgaven blev:",
    "tasks.solved": "løst",
    "tasks.partly": "løst med hjælp",
    "tasks.gave_up": "opgivet",
    "tasks.ease": "Alt i alt var opgaven",
    "tasks.ease.low": "meget svær",
    "tasks.ease.high": "meget let",
    "tasks.sure": "Svaret er",
    "tasks.sure.low": "meget usikkert",
    "tasks.sure.high": "helt sikkert",
}

MORE: Final[Mapping[str, str]] = {**EVERYWHERE, **PARTS, **INDEX, **COURSE, **PEOPLE, **MATRIX, **SIGNS, **TASKS}
