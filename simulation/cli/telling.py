"""The command that tells one citizen's story: explain."""

from simulation.cli.output import out, table
from simulation.draws.uniforms import Luck
from simulation.experiments.asked import Asked, scenario_of
from simulation.experiments.replication import Played, played
from simulation.measures.measured import measure
from simulation.reports.page.numbers import number
from simulation.reports.story import Teller
from simulation.reports.titles import CAUSES
from simulation.values.cannot_run import CannotRun
from simulation.values.causes import Cause
from simulation.values.wording import Lang

WORDS = {
    "en": {
        "day": "Day",
        "date": "Date",
        "where": "Where the time went (days)",
        "total": "lead time",
        "open": "the case was still open",
        "who": "Citizen {n}: {persona}, simulated and fictitious",
    },
    "da": {
        "day": "Dag",
        "date": "Dato",
        "where": "Hvor tiden gik (dage)",
        "total": "gennemløbstid",
        "open": "sagen var stadig åben",
        "who": "Borger {n}: {persona}, simuleret og opdigtet",
    },
}


def explain(name: str, beside: str | None, citizen: int, seed: int, citizens: int, lang: Lang) -> None:
    """Tell one citizen's course day by day, beside the same citizen in another scenario."""
    names = [name] if beside in (None, name) else [name, str(beside)]
    luck = Luck(seed, 0, remembers=True)
    found = [played(scenario_of(Asked(one)), luck, citizens) for one in names]
    tellers = [Teller(one.world, one.inputs, one.log, lang) for one in found]
    place = tellers[0].observed(citizen)
    same_citizen(found, place)
    cast = found[0].inputs.cast
    persona = found[0].world.personas[cast.personas[int(cast.persona[place])]]
    words = WORDS[lang]
    out.print(words["who"].format(n=citizen, persona=persona.title), style="bold")
    out.print(persona.story.in_language(lang) + "\n")
    stories = [{told.day: told for told in teller.days(place)} for teller in tellers]
    rows = []
    for day in sorted({day for story in stories for day in story}):
        date = next(story[day].date for story in stories if day in story)
        told = ["\n".join(story[day].sentences) if day in story else "" for story in stories]
        rows.append((str(day), date.strftime("%d.%m.%Y"), *told))
    table("", (words["day"], words["date"], *names), rows, right=(0,))
    show_causes(found, names, place, lang)


def same_citizen(found: list[Played], place: int) -> None:
    """See that the place means the same citizen in every scenario.

    Raises:
        CannotRun: when arrivals differ between the scenarios.
    """
    if len({(int(one.inputs.cast.persona[place]), int(one.inputs.cast.opened[place])) for one in found}) > 1:
        raise CannotRun("the scenarios have different arrivals, so this citizen is not the same in both")


def show_causes(found: list[Played], names: list[str], place: int, lang: Lang) -> None:
    """Show where the citizen's time went; the causes add up to the lead time. Nothing in a course without an end."""
    if any(one.world.course.closes is None for one in found):
        return
    words = WORDS[lang]
    columns = []
    for one in found:
        measured = measure(one.world, one.inputs, one.log)
        number_of = int(one.inputs.cast.observed[:place].sum())
        columns.append(
            {
                cause.name.lower(): float(measured.columns[f"cause_{cause.name.lower()}_days"][number_of])
                for cause in Cause
            }
        )
    rows = []
    for cause in CAUSES:
        days = [column[cause] for column in columns]
        if any(day > 0 for day in days):
            rows.append((CAUSES[cause][lang == "en"], *(number(day, "days", lang) for day in days)))
    totals = [sum(column.values()) for column in columns]
    shown = [words["open"] if total != total else number(total, "days", lang) for total in totals]
    table(words["where"], ("", *names), [*rows, (words["total"], *shown)], right=range(1, len(names) + 1))
