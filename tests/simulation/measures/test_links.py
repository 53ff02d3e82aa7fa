import numpy as np

from simulation.engine.kinds import Kind
from simulation.measures.links import links_to_the_close


def test_the_links_of_every_closed_case_tile_its_lead_time(seen):
    links = links_to_the_close(seen)
    closed = seen.last(seen.rows(Kind.CASE_CLOSED))
    assert (closed >= 0).sum() > 30
    for citizen in range(len(seen)):
        path = links.of(citizen)
        if closed[citizen] < 0:
            assert len(path) == 0
            continue
        assert path.start[0] == seen.opened[citizen]
        assert path.end[-1] == seen.log["time"][closed[citizen]]
        assert (path.start[1:] == path.end[:-1]).all()
        assert (path.from_row[1:] == path.to_row[:-1]).all()
        assert seen.log["kind"][path.from_row[0]] == Kind.CASE_OPENED
        assert (seen.log["citizen"][path.to_row] == seen.citizens[citizen]).all()


def test_a_path_skips_what_did_not_decide_it(by_hand):
    hand = by_hand()
    opened = hand.row(0, 0, Kind.CASE_OPENED)
    asked = hand.row(0, 0, Kind.STEP_ASKED, opened, step="certify")
    hand.row(0, 5, Kind.STEP_STARTED, asked, step="talk")
    done = hand.row(0, 90, Kind.STEP_DONE, asked, step="certify")
    closed = hand.row(0, 90, Kind.CASE_CLOSED, done)
    path = links_to_the_close(hand.seen()).of(0)
    assert path.to_row.tolist() == [asked, done, closed]
    assert np.sum(path.end - path.start) == 90
