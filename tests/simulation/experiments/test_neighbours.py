"""Somebody new who touches nobody leaves the logs of all others as they were."""

from pathlib import Path
from typing import Any

import pytest

FREE = """changes:
  - {set: steps.hold_meeting.seats, to: {unit: count, value: 100}, because: No queue for the meeting}
  - {set: roles.preparing_caseworker.staff, to: {unit: count, value: 300}, because: No queue at the desk}
  - {set: roles.preparing_caseworker.desk_rhythm, to: {unit: working_days, value: 1}, because: All seats are alike}
  - {set: roles.preparing_caseworker.relation, to: {unit: share, value: 0.5}, because: All seats are alike}
  - {set: roles.preparing_caseworker.outreach, to: {unit: share, value: 0.5}, because: All seats are alike}
  - {set: roles.preparing_caseworker.absence, to: {unit: share, value: 0}, because: All seats are alike}
  - {set: roles.preparing_caseworker.newly_hired, to: {unit: share, value: 0}, because: All seats are alike}
  - {set: roles.preparing_caseworker.turnover, to: {unit: per_year, value: 0}, because: All seats are alike}
"""
ACTOR = """  - add: actors.lighthouse
    to: {title: {da: Fyret, en: The lighthouse}, sector: state, domain: social, answers: {delay: {unit: hours, value: 1}}}
    because: Nobody asks it
"""
STEP = """  - add: steps.climb_tower
    to: {title: {da: Op i tårnet, en: Up the tower}, phase: only, kind: work, by: preparing_caseworker,
      after: [talk_to_citizen], only_if: {tags: [sailor]}, minutes: {unit: minutes, value: 30}, basis: reasoned}
    because: Nobody takes it
"""


@pytest.fixture
def free(small_course: Path):
    """Return what writes today's scenario in a world where no queue connects citizens, with more changes."""

    def write(name: str, more: str = "") -> Any:
        as_is = (small_course / "as_is.yaml").read_text(encoding="utf-8").replace("small_as_is", name)
        people = "personas: [ida_40, ole_61]\n" if name != "persona" else ""
        path = small_course / f"{name}.yaml"
        path.write_text(as_is + people + FREE + more, encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize(("name", "more"), [("actor", ACTOR), ("step", STEP), ("persona", ""), ("all", ACTOR + STEP)])
def test_who_touches_nobody_changes_nobody(free, small_course, play, case_logs, name, more):
    ole = (small_course / "personas" / "ole_61.yaml").read_text(encoding="utf-8")
    ada = ole.replace("ole_61", "ada_22").replace("Ole, 61", "Ada, 22").replace("age: 61", "age: 22")
    (small_course / "personas" / "ada_22.yaml").write_text(ada, encoding="utf-8")
    before, after = play(free("before"), citizens=10), play(free(name, more), citizens=10)
    until = min(result.inputs.cast.horizon for result in (before, after)) - 30 * 1440
    logs = [case_logs(result, until=until, without_steps=("climb_tower",)) for result in (before, after)]
    assert {who for who, _ in logs[1]} - {who for who, _ in logs[0]} == ({"ada_22"} if name == "persona" else set())
    assert len(logs[0]) > 15
    assert {who: logs[1][who] for who in logs[0]} == logs[0]


def test_the_same_people_in_a_queue_do_move_each_other(free, small_course, play, case_logs):
    """The test above can fail: with one caseworker for all, somebody new makes others wait."""
    ole = (small_course / "personas" / "ole_61.yaml").read_text(encoding="utf-8")
    ada = ole.replace("ole_61", "ada_22").replace("Ole, 61", "Ada, 22").replace("age: 61", "age: 22")
    (small_course / "personas" / "ada_22.yaml").write_text(ada, encoding="utf-8")
    for name in ("before", "persona"):
        path = Path(free(name))
        path.write_text(path.read_text(encoding="utf-8").replace("value: 300}", "value: 1}"), encoding="utf-8")
    before, after = (play(str(small_course / f"{name}.yaml"), citizens=10) for name in ("before", "persona"))
    until = min(result.inputs.cast.horizon for result in (before, after)) - 30 * 1440
    logs = [case_logs(result, until=until) for result in (before, after)]
    assert {who: logs[1][who] for who in logs[0]} != logs[0]
