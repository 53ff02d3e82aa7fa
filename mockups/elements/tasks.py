"""Tasks as HTML that works without a server: what to choose, and what a small script compares it with."""

import json
from html import escape

from mockups.texts import Texts
from mockups.views.screen_case import Seat
from mockups.views.screen_tasks import fields_of, keys_of, options_for, questions_of, right_of, task_words
from simulation import ReachScreen, RightAnswer, Screen, Task, Understood, Written


def html_of_tasks(screen: Screen, seat: Seat, titles: dict[str, tuple[str, str]], level: int) -> str:
    """Return the tasks of a screen.

    Args:
        screen: the screen.
        seat: who sits there, on which day.
        titles: address and title of the screens that can be reached, by id.
        level: level of the heading.
    """
    if not screen.tasks:
        return ""
    inside = "".join(_task(task, screen, seat, titles) for task in screen.tasks)
    return f'<section class="tasks"><h{level}>{escape(seat.texts("task.title"))}</h{level}>{inside}</section>'


def _task(task: Task, screen: Screen, seat: Seat, titles: dict[str, tuple[str, str]]) -> str:
    texts, rule = seat.texts, task.success
    said = escape(task_words(task, screen, texts))
    if isinstance(rule, ReachScreen):
        address, title = titles.get(rule.screen, ("#", rule.screen))
        return (
            f'<p class="task">{said}</p><p><a href="{escape(address)}">{escape(texts("task.go", screen=title))}</a></p>'
        )
    name = f"{screen.id}-{task.id}-{seat.actor}-{seat.day}"
    if isinstance(rule, RightAnswer):
        inside, data = _choices(rule, seat, name)
    elif isinstance(rule, Understood):
        inside, data = _questions(rule, screen, seat, name)
    else:
        inside, data = "", _form_rule(rule, screen)
    return (
        f'<form class="task" data-rule="{rule.rule}" {data}><p>{said}</p>{inside}'
        f'<button type="button">{escape(texts("task.check"))}</button>{_verdict(texts)}</form>'
    )


def _verdict(texts: Texts) -> str:
    words = " ".join(f'data-{kind}="{escape(texts(f"task.{kind}"))}"' for kind in ("success", "failure", "unanswered"))
    return f'<p class="verdict" role="status" {words}></p>'


def _choices(rule: RightAnswer, seat: Seat, name: str) -> tuple[str, str]:
    options = "".join(
        f'<label><input type="checkbox" name="{escape(name)}" value="{escape(key)}"> {escape(text)}</label>'
        for key, text in options_for(rule, seat).items()
    )
    question = escape(rule.question.in_language(seat.texts.lang))
    right = " ".join(sorted(right_of(rule, seat)))
    return f"<fieldset><legend>{question}</legend>{options}</fieldset>", f'data-right="{escape(right)}"'


def _questions(rule: Understood, screen: Screen, seat: Seat, name: str) -> tuple[str, str]:
    found = [f"<p>{escape(seat.texts('task.receiver'))}</p>"]
    for field, (question, options) in questions_of(rule, screen, seat).items():
        inside = "".join(
            f'<label><input type="radio" name="{escape(name)}-{escape(field)}" data-field="{escape(field)}" '
            f'value="{escape(key)}"> {escape(text)}</label>'
            for key, text in options.items()
        )
        found.append(f"<fieldset><legend>{escape(question)}</legend>{inside}</fieldset>")
    return "".join(found), f'data-form="{escape(screen.id)}/{escape(rule.form)}"'


def _form_rule(rule: Written, screen: Screen) -> str:
    fields = fields_of(screen, rule.form)
    required = " ".join(name for name, field in fields.items() if field.required)
    long = " ".join(name for name, field in fields.items() if field.input == "long")
    choices = json.dumps({name: list(wanted) for name, wanted in rule.choices.items()})
    forms = " ".join(f"{screen.id}/{key}" for key in keys_of(screen, rule.form))
    return (
        f'data-form="{escape(forms)}" data-required="{escape(required)}" '
        f'data-long="{escape(long)}" data-words="{rule.at_least_words}" data-choices="{escape(choices)}"'
    )
