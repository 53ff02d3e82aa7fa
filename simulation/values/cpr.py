"""Danish personal numbers (CPR) in text: recognised, so that they can be refused."""

import re
from collections.abc import Iterator

# Ten digits, as six and four, in any script; a decimal such as 0.0909090909 is none.
_CPR = re.compile(r"(?<!\d)(?<!\d\.)(\d{6})(\s{0,20}[-‐‑‒–—−./]?\s{0,20})(\d{4})(?!\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PSEUDO = 60


def cpr_positions(text: str, *, pseudo_too: bool = False) -> Iterator[int]:
    """Yield where the numbers begin that look like a CPR number.

    Six digits that can be a date (DDMMYY) and four more count, with or without a separator. Modulus 11 is not asked
    for, since numbers without it have been issued since 2007. Pseudo-CPR numbers (day + 60) belong to nobody and
    count only with `pseudo_too`.

    >>> [list(cpr_positions(text)) for text in ("tlf. 12 34 56 78", f"nr. {311299}-{1234}", f"{711299}{1234}")]
    [[], [4], []]
    """
    for match in _CPR.finditer(text):
        day, month = int(match[1][:2]), int(match[1][2:4])
        if pseudo_too and day > _PSEUDO:
            day -= _PSEUDO
        if 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]:
            yield match.start()


def masked(text: str) -> str:
    """Return a text without the digits of what looks like a CPR number, so that a message never repeats them."""
    for index in reversed(list(cpr_positions(text, pseudo_too=True))):
        found = _CPR.match(text, index)
        text = text[:index] + "…" + text[found.end() if found else index :]
    return text


def has_cpr(text: str, *, pseudo_too: bool = False) -> bool:
    """Return whether a text holds anything that looks like a CPR number."""
    return next(cpr_positions(text, pseudo_too=pseudo_too), None) is not None
