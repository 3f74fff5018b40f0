"""Switching occupation, click to painted, beside painting the same page's text in one QTextBrowser. Milliseconds as JSON."""

import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser

from careerguide.app import make_window
from careerguide.reports.page_text import page_text

count, section = int(sys.argv[1]), sys.argv[2]
app = QApplication([])
folder = Path(tempfile.mkdtemp())
window = make_window(app, folder / "settings.ini", folder / "built.guide")
window.show()
window.load_guide(None)


def wait_for(ready: object) -> None:
    loop, poll = QEventLoop(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if ready() else None)  # type: ignore[operator]
    poll.start(5)
    loop.exec()


wait_for(lambda: window.view is not None)
view, opened = window.view, window._opened
assert view is not None
assert opened is not None
step = max(1, len(opened.occupations) // count)
codes = [occupation.code for occupation in opened.occupations[::step]][:count]
titles = {occupation.code: occupation.title for occupation in opened.occupations}
view.show_section(section)
window.journey.open_occupation("11-1011.00")
wait_for(lambda: view.title.text() == titles["11-1011.00"])

# The loader's thread needs the interpreter: wait in an event loop, as the program does, not by asking again and again.
arrived, show_page = QEventLoop(), window.journey._loading.done


def show_and_leave(page: object) -> None:
    show_page(page)  # type: ignore[arg-type]
    arrived.quit()


window.journey._loading.done = show_and_leave
ours = []
for code in codes:
    start = time.perf_counter()
    window.journey.open_occupation(code)
    arrived.exec()
    app.processEvents()
    ours.append((time.perf_counter() - start) * 1000)

browser = QTextBrowser()
browser.resize(960, 700)
browser.show()
app.processEvents()
theirs = []
for code in codes:
    page = opened.guide.page(code)
    text = page_text(page)
    start = time.perf_counter()
    browser.setPlainText(text)
    app.processEvents()
    theirs.append((time.perf_counter() - start) * 1000)
print(json.dumps({"ours": ours, "theirs": theirs}))
