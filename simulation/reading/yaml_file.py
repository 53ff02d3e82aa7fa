"""Data files to trees, all faults of a file at once."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from simulation.reading.tree import Tree
from simulation.reading.tree_cache import keep_tree, kept_tree
from simulation.reading.yaml_text import MAX_BYTES, text_of
from simulation.reading.yaml_tree import TreeBuilder
from simulation.values.faults import Fault, WrongData, did_you_mean
from simulation.values.places import Place


def read_tree(path: Path, root: Path) -> Tree:
    """Return the plain values of a data file with their places.

    Args:
        path: The file, relative to the root or absolute.
        root: Data root that places are told relative to.

    Raises:
        WrongData: With every fault of the file.
    """
    tree = survey(path, root)
    if tree.faults:
        raise WrongData(tree.faults)
    return tree


def survey(path: Path, root: Path) -> Tree:
    """Return what can be read of a data file, with the faults found so far.

    Values that were refused are None; `bind` reports the faults together with its own.

    Raises:
        WrongData: If nothing can be read, with every fault found until then.
    """
    file = _name(path, root)
    tree, faults = _read(_content(root / path, file), file)
    if tree is None:
        raise WrongData(faults)
    return tree


def read_text(text: str, file: str) -> Tree:
    """Return the plain values of a text written as YAML, such as a value on a command line.

    Raises:
        WrongData: With every fault of the text.
    """
    tree, faults = _read(text.encode(), file)
    if tree is None or faults:
        raise WrongData(faults)
    return tree


@lru_cache(maxsize=512)
def _read(content: bytes, file: str) -> tuple[Tree | None, tuple[Fault, ...]]:
    """Return the tree of a file, if there is one, and the faults found."""
    digest = sha256(content).hexdigest()
    kept = kept_tree(digest, file)
    if kept:
        return kept, ()
    tree, faults = _parsed(content, file, digest)
    if tree and not faults:
        keep_tree(tree)
    return tree, faults


def _parsed(content: bytes, file: str, digest: str) -> tuple[Tree | None, tuple[Fault, ...]]:
    text, faults = text_of(content, file)
    if text is None:
        return None, tuple(faults)
    builder = TreeBuilder(text, file)
    builder.build()
    found = (*faults, *builder.faults)
    if not builder.is_whole:
        return None, found
    return Tree(builder.value, builder.places, builder.value_places, file, digest, found), found


def _name(path: Path, root: Path) -> str:
    full = root / path
    return (full.relative_to(root) if full.is_relative_to(root) else path).as_posix()


def _content(path: Path, file: str) -> bytes:
    """Return the bytes of a file, one more than allowed at most."""
    start = Place(file, 1, 1)
    try:
        if not path.exists():
            raise WrongData([_missing(path, start)])
        if not path.is_file():
            raise WrongData([Fault(start, "not-a-file")])
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise WrongData([Fault(start, "unreadable-file", {"problem": error.strerror or str(error)})]) from error


def _missing(path: Path, start: Place) -> Fault:
    """Return the fault of a file that is not there, with the files beside it."""
    beside = tuple(sorted(found.name for found in path.parent.glob("*.yaml"))) if path.parent.is_dir() else ()
    return Fault(
        start,
        "missing-file",
        {"name": path.name, "searched": path.parent.as_posix()},
        known=beside,
        whose=path.parent.name if beside else "",
        suggestion=did_you_mean(path.name, beside),
    )
