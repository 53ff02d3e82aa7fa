"""The causes that every minute of a case is put down to (SEMANTICS S11)."""

from enum import IntEnum


class Cause(IntEnum):
    """One cause per minute."""

    HANDLING = 0
    OWN_DESK = 1
    FINDING = 2
    CONSENT = 3
    ANSWERING = 4
    WRITING = 5
    CLARIFICATION = 6
    CERTIFICATE = 7
    MEETING_CALENDAR = 8
    CITIZEN = 9
    CLOSED_HOURS = 10
    NEVER_CAME = 11
