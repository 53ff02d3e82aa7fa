"""The process drawings of a course: which there are, and the same as a table."""

from mockups.texts import Texts
from mockups.views.tables import table
from simulation import Part, Table, World, drawing, parts_of


def parts(world: World, texts: Texts) -> dict[str, tuple[str, Part]]:
    """Return the title and part of each drawing, by file name; the phases first, since they can be read."""
    found = {part.file: (_title(world, part, texts), part) for part in parts_of(world)}
    return dict(sorted(found.items(), key=lambda pair: (not pair[1][1].phase, bool(pair[1][1].actor))))


def _title(world: World, part: Part, texts: Texts) -> str:
    if part.phase:
        return texts("model.phase", title=world.phases[part.phase].title.in_language(texts.lang))
    if part.actor:
        actor = world.actors.get(part.actor)
        return texts("model.of_actor", title=actor.title.in_language(texts.lang) if actor else texts("model.citizen"))
    return texts("model.whole")


def twin(world: World, part: Part, texts: Texts) -> Table:
    """Return the steps of a drawing with who does them, what follows and who gets word."""
    drawn = drawing(world, part, texts.lang)
    pools = {pool.id: pool for pool in drawn.pools}
    pool_of = drawn.pool_of()
    rows = []
    for cell in drawn.cells:
        inside = {node.id for one in cell.nodes for node in (one, *one.inner)}
        task = next(node for node in cell.nodes if node.id in (f"step_{cell.step}", f"send_{cell.step}"))
        lane = pools[cell.pool].lanes.get(cell.lane, "") if len(pools[cell.pool].lanes) > 1 else ""
        later = [flow.target for flow in drawn.flows if flow.source in inside and flow.target not in inside]
        following = [one for one in drawn.cells if any(node.id in later for node in one.nodes)]
        told = dict.fromkeys(pools[pool_of[one.target]].name for one in drawn.messages if one.source in inside)
        names = {one.step: node.name for one in following for node in one.nodes if node.id == f"step_{one.step}"}
        who = f"{pools[cell.pool].name} – {lane}" if lane else pools[cell.pool].name
        rows.append((task.name, who, ", ".join(names.values()), ", ".join(told)))
    columns = [texts(key) for key in ("model.step", "model.who", "model.next", "model.words_to")]
    return table(texts("model.twin"), columns, rows)
