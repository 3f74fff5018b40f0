"""A report before it is printed or saved: what it will look like, and what is to be in it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from careerguide.domain.errors import GuideError
from careerguide.domain.letterhead import LONGEST_NAME
from careerguide.reports.document import Document
from careerguide.reports.html import write_html
from careerguide.reports.options import Part, ReportOptions
from careerguide.ui.background import Latest
from careerguide.ui.pieces.columns import Columns
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.pieces.scrolled import scrolled
from careerguide.ui.printing.pages import Report, lay_out
from careerguide.ui.printing.paper import Paper, page_layout, usual_paper
from careerguide.ui.printing.pdf import paint_pages, write_pdf
from careerguide.ui.printing.preview import Preview, PreviewPane, draw_preview
from careerguide.ui.printing.words import file_name, part_words
from careerguide.ui.theme import Theme

_AFTER_TYPING_MS = 300


class ReportDialog(QDialog):
    """Previews, prints and saves a report.

    `make_document` may block: it is called on a worker thread, again whenever an option changes, and may raise `GuideError`.
    `parts` are what can be left out. What is typed as the person's name is on the report alone and kept nowhere.
    """

    def __init__(
        self,
        theme: Theme,
        make_document: Callable[[ReportOptions], Document],
        parts: Sequence[Part],
        suggested_name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self._theme, self._make_document, self._suggested_name = theme, make_document, suggested_name
        self._preview: Preview | None = None
        self._cancel = Event()
        self._making: Latest[Preview] = Latest(self, self._show, self._failed)
        self._writing: Latest[str] = Latest(self, self._written, self._failed)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_AFTER_TYPING_MS)
        self._typing.timeout.connect(self._make)
        self._share = 0.0
        self.person = QLineEdit()
        self.person.setMaxLength(LONGEST_NAME)
        self.person.setAccessibleName(self.tr("Name on the report"))
        self.person.textChanged.connect(self._changed)
        self.parts = {part: QCheckBox(part_words(part)) for part in parts}
        for box in self.parts.values():
            box.setChecked(True)
            box.toggled.connect(self._changed)
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.addItem(self.tr("Letter, 8.5 × 11 inches"), Paper.LETTER)
        self.paper.addItem(self.tr("A4, 210 × 297 mm"), Paper.A4)
        self.paper.setCurrentIndex(self.paper.findData(usual_paper()))
        self.paper.currentIndexChanged.connect(self._changed)
        self.preview = PreviewPane()
        self._notice = Notice()
        self._notice.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress_clock = QTimer(self)
        self._progress_clock.setInterval(100)
        self._progress_clock.timeout.connect(lambda: self._progress.setValue(round(self._share * 100)))
        self._doing = label("", "caption")
        self._print = self._button(self.tr("Print…"), self.print_report)
        self._save_html = self._button(self.tr("Save HTML…"), lambda: self._ask_where("html"))
        self._save_html.setToolTip(self.tr("A page for a web browser, a phone or a screen reader"))
        self._save_pdf = self._button(self.tr("Save PDF…"), lambda: self._ask_where("pdf"))
        self._save_pdf.setProperty("role", "primary")
        self._save_pdf.setDefault(True)
        self._close = self._button(self.tr("Close"), self.reject)
        self._lay_out()
        window = parent.window()
        self.resize(min(theme.px(1040), window.width()), min(theme.px(760), window.height()))
        self._make()

    def _button(self, words: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: action())
        return button

    def _lay_out(self) -> None:
        options = QWidget()
        column = QVBoxLayout(options)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Name on the report"), "strong"))
        column.addWidget(self.person)
        column.addWidget(label(self.tr("Leave it empty for none. The name is not kept."), "caption"))
        column.addSpacing(8)
        column.addWidget(label(self.tr("What to include"), "strong"))
        for box in self.parts.values():
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Paper"), "strong"))
        column.addWidget(self.paper)
        column.addStretch(1)
        area = scrolled(options)
        # As wide as the longest check box: its words do not wrap.
        area.setMinimumWidth(max(self._theme.px(240), options.minimumSizeHint().width() + self._theme.px(16)))
        area.setMaximumWidth(area.minimumWidth())
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(area)
        middle.addWidget(self.preview, 1)
        foot = Columns(
            [self._doing, self._progress, self._print, self._save_html, self._save_pdf, self._close], self._theme.px(110)
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 20, 20, 16)
        outer.setSpacing(12)
        outer.addLayout(middle, 1)
        outer.addWidget(self._notice)
        outer.addLayout(foot)

    # Making

    @property
    def options(self) -> ReportOptions:
        """What is chosen."""
        name = " ".join(self.person.text().split())
        return ReportOptions(name, frozenset(part for part, box in self.parts.items() if box.isChecked()))

    def _changed(self) -> None:
        self._making.drop()
        self._typing.start()
        self._show_busy()

    def _make(self) -> None:
        options, paper, make = self.options, Paper(self.paper.currentData()), self._make_document
        self._making.run(lambda: draw_preview(make(options), paper))
        self._show_busy()

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self.preview.show_preview(preview)
        self._notice.hide()
        if preview.document.notes:
            self._notice.show_message(" ".join(preview.document.notes))
        self._show_busy()

    def _show_busy(self) -> None:
        making, writing = self._making.busy or self._typing.isActive(), self._writing.busy
        for button in (self._print, self._save_html, self._save_pdf):
            button.setEnabled(self._preview is not None and not making and not writing)
        for control in (self.person, self.paper, *self.parts.values()):
            control.setEnabled(not writing)
        self._progress.setVisible(writing)
        self._doing.setVisible(not writing)
        self._doing.setText(self.tr("Preparing …") if making else self.preview.extent)
        self._close.setText(self.tr("Cancel") if writing else self.tr("Close"))
        if writing:
            self._progress_clock.start()
        else:
            self._progress_clock.stop()

    # Printing and saving

    def print_report(self) -> None:
        """Ask for a printer and print."""
        if not QPrinterInfo.availablePrinterNames():
            self._notice.show_message(self.tr("No printer was found. Save the report as PDF and print it where there is one."))
            return
        preview = self._preview
        assert preview is not None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(preview.paper))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own takes a receiver

    def print_on(self, printer: QPrinter) -> None:
        """Print all pages on the paper that is chosen in this dialog."""
        preview = self._preview
        assert preview is not None
        done = self.tr("The report was sent to the printer.")
        printer.setDocName(preview.document.title)
        printer.setPageLayout(page_layout(preview.paper))
        printer.setFullPage(True)

        def write(report: Report) -> str:
            laid = lay_out(preview.document, preview.paper, lambda share: report(share / 2))
            paint_pages(laid, printer, lambda share: report(0.5 + share / 2))
            return done

        self._write(write)

    def _ask_where(self, kind: str) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)" if kind == "pdf" else "HTML (*.html)")
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{file_name(self._suggested_name)}.{kind}")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, output: Path) -> None:
        """Save as HTML where the name ends so, else as PDF."""
        preview = self._preview
        assert preview is not None
        done = self.tr("Saved as {0}.").format(output)

        def write(report: Report) -> str:
            if output.suffix.lower() == ".html":
                write_html(preview.document, output)
            else:
                write_pdf(preview.document, output, preview.paper, report)
            return done

        self._write(write)

    def _write(self, write: Callable[[Report], str]) -> None:
        self._cancel.clear()
        self._share = 0.0
        self._progress.setValue(0)
        self._notice.hide()
        stopped = self.tr("Stopped.")

        def report(share: float) -> None:
            if self._cancel.is_set():
                raise GuideError(stopped)
            self._share = share

        self._writing.run(lambda: write(report))
        self._show_busy()

    def _written(self, words: str) -> None:
        self._show_busy()
        self._notice.show_message(words)

    def _failed(self, error: GuideError) -> None:
        self._show_busy()
        self._notice.show_message(str(error))

    def reject(self) -> None:
        """Escape and closing stop what is being written; they close the dialog only when nothing is."""
        if self._writing.busy:
            self._cancel.set()
        else:
            self._making.drop()
            super().reject()
