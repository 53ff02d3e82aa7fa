"""What the page Start says of each course."""

import re
from dataclasses import dataclass
from html import unescape

from mockups.texts import Texts
from mockups.views.choices import Course, Size, design_of
from simulation import Design, Snapshot, picture


@dataclass(frozen=True)
class Card:
    """One course to start with."""

    course: Course
    scenarios: str
    design: Design


@dataclass(frozen=True)
class Picture:
    """A small picture with its words."""

    svg: str
    alt: str


def card_of(course: Course, size: Size, texts: Texts) -> Card:
    """Return the card of a course."""
    said = texts("start.scenarios", scenarios=course.titles(course.main))
    return Card(course, said, design_of(course.main, size))


def picture_of(snapshot: Snapshot, texts: Texts) -> Picture | None:
    """Return the picture of a comparison, or None before it has numbers."""
    if snapshot.result is None:
        return None
    svg = picture(snapshot.result, texts.lang)
    described = re.search(r"<desc[^>]*>(.*?)</desc>", svg, re.DOTALL)
    said = unescape(described.group(1)) if described else ""
    return Picture(svg, texts("start.picture", said=said))
