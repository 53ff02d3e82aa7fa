"""Every English sentence of the screens, by key; `danish.py` has the same keys."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "app": "Snebold",
    "language": "Language",
    "banner": "Fictitious people and simulated numbers. Results are no evidence about real citizens.",
    "restart": "Start over",
    # parts of Streamlit
    "names.sidebar": "Menu",
    "names.pages": "Pages",
    "names.open_pages": "Show the pages",
    "names.close_pages": "Hide the pages",
    "names.open": "Open",
    "names.file": "File",
    # pages
    "start.nav": "Start",
    "compare.nav": "Compare",
    # start
    "start.title": "What would it change to share information in another way?",
    "start.lead": "Choose a citizen course. The same fictitious citizens with the same luck meet the course as it is "
    "today and as it could be.",
    "start.scenarios": "Compares: {scenarios}",
    "start.run": "Run and compare",
    "start.picture_waits": "The picture is drawn from the first replications, which are being played.",
    "start.picture_name": "Picture of the comparison",
    "start.picture": "Picture of the comparison: {said}",
    # compare
    "compare.title": "Compare",
    "compare.course": "Citizen course",
    "compare.scenarios": "Scenarios – the first is what the others are compared with",
    "compare.choose": "Choose scenarios",
    "compare.too_few": "Choose at least two scenarios.",
    "compare.section": "Part of the result",
    "compare.about": "What is compared",
    "compare.unknown": "The link names something that is not here ({names}). It was left out.",
    "own": "{title} (own file: {name})",
    "single": "Only {title}",
    # progress
    "progress.start": "Playing the first replications. The first numbers come when two are done.",
    "progress.some": "{done} of {wanted} replications – the numbers rest on {counted} and get sharper",
    "progress.few": "{done} of {wanted} replications – the first numbers come when two are done",
    "progress.done": "All {wanted} replications have been played.",
    # downloads
    "downloads": "Download the result",
    "downloads.lead": "All numbers behind the figures, as far as the comparison has come.",
    "downloads.html": "HTML page",
    "downloads.xlsx": "Workbook (XLSX)",
    "downloads.csv": "Table (CSV)",
    "downloads.json": "Everything (JSON)",
    # what can go wrong
    "wrong.data": "The data hold faults, so the comparison cannot be run. Correct them and try again.",
    "wrong.run": "The comparison cannot be run: {why}.",
    "wrong.again": "Try again",
    "wrong.program": "Something went wrong in the program. Reload the page; if it happens again, report it.",
}
