"""How far a comparison has come, and why it goes no further, in words."""

from dataclasses import dataclass

from mockups.texts import Texts
from simulation import CannotRun, Snapshot, WrongData


@dataclass(frozen=True)
class Trouble:
    """Why a comparison cannot be run."""

    sentence: str
    details: str = ""
    """Every fault with its place, for who wrote the file."""


def progress_line(snapshot: Snapshot, texts: Texts) -> str:
    """Return how far a comparison has come, in one sentence."""
    numbers = {"done": snapshot.done, "wanted": snapshot.wanted, "counted": snapshot.counted}
    if snapshot.is_final:
        return texts("progress.done", **numbers)
    if snapshot.counted:
        return texts("progress.some", **numbers)
    return texts("progress.few" if snapshot.done else "progress.start", **numbers)


def trouble_of(snapshot: Snapshot, texts: Texts) -> Trouble | None:
    """Return why a comparison goes no further, or None where it does."""
    return None if snapshot.failure is None else trouble_of_failure(snapshot.failure, texts)


def trouble_of_failure(why: WrongData | CannotRun, texts: Texts) -> Trouble:
    """Return a failure in words."""
    if isinstance(why, WrongData):
        return Trouble(texts("wrong.data"), why.text(texts.lang))
    return Trouble(texts("wrong.run", why=why.text(texts.lang).rstrip(".")))
