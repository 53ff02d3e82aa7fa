"""The documents: whole for every scenario, sound as Markdown and HTML, and saying only what the data say."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from results_example import example_result
from small_worlds import actor, citizen, count, data_type, days, person, share, step, text, work, world

from simulation.model.world import World
from simulation.reading import shipped
from simulation.reading.scenario import Scenario, scenario_named
from simulation.reports.assumptions import quantities_of
from simulation.reports.deliverables import amounts, deliverables, files_of, names, paths
from simulation.reports.deliverables import danish_fields as fields
from simulation.reports.deliverables.danish import DA
from simulation.reports.deliverables.document import Cards, Cell, Document, Heading, Paragraph, Points, Table
from simulation.reports.deliverables.material import Material, material_of, order_of_code
from simulation.reports.deliverables.sharing_needs import SharingNeed, sharing_needs
from simulation.reports.deliverables.swimlanes import swimlanes
from simulation.reports.key_types import hints_of, models_in
from simulation.values.quantity import Evidence, Quantity

NAMES = [f"{course}/{name}" for course in shipped.courses() for name in shipped.scenarios_of(course)]
COURSES = shipped.courses()
VOID = {"meta", "link", "br", "wbr", "hr", "img"}
DIGITS = re.compile(r"\d+(?:[.,\u202f]\d+)*")


@cache
def scenario(name: str) -> Scenario:
    return scenario_named(name)


@cache
def material(name: str) -> Material:
    course = name.partition("/")[0]
    beside = [scenario(f"{course}/{other}") for other in shipped.scenarios_of(course)]
    return material_of(scenario(name), beside, None)


@cache
def documents(name: str) -> dict[str, Document]:
    return {document.name: document for document in deliverables(material(name))}


@cache
def written(name: str) -> Mapping[str, str]:
    return {file: content.decode() for file, content in files_of(material(name), "1").items()}


def words_of(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell.da} {getattr(cell, 'en', '')}"


def cells(document: Document) -> Iterator[str]:
    """Yield every text of a document but its columns of counts."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield words_of(block.text)
        elif isinstance(block, Points):
            yield from map(words_of, block.items)
        elif isinstance(block, Table):
            yield from (words_of(cell) for row in block.rows for at, cell in enumerate(row) if at not in block.numbers)
        elif isinstance(block, Cards):
            yield from (f"{card.title} {words_of(value)}" for card in block.cards for _, value in card.facts)


def table_of(document: Document, caption: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.caption == caption)


class Sound(HTMLParser):
    """Follows tags to their end and gathers ids, links and languages."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_there_as_markdown_and_as_a_page(name: str) -> None:
    found = written(name)
    for document in documents(name):
        assert found[f"{document}.md"].startswith("# ")
        assert found[f"{document}.html"].lstrip().startswith("<!doctype html>")
    assert {file.rpartition(".")[2] for file in found} == {"md", "html", "svg"}
    assert all(re.fullmatch(r"[a-z0-9-]+\.(md|html|svg)", file) for file in found)


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_well_formed_and_fetch_nothing(name: str) -> None:
    for file, page in written(name).items():
        if not file.endswith(".html"):
            continue
        sound = Sound()
        sound.feed(page)
        assert sound.open == []
        ids = [one["id"] for one in sound.attributes if "id" in one]
        assert len(ids) == len(set(ids))
        named = {word for one in sound.attributes for word in (one.get("aria-labelledby") or "").split()}
        assert named <= set(ids)
        links = {one["href"] for one in sound.attributes if "href" in one}
        assert all(link.lstrip("#") in ids or link in written(name) for link in links if link)
        assert not [one for one in sound.attributes if "src" in one]
        assert '<html lang="da">' in page


@pytest.mark.parametrize("name", NAMES)
def test_rows_of_markdown_tables_have_as_many_cells_as_their_heads(name: str) -> None:
    for file, content in written(name).items():
        if file.endswith(".md"):
            for table in re.findall(r"(?:^\|.*\|$\n?)+", content, re.MULTILINE):
                assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1
            pictures = re.findall(r"\]\(([\w-]+\.\w+)\)", content)
            assert set(pictures) <= set(written(name))


def numbers_in(value: object) -> Iterator[str]:
    """Yield every number of some data as documents may write it, those inside words included."""
    if isinstance(value, Quantity):
        scale = 100 if value.unit == "share" else 1
        yield from (amounts.figure(scale * number) for number in value.numbers().values())
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        yield from (number for pair in value.items() for part in pair for number in numbers_in(part))
    elif isinstance(value, tuple | list):
        yield from (number for part in value for number in numbers_in(part))
    elif isinstance(value, str):
        yield from DIGITS.findall(value)
    elif isinstance(value, int | float):
        yield amounts.figure(value)


@pytest.mark.parametrize("name", NAMES)
def test_no_document_says_a_number_that_the_data_do_not(name: str) -> None:
    found = material(name)
    worlds = [found.as_is, *(one.world for one in found.to_be)]
    old = [quantity for one in found.to_be for entry in one.ledger for quantity in raw_quantities(entry.old, entry.new)]
    allowed = set(numbers_in([*worlds, *(proposal for proposal, _ in found.proposals()), *old, dict(DA)]))
    allowed |= {str(len(getattr(found.as_is, room))) for room in ("systems", "channels", "glossary")}
    counted = {"3-systemoverblik": 1, "4-it-landskab": 1, "3-begreber-og-basisdata": 1}
    for document in documents(name).values():
        texts = list(cells(document))
        if document.name in counted:
            texts = [one for one in texts if not one.endswith(("et andet system. ", "mellem systemer. ", "giver. "))]
        assert {number for one in texts for number in DIGITS.findall(one)} - allowed <= derived(found.as_is), (
            document.name
        )


def derived(as_is: World) -> set[str]:
    """Return the counts that documents may give: of systems, owners, channels, terms, and the rows to fill in."""
    owners = {system.owner for system in as_is.systems.values()}
    linked = {
        name for name, system in as_is.systems.items() for name in (name, *system.integrations) if system.integrations
    }
    missing = sum(not term.definition for term in as_is.glossary.values())
    digital = sum(channel.digital for channel in as_is.channels.values())
    return {str(one) for one in (len(owners), len(linked), missing, digital, *range(1, 6))}


def raw_quantities(*values: Any) -> Iterator[Any]:
    """Yield the numbers inside plain values of a ledger."""
    for value in values:
        if isinstance(value, Mapping) and "unit" in value:
            yield Quantity.model_validate(value)
        elif isinstance(value, Mapping):
            yield from raw_quantities(*value.values())
        elif value is not None:
            yield value


@pytest.mark.parametrize("course", COURSES)
def test_every_assumed_number_is_asked_about_once(course: str) -> None:
    guide = documents(f"{course}/as_is")["1-spoergeguide"]
    rows = [row for block in guide.blocks if isinstance(block, Table) for row in block.rows]
    assumed = [one for _, one in quantities_of(material(f"{course}/as_is").as_is) if one.kind == Evidence.ASSUMED]
    assert len(rows) == len(assumed)
    assert sorted(str(row[1]) for row in rows) == sorted(map(amounts.in_words, assumed))
    assert all(row[3:] == ("", "", "") for row in rows)


@pytest.mark.parametrize("course", COURSES)
def test_all_steps_personas_goals_rules_and_systems_are_told(course: str) -> None:
    as_is, told = material(f"{course}/as_is").as_is, written(f"{course}/as_is")
    markdown = {file: content.replace("\\", "") for file, content in told.items() if file.endswith(".md")}
    for step_ in as_is.steps.values():
        for file in ("3-borgerforloeb.md", "3-sagsgennemgangsskema.md"):
            assert step_.title.da in markdown[file]
    assert all(one.title in markdown["3-personas.md"] for one in as_is.personas.values())
    assert all(one.title.da in markdown["3-lovgrundlag.md"] for one in as_is.legal_basis.values())
    assert all(one.title.da in markdown["3-systemoverblik.md"] for one in as_is.systems.values())
    goals = markdown["3-maal.md"] + markdown["4-to-be-maal-og-processer.md"]
    assert all(goal.text.da in goals for goal in as_is.goals.values())
    assert all(term.da in markdown["3-begreber-og-basisdata.md"] for term in as_is.glossary.values())


@pytest.mark.parametrize("name", NAMES)
def test_each_change_of_a_scenario_is_told_from_what_to_what_with_its_reason(name: str) -> None:
    asked, document = scenario(name), documents(name)["4-to-be-maal-og-processer"]
    for proposal, at in material(name).proposals():
        caption = DA["tobe.changes"].format(code=proposal.code, title=proposal.title.da)
        entries = [entry for entry in at.ledger if entry.origin == proposal.id]
        assert [row[4] for row in table_of(document, caption).rows] == [entry.because for entry in entries]
    assert {one.id for one in asked.interventions} <= {proposal.id for proposal, _ in material(name).proposals()}


def test_every_number_of_the_model_has_danish_words() -> None:
    keys = {name for model in models_in((World,)) for name, hint in hints_of(model).items() if "Quantity" in str(hint)}
    assert keys - set(fields.FIELDS) - set(World.model_fields) == set()


def test_no_template_names_anything_of_the_data() -> None:
    ids = {
        name
        for course in COURSES
        for room in ("actors", "personas")
        for name in getattr(material(f"{course}/as_is").as_is, room)
    }
    folder = Path(str(files("simulation"))) / "reports" / "templates" / "deliverables"
    for path in folder.iterdir():
        assert set(re.findall(r"\w+", path.read_text(encoding="utf-8"))) & {*ids, *COURSES} == set()


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ({"unit": "working_days", "low": 3, "mode": 8, "high": 20}, "8 (3–20) arbejdsdage"),
        ({"unit": "share", "value": 0.055, "low": 0.03, "high": 0.09}, "5,5 (3–9)\u00a0%"),
        ({"unit": "weeks", "value": 1}, "1 uge"),
        ({"unit": "calendar_days", "typical": 5, "at_most": 12}, "typisk 5, sjældent over 12 kalenderdage"),
        ({"unit": "working_days", "mean": 0.25}, "i gennemsnit 0,25 arbejdsdage"),
        ({"unit": "dkk", "value": 44793}, "44\u202f793 kr."),
        ({"unit": "factor", "value": 2.34567}, "2,346 gange"),
        ({"unit": "count", "value": 4}, "4"),
    ],
)
def test_numbers_are_read_in_danish(quantity: dict[str, Any], words: str) -> None:
    given = Quantity.model_validate({"kind": "assumed", "because": "x", **quantity})
    assert amounts.in_words(given) == words


def test_proposals_stand_in_the_order_of_their_codes() -> None:
    assert sorted(["P10", "P16b", "P2", "D1", "P16a"], key=order_of_code) == ["D1", "P2", "P10", "P16a", "P16b"]


def contact_world(**more: Any) -> World:
    """Return a course of regular contacts: nine roles, each of an actor of its own, who tell and ask each other."""
    actors = {f"a{number}": actor(title=text(f"Sted {number}")) for number in range(9)}
    roles = {f"r{number}": person(actor=f"a{number}") for number in range(9)}
    contacts = {
        f"c{number}": step(
            "contact",
            by=f"r{number}",
            minutes=quantity_of("minutes", 30),
            every=days(7),
            needs=[{"data_type": "mood"}] if number == 1 else [],
        )
        for number in range(9)
    }
    contacts["c2"]["during"] = {"mind": ["calm"]}
    sides = {"title": text("Sind"), "states": {"calm": text("Rolig"), "low": text("Nede")}, "first": "calm"}
    event = {"title": text("Krise"), "rate": quantity_of("per_year", 1), "at_most": 2, "basis": "reasoned",
             "seen_by": ["a3"], "becomes": {"mind": "low"}}  # fmt: skip
    telling = {
        "by": "a3",
        "actors": ["a4"],
        "data_types": ["mood"],
        "chance": share(0.5),
        "delay": days(1),
        "channel": "mail",
    }
    flow = {"title": text("Visning"), "way": "view", "givers": ["a0"], "receivers": ["a2"], "data_types": ["mood"],
            "coverage": share(1), "delay": days(0), "channel": "mail"}  # fmt: skip
    return world(
        contacts,
        {"ida": citizen("mon1 09:00")},
        closes="c0",
        actors=actors,
        roles=roles,
        data_types={"mood": data_type("a0", title=text("Tilstand"))},
        states={"mind": sides},
        life={"crisis": event},
        reactions={"r": {"on": "crisis", "tells": [telling]}},
        flows={"f": flow},
        **more,
    )


def quantity_of(unit: str, value: float) -> dict[str, Any]:
    return {**count(value), "unit": unit}


def test_needs_of_sharing_come_from_contacts_events_and_flows() -> None:
    assert sharing_needs(contact_world()) == (
        SharingNeed("mood", "a0", "a1", "step"),
        SharingNeed("mood", "a0", "a2", "flow"),
        SharingNeed("mood", "a3", "a4", "event"),
    )


def test_a_course_of_contacts_has_all_its_documents() -> None:
    found = files_of(Material(contact_world(), ()), "1")
    course = found["3-borgerforloeb.md"].decode()
    assert "| Krise (*Krise*) | Sted 3 | Sted 4 | Tilstand | 50\u00a0% | 1 kalenderdag |" in course
    assert "| Krise (*Krise*) | 1 gang om året | Nede | Sted 3 | – |" in course
    assert "| Sind (*Sind*) | Rolig, Nede | Rolig |" in course
    assert "| når Sind er Rolig | 30 minutter | 7 kalenderdage |" in course
    assert DA["tobe.none"] in found["4-to-be-maal-og-processer.md"].decode()


def rectangles(svg: str) -> list[tuple[float, ...]]:
    """Return x, y, width and height of the boxes of steps."""
    shape = r'<rect x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)" rx="5"'
    return [tuple(map(float, found)) for found in re.findall(shape, svg)]


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return any(
        one[at] + one[at + 2] <= other[at] or other[at] + other[at + 2] <= one[at]
        for at in (0, 1)
    )  # fmt: skip


def test_many_lanes_lie_and_few_stand() -> None:
    boxes = rectangles(swimlanes(contact_world(), "only", "x").svg)
    assert len({x for x, *_ in boxes}) == 1
    assert len({y for _, y, *_ in boxes}) == 9


@pytest.mark.parametrize("course", COURSES)
def test_no_two_steps_of_a_drawing_overlap_and_all_are_drawn(course: str) -> None:
    as_is = material(f"{course}/as_is").as_is
    for phase in as_is.phases:
        inside = [one for one in as_is.steps.values() if one.phase == phase]
        if inside:
            boxes = rectangles(swimlanes(as_is, phase, "x").svg)
            assert len(boxes) == len(inside)
            assert all(apart(one, other) for at, one in enumerate(boxes) for other in boxes[:at])


def test_a_step_stands_below_all_that_it_follows() -> None:
    # first and second by ida, then third by both ways; a lane each, so third is two rows down.
    steps = {"first": work("ida", 5), "second": work("ida", 5, "first"), "third": work("bo", 5, "first", "second")}
    two = world(steps, {"eva": citizen("mon1 09:00")}, closes="third", roles={"ida": person(), "bo": person()})
    (x1, y1, *_), (x2, y2, *_), (x3, y3, *_) = rectangles(swimlanes(two, "only", "x").svg)
    assert x1 == x2 < x3
    assert y1 < y2 < y3


def test_a_result_fills_in_the_measures_with_intervals() -> None:
    result = example_result()
    shown = deliverables(Material(contact_world(), (), result))
    form = next(one for one in shown if one.name == "6-foer-efter-skema")
    row = next(row for row in table_of(form, DA["form.needs"]).rows if words_of(row[0]).startswith("N1 Overblik"))
    found = next(one for one in result["measures"] if one["id"] == "n1_overview_share")
    assert row[6] == amounts.measured(found["values"][0], "share")
    assert row[6] == "48 (47–49)"
    assert row[9] == fields.WORDINGS[found["differences"][1]["wording"]]
    assert len(row) == 6 + 3 + 2


def test_what_is_not_covered_is_counted_from_the_data() -> None:
    as_is = material(NAMES[0]).as_is
    rows = {str(row[0]): row for row in table_of(documents(NAMES[0])["ikke-daekket"], DA["missing.summary"]).rows}
    reasoned = [one.title.da for one in as_is.steps.values() if one.basis == "reasoned"]
    row = rows[DA["missing.steps"]]
    assert row[1:] == (str(len(reasoned)), str(len(as_is.steps)), ", ".join(reasoned))
    unnamed = [one.title.da for one in as_is.actors.values() if not one.named_in]
    assert rows[DA["missing.actors"]][3] == ", ".join(unnamed)


def test_text_of_the_data_can_neither_break_a_page_nor_a_table() -> None:
    hostile = "<script>alert(1)</script> | `x` [y](z)"
    goal = {"kind": "citizen", "text": text(hostile)}
    found = files_of(Material(contact_world(goals={"g": goal}), ()), "1")
    assert "<script>" not in found["3-maal.html"].decode()
    assert r"\<script\>alert(1)\</script\> \| \`x\` \[y\](z)" in found["3-maal.md"].decode()


def test_who_does_a_step_is_a_role_an_actor_or_the_citizen() -> None:
    waits = {
        "w": step("wait", waits_for="office", delay=days(1)),
        "c": step("wait", "w", waits_for="citizen", delay=days(1)),
    }
    here = world(
        {**waits, "d": work("ida", 5, "c")}, {"eva": citizen("mon1 09:00")}, closes="d", roles={"ida": person()}
    )
    doers = [names.doer_of(here, one) for one in here.steps.values()]
    assert doers == [("actor", "office"), ("citizen", "citizen"), ("role", "ida")]
    assert [names.actor_of(here, one) for one in doers] == ["office", None, "office"]


def test_a_number_is_asked_of_whoever_knows_it_best() -> None:
    here = contact_world()
    owners = {".".join(path): paths.owner_of(here, path) for path, _ in quantities_of(here)}
    assert (owners["steps.c1.minutes"], owners["roles.r5.staff"]) == ("a1", "a5")
    assert (owners["life.crisis.rate"], owners["reactions.r.tells.0.chance"]) == ("a3", "a3")
    assert owners["setting.follow_up"] == owners["flows.f.coverage"] == ""
    words = paths.in_words(here, ("reactions", "r", "tells", "0", "chance"))
    assert words == "Krise: besked til andre, Sted 3, andel, det gælder for"
