"""One actor of the snowball in words: the cells of its row in the table, and what it knows."""

from collections.abc import Iterable

from mockups.texts import Texts
from simulation import Case, Cases, Knows, Node

Speaker = tuple[Cases, Texts]
GATHERING = ("nr", "actor", "state", "known", "by", "asked", "reminders", "answered", "came")
CONTACTS = ("nr", "actor", "state", "contacts", "knows", "again")


def columns_of(case: Case, *, truth: bool) -> tuple[str, ...]:
    """Return the columns of the table; the first three are the same in every table."""
    if case.gathers:
        return GATHERING
    return (*CONTACTS, "unknown") if truth else CONTACTS


def cells_of(case: Case, name: str, node: Node, speaker: Speaker, *, truth: bool) -> list[str]:
    """Return the cells of a row after number, name and state."""
    side, texts = speaker
    if case.gathers:
        return _gathering(name, node, side, texts)
    again = texts("cell.times", n=node.told_again) if node.told_again else ""
    cells = [str(node.contacts or ""), str(len(node.knows) or ""), again]
    return [*cells, str(len(node.unknown) or "")] if truth else cells


def _gathering(name: str, node: Node, side: Cases, texts: Texts) -> list[str]:
    if node.since < 0:
        return [""] * (len(GATHERING) - 3)
    came = [
        texts("cell.used", name=side.data_types[one]) if one in node.used else side.data_types[one]
        for one in node.received
    ]
    by = side.actors[node.by].title if node.by else texts("cell.start")
    reminded = texts("cell.times", n=node.reminders) if node.reminders else ""
    return [_day(node.since, texts), by, _day(node.asked, texts), reminded, _day(node.answered, texts), "; ".join(came)]


def _day(day: int, texts: Texts) -> str:
    return texts("cell.day", day=day) if day >= 0 else ""


def facts_of(versions: Iterable[tuple[int, Node]], speaker: Speaker, *, truth: bool) -> list[list[object]]:
    """Return what an actor knows of others: [first day, day on which it ends or -1, sentence]."""
    found: list[list[object]] = []
    running: dict[str, list[object]] = {}
    for day, node in versions:
        now = {_sentence(one, speaker, truth=truth) for one in node.knows}
        for sentence in sorted(set(running) - now):
            running.pop(sentence)[1] = day
        for sentence in sorted(now - set(running)):
            running[sentence] = [day, -1, sentence]
            found.append(running[sentence])
    return found


def _sentence(one: Knows, speaker: Speaker, *, truth: bool) -> str:
    side, texts = speaker
    what, holder = one.matter
    whose = texts("knows.whose", holder=side.actors[holder].title) if holder else ""
    said = texts("knows.one", what=side.data_types[what], whose=whose, way=texts(f"way.{one.way}"), day=one.since)
    return f"{said} ({texts('knows.outdated')})" if truth and not one.is_current else said
