"""Who took the proposals of a scenario up."""

from simulation.draws.uniforms import Luck
from simulation.model.world import World


def taken_up(world: World, luck: Luck) -> frozenset[str]:
    """Return the actors that took the proposals up in a replication: drawn once per municipality and actor."""
    actors = sorted(world.actors)
    if world.uptake is None:
        return frozenset(actors)
    share = world.uptake.number("value") or world.uptake.number("mode") or 0.0
    municipality = world.profile.id
    return frozenset(actor for actor in actors if luck.uniforms(municipality, "", f"uptake.{actor}", 0, 1)[0] < share)
