"""Mutants of a valid file are refused with a place, or valid; nothing else ever happens."""

import random
import time
from pathlib import Path

import pytest

from simulation.reading.evidence import with_evidence
from simulation.reading.yaml_file import survey
from simulation.values.faults import WrongData

VALID = """\
format: 1
id: rehabilitation_as_is
evidence: {kind: assumed, because: "Afprøves på workshop 1"}
steps:
  obtain_consent:   # § 4
    title: 'Indhent samtykke'
    after: []
    refused: {value: 0.05, unit: share}
  request_status_note:
    title: "Anmod om \\"statusnotat\\" fra Ærø"
    summary: >-
      Forvaltningen spørges,
      om der er en plan.
    after: [obtain_consent]
    response_delay:
      unit: working_days
      typical: 20
      at_most: {value: 40, kind: reported, source: foranalyse, worked_out: "8 uger × 5"}
    opens: "08:30"
    tells:
      - actor: hospital
        minutes: {value: 1.5e1, unit: minutes}
""".encode()


def cut(luck: random.Random) -> bytes:
    return VALID[: luck.randrange(len(VALID))]


def flipped(luck: random.Random) -> bytes:
    at = luck.randrange(len(VALID))
    return VALID[:at] + bytes([VALID[at] ^ (1 << luck.randrange(8))]) + VALID[at + 1 :]


def replaced(luck: random.Random) -> bytes:
    at = luck.randrange(len(VALID))
    return VALID[:at] + luck.choice(b"{}[]&*!|>'\"%@`#:,-?\t\r\n ~0\\<").to_bytes(1, "big") + VALID[at + 1 :]


def shuffled(luck: random.Random) -> bytes:
    lines = VALID.splitlines(keepends=True)
    at = luck.randrange(len(lines))
    lines[at] = luck.choice([b" " * luck.randrange(8) + lines[at].lstrip(), lines[at] * 2, b""])
    return b"".join(lines)


@pytest.mark.parametrize("mutant", [cut, flipped, replaced, shuffled])
def test_a_mutant_is_refused_with_a_place_or_valid(mutant: object, tmp_path: Path) -> None:
    assert callable(mutant)
    luck = random.Random(2024)
    outcomes = {"refused": 0, "valid": 0}
    for number in range(150):
        path = tmp_path / f"{number}.yaml"
        path.write_bytes(mutant(luck))
        outcomes[outcome(path, tmp_path)] += 1
    assert all(outcomes.values())


def outcome(path: Path, root: Path) -> str:
    began = time.process_time()
    try:
        tree = with_evidence(survey(path, root))
        faults = tree.faults
    except WrongData as wrong:
        faults = wrong.faults
    assert time.process_time() - began < 10
    assert all(fault.place.file == path.name and fault.place.line >= 1 for fault in faults)
    return "refused" if faults else "valid"
