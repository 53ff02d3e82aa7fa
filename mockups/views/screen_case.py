"""One citizen's case as one actor sees it on a day, and single values of it in words."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from mockups.texts import Texts
from mockups.views.screen_blocks import Value
from simulation import AT_OPENING, CITIZEN, Answer, Consent, Desks, Folder, Item, Knowledge, KnownContact, Screen

Fields = Mapping[str, str | tuple[str, ...]]
"""Field of a form to what stands there."""
Typed = Mapping[tuple[str, str], Fields]
"""What was typed in this visit: (screen, form) to field to what stands there."""
V = TypeVar("V")
MADE: WeakKeyDictionary[Desks, OrderedDict[tuple[Hashable, ...], tuple[Screen, Any]]] = WeakKeyDictionary()
"""What was made of screens and cases, the oldest first, as long as the cases are there."""
MOST_MADE = 256


def made_once(desks: Desks, screen: Screen, key: tuple[Hashable, ...], make: Callable[[], V]) -> V:
    """Return what is made of a screen and cases, the same for all who look.

    Args:
        desks: the cases.
        screen: the screen.
        key: what else it depends on, what it is first.
        make: makes it; what it gives must not hold the cases.
    """
    room = MADE.setdefault(desks, OrderedDict())
    place = (id(screen), *key)  # the screen stays as long as the entry, so its number means no other
    found = room.get(place)
    if found is None:
        found = room[place] = screen, make()
        if len(room) > MOST_MADE:
            room.popitem(last=False)
    made: V = found[1]
    return made


@dataclass(frozen=True)
class Seat:
    """Who looks at which case on which day."""

    desks: Desks
    folder: Folder
    actor: str
    day: int
    texts: Texts
    screen: str = ""
    """Id of the screen that is looked at, for what was typed on it."""
    typed: Typed = field(default_factory=dict)

    @cached_property
    def knows(self) -> Knowledge:
        """Return what the actor knows at the end of the day."""
        return self.folder.known(self.actor, self.day)

    def actor_title(self, name: str) -> str:
        """Return what an actor, or the citizen, is called."""
        words = self.desks.words.actors
        if name in words:
            return words[name].title
        return self.texts("screen.you" if self.is_citizen else "screen.citizen")

    def says(self, key: str) -> str:
        """Return a sentence as it is said to who looks: the citizen is spoken to, where there are words for that."""
        to_citizen = f"{key}.you"
        return self.texts(to_citizen if self.is_citizen and self.texts.has(to_citizen) else key)

    def data_title(self, name: str) -> str:
        """Return what a data type is called."""
        return self.desks.words.data_types[name].title

    def item_title(self, item: Item) -> str:
        """Return what something known is called, and whose it is where neither who looks nor who gave it keeps it."""
        title = self.data_title(item.data_type)
        about = item.keeper not in ("", self.actor, item.giver)
        return f"{title} ({self.actor_title(item.keeper)})" if about else title

    def domain_of(self, actor: str) -> str:
        """Return the area of an actor in words."""
        words = self.desks.words
        return words.domains[words.actors[actor].domain]

    def channel(self, name: str) -> str:
        """Return what a way to send is called on a mock-up, where real systems have no names."""
        key = f"screen.channel.{name}"
        to_citizen = f"{key}.you"
        if self.is_citizen and self.texts.has(to_citizen):
            return self.texts(to_citizen)
        return self.texts(key) if self.texts.has(key) else self.desks.words.channels.get(name, "")

    def on(self, minute: int, row: int) -> Value:
        """Return the date of something that happened at a minute."""
        if row == AT_OPENING:
            return Value(self.texts("screen.before"), "opening")
        return Value(self.date(minute), f"row:{row}")

    def date(self, minute: int) -> str:
        """Return a minute's date and day in words."""
        day, date = self.folder.day(minute), self.folder.date(minute)
        return self.texts("screen.date", date=date.strftime("%d.%m.%Y"), day=day)

    def days(self, count: int) -> str:
        """Return a number of days in words."""
        return self.texts("screen.age.day") if count == 1 else self.texts("screen.age.days", n=count)

    def age(self, item: Item) -> Value:
        """Return how old something known is."""
        origin = f"row:{item.as_of_row}" if item.as_of_row != AT_OPENING else item_origin(item)
        if item.is_live:
            return Value(self.texts("screen.age.live"), origin)
        if item.as_of < 0:
            return Value(self.texts("screen.age.before"), origin)
        days = self.day - self.folder.day(item.as_of)
        said = self.texts("screen.age.today") if days == 0 else self.days(days)
        usable = self.desks.words.data_types[item.data_type].usable_days
        marks = (self.texts("screen.mark.old"),) if 0 < usable < days else ()
        return Value(said, origin, marks=marks)

    def giver(self, item: Item) -> Value:
        """Return from whom something is known."""
        own = item.giver == self.actor
        said = self.texts("screen.own") if own else self.actor_title(item.giver)
        return Value(said, item_origin(item))

    def why(self, item: Item) -> Value:
        """Return why something may be seen."""
        rule = self.desks.words.rules.get(item.rule, "")
        key = "law_rule" if rule else str(item.why)
        return Value(self.texts(f"screen.why.{key}", rule=rule), item_origin(item))

    def way(self, item: Item) -> Value:
        """Return how something became known."""
        said = self.says(f"screen.got.{item.got}")
        channel = self.channel(item.channel) if item.channel else ""
        return Value(f"{said} ({channel})" if channel else said, item_origin(item))

    def marks(self, item: Item) -> tuple[str, ...]:
        """Return the remarks on something known."""
        said = []
        if item.is_before_withdrawal:
            said.append(self.texts("screen.mark.withdrawn"))
        if not item.is_read:
            said.append(self.texts("screen.mark.unread"))
        if item.is_kept_out:
            said.append(self.texts("screen.mark.kept_out"))
        return tuple(said)

    def empty(self, kind: str, row: int = AT_OPENING) -> Value:
        """Return one of the three kinds of empty."""
        return Value(self.texts(f"screen.empty.{kind}"), f"row:{row}" if row != AT_OPENING else "fold", empty=kind)

    def status(self, contact: KnownContact) -> Value:
        """Return how the actor stands with another."""
        if contact.empty is not None:
            return self.empty(str(contact.empty), contact.row)
        marks = tuple(dict.fromkeys(mark for item in contact.items for mark in self.marks(item)))
        key = f"screen.standing.{contact.standing}"
        return Value(self.texts(key), origin_of(contact), marks=marks)

    def consent(self, found: Consent | None = None) -> Value:
        """Return the consent in words, as a professional is told: never what was left out."""
        consent = self.knows.consent if found is None else found
        is_narrowed = consent.answer == Answer.WITHDRAWN and any(map(consent.covers, self.desks.words.domains))
        said = self.texts(f"screen.consent.{'narrowed' if is_narrowed else consent.answer}")
        return Value(said, f"row:{consent.row}" if consent.row >= 0 else "fold")

    @property
    def is_citizen(self) -> bool:
        """Return whether the citizen looks."""
        return self.actor == CITIZEN


def item_origin(item: Item) -> str:
    """Return where an item comes from."""
    return f"row:{item.row}" if item.row != AT_OPENING else f"opening:{item.data_type}"


def origin_of(contact: KnownContact) -> str:
    """Return where the standing with another comes from."""
    if contact.items:
        return item_origin(max(contact.items, key=lambda one: one.row))
    return f"row:{contact.row}" if contact.row != AT_OPENING else "fold"
