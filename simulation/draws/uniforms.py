"""Uniform numbers keyed by names: the same names always give the same numbers, whatever else is drawn."""

import threading
from collections.abc import Mapping
from hashlib import blake2b
from struct import unpack

import numpy as np
from numpy.random import Philox
from numpy.typing import NDArray

Uniforms = NDArray[np.float64]

# Arrays without a dimension: numpy uses them as they are, where it would convert a plain number every time.
_SPARE_BITS = np.array(64 - 53, dtype=np.uint64)
_STEP = np.array(2**-53)
_HALF_A_STEP = np.array(2**-54)
_LARGEST = np.array(1 - 2**-53)  # the last of all k would round up to 1


class _Rekeyed(threading.local):
    """One generator for each thread, which every vector gives a key of its own; nothing of one is left to the next."""

    def __init__(self) -> None:
        self._philox = Philox(key=0)
        # Plain numbers: numpy takes them over several times faster than the arrays it hands out.
        self._key = {"counter": (0, 0, 0, 0), "key": (0, 0)}
        self._state = {**self._philox.state, "state": self._key, "buffer": (0, 0, 0, 0)}

    def raw(self, key: bytes, n: int) -> NDArray[np.uint64]:
        """Return the first n raw integers of a key of 16 bytes, from counter 0."""
        # A new generator costs twenty times as much as a new state for this one.
        self._key["key"] = unpack("<2Q", key)
        self._philox.state = self._state  # type: ignore[assignment]  # the types of numpy know arrays only
        return self._philox.random_raw(n)


# Not a state that anything depends on: each vector starts from its own key.
_REKEYED = _Rekeyed()


def uniforms(key: tuple[str | int, ...], n: int) -> Uniforms:
    """Return n numbers between 0 and 1, both excluded, fixed by the key alone.

    A longer vector begins with the same numbers. Text and whole numbers are told apart: `"1"` and `1` are two keys.

    Source: Philox 4x64-10, raw integers k of 53 bits as (k + 0.5) * 2**-53 (SEMANTICS S2.1).
    """
    return _fractions(_raw(_encoded(key), n))


def _raw(names: bytes, n: int) -> NDArray[np.uint64]:
    """Return the first n raw integers of encoded names."""
    return _REKEYED.raw(blake2b(names, digest_size=16).digest(), n)


def _fractions(raw: NDArray[np.uint64]) -> Uniforms:
    """Return raw integers as numbers between 0 and 1, both excluded."""
    numbers: Uniforms = (raw >> _SPARE_BITS) * _STEP
    numbers += _HALF_A_STEP
    np.minimum(numbers, _LARGEST, out=numbers)
    return numbers


def _encoded(key: tuple[str | int, ...]) -> bytes:
    """Return the parts in a row: text behind its length, numbers up to a mark, so that no two keys read alike."""
    parts = [f"s{len(part)}:{part}" if isinstance(part, str) else f"i{part};" for part in key]
    return "".join(parts).encode()


class Luck:
    """The luck of one replication, the same for every scenario that is played with it."""

    def __init__(self, seed: int, replication: int, *, remembers: bool = False) -> None:
        """Name the luck; one that remembers keeps each vector, for several scenarios in turn."""
        self.seed = seed
        self.replication = replication
        self._kept: dict[tuple[str, str, str, int], Uniforms] | None = {} if remembers else None
        self._firsts: dict[tuple[str, str], bytes] = {}

    def uniforms(self, municipality: str, persona: str, purpose: str, occurrence: int, n: int) -> Uniforms:
        """Return n numbers for a purpose, one for each citizen of a persona in a municipality; not to be written to."""
        names = (municipality, persona, purpose, occurrence)
        if self._kept is None:
            return self._drawn(names, n)
        kept = self._kept.get(names)
        if kept is None or len(kept) < n:
            kept = self._kept[names] = self._drawn(names, n)
        return kept[:n]

    def of_all(self, municipality: str, counts: Mapping[str, int], purpose: str, occurrence: int) -> Uniforms:
        """Return for each persona so many numbers for a purpose, one persona after the other; nothing is kept."""
        last = _encoded((purpose, occurrence))
        raw = [_raw(self._first(municipality, persona) + last, count) for persona, count in counts.items()]
        return _fractions(np.concatenate(raw))

    def _first(self, municipality: str, persona: str) -> bytes:
        """Return the part of a key that all purposes of a persona begin with."""
        first = self._firsts.get((municipality, persona))
        if first is None:
            first = _encoded((self.seed, self.replication, municipality, persona))
            self._firsts[municipality, persona] = first
        return first

    def _drawn(self, names: tuple[str, str, str, int], n: int) -> Uniforms:
        numbers = uniforms((self.seed, self.replication, *names), n)
        numbers.flags.writeable = False
        return numbers
