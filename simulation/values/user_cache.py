"""Where this user's machine keeps what can be made anew."""

import os
from pathlib import Path


def user_cache() -> Path | None:
    """Return the project's folder in the user's own cache, or None where there is no such thing."""
    given = (os.environ.get(name, "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    found = next((Path(folder) for folder in given if Path(folder).is_absolute()), None)
    try:
        return (found or Path.home() / ".cache") / "snebold"
    except RuntimeError:  # no home folder
        return None
