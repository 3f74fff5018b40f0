"""Make the pictures of the README and the user guide: `python docs/pictures/make.py` (works without a screen)."""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from careerguide.app import make_window, open_guide, open_notebook
from careerguide.db.notebook.notebook import Notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.kiosk import KioskConfig
from careerguide.domain.language import SPANISH
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.notebook import Colour, InterestResult
from careerguide.kiosk import make_kiosk
from careerguide.reports.occupation_report import occupation_report
from careerguide.reports.options import OCCUPATION_PARTS
from careerguide.resources import STARTER_GUIDE
from careerguide.ui.desk import Desk
from careerguide.ui.languages import speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.printing.pages import lay_out, paint_page
from careerguide.ui.printing.paper import UNITS_AN_INCH, Paper
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Mode, Theme

FOLDER = Path(__file__).parent


def in_memory() -> "Notebook":
    return open_notebook(None, None)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(name: str, mode: Mode, scale: float, size: tuple[int, int], act: Callable[[MainWindow], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(app, Path(folder) / "settings.ini", Path(folder) / "built.guide")
        window.resize(*size)
        window.show()
        window.theme.set_mode(mode)
        window.theme.set_scale(scale)
        window.load_guide(None)
        while window.view is None:
            wait(20)
        act(window)
        wait(800)
        window.grab().save(str(FOLDER / f"{name}.png"))
        window.close()
        window.deleteLater()


def page(code: str, section: str, query: str = "") -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        window.search.field.setText(query)
        wait(400)
        window.journey.open_occupation(code)
        wait(400)
        assert window.view is not None
        window.view.show_section(section)

    return act


def saved(window: MainWindow) -> None:
    for code in ("33-3051.04", "29-1141.00", "15-1252.00", "47-2111.00"):
        window.desk.changes.save(OnetSocCode(code), None, "My careers")
    window.desk.changes.add_list("For my daughter")
    wait(600)
    (first, *_), *_ = (one.careers for one in window.desk.lists)
    window.desk.changes.set_colour([first], Colour.GREEN)
    window.journey.visit(Place.SAVED)
    wait(400)
    page = window.pages.saved
    assert page is not None
    page.careers.setCurrentIndex(page.careers_model.index(0))
    page.note.field.setPlainText("Ask Mr. Ortega about the academy. Nights and weekends?")
    window.deciding.toast.hide()
    wait(1000)


def interests(window: MainWindow) -> None:
    """The result of somebody who likes to find out and to make."""
    window.journey.visit(Place.ASSESSMENT)
    while window.pages.assessment is None:
        wait(20)
    result = InterestResult((30, 36, 14, 10, 6, 20), 4, datetime(2026, 5, 4, 12, tzinfo=UTC), "Career Guide interest inventory")
    window.desk.ask(lambda notebook: notebook.results.add(result), lambda _: window.pages.assessment.refresh())
    wait(600)
    window.pages.assessment.start.results.opened.emit(result)
    wait(800)


def skills(window: MainWindow) -> None:
    for element, level in (
        ("2.A.1.a", 4),
        ("2.A.1.b", 4),
        ("2.A.1.d", 4),
        ("2.A.2.a", 4),
        ("2.A.1.e", 2),
        ("2.C.8.a", 4),
        ("2.C.1.e", 4),
    ):
        window.desk.ask(lambda notebook, element=element, level=level: notebook.own_skills.write(element, level))
    window.journey.visit(Place.SKILLS)
    wait(1500)


def compared(window: MainWindow) -> None:
    window.deciding.compare(("33-3051.04", "29-1141.00"))
    wait(800)


def report(window: MainWindow) -> None:
    """The first page of a report, as a picture of its own."""
    (page,) = window.pages.pages_of(("29-1141.00",))
    document = occupation_report(page, frozenset(OCCUPATION_PARTS), Letterhead("", "Lincoln High School"), date.today())
    dots = 110
    sheet = QImage(round(8.5 * dots), 11 * dots, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(dots / UNITS_AN_INCH, dots / UNITS_AN_INCH)
    paint_page(painter, lay_out(document, Paper.LETTER, lambda share: None), 0)
    painter.end()
    sheet.save(str(FOLDER / "report.png"))


def kiosk() -> None:
    """The kiosk's waiting screen and start page, portrait, and a career, landscape."""
    config = KioskConfig(
        centre="Lincoln High School Career Center", message="Counselors: Room 204, Tuesdays", dim_until=KioskConfig().dim_from
    )
    window = make_kiosk(app, config, STARTER_GUIDE)
    assert window.visit is not None
    for name, size, place in (("start", (1080, 1350), "start"), ("page", (1600, 900), "29-1141.00")):
        window.resize(*size)
        window.show()
        window.begin_visit()
        window.visit.visit(place)
        wait(900)
        window.grab().save(str(FOLDER / f"kiosk-{name}.png"))
    window.end_visit()
    while "openings" not in window.attract._text.text():
        window.attract.next_fact()
    wait(300)
    window.grab().save(str(FOLDER / "kiosk-attract.png"))
    window.quit()
    window.deleteLater()


app = QApplication([])
kiosk()
picture("overview-light", Mode.LIGHT, 1.0, (1280, 800), page("33-3051.04", "overview", "border pat"))
picture("skills-dark", Mode.DARK, 1.0, (1280, 800), page("29-1141.00", "skills", "nurse"))
picture("education-light", Mode.LIGHT, 1.0, (1280, 800), page("17-2051.00", "education", "civil eng"))
picture("overview-contrast", Mode.CONTRAST, 1.0, (1280, 800), page("33-3051.04", "overview", "border pat"))
picture("outlook-large-text", Mode.LIGHT, 2.0, (1024, 768), page("47-2111.00", "outlook"))
picture("saved-light", Mode.LIGHT, 1.0, (1280, 800), saved)
picture("assessment-light", Mode.LIGHT, 1.0, (1280, 800), interests)
picture("skills-i-have-dark", Mode.DARK, 1.0, (1280, 800), skills)
picture("compare-light", Mode.LIGHT, 1.0, (1280, 1000), compared)
picture("compare-dark", Mode.DARK, 1.0, (1280, 800), compared)
with tempfile.TemporaryDirectory() as folder:
    window = make_window(app, Path(folder) / "settings.ini", Path(folder) / "built.guide")
    window.load_guide(None)
    while window.view is None:
        wait(20)
    report(window)
speak_in(app, SPANISH)
window = MainWindow(
    Theme(app, Mode.LIGHT), Settings(FOLDER / "none.ini"), open_guide, FOLDER / "none.guide", Desk(in_memory, in_memory)
)
window.resize(1280, 800)
window.show()
window.load_guide(None)
while window.view is None:
    wait(20)
page("29-1141.00", "skills", "nurse")(window)
wait(900)
window.grab().save(str(FOLDER / "skills-spanish.png"))
