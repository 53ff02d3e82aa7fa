"""The people of each role: who has a seat when, how they work, and when they are away."""

from datetime import date

import numpy as np

from simulation.calendar.opening import Opening
from simulation.draws.inverse import amounts, minutes, whether
from simulation.draws.uniforms import Luck, Uniforms
from simulation.model.landscape import Role, Works
from simulation.model.world import World
from simulation.population.cast import DAY, Cast
from simulation.population.lots import HUNDRED, percent
from simulation.population.names import Names
from simulation.population.openings import away
from simulation.population.tables import RolePlan, ServerPlan
from simulation.values.cannot_run import CannotRun
from simulation.values.quantity import Quantity, Unit

WEEK = 7 * DAY
MOST_TURNS = 50
WORKS = (Works.PERSON, Works.POOL, Works.PANEL)


class Staff:
    """Builds the tables of roles and servers; their luck is keyed by role and seat number."""

    def __init__(self, world: World, names: Names, cast: Cast, openings: list[Opening]) -> None:
        """Build all; openings of persons with days away are appended to `openings`."""
        self.world, self.names, self.cast, self.openings = world, names, cast, openings
        self.roles: list[RolePlan] = []
        self.servers: list[ServerPlan] = []
        for place, name in enumerate(names.roles):
            self.roles.append(self._role(place, name, world.roles[name]))

    def _role(self, place: int, name: str, role: Role) -> RolePlan:
        calendar = self.names.calendar[role.calendar or self.world.actors[role.actor].calendar]
        first, seats = len(self.servers), self._staff(name, role)
        if role.works_as == Works.PERSON:
            self.servers += [self._person(place, name, role, calendar, seat) for seat in range(seats)]
        elif role.works_as == Works.POOL:
            self.servers.append(self._pool(place, name, role, calendar, seats))
        return RolePlan(
            actor=self.names.actor[role.actor],
            works_as=WORKS.index(role.works_as),
            calendar=calendar,
            first_server=first if len(self.servers) > first else -1,
            servers=len(self.servers) - first,
            reply_brings_up=int(role.reply_brings_up),
        )

    def _staff(self, name: str, role: Role) -> int:
        if role.works_as == Works.PANEL:
            return 0
        staff = int(amounts(role.staff, self._u(name, "staff"))[0]) if role.staff else 0
        if staff < 1:
            raise CannotRun(
                f"role '{name}' has no staff: give roles.{name}.staff in the profile or the landscape",
                f"rollen '{name}' har ingen medarbejdere: skriv roles.{name}.staff i kommunens profil",
            )
        return staff

    def _rhythm(self, key: str, role: Role, calendar: int) -> int:
        """Return the open minutes between two times that a case comes up at this person; 0 at once."""
        if role.desk_rhythm is None:
            return 0
        return int(minutes(role.desk_rhythm, self._u(key, "rhythm"), self.openings[calendar].day_minutes)[0])

    def _pool(self, place: int, name: str, role: Role, calendar: int, seats: int) -> ServerPlan:
        return ServerPlan(place, seats, calendar, (), (), (), (), self._background(name, role, calendar), 0)

    def _background(self, name: str, role: Role, calendar: int) -> tuple[tuple[int, int], ...]:
        """Return other work as (minute it comes in, handling); gaps in working days pass in open minutes only."""
        if role.background is None:
            return ()
        opening, every = self.openings[calendar], role.background.every
        by_day = every.unit == Unit.WORKING_DAYS
        until = opening.open_between(0, self.cast.horizon) if by_day else self.cast.horizon
        n, day = 256, opening.day_minutes
        while True:
            times = np.cumsum(np.maximum(minutes(every, self._u(name, "background_every", n), day), 1))
            if times[-1] >= until:
                break
            n *= 2
        handling = np.maximum(minutes(role.background.minutes, self._u(name, "background_minutes", n), day), 1)
        inside = times < until
        comes = [opening.advance(0, time) for time in times[inside].tolist()] if by_day else times[inside].tolist()
        return tuple(zip(comes, handling[inside].tolist(), strict=True))

    def _person(self, place: int, name: str, role: Role, calendar: int, seat: int) -> ServerPlan:
        key = f"{name}.{seat}"
        changes = self._changes(key, role)
        turns = len(changes) + 1
        settled = self._settled(role)
        new = role.newly_hired is not None and bool(whether(role.newly_hired, self._u(key, "newly_hired"))[0])
        first = (int(self._u(key, "since")[0] * settled) if new else 0,)
        return ServerPlan(
            role=place,
            capacity=1,
            opening=self._own_opening(key, role, calendar),
            outreach=tuple(self._percent(role.outreach, key, "outreach", turns, HUNDRED)),
            relation=tuple(tuple(self._relation(role, key, turn)) for turn in range(turns)),
            changes=changes,
            seasoned=first + tuple(change + settled for change in changes),
            background=(),
            rhythm=self._rhythm(key, role, calendar),
        )

    def _settled(self, role: Role) -> int:
        """Return the minutes until a new person counts as experienced."""
        return int(minutes(role.network_building, np.array([0.5]), DAY)[0]) if role.network_building else 0

    def _changes(self, key: str, role: Role) -> tuple[int, ...]:
        """Return the minutes at which the seat passes on: exponential with the yearly rate."""
        rate = role.turnover.number("value") or role.turnover.number("mode") if role.turnover else 0.0
        if not rate:
            return ()
        gaps = np.floor(-np.log1p(-self._u(key, "turnover", MOST_TURNS)) * 365 * DAY / rate + 0.5).astype(np.int64)
        times = np.cumsum(np.maximum(gaps, 1))
        return tuple(times[times < self.cast.horizon].tolist())

    def _relation(self, role: Role, key: str, turn: int) -> list[int]:
        return [
            self._percent(role.relation, f"{key}.{actor}", "relation", turn + 1, 0)[turn] for actor in self.names.actors
        ]

    def _percent(self, quantity: Quantity | None, key: str, purpose: str, turns: int, default: int) -> list[int]:
        if quantity is None:
            return [default] * turns
        found: list[int] = percent(quantity, self._u(key, purpose, turns)).tolist()
        return found

    def _own_opening(self, key: str, role: Role, calendar: int) -> int:
        """Return the place of the person's opening: the role's calendar less whole weeks away."""
        weeks = -(-self.cast.horizon // WEEK)
        if role.absence is None:
            return calendar
        gone = np.flatnonzero(whether(role.absence, self._u(key, "absence", weeks)))
        days = tuple(int(week) * 7 + day for week in gone for day in range(7))
        start = date.fromisoformat(self.world.setting.start)
        own = self.world.calendars[self.names.calendars[calendar]]
        until = -(-self.cast.horizon // (30 * DAY)) * 30 * DAY
        self.openings.append(away(own, start, until, days))
        return len(self.openings) - 1

    def _u(self, key: str, purpose: str, n: int = 1) -> Uniforms:
        luck: Luck = self.cast.luck
        return luck.uniforms(self.cast.municipality, f"role {key}", purpose, 0, n)
