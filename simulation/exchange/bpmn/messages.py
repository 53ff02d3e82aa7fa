"""Who sends word to whom in a course of steps."""

from collections.abc import Iterator, Mapping

from simulation.exchange.bpmn.doers import CITIZEN, Doer, holders, pool_id
from simulation.exchange.bpmn.elements import Message
from simulation.exchange.bpmn.graph import Order
from simulation.exchange.bpmn.words import Speaker
from simulation.model.steps import AnyStep, ConsentStep, DecideStep, GatherStep

SILENT = (DecideStep,)
"""Kinds that are drawn as gateways, which neither send nor receive."""


def order_messages(order: Order) -> Iterator[Message]:
    """Yield word from a step to those of other actors that wait for it."""
    for name, others in order.words_to.items():
        for other in others:
            target = f"word_{other}" if order.before[other] else f"start_{other}"
            yield Message(f"word_{name}_to_{other}", f"tell_{name}", target)


def step_messages(speak: Speaker, found: Mapping[str, Doer]) -> Iterator[Message]:
    """Yield what each step says to other actors, and hears from them."""
    for name, (own, _) in found.items():
        step = speak.world.steps[name]
        if isinstance(step, SILENT):
            continue
        if own != CITIZEN:
            yield from _citizen(speak, name, step)
        yield from _told(speak, name, step)
        met = (speak.world.roles[one.role].actor for one in getattr(step, "participants", ()))
        for actor in dict.fromkeys(one for one in met if one != own):
            yield Message(f"meets_{name}_{actor}", f"step_{name}", pool_id(actor), speak("invites"))
        if isinstance(step, GatherStep):
            yield from _gathered(speak, name, own)


def return_messages(
    speak: Speaker, backs: Mapping[str, tuple[str, ...]], found: Mapping[str, Doer]
) -> Iterator[Message]:
    """Yield ways back that lead to another actor."""
    for name, others in backs.items():
        for to in others:
            silent = isinstance(speak.world.steps[name], SILENT) or isinstance(speak.world.steps[to], SILENT)
            if found[to][0] != found[name][0] and not silent:
                yield Message(f"back_{name}_to_{to}", f"step_{name}", f"step_{to}", speak("sent_back"))


def _citizen(speak: Speaker, name: str, step: AnyStep) -> Iterator[Message]:
    citizen = pool_id(CITIZEN)
    if isinstance(step, ConsentStep):
        yield Message(f"consent_{name}", f"step_{name}", citizen, speak("asks_consent"))
        yield Message(f"consented_{name}", citizen, f"step_{name}", speak("consents"))
    elif step.asks_citizen:
        yield Message(f"tells_{name}", citizen, f"step_{name}", speak("tells"))


def _told(speak: Speaker, name: str, step: AnyStep) -> Iterator[Message]:
    for actor in step.tells.actors if step.tells else ():
        yield Message(f"told_{name}_{actor}", f"step_{name}", pool_id(actor), speak("tells"))


def _gathered(speak: Speaker, name: str, own: str) -> Iterator[Message]:
    for holder in holders(speak.world):
        if holder != own:
            yield Message(f"asks_{name}_{holder}", f"{name}_ask", pool_id(holder), speak("asks"))
            yield Message(f"replies_{name}_{holder}", pool_id(holder), f"{name}_reply", speak("replies"))
