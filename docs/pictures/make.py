"""Make the pictures of the README and the user guide: `python docs/pictures/make.py` (works without a screen)."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from careerguide.app import make_window
from careerguide.ui.main_window import MainWindow
from careerguide.ui.theme import Mode

FOLDER = Path(__file__).parent


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(name: str, mode: Mode, scale: float, size: tuple[int, int], act: Callable[[MainWindow], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(app, Path(folder) / "settings.ini", Path(folder) / "built.guide")
        window.theme.set_mode(mode)
        window.theme.set_scale(scale)
        window.resize(*size)
        window.show()
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
        window.open_occupation(code)
        wait(400)
        assert window.view is not None
        window.view.show_section(section)

    return act


app = QApplication([])
picture("overview-light", Mode.LIGHT, 1.0, (1280, 800), page("33-3051.04", "overview", "border pat"))
picture("skills-dark", Mode.DARK, 1.0, (1280, 800), page("29-1141.00", "skills", "nurse"))
picture("education-light", Mode.LIGHT, 1.0, (1280, 800), page("17-2051.00", "education", "civil eng"))
picture("outlook-large-text", Mode.LIGHT, 2.0, (1024, 768), page("47-2111.00", "outlook"))
