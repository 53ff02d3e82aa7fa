"""Who may know what of one citizen: the law, and the consent as it was at each moment (SEMANTICS S8)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.followed import Followed
from simulation.measures.one_citizen import Happening
from simulation.population.law import basis_of
from simulation.population.matters import FREE, NEVER

CONSENTS = (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)


class Why(StrEnum):
    """Why somebody may know something."""

    OWN = "own"
    """Its own registration, or made in its own case."""
    LAW = "law"
    """The law lets it without consent."""
    CONSENT = "consent"
    CITIZEN = "citizen"
    """The citizen told or brought it."""
    CASE = "case"
    """Papers of the case, for who takes part in its meeting."""


class Answer(StrEnum):
    """What the citizen has answered about consent."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """In part or all."""


@dataclass(frozen=True)
class Consent:
    """The consent at a moment."""

    answer: Answer = Answer.NOT_ASKED
    is_on: bool = False
    """Whether it covers anything."""
    left_out: frozenset[str] = frozenset()
    """Domains that it does not cover."""
    row: int = -1
    """Row of the log that said so."""
    minute: int = -1

    def covers(self, domain: str) -> bool:
        """Return whether it covers a domain."""
        return self.is_on and domain not in self.left_out


@dataclass(frozen=True)
class Rights:
    """What holds all the time for one citizen."""

    domains: tuple[str, ...]
    """In the order that bits of a consent count."""
    sensitive: frozenset[str]
    """Domains in which existence itself needs consent."""
    free: dict[tuple[str, str, str], str]
    """(giver, receiver, data type) that need no consent, with the rule that says so; an empty type stands for all."""
    never: frozenset[tuple[str, str, str]]
    """What may not be shared at all, in the same form."""
    towards: dict[str, frozenset[str]]
    """Domains that the citizen leaves out towards one receiver."""
    domain_of_actor: dict[str, str]
    domain_of_type: dict[str, str]
    of_each_holder: frozenset[str]
    """Data types that belong to the domain of their holder alone."""
    gathers: bool
    """Whether somebody gathers data; else the course is one of contacts."""

    def consent(self, here: Happening) -> Consent:
        """Return the consent that a row about consent makes."""
        answer = {
            Kind.CONSENT_GIVEN: Answer.GIVEN,
            Kind.CONSENT_REFUSED: Answer.REFUSED,
            Kind.CONSENT_WITHDRAWN: Answer.WITHDRAWN,
        }[here.kind]
        is_on = here.kind != Kind.CONSENT_REFUSED and here.value >= 0
        out = frozenset(name for bit, name in enumerate(self.domains) if max(here.value, 0) >> bit & 1)
        return Consent(answer, is_on, out, here.row, here.minute)

    def may(self, consent: Consent, giver: str, receiver: str, data_type: str) -> Why | None:
        """Return why a giver may tell a receiver of a data type now, or None where it may not."""
        key = giver, receiver, data_type
        if key in self.never or (giver, receiver, "") in self.never:
            return None
        if key in self.free or (giver, receiver, "") in self.free:
            return Why.LAW
        out = self.towards.get(receiver, frozenset())
        wanted = self.domains_of(giver, data_type)
        return Why.CONSENT if all(consent.covers(one) and one not in out for one in wanted) else None

    def domains_of(self, giver: str, data_type: str) -> frozenset[str]:
        """Return the domains that a consent must cover; of a holder alone where no data type is named."""
        own = self.domain_of_actor.get(giver, "")
        if not data_type or data_type in self.of_each_holder:
            return frozenset([own])
        # A course of contacts asks for the domain of the matter, a gathering for the holder's as well.
        kept = self.domain_of_type[data_type]
        return frozenset([kept, own] if self.gathers else [kept])

    def may_exist(self, consent: Consent, holder: str, receiver: str) -> bool:
        """Return whether a receiver may see that a holder has anything to do with the citizen (SEMANTICS S8.3)."""
        if self.domain_of_actor.get(holder, "") not in self.sensitive:
            return True
        return self.may(consent, holder, receiver, "") is not None

    def rule(self, giver: str, receiver: str, data_type: str) -> str:
        """Return the id of the rule that lets a giver tell without consent, else nothing."""
        return self.free.get((giver, receiver, data_type)) or self.free.get((giver, receiver, "")) or ""


def rights_of(seen: Followed, places: Iterable[int]) -> list[Rights]:
    """Return the rights around observed citizens."""
    by_persona: dict[int, Rights] = {}
    found = []
    for place in places:
        number = int(seen.citizens[place])
        persona = int(seen.inputs.cast.persona[number])
        if persona not in by_persona:
            by_persona[persona] = _of_persona(seen, persona)
        common = by_persona[persona]
        found.append(replace(common, towards=_towards(seen, number)))
    return found


def _of_persona(seen: Followed, persona: int) -> Rights:
    world, inputs = seen.world, seen.inputs
    gathers = world.gathering is not None
    free, never = _of_gathering(seen) if gathers else _of_contacts(seen, persona)
    sensitive = world.gathering.sensitive_domains if world.gathering else inputs.names.domains
    return Rights(
        domains=inputs.names.domains,
        sensitive=frozenset(sensitive),
        free=free,
        never=never,
        towards={},
        domain_of_actor={name: one.domain for name, one in world.actors.items()},
        domain_of_type={name: one.domain for name, one in world.data_types.items()},
        of_each_holder=frozenset(name for name, one in world.data_types.items() if one.of_each_holder),
        gathers=gathers,
    )


Laws = tuple[dict[tuple[str, str, str], str], frozenset[tuple[str, str, str]]]


def _of_gathering(seen: Followed) -> Laws:
    """Return what needs no consent, and what is never shared, between any two actors for the gathering's purpose."""
    world = seen.world
    assert world.gathering is not None
    free, never = {}, set()
    for giver in seen.inputs.names.actors:
        for receiver in seen.inputs.names.actors:
            name = basis_of(world, giver, receiver, world.gathering.purpose)
            rule = world.legal_basis[name] if name else None
            if rule is not None and rule.never:
                never.add((giver, receiver, ""))
            elif rule is not None and not rule.needs_consent:
                free[giver, receiver, ""] = str(name)
    return free, frozenset(never)


def _of_contacts(seen: Followed, persona: int) -> Laws:
    """Return the same for a course of contacts, for any of its purposes; of several the most open holds."""
    inputs, names = seen.inputs, seen.inputs.names
    law = np.array([of_personas[persona] for of_personas in inputs.matters.law])
    types = sorted(set(inputs.matters.data_type))
    free, never = {}, set()
    for giver, receiver in np.ndindex(len(names.actors), len(names.actors)):
        for kind in types:
            key = names.actors[giver], names.actors[receiver], names.data_types[kind]
            says = law[:, giver, receiver, kind]
            if (says == FREE).any():
                purpose = inputs.matters.purposes[int(np.argmax(says == FREE))]
                free[key] = str(basis_of(seen.world, key[0], key[1], purpose, key[2]))
            elif (says == NEVER).all():
                never.add(key)
    return free, frozenset(never)


def _towards(seen: Followed, number: int) -> dict[str, frozenset[str]]:
    plan, names = seen.inputs.coordination, seen.inputs.names
    found: dict[str, frozenset[str]] = {}
    for actor, column in enumerate(plan.towards if plan else ()):
        bits = int(seen.inputs.columns[column].numbers[number]) if column >= 0 else 0
        if bits:
            found[names.actors[actor]] = frozenset(d for bit, d in enumerate(names.domains) if bits >> bit & 1)
    return found
