"""Keeps the garbage collector away while much is made that all is kept, and which it would look through in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch the collector of circles off for a while, in the whole process, and leave it as it was before.

    Making inputs and playing leave hardly any circle behind, and what no longer is referred to is freed all the same;
    looking for circles costs a fifth of the time. Between two replications the collector works again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
