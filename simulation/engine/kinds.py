"""The kinds of row in the event log."""

from enum import IntEnum


class Kind(IntEnum):
    """What happened. Numbers are part of the log format: new kinds go last."""

    CASE_OPENED = 0
    STEP_PASSED = 1
    STEP_ASKED = 2
    STEP_DUE = 3
    STEP_STARTED = 4
    STEP_DONE = 5
    NO_SHOW = 6
    CONSENT_ASKED = 7
    CONSENT_GIVEN = 8
    CONSENT_REFUSED = 9
    CONSENT_WITHDRAWN = 10
    HOLDER_NAMED = 11
    ITEM_STARTED = 12
    CONTACT_SOUGHT = 13
    REQUEST_SENT = 14
    PERSON_FOUND = 15
    REQUEST_REMINDED = 16
    REQUEST_ANSWERED = 17
    REQUEST_NEVER_ANSWERED = 18
    REQUEST_CANCELLED = 19
    REPLY_LATE = 20
    DATA_CREATED = 21
    DATA_RECEIVED = 22
    REPLY_READ = 23
    LOOKED_UP = 24
    CLARIFIED = 25
    DATA_USED = 26
    DATA_JUDGED_OUT = 27
    DATA_MISSING = 28
    CITIZEN_ASKED = 29
    MEETING_BOOKED = 30
    SEAT_LOST = 31
    MEETING_MOVED = 32
    MEETING_HELD = 33
    ATTENDED = 34
    CASE_RETURNED = 35
    ACTOR_TOLD = 36
    LIFE_EVENT = 37
    PERSON_ASSIGNED = 38
    PERSON_CHANGED = 39
    CAP_REACHED = 40
    BACKGROUND_STARTED = 41
    BACKGROUND_DONE = 42
    CASE_CLOSED = 43
    CASE_LEFT_OPEN = 44
    TRUTH_CHANGED = 45
    MESSAGE_SENT = 46
    LEARNED = 47
    FORGOTTEN = 48
    CALLED = 49
    CALL_ANSWERED = 50
    CONTACT_PAUSED = 51
    CONTACT_IN_VAIN = 52
    CONTACT_CLASHED = 53


class Gap(IntEnum):
    """Why a data type is missing (SEMANTICS S6.4), in `cause` of a DATA_MISSING row."""

    NOT_FOUND = 0
    CHOSEN_AWAY = 1
    NOT_ARRIVED = 2
    JUDGED_OUT = 3


LEAN_WITHOUT = (Kind.PERSON_ASSIGNED, Kind.BACKGROUND_STARTED, Kind.BACKGROUND_DONE)
"""Kinds that no measure reads and no other row points to; a lean log leaves them out."""
