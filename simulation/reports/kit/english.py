"""English sentences of the print kit that are not in the data; names and numbers are filled in."""

from collections.abc import Mapping
from typing import Final

EVERYWHERE: Final[Mapping[str, str]] = {
    "folder": "english",
    "other": "På dansk",
    "kit": "Workshop kit",
    "to_index": "To the overview",
    "footer": "An exercise. All citizens are fictitious.",
    "footer.from": "{rules} · Snebold {version}",
    "fictitious": "Fictitious person",
    "part_of": "sheet {place} of {all}",
}

PARTS: Final[Mapping[str, str]] = {
    "course_today": "The course today",
    "course_today.file": "1-course-today",
    "course_today.copies": "1 for the wall",
    "course_today.what": "Who does what today. Participants correct it on the sheet.",
    "course_tomorrow": "The course with the proposals",
    "course_tomorrow.file": "2-course-with-proposals",
    "course_tomorrow.copies": "1 for the wall, only after the course today has been gone through",
    "course_tomorrow.what": "The proposals, and the course with them. New and changed steps have a thick edge and a "
    "word.",
    "personas": "Persona cards",
    "personas.file": "3-persona-cards",
    "personas.copies": "1 for each table that uses the persona",
    "personas.what": "Story and own goals. On purpose the card does not say who knows something: the table is to "
    "find out.",
    "tasks": "Task cards",
    "tasks.file": "4-task-cards",
    "tasks.copies": "1 per pair that tries the task; cut along the dashed line",
    "tasks.what": "What is tried on each mock-up screen, with room for the answer. The right answer is told by the "
    "screen, not here.",
    "matrix": "Data matrix",
    "matrix.file": "5-data-matrix",
    "matrix.copies": "1 per table",
    "matrix.what": "Which data there are, who has them and who needs them. Show it after the exercise.",
    "signs": "Table signs",
    "signs.file": "6-table-signs",
    "signs.copies": "1 of each; fold along the dashed line",
    "signs.what": "One sign per role group. If you mix the groups, only the number of the table holds.",
    "information": "Information for participants",
    "information.file": "7-information",
    "information.copies": "1 per participant, before anything is measured",
    "information.what": "What is written down, what is not, and the right to pass. Fill in the fields at the end.",
    "questions": "Questions",
    "questions.file": "8-questions",
    "questions.copies": "2 per participant: one before and one after",
    "questions.what": "What only people can answer.",
    "review": "Case review form",
    "review.file": "9-case-review",
    "review.copies": "1 per case that is reviewed",
    "review.what": "Filled in without a name by who knows the case.",
}

INDEX: Final[Mapping[str, str]] = {
    "index.lead": "All that is to be printed for a workshop about “{course}” with the scenario “{scenario}”.",
    "index.how": "Open a part, press Ctrl+P (Mac: ⌘P), choose the paper of the list and 100 %. Black and white is "
    "enough. Nothing is fetched from the network.",
    "index.part": "Part",
    "index.paper": "Paper",
    "index.sheets": "Sheets",
    "index.copies": "Print",
    "index.what": "What it is",
    "index.a3": "A3 landscape",
    "index.a4": "A4 portrait",
    "index.a4_landscape": "A4 landscape",
    "index.all": "all",
    "index.caption": "What to print",
    "index.no_address": "The table signs have no QR code: give the address of the app with --address once it is known.",
    "index.no_to_be": "The scenario has no proposals, so only the course today is here. Choose a To-Be scenario for "
    "both.",
    "index.address": "The QR code on the table signs leads to {address}",
    "index.own_machine": "The address exists on this machine only: phones cannot reach it.",
}

COURSE: Final[Mapping[str, str]] = {
    "course.of": "{part}: {course}",
    "course.legend": "A lane for each who does something. Dashed: only time passes. Dot: continues from another "
    "phase. ↺: can go back. Do correct it on the sheet.",
    "course.legend_tomorrow": "Thick edge and “new” or “changed”: a proposal works here; the code is the "
    "proposal's, where there is room.",
    "course.new": "new",
    "course.changed": "changed",
    "course.gone": "Falls away: {steps}.",
    "course.proposals": "Proposals in the scenario “{scenario}”",
    "course.warning": "Not assessed in the source: feasibility, cost, law.",
    "course.code": "Proposal",
    "course.summary": "What is proposed",
    "course.pays": "Who pays with work",
    "course.seen": "Seen at",
    "course.seen_elsewhere": "changes how things are shared, not the steps",
    "course.own": "The scenario's own changes",
}

PEOPLE: Final[Mapping[str, str]] = {
    "people.aims": "Own goals",
    "people.about": "Case type: {case_type}",
    "people.notes": "Write here: Who turns out to know something? How did you find out?",
    "people.made_up": "The person is made up; likeness to real persons is chance.",
}

MATRIX: Final[Mapping[str, str]] = {
    "matrix.title": "Data matrix: {course}",
    "matrix.legend": "● has or makes the data   ○ needs them   ●○ both",
    "matrix.note": "The needs follow from steps, gathering, notices and appointments. Quality is in Danish. "
    "Write what is missing on the empty lines.",
    "matrix.data_type": "Data type",
    "matrix.form": "Form",
    "matrix.standard": "Standard",
    "matrix.quality": "Quality",
    "matrix.holds": "has",
    "matrix.needs": "needs",
    "matrix.empty": "empty line for what is missing",
}

SIGNS: Final[Mapping[str, str]] = {
    "signs.table": "Table {number}",
    "signs.here": "Professionals from",
    "signs.scan": "The screens on your phone",
    "signs.qr": "QR code to {address}",
}

TASKS: Final[Mapping[str, str]] = {
    "tasks.as_is": "As it is today",
    "tasks.to_be": "With the proposals",
    "tasks.both": "Today and with the proposals",
    "tasks.who": "Tried as:",
    "tasks.citizen": "the citizen",
    "tasks.at": "Citizen:",
    "tasks.day": "Day:",
    "tasks.qr": "QR code of screen {code}",
    "tasks.scan": "Open the screen",
    "tasks.written": "Fill in the fields on the screen, or write the answer here.",
    "tasks.done": "The task was:",
    "tasks.solved": "solved",
    "tasks.partly": "solved with help",
    "tasks.gave_up": "given up",
    "tasks.ease": "All in all the task was",
    "tasks.ease.low": "very hard",
    "tasks.ease.high": "very easy",
    "tasks.sure": "The answer is",
    "tasks.sure.low": "very unsure",
    "tasks.sure.high": "quite sure",
}

MORE: Final[Mapping[str, str]] = {**EVERYWHERE, **PARTS, **INDEX, **COURSE, **PEOPLE, **MATRIX, **SIGNS, **TASKS}
