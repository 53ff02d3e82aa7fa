"""English sentences of what participants are told and asked on paper."""

from collections.abc import Mapping
from typing import Final

INFORMATION: Final[Mapping[str, str]] = {
    "information.title": "To you who take part today",
    "information.lead": "We try out ways of working and screens on fictitious citizens. They are on trial, not you.",
    "information.written": "What we write down",
    "information.written.1": "your role group and your table number",
    "information.written.2": "how long a task takes, and whether it was solved or given up",
    "information.written.3": "your answers to questions before and after, and your proposals",
    "information.not_written": "What we do not write down",
    "information.not_written.1": "name, civil registration number, phone or mail",
    "information.not_written.2": "sound, pictures or video",
    "information.not_written.3": "anything about real citizens: never mention a real case in a task or an answer",
    "information.shown": "How answers are shown",
    "information.shown.1": "Per role group, never per person. Groups of fewer than {fewest} are merged with another.",
    "information.shown.2": "If a small group could be worked out from the others, one more group is merged.",
    "information.shown.3": "The times are not used to compare staff or workplaces. Your workplace gets no numbers "
    "about its own employees.",
    "information.rights": "What you may always do",
    "information.rights.1": "pass on a question, a task or a role, without saying why",
    "information.rights.2": "take a break or leave",
    "information.rights.3": "ask for your sheet back for as long as it lies on the table",
    "information.practice": "All is practice",
    "information.practice.1": "The citizens are fictitious, the screens are no real systems, many numbers are "
    "assumptions.",
    "information.practice.2": "The subject is close to real people's lives. If it becomes too much, tell the "
    "contact person.",
    "information.field.1": "Contact person today",
    "information.field.2": "Responsible for what is written down",
    "information.field.3": "It is deleted by",
}

QUESTIONS: Final[Mapping[str, str]] = {
    "questions.title": "Questions about “{course}”",
    "questions.lead": "One cross per question. Write no name. You may pass. Answers are shown per role group, and "
    "groups of fewer than {fewest} are merged.",
    "questions.when": "When do you answer?",
    "questions.before": "Before",
    "questions.after": "After",
    "questions.table": "Table",
    "questions.group": "Role group",
    "questions.from_work": "Answer from your work as it is before the workshop. After the workshop: as you believe "
    "it would be with what you have seen.",
    "questions.experienced": "Answer as you experience it before the workshop. After the workshop: as you believe "
    "it would be with what you have seen. Pass on questions to somebody else than you.",
    "questions.attitude": "The answers show attitudes in the room and are no measured effect.",
    "questions.skip": "I pass",
    "questions.remark": "Remark",
    "questions.N1": "How easy or hard is it to get an overview of where there are data about the citizen?",
    "questions.N2": "How easy or hard is it to judge which data matter to the case?",
    "questions.N3": "How easy or hard is it to collect the data that matter?",
    "scale.ease.1": "very hard",
    "scale.ease.2": "hard",
    "scale.ease.3": "neither",
    "scale.ease.4": "easy",
    "scale.ease.5": "very easy",
    "scale.degree.1": "not at all",
    "scale.degree.2": "a little",
    "scale.degree.3": "somewhat",
    "scale.degree.4": "mostly",
    "scale.degree.5": "fully",
}

FORMS: Final[Mapping[str, str]] = {**INFORMATION, **QUESTIONS}
