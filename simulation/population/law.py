"""What the law says of one giver, one receiver and one purpose."""

from simulation.model.landscape import LegalBasis
from simulation.model.world import World


def basis_of(world: World, giver: str, receiver: str, purpose: str, data_type: str | None = None) -> str | None:
    """Return the id of the rule that holds: of those that fit the one with the highest precedence, ties by id.

    Rules for some citizens only do not count here.
    """
    fitting = [
        (-rule.precedence, name)
        for name, rule in world.legal_basis.items()
        if not rule.tags
        and _fits(rule.givers, giver)
        and _fits(rule.receivers, receiver)
        and _fits(rule.purposes, purpose)
        and (not rule.data_types or data_type in rule.data_types)
    ]
    return min(fitting)[1] if fitting else None


def holds(world: World, giver: str, receiver: str, purpose: str) -> LegalBasis | None:
    """Return the rule that holds between two actors, or None: then consent is needed."""
    name = basis_of(world, giver, receiver, purpose)
    return world.legal_basis[name] if name else None


def _fits(named: tuple[str, ...], one: str) -> bool:
    return not named or one in named
