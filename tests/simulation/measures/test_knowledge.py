"""What an actor's screen may show is what S8 and S9 of docs/semantics.md allow, in worlds that hypothesis draws.

Who may tell whom is worked out anew here, from the rules of law as written and the rows about consent.
"""

from collections.abc import Iterator
from functools import partial

from any_contact_worlds import contact_worlds
from any_worlds import worlds
from hypothesis import HealthCheck, Phase, given, settings
from withdrawals import Drawn, withdrawals, withdrawn

from simulation.draws.uniforms import Luck
from simulation.engine.kinds import Kind
from simulation.engine.reference.run import play
from simulation.experiments.replication import Played
from simulation.measures.knowledge import knowledge
from simulation.measures.known import AT_OPENING, Empty, Got, Item, Knowledge, KnownContact, Standing
from simulation.measures.rights import Why
from simulation.measures.snowball_picture import picture_on
from simulation.model.world import World
from simulation.population.inputs import inputs_of
from simulation.reports.desks import Folder, desks_of

CITIZENS = 4
CONSENTS = (Kind.CONSENT_GIVEN, Kind.CONSENT_REFUSED, Kind.CONSENT_WITHDRAWN)
tried = partial(
    settings,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


def folders_of(world: World, drawn: Drawn) -> Iterator[Folder]:
    """Yield citizens of whom one withdraws consent, in whole or in part, on some day."""
    inputs = inputs_of(world, Luck(1, 0), CITIZENS)
    yield from desks_of(withdrawn(Played(world, inputs, play(inputs)), drawn)[1], "en").folders.values()


def moments(folder: Folder) -> list[int]:
    """Return the ends of all days, each answer about consent, and the minutes before and after it."""
    asked = [here.minute for here in folder.frame.one.happened if here.kind in CONSENTS]
    near = {minute + more for minute in asked for more in (-1, 0, 1)}
    return sorted({folder.minute(day) for day in range(0, folder.days, 3)} | {one for one in near if one >= 0})


def left_out(folder: Folder, world: World, minute: int) -> frozenset[str] | None:
    """Return the domains that the consent of a minute leaves out; None where there is no consent."""
    rows = [here for here in folder.frame.one.happened if here.kind in CONSENTS and here.minute <= minute]
    if not rows or rows[-1].kind == Kind.CONSENT_REFUSED or rows[-1].value < 0:
        return None
    return frozenset(name for bit, name in enumerate(sorted(world.domains)) if rows[-1].value >> bit & 1)


def rule_says(world: World, tags: tuple[str, ...], giver: str, receiver: str, purpose: str, data_type: str) -> str:
    """Return `free`, `never` or `consent`, as the rules are written."""
    fitting = [
        (-rule.precedence, name)
        for name, rule in world.legal_basis.items()
        if (not rule.givers or giver in rule.givers)
        and (not rule.receivers or receiver in rule.receivers)
        and (not rule.purposes or purpose in rule.purposes)
        and (not rule.data_types or data_type in rule.data_types)
        and (not rule.tags or set(rule.tags) & set(tags))
    ]
    if not fitting:
        return "consent"
    rule = world.legal_basis[min(fitting)[1]]
    return "never" if rule.never else "consent" if rule.needs_consent else "free"


def from_others(known: Knowledge) -> Iterator[Item]:
    yield from (item for item in known.items if item.giver not in (known.actor, "citizen"))


@tried(max_examples=30)
@given(worlds(), withdrawals())
def test_in_a_gathering_nothing_is_shown_that_law_and_consent_did_not_allow_when_it_came(world: World, drawn: Drawn):
    assert world.gathering is not None
    for folder in folders_of(world, drawn):
        owner = folder.frame.one.owner
        for minute in moments(folder):
            known = knowledge(folder.frame, owner, minute)
            assert {(here.data_type, here.from_actor) for here in received(folder, minute)} == {
                (item.data_type, item.giver) for item in from_others(known) if item.got in (Got.REPLY, Got.VIEW)
            } - made_in_steps(folder, minute)
            for item in from_others(known):
                if item.why in (Why.CITIZEN, Why.CASE):
                    continue
                says = rule_says(world, (), item.giver, owner, world.gathering.purpose, item.data_type)
                assert says != "never"
                out = left_out(folder, world, item.since)
                wanted = {world.actors[item.giver].domain, world.data_types[item.data_type].domain}
                assert says == "free" or (out is not None and not wanted & out), item
                now = left_out(folder, world, minute)
                is_covered = says == "free" or (now is not None and not wanted & now)
                assert item.is_before_withdrawal == (not is_covered)


def received(folder: Folder, minute: int):
    for here in folder.frame.one.happened:
        is_use = here.kind == Kind.DATA_USED and not here.step and here.from_actor != here.actor
        if here.minute <= minute and (here.kind == Kind.DATA_RECEIVED or is_use):
            yield here


def made_in_steps(folder: Folder, minute: int) -> set[tuple[str, str]]:
    return {
        (here.data_type, here.actor)
        for here in folder.frame.one.happened
        if here.kind == Kind.DATA_CREATED and here.step and here.minute <= minute
    } - {(here.data_type, here.from_actor) for here in received(folder, minute)}


@tried(max_examples=30)
@given(worlds(), withdrawals())
def test_without_consent_a_holder_in_a_sensitive_domain_looks_like_one_nobody_asked(world: World, drawn: Drawn):
    assert world.gathering is not None
    for folder in folders_of(world, drawn):
        owner = folder.frame.one.owner
        for minute in moments(folder):
            known = knowledge(folder.frame, owner, minute)
            now = left_out(folder, world, minute)
            for name, contact in known.contacts.items():
                domain = world.actors[name].domain
                says = rule_says(world, (), name, owner, world.gathering.purpose, "")
                is_covered = says == "free" or (says == "consent" and now is not None and domain not in now)
                if domain in world.gathering.sensitive_domains and not is_covered and not contact.items:
                    assert contact == KnownContact(name)
                    assert (contact.standing, contact.empty) == (Standing.NONE, Empty.NOT_ASKED)
                    named = [here for here in known.happened if here.kind == Kind.HOLDER_NAMED]
                    assert name not in {here.actor for here in named}


@tried(max_examples=30)
@given(contact_worlds(), withdrawals())
def test_between_contacts_an_actor_is_shown_what_the_log_says_it_learned_and_no_more(world: World, drawn: Drawn):
    for folder in folders_of(world, drawn):
        for day in range(0, folder.days, 4):
            nodes = picture_on(folder.frame.one, day).nodes
            for actor in sorted(world.actors):
                known = knowledge(folder.frame, actor, folder.minute(day))
                shown = {(item.data_type, item.keeper) for item in known.items if item.row != AT_OPENING}
                learned = {one.matter for one in nodes[actor].knows} if actor in nodes else set()
                own = {place for place in shown if place[1] == actor} | {
                    p for p in shown if p in folder_own(folder, actor)
                }
                assert shown - own == learned - folder_own(folder, actor)


def folder_own(folder: Folder, actor: str) -> set[tuple[str, str]]:
    return set(folder.frame.at_opening.get(actor, ()))


@tried(max_examples=30)
@given(contact_worlds(), withdrawals())
def test_what_came_from_others_was_allowed_for_some_purpose_and_no_view_stays_open_without_it(
    world: World, drawn: Drawn
):
    purposes = sorted({"coordinating", "treating"})
    for folder in folders_of(world, drawn):
        tags = world.personas[folder.persona].tags
        for minute in moments(folder):
            now = left_out(folder, world, minute)
            for actor in sorted(world.actors):
                for item in from_others(knowledge(folder.frame, actor, minute)):
                    says = {rule_says(world, tags, item.giver, actor, one, item.data_type) for one in purposes}
                    assert says != {"never"}
                    then = left_out(folder, world, item.since)
                    domain = (item.keeper and world.actors[item.keeper].domain) or world.data_types[
                        item.data_type
                    ].domain
                    out = towards(folder, actor)
                    assert "free" in says or (then is not None and domain not in then | out), item
                    if "free" not in says and (now is None or domain in now):
                        assert item.is_before_withdrawal
                        assert not item.is_live


def towards(folder: Folder, actor: str) -> frozenset[str]:
    return folder.frame.rights.towards.get(actor, frozenset())
