"""The English sentences of the page's last parts: work, citizen by citizen, and how the numbers are made."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # work
    "work.title": "Work and cost",
    "work.lead": "Minutes are professionals' work per case. Kroner are the minutes times a cost per hour; that is the "
    "price of the time, not a saving on a budget. Time set free becomes money only if somebody decides so.",
    "work.pays": "{scenario}: more work for {actors}.",
    "work.gains": "{scenario}: less work for {actors}.",
    "work.nobody_pays": "{scenario}: nobody gets more work.",
    "work.nobody_gains": "{scenario}: nobody gets less work.",
    "work.actor": "{actor} ({minutes} min.)",
    "work.others": "and {count} others",
    "work.figure": "Who works more, and who less?",
    "work.axis": "Minutes per case: less to the left, more to the right",
    "work.alt": "Change in work, minutes per case. {sentences}",
    "work.figure_note": "The {count} largest changes; the others are in the table.",
    "work.table": "Work per actor, minutes per case",
    "work.cost_table": "Cost of the work per actor, DKK per case",
    "work.activity_table": "Work by activity, minutes per case",
    "work.details": "Minutes by actor and activity",
    "work.details_table": "{scenario}: minutes per case by actor and activity",
    "work.no_interval": "Differences of means; intervals for the work in all are under “All measures in numbers”.",
    "work.total": "In all",
    "work.citizen": "Citizens' own hours",
    "work.citizen_lead": "Citizens' time is told in hours and never turned into money.",
    "work.citizen_table": "Citizens' own time, hours per case",
    "work.none": "Work is not defined in this comparison.",
    "messages.title": "Messages",
    "messages.table": "Messages per case by channel",
    "column.actor": "Actor",
    "column.activity": "Activity",
    "column.channel": "Channel",
    # citizen by citizen
    "personas.title": "Citizen by citizen",
    "personas.lead": "A mean can hide that somebody is worse off. So each fictitious citizen stands alone, the "
    "worst-off in “{first}” first.",
    "personas.figure": "Difference for each citizen",
    "personas.axis": "Difference{unit}: {less} to the left, {more} to the right",
    "personas.alt": "Difference in “{measure}” for each citizen, the worst-off first. {sentences}",
    "personas.alt_one": "{persona}: {changes}.",
    "personas.figure_note": "The dot is the difference, the line its 95% interval. Where the line meets zero, the "
    "difference is not certain.",
    "personas.table": "{measure} for each citizen",
    "personas.worst": "worst off: {scenarios}",
    "personas.cast": "The citizens and their weights",
    "personas.cast_note": "The weight says how often a citizen of the kind arrives, relative to the others. Means on "
    "this page use these weights; they are chosen and are no statistics.",
    "personas.none": "Nothing is defined for single citizens in this comparison.",
    "courses.title": "Shorter and longer courses",
    "courses.lead": "The same citizen with the same luck in both scenarios.",
    "courses.table": "Share of courses that become shorter or longer, or stay the same",
    "courses.note": "The shares depend on how luck is coupled between the scenarios.",
    "spillover.title": "Citizens whom no change touches",
    "spillover.some": "{scenario}: {count} simulated citizens meet no change, yet their lead time gets {change} on "
    "average, because they queue with others.",
    "spillover.zero": "{scenario}: {count} simulated citizens meet no change, and their lead time is the same.",
    "spillover.none": "{scenario}: not defined.",
    "column.persona": "Citizen",
    "column.weight": "Weight",
    "column.n_in": "n: {scenario}",
    "column.shorter": "Shorter",
    "column.longer": "Longer",
    "column.same": "The same",
    # method
    "method.title": "How the numbers are made",
    "method.replication": "What is a replication?",
    "method.replication_text": "A replication is the whole course played once for {citizens} citizens with a new set "
    "of luck: who answers, how long it takes, who points to whom. Luck is drawn beforehand, so that the same citizens "
    "meet the same luck in all scenarios. What reads no changed value is exactly equal.",
    "method.two": "Two kinds of uncertainty, never mixed",
    "method.luck": "Luck: the intervals on this page say how much the numbers vary between {replications} "
    "replications. More replications make them narrower.",
    "method.assumptions": "Assumptions: whether estimates and assumptions are right, the intervals do not say. That is "
    "shown apart under “{rests}”, and more replications do not help.",
    "method.certain": "A difference is called certain only where the interval does not hold 0, and where it is at "
    "least as large as was said beforehand that it must be to matter. Where several scenarios are compared at once, "
    "it must also hold when their number is allowed for (Holm's method). So an interval may lie on one side of 0 "
    "entirely and there is still “no certain difference”.",
    "method.not": "What the model says nothing about",
    "method.not_learning": "Learning: nobody gets better at the work with time.",
    "method.not_behaviour": "Changed behaviour: citizens and professionals act as before. No proposal makes anybody "
    "tell more.",
    "method.not_quality": "Quality of decisions: the model sees what was on the table, not whether the decision was "
    "right.",
    "method.not_health": "Health and work: whether anybody gets better or finds a job.",
    "method.not_violence": "Violence: no effect size is known, and none is ever worked out.",
    "method.assumed": "Assumptions and estimates that the scenarios rest on ({count})",
    "method.assumed_table": "Estimated and assumed inputs",
    "method.no_assumptions": "No estimated or assumed inputs are given.",
    "method.ledger": "{scenario}: changes ({count})",
    "method.ledger_table": "Changes in “{scenario}”, why and where",
    "method.no_changes": "{scenario}: no changes.",
    "method.identity": "Fingerprints of the scenarios",
    "method.identity_table": "Scenarios and their SHA-256",
    "column.path": "Place in the model",
    "column.value": "Value",
    "column.old": "Before",
    "column.new": "After",
    "column.because": "Because",
    "column.place": "File and line",
    "column.name": "Name",
    "column.sha": "SHA-256",
    "added": "was not there",
    "removed": "removed",
}
