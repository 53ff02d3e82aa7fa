"""What is needed at a contact, and whether what the professional knows is new enough (SEMANTICS S9.2)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.knowing import of_others, picture_of, source_of
from simulation.engine.reference.picture import Known, Picture, Wanted
from simulation.engine.reference.progress import Play
from simulation.engine.reference.state import Case
from simulation.population.contact_plans import NeedPlan


class Preparation:
    """One contact while its needs are met."""

    __slots__ = ("actor", "case", "knows", "now", "picture", "play", "row", "step")

    def __init__(self, play: Play, case: Case, step: int, row: int) -> None:
        """Take a contact (step) whose needs are to be met, and the row that made it possible."""
        self.play, self.case, self.step, self.row = play, case, step, row
        self.actor: int = play.steps[step].actor
        self.picture: Picture = picture_of(case)
        self.knows: list[Known | None] = self.picture.knows[self.actor]
        """What the actor knows, by matter."""
        self.now: int = play.clock.now


def wanted(at: Preparation, needs: tuple[NeedPlan, ...]) -> list[Wanted]:
    """Return the needs that ask for something, each with its matters."""
    asked = [(need, of_others(at.play, at.case, at.actor, need.data_type)) for need in needs]
    return [Wanted(need, matters, of_holders=at.play.holder_of[matters[0]] >= 0) for need, matters in asked if matters]


def is_met(at: Preparation, want: Wanted) -> bool:
    """Return whether the actor has what is needed, no older than useful.

    Of efforts and plans of others nobody knows how many there are: it is enough to have asked for all lately, or to be
    shown all.
    """
    is_sooner = want.side >= 0 and at.picture.state[want.side] in want.states
    oldest = want.sooner if is_sooner else want.oldest
    if want.of_holders:
        return asked_lately(at, want, oldest)
    for matter in want.matters:
        known = at.knows[matter]
        if known is not None and (known.is_live or oldest < 0 or at.now - known.as_of <= oldest):
            return True
    return False


def asked_lately(at: Preparation, want: Wanted, oldest: int) -> bool:
    """Return whether all of a type was asked for lately or is shown as it is."""
    asked = at.picture.asked_at[at.actor][want.data_type]
    if asked >= 0 and (oldest < 0 or at.now - asked <= oldest):
        return True
    for matter in want.matters:
        known = at.knows[matter]
        if known is None or not known.is_live:
            return False
    return True


def most_telling(at: Preparation, want: Wanted) -> tuple[int, int, Known | None]:
    """Return the matter that tells how old what is known is, its age in minutes and what is known; -1, 0, None if none.

    It is the oldest where each holder has its own, of equals the last; else the newest, of equals the first.
    """
    told_by, oldest_or_newest, found = -1, 0, None
    for matter in want.matters:
        known = at.knows[matter]
        if known is not None:
            age = 0 if known.is_live else at.now - known.as_of
            if found is None or (age >= oldest_or_newest if want.of_holders else age < oldest_or_newest):
                told_by, oldest_or_newest, found = matter, age, known
    return told_by, oldest_or_newest, found


def log(at: Preparation, want: Wanted, *, met: bool) -> None:
    """Write how old what is used is and how it came; or that nothing is there, or only what is too old."""
    matter, age, of = most_telling(at, want)
    is_used = of is not None and met
    at.play.row(
        at.case.citizen,
        Kind.DATA_USED if is_used else Kind.DATA_MISSING,
        at.row,
        step=at.step,
        actor=at.actor,
        data_type=want.data_type,
        from_actor=source_of(at.play, matter, of.giver) if of is not None else -1,
        channel=of.channel if of is not None else -1,
        value=age if is_used else 0,
    )
