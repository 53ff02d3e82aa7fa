"""Which pages a folder of screens has that works without a server, and what leads from one to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_choice import screens_of
from mockups.views.screen_typical import typical_day
from simulation import Desks, Folder, Lang, Screen

DAYS = (0, 20, 45, 90)
"""Days that are shown, and the last."""
START = 45


@dataclass(frozen=True)
class Side:
    """One scenario in one language."""

    name: str
    """As it stands in addresses."""
    lang: Lang
    desks: Desks


@dataclass(frozen=True)
class Place:
    """One page: one screen, citizen and role, with several days."""

    side: Side
    screen: Screen
    folder: Folder
    """The citizen's case, as it is today where two scenarios stand beside each other."""
    actor: str
    columns: tuple[Side, ...] = ()
    """The scenarios that stand beside each other, as it is today first; none where the screen stands alone."""

    @property
    def address(self) -> str:
        """Return where the page lies in the folder."""
        kind = "-beside" if self.columns else ""
        return f"{self.side.lang}/{self.side.name}/{self.folder.id}/{self.screen.id}-{self.actor}{kind}.html"

    @cached_property
    def typical(self) -> int | None:
        """Return the day from which on there is something to judge, where that is a day of its own."""
        return typical_day(self.screen, Seat(self.side.desks, self.folder, self.actor, 0, Texts(self.side.lang)))

    @property
    def days(self) -> tuple[int, ...]:
        """Return the days that are shown."""
        last = self.folder.days
        own = () if self.typical is None else (self.typical,)
        return (*sorted(day for day in {*DAYS, *own} if day < last), last)

    @property
    def start(self) -> int:
        """Return the day that is shown first."""
        if self.typical is not None:
            return self.typical
        return START if START in self.days else self.days[-1]

    def seats(self, day: int) -> tuple[Seat, ...]:
        """Return who looks at which case on a day, one for each scenario that the page shows."""
        texts, found = Texts(self.side.lang), []
        for side in self.columns or (self.side,):
            folder = side.desks.folders[self.folder.id]
            found.append(Seat(side.desks, folder, self.actor, min(day, folder.days), texts, self.screen.id))
        return tuple(found)


def places(sides: Mapping[tuple[str, Lang], Side], screens: Mapping[str, Screen]) -> Iterator[Place]:
    """Yield all pages: each screen filled from the scenario it is meant for, the first citizen of each persona.

    Where there is a scenario of how it could be, each screen's first role has another page with both.
    """
    for side in sides.values():
        both = tuple(one for one in sides.values() if one.lang == side.lang)
        for screen in screens_of(screens, side.desks.course).values():
            if not belongs(screen, side.name):
                continue
            for folder in side.desks.folders.values():
                if folder.number == 1:
                    yield from (Place(side, screen, folder, actor) for actor in screen.actors)
                    yield from _beside(Place(side, screen, folder, screen.actors[0], both))


def _beside(place: Place) -> Iterator[Place]:
    """Yield the page of both scenarios, where there are two that know the citizen."""
    folders = [one.desks.folders[place.folder.id] for one in place.columns if place.folder.id in one.desks.folders]
    if len(folders) == len(place.columns) > 1:
        yield replace(place, folder=folders[0])


def belongs(screen: Screen, side: str) -> bool:
    """Return whether a screen is filled from a scenario: as it is today, or how it could be."""
    return screen.side == "both" or (screen.side == "as_is") == (side == "as_is")


def title_of(place: Place, texts: Texts) -> str:
    """Return what a page is called."""
    return f"{place.screen.code} {place.screen.title.in_language(texts.lang)} – {place.folder.name}"
