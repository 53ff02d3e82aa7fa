"""What every walk through the screens asks of a page: nothing cut, nothing too wide, nobody shut out."""

from pathlib import Path
from typing import Any

from simulation import Fold, Section, html_of

AXE = Path(__file__).parent / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
WIDE, NARROW = 1440, 390
REHABILITATION, PILOT = "course=rehabilitation", "course=dual_diagnosis"
CARDS, FIGURE, TABLE, BALL = ".snebold .cards", ".js-plotly-plot", ".snebold table", ".ball .disc"
PAGES = {
    "start": ("/", "img.picture"),
    "compare": (f"/sammenlign?{REHABILITATION}", CARDS),
    "whatif": (f"/hvad-nu-hvis?{REHABILITATION}&what=case_portal", CARDS),
    "snowball": (f"/snebolden?{REHABILITATION}&day=60", BALL),
    "journey": (f"/forloeb?{REHABILITATION}", FIGURE),
    "model": (f"/modellen?{REHABILITATION}", "img.network"),
}
"""Address of each page, and what it shows when it is there."""
FURTHER = {
    **{
        f"compare {name}": (f"/sammenlign?{REHABILITATION}&section={name}", TABLE)
        for name in ("time", "gathering", "snowball", "needs", "work", "personas")
    },
    "compare method": (f"/sammenlign?{REHABILITATION}&section=method", "[data-testid=stExpander] summary"),
    "pilot": (f"/sammenlign?{PILOT}", CARDS),
    "pilot needs": (f"/sammenlign?{PILOT}&section=needs", TABLE),
    "pilot whatif": (f"/hvad-nu-hvis?{PILOT}&what=notices", CARDS),
    "pilot snowball": (f"/snebolden?{PILOT}&day=60&truth=1", BALL),
    "pilot journey": (f"/forloeb?{PILOT}", FIGURE),
    "whatif inputs": (f"/hvad-nu-hvis?{REHABILITATION}&what=case_portal&controls=inputs", CARDS),
    "variants": (f"/hvad-nu-hvis?{REHABILITATION}&what=read_access&variants=case_portal|read_access", CARDS),
    **{
        f"model {part}": (f"/modellen?{REHABILITATION}&part={part}", wait)
        for part, wait in (
            ("data", TABLE),
            ("processes", ".bjs-container .djs-shape"),
            ("personas", "article.persona"),
            ("measures", TABLE),
            ("measures&maal=gathering_days", TABLE),
            ("numbers", TABLE),
            ("assumptions", TABLE),
            ("file", "textarea"),
        )
    },
}
"""The further parts of the pages, and the course of contacts."""
TOO_WIDE = """() => {
  const unseen = "[style*='clip: rect(0px']";  // a field of one point, for who does not see the drawn one
  const inBox = (e) => e.closest(".scroll, .scrolls, .drawing, .js-plotly-plot, [data-testid=stHeader], " + unseen);
  const out = (e) => e.getBoundingClientRect().right > window.innerWidth + 1 && !inBox(e);
  const found = [...document.querySelectorAll("[data-testid=stMain] *")].filter(out);
  return document.documentElement.scrollWidth > window.innerWidth ? ["the page"] : found.map((e) => e.outerHTML.slice(0, 80));
}"""
CUT = """() => [...document.querySelectorAll("h1, h2, h3, h4, p, li, tbody tr, td, th, button, summary, [data-baseweb=select] div")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible" && e.offsetParent)
  .map((e) => e.textContent.slice(0, 80))"""
HIDDEN = """() => {
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap((e) => e.shadowRoot || [])];
  const far = (box, [x, y]) => Math.hypot(Math.max(box.left - x, x - box.right, 0), Math.max(box.top - y, y - box.bottom, 0));
  const round = (e) => { const box = e.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2, box.width / 2]; };
  const strikes = (e, other) => {
    const circle = round(other);
    if (e.parentNode === other.parentNode || e.parentNode.parentNode === other.parentNode) return false;
    if (e.matches("circle")) { const own = round(e); return Math.hypot(own[0] - circle[0], own[1] - circle[1]) < circle[2] + 0.8 * own[2]; }
    const box = e.getBoundingClientRect();
    return box.width > 0 && far(box, circle) < circle[2] - 1;
  };
  const leaves = (e, frame) => {
    const [box, whole] = [e.getBoundingClientRect(), frame.getBoundingClientRect()];
    return box.width > 0 && (box.left < whole.left || box.right > whole.right || box.top < whole.top || box.bottom > whole.bottom);
  };
  return roots.flatMap((root) => [...root.querySelectorAll(".ball figure svg")]).flatMap((one) =>
    [...one.querySelectorAll(".bead, text.label tspan")]
      .filter((e) => leaves(e, one) || [...one.querySelectorAll(".disc, .bead")].some((other) => strikes(e, other)))
      .map((e) => e.closest("g").textContent + e.className.baseVal));
}"""
"""Numbers and names of a snowball that its circles cover or strike out, or that leave the picture."""
SMALL = """() => [...document.querySelectorAll("img.picture, img.network")].filter((e) => e.clientWidth < 600).map((e) => e.alt.slice(0, 80))"""
"""Drawings of some 800 points in width whose words are too small to read."""
NOT_IN_HEADING_ORDER = """() => {
  const levels = [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3, h4)")].map((e) => Number(e.tagName[1]));
  return levels.filter((level, place) => level > (levels[place - 1] || 0) + 1);
}"""
MARK = """() => {
  const can = "a[href], button, input, select, textarea, summary, [tabindex]";
  const found = [];
  const look = (root) => { for (const e of root.querySelectorAll("*")) {
    if (e.matches(can) && e.tabIndex >= 0 && !e.disabled && e.checkVisibility() && e.getClientRects().length) found.push(e);
    if (e.shadowRoot) look(e.shadowRoot);
  } };
  look(document);
  found.forEach((e, place) => { e.reachedAs = place; });
  return found.map((e) => [e.closest("[role=radiogroup], [role=tablist]") ? "group" : "", e.outerHTML.slice(0, 120)]);
}"""
REACHED = """() => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  return here?.reachedAs ?? -1;
}"""


CELLS = """(root) => Object.fromEntries([...root.querySelectorAll("table")].map((table) =>
  [table.caption?.textContent.trim() ?? "", [...table.querySelectorAll("td, th")].map((e) => e.textContent.replace(/\\s+/g, " ").trim())]))"""
"""What each table of a page says, by caption."""


def other_numbers(page: Any, section: Section | Fold) -> dict[str, Any]:
    """Return the tables of a section or a fold that the page shows otherwise, or not at all; folded ones apart."""
    tables = [block for block in section.blocks if block.kind == "table"]
    parsed = f"(html) => ({CELLS})(new DOMParser().parseFromString(html, 'text/html'))"
    written = page.evaluate(parsed, html_of(tables, "x"))
    shown = page.evaluate(f"() => ({CELLS})(document)")
    assert len(written) == len(tables) > 0
    return {caption: shown.get(caption) for caption in written if shown.get(caption) != written[caption]}


def faults_of(page: Any) -> dict[str, Any]:
    """Return all that is wrong with a page as it stands, by what was asked; nothing where nothing is."""
    page.add_script_tag(path=AXE)
    asked = {
        "too wide": page.evaluate(TOO_WIDE),
        "cut": page.evaluate(CUT),
        "hidden": page.evaluate(HIDDEN),
        "too small": page.evaluate(SMALL),
        "heading order": page.evaluate(NOT_IN_HEADING_ORDER),
        "headings": [] if page.locator("h1").count() == 1 else ["not one"],
        "language": [] if page.evaluate("document.documentElement.lang") == "da" else ["not Danish"],
        "axe": [
            (one["id"], [node["html"][:200] for node in one["nodes"]])
            for one in page.evaluate("(rules) => axe.run(document, {runOnly: rules})", RULES)["violations"]
        ],
    }
    return {name: found for name, found in asked.items() if found}


def out_of_reach(page: Any) -> list[str]:
    """Return what cannot be reached with the tab key; of a group of choices, arrows reach the rest."""
    marked = page.evaluate(MARK)
    reached = set()
    for _ in range(2 * len(marked) + 20):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(REACHED))
        if len(reached - {-1}) == len(marked):
            break
    return [html for place, (group, html) in enumerate(marked) if not group and place not in reached]
