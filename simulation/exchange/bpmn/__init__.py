"""Courses as process drawings: BPMN 2.0 with a diagram, one pool per actor."""

from collections.abc import Mapping

from simulation.exchange.bpmn.drawing import Part, drawing, parts_of
from simulation.exchange.bpmn.xml import as_xml
from simulation.model.world import World
from simulation.values.wording import Lang


def bpmn(world: World, part: Part, lang: Lang) -> bytes:
    """Return a drawing of a course as a BPMN file."""
    return as_xml(drawing(world, part, lang))


def files_of(world: World, lang: Lang) -> Mapping[str, bytes]:
    """Return every drawing of a course by file name: the whole, each phase, and each actor among the others."""
    return {f"{part.file}.bpmn": bpmn(world, part, lang) for part in parts_of(world)}
