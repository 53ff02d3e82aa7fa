"""The English sentences of the page Hvad nu hvis; `danish_whatif.py` has the same keys."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "whatif.nav": "What if",
    "whatif.title": "What if",
    "whatif.lead": "Switch proposals on and off, and move what we do not know. The same citizens with the same luck "
    "meet the course as it is today and as you choose it here.",
    # status
    "whatif.busy": "Working …",
    "whatif.first": "Working – {done} of {wanted} replications have been played; the first numbers come when two are "
    "done",
    "whatif.rough": "Rough numbers: {counted} of {wanted} replications – they get sharper",
    "whatif.sharp": "Sharp numbers: all {wanted} replications count",
    "whatif.empty": "Nothing is changed yet. Switch a proposal on, or move a slider.",
    # steps
    "whatif.undo": "Undo",
    "whatif.redo": "Redo",
    "whatif.restart": "Start over",
    "whatif.keep": "Keep as a variant",
    # proposals
    "whatif.controls": "What is changed?",
    "whatif.proposals": "Proposals",
    "whatif.not_assessed": "Not assessed in the source: feasibility, cost, law.",
    "whatif.bundle": "Begin with",
    "whatif.bundle.choose": "Choose a bundle",
    "whatif.pays": "Who pays: {pays}",
    "whatif.refused": "Cannot be chosen together with {others}.",
    "whatif.uptake": "Share of actors that take the proposals up",
    "whatif.uptake.decided": "The share of actors that take the proposals up follows from {code}.",
    "whatif.decided": "Cannot be moved while {code} is chosen: “{title}”.",
    # inputs
    "whatif.inputs": "What we do not know",
    "whatif.inputs.lead": "A slider changes your proposal only, not “as it is today”.",
    "whatif.ranking.fresh": "The sliders are the assumptions that move the result most, as the stored sensitivity "
    "analysis says.",
    "whatif.ranking.outdated": "The sliders are the assumptions that moved the result most, but the sensitivity "
    "analysis was made from older files. A new one: {command}",
    "whatif.ranking.none": "There is no stored sensitivity analysis, so the page cannot say which assumptions matter "
    "most. Find some yourself below, or run: {command}",
    "whatif.add": "Show one more slider",
    "whatif.add.choose": "Search among all estimates and assumptions",
    "whatif.range": "Believed between {low} and {high}; today {now}",
    "whatif.lowest": "lowest",
    "whatif.highest": "highest",
    "whatif.as_now": "as now",
    "whatif.lower": "{share} % towards lowest",
    "whatif.higher": "{share} % towards highest",
    # results
    "whatif.choice": "Your proposal",
    "whatif.as_today": "as today",
    "whatif.moved.one": "1 assumption moved",
    "whatif.moved.many": "{count} assumptions moved",
    # variants
    "whatif.variants": "Variants beside each other",
    "whatif.variants.none": "Keep a proposal as a variant to see several beside each other.",
    "whatif.variants.full": "There is room for {most} variants. Remove one first.",
    "whatif.variants.fetch": "Fetch {letter}",
    "whatif.variants.remove": "Remove {letter}",
    # save
    "whatif.save": "Save as a scenario file",
    "whatif.save.lead": "The file can be checked with snebold validate and played with snebold compare. Never write "
    "about real people.",
    "whatif.save.title": "What shall the proposal be called?",
    "whatif.save.because": "Why? {title}: {value}",
    "whatif.save.no_title": "First write what the proposal shall be called.",
    "whatif.save.no_because": "First write a why for each assumption you have moved.",
    "whatif.save.refused": "The file cannot be saved as it stands.",
    "whatif.save.download": "Download the scenario file",
}
