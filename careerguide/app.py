"""The composition root: settings → stores → window. The only place that knows everything.

The window is shown first; the database library and the guide are loaded on a worker thread after it.
"""

import gc
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from careerguide.domain.errors import GuideError
from careerguide.domain.language import ENGLISH, in_force
from careerguide.domain.site import Site
from careerguide.resources import STARTER_GUIDE, resources, site_file
from careerguide.ui.desk import Desk
from careerguide.ui.garbage import collect_between_events
from careerguide.ui.languages import chosen, speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import OpenedGuide
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook
    from careerguide.reports.document import Document

IN_MEMORY = "sqlite://"


def open_guide(path: Path | None, content: Path | None = None) -> OpenedGuide:
    """Open a guide, None for the embedded one, with a career center's own content. Raises `GuideError`.

    Content that cannot be read is left out, and `problem` says why.
    """
    from careerguide.db.guide import Guide

    center, problem = None, ""
    if content is not None:
        from careerguide.sources.center_content import read_center_content

        try:
            center = read_center_content(content)
        except GuideError as error:
            problem = str(error).splitlines()[0]
    words = None
    if in_force() is not ENGLISH:
        from careerguide.sources.content_words import read_content_words

        words = read_content_words(resources() / "languages" / in_force().code)
        if center is not None:
            words = replace(words, occupations={**words.occupations, **center.words_in(in_force().code)})
    guide = Guide(path or STARTER_GUIDE, words, center)
    return OpenedGuide(guide, guide.occupations(), guide.areas(), path is None, problem)


def open_notebook(url: str | None, folder: Path | None) -> "Notebook":
    """Open the notebook of this URL, None for the file in `folder`, where daily backups are kept too. Raises `NotebookError`."""
    from careerguide.db.notebook import notebook

    if folder is None:
        return notebook.open_notebook(url or IN_MEMORY)
    return notebook.open_notebook(url or notebook.default_url(folder), folder / "backups")


def make_window(
    app: QApplication,
    settings_path: Path,
    built_guide: Path,
    notebook: str | None = IN_MEMORY,
    folder: Path | None = None,
    site: Site | None = None,
) -> MainWindow:
    """The window with its settings, not yet shown, without a guide, and with the notebook still to be opened."""
    settings = Settings(settings_path, site)
    speak_in(app, chosen(settings.language))
    theme = Theme(app, settings.mode, settings.scale)
    desk = Desk(lambda: open_notebook(notebook, folder), lambda: open_notebook(IN_MEMORY, None))

    def make(desk: Desk) -> MainWindow:
        window = MainWindow(theme, settings, lambda path: open_guide(path, settings.center_content), built_guide, desk)
        collect_between_events(window)
        window.language_chosen.connect(lambda code: speak(window, code))
        return window

    def speak(window: MainWindow, code: str) -> None:
        """Make the window anew in another language, at the same place."""
        if chosen(code) is in_force() or (desk := window.leave_to_another()) is None:
            return
        settings.language = code
        speak_in(app, chosen(code))
        fresh = make(desk)
        fresh.go_on_from(window)
        fresh.show()
        fresh.activateWindow()
        window.hide()
        window.deleteLater()

    return make(desk)


def write_report_pdf(document: "Document", output: Path) -> None:
    """Write a report as PDF, on the paper of this machine's country; no display is needed. Raises `OutputError`."""
    from PySide6.QtGui import QGuiApplication

    from careerguide.ui.printing.paper import usual_paper
    from careerguide.ui.printing.pdf import write_pdf

    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # Qt stops the process where a display is named but not there
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    write_pdf(document, output, usual_paper(), lambda share: None)
    del app  # it had to live until here


def _show_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """An unforeseen fault: the trace to standard error for who mends it, a sentence to the person; the window lives on."""
    traceback.print_exception(kind, fault, trace)
    if not issubclass(kind, KeyboardInterrupt) and QApplication.instance() is not None:
        QMessageBox.warning(
            None,
            QApplication.translate("App", "Career Guide"),
            QApplication.translate(
                "App", "Something went wrong. You can go on; if it happens again, close and reopen the program."
            ),
        )


def run_window(guide: Path | None, notebook: str | None, *, self_test: bool = False) -> int:
    """Open the window on `guide` (None for the one used last, or the embedded one) and run until it is closed.

    `notebook` is the URL of the notebook, None for the file in the person's data folder.
    """
    import platformdirs

    app = QApplication(sys.argv[:1])
    app.setApplicationName("careerguide")
    app.setApplicationDisplayName("Career Guide")
    app.setDesktopFileName("org.careerguide.CareerGuide")
    if self_test:
        from careerguide.self_test import run_self_test

        return run_self_test(app, make_window, guide)
    sys.excepthook = _show_fault
    folder = Path(platformdirs.user_data_dir("careerguide", appauthor=False))
    settings_path = Path(platformdirs.user_config_dir("careerguide", appauthor=False)) / "settings.ini"
    site, problems = _read_site(site_file())
    for problem in problems:
        print(f"careerguide: {problem}", file=sys.stderr)
    notebook = _of_site(site, "notebook", notebook)
    window = make_window(app, settings_path, folder / "official.guide", notebook, folder, site)
    window.ready.connect(
        window.desk.open, Qt.ConnectionType.SingleShotConnection
    )  # the guide comes first: it is what the person waits for
    # What is there now stays: to look through it for garbage would hold up a page now and then by some 40 ms.
    window.ready.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
    window.show()
    remembered = Settings(settings_path, site).guide
    first = remembered if "guide" in site.locked else guide or remembered
    QTimer.singleShot(0, lambda: window.load_guide(first))
    if problems:
        window.ready.connect(lambda: window.say_to_administrator(problems[0]), Qt.ConnectionType.SingleShotConnection)
    return app.exec()


def _read_site(file: Path | None) -> tuple[Site, tuple[str, ...]]:
    """What an administrator set for everybody; where there is nothing, what reads it is not imported."""
    if file is None:
        return Site(), ()
    from careerguide.sources.site import read_site

    return read_site(file)


def _of_site(site: Site, name: str, wanted: str | None) -> str | None:
    """What holds of what the administrator set, what is wanted on the command line, and what he set for who wants nothing."""
    for value in (site.locked.get(name), wanted, site.defaults.get(name)):
        if value is not None:
            return str(value)
    return None
