"""Several charts on one sheet, each under its title, to save as one file."""

from collections.abc import Sequence

from careerguide.reports.charts.drawing import Ink, Picture, Sheet

_MARGIN = 24


def poster(pictures: Sequence[Picture], ink: Ink, foot: str) -> Picture:
    """`pictures`, made with `ink` in one width, beneath each other on a ground of their own; `foot` says where figures are from."""
    width = max(picture.width for picture in pictures)
    sheet = Sheet(ink, width)
    for picture in pictures:
        sheet.text(0, sheet.y + ink.font_px * 1.2, picture.title, bold=True)
        sheet.y += ink.font_px * 2.2
        sheet.inset(picture)
        sheet.y += ink.font_px * 1.8
    sheet.paragraph(foot)
    title = " · ".join(picture.title for picture in pictures)
    framed = Sheet(ink, width + 2 * _MARGIN)
    framed.bar(0, 0, width + 2 * _MARGIN, sheet.y + 2 * _MARGIN + 2, ink.surface)
    framed.y = _MARGIN
    framed.inset(sheet.finished(title, ""), _MARGIN)
    framed.y += _MARGIN
    return framed.finished(title, " ".join(picture.sentence for picture in pictures))
