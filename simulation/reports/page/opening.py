"""The opening: what is compared with what, and what must be known before any number is read."""

from simulation.reports.page.blocks import Opening, Prose, Told
from simulation.reports.page.numbers import whole
from simulation.reports.page.result import Scenario
from simulation.reports.page.shown import Shown


def opening(shown: Shown) -> Opening:
    """Return title, scenarios, banner, warnings and notes."""
    words, result = shown.words, shown.result
    scenarios = tuple(
        Told(key, _what(shown, scenario), _proposals(shown, scenario), _terms(shown, scenario))
        for key, scenario in zip(shown.keys, result["scenarios"], strict=True)
    )
    courses = list(dict.fromkeys(shown.said(scenario["course"]) for scenario in result["scenarios"]))
    warnings = tuple(shown.said(note) for note in result["comparable"])
    notes = tuple(shown.said(note) for note in result["notes"])
    return Opening(
        course=words.joined(courses),
        title=page_title(shown),
        scenarios=scenarios,
        banner_title=words("banner.title"),
        banner=_banner(shown),
        warnings=(Prose((words("warning.lead"), *warnings), "warning", words("warning.title")),) if warnings else (),
        notes=(Prose(notes, "note", words("notes.title")),) if notes else (),
    )


def page_title(shown: Shown) -> str:
    """Return what is compared with what."""
    titles = [shown.words("quoted", text=key.title) for key in shown.keys]
    return shown.words("title", first=titles[0], others=shown.words.joined(titles[1:]))


def _banner(shown: Shown) -> tuple[str, ...]:
    design, lang = shown.result["design"], shown.lang
    size = shown.words(
        "banner.size",
        citizens=whole(design["citizens"], lang),
        replications=whole(design["replications"], lang),
        simulated=whole(design["simulated_citizens"], lang),
        seed=design["seed"],
    )
    return (shown.words("banner.what"), size, shown.words("banner.not_assessed"))


def _what(shown: Shown, scenario: Scenario) -> str:
    count = len(scenario["interventions"])
    key = {0: "opening.none", 1: "opening.one"}.get(count, "opening.many")
    return shown.words(key, count=whole(count, shown.lang))


def _proposals(shown: Shown, scenario: Scenario) -> tuple[tuple[str, str], ...]:
    return tuple((one["code"], shown.said(one["title"])) for one in scenario["interventions"])


def _terms(shown: Shown, scenario: Scenario) -> str:
    return shown.words(
        "opening.terms", profile=shown.said(scenario["profile_title"]), rule_set=shown.said(scenario["rule_set_title"])
    )
