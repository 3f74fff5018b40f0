"""A report as it will look on paper, page below page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QGraphicsView, QPushButton, QVBoxLayout, QWidget

from careerguide.reports.document import Document
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.scrolled import reached_by_tab
from careerguide.ui.printing.pages import lay_out, paint_page
from careerguide.ui.printing.paper import UNITS_AN_INCH, Paper, page_layout

MOST_PAGES = 20
"""Pages that the preview shows: all of a long report would keep the person waiting."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first pages of a report as drawings that any thread can show, and how many there are in all."""

    document: Document
    paper: Paper
    pages: tuple[QPicture, ...]
    count: int


def draw_preview(document: Document, paper: Paper) -> Preview:
    """Lay out a report and draw its first pages. Works on any thread."""
    laid = lay_out(document, paper, lambda share: None)
    pages = []
    for number in range(min(len(laid.pages), MOST_PAGES)):
        picture = QPicture()
        painter = QPainter(picture)
        paint_page(painter, laid, number)
        painter.end()
        pages.append(picture)
    return Preview(document, paper, tuple(pages), len(laid.pages))


class PreviewPane(QWidget):
    """Shows a preview, with buttons to make its pages larger and smaller. `extent` is how many pages it has, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self.extent = ""
        self._pages = QPrintPreviewWidget(self)
        self._pages.paintRequested.connect(self._paint)
        buttons = []
        for words, name, action in self._zooms():
            button = QPushButton(words)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, action=action: action())
            buttons.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(Columns(buttons, 40))
        column.addWidget(self._pages, 1)

    def _zooms(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            (self.tr("Page"), self.tr("Show a whole page"), self._pages.fitInView),
            (self.tr("Width"), self.tr("Make the page as wide as there is room"), self._pages.fitToWidth),
            ("−", self.tr("Smaller"), self._pages.zoomOut),
            ("+", self.tr("Larger"), self._pages.zoomIn),
        ]

    def show_preview(self, preview: Preview) -> None:
        """Show a report instead of the one before."""
        is_first = self._preview is None
        self._preview = preview
        self._pages.updatePreview()
        if is_first:
            self._pages.fitInView()
        words = self.tr("1 page") if preview.count == 1 else self.tr("{0} pages").format(preview.count)
        if preview.count > len(preview.pages):
            words = self.tr("The first {0} of {1} pages").format(len(preview.pages), preview.count)
        self.extent = words
        view = self._pages.findChild(QGraphicsView)
        if isinstance(view, QGraphicsView):
            reached_by_tab(view, self.tr("Preview of the report, {0}").format(words))

    def _paint(self, printer: QPrinter) -> None:
        if self._preview is None:
            return
        printer.setPageLayout(page_layout(self._preview.paper))
        printer.setFullPage(True)
        painter = QPainter(printer)
        scale = printer.logicalDpiX() / UNITS_AN_INCH
        painter.scale(scale, scale)
        for number, page in enumerate(self._preview.pages):
            if number:
                printer.newPage()
            painter.drawPicture(QPoint(0, 0), page)
        painter.end()
