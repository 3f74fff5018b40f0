"""Typing into the real search field: milliseconds from each keystroke until the list is repainted, as JSON."""

import json
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from careerguide.app import make_window

TEXTS = ("registered nurse", "electrition", "customs officer", "software", "truck driver", "someone who fixes cars", "vetrinarian")

app = QApplication([])
folder = Path(tempfile.mkdtemp())
window = make_window(app, folder / "settings.ini", folder / "built.guide")
window.show()
window.load_guide(None)
loop, poll = QEventLoop(), QTimer()
poll.timeout.connect(lambda: loop.quit() if window.view is not None else None)
poll.start(5)
loop.exec()

search = window.search
arrived, show_results = QEventLoop(), search._searching.done


def show_and_leave(results: object) -> None:
    show_results(results)  # type: ignore[arg-type]
    arrived.quit()


search._searching.done = show_and_leave
times = []
for text in TEXTS:
    search.field.clear()
    app.processEvents()
    for letter in text:
        start = time.perf_counter()
        app.postEvent(search.field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        arrived.exec()
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"ours": times}))
