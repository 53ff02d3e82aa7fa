"""Every Danish sentence of the screens, by key; `english.py` has the same keys."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "app": "Snebold",
    "language": "Sprog",
    "banner": "Opdigtede mennesker og simulerede tal. Resultater er ikke belæg for noget om virkelige borgere.",
    "restart": "Start forfra",
    # parts of Streamlit
    "names.sidebar": "Menu",
    "names.pages": "Sider",
    "names.open_pages": "Vis siderne",
    "names.close_pages": "Skjul siderne",
    "names.open": "Åbn",
    "names.file": "Fil",
    # pages
    "start.nav": "Start",
    "compare.nav": "Sammenlign",
    # start
    "start.title": "Hvad ville det ændre at dele oplysninger anderledes?",
    "start.lead": "Vælg et borgerforløb. De samme opdigtede borgere med de samme tilfældigheder møder forløbet, som "
    "det er i dag, og som det kunne være.",
    "start.scenarios": "Sammenligner: {scenarios}",
    "start.run": "Kør og sammenlign",
    "start.picture_waits": "Billedet tegnes af de første gentagelser, som spilles nu.",
    "start.picture_name": "Billede af sammenligningen",
    "start.picture": "Billede af sammenligningen: {said}",
    # compare
    "compare.title": "Sammenlign",
    "compare.course": "Borgerforløb",
    "compare.scenarios": "Scenarier – det første er det, de andre sammenlignes med",
    "compare.choose": "Vælg scenarier",
    "compare.too_few": "Vælg mindst to scenarier.",
    "compare.section": "Del af resultatet",
    "compare.about": "Det, der sammenlignes",
    "compare.unknown": "Linket nævner noget, der ikke findes her ({names}). Det er sprunget over.",
    "own": "{title} (egen fil: {name})",
    "single": "Kun {title}",
    # progress
    "progress.start": "Spiller de første gentagelser. De første tal kommer, når to er færdige.",
    "progress.some": "{done} af {wanted} gentagelser – tallene bygger på {counted} og bliver skarpere",
    "progress.few": "{done} af {wanted} gentagelser – de første tal kommer, når to er færdige",
    "progress.done": "Alle {wanted} gentagelser er spillet.",
    # downloads
    "downloads": "Hent resultatet",
    "downloads.lead": "Alle tal bag figurerne, så langt sammenligningen er nået.",
    "downloads.html": "HTML-side",
    "downloads.xlsx": "Regneark (XLSX)",
    "downloads.csv": "Tabel (CSV)",
    "downloads.json": "Alt (JSON)",
    # what can go wrong
    "wrong.data": "Der er fejl i data, så sammenligningen kan ikke køres. Ret dem, og prøv igen.",
    "wrong.run": "Sammenligningen kan ikke køres: {why}.",
    "wrong.again": "Prøv igen",
    "wrong.program": "Noget gik galt i programmet. Genindlæs siden; sker det igen, så meld fejlen.",
}
