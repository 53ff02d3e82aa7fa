"""The words of process drawings that are not in the data, in Danish and English."""

from collections.abc import Mapping
from typing import Final

from simulation.model.conditions import Condition
from simulation.model.steps import AnyStep, ContactStep
from simulation.model.world import World
from simulation.values.quantity import Quantity
from simulation.values.wording import Lang

WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {
    "da": {
        "citizen": "Borgeren",
        "begins": "Sagen begynder",
        "goes_on": "Sagen kommer fra en tidligere fase",
        "word": "Besked kommer",
        "ends": "Ikke mere her",
        "closes": "Sagen lukkes",
        "yes": "ja",
        "no": "nej",
        "back": "Om igen?",
        "sent_back": "sendt tilbage",
        "tell": "Besked sendes",
        "asks": "anmodning",
        "replies": "svar",
        "asks_consent": "beder om samtykke",
        "consents": "svarer",
        "tells": "fortæller",
        "invites": "indkalder",
        "find": "Find ud af, hvem der har oplysninger",
        "ask": "Spørg – og ryk",
        "reply": "Svar kommer eller udebliver",
        "judge": "Læs og vurdér",
        "more": "Nævnes nye?",
        "own": "Aktøren selv",
        "share": "{share} %",
        "not": "ikke {what}",
        "rules": "regler: {what}",
        "tags": "træk: {what}",
        "case_types": "sagstype: {what}",
        "involves": "har {what}",
        "decided": "{step} = {answers}",
        "or": " eller ",
        "and": "; ",
        "told": "Fortæl: {title}",
        "flow": "Deling: {title}",
        "step": "Skridt {id}. {basis}",
        "documented": "Skridtet er nævnt i en kilde.",
        "reasoned": "Skridtet er vores egen slutning.",
        "part": "{course} – {part}",
        "every_minutes": "hvert {number}. minut",
        "every_one_minutes": "hvert minut",
        "every_hours": "hver {number}. time",
        "every_one_hours": "hver time",
        "every_working_days": "hver {number}. arbejdsdag",
        "every_one_working_days": "hver arbejdsdag",
        "every_calendar_days": "hver {number}. dag",
        "every_one_calendar_days": "hver dag",
        "every_weeks": "hver {number}. uge",
        "every_one_weeks": "hver uge",
    },
    "en": {
        "citizen": "The citizen",
        "begins": "The case begins",
        "goes_on": "The case comes from an earlier phase",
        "word": "Word comes",
        "ends": "Nothing more here",
        "closes": "The case is closed",
        "yes": "yes",
        "no": "no",
        "back": "Once more?",
        "sent_back": "sent back",
        "tell": "Word is sent",
        "asks": "request",
        "replies": "reply",
        "asks_consent": "asks for consent",
        "consents": "answers",
        "tells": "tells",
        "invites": "invites",
        "find": "Find out who has information",
        "ask": "Ask – and remind",
        "reply": "A reply comes or stays away",
        "judge": "Read and judge",
        "more": "Are others named?",
        "own": "The actor itself",
        "share": "{share} %",
        "not": "not {what}",
        "rules": "rules: {what}",
        "tags": "trait: {what}",
        "case_types": "case type: {what}",
        "involves": "has {what}",
        "decided": "{step} = {answers}",
        "or": " or ",
        "and": "; ",
        "told": "Tell: {title}",
        "flow": "Sharing: {title}",
        "step": "Step {id}. {basis}",
        "documented": "A source names the step.",
        "reasoned": "The step is our own reasoning.",
        "part": "{course} – {part}",
        "every_minutes": "every {number} minutes",
        "every_one_minutes": "every minute",
        "every_hours": "every {number} hours",
        "every_one_hours": "every hour",
        "every_working_days": "every {number} working days",
        "every_one_working_days": "every working day",
        "every_calendar_days": "every {number} days",
        "every_one_calendar_days": "every day",
        "every_weeks": "every {number} weeks",
        "every_one_weeks": "every week",
    },
}


ANSWERS: Final[Mapping[str, tuple[str, str]]] = {
    "absent": ("ikke til stede", "absent"),
    "conversation": ("samtale", "conversation"),
    "letter": ("brev", "letter"),
    "moved": ("flyttet", "moved"),
    "needed": ("ja, nødvendig", "yes, needed"),
    "no_team": ("uden team", "no team"),
    "not_moved": ("ikke flyttet", "not moved"),
    "not_needed": ("ikke nødvendig", "not needed"),
    "ordinary_measures": ("ordinær indsats", "ordinary measures"),
    "other_effort": ("anden indsats", "other effort"),
    "present": ("til stede", "present"),
    "team": ("team", "team"),
}
"""Answers of decisions (Danish, English) that are no words of the glossary."""


class Speaker:
    """Names things of a world in one language."""

    def __init__(self, world: World, lang: Lang) -> None:
        """Take what is named, and in which language."""
        self.world, self.lang = world, lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with its values filled in."""
        return WORDS[self.lang][key].format(**values)

    def titled(self, name: str) -> str:
        """Return the title of whatever has this id, the id as words where nothing has."""
        world = self.world
        rooms = (world.actors, world.roles, world.steps, world.life, world.case_types, world.rule_sets, world.flows)
        for room in rooms:
            if name in room:
                return room[name].title.in_language(self.lang)
        if name in ANSWERS:
            return ANSWERS[name][self.lang == "en"]
        term = world.glossary.get(name)
        return name.replace("_", " ") if term is None else term.en if self.lang == "en" else term.da

    def any_of(self, names: tuple[str, ...]) -> str:
        """Return titles with "or" between."""
        return self("or").join(self.titled(name) for name in names)

    def when(self, step: AnyStep) -> str:
        """Return when a step is taken, empty where always."""
        parts = [self.titled(step.on)] if step.on and not isinstance(step, ContactStep) else []
        parts += self.parts_of(step.only_if) if step.only_if else []
        if isinstance(step, ContactStep):
            parts += [self.during(side, states) for side, states in step.during.items()]
            parts += [self.share(step.chance)] if step.chance else []
        return self("and").join(parts)

    def during(self, side: str, states: tuple[str, ...]) -> str:
        """Return states of a side of life."""
        found = self.world.states[side]
        return f"{found.title.in_language(self.lang)}: " + self("or").join(
            found.states[one].in_language(self.lang) for one in states
        )

    def share(self, quantity: Quantity) -> str:
        """Return the middle of a share."""
        return self("share", share=f"{100 * middle(quantity):g}")

    def every(self, quantity: Quantity) -> str:
        """Return how often something comes back."""
        number = f"{middle(quantity):g}"
        return self(f"every_{quantity.unit}" if number != "1" else f"every_one_{quantity.unit}", number=number)

    def note(self, name: str, step: AnyStep) -> str:
        """Return what a step documents of itself."""
        return self("step", id=f"{step.code or ''} {name}".strip(), basis=self(step.basis))

    def parts_of(self, condition: Condition) -> list[str]:
        """Return the parts of a condition, all of which must hold."""
        found = []
        if condition.chance is not None:
            found.append(self.share(condition.chance))
        if condition.not_case_types:
            found.append(self("not", what=self.any_of(condition.not_case_types)))
        if condition.not_tags:
            found.append(self("not", what=self.any_of(condition.not_tags)))
        named = (("case_types", condition.case_types), ("tags", condition.tags), ("involves", condition.involves))
        found += [self(key, what=self.any_of(names)) for key, names in named if names]
        if condition.rule_sets:
            found.append(self("rules", what=self.any_of(condition.rule_sets)))
        for step, answers in condition.decided.items():
            found.append(self("decided", step=self.titled(step), answers=self.any_of(answers)))
        return found


def middle(quantity: Quantity) -> float:
    """Return the number that stands for a quantity: its value, most likely value, median or mean."""
    return quantity.numbers()[quantity.form]
