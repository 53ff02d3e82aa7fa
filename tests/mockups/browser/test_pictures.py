"""The pictures of the pages in `docs/screens/`: there, small, and made by one command.

python run.py test -m walk -k pictures --rewrite-pictures
"""

from io import BytesIO
from pathlib import Path

import pytest
from screen_checks import CARDS, NARROW, PAGES, REHABILITATION, WIDE


def screen(name: str, course: str = "rehabilitation", more: str = "") -> tuple[str, str]:
    """Return the address of a mock-up screen as it opens, and what it shows."""
    return f"/skaerm?course={course}&screen={name}{more}", ".screen.body"


FOLDER = Path(__file__).parents[3] / "docs" / "screens"
PICTURES = {
    "start": (PAGES["start"], WIDE, 900),
    "sammenlign": (PAGES["compare"], WIDE, 1100),
    "sammenlign_indhentning": ((f"/sammenlign?{REHABILITATION}&section=gathering", ".js-plotly-plot"), WIDE, 1100),
    "hvad_nu_hvis": (PAGES["whatif"], WIDE, 1100),
    "snebolden": (PAGES["snowball"], WIDE, 1250),
    "et_forloeb": (PAGES["journey"], WIDE, 1200),
    "modellen": (PAGES["model"], WIDE, 1100),
    "modellen_proces": ((f"/modellen?{REHABILITATION}&part=processes", ".bjs-container .djs-shape"), WIDE, 1250),
    "snebolden_telefon": (PAGES["snowball"], NARROW, 1850),
    "skaerm_jobcenter": (screen("s01_case_view"), WIDE, 1300),
    "skaerm_attestindbakke": (screen("s03_certificate_inbox"), WIDE, 1300),
    "skaerm_indsatser": (screen("s10_effort_overview", "dual_diagnosis"), WIDE, 1300),
    "skaerm_praksis": (screen("s16_certificate"), WIDE, 1300),
    "skaerm_i_dag_og_i_morgen": (screen("s27_case_board", "dual_diagnosis", "&beside=1&day=60"), WIDE, 1300),
    "skaerm_telefon": (screen("s28_my_course"), NARROW, 1500),
    "sammenlign_telefon": ((f"/sammenlign?{REHABILITATION}", CARDS), NARROW, 1500),
}
"""Page, width and height of each picture, in pixels."""
MOST_BYTES = 1_500_000


@pytest.mark.walk
def test_pictures_can_be_made(visit, request):
    if not request.config.getoption("--rewrite-pictures"):
        pytest.skip("written anew with --rewrite-pictures")
    from PIL import Image

    FOLDER.mkdir(exist_ok=True)
    for name, (where, width, height) in PICTURES.items():
        page = visit(*where, width).page
        page.set_viewport_size({"width": width, "height": height})
        if name != "start":
            page.wait_for_function("() => !document.querySelector('[data-testid=stProgress]')", timeout=600_000)
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        page.wait_for_function("() => !document.querySelector('[data-testid^=stSkeleton]')")
        Image.open(BytesIO(page.screenshot())).save(FOLDER / f"{name}.webp", quality=70, method=6)


def test_every_page_has_a_picture_in_the_docs_and_all_are_small():
    if not FOLDER.is_dir():
        pytest.skip("docs are not shipped")
    there = {path.stem: path.stat().st_size for path in FOLDER.glob("*.webp")}
    assert there.keys() == PICTURES.keys()
    assert sum(there.values()) < MOST_BYTES
    shown = (FOLDER.parent / "screens.md").read_text(encoding="utf-8")
    assert [name for name in there if f"screens/{name}.webp" not in shown] == []
