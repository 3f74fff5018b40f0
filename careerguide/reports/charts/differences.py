"""Elements in which occupations differ: a mark of each occupation on one scale, and a line from the lowest to the highest."""

from collections.abc import Sequence
from dataclasses import dataclass

from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.ratings import score_words
from careerguide.reports.charts.drawing import DASHES, LETTERS, Ink, Picture, Sheet
from careerguide.reports.charts.scale import axis
from careerguide.reports.charts.text_width import text_width, wrapped

_UNSURE = QT_TRANSLATE_NOOP("Charts", "Dashed: the difference may be due to chance.")


@dataclass(frozen=True, slots=True)
class Contrast:
    """An element with a figure (0–100) of each occupation, None where it has none or is left out, and whether they surely differ."""

    name: str
    figures: tuple[float | None, ...]
    sure: bool


def differences_picture(title: str, contrasts: Sequence[Contrast], ink: Ink, width: int) -> Picture | None:
    """Up to four occupations on one scale of 0–100 for each element, in the order given; None where there is no element."""
    if not contrasts:
        return None
    sheet = Sheet(ink, width)
    px = ink.font_px
    longest = max(text_width(each.name, px) for each in contrasts)
    beside = longest <= width * 0.58
    left = longest + px * 1.6 if beside else px
    scale = axis(0, 100, left, width - px * 1.4, text_width("10000", px))
    for each in contrasts:
        if not beside:
            for line in wrapped(each.name, px, width):
                sheet.text(0, sheet.y + px * 1.05, line)
                sheet.y += sheet.line_height
        y = sheet.y + px * 0.95
        if beside:
            sheet.text(0, y + px * 0.36, each.name)
        _draw(sheet, each, [None if figure is None else scale.place(figure) for figure in each.figures], y, scale.left, scale.right)
        sheet.y += px * 1.9
    for tick in scale.ticks:
        sheet.text(scale.place(tick), sheet.y + px * 1.3, f"{tick:.0f}", anchor="middle", colour=ink.muted)
    sheet.y += sheet.line_height + px * 0.5
    if not all(each.sure for each in contrasts):
        sheet.paragraph(translate("Charts", _UNSURE))
    return sheet.finished(
        title,
        translate("Charts", "Importance and level together, from 0 to 100. {0}").format(
            " ".join(_said(each) for each in contrasts)
        ),
    )


def _draw(sheet: Sheet, contrast: Contrast, places: Sequence[float | None], y: float, left: float, right: float) -> None:
    ink, px = sheet.ink, sheet.ink.font_px
    sheet.bar(left, y - px * 0.25, right - left, px * 0.5, ink.track, px * 0.25)
    known = [place for place in places if place is not None]
    sheet.line(min(known), y, max(known), y, ink.muted, 2, "" if contrast.sure else DASHES[2])
    for series, place in reversed(list(enumerate(places))):
        if place is not None:
            sheet.mark(series, place, y, px * 0.5)


def _said(contrast: Contrast) -> str:
    figures = ", ".join(
        f"{letter} {score_words(figure)}" for letter, figure in zip(LETTERS, contrast.figures, strict=False) if figure is not None
    )
    words = f"{contrast.name}: {figures}."
    return words if contrast.sure else translate("Charts", "{0}: {1}, may be due to chance.").format(contrast.name, figures)
