"""Who knows what between contacts: seen with own eyes, told, shown, forgotten (SEMANTICS S8, S9)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.progress import News, Play
from simulation.engine.reference.state import Case, Known, Picture, Rank, What
from simulation.population.matters import FREE, NEVER
from simulation.population.tables import EventPlan, FlowPlan, TellingPlan, Weekly

VIEW, PUSH, THREAD = 0, 1, 2
WEEK = 7 * 24 * 60


def picture_of(case: Case) -> Picture:
    """Return what is true and known of a citizen in a course with contacts."""
    assert case.picture is not None
    return case.picture


def begin(play: Play, case: Case) -> None:
    """Make the picture of a new case: who keeps something knows it, nobody knows of others."""
    inputs, citizen = play.inputs, case.citizen
    matters = inputs.matters
    state = list(inputs.lives.starts[citizen])
    case.picture = Picture(
        state=state,
        version=[0] * len(matters),
        was=[[tuple(state)] for _ in range(len(matters))],
        cause=[(-1, -1)] * len(matters),
        knows=[{} for _ in inputs.names.actors],
    )
    for matter in existing(play, case):
        if not matters.is_seen[matter]:
            for actor in matters.kept_by[matter]:
                if play.involved[citizen][actor]:
                    case.picture.knows[actor][matter] = Known(0, play.clock.now, actor, -1, is_live=True)
    open_views(play, case, case.opened)


def existing(play: Play, case: Case) -> list[int]:
    """Return the matters that exist for a citizen."""
    return [matter for matter, exists in enumerate(play.exists[case.citizen]) if exists]


def weekly(play: Play, case: Case, luck: Weekly) -> int:
    """Return the citizen's luck of this week."""
    week = (play.clock.now - play.opened[case.citizen]) // WEEK
    return play.draw(luck.column + min(week, luck.weeks - 1), case.citizen)


def may_learn(play: Play, case: Case, giver: int, receiver: int, matter: int, purpose: int) -> bool:
    """Return whether the law and the consent let a giver tell a receiver of a matter (SEMANTICS S8)."""
    inputs = play.inputs
    persona = play.persona[case.citizen]
    says = inputs.matters.law[purpose][persona][giver][receiver][inputs.matters.data_type[matter]]
    if says in (FREE, NEVER):
        return says == FREE
    domain = inputs.matters.domain[matter]
    if case.consent != 1 or case.excluded >> domain & 1:
        return False
    assert inputs.coordination is not None
    towards = inputs.coordination.towards[receiver]
    return towards < 0 or not play.draw(towards, case.citizen) >> domain & 1


def learn(play: Play, case: Case, actor: int, matter: int, known: Known, because: int) -> None:
    """Note what an actor has learned, unless it knows something as new; what is new leaves a row."""
    picture = picture_of(case)
    before = picture.knows[actor].get(matter)
    if before is not None and before.is_live and not known.is_live and before.version >= known.version:
        return
    if before is not None and (before.version, before.as_of) > (known.version, known.as_of):
        return
    picture.knows[actor][matter] = known
    if before is None or before.version != known.version:
        play.row(
            case.citizen,
            Kind.LEARNED,
            because,
            actor=actor,
            data_type=play.inputs.matters.data_type[matter],
            from_actor=source_of(play, matter, known.giver),
            channel=known.channel,
            attempt=known.version,
            value=play.clock.now - known.as_of,
        )


def source_of(play: Play, matter: int, giver: int) -> int:
    """Return the actor that a row names: the holder where each has its own, else who told."""
    holder = play.inputs.matters.holder[matter]
    return holder if holder >= 0 else giver


def see(play: Play, case: Case, actor: int, matter: int, because: int) -> None:
    """An actor sees a matter with own eyes; what is new to it is shown, told and sent on."""
    picture, now = picture_of(case), play.clock.now
    before = picture.knows[actor].get(matter)
    version = picture.version[matter]
    is_news = before is None or before.version != version
    keeps = actor in play.inputs.matters.kept_by[matter] and not play.inputs.matters.is_seen[matter]
    learn(play, case, actor, matter, Known(version, now, actor, -1, is_live=keeps), because)
    if is_news:
        pass_on(play, case, actor, matter, because)


def pass_on(play: Play, case: Case, actor: int, matter: int, because: int) -> None:
    """Tell and show what an actor has just seen for the first time."""
    event, turn = picture_of(case).cause[matter]
    if event >= 0 and (actor, event, turn) not in picture_of(case).told_of:
        picture_of(case).told_of.add((actor, event, turn))
        for reaction in play.inputs.events[event].reactions:
            for telling in reaction.tells:
                if telling.by == actor:
                    tell(play, case, telling, turn, because)
    for flow in play.inputs.flows:
        if flow.way != THREAD and covers(play, case, flow, actor, matter):
            registered(play, case, flow, actor, matter, because)
            for receiver in flow.receivers:
                send_on(play, case, flow, actor, receiver, matter, because)


def covers(play: Play, case: Case, flow: FlowPlan, giver: int, matter: int) -> bool:
    """Return whether a flow works for what a giver knows of a matter."""
    if giver not in flow.givers or play.inputs.matters.data_type[matter] not in flow.data_types:
        return False
    return bool(play.draw(flow.covers[giver], case.citizen))


def registered(play: Play, case: Case, flow: FlowPlan, actor: int, matter: int, because: int) -> None:
    """Count the giver's work of registering one change."""
    if flow.giver_minutes is not None:
        play.row(
            case.citizen,
            Kind.DATA_CREATED,
            because,
            actor=actor,
            data_type=play.inputs.matters.data_type[matter],
            from_actor=actor,
            channel=flow.channel,
            value=weekly(play, case, flow.giver_minutes),
        )


def send_on(play: Play, case: Case, flow: FlowPlan, giver: int, receiver: int, matter: int, because: int) -> None:
    """Let what a giver has seen reach one receiver of a flow, where it may."""
    if receiver == giver or not play.involved[case.citizen][receiver]:
        return
    if not may_learn(play, case, giver, receiver, matter, flow.purpose):
        return
    opening = play.calendar[giver]
    minute = play.later(opening, weekly(play, case, flow.delay))
    if flow.way == PUSH:
        if not flow.read_at_once:
            minute = play.inputs.openings[play.calendar[receiver]].next_open(minute)
        because = sent(play, case, giver, receiver, matter, flow.channel, because)
    post_news(play, case, minute, (giver, receiver, matter, flow.purpose, flow.channel, flow.way, because), flow)


def sent(play: Play, case: Case, giver: int, receiver: int, matter: int, channel: int, because: int) -> int:
    """Write the row of a message and return its id."""
    return play.row(
        case.citizen,
        Kind.MESSAGE_SENT,
        because,
        actor=receiver,
        data_type=play.inputs.matters.data_type[matter],
        from_actor=giver,
        channel=channel,
        value=0,
    )


def post_news(play: Play, case: Case, minute: int, news: News, flow: FlowPlan | None) -> None:
    """Make news due; it carries what the giver knows now."""
    giver, receiver, matter, _, _, _, _ = news
    known = picture_of(case).knows[giver].get(matter)
    if known is None:
        return
    play.news.append((news, Known(known.version, known.as_of, giver, news[4]), flow))
    play.post(
        minute,
        Rank.MESSAGES,
        What.NEWS,
        case.citizen,
        play.inputs.matters.data_type[matter],
        receiver,
        matter,
        len(play.news) - 1,
    )


def news_arrives(play: Play, case: Case, fact: Fact) -> None:
    """Somebody learns what was sent or shown, if it may still be shared."""
    news, known, flow = play.news[fact[6]]
    giver, receiver, matter, purpose, channel, way, because = news
    if case.ended or not may_learn(play, case, giver, receiver, matter, purpose):
        return
    if way == VIEW and not play.inputs.matters.is_seen[matter]:
        known.is_live, known.as_of, known.purpose = True, play.clock.now, purpose
    if way == PUSH and flow is not None and flow.minutes is not None:
        looked_up(play, case, receiver, matter, (PUSH, channel, weekly(play, case, flow.minutes)), because)
    learn(play, case, receiver, matter, known, because)


def looked_up(play: Play, case: Case, actor: int, matter: int, how: tuple[int, int, int], because: int) -> int:
    """Write the row of looking, reading a message, or asking in writing: (way, channel, minutes)."""
    return play.row(
        case.citizen,
        Kind.LOOKED_UP,
        because,
        actor=actor,
        data_type=play.inputs.matters.data_type[matter],
        from_actor=play.inputs.matters.holder[matter],
        channel=how[1],
        attempt=how[0],
        value=how[2],
    )


def tell(play: Play, case: Case, telling: TellingPlan, turn: int, because: int) -> None:
    """Tell one actor of an event, where it is told at all."""
    citizen, place = case.citizen, min(turn, telling.times - 1)
    if not play.involved[citizen][telling.actor] or telling.actor == telling.by:
        return
    if telling.told >= 0 and not play.draw(telling.told + place, citizen):
        return
    minute = play.later(play.calendar[telling.by], play.draw(telling.delay + place, citizen))
    minute = play.inputs.openings[play.calendar[telling.actor]].next_open(minute)
    first = True
    for matter in telling.matters:
        knows = matter in picture_of(case).knows[telling.by]
        if knows and may_learn(play, case, telling.by, telling.actor, matter, telling.purpose):
            row = sent(play, case, telling.by, telling.actor, matter, telling.channel, because)
            if first and telling.minutes >= 0:
                answered(
                    play, case, telling.by, matter, (telling.channel, play.draw(telling.minutes + place, citizen)), row
                )
            first = False
            news = (telling.by, telling.actor, matter, telling.purpose, telling.channel, PUSH, row)
            post_news(play, case, minute, news, None)


def answered(play: Play, case: Case, actor: int, matter: int, how: tuple[int, int], because: int) -> int:
    """Write the row of telling somebody: (channel, minutes)."""
    return play.row(
        case.citizen,
        Kind.CALL_ANSWERED,
        because,
        actor=actor,
        data_type=play.inputs.matters.data_type[matter],
        channel=how[0],
        value=how[1],
    )


def change(play: Play, case: Case, plan: EventPlan, event: int, turn: int, row: int) -> None:
    """Let a life event change states and matters, be seen, and be forgotten."""
    picture, inputs = picture_of(case), play.inputs
    for side, state in plan.becomes:
        picture.state[side] = state
    changed = [matter for matter in plan.changes if play.exists[case.citizen][matter]]
    rows: dict[int, int] = {}
    for matter in changed:
        picture.version[matter] += 1
        picture.was[matter].append(tuple(picture.state))
        picture.cause[matter] = (event, turn)
        rows[matter] = play.row(
            case.citizen,
            Kind.TRUTH_CHANGED,
            row,
            data_type=inputs.matters.data_type[matter],
            from_actor=inputs.matters.holder[matter],
            attempt=picture.version[matter],
        )
    if plan.forgets >= 0:
        forget(play, case, plan, turn, row)
    if plan.withdraws:
        withdraw(play, case, plan.withdraws, row)
    for matter in changed:
        keepers = () if inputs.matters.is_seen[matter] else inputs.matters.kept_by[matter]
        for actor in sorted({*plan.seen_by, *keepers}):
            if play.involved[case.citizen][actor]:
                see(play, case, actor, matter, rows[matter])


def forget(play: Play, case: Case, plan: EventPlan, turn: int, row: int) -> None:
    """Lose what some actors know of others."""
    lost = play.draw(plan.forgets + min(turn, plan.times - 1), case.citizen)
    for actor in plan.forgetful:
        knows = picture_of(case).knows[actor]
        for matter in sorted(knows):
            if lost >> matter & 1 and knows[matter].giver != actor:
                del knows[matter]
                play.row(
                    case.citizen,
                    Kind.FORGOTTEN,
                    row,
                    actor=actor,
                    data_type=play.inputs.matters.data_type[matter],
                    from_actor=play.inputs.matters.holder[matter],
                )


def withdraw(play: Play, case: Case, domains: int, row: int) -> None:
    """Take domains out of the consent; what was received stays as it was, and is shown no further."""
    if case.consent != 1 or case.excluded & domains == domains:
        return
    case.excluded |= domains
    play.row(case.citizen, Kind.CONSENT_WITHDRAWN, row, value=case.excluded)
    close_views(play, case)


def close_views(play: Play, case: Case) -> None:
    """What may no longer be shown stays as it was in this minute."""
    for actor, knows in enumerate(picture_of(case).knows):
        for matter, known in knows.items():
            is_shown = known.is_live and known.giver != actor
            if is_shown and not may_learn(play, case, known.giver, actor, matter, known.purpose):
                known.is_live, known.as_of = False, play.clock.now


def open_views(play: Play, case: Case, because: int) -> None:
    """Show what may be shown from now on: the citizen has given consent."""
    for flow in play.inputs.flows:
        if flow.way != VIEW:
            continue
        for giver in sorted(flow.givers):
            for matter, known in sorted(picture_of(case).knows[giver].items()):
                is_own = known.giver == giver and not play.inputs.matters.is_seen[matter]
                if is_own and covers(play, case, flow, giver, matter):
                    for receiver in flow.receivers:
                        send_on(play, case, flow, giver, receiver, matter, because)
