"""The compiled engine: it writes the same logs, it is found where it was made, and whatever is wrong with it does no harm."""

import logging
import os
import re
import time
from dataclasses import replace

import pytest
from any_contact_worlds import contact_worlds
from any_worlds import worlds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simulation.draws.uniforms import Luck
from simulation.engine import playing
from simulation.engine.compiled import building, kept
from simulation.engine.compiled.kept import kept_player, package, place
from simulation.engine.playing import SETTING, player
from simulation.engine.reference.run import play
from simulation.experiments import compiling
from simulation.experiments.choices import course_choices
from simulation.experiments.compiling import compile_engine, is_same
from simulation.population.inputs import inputs_of
from simulation.values.cannot_run import CannotRun

tried = settings(
    max_examples=80,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.slow
def test_it_writes_the_same_log_in_any_world(monkeypatch):
    """All in one test: making it takes a minute. Of the shipped scenarios those with most proposals are played."""
    fullest = [replace(course, scenarios=course.scenarios[-1:]) for course in course_choices()]
    monkeypatch.setattr(compiling, "course_choices", lambda: fullest)
    monkeypatch.setattr(compiling, "CITIZENS", 3)
    try:
        compile_engine()
    except CannotRun as why:
        if str(why) == building.NO_COMPILER[0]:
            pytest.skip("no C compiler")
        raise
    compiled = kept_player()
    assert compiled is not None
    assert compiled.__module__ == f"{package()}.run"

    @tried
    @given(st.one_of(worlds(), contact_worlds()), st.integers(0, 3))
    def plays_alike(world, number):
        inputs = inputs_of(world, Luck(1, number), 6)
        try:
            log = play(inputs)
        except CannotRun as why:
            with pytest.raises(CannotRun, match=re.escape(str(why))):
                compiled(inputs)
        else:
            assert is_same(log, compiled(inputs))

    plays_alike()


def test_it_plays_where_it_is_there_unless_the_readable_one_is_asked_for(monkeypatch):
    def compiled(inputs):
        raise AssertionError

    monkeypatch.setattr(playing, "kept_player", lambda: compiled)
    for asked, plays in (("auto", compiled), ("compiled", compiled), ("reference", play)):
        monkeypatch.setenv(SETTING, asked)
        assert player() is plays


def test_where_it_is_not_there_the_readable_one_plays_and_asking_for_it_says_how_to_make_it(
    own_cache, monkeypatch, snebold
):
    monkeypatch.setenv(SETTING, "auto")
    assert player() is play
    done = snebold("run", "rehabilitation/as_is", "--out", own_cache / "run", "--engine", "compiled")
    assert done.code == 1
    assert "snebold warm-up" in done.err


def test_a_damaged_one_is_passed_over(own_cache, monkeypatch, caplog):
    monkeypatch.setenv(SETTING, "auto")
    monkeypatch.setattr(kept, "package", lambda: "snebold_engine_damaged")
    folder = place() / "snebold_engine_damaged"
    folder.mkdir(parents=True)
    (folder / "run.py").write_text("no Python")
    with caplog.at_level(logging.WARNING):
        assert player() is play
    assert str(place()) in caplog.text


def test_a_machine_without_a_compiler_is_told_so_at_once_and_nothing_is_left(own_cache, monkeypatch, snebold):
    monkeypatch.setenv("CC", str(own_cache / "nobody"))
    done = snebold("warm-up")
    assert done.code == 1
    assert done.err.strip() == building.NO_COMPILER[0]
    assert list((own_cache / "snebold" / "engines").iterdir()) == []


def test_one_that_plays_otherwise_is_thrown_away(own_cache, monkeypatch):
    def without_the_last_row(inputs):
        log = play(inputs)
        return type(log)({name: column[:-1] for name, column in log.columns.items()})

    monkeypatch.setattr(compiling, "build", lambda work, into: into.mkdir())
    monkeypatch.setattr(compiling, "load", lambda folder: without_the_last_row)
    with pytest.raises(CannotRun, match="otherwise than the readable one"):
        compile_engine()
    assert list((own_cache / "snebold" / "engines").iterdir()) == []


def test_another_version_of_the_sources_is_another_engine(monkeypatch, tmp_path):
    now = kept.version()
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "one.py").write_text("")
    monkeypatch.setattr(kept, "sources", lambda: tmp_path)
    monkeypatch.setattr(kept, "version", kept.version.__wrapped__)
    assert kept.version() != now
    first = kept.version()
    (tmp_path / "engine" / "one.py").write_text("x = 1")
    assert kept.version() != first


def test_three_versions_are_kept_and_what_somebody_left_behind_a_day_ago_is_not(own_cache, monkeypatch):
    engines = own_cache / "snebold" / "engines"
    for age, name in enumerate(["now", "second", "third", "fourth"]):
        (engines / name).mkdir(parents=True)
        os.utime(engines / name, (time.time() - age, time.time() - age))
    for age, name in ((60, "new-being-made"), (25 * 3600, "new-left-behind")):
        (engines / name).mkdir()
        os.utime(engines / name, (time.time() - age, time.time() - age))
    monkeypatch.setattr(compiling, "build", lambda work, into: into.mkdir())
    monkeypatch.setattr(compiling, "load", lambda folder: play)
    monkeypatch.setattr(compiling, "course_choices", lambda: course_choices()[:1])
    monkeypatch.setattr(compiling, "CITIZENS", 1)
    compile_engine()
    assert {path.name for path in engines.iterdir()} == {place().name, "now", "second", "new-being-made"}
