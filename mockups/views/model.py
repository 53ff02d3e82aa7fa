"""What the page Modellen says of who there is, what can be known, and whom it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mockups.texts import Texts
from mockups.views.tables import table
from simulation import Table, World, linked, network
from simulation import amount_in_words as amount
from simulation import term_in_words as term


@dataclass(frozen=True)
class Network:
    """Systems that exchange data, drawn and said."""

    svg: str
    said: str


@dataclass(frozen=True)
class PersonaCard:
    """A fictitious citizen."""

    title: str
    story: str
    facts: tuple[tuple[str, str], ...]


def _titles(world: World, names: Iterable[str], texts: Texts) -> str:
    actors = world.actors
    return ", ".join(actors[name].title.in_language(texts.lang) for name in names if name in actors)


def actors_table(world: World, texts: Texts) -> Table:
    """Return a row per actor."""
    columns = ("model.actor", "model.sector", "model.domain", "model.asked_by", "model.named")
    rows = [
        (
            actor.title.in_language(texts.lang),
            term(actor.sector, texts.lang),
            world.domains[actor.domain].in_language(texts.lang),
            amount(actor.answers.delay, texts.lang) if actor.answers and actor.answers.delay else "",
            ", ".join(world.sources[one].title for one in actor.named_in) or texts("model.none"),
        )
        for actor in world.actors.values()
    ]
    return table(texts("model.actors"), [texts(key) for key in columns], rows)


def systems_table(world: World, texts: Texts) -> Table:
    """Return a row per system, with what it exchanges data with: what the figure draws."""
    columns = ("model.system", "model.owner", "model.holds", "model.read_by", "model.linked", "model.named")
    graph = linked(world)
    rows = [
        (
            system.title.in_language(texts.lang),
            _titles(world, [system.owner], texts),
            system.holds.in_language(texts.lang),
            _titles(world, system.read_by, texts),
            ", ".join(
                world.systems[other].title.in_language(texts.lang)
                for other in sorted(graph.adj.get(name, ()), key=list(world.systems).index)
            ),
            world.sources[system.source].title if system.source in world.sources else texts("model.none"),
        )
        for name, system in world.systems.items()
    ]
    return table(texts("model.systems"), [texts(key) for key in columns], rows)


def network_of(world: World) -> Network | None:
    """Return the drawing of systems that exchange data, None where none does."""
    drawn = network(world, "systems")
    return None if drawn is None else Network(drawn.svg, drawn.said)


def domains(world: World, texts: Texts) -> dict[str, str]:
    """Return the titles of domains that data types belong to."""
    used = {kind.domain for kind in world.data_types.values()}
    return {name: title.in_language(texts.lang) for name, title in world.domains.items() if name in used}


def matrix(world: World, texts: Texts) -> Table:
    """Return how the data types spread over domains and forms, by their codes."""
    forms = list(dict.fromkeys(kind.form for kind in world.data_types.values()))
    rows = [
        (title, *(_in_cell(world, domain, form, texts) for form in forms))
        for domain, title in domains(world, texts).items()
    ]
    columns = [texts("model.domain"), *(term(form, texts.lang) for form in forms)]
    return table(texts("model.matrix"), columns, rows)


def _in_cell(world: World, domain: str, form: str, texts: Texts) -> str:
    kinds = (kind for kind in world.data_types.values() if (kind.domain, kind.form) == (domain, form))
    return ", ".join(kind.code or kind.title.in_language(texts.lang) for kind in kinds)


def data_table(world: World, domain: str, texts: Texts) -> Table:
    """Return a row per data type of a domain, of all where none is named."""
    keys = ("model.data", "model.domain", "model.form", "model.held_by", "model.need")
    more = ("model.format", "model.quality", "model.standard", "model.kle")
    rows = [
        (
            f"{kind.code or ''} {kind.title.in_language(texts.lang)}".strip(),
            world.domains[kind.domain].in_language(texts.lang),
            term(kind.form, texts.lang),
            _titles(world, kind.held_by, texts) or texts("model.produced"),
            term(kind.need, texts.lang),
            term(kind.format, texts.lang) if kind.format else "",
            kind.quality or "",
            kind.standard or "",
            kind.kle,
        )
        for kind in world.data_types.values()
        if domain in ("", kind.domain)
    ]
    return table(texts("model.part.data"), [texts(key) for key in (*keys, *more)], rows)


def personas(world: World, texts: Texts) -> Sequence[PersonaCard]:
    """Return a card per persona."""
    lang, cards = texts.lang, []
    for persona in world.personas.values():
        group = world.glossary.get(persona.group or "")
        facts = (
            (texts("model.motive"), persona.motive.in_language(lang)),
            (texts("model.difficulty"), persona.difficulty.in_language(lang) if persona.difficulty else ""),
            (texts("model.group"), "" if group is None else group.en if lang == "en" else group.da),
            (texts("model.case"), world.case_types[persona.case_type].title.in_language(lang)),
            (texts("model.involved"), _titles(world, persona.involves, texts)),
        )
        cards.append(PersonaCard(persona.title, persona.story.in_language(lang), tuple(one for one in facts if one[1])))
    return cards
