"""The composition root of the kiosk: settings → a good guide → the window, with signs of life for a watcher.

Nothing is written to the disk but counts of use, and those only where the settings name a folder for them.
"""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from careerguide.app import IN_MEMORY, open_guide, open_notebook
from careerguide.db.good_guide import good_guide
from careerguide.domain.attract_facts import AttractFact, attract_facts
from careerguide.domain.errors import GuideError
from careerguide.domain.kiosk import KioskConfig
from careerguide.heartbeat import Heartbeat
from careerguide.resources import STARTER_GUIDE
from careerguide.sources.kiosk_config import read_kiosk_config
from careerguide.ui.desk import Desk
from careerguide.ui.garbage import collect_between_events
from careerguide.ui.kiosk.kiosk_window import KioskWindow
from careerguide.ui.languages import chosen, speak_in
from careerguide.ui.pages import OpenedGuide
from careerguide.ui.theme import Mode, Theme

_BEAT_MS = 2_000


def make_kiosk(app: QApplication, config: KioskConfig, path: Path, problems: Sequence[str] = ()) -> KioskWindow:
    """The kiosk's window on the guide at `path`, not yet shown. Raises `GuideError`."""
    speak_in(app, chosen(config.language))
    gc.collect()
    gc.freeze()  # what is here now stays for months: forgetting a visitor need only look at what comes after
    theme = Theme(app, Mode(config.look.value), config.text_size, touch=True)
    window = KioskWindow(
        theme,
        config,
        lambda path: open_guide(path, config.content),
        path,
        lambda code: speak_in(app, chosen(code)),
        lambda: Desk(lambda: open_notebook(IN_MEMORY, None), lambda: open_notebook(IN_MEMORY, None)),
        facts_of,
        lambda: problems,
    )
    collect_between_events(window)
    return window


def facts_of(opened: OpenedGuide) -> tuple[AttractFact, ...]:
    """The facts of the waiting screen from a guide, in another order each time."""
    sources = {source.name: f"{source.name} {source.release}" for source in opened.guide.sources}
    return attract_facts(opened.guide.choices().facts, sources.get("OEWS", ""), sources.get("Employment Projections", ""), Random())


def run_kiosk(config_path: Path | None) -> int:
    """Open the kiosk and run until its administrator or the system ends it. The exit code, as the command line defines it."""
    try:
        config = KioskConfig() if config_path is None else read_kiosk_config(config_path)
        path, problems = good_guide(config.guide, STARTER_GUIDE)
    except GuideError as error:
        for line in str(error).splitlines():
            print(f"careerguide: {line}", file=sys.stderr)
        return error.exit_code
    for problem in problems:
        print(f"careerguide: {problem}", file=sys.stderr)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("careerguide")
    app.setApplicationDisplayName("Career Guide")
    app.setQuitOnLastWindowClosed(False)
    window = make_kiosk(app, config, path, problems)
    window.quit_wanted.connect(lambda: app.exit(0))  # quit() would ask the window, which refuses
    sys.excepthook = lambda kind, fault, trace: _mend(window, kind, fault, trace)
    heartbeat = Heartbeat()
    beat = QTimer(interval=_BEAT_MS)
    beat.timeout.connect(heartbeat.beat)  # also lets Python see the signals of the system
    beat.start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.exit(0))
    window.showFullScreen()
    heartbeat.ready()
    code = app.exec()
    heartbeat.stopping()
    window.quit()
    return code


def _mend(window: KioskWindow, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """An unforeseen fault: the trace to the log; the next visit begins clean, which is the best cure there is."""
    traceback.print_exception(kind, fault, trace)
    if issubclass(kind, KeyboardInterrupt):
        os._exit(130)
    QTimer.singleShot(0, window, window.end_visit)
