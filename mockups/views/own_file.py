"""What is said of a file that somebody pastes: the very faults that the command at the line tells."""

from dataclasses import dataclass
from pathlib import Path

from mockups.texts import Texts
from simulation import MOST_BYTES, WrongData, course_of, faults_of_text, other_files

MOST_LINES = 5
CPR = "cpr-number"
"""Code of the fault whose line is never shown again."""


@dataclass(frozen=True)
class Checked:
    """What a check found."""

    text: str
    sentence: str
    is_valid: bool = False
    faults: str = ""
    """Every fault, as `snebold validate` tells it."""
    lines: tuple[tuple[int, str], ...] = ()
    """The first lines that faults stand in, with their numbers."""
    course: str = ""
    """Course, where the file is a scenario that can be compared."""
    path: str = ""


def checked(text: str, path: Path, texts: Texts) -> Checked:
    """Return what is to be said of a file.

    Args:
        text: what was pasted.
        path: where it may be kept.
        texts: who speaks.
    """
    if not text.strip():
        return Checked(text, texts("model.empty"))
    if len(text.encode()) > MOST_BYTES:
        return Checked(text, texts("model.too_large", most=MOST_BYTES))
    if others := other_files(text):
        return Checked(text, texts("model.other_files", names=", ".join(others)))
    faults = faults_of_text(text, path)
    if not faults:
        return Checked(text, texts("model.valid"), True, course=course_of(text), path=str(path))
    wrong = WrongData(faults)
    written = text.splitlines()
    hidden = {fault.place.line for fault in wrong.faults if fault.code == CPR}
    numbers = dict.fromkeys(fault.place.line for fault in wrong.faults if fault.place.line <= len(written))
    lines = tuple((number, written[number - 1]) for number in list(numbers)[:MOST_LINES] if number not in hidden)
    sentence = texts("model.invalid", count=len(wrong.faults))
    return Checked(text, sentence, faults=wrong.text(texts.lang), lines=lines)
