"""Processes that play beside this one, and end when it does."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread


def processes(most: int) -> ProcessPoolExecutor:
    """Return a pool of at most so many fresh processes.

    Whoever kills the process that asked leaves none behind: without the watch they would wait for work for ever.
    """
    return ProcessPoolExecutor(most, mp_context=get_context("spawn"), initializer=watch_who_asked)


def watch_who_asked() -> None:
    """End this process as soon as the one that started it is gone."""
    Thread(target=_end_with_who_asked, daemon=True).start()


def _end_with_who_asked() -> None:
    asked = parent_process()
    if asked is not None:
        asked.join()
        os._exit(1)
