"""Go from occupation to occupation in the normal window, at random, and see what is held before and after. Prints it as JSON.

Arguments: how many, and the seed. Each is shown and painted, every third in another section, every hundredth with the pay of another
area, and now and then the person goes back, saves, or looks at another page in between. The first tenth is to warm up.
"""

import gc
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from careerguide.app import make_window
from careerguide.ui.pages import Place
from careerguide.ui.panels import sections

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
WARM_UP = max(COUNT // 10, len(sections()) * 3)

app = QApplication([])
folder = Path(tempfile.mkdtemp())
window = make_window(app, folder / "settings.ini", folder / "built.guide")
window.ready.connect(window.desk.open)
window.resize(1280, 900)
window.show()
window.load_guide(None)
chance = random.Random(SEED)
faults: list[str] = []
sys.excepthook = lambda kind, fault, trace: faults.append(f"{kind.__name__}: {fault}")


def wait_for(ready: Callable[[], bool]) -> None:
    loop, poll = QEventLoop(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if ready() else None)
    poll.start(1)
    loop.exec()


def settled() -> bool:
    return QThreadPool.globalInstance().activeThreadCount() == 0


def held() -> dict[str, float]:
    """What the program holds now. To look makes wrappers of Qt's objects, so it is not done in between."""
    wait_for(settled)
    app.processEvents()
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        resident = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return {
        "rss_mb": round(resident, 1),
        "objects": len(window.findChildren(QObject)) + len(app.children()),
        "widgets": len(QApplication.allWidgets()),
        "top_levels": len(QApplication.topLevelWidgets()),
        "python_objects": len(gc.get_objects()),
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "threads": len(list(Path("/proc/self/task").iterdir())),
    }


wait_for(lambda: window.view is not None and settled())
view, opened = window.view, window._opened
assert view is not None
assert opened is not None
codes = [occupation.code for occupation in opened.occupations]
titles = {occupation.code: occupation.title for occupation in opened.occupations}
areas = [area.code for area in opened.areas]
keys = [section.key for section in sections()]
marks: list[dict[str, float]] = []
worst, started = 0.0, time.perf_counter()
for number in range(WARM_UP + COUNT):
    code = chance.choice(codes)
    before = time.perf_counter()
    window.journey.open_occupation(code)
    wait_for(lambda code=code: view.title.text() == titles[code])
    app.processEvents()
    worst = max(worst, time.perf_counter() - before)
    if number % 3 == 0:
        view.show_section(keys[number // 3 % len(keys)])
    if number % 100 == 50:
        view.area_chosen.emit(chance.choice(areas))
    if number % 50 == 25:
        window.pages.page_actions.save.toggle()
    if number % 40 == 20:
        window.journey.visit(chance.choice([place for place in Place if place is not Place.SESSIONS]))
        app.processEvents()
    if number == WARM_UP:
        marks.append(held())
seconds = time.perf_counter() - started
marks.append(held())
print(json.dumps({"switches": COUNT, "seconds": seconds, "worst_ms": worst * 1000, "marks": marks, "faults": faults}))
sys.stdout.flush()
os._exit(0)
