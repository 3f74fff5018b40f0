"""A report as a PDF of vectors and real text."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontDatabase, QPagedPaintDevice, QPainter, QPdfWriter

from careerguide.domain.errors import OutputError
from careerguide.domain.language import translate
from careerguide.reports.document import Document
from careerguide.reports.saving import whole_file
from careerguide.ui.printing.pages import LaidOut, Report, lay_out, paint_page
from careerguide.ui.printing.paper import UNITS_AN_INCH, Paper, page_layout


def write_pdf(document: Document, output: Path, paper: Paper, report: Report) -> None:
    """Lay out and write a report; the file appears whole or not at all.

    `report` is told how much is done and may raise to stop. Raises `OutputError` where the file cannot be written, or where the
    machine has no fonts. Works on any thread once there is a `QGuiApplication`.
    """
    if not QFontDatabase.families():
        raise OutputError(
            translate("Printing", "This machine has no fonts to write a PDF with; install some, or save the report as HTML.")
        )
    laid = lay_out(document, paper, lambda share: report(share / 2))
    data = pdf_bytes(laid, lambda share: report(0.5 + share / 2))
    with whole_file(output) as part:
        part.write_bytes(data)


def pdf_bytes(laid: LaidOut, report: Report) -> bytes:
    """A laid-out report as the bytes of a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_AN_INCH)
    writer.setPageLayout(page_layout(laid.paper))
    writer.setTitle(laid.document.title)
    writer.setCreator("Career Guide")
    paint_pages(laid, writer, report)
    return bytes(buffer.data().data())


def paint_pages(laid: LaidOut, device: QPagedPaintDevice, report: Report) -> None:
    """Paint all pages on a PDF or a printer, whatever its resolution."""
    painter = QPainter(device)
    try:
        scale = device.logicalDpiX() / UNITS_AN_INCH
        for number in range(len(laid.pages)):
            report(number / len(laid.pages))
            if number:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            paint_page(painter, laid, number)
            painter.restore()
    finally:
        painter.end()
