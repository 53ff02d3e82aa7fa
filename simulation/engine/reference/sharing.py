"""How what somebody has seen reaches others: told, pushed, shown (SEMANTICS S9)."""

from simulation.engine.kinds import Kind
from simulation.engine.reference.clock import Fact
from simulation.engine.reference.knowing import knows_now, learn, may_learn, picture_of, weekly
from simulation.engine.reference.picture import Known
from simulation.engine.reference.progress import News, Play
from simulation.engine.reference.rows import looked_into, sent, told
from simulation.engine.reference.state import Case, Rank, Way, What
from simulation.population.contact_plans import FlowPlan, TellingPlan


def see(play: Play, case: Case, actor: int, matter: int, because: int) -> None:
    """An actor sees a matter with own eyes; what is new to it is shown, told and sent on."""
    picture = picture_of(case)
    is_news = not knows_now(picture, actor, matter)
    seen = Known(picture.version[matter], play.clock.now, actor, -1, is_live=play.keeps[actor][matter])
    learn(play, case, actor, matter, seen, because)
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
    for place, flow in enumerate(play.inputs.flows):
        if flow.way != Way.THREAD and covers(play, case, flow, actor, matter):
            registered(play, case, flow, actor, matter, because)
            for receiver in flow.receivers:
                send_on(play, case, place, (actor, receiver, matter), because)


def covers(play: Play, case: Case, flow: FlowPlan, giver: int, matter: int) -> bool:
    """Return whether a flow works for what a giver knows of a matter."""
    if giver not in flow.givers or play.type_of[matter] not in flow.data_types:
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
            data_type=play.type_of[matter],
            from_actor=actor,
            channel=flow.channel,
            value=weekly(play, case, flow.giver_minutes),
        )


def send_on(play: Play, case: Case, place: int, what: tuple[int, int, int], because: int) -> None:
    """Let what a giver has seen reach one receiver of a flow, where it may: (giver, receiver, matter)."""
    giver, receiver, matter = what
    flow = play.inputs.flows[place]
    if receiver == giver or not play.involved[case.citizen][receiver]:
        return
    if not may_learn(play, case, giver, receiver, matter, flow.purpose):
        return
    opening = play.inputs.calendar_of_actor[giver]
    minute = play.later(opening, weekly(play, case, flow.delay))
    if flow.way == Way.PUSH:
        if not flow.read_at_once:
            minute = play.openings[play.inputs.calendar_of_actor[receiver]].next_open(minute)
        because = sent(play, case, giver, receiver, matter, flow.channel, because)
    news = giver, receiver, matter, flow.purpose, flow.channel, flow.way, because
    post_news(play, case, minute, news, place)


def post_news(play: Play, case: Case, minute: int, news: News, flow: int = -1) -> None:
    """Make news due; it carries what the giver knows now."""
    giver, receiver, matter, _, _, _, _ = news
    known = picture_of(case).knows[giver][matter]
    if known is None:
        return
    as_of = play.clock.now if known.is_live else known.as_of
    play.news.append((news, Known(known.version, as_of, giver, news[4]), flow))
    play.post(
        minute,
        Rank.MESSAGES,
        What.NEWS,
        case.citizen,
        play.type_of[matter],
        receiver,
        matter,
        len(play.news) - 1,
    )


def news_arrives(play: Play, case: Case, fact: Fact) -> None:
    """Somebody learns what was sent or shown, if it may still be shared."""
    news, known, flow = play.news[fact.row]
    giver, receiver, matter, purpose, channel, way, because = news
    if case.ended or not may_learn(play, case, giver, receiver, matter, purpose):
        return
    if way == Way.VIEW and flow >= 0 and not play.is_seen[matter]:
        known.is_live, known.as_of, known.flow = True, play.clock.now, flow
    reading = play.inputs.flows[flow].minutes if way == Way.PUSH and flow >= 0 else None
    if reading is not None:
        looked_into(play, case, receiver, matter, (channel, weekly(play, case, reading)), because)
    learn(play, case, receiver, matter, known, because)


def tell(play: Play, case: Case, telling: TellingPlan, turn: int, because: int) -> None:
    """Tell one actor of an event, where it is told at all."""
    citizen, place = case.citizen, min(turn, telling.times - 1)
    if not play.involved[citizen][telling.actor] or telling.actor == telling.by:
        return
    if telling.told >= 0 and not play.draw(telling.told + place, citizen):
        return
    minute = play.later(play.inputs.calendar_of_actor[telling.by], play.draw(telling.delay + place, citizen))
    minute = play.openings[play.inputs.calendar_of_actor[telling.actor]].next_open(minute)
    first = True
    for matter in telling.matters:
        known = picture_of(case).knows[telling.by][matter]
        # What was only heard is passed on no further.
        is_own = known is not None and known.giver == telling.by
        if is_own and may_learn(play, case, telling.by, telling.actor, matter, telling.purpose):
            row = sent(play, case, telling.by, telling.actor, matter, telling.channel, because)
            if first and telling.minutes >= 0:
                minutes = play.draw(telling.minutes + place, citizen)
                told(play, case, telling.by, matter, (telling.channel, minutes), row)
            first = False
            news = (telling.by, telling.actor, matter, telling.purpose, telling.channel, Way.PUSH, row)
            post_news(play, case, minute, news)
