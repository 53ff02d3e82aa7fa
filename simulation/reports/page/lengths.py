"""How long the gathering took: the distribution, and the share above the mark."""

from simulation.reports.page.blocks import Block, Cell, Figure, Fold, Head, Key, Points, Prose, Row, Section, Table
from simulation.reports.page.curves import bin_name, outlines
from simulation.reports.page.numbers import at, number, plain
from simulation.reports.page.result import Gathering, Value
from simulation.reports.page.shown import Shown

MEASURE, ABOVE = "gathering_days", "gathering_above_mark"


def lengths(shown: Shown) -> Section:
    """Return the section of the gathering."""
    words, gathering = shown.words, shown.result["gathering"]
    title = words("gathering.title")
    if gathering is None or not any(gathering["shares"]):
        return Section("gathering", title, (Prose((words("gathering.none"),)),))
    lead = words("gathering.lead", clock=shown.said(gathering["clock"]))
    blocks: list[Block] = []
    if gathering["mark_days"] is not None:
        mark = words.mark(gathering["mark_days"])
        lead = f"{lead} {words('gathering.mark', mark=mark)}"
        blocks.append(Points(_above(shown, gathering, mark)))
    figure = Figure(
        "gathering", words("gathering.figure"), words("gathering.alt", sentences=" ".join(_peaks(shown, gathering))),
        outlines(shown, gathering), legend=shown.keys,
    )  # fmt: skip
    fold = Fold(words("gathering.bins"), (_bins(shown, gathering),))
    return Section("gathering", title, (Prose((lead,)), *blocks, figure, _table(shown, gathering), fold))


def _above(shown: Shown, gathering: Gathering, mark: str) -> tuple[tuple[Key | None, str], ...]:
    said: list[tuple[Key | None, str]] = []
    for place, key in enumerate(shown.keys):
        share = share_above(shown, gathering, place)
        if share is not None:
            text = number(share, "share", shown.lang)
            said.append((key, shown.words("gathering.above", scenario=key.title, share=text, mark=mark)))
    return tuple(said)


def share_above(shown: Shown, gathering: Gathering, place: int) -> float | None:
    """Return the share of cases above the mark: as measured, else from the bins where the mark is one of the edges."""
    if ABOVE in shown.measures:
        value = shown.value(shown.measures[ABOVE], place)
        return None if value is None else value["mean"]
    mark, edges, shares = gathering["mark_days"], list(gathering["edges_days"]), gathering["shares"][place]
    if mark is None or shares is None or mark not in edges:
        return None
    return sum(shares[edges.index(mark) :])


def _peaks(shown: Shown, gathering: Gathering) -> list[str]:
    edges, said = gathering["edges_days"], []
    for key, shares in zip(shown.keys, gathering["shares"], strict=False):
        if shares:
            peak = max(range(len(shares)), key=lambda place: shares[place])
            ends = dict(
                zip(("low", "high"), (plain(edge, 0, shown.lang) for edge in edges[peak : peak + 2]), strict=False)
            )
            sentence = "gathering.peak" if "high" in ends else "gathering.peak_last"
            said.append(shown.words(sentence, scenario=key.title, **ends))
    return said


def _table(shown: Shown, gathering: Gathering) -> Table:
    words = shown.words
    names = ["median", "p90", "p95"]
    heads = [
        Head(words("column.scenario"), is_number=False),
        Head(words("column.mean")),
        *(Head(words(f"column.{n}")) for n in names),
    ]
    if gathering["mark_days"] is not None:
        heads.append(Head(words("column.above", mark=words.mark(gathering["mark_days"]))))
    rows = []
    for place, key in enumerate(shown.keys):
        measure = shown.measures.get(MEASURE)
        value = None if measure is None else shown.value(measure, place)
        cells = [shown.value_cell(value, "days"), *_quantiles(shown, value)]
        if gathering["mark_days"] is not None:
            cells.append(Cell(number(share_above(shown, gathering, place), "share", shown.lang)))
        rows.append(Row((Cell(key.title, is_number=False, key=key),), tuple(cells)))
    return Table(words("gathering.table"), tuple(heads), tuple(rows))


def _quantiles(shown: Shown, value: Value | None) -> list[Cell]:
    found = (None, None, None) if value is None else (value.get("median"), value.get("p90"), value.get("p95"))
    return [Cell(number(one, "days", shown.lang)) for one in found]


def _bins(shown: Shown, gathering: Gathering) -> Table:
    edges, shares = list(gathering["edges_days"]), gathering["shares"]
    count = max(len(one) for one in shares if one)
    lines = [(shown.name(bin_name(shown, edges, place)), [at(one, place) for one in shares]) for place in range(count)]
    rows = tuple(shown.plain_rows(lines, "share"))
    return Table(shown.words("gathering.bins"), shown.heads("column.days"), rows, is_dense=True)
