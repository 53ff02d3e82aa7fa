"""Tables of words, in the look of the report."""

from collections.abc import Sequence

from simulation import Cell, Head, Row, Table


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Return a table of words; the first column names the rows."""
    heads = tuple(Head(column, is_number=False) for column in columns)
    made = tuple(
        Row((Cell(first, is_number=False),), tuple(Cell(text, is_number=False) for text in rest))
        for first, *rest in rows
    )
    return Table(caption, heads, made, is_dense=True)
