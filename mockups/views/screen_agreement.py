"""What each participant chose in a form that several fill in, and where they differ: from what was typed alone."""

from collections.abc import Sequence

from mockups.views.screen_blocks import Body, Grid, Value
from mockups.views.screen_case import Seat
from mockups.views.screen_forms import form_keys, in_words, labels_of, participant
from simulation import AgreementElement, FieldInput, FormElement, Screen

CHOICES = (FieldInput.ONE_OF, FieldInput.SOME_OF)
"""Fields that can be compared; words of one's own are not judged."""


def agreement(element: AgreementElement, screen: Screen, seat: Seat) -> tuple[Body, ...]:
    """Return field by field what each chose, and whether it is the same."""
    texts, labels = seat.texts, labels_of(screen, element.of, seat)
    keys = form_keys(_form(element, screen))
    given = [seat.typed.get((screen.id, key), {}) for _, key in keys]
    rows, verdicts = [], []
    for name in compared_fields(element, screen):
        (label, options), said = labels[name], [one.get(name, "") for one in given]
        verdicts.append(verdict := alike(said))
        # Nobody reads what another chose before having answered.
        chosen = [in_words(one, options) if verdict != "wait" else "" for one in said]
        words = (label, *chosen, texts(f"screen.agree.{verdict}"))
        rows.append(tuple(Value(one, "typed") for one in words))
    heads = (
        texts("screen.column.field"),
        *(participant(place, seat) for place, _ in keys),
        texts("screen.column.agree"),
    )
    same = verdicts.count("same")
    note = texts("screen.agree.count", same=same, both=same + verdicts.count("differ"))
    return (Grid(heads, tuple(rows), texts("screen.nothing"), note),)


def compared_fields(element: AgreementElement, screen: Screen) -> tuple[str, ...]:
    """Return the ids of the fields that are compared, in order."""
    return tuple(one.id for one in _form(element, screen).fields if one.input in CHOICES)


def _form(element: AgreementElement, screen: Screen) -> FormElement:
    return next(one for one in screen.elements if isinstance(one, FormElement) and one.id == element.of)


def alike(said: Sequence[str | tuple[str, ...]]) -> str:
    """Return `same` or `differ`, or `wait` where fewer than two answered; the order of several does not count."""
    given = [frozenset((one,) if isinstance(one, str) else one) for one in said if one]
    if len(given) < 2:
        return "wait"
    return "same" if len(set(given)) == 1 else "differ"
