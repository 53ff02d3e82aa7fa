import pytest

from simulation.engine.kinds import Kind
from simulation.measures.sharings import visible_parts
from simulation.model.world import World


@pytest.fixture
def shared(by_hand, raw):
    """Return what measures one course of seven sharings in a world where some are shown to the citizen."""

    def visible(show):
        plain, hand = raw(), by_hand()
        evidence = {"kind": "assumed", "because": "a test"}
        everybody, answer = {"unit": "share", "value": 1, **evidence}, {"unit": "hours", "value": 1, **evidence}
        rule = {"title": {"da": "x", "en": "x"}, "coverage": everybody, "channel": "mail"}
        plain["sharing"] = {
            "look": {**rule, "way": "view", "holders": ["a1"], "data_types": ["d1"]},
            "ask": {**rule, "way": "tool", "holders": ["a2"], "answer": answer},
        }
        show(plain)
        hand.world = World.model_validate(plain)
        opened = hand.row(0, 0, Kind.CASE_OPENED)
        for holder, channel in (("a1", "letter"), ("a2", "mail"), ("a3", "mail"), ("a4", -1)):
            hand.row(0, 10, Kind.REQUEST_ANSWERED, opened, actor=holder, from_actor=holder, channel=channel)
        for holder in ("a1", "a3"):
            hand.row(0, 20, Kind.LOOKED_UP, opened, actor="office", from_actor=holder)
        hand.row(0, 30, Kind.ACTOR_TOLD, opened, step="follow_up", actor="a2", data_type="d6", from_actor="office")
        return visible_parts(hand.seen()).of_citizens()

    return visible


@pytest.mark.parametrize(
    ("path", "visible"),
    [
        (("channels", "mail"), 3),  # two replies, and the look-up at a1, whose way goes by mail
        (("channels", "letter"), 2),  # a reply and the notice
        (("sharing", "look"), 1),
        (("sharing", "ask"), 1),
        (("steps", "follow_up", "tells"), 1),
    ],
)
def test_a_sharing_is_visible_where_its_channel_way_or_telling_says_so(shared, path, visible):
    def show(plain):
        for key in path:
            plain = plain[key]
        plain["seen_by_citizen"] = True

    assert shared(show)[0] == pytest.approx(visible / 7)


def test_what_nothing_is_said_of_is_not_visible(shared):
    assert shared(lambda plain: plain)[0] == 0
