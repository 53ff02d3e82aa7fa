"""The Danish sentences of the page Hvad nu hvis; `english_whatif.py` has the same keys."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "whatif.nav": "Hvad nu hvis",
    "whatif.title": "Hvad nu hvis",
    "whatif.lead": "Slå forslag til og fra, og flyt på det, vi ikke ved. De samme borgere med de samme tilfældigheder "
    "møder forløbet, som det er i dag, og som I vælger det her.",
    # status
    "whatif.busy": "Regner …",
    "whatif.first": "Regner – {done} af {wanted} gentagelser er spillet; de første tal kommer, når to er færdige",
    "whatif.rough": "Grove tal: {counted} af {wanted} gentagelser – de bliver skarpere",
    "whatif.sharp": "Skarpe tal: alle {wanted} gentagelser er med",
    "whatif.empty": "Intet er ændret endnu. Slå et forslag til, eller flyt en skyder.",
    # steps
    "whatif.undo": "Fortryd",
    "whatif.redo": "Gør igen",
    "whatif.restart": "Start forfra",
    "whatif.keep": "Gem som variant",
    # proposals
    "whatif.controls": "Hvad skal ændres?",
    "whatif.proposals": "Forslag",
    "whatif.not_assessed": "Ikke vurderet i kilden: gennemførlighed, omkostninger, jura.",
    "whatif.bundle": "Begynd med",
    "whatif.bundle.choose": "Vælg et samlet bud",
    "whatif.pays": "Hvem betaler: {pays}",
    "whatif.refused": "Kan ikke vælges sammen med {others}.",
    "whatif.uptake": "Andel af aktører, der tager forslagene i brug",
    "whatif.uptake.decided": "Andelen af aktører, der tager forslagene i brug, følger af {code}.",
    "whatif.decided": "Kan ikke flyttes, mens {code} er valgt: «{title}».",
    # inputs
    "whatif.inputs": "Det, vi ikke ved",
    "whatif.inputs.lead": "En skyder ændrer kun jeres bud, ikke «som det er i dag».",
    "whatif.ranking.fresh": "Skyderne er de antagelser, der flytter resultatet mest ifølge den gemte "
    "følsomhedsanalyse.",
    "whatif.ranking.outdated": "Skyderne er de antagelser, der flyttede resultatet mest, men følsomhedsanalysen er "
    "lavet af ældre filer. Ny: {command}",
    "whatif.ranking.none": "Der er ingen gemt følsomhedsanalyse, så siden kan ikke sige, hvilke antagelser der betyder "
    "mest. Find selv nogle frem herunder, eller kør: {command}",
    "whatif.add": "Vis en skyder mere",
    "whatif.add.choose": "Søg blandt alle skøn og antagelser",
    "whatif.range": "Menes at ligge mellem {low} og {high}; i dag {now}",
    "whatif.lowest": "lavest",
    "whatif.highest": "højest",
    "whatif.as_now": "som nu",
    "whatif.lower": "{share} % mod lavest",
    "whatif.higher": "{share} % mod højest",
    # results
    "whatif.choice": "Jeres bud",
    "whatif.as_today": "som i dag",
    "whatif.moved.one": "1 antagelse flyttet",
    "whatif.moved.many": "{count} antagelser flyttet",
    # variants
    "whatif.variants": "Varianter ved siden af hinanden",
    "whatif.variants.none": "Gem et bud som variant for at se flere ved siden af hinanden.",
    "whatif.variants.full": "Der er plads til {most} varianter. Fjern en først.",
    "whatif.variants.fetch": "Hent {letter} frem",
    "whatif.variants.remove": "Fjern {letter}",
    # save
    "whatif.save": "Gem som scenariefil",
    "whatif.save.lead": "Filen kan kontrolleres med snebold validate og køres med snebold compare. Skriv aldrig om "
    "virkelige personer.",
    "whatif.save.title": "Hvad skal buddet hedde?",
    "whatif.save.because": "Hvorfor? {title}: {value}",
    "whatif.save.no_title": "Skriv først, hvad buddet skal hedde.",
    "whatif.save.no_because": "Skriv først et hvorfor til hver antagelse, I har flyttet.",
    "whatif.save.refused": "Filen kan ikke gemmes, som den står.",
    "whatif.save.download": "Hent scenariefilen",
}
