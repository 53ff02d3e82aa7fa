"""What participants are told, what they are asked, and the case review form."""

from simulation.reports.deliverables.case_review import case_review
from simulation.reports.deliverables.html import sections_of
from simulation.reports.deliverables.material import Material
from simulation.reports.deliverables.words import WORDS
from simulation.reports.kit.part import FEWEST, Kit, Paper, Part
from simulation.reports.page.needs_and_effects import ASKED, NEEDS
from simulation.reports.page.words import Words as PageWords


def information(kit: Kit) -> Part:
    """Return what a participant must know before anything is measured."""
    parts = ("written", "not_written", "shown", "rights", "practice")
    told = [
        (
            kit.words(f"information.{part}"),
            [one.format(fewest=FEWEST) for one in kit.words.several(f"information.{part}")],
        )
        for part in parts
    ]
    return Part("information", Paper.A4, [told], more={"fields": kit.words.several("information.field")})


def questions(kit: Kit) -> Part:
    """Return what only people can answer.

    A course with one gathering is measured by the three questions of the analysis; one with regular contacts by
    the effects that are experienced.
    """
    titles = PageWords(kit.lang)
    if kit.as_is.coordination is None:
        asked = [
            (code, titles(code), kit.words(f"questions.{code}")) for code in NEEDS if kit.words.has(f"questions.{code}")
        ]
    else:
        said = WORDS[kit.lang]
        asked = [(code, titles(code), said[f"form.experience.{at}"]) for at, code in enumerate(ASKED, start=1)]
    scale, how = ("ease", "from_work") if kit.as_is.coordination is None else ("degree", "experienced")
    more = {
        "scale": kit.words.several(f"scale.{scale}"),
        "how": kit.words(f"questions.{how}"),
        "groups": [kit.said(group.title) for group in kit.as_is.role_groups.values()],
        "fewest": FEWEST,
    }
    return Part("questions", Paper.A4, [asked], more=more)


def review(kit: Kit) -> Part:
    """Return the form for reviewing one real case, as the deliverables have it."""
    document = case_review(Material(kit.as_is, ()), kit.lang)
    return Part("review", Paper.A4_LANDSCAPE, [document], flows=True, more={"sections": sections_of(document)})
