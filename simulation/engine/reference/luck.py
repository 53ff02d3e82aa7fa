"""The luck of all citizens as the engine reads it, a number at a time; the compiled engine has a reader of its own."""

from simulation.population.inputs import Inputs


class Columns:
    """The luck of all citizens by column, as plain numbers; each column is fetched when it is first read."""

    def __init__(self, inputs: Inputs) -> None:
        """Take the columns of a replication; none is read yet."""
        self._columns = inputs.columns
        self._fetched: list[list[int] | None] = [None] * len(inputs.columns)

    def draw(self, column: int, citizen: int) -> int:
        """Return the luck of a citizen in a column."""
        found = self._fetched[column]
        if found is None:
            found = self._fetched[column] = self._columns[column].plain
        return found[citizen]
