"""What one actor knows of one citizen at a minute: the fold of the log up to then, and of nothing else.

A screen shows no more than this. Whatever somebody knows has a row of the log, or was there when the case opened.
"""

from dataclasses import replace

from simulation.engine.kinds import Kind
from simulation.measures.desk import Desk
from simulation.measures.known import AT_OPENING, GOT, Empty, Frame, Got, Item, Knowledge, KnownContact, Order, Standing
from simulation.measures.one_citizen import CITIZEN, Happening
from simulation.measures.rights import Why
from simulation.measures.snowball_picture import WAYS


def _named(desk: Desk, here: Happening) -> None:
    """Somebody is named to who gathers; who is only asked of habit is not known to have anything."""
    if desk.actor != desk.owner or desk.contact(here.actor).standing != Standing.NONE:
        return
    frame = desk.frame
    if here.from_actor or here.actor in frame.told or here.actor in frame.indexed:
        is_indexed = not here.from_actor and here.actor not in frame.told
        by = here.from_actor or ("" if is_indexed else CITIZEN)
        desk.change(here.actor, here, standing=Standing.KNOWN, empty=Empty.NOT_SHARED, named_by=by)


def _asked(desk: Desk, here: Happening) -> None:
    if desk.actor == here.from_actor:
        desk.change(here.actor, here, standing=Standing.KNOWN, empty=Empty.NOT_SHARED, named_by=here.actor)
    if desk.actor == here.actor:
        more = {"asked": here.minute, "asked_row": here.row, "channel": here.channel, "reminders": 0}
        desk.change(here.from_actor, here, standing=Standing.OPEN, empty=Empty.UNKNOWN, **more)


def _reminded(desk: Desk, here: Happening) -> None:
    if desk.actor == here.actor:
        desk.change(here.from_actor, here, reminders=desk.contact(here.from_actor).reminders + 1)


def _answered(desk: Desk, here: Happening) -> None:
    if desk.actor == desk.owner:
        is_there = here.from_actor in desk.frame.one.involved
        empty = Empty.NOT_SHARED if is_there else None
        desk.change(here.from_actor, here, standing=Standing.KNOWN if is_there else Standing.NOTHING, empty=empty)


def _given_up(desk: Desk, here: Happening) -> None:
    if desk.actor != desk.owner:
        return
    never = here.kind == Kind.REQUEST_NEVER_ANSWERED
    standing = Standing.NO_ANSWER if never else Standing.STOPPED
    desk.change(here.from_actor, here, standing=standing, empty=Empty.UNKNOWN if never else Empty.NOT_SHARED)


def _created(desk: Desk, here: Happening) -> None:
    """Something was made in a step, or written by a holder that was asked."""
    if here.channel and desk.frame.efforts:
        return  # registering a change in a shared overview, which others learn by rows of their own
    _written(desk, here)
    maker = here.actor or here.from_actor or CITIZEN
    item = Item(here.data_type, "", maker, Got.MADE, Why.OWN, "", here.row, here.minute, here.minute)
    if desk.actor == maker:
        desk.put(item)
    if here.step:
        reply = replace(item, keeper=maker, got=Got.REPLY, why=desk.why(maker, here.data_type, Why.CITIZEN))
        in_file = item if maker == desk.owner else reply
        desk.file[here.data_type, in_file.keeper] = in_file
        if desk.actor == desk.owner and maker != desk.owner:
            desk.put(reply)


def _received(desk: Desk, here: Happening) -> None:
    if desk.actor == desk.owner:
        item = _had(desk, here, Got.REPLY)
        desk.put(replace(item, is_read=False))


def _used(desk: Desk, here: Happening) -> None:
    """What was received or looked up goes into the file of who gathers."""
    if here.step or here.from_actor == here.actor:
        return
    got = Got.VIEW if here.because == Kind.LOOKED_UP else Got.REPLY
    item = _had(desk, here, got)
    desk.file[here.data_type, here.from_actor] = item
    if desk.actor == here.actor:
        before = desk.items.get((here.data_type, here.from_actor))
        desk.put(item if before is None else replace(before, is_read=True, is_kept_out=False))
        desk.change(here.from_actor, here, standing=Standing.HAS, empty=None)


def _kept_out(desk: Desk, here: Happening) -> None:
    place = here.data_type, here.from_actor
    if desk.actor == here.actor and place in desk.items:
        desk.put(replace(desk.items[place], is_read=True, is_kept_out=True))
        desk.change(here.from_actor, here, standing=Standing.HAS, empty=None)


def _had(desk: Desk, here: Happening, got: Got) -> Item:
    giver = here.from_actor
    why = desk.why(giver, here.data_type, Why.CONSENT)
    rule = desk.frame.rights.rule(giver, desk.actor, here.data_type) if why == Why.LAW else ""
    return Item(here.data_type, giver, giver, got, why, rule, here.row, here.minute, here.minute, here.channel)


def _sent_papers(desk: Desk, here: Happening) -> None:
    """Who takes part in the meeting gets what lies in the file, as far as it may be passed on."""
    if here.step not in desk.frame.papers or desk.actor not in desk.frame.members:
        return
    for (data_type, keeper), item in desk.file.items():
        is_own = item.giver == desk.owner or item.why == Why.CITIZEN
        why = Why.CASE if is_own else desk.frame.rights.may(desk.consent, item.giver, desk.actor, data_type)
        if why is not None and item.giver != desk.actor:
            rule = desk.frame.rights.rule(item.giver, desk.actor, data_type) if why == Why.LAW else ""
            passed = replace(item, got=Got.PAPERS, why=why, rule=rule, row=here.row, since=here.minute)
            passed = replace(passed, as_of_row=item.row)
            desk.put(replace(passed, keeper=keeper or item.giver))
            desk.change(item.giver, here, standing=Standing.HAS, empty=None)


def _ordered(desk: Desk, here: Happening) -> None:
    """A step waits for another actor to write something."""
    if desk.actor in (desk.owner, here.actor):
        desk.orders += [Order(name, here.actor, here) for name in desk.frame.produces.get(here.step, ())]


def _written(desk: Desk, here: Happening) -> None:
    for place, order in enumerate(desk.orders):
        if order.done is None and order.asked.step == here.step and order.data_type == here.data_type:
            desk.orders[place] = replace(order, done=here)


def _told(desk: Desk, here: Happening) -> None:
    if desk.actor == here.actor and here.data_type:
        item = Item(
            here.data_type, desk.owner, desk.owner, Got.MESSAGE, Why.CASE, "", here.row, here.minute, here.minute
        )
        desk.put(replace(item, channel=here.channel))


def _learned(desk: Desk, here: Happening) -> None:
    if desk.actor != here.actor:
        return
    way = _way(here)
    giver, data_type = here.from_actor or desk.actor, here.data_type
    keeper = here.from_actor if data_type in desk.frame.rights.of_each_holder else ""
    why = Why.OWN if giver == desk.actor else desk.why(giver, data_type, Why.CONSENT)
    if way == Got.CITIZEN:
        giver, why = CITIZEN, Why.CITIZEN
    rule = desk.frame.rights.rule(giver, desk.actor, data_type) if why == Why.LAW else ""
    live = way == Got.VIEW and data_type not in desk.frame.seen_types
    as_of = here.minute - max(here.value, 0)
    item = Item(data_type, keeper, giver, way, why, rule, here.row, here.minute, as_of, here.channel, is_live=live)
    desk.put(item)
    if keeper and keeper != desk.actor:
        has = data_type in desk.frame.efforts or not desk.frame.efforts
        known = Standing.HAS if has or desk.contact(keeper).standing == Standing.HAS else Standing.KNOWN
        desk.change(keeper, here, standing=known, empty=None if known == Standing.HAS else Empty.NOT_SHARED)


def _way(here: Happening) -> Got:
    if here.because in WAYS:
        return GOT[WAYS[here.because]]
    if here.channel:
        return Got.VIEW
    return Got.SEEN if here.from_actor in (here.actor, "") else Got.MEETING


def _forgot(desk: Desk, here: Happening) -> None:
    if desk.actor != here.actor:
        return
    keeper = here.from_actor if here.data_type in desk.frame.rights.of_each_holder else ""
    desk.items.pop((here.data_type, keeper), None)
    if keeper and not any(place[1] == keeper for place in desk.items):
        desk.contacts.pop(keeper, None)


def _called(desk: Desk, here: Happening) -> None:
    if desk.actor == here.actor and desk.contact(here.from_actor).standing in (Standing.NONE, Standing.KNOWN):
        was_reached = here.attempt == 1
        standing = Standing.KNOWN if was_reached else Standing.NO_ANSWER
        desk.change(here.from_actor, here, standing=standing, empty=Empty.NOT_SHARED if was_reached else Empty.UNKNOWN)


def _met(desk: Desk, here: Happening) -> None:
    """Who asked the citizen is somebody the citizen knows."""
    if desk.actor == CITIZEN:
        desk.change(here.actor, here, standing=Standing.KNOWN, empty=None)


def _missing(desk: Desk, here: Happening) -> None:
    if desk.actor == here.actor or (not here.actor and desk.actor == desk.owner):
        desk.missing.append(here)


TAKES = {
    Kind.HOLDER_NAMED: _named,
    Kind.REQUEST_SENT: _asked,
    Kind.REQUEST_REMINDED: _reminded,
    Kind.REQUEST_ANSWERED: _answered,
    Kind.REQUEST_NEVER_ANSWERED: _given_up,
    Kind.REQUEST_CANCELLED: _given_up,
    Kind.DATA_CREATED: _created,
    Kind.DATA_RECEIVED: _received,
    Kind.DATA_USED: _used,
    Kind.DATA_JUDGED_OUT: _kept_out,
    Kind.STEP_STARTED: _ordered,
    Kind.STEP_DONE: _sent_papers,
    Kind.ACTOR_TOLD: _told,
    Kind.LEARNED: _learned,
    Kind.FORGOTTEN: _forgot,
    Kind.CALLED: _called,
    Kind.DATA_MISSING: _missing,
    Kind.CITIZEN_ASKED: _met,
}


def knowledge(frame: Frame, actor: str, minute: int) -> Knowledge:
    """Return what an actor knows at a minute, counted from the opening of the case."""
    desk = Desk(frame, actor)
    for data_type, keeper in frame.at_opening.get(actor, ()):
        desk.put(Item(data_type, keeper, actor, Got.OWN, Why.OWN, "", AT_OPENING, 0, -1))
    for here in frame.one.happened:
        if here.minute > minute:
            break
        desk.take(here)
        if here.kind in TAKES:
            TAKES[here.kind](desk, here)
    items = tuple(_aged(item, minute) for _, item in sorted(desk.items.items()))
    return Knowledge(
        actor=actor,
        minute=minute,
        items=items,
        contacts={name: _shown(desk, name, items) for name in frame.others if name != actor},
        consent=desk.consent,
        consents=tuple(desk.consents),
        happened=tuple(here for here in desk.happened if _may_be_told(desk, here)),
        orders=tuple(desk.orders),
        missing=tuple(desk.missing),
    )


def _aged(item: Item, minute: int) -> Item:
    return replace(item, as_of=minute) if item.is_live else item


def _shown(desk: Desk, name: str, items: tuple[Item, ...]) -> KnownContact:
    """Return how an actor stands with another, as it may be seen (SEMANTICS S8.3)."""
    own = tuple(one for one in items if name in (one.keeper, one.giver) and one.giver != desk.actor)
    contact = desk.contact(name)
    if own:
        standing = contact.standing if contact.standing == Standing.OPEN else Standing.HAS
        return replace(contact, items=own, standing=standing, empty=None)
    is_open = desk.actor == CITIZEN or desk.frame.rights.may_exist(desk.consent, name, desk.actor)
    if not is_open and contact.standing != Standing.NONE:
        return KnownContact(name)
    return contact


def _may_be_told(desk: Desk, here: Happening) -> bool:
    """Return whether a row may stand on the actor's screen; what was written or sent stays in the journal."""
    if here.kind != Kind.HOLDER_NAMED:
        return True
    return desk.frame.rights.may_exist(desk.consent, here.actor, desk.actor)
