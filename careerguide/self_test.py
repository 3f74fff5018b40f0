"""`careerguide --self-test`: open the real window, show one occupation, visit every panel, close."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from careerguide.ui.main_window import MainWindow
from careerguide.ui.panels import sections

_PATIENCE_MS = 20_000

MakeWindow = Callable[[QApplication, Path, Path], MainWindow]


def run_self_test(app: QApplication, make_window: MakeWindow, guide: Path | None) -> int:
    """0 if every panel of an occupation rendered; otherwise 3, with a line on standard error for each that did not."""
    faults: list[str] = []
    sys.excepthook = lambda kind, fault, trace: faults.append(f"{kind.__name__}: {fault}")
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(app, Path(folder) / "settings.ini", Path(folder) / "built.guide")
        window.show()
        window.load_guide(guide)
        _wait(lambda: window.view is not None or bool(window.pages.start.problem))
        if window.view is None:
            faults.append(window.pages.start.problem or "the guide did not open")
        else:
            faults += _visit_panels(app, window)
        window.close()
    for fault in faults:
        print(f"careerguide: self-test: {fault}", file=sys.stderr)
    if not faults:
        print(f"careerguide: self-test: {len(sections())} panels rendered.")
    return 3 if faults else 0


def _wait(ready: Callable[[], bool]) -> bool:
    loop, poll, deadline = QEventLoop(), QTimer(), QDeadlineTimer(_PATIENCE_MS)
    poll.timeout.connect(lambda: loop.quit() if ready() or deadline.hasExpired() else None)
    poll.start(10)
    loop.exec()
    return ready()


def _visit_panels(app: QApplication, window: MainWindow) -> list[str]:
    """Open the first occupation of the list and look at each of its panels; what did not render."""
    window.search.field.returnPressed.emit()
    view = window.view
    if view is None or not _wait(lambda: bool(view.title.text())):
        return ["an occupation did not open"]
    blank = []
    for section in sections():
        view.show_section(section.key)
        app.processEvents()
        panel = view.panel(section.key)
        if not panel.isVisible() or panel.grab().isNull():
            blank.append(f"the panel “{section.title}” did not render")
    return blank
