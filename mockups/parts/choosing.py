"""The choice of the page Hvad nu hvis: kept in the address, with steps back and forth, and variants."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from mockups.parts.address import choice as kept_choice
from mockups.parts.address import keep
from mockups.texts import Texts
from mockups.views.choices import Course
from mockups.views.whatif_choice import MOST_VARIANTS, Choice, Steps, choice_in
from simulation import Proposal, UncertainInput, inputs_of, proposals_of

STEPS, TURN = "whatif-steps", "whatif-turn"


@dataclass(frozen=True)
class Desk:
    """What somebody has chosen for a course, and how to choose otherwise."""

    course: Course

    @property
    def as_is(self) -> str:
        """Return the name of the scenario as it is today."""
        return self.course.main[0]

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """Return the proposals of the course."""
        return proposals_of(self.course.id)

    @cached_property
    def inputs(self) -> Mapping[str, UncertainInput]:
        """Return the inputs that can be moved."""
        return inputs_of(self.as_is)

    @cached_property
    def choice(self) -> Choice:
        """Return what is chosen now."""
        return self.read(kept_choice("what"))

    @cached_property
    def variants(self) -> tuple[Choice, ...]:
        """Return the choices that were kept."""
        texts = [text for text in kept_choice("variants").split("|") if text]
        return tuple(dict.fromkeys(map(self.read, texts)))[:MOST_VARIANTS]

    @property
    def more(self) -> tuple[str, ...]:
        """Return the inputs for which a slider was asked for."""
        return tuple(one for one in kept_choice("sliders").split("+") if one in self.inputs)

    @property
    def steps_key(self) -> str:
        """Return under what the steps of this course are in the session."""
        return f"{STEPS}-{self.course.id}"

    @property
    def steps(self) -> Steps:
        """Return the steps taken in this session."""
        found = st.session_state.get(self.steps_key)
        return found if isinstance(found, Steps) else Steps()

    def read(self, text: str) -> Choice:
        """Return the choice that a text says."""
        return choice_in(text, [one.id for one in self.proposals], self.inputs)

    def take(self, new: Choice, *, anew: bool = True) -> None:
        """Choose; with `anew`, switches and sliders are set as the choice says."""
        before = kept_choice("what")
        if new.text != before:
            st.session_state[self.steps_key] = self.steps.taken(before)
            keep("what", new.text)
        _turn(anew=anew)

    def go(self, way: Callable[[str], tuple[str, Steps]]) -> None:
        """Go a step back or forth."""
        text, st.session_state[self.steps_key] = way(kept_choice("what"))
        keep("what", text)
        _turn(anew=True)

    def keep_variants(self, variants: tuple[Choice, ...]) -> None:
        """Keep these choices as variants."""
        keep("variants", "|".join(one.text for one in variants))

    def add_slider(self, pattern: str) -> None:
        """Give one more input a slider."""
        keep("sliders", "+".join(dict.fromkeys((*self.more, pattern))))
        _turn(anew=True)


def turn() -> int:
    """Return a number that is another one whenever switches and sliders must be set from outside."""
    return int(st.session_state.get(TURN, 0))


def _turn(*, anew: bool) -> None:
    st.session_state[TURN] = turn() + anew


def show_steps(desk: Desk, texts: Texts) -> None:
    """Offer to go back and forth, to begin anew, and to keep the choice as a variant."""
    taken = desk.steps
    with st.container(horizontal=True, key="steps"):
        st.button(texts("whatif.undo"), key="undo", disabled=not taken.past, on_click=lambda: desk.go(desk.steps.back))
        st.button(
            texts("whatif.redo"), key="redo", disabled=not taken.future, on_click=lambda: desk.go(desk.steps.forth)
        )
        st.button(
            texts("whatif.restart"), key="restart", disabled=desk.choice.is_empty, on_click=lambda: desk.take(Choice())
        )
        is_kept = desk.choice in desk.variants
        st.button(
            texts("whatif.keep"),
            key="keep",
            type="primary",
            disabled=desk.choice.is_empty or is_kept or len(desk.variants) >= MOST_VARIANTS,
            on_click=lambda: desk.keep_variants((*desk.variants, desk.choice)),
        )
