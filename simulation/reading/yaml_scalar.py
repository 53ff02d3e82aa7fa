"""What an unquoted word in a data file means, and which words are refused because programs differ on them."""

import re
from typing import TypeAlias

from simulation.values.wording import Field

MAX_DIGITS = 15
MAX_EXPONENT = 15
# Digits of a fraction that a computer number can still tell apart.
_MAX_SIGNIFICANT = 17
_SHOWN = 40

Scalar: TypeAlias = bool | int | float | str | None
Refused: TypeAlias = tuple[str, dict[str, Field]]

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_YES_NO = {"y", "n", "yes", "no", "on", "off"}
_NUMBER = re.compile(r"([-+]?)(\d+\.?\d*|\.\d+)(?:[eE]([-+]?\d+))?", re.ASCII)
_REFUSED = {
    "not-finite": re.compile(r"[-+]?\.(nan|inf)", re.IGNORECASE),
    "number-form": re.compile(
        r"[-+]?(0x[\da-f_]+|0o[0-7_]+|0b[01_]+|0\d[\d_]*(\.[\d_]*)?|\d[\d_]*_[\d_]*(\.[\d_]*)?)", re.I | re.A
    ),
    "unquoted-time": re.compile(r"[-+]?\d+(:[0-5]?\d)+(\.\d*)?", re.ASCII),
    "unquoted-date": re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?", re.ASCII),
}


def plain_scalar(text: str) -> Scalar | Refused:
    """Return the value of an unquoted word, or the code and fields of the fault that it is.

    >>> plain_scalar("12.5"), plain_scalar("true"), plain_scalar("Odense"), plain_scalar("12:30")
    (12.5, True, 'Odense', ('unquoted-time', {'text': '12:30'}))
    """
    if not text:
        return "empty-value", {}
    if text in _WORDS:
        return _WORDS[text]
    if text.lower() in _YES_NO:
        return "yes-no-word", {"text": text}
    for code, form in _REFUSED.items():
        if form.fullmatch(text):
            return code, _shown(text)
    match = _NUMBER.fullmatch(text)
    return _number(match) if match else text


def _number(match: re.Match[str]) -> int | float | Refused:
    sign, digits, exponent = match[1], match[2], match[3] or "0"
    whole, _, fraction = digits.partition(".")
    if len(whole) > MAX_DIGITS:
        return "long-number", {"limit": MAX_DIGITS}
    if len((whole + fraction).lstrip("0")) > _MAX_SIGNIFICANT:
        return "long-number", {"limit": _MAX_SIGNIFICANT}
    if len(exponent.lstrip("+-0")) > len(str(MAX_EXPONENT)) or abs(int(exponent)) > MAX_EXPONENT:
        return "huge-exponent", {**_shown(match[0]), "limit": MAX_EXPONENT}
    if sign == "-" and not (whole + fraction).strip("0"):
        return "negative-zero", _shown(match[0])
    return float(match[0]) if "." in digits or match[3] else int(match[0])


def _shown(text: str) -> dict[str, Field]:
    return {"text": text if len(text) <= _SHOWN else text[:_SHOWN] + "…"}
