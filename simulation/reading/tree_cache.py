"""Trees kept on disk by the hash of their file, since reading YAML takes a second per few hundred kilobytes."""

import json
import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from simulation.reading.tree import KeyPath, Plain, Tree, walk
from simulation.values.places import Place
from simulation.values.user_cache import user_cache

# Raise it whenever the same file would be read otherwise than before, or refused.
_FORMAT = 1


def cache_folder() -> Path | None:
    """Return the folder of kept trees in the user's own cache, or None where there is no such thing."""
    folder = user_cache()
    return None if folder is None else folder / f"trees-{_FORMAT}"


def kept_tree(digest: str, file: str) -> Tree | None:
    """Return the tree kept for a file with this hash, or None; what is damaged is not used."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        checksum, _, body = (folder / f"{digest}.json").read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if checksum != _checksum(body):
        return None
    kept = json.loads(body)
    return _with_places(kept["value"], kept["places"], file, digest)


def keep_tree(tree: Tree) -> None:
    """Keep a tree without faults; where the folder cannot be written, nothing is kept."""
    folder = cache_folder()
    if folder is None:
        return
    body = json.dumps({"value": tree.value, "places": list(_numbers(tree))}, ensure_ascii=True, separators=(",", ":"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{tree.sha256}.json", f"{_checksum(body)}\n{body}")
    except OSError:
        return


def _write(path: Path, text: str) -> None:
    """Write a file so that it appears whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _checksum(body: str) -> str:
    return sha256(body.encode()).hexdigest()


def _numbers(tree: Tree) -> Iterator[int]:
    """Yield line and column of key and value of everything in the tree, in file order."""
    for path, _ in walk(tree.value):
        for place in (tree.places[path], tree.value_places[path]):
            yield place.line
            yield place.column


def _with_places(value: Plain, numbers: list[int], file: str, digest: str) -> Tree:
    places: dict[KeyPath, Place] = {}
    value_places: dict[KeyPath, Place] = {}
    for (path, _), at in zip(walk(value), range(0, len(numbers), 4), strict=True):
        places[path] = Place(file, *numbers[at : at + 2])
        value_places[path] = Place(file, *numbers[at + 2 : at + 4])
    return Tree(value, places, value_places, file, digest)
