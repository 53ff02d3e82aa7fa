"""Tasks on screens: what there is to choose, what is right on this day, and whether it has succeeded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mockups.texts import Texts
from mockups.views.screen_case import Fields, Seat
from mockups.views.screen_data import is_known
from mockups.views.screen_forms import form_keys, options_of
from simulation import (
    Empty,
    FormElement,
    FormField,
    Kind,
    KnownContact,
    RightAnswer,
    Screen,
    Standing,
    Task,
    Understood,
    Written,
)

ALSO = "also"
"""Stands for the sentence that must be chosen as well."""
NONE = "none_of_these"
"""Stands for the answer that none of what there is to choose is right, so that choosing nothing decides nothing."""


@dataclass(frozen=True)
class Verdict:
    """How a task went."""

    is_success: bool
    lines: tuple[str, ...]
    """What was right, missing or too much."""
    is_answered: bool = True
    """Whether there is anything to judge; what is left empty is neither right nor wrong."""


def options_for(rule: RightAnswer, seat: Seat) -> dict[str, str]:
    """Return what there is to choose from, the same whatever the actor knows; none of these comes last."""
    words = seat.desks.words
    if rule.choose == "actors":
        found = {name: seat.actor_title(name) for name in seat.knows.contacts}
    elif rule.choose == "domains":
        found = dict(words.domains)
    else:
        found = {name: seat.data_title(name) for name in rule.among or _types_of(seat)}
    if rule.also is not None:
        return found | {ALSO: rule.also.in_language(seat.texts.lang)}
    return found | {NONE: seat.texts("task.none_of_these")}


def _types_of(seat: Seat) -> list[str]:
    """Return the data types of the course, whoever the citizen is: what others keep, and what steps make."""
    words, frame = seat.desks.words.data_types, seat.folder.frame
    made = {name for names in frame.produces.values() for name in names}
    others = set(frame.others)
    found = [name for name, one in words.items() if name in made or others & set(one.held_by)]
    return sorted(found, key=lambda name: words[name].title)


def right_of(rule: RightAnswer, seat: Seat) -> frozenset[str]:
    """Return what is right on this day, by what the actor knows; never nothing."""
    finder = {"actors": _right_actors, "data_types": _right_types, "domains": _right_domains}[rule.choose]
    found = finder(rule, seat)
    right = found & set(options_for(rule, seat))
    return right | {ALSO} if rule.also is not None else right or frozenset([NONE])


def _right_actors(rule: RightAnswer, seat: Seat) -> frozenset[str]:
    contacts = seat.knows.contacts.values()
    if rule.right == "changed":
        since = seat.day - rule.last_days
        items = [one for one in seat.knows.items if one.row >= 0 and seat.folder.day(one.since) > since]
        return frozenset(name for one in items for name in (one.keeper, one.giver) if name not in ("", seat.actor))
    if rule.right == "not_received":
        told = {here.actor for here in seat.knows.happened if here.kind == Kind.ACTOR_TOLD}
        return frozenset(one.actor for one in contacts if is_known(one) and one.actor not in told)
    if rule.right == "told_again":
        return _told_again(seat)
    if rule.right == "covered":
        return frozenset(
            one.actor
            for one in contacts
            if seat.folder.frame.rights.may(seat.knows.consent, one.actor, seat.actor, "") is not None
        )
    return frozenset(one.actor for one in contacts if _stands(rule.right, one))


def _told_again(seat: Seat) -> frozenset[str]:
    """Return who asked about something that had been told to another."""
    told, again = dict[str, set[str]](), set[str]()
    for here in seat.knows.happened:
        if here.kind == Kind.CITIZEN_ASKED:
            before = told.setdefault(here.data_type, set())
            again |= {here.actor} if before - {here.actor} else set()
            before.add(here.actor)
    return frozenset(again)


def _stands(right: str, contact: KnownContact) -> bool:
    if right == "known":
        return is_known(contact)
    if right == "has":
        return bool(contact.items)
    if right == "waiting":
        return contact.standing == Standing.OPEN
    return contact.empty == (Empty.UNKNOWN if right == "missing" else Empty.NOT_ASKED)


def _right_types(rule: RightAnswer, seat: Seat) -> frozenset[str]:
    has = {one.data_type for one in seat.knows.items}
    words = seat.desks.words.data_types
    if rule.right == "missing":
        return frozenset(here.data_type for here in seat.knows.missing) - has
    if rule.right in ("waiting", "not_received"):
        return frozenset(one.data_type for one in seat.knows.orders if one.done is None)
    if rule.right == "changed":
        since = seat.day - rule.last_days
        return frozenset(
            one.data_type
            for one in seat.knows.items
            if one.row >= 0 and one.giver != seat.actor and seat.folder.day(one.since) > since
        )
    if rule.right == "not_asked":
        return frozenset(words) - has
    if rule.right == "covered":
        return frozenset(name for name in words if seat.knows.consent.covers(words[name].domain))
    return frozenset(has)


def _right_domains(rule: RightAnswer, seat: Seat) -> frozenset[str]:
    words = seat.desks.words
    if rule.right == "covered":
        return frozenset(name for name in words.domains if seat.knows.consent.covers(name))
    return frozenset(words.actors[name].domain for name in _right_actors(rule, seat))


def judged_choice(rule: RightAnswer, seat: Seat, given: Collection[str]) -> Verdict:
    """Return whether just what is right was chosen."""
    right, options, texts = right_of(rule, seat), options_for(rule, seat), seat.texts
    if not given:
        return Verdict(is_success=False, lines=(), is_answered=False)
    missed = [options[name] for name in sorted(right - set(given))]
    wrong = [options[name] for name in sorted(set(given) - right) if name in options]
    lines = [texts("task.missed", names="; ".join(missed))] if missed else []
    lines += [texts("task.wrong", names="; ".join(wrong))] if wrong else []
    return Verdict(not lines, tuple(lines))


def fields_of(screen: Screen, form: str) -> dict[str, FormField]:
    """Return the fields of a form by id."""
    found = [one for one in screen.elements if isinstance(one, FormElement) and one.id == form]
    return {field.id: field for one in found for field in one.fields}


def keys_of(screen: Screen, form: str) -> tuple[str, ...]:
    """Return the key of each participant's own copy of a form."""
    found = [one for one in screen.elements if isinstance(one, FormElement) and one.id == form]
    return tuple(key for one in found for _, key in form_keys(one))


def judged_form(rule: Written, screen: Screen, seat: Seat) -> Verdict:
    """Return whether a form is complete: of several participants, for each who has begun."""
    begun = [typed for key in keys_of(screen, rule.form) if (typed := seat.typed.get((screen.id, key)))]
    if not begun:
        return Verdict(is_success=False, lines=(seat.texts("task.nothing_typed"),))
    lines = [line for typed in begun for line in _lacking(typed, rule, screen, seat)]
    return Verdict(not lines, tuple(dict.fromkeys(lines)))


def _lacking(typed: Fields, rule: Written, screen: Screen, seat: Seat) -> list[str]:
    """Return what is not filled in as it must be, or not chosen as asked."""
    fields, lang, texts = fields_of(screen, rule.form), seat.texts.lang, seat.texts
    lines = []
    for name, field in fields.items():
        said, label = typed.get(name, ""), field.label.in_language(lang)
        if field.required and not said:
            lines.append(texts("task.empty", label=label))
        elif field.input == "long" and said and len(str(said).split()) < rule.at_least_words:
            lines.append(texts("task.short", label=label, n=rule.at_least_words))
    for name, wanted in rule.choices.items():
        said = typed.get(name, "")
        chosen = {said} if isinstance(said, str) else set(said)
        if chosen - {""} != set(wanted):
            lines.append(texts("task.other_choice", label=fields[name].label.in_language(lang)))
    return lines


def questions_of(rule: Understood, screen: Screen, seat: Seat) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the questions to the receiver, each with what there is to choose from."""
    fields = fields_of(screen, rule.form)
    return {
        name: (question.in_language(seat.texts.lang), options_of(fields[name], seat))
        for name, question in rule.questions.items()
    }


def judged_understanding(rule: Understood, screen: Screen, seat: Seat, given: Mapping[str, str]) -> Verdict:
    """Return whether the receiver understood what the writer chose."""
    typed, texts = seat.typed.get((screen.id, rule.form), {}), seat.texts
    if not typed:
        return Verdict(False, (texts("task.nothing_typed"),))
    wrong = [
        texts("task.misunderstood", question=question)
        for name, (question, _) in questions_of(rule, screen, seat).items()
        if given.get(name, "") != typed.get(name, None)
    ]
    return Verdict(not wrong, tuple(wrong))


def task_words(task: Task, screen: Screen, texts: Texts) -> str:
    """Return what to do, behind the number of the task on its screen."""
    return texts("task.one", number=screen.tasks.index(task) + 1, text=task.text.in_language(texts.lang))
