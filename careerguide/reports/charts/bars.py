"""Rows of bars that start at one line: a label, a track, and a bar for each occupation with its figure at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from careerguide.reports.charts.drawing import LETTERS, Sheet
from careerguide.reports.charts.text_width import text_width, wrapped


@dataclass(frozen=True, slots=True)
class Row:
    """A label and a figure of 0–100 with its words for each occupation; None where an occupation has none."""

    label: str
    figures: tuple[tuple[float, str] | None, ...]


def draw_rows(sheet: Sheet, rows: Sequence[Row]) -> None:
    """Draw `rows` one beneath the other. Labels stand left of the bars, or above them where they would take too much room."""
    px = sheet.ink.font_px
    longest = max(text_width(row.label, px) for row in rows)
    beside = longest <= sheet.width * 0.38
    several = len(rows[0].figures) > 1
    left = (longest + px if beside else 0) + (px * 1.3 if several else 0)
    room = sheet.width - left - text_width("100 %", px) - px * 0.8
    for row in rows:
        lines = [row.label] if beside else wrapped(row.label, px, sheet.width)
        for line in lines:
            sheet.text(0, sheet.y + px * 1.05, line)
            if not beside:
                sheet.y += sheet.line_height
        _draw_bars(sheet, row, left, room)
        sheet.y += px * (0.8 if several else 0.45)


def _draw_bars(sheet: Sheet, row: Row, left: float, room: float) -> None:
    ink, px = sheet.ink, sheet.ink.font_px
    step = px * 1.3
    shown = [(series, figure) for series, figure in enumerate(row.figures) if figure is not None]
    sheet.bar(left, sheet.y + px * 0.2, room, step * max(len(shown), 1) - px * 0.1, ink.track, 3)
    for series, (figure, words) in shown:
        if len(row.figures) > 1:
            sheet.text(left - px * 0.5, sheet.y + px * 1.1, LETTERS[series], anchor="end", colour=ink.muted)
        if figure > 0:
            sheet.bar(left, sheet.y + px * 0.35, max(room * figure / 100, 2), step - px * 0.4, ink.series[series], 2)
        sheet.text(sheet.width, sheet.y + px * 1.1, words, anchor="end", colour=ink.text if figure > 0 else ink.muted)
        sheet.y += step
