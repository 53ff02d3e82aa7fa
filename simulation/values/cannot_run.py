"""Why a valid scenario cannot be run as asked."""


class CannotRun(Exception):
    """A run that was asked for cannot be done; the message says why and what to look at."""
