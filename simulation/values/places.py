"""Places in data files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A character in a data file; places are ordered by file, line and column.

    >>> str(Place("scenarios/shared/actors.yaml", 7, 11))
    'scenarios/shared/actors.yaml:7:11'
    """

    file: str
    """Path relative to the data root, with `/`."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
