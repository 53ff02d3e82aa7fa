"""Keyed uniforms: the published answers of Philox, and that nothing but the names decides."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import Philox

from simulation.draws.uniforms import Luck, _fractions, uniforms

WORD = 2**64 - 1
PI = (0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0, 0x082EFA98EC4E6C89)
PI_KEY = (0x452821E638D01377, 0xBE5466CF34E90C6C)
KEYS = st.lists(st.one_of(st.integers(), st.text(st.characters(codec="utf-8"))), max_size=5).map(tuple)


def philox(counter: tuple[int, ...], key: tuple[int, ...]) -> tuple[int, ...]:
    """Return one block of Philox 4x64 with ten rounds, in plain arithmetic.

    Source: Salmon, Moraes, Dror and Shaw 2011, Parallel random numbers: as easy as 1, 2, 3.
    """
    a, b, c, d = counter
    left, right = key
    for _ in range(10):
        first, second = a * 0xD2E7470EE14C6C93, c * 0xCA5A826395121157
        a, b, c, d = second >> 64 ^ b ^ left, second & WORD, first >> 64 ^ d ^ right, first & WORD
        left, right = (left + 0x9E3779B97F4A7C15) & WORD, (right + 0xBB67AE8584CAA73B) & WORD
    return a, b, c, d


def numpy_block(counter: tuple[int, ...], key: tuple[int, ...]) -> tuple[int, ...]:
    """Return the same block from numpy, which counts one on before each block."""
    number = sum(word << 64 * place for place, word in enumerate(counter)) - 1
    generator = Philox(counter=number % 2**256, key=sum(word << 64 * place for place, word in enumerate(key)))
    return tuple(generator.random_raw(4).tolist())


@pytest.mark.parametrize(
    ("counter", "key", "block"),
    [
        ((0,) * 4, (0,) * 2, "16554d9eca36314c db20fe9d672d0fdc d7e772cee186176b 7e68b68aec7ba23b"),
        ((WORD,) * 4, (WORD,) * 2, "87b092c3013fe90b 438c3c67be8d0224 9cc7d7c69cd777b6 a09caebf594f0ba0"),
        (PI, PI_KEY, "a528f45403e61d95 38c72dbd566e9788 a5a1610e72fd18b5 57bd43b5e52b7fe6"),
    ],
)
def test_philox_gives_the_published_blocks(counter: tuple[int, ...], key: tuple[int, ...], block: str) -> None:
    """Source: known answers for philox4x64-10 that come with Random123."""
    published = tuple(int(word, 16) for word in block.split())
    assert philox(counter, key) == numpy_block(counter, key) == published


def test_uniforms_are_the_top_53_bits_of_philox_under_the_hash_of_the_names() -> None:
    digest = blake2b(b"i7;i-1;s6:aarhuss0:s1:1i1;", digest_size=16).digest()
    key = (int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little"))
    raw = [word for block in range(1, 4) for word in philox((block, 0, 0, 0), key)]
    expected = [((word >> 11) + 0.5) * 2**-53 for word in raw]
    assert uniforms((7, -1, "aarhus", "", "1", 1), 12).tolist() == expected


def test_the_numbers_of_a_key_never_change() -> None:
    assert uniforms((1, 0, "aarhus", "karin_54", "delay", 0), 3).tolist() == [
        0.9181346105646098,
        0.7879456673689389,
        0.3169867072607065,
    ]


@given(KEYS, st.integers(0, 60), st.integers(0, 60))
def test_a_longer_vector_begins_with_the_shorter(key: tuple[str | int, ...], n: int, more: int) -> None:
    short, long = uniforms(key, n), uniforms(key, n + more)
    assert short.shape == (n,)
    assert short.dtype == np.float64
    assert np.array_equal(long[:n], short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("ab", ""), ("a", "b")),
        (("1",), (1,)),
        ((1, 23), (12, 3)),
        (("i1;",), (1,)),
        (("a", "s1:b"), ("as1:b",)),
        (("a",), ("a", "")),
        ((), ("",)),
        (("å",), ("a",)),
    ],
)
def test_names_that_look_alike_are_apart(one: tuple[str | int, ...], other: tuple[str | int, ...]) -> None:
    assert not np.intersect1d(uniforms(one, 4), uniforms(other, 4)).size


@given(KEYS, KEYS)
def test_two_keys_share_their_numbers_only_if_they_are_equal(
    one: tuple[str | int, ...], other: tuple[str | int, ...]
) -> None:
    assert np.array_equal(uniforms(one, 2), uniforms(other, 2)) == (one == other)


def test_numbers_do_not_depend_on_the_process() -> None:
    code = "from simulation.draws.uniforms import uniforms; print(uniforms((3, 'køge', 'x'), 5).tolist())"
    printed = set()
    for hash_seed in ("0", "1", "random"):
        env = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        printed.add(run.stdout.strip())
    assert printed == {str(uniforms((3, "køge", "x"), 5).tolist())}


def test_threads_do_not_disturb_each_other() -> None:
    keys = [("thread", number) for number in range(400)]
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda key: uniforms(key, 300), keys))
    assert all(np.array_equal(uniforms(key, 300), numbers) for key, numbers in zip(keys, drawn, strict=True))


def test_numbers_lie_inside_0_and_1_even_at_the_ends() -> None:
    ends = _fractions(np.array([0, 2**11 - 1, 2**64 - 1, 2**64 - 2**11, 2**64 - 2**12], dtype=np.uint64))
    assert ends.tolist() == [2**-54, 2**-54, 1 - 2**-53, 1 - 2**-53, 1 - 2**-52]


def test_many_numbers_are_spread_evenly() -> None:
    numbers = uniforms(("even",), 1_000_000)
    counts, _ = np.histogram(numbers, bins=100, range=(0, 1))
    assert ((counts - 10_000) ** 2 / 10_000).sum() < 150  # chi-square with 99 degrees: above 150 once in 1,300
    assert abs(np.corrcoef(numbers[1:], numbers[:-1])[0, 1]) < 0.004


def test_luck_is_keyed_by_all_its_names() -> None:
    luck = Luck(5, 2)
    expected = uniforms((5, 2, "aarhus", "karin_54", "delay", 1), 20)
    assert np.array_equal(luck.uniforms("aarhus", "karin_54", "delay", 1, 20), expected)
    others = [
        Luck(6, 2).uniforms("aarhus", "karin_54", "delay", 1, 20),
        Luck(5, 3).uniforms("aarhus", "karin_54", "delay", 1, 20),
        luck.uniforms("odense", "karin_54", "delay", 1, 20),
        luck.uniforms("aarhus", "ole_61", "delay", 1, 20),
        luck.uniforms("aarhus", "karin_54", "minutes", 1, 20),
        luck.uniforms("aarhus", "karin_54", "delay", 2, 20),
    ]
    assert len(np.unique(np.concatenate([expected, *others]))) == 7 * 20


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 2), st.integers(0, 30)), max_size=12))
def test_luck_that_remembers_says_the_same(asked: list[tuple[str, int, int]]) -> None:
    forgets, remembers = Luck(1, 1), Luck(1, 1, remembers=True)
    for purpose, occurrence, n in asked:
        numbers = remembers.uniforms("m", "p", purpose, occurrence, n)
        assert np.array_equal(numbers, forgets.uniforms("m", "p", purpose, occurrence, n))


def test_luck_cannot_be_written_to_and_travels_between_processes() -> None:
    for luck in (Luck(1, 1), Luck(1, 1, remembers=True)):
        numbers = luck.uniforms("m", "p", "delay", 0, 3)
        with pytest.raises(ValueError, match="read-only"):
            numbers[0] = 0.5
        assert np.array_equal(pickle.loads(pickle.dumps(luck)).uniforms("m", "p", "delay", 0, 3), numbers)
