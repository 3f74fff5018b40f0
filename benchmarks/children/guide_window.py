"""Career Guide's window as `careerguide` opens it: visible, then results for a typed word; with `page`, pages with a chart too."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from careerguide.app import make_window

app = QApplication([])
folder = Path(tempfile.mkdtemp())
window = make_window(app, folder / "settings.ini", folder / "built.guide")
window.show()
QTimer.singleShot(0, lambda: window.load_guide(None))
marks = {}


def when(ready: Callable[[], bool], then: Callable[[], None]) -> None:
    if ready():
        then()
    else:
        QTimer.singleShot(2, lambda: when(ready, then))


def visible() -> None:
    marks["at_visible"] = time.monotonic()
    window.search.field.setText("nurse")
    when(lambda: window.search.list.model().rowCount() > 0, results)


def results() -> None:
    marks["at_results"] = time.monotonic()
    if "page" not in sys.argv:
        app.quit()
        return
    window.journey.open_occupation("29-1141.00")
    when(lambda: window.view is not None and bool(window.view.title.text()), page)


def page() -> None:
    assert window.view is not None
    window.view.show_section("education")
    QTimer.singleShot(500, finish)


def finish() -> None:
    marks["rss_mb"] = int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
    app.quit()


when(lambda: window.windowHandle() is not None and window.windowHandle().isExposed(), visible)
app.exec()
print(json.dumps(marks))
