"""The Danish sentences of the page's last parts: work, citizen by citizen, and how the numbers are made."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # work
    "work.title": "Arbejde og udgifter",
    "work.lead": "Minutter er fagpersoners arbejde pr. sag. Kroner er minutterne ganget med en timepris; det er prisen "
    "på tiden, ikke en besparelse på et budget. Frigjort tid bliver kun til penge, hvis nogen bestemmer det.",
    "work.pays": "{scenario}: mere arbejde for {actors}.",
    "work.gains": "{scenario}: mindre arbejde for {actors}.",
    "work.nobody_pays": "{scenario}: ingen får mere arbejde.",
    "work.nobody_gains": "{scenario}: ingen får mindre arbejde.",
    "work.actor": "{actor} ({minutes} min.)",
    "work.others": "og {count} andre",
    "work.figure": "Hvem arbejder mere, og hvem mindre?",
    "work.axis": "Minutter pr. sag: til venstre mindre, til højre mere",
    "work.alt": "Ændring i arbejde, minutter pr. sag. {sentences}",
    "work.figure_note": "De {count} største ændringer; resten står i tabellen.",
    "work.table": "Arbejde pr. aktør, minutter pr. sag",
    "work.cost_table": "Arbejdets pris pr. aktør, kr. pr. sag",
    "work.activity_table": "Arbejde efter aktivitet, minutter pr. sag",
    "work.details": "Minutter efter aktør og aktivitet",
    "work.details_table": "{scenario}: minutter pr. sag efter aktør og aktivitet",
    "work.no_interval": "Forskelle mellem gennemsnit; intervaller for arbejdet i alt står i «Alle mål i tal».",
    "work.total": "I alt",
    "work.citizen": "Borgernes egne timer",
    "work.citizen_lead": "Borgernes tid står i timer og regnes aldrig om til kroner.",
    "work.citizen_table": "Borgernes egen tid, timer pr. sag",
    "work.none": "Arbejdet er ikke opgjort i denne sammenligning.",
    "messages.title": "Beskeder",
    "messages.table": "Beskeder pr. sag efter kanal",
    "column.actor": "Aktør",
    "column.activity": "Aktivitet",
    "column.channel": "Kanal",
    # citizen by citizen
    "personas.title": "Borger for borger",
    "personas.lead": "Et gennemsnit kan skjule, at nogen får det værre. Derfor står hver opdigtet borger for sig, de "
    "dårligst stillede i «{first}» øverst.",
    "personas.figure": "Forskel for hver borger",
    "personas.axis": "Forskel{unit}: til venstre {less}, til højre {more}",
    "personas.alt": "Forskel i «{measure}» for hver borger, de dårligst stillede først. {sentences}",
    "personas.alt_one": "{persona}: {changes}.",
    "personas.figure_note": "Prikken er forskellen, stregen dens 95 %-interval. Rammer stregen nullinjen, er "
    "forskellen ikke sikker.",
    "personas.table": "{measure} for hver borger",
    "personas.worst": "dårligst stillet: {scenarios}",
    "personas.cast": "Borgerne og deres vægt",
    "personas.cast_note": "Vægten siger, hvor ofte en borger af den slags kommer, i forhold til de andre. Gennemsnit "
    "på siden bruger disse vægte; de er valgt og er ikke statistik.",
    "personas.none": "Intet er opgjort for de enkelte borgere i denne sammenligning.",
    "courses.title": "Kortere og længere forløb",
    "courses.lead": "Samme borger med samme tilfældigheder i begge scenarier.",
    "courses.table": "Andel af forløbene, der bliver kortere, længere eller er lige lange",
    "courses.note": "Andelene afhænger af, hvordan tilfældighederne er koblet mellem scenarierne.",
    "spillover.title": "Borgere, som ingen ændring rører",
    "spillover.some": "{scenario}: {count} simulerede borgere møder ingen ændring, men deres gennemløbstid bliver i "
    "gennemsnit {change}, fordi de står i kø med andre.",
    "spillover.zero": "{scenario}: {count} simulerede borgere møder ingen ændring, og deres gennemløbstid er den "
    "samme.",
    "spillover.none": "{scenario}: ikke opgjort.",
    "column.persona": "Borger",
    "column.weight": "Vægt",
    "column.n_in": "n: {scenario}",
    "column.shorter": "Kortere",
    "column.longer": "Længere",
    "column.same": "Lige lange",
    # method
    "method.title": "Sådan er tallene lavet",
    "method.replication": "Hvad er en gentagelse?",
    "method.replication_text": "En gentagelse er hele forløbet spillet igennem én gang for {citizens} borgere med et "
    "nyt sæt tilfældigheder: hvem der svarer, hvor længe det tager, hvem der peger på hvem. Tilfældighederne er "
    "trukket på forhånd, så de samme borgere møder de samme tilfældigheder i alle scenarier. Det, der ikke læser en "
    "ændret værdi, er præcis ens.",
    "method.two": "To slags usikkerhed, aldrig blandet",
    "method.luck": "Tilfældigheder: intervallerne på siden siger, hvor meget tallene svinger mellem {replications} "
    "gentagelser. Flere gentagelser gør dem smallere.",
    "method.assumptions": "Antagelser: om skøn og antagelser er rigtige, siger intervallerne intet om. Det vises for "
    "sig under «{rests}», og flere gentagelser hjælper ikke.",
    "method.certain": "En forskel kaldes kun sikker, når intervallet ikke rummer 0, og når den er mindst så stor, "
    "som det på forhånd er sagt, at den skal være for at betyde noget. Sammenlignes flere scenarier på én gang, skal "
    "den også holde, når der tages højde for, at de er flere (Holms metode). Derfor kan et interval ligge helt på den "
    "ene side af 0, og der alligevel stå «ingen sikker forskel».",
    "method.not": "Det, modellen ikke siger noget om",
    "method.not_learning": "Læring: ingen bliver bedre til arbejdet med tiden.",
    "method.not_behaviour": "Ændret adfærd: borgere og fagpersoner gør som før. Intet forslag får nogen til at "
    "fortælle mere.",
    "method.not_quality": "Afgørelsernes kvalitet: modellen ser, hvad der lå på bordet, ikke om afgørelsen var rigtig.",
    "method.not_health": "Helbred og arbejde: om nogen får det bedre eller kommer i arbejde.",
    "method.not_violence": "Vold: der kendes ingen effektstørrelse, og der regnes aldrig en ud.",
    "method.assumed": "Antagelser og skøn, som scenarierne bygger på ({count})",
    "method.assumed_table": "Skønnede og antagne input",
    "method.no_assumptions": "Ingen skønnede eller antagne input er angivet.",
    "method.ledger": "{scenario}: ændringer ({count})",
    "method.ledger_table": "Ændringer i «{scenario}», hvorfor og hvor",
    "method.no_changes": "{scenario}: ingen ændringer.",
    "method.identity": "Scenariernes fingeraftryk",
    "method.identity_table": "Scenarier og deres SHA-256",
    "column.path": "Sted i modellen",
    "column.value": "Værdi",
    "column.old": "Før",
    "column.new": "Efter",
    "column.because": "Fordi",
    "column.place": "Fil og linje",
    "column.name": "Navn",
    "column.sha": "SHA-256",
    "added": "fandtes ikke",
    "removed": "fjernet",
}
