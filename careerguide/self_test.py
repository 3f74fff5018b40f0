"""`careerguide --self-test`: open the real window, show an occupation, visit every panel, save, compare, print, close."""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from careerguide.domain.letterhead import Letterhead
from careerguide.domain.page import OccupationPage
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import OpenedGuide, Place
from careerguide.ui.panels import sections

_PATIENCE_MS = 20_000
_LOOKED_THROUGH = 100
_PAGES = tuple(place for place in Place if place is not Place.START)

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
            faults += _visit_panels(app, window) or _visit_pages(window) or _print(window, Path(folder) / "report.pdf")
        window.close()
    for fault in faults:
        print(f"careerguide: self-test: {fault}", file=sys.stderr)
    if not faults:
        print(f"careerguide: self-test: {len(sections())} panels and {len(_PAGES)} pages rendered, a report printed.")
    return 3 if faults else 0


def _wait(ready: Callable[[], bool]) -> bool:
    loop, poll, deadline = QEventLoop(), QTimer(), QDeadlineTimer(_PATIENCE_MS)
    poll.timeout.connect(lambda: loop.quit() if ready() or deadline.hasExpired() else None)
    poll.start(10)
    loop.exec()
    return ready()


def _visit_panels(app: QApplication, window: MainWindow) -> list[str]:
    """Open the first occupation of the list, then one with a chart, and look at each of its panels; what did not render."""
    window.search.field.returnPressed.emit()
    view, opened = window.view, window.pages.opened
    if view is None or opened is None or not _wait(lambda: bool(view.title.text())):
        return ["an occupation did not open"]
    surveyed = _surveyed(opened)
    if surveyed is not None:
        window.journey.open_occupation(surveyed.code)
        if not _wait(lambda: view.title.text() == surveyed.title):
            return [f"the occupation “{surveyed.title}” did not open"]
    blank = []
    for section in sections():
        view.show_section(section.key)
        app.processEvents()
        panel = view.panel(section.key)
        if not panel.isVisible() or panel.grab().isNull():
            blank.append(f"the panel “{section.title}” did not render")
    return blank


def _surveyed(opened: OpenedGuide) -> OccupationPage | None:
    """The first occupation whose schooling is known: only then is a chart drawn, and what draws charts imported."""
    pages = (opened.guide.page(one.code) for one in opened.occupations[:_LOOKED_THROUGH])
    return next((page for page in pages if page.schooling.education), None)


def _visit_pages(window: MainWindow) -> list[str]:
    """Save the occupation shown, compare it with a related one, and look at the other pages."""
    window.pages.page_actions.save.toggle()
    code = window.journey.page_code
    if code is None or not _wait(lambda: bool(window.desk.holding(code))):
        return ["the occupation could not be saved"]
    neighbours = [one.code for one in window.pages.opened.occupations if one.code != code] if window.pages.opened else []
    window.deciding.compare((code, neighbours[0]))
    blank = []
    for place in _PAGES:
        window.journey.visit(place)
        if not _wait(lambda place=place: _is_shown(getattr(window.pages, place))):  # type: ignore[misc]
            blank.append(f"the page “{place}” did not render")
    return blank


def _is_shown(page: QWidget | None) -> bool:
    return page is not None and page.isVisible() and not page.grab().isNull()


def _print(window: MainWindow, output: Path) -> list[str]:
    from careerguide.reports.occupation_report import occupation_report
    from careerguide.reports.options import OCCUPATION_PARTS
    from careerguide.ui.printing.paper import usual_paper
    from careerguide.ui.printing.pdf import write_pdf

    (page,) = window.pages.pages_of(window.deciding.compared[:1])
    document = occupation_report(page, frozenset(OCCUPATION_PARTS), Letterhead(), date.today())
    write_pdf(document, output, usual_paper(), lambda share: None)
    return [] if output.read_bytes().startswith(b"%PDF") else ["the report is no PDF"]
