"""Trees to models, with every fault of the data at its place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from simulation.reading.model_faults import Misfit, misfit_of
from simulation.reading.tree import Tree
from simulation.values.faults import Fault, WrongData

M = TypeVar("M", bound=BaseModel)


def bind(model: type[M], tree: Tree) -> M:
    """Return the model of a tree.

    Raises:
        WrongData: With every fault of the tree and of the model, in file order.
    """
    try:
        bound = model.model_validate(tree.value)
    except ValidationError as wrong:
        misfits = [misfit_of(error, model, tree.value) for error in wrong.errors(include_url=False)]
        raise WrongData([*tree.faults, *_faults(misfits, tree)]) from wrong
    if tree.faults:
        raise WrongData(tree.faults)
    return bound


def _faults(misfits: Sequence[Misfit], tree: Tree) -> Iterator[Fault]:
    """Yield a fault for each misfit that is not only the shadow of another."""
    refused = {fault.place for fault in tree.faults}
    meant = {(*misfit.path[:-1], misfit.suggestion) for misfit in misfits if misfit.code == "unknown-key"}
    for misfit in _without_other_branches(misfits):
        if misfit.code == "missing-key" and (*misfit.path, misfit.fields["key"]) in meant:
            continue
        if misfit.given is None and tree.value_place(misfit.path) in refused:
            continue
        is_key = misfit.is_at_key or isinstance(misfit.given, Mapping | list)
        yield Fault(
            place=tree.place(misfit.path) if is_key else tree.value_place(misfit.path),
            code=misfit.code,
            fields=misfit.fields,
            context=" › ".join(str(segment) for segment in misfit.path) or None,
            known=misfit.known,
            suggestion=misfit.suggestion,
        )


def _without_other_branches(misfits: Sequence[Misfit]) -> Iterator[Misfit]:
    """Yield the misfits, without those that only say that a value is not another member of a union."""
    typed = [misfit for misfit in misfits if misfit.code == "wrong-type"]
    others = [misfit for misfit in misfits if misfit.code != "wrong-type"]
    yield from others
    for path in dict.fromkeys(misfit.path for misfit in typed):
        here = [misfit for misfit in typed if misfit.path == path]
        deeper = (misfit for misfit in misfits if misfit.path[: len(path)] == path and misfit not in here)
        if next(deeper, None) is None:
            yield _joined(here)


def _joined(here: Sequence[Misfit]) -> Misfit:
    """Return one misfit for the same value in several members of a union."""
    expected = tuple(dict.fromkeys(word for misfit in here for word in misfit.expected))
    if "a number" in expected:
        expected = tuple(word for word in expected if word != "a whole number")
    return here[0].with_expected(expected)
