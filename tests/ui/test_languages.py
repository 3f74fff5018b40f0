"""The window in another language: at the same place, whole, with nothing lost; and in a made-up one that is long and runs from the right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from person import OFFICERS, choose, look_at, menu_actions, open_career, settle, texts
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from careerguide.domain.language import ENGLISH, SPANISH, day_words, in_force, listing, number, speak
from careerguide.domain.wages import Unit, money
from careerguide.ui.languages import chosen, speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.panels import sections
from careerguide.ui.settings import Settings


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak_in(qapp, ENGLISH)


def in_spanish(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Choose Español in the menu, and find the window that stands in the place of the old one."""
    before = set(QApplication.topLevelWidgets())
    choose(window, "Español")
    fresh = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one not in before)
    qtbot.waitUntil(lambda: fresh.search.count.text() != "")
    settle(qtbot)
    return fresh


def test_a_language_is_chosen_in_the_menu_and_the_page_stays(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    look_at(qtbot, window, "Education")
    fresh = in_spanish(qtbot, window)
    qtbot.waitUntil(lambda: fresh.view is not None and fresh.view.isVisible())
    settle(qtbot)
    assert fresh.view is not None
    assert (fresh.journey.page_code, fresh.view.section) == (OFFICERS, "education")
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()] == [fresh]
    shown = texts(fresh.view)
    assert any("De las personas contratadas" in text for text in shown)
    assert any("Los títulos, las descripciones y las tareas de las carreras están en inglés." in text for text in shown)
    ticked = [
        action.text()
        for menu in (entry.menu() for entry in fresh.menuBar().actions())
        if isinstance(menu, QMenu)
        for action in menu_actions(menu)
        if action.isChecked()
    ]
    assert "Español" in ticked
    assert "English" not in ticked


def test_back_leads_where_one_was_before(qtbot: QtBot, window: MainWindow) -> None:
    window.journey.visit(Place.SAVED)
    open_career(qtbot, window, OFFICERS)
    fresh = in_spanish(qtbot, window)
    qtbot.waitUntil(lambda: fresh.view is not None and fresh.view.isVisible())
    fresh.journey.go(-1)
    assert fresh.pages.currentWidget() is fresh.pages.saved


def test_what_is_saved_stays_saved(qtbot: QtBot, keeping_window: MainWindow) -> None:
    open_career(qtbot, keeping_window, OFFICERS)
    keeping_window.pages.page_actions.save.toggle()
    qtbot.waitUntil(lambda: bool(keeping_window.desk.holding(OFFICERS)))
    fresh = in_spanish(qtbot, keeping_window)
    qtbot.waitUntil(lambda: bool(fresh.desk.holding(OFFICERS)))
    fresh.pages.page_actions.save.toggle()
    qtbot.waitUntil(lambda: not fresh.desk.holding(OFFICERS))


def test_the_choice_is_remembered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    in_spanish(qtbot, window)
    assert Settings(tmp_path / "settings.ini").language == "es"


def test_elements_job_zones_and_schooling_are_in_spanish(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    fresh = in_spanish(qtbot, window)
    qtbot.waitUntil(lambda: fresh.view is not None and fresh.view.isVisible())
    view = fresh.view
    assert view is not None
    view.show_section("knowledge")
    settle(qtbot)
    assert any("Seguridad pública" in text for text in _spoken(view))
    view.show_section("overview")
    settle(qtbot)
    assert any("preparación" in text.casefold() for text in texts(view))


def test_no_page_in_spanish_is_wider_than_a_small_screen_with_the_largest_text(qtbot: QtBot, window: MainWindow) -> None:
    window.theme.set_scale(2.0)
    fresh = in_spanish(qtbot, window)
    fresh.resize(1024, 768)
    found = []

    def look(where: str) -> None:
        settle(qtbot)
        for area in fresh.findChildren(QScrollArea):
            shown, room = area.widget(), area.viewport().width()
            if area.isVisible() and shown is not None and shown.width() > room:
                found.append(f"{where}: {shown.width()} in {room}")

    for place in Place:
        fresh.journey.visit(place)
        look(place)
    view = open_career(qtbot, fresh, OFFICERS)
    for section in sections():
        view.show_section(section.key)
        look(section.key)
    assert (fresh.width(), fresh.height()) == (1024, 768)
    assert found == []


def _spoken(view: QWidget) -> list[str]:
    return [widget.accessibleName() for widget in view.findChildren(QWidget) if widget.isVisible()] + texts(view)


def test_numbers_money_and_days(qapp: QApplication) -> None:
    from datetime import date

    speak_in(qapp, SPANISH)
    assert in_force() is SPANISH
    assert number(1234567) == "1,234,567"
    assert money(97550, Unit.YEAR) == "$97,550"
    assert day_words(date(2026, 11, 27)) == "27 de noviembre de 2026"
    assert QLocale().language() is QLocale.Language.Spanish
    assert listing(["Realista", "Social"]) == "Realista y Social"
    assert listing(["Realista", "Investigador"]) == "Realista e Investigador"
    speak_in(qapp, ENGLISH)
    assert day_words(date(2026, 11, 27)) == "November 27, 2026"
    assert listing(["a", "b", "c"]) == "a, b and c"


def test_a_language_that_the_program_does_not_speak_is_the_desktops() -> None:
    assert chosen("es") is SPANISH
    assert chosen("tlh") in (ENGLISH, SPANISH)


class Longer(QTranslator):
    """A made-up language: every text is two fifths longer, between marks that show where it ends."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"[{source}{'~' * max(len(source) * 2 // 5, 1)}]"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    translator = Longer()
    qapp.installTranslator(translator)
    speak(ENGLISH, QCoreApplication.translate)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)])
def test_long_texts_from_the_right_are_not_cut(
    qtbot: QtBot, longer: None, qapp: QApplication, tmp_path: Path, size: tuple[int, int]
) -> None:
    from careerguide.app import open_guide, open_notebook
    from careerguide.ui.desk import Desk
    from careerguide.ui.theme import Theme

    desk = Desk(lambda: open_notebook(None, None), lambda: open_notebook(None, None))
    window = MainWindow(Theme(qapp), Settings(tmp_path / "s.ini"), open_guide, tmp_path / "b.guide", desk)
    window.resize(*size)
    window.show()
    window.load_guide(None)
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert window.search.field.placeholderText() == "[Job title or code~~~~~~]"
    settle(qtbot)
    nothing_is_cut(qtbot, window)
    window.journey.open_occupation(OFFICERS)
    qtbot.waitUntil(lambda: window.view is not None and window.view.isVisible())
    settle(qtbot)
    view = window.view
    assert view is not None
    for key in ("overview", "tasks", "skills", "education", "interests", "outlook", "related", "assessments"):
        view.show_section(key)
        settle(qtbot)
        nothing_is_cut(qtbot, window)
    for place in (Place.BROWSE, Place.ASSESSMENT, Place.SAVED, Place.COMPARE):
        window.journey.visit(place)
        settle(qtbot)
        nothing_is_cut(qtbot, window)
    window.close()


def nothing_is_cut(qtbot: QtBot, window: QWidget) -> None:
    """Also when a text that comes from the notebook a little later is there."""

    def check() -> None:
        assert cut(window) == []

    qtbot.waitUntil(check)


def cut(window: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                found.append(f"label {widget.text()!r}")
        elif isinstance(widget, QPushButton) and widget.layout() is None and not widget.property("role"):
            needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
            found += [f"button {widget.text()!r} {widget.width()}"] * (needed > widget.width())
    return found
