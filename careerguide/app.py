"""The composition root: settings → stores → window. The only place that knows everything.

The window is shown first; the database library and the guide are loaded on a worker thread after it.
"""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from careerguide.resources import STARTER_GUIDE
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import OpenedGuide
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme


def open_guide(path: Path | None) -> OpenedGuide:
    """Open a guide, None for the embedded one. Raises `GuideError`."""
    from careerguide.db.guide import Guide

    guide = Guide(path or STARTER_GUIDE)
    return OpenedGuide(guide, guide.occupations(), guide.areas())


def make_window(app: QApplication, settings_path: Path, built_guide: Path) -> MainWindow:
    """The window with its settings, not yet shown and without a guide."""
    settings = Settings(settings_path)
    theme = Theme(app, settings.mode, settings.scale)
    return MainWindow(theme, settings, open_guide, built_guide)


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


def run_window(guide: Path | None, *, self_test: bool = False) -> int:
    """Open the window on `guide` (None for the one used last, or the embedded one) and run until it is closed."""
    import platformdirs

    app = QApplication(sys.argv[:1])
    app.setApplicationName("careerguide")
    app.setApplicationDisplayName("Career Guide")
    app.setDesktopFileName("careerguide")
    if self_test:
        from careerguide.self_test import run_self_test

        return run_self_test(app, make_window, guide)
    sys.excepthook = _show_fault
    folder = Path(platformdirs.user_data_dir("careerguide", appauthor=False))
    settings_path = Path(platformdirs.user_config_dir("careerguide", appauthor=False)) / "settings.ini"
    window = make_window(app, settings_path, folder / "official.guide")
    window.show()
    remembered = Settings(settings_path).guide
    QTimer.singleShot(0, lambda: window.load_guide(guide or remembered))
    return app.exec()
