"""A fault at a path of a tree."""

from collections.abc import Iterable

from simulation.reading.tree import KeyPath, Tree
from simulation.values.faults import Fault, did_you_mean
from simulation.values.wording import Field


def fault_at(
    tree: Tree,
    path: KeyPath,
    code: str,
    *,
    known: Iterable[str] = (),
    listed: bool = True,
    at_key: bool = False,
    **fields: Field,
) -> Fault:
    """Return a fault at the value of a path, or at its key, with the path as its context.

    Of what is known, the one most like the field `name` is suggested; where it is too much to be of use, it is not
    listed.
    """
    words = tuple(sorted(known))
    return Fault(
        place=tree.place(path) if at_key else tree.value_place(path),
        code=code,
        fields=fields,
        context=" › ".join(str(part) for part in path),
        known=words if listed else (),
        suggestion=did_you_mean(str(fields["name"]), words) if words and "name" in fields else None,
    )
