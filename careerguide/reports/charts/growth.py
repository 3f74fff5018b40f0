"""The change in jobs that is expected: bars from one line, to the right for growth, to the left for decline."""

from collections.abc import Sequence

from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.outlook import CYCLES, Outlook, Projection
from careerguide.reports.charts.drawing import Ink, Picture, Sheet
from careerguide.reports.charts.scale import Axis, axis
from careerguide.reports.charts.text_width import text_width

_TITLE = QT_TRANSLATE_NOOP("Charts", "Expected change in jobs")
_NONE = QT_TRANSLATE_NOOP("Charts", "No job outlook is published.")


def growth_picture(outlooks: Sequence[tuple[str, Outlook]], ink: Ink, width: int) -> Picture | None:
    """The change in jobs of one to four occupations over their projection cycle, in percent; None where no change is published.

    A dashed line marks the change of all occupations together, where all projections are of one cycle whose rules know it.
    """
    projections = [outlook.projection for _, outlook in outlooks]
    changes = [None if each is None else each.change_percent for each in projections]
    known = [change for change in changes if change is not None]
    if not known:
        return None
    overall = _overall([each for each in projections if each is not None and each.change_percent is not None])
    sheet, rows, bands = Sheet(ink, width), Sheet(ink, width), []
    px = ink.font_px
    label = text_width("+100.0 %", px, bold=True) + px * 0.6
    ends = [*known, 0.0, *([] if overall is None else [overall])]
    left = label if min(ends) < 0 else px
    scale = axis(min(ends), max(ends), left, width - label, text_width("+10.0 %", px))
    for series, ((title, _), change) in enumerate(zip(outlooks, changes, strict=True)):
        if len(outlooks) > 1:
            rows.heading(series, title)
        top = rows.y
        _draw_bar(rows, scale, series, change, overall)
        bands.append((top, rows.y))
    _grid(sheet, scale, overall, bands)
    sheet.add(rows)
    sheet.y = rows.y + sheet.line_height + px * 0.5
    years = _years(projections)
    note = "" if overall is None else translate("Charts", " Dashed line: all occupations together, {0:+.1f} %.").format(overall)
    sheet.paragraph(translate("Charts", "Change in the number of jobs{0}, in percent.{1}").format(years, note))
    said = " ".join(f"{title}: {_said(change)}" for (title, _), change in zip(outlooks, changes, strict=True))
    together = "" if overall is None else translate("Charts", " All occupations together: {0:+.1f} %.").format(overall)
    return sheet.finished(
        translate("Charts", _TITLE),
        translate("Charts", "Expected change in the number of jobs{0}. {1}{2}").format(years, said, together),
    )


def _overall(projections: Sequence[Projection]) -> float | None:
    """The change of all occupations, where every projection is of the same cycle and its rules are known."""
    cycles = {(each.base_year, each.target_year) for each in projections}
    rules = CYCLES.get(next(iter(cycles))) if len(cycles) == 1 else None
    return None if rules is None else rules.all_occupations_percent


def _years(projections: Sequence[Projection | None]) -> str:
    cycles = {(each.base_year, each.target_year) for each in projections if each is not None}
    return translate("Charts", " from {0} to {1}").format(min(cycles)[0], min(cycles)[1]) if len(cycles) == 1 else ""


def _grid(sheet: Sheet, scale: Axis, overall: float | None, bands: Sequence[tuple[float, float]]) -> None:
    """Lines behind the bars, not behind the titles between them, and the figures of the scale at the foot."""
    ink, px, bottom = sheet.ink, sheet.ink.font_px, bands[-1][1]
    for tick in scale.ticks:
        x, zero = scale.place(tick), abs(tick) < 1e-9
        for top, end in bands:
            sheet.line(x, top, x, end + 2, ink.muted if zero else ink.line, 1, "" if zero else "1 3")
        sheet.text(x, bottom + px * 1.3, "0 %" if zero else f"{tick:+g} %", anchor="middle", colour=ink.muted)
    if overall is not None:
        for top, end in bands:
            sheet.line(scale.place(overall), top, scale.place(overall), end + 2, ink.text, 1.5, "5 4")


def _draw_bar(sheet: Sheet, scale: Axis, series: int, change: float | None, overall: float | None) -> None:
    """A bar from 0 with its figure at the end, beyond the line of all occupations where that would cross it."""
    px = sheet.ink.font_px
    if change is None:
        sheet.text(sheet.ink.font_px * 2.9, sheet.y + px * 1.05, translate("Charts", _NONE), colour=sheet.ink.muted)
        sheet.y += px * 2
        return
    words, gap = f"{change:+.1f} %", px * 0.5
    wide = text_width(words, px, bold=True)
    start, end = sorted((scale.place(0), scale.place(change)))
    line = None if overall is None else scale.place(overall)
    sheet.bar(start, sheet.y + px * 0.4, max(end - start, 2), px, sheet.ink.series[series], 2)
    if change < 0:
        crossed = line is not None and start - gap - wide < line < start
        sheet.text((line if crossed and line is not None else start) - gap, sheet.y + px * 1.25, words, anchor="end", bold=True)
    else:
        crossed = line is not None and end < line < end + gap + wide
        sheet.text((line if crossed and line is not None else end) + gap, sheet.y + px * 1.25, words, bold=True)
    sheet.y += px * 2


def _said(change: float | None) -> str:
    return translate("Charts", _NONE) if change is None else f"{change:+.1f} %."
