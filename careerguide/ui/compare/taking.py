"""Taking a comparison out of the window: figures to the clipboard, pictures to a file."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from careerguide.domain.compare import Comparison
from careerguide.domain.language import translate
from careerguide.domain.page import OWN_TEXTS
from careerguide.reports.charts import (
    PAPER,
    Contrast,
    Picture,
    differences_picture,
    education_picture,
    growth_picture,
    interests_picture,
    pay_picture,
    poster,
)
from careerguide.reports.compare_table import as_html_table, as_tab_separated, comparison_rows
from careerguide.reports.saving import whole_file

_WIDTH = 760
_SHARPNESS = 2  # pixels of a PNG to one of the drawing
_DIFFERENCES = 10


def copy_figures(comparison: Comparison) -> None:
    """Put the figures on the clipboard, as a table for spreadsheets and for texts."""
    rows = comparison_rows(comparison)
    data = QMimeData()
    data.setText(as_tab_separated(rows))
    data.setHtml(as_html_table(rows))
    QGuiApplication.clipboard().setMimeData(data)


def comparison_poster(comparison: Comparison) -> Picture:
    """All charts of a comparison on one sheet, in the colours of paper, with their sources."""
    charts = [
        pay_picture(comparison.pays, PAPER, _WIDTH),
        education_picture(comparison.schooling, PAPER, _WIDTH),
        interests_picture(comparison.interests, PAPER, _WIDTH),
        growth_picture(comparison.outlooks, PAPER, _WIDTH),
    ]
    for title, differences in (
        (translate("Compare", "Knowledge in which they differ most"), comparison.knowledge),
        (translate("Compare", "Skills in which they differ most"), comparison.skills),
    ):
        contrasts = [Contrast(each.name, each.weights, each.sure) for each in differences[:_DIFFERENCES]]
        charts.append(differences_picture(title, contrasts, PAPER, _WIDTH))
    sources = [source for source in comparison.sources if source.name != OWN_TEXTS]
    foot = " ".join(f"{source.attribution.rstrip('.')}." for source in sources)
    return poster([chart for chart in charts if chart is not None], PAPER, foot)


def save_picture(picture: Picture, output: Path) -> None:
    """Write a picture as SVG, or as PNG where the name does not end in .svg. Raises `OutputError`."""
    content = picture.svg.encode() if output.suffix.lower() == ".svg" else _png(picture)
    with whole_file(output) as part:
        part.write_bytes(content)


def _png(picture: Picture) -> bytes:
    image = QImage(picture.width * _SHARPNESS, picture.height * _SHARPNESS, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER.surface))
    painter = QPainter(image)
    QSvgRenderer(picture.svg.encode()).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
