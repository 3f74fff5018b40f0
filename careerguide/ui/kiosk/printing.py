"""Printing without a dialog, on the printer that the administrator chose, and calling back what has not been printed yet.

Where there is `lp` (CUPS), the pages go to it through a pipe: no file of ours is written, and the job's number is known, so that it
can be cancelled. Elsewhere Qt prints.
"""

import re
import shutil
import subprocess
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from careerguide.domain.errors import GuideError, OutputError
from careerguide.domain.kiosk import KioskConfig
from careerguide.domain.language import translate
from careerguide.reports.document import Document
from careerguide.ui.background import Latest
from careerguide.ui.printing.pages import LaidOut, lay_out
from careerguide.ui.printing.paper import page_layout, usual_paper
from careerguide.ui.printing.pdf import paint_pages, pdf_bytes

_JOB = re.compile(r"request id is (\S+)")
_PATIENCE_SECONDS = 30
_TITLE = "Career Guide"


class KioskPrinting(QObject):
    """Prints for one visitor, at most as many pages as are allowed. `said` tells how it went."""

    said = Signal(str)

    def __init__(self, config: KioskConfig) -> None:
        super().__init__()
        self._config = config
        self._pages = 0
        self._jobs: list[str] = []
        self._work: Latest[tuple[int, str]] = Latest(self, self._printed, lambda error: self.said.emit(str(error)))

    def print_document(self, make: Callable[[], Document]) -> None:
        """Make a report off the UI thread and print it."""
        if self._work.busy:
            return
        config, left = self._config, self._config.most_pages - self._pages
        self.said.emit(self.tr("Printing …"))

        def work() -> tuple[int, str]:
            laid = lay_out(make(), usual_paper(), lambda share: None)
            if len(laid.pages) > left:
                raise OutputError(
                    translate("KioskPrinting", "That is {0} pages, and {1} are left for you. Ask the staff to print more.").format(
                        len(laid.pages), left
                    )
                )
            return len(laid.pages), _print(laid, config.printer)

        self._work.run(work)

    def _printed(self, done: tuple[int, str]) -> None:
        pages, job = done
        self._pages += pages
        if job:
            self._jobs.append(job)
        self.said.emit(self.tr("Printed. Your pages come out of the printer."))

    def forget(self) -> None:
        """Call back what waits at the printer still."""
        self._work.drop()
        if self._jobs and shutil.which("cancel") is not None:
            QProcess.startDetached("cancel", self._jobs)
        self._jobs.clear()


def _print(laid: LaidOut, printer: str) -> str:
    """Hand the pages over; the number of the job, “” where it has none. Raises `OutputError`."""
    if shutil.which("lp") is not None:
        return _print_with_lp(pdf_bytes(laid, lambda share: None), printer)
    names = QPrinterInfo.availablePrinterNames()
    if not names or (printer and printer not in names):
        raise _no_printer()
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer:
        device.setPrinterName(printer)
    device.setDocName(_TITLE)
    device.setPageLayout(page_layout(laid.paper))
    device.setFullPage(True)
    paint_pages(laid, device, lambda share: None)
    return ""


def _print_with_lp(pdf: bytes, printer: str) -> str:
    command = ["lp", *(["-d", printer] if printer else []), "-t", _TITLE, "-"]
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_PATIENCE_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise _no_printer() from error
    found = _JOB.search(done.stdout.decode("utf-8", "replace"))
    return found[1] if found else ""


def _no_printer() -> GuideError:
    return OutputError(translate("KioskPrinting", "The printer does not answer. Please ask the staff."))
