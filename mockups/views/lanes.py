"""The journey of one citizen as lanes: one per actor, the path that decided lit, moments as signs."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from textwrap import wrap

from mockups.texts import Texts
from mockups.views.cases import Pair
from mockups.views.journey import decimal, titled
from simulation import Case, Cases, Figure, Kind, Moment, colour_of_cause, number_of_cause, wrapped

CITIZEN = "citizen"
LANE = 46
"""Pixels per lane."""
INK, SOFT, LINE, PALE, AGAIN = "#1b2730", "#4a5863", "#c9d1d8", "#d5dbe1", "#9c1f4f"
LOST = (Kind.NO_SHOW, Kind.CONTACT_PAUSED, Kind.CONTACT_IN_VAIN, Kind.CONTACT_CLASHED)
SPOKEN = (Kind.CALLED, Kind.MESSAGE_SENT, Kind.ACTOR_TOLD)
SIGNS: dict[str, tuple[str, str, Callable[[Moment], bool]]] = {
    "contact": ("circle-open", INK, lambda one: one.kind == Kind.STEP_STARTED),
    "lost": ("x", "#8a5300", lambda one: one.kind in LOST),
    "data": ("square", "#00695a", lambda one: one.kind == Kind.DATA_RECEIVED),
    "message": ("diamond-open", "#0a5a9c", lambda one: one.kind in SPOKEN),
    "event": (
        "star",
        "#74309a",
        lambda one: (
            one.kind in (Kind.LIFE_EVENT, Kind.MEETING_HELD, Kind.CASE_RETURNED) or one.kind.name.startswith("CONSENT")
        ),
    ),
    "told_again": ("triangle-up", AGAIN, lambda one: one.is_told_again),
}
"""Marker, colour, and which moments it stands for."""


def figures_of(pair: Pair, texts: Texts) -> tuple[Figure, Figure]:
    """Return the lanes of both scenarios, with the same lanes and the same time axis."""
    lanes = _lanes(pair)
    first, second = (
        Figure(
            f"journey-{place}",
            texts("journey.figure", title=title),
            _alt(side, case, len(lanes), texts),
            _spec(side, case, (lanes, pair.days), texts),
        )
        for place, (title, side, case) in enumerate(zip(pair.titles, pair.sides, pair.cases, strict=True))
    )
    return first, second


def _lanes(pair: Pair) -> list[tuple[str, str]]:
    """Return id and title of each lane: the citizen (without title), who gathers, then by domain."""
    found: set[str] = set()
    for case in pair.cases:
        found |= {wait.lane for wait in case.waits} | {bar.lane for bar in case.bars}
        found |= {moment.lane for moment in case.moments}
    titles = pair.sides[0].actors | pair.sides[1].actors
    top = list(dict.fromkeys([CITIZEN, pair.cases[0].owner]))
    rest = sorted((name for name in found if name not in top and name in titles), key=lambda n: (titles[n].domain, n))
    return [(name, titles[name].title if name in titles else "") for name in (*top, *rest)]


def _spec(side: Cases, case: Case, frame: tuple[list[tuple[str, str]], int], texts: Texts) -> dict[str, object]:
    lanes, days = frame
    row = {name: place for place, (name, _) in enumerate(lanes)}
    labels = [wrapped(title or texts("citizen"), 22) for _, title in lanes]
    traces = [_bars(case, row, texts), *_path(side, case, row, texts), *_signs(case.moments, row, texts)]
    layout: dict[str, object] = {
        "barmode": "overlay",
        "height": LANE * len(lanes) + 190,
        "font": {"size": 15, "color": INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "showlegend": True,
        "legend": {"orientation": "h", "y": -0.02, "yanchor": "top", "yref": "paper", "x": 0, "font": {"size": 15}},
        "hoverlabel": {"font": {"size": 15}, "align": "left"},
        "margin": {"l": 8, "r": 12, "t": 40, "b": 8},
        "xaxis": {
            "range": [-days * 0.01, days * 1.02 or 1],
            "side": "top",
            "title": {"text": texts("journey.axis"), "standoff": 4},
            "gridcolor": LINE,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
        },
        "yaxis": {
            "tickvals": list(range(len(lanes))),
            "ticktext": labels,
            "range": [len(lanes) - 0.5, -0.5],
            "gridcolor": LINE,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
        },
    }
    narrow = {
        "yaxis.ticktext": [wrapped(title or texts("citizen"), 15) for _, title in lanes],
        "yaxis.tickfont": {"size": 12},
        "legend.font": {"size": 13},
        "height": LANE * len(lanes) + 420,
    }
    return {"data": traces, "layout": layout, "narrow": narrow}


def _bar(items: Sequence[tuple[int, float, float, str]], name: str, **more: object) -> dict[str, object]:
    """Return bars along the lanes: (row, start, end, what is said)."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": [one[0] for one in items],
        "base": [one[1] for one in items],
        "x": [max(one[2] - one[1], 0.15) for one in items],
        "hovertext": ["<br>".join(wrap(escape(one[3]), 60)) for one in items],
        "hoverinfo": "text",
        **more,
    }


def _bars(case: Case, row: dict[str, int], texts: Texts) -> dict[str, object]:
    items = [(row[one.lane], one.start, one.end, one.title) for one in case.bars if one.lane in row]
    return _bar(items, texts("journey.bar"), width=0.3, marker={"color": PALE, "line": {"width": 1, "color": SOFT}})


def _path(side: Cases, case: Case, row: dict[str, int], texts: Texts) -> Iterable[dict[str, object]]:
    """Yield the pieces of the deciding path, one trace per cause in its fixed colour and number."""
    for cause, title in side.causes.items():
        own = [one for one in case.waits if one.cause == cause and one.lane in row]
        if not own:
            continue
        number = str(number_of_cause(cause))
        colour = colour_of_cause(cause)
        items = [(row[one.lane], one.start, one.end, one.text) for one in own]
        yield _bar(
            items,
            texts("journey.path", number=number, cause=titled(title)),
            width=0.66,
            text=[number if one.end - one.start > case.days / 40 else "" for one in own],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 15, "color": "#ffffff"},
            marker={"color": colour, "line": {"width": 1.5, "color": INK}},
        )


def _signs(moments: Sequence[Moment], row: dict[str, int], texts: Texts) -> Iterable[dict[str, object]]:
    for name, (symbol, colour, is_one) in SIGNS.items():
        own = [one for one in moments if is_one(one) and one.lane in row]
        if own:
            yield {
                "type": "scatter",
                "mode": "markers",
                "name": texts(f"journey.{name}"),
                "x": [round(one.at, 2) for one in own],
                "y": [row[one.lane] - (0.36 if name == "told_again" else 0) for one in own],
                "hovertext": ["<br>".join(wrap(escape(one.text), 60)) for one in own],
                "hoverinfo": "text+x",
                "cliponaxis": False,
                "marker": {
                    "symbol": symbol,
                    "size": 13 if name == "told_again" else 11,
                    "color": colour,
                    "line": {"width": 1.5, "color": colour},
                },
            }


def _alt(side: Cases, case: Case, lanes: int, texts: Texts) -> str:
    said = texts("journey.alt_open")
    if case.lead is not None:
        largest = sorted(case.minutes_by_cause.items(), key=lambda one: -one[1])[:3]
        causes = ", ".join(f"{side.causes[name]} ({decimal(minutes / 1440, texts)})" for name, minutes in largest)
        said = texts("journey.alt_lead", days=decimal(case.lead / 1440, texts), causes=causes)
    return texts("journey.alt", lanes=lanes, days=case.days, said=said)
