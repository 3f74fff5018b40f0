"""What a screen reader says and where the keyboard leads."""

import pyqtgraph as pg
import pytest
from person import OFFICERS, SECTIONS, choose, click, from_the_top, look_at, open_career, rating_rows, settle, type_words
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careerguide.ui.main_window import MainWindow
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.pay_range import PayRange

NURSES = "29-1141.00"


def spoken(widget: QWidget) -> str:
    """The name a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name).strip()


def unnamed(part: QWidget) -> list[str]:
    """What can have the keyboard focus and has no name to be spoken."""
    return [
        f"{widget.metaObject().className()} in {widget.parentWidget().metaObject().className()}"
        for widget in part.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not spoken(widget)
    ]


def test_everything_that_can_have_the_focus_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    assert unnamed(window) == []
    open_career(qtbot, window, NURSES)
    for section in SECTIONS:
        look_at(qtbot, window, section)
        assert unnamed(window) == [], section


@pytest.mark.parametrize("name", ["About Career Guide", "Build a guide from official releases…", "How sure is this?"])
def test_everything_in_a_dialog_has_a_name(qtbot: QtBot, window: MainWindow, name: str) -> None:
    open_career(qtbot, window, OFFICERS)
    if name == "How sure is this?":
        click(qtbot, rating_rows(look_at(qtbot, window, "Skills"))[0])
    else:
        choose(window, name)
    (dialog,) = window.findChildren(QDialog)
    assert isinstance(dialog, QDialog)
    assert unnamed(dialog) == []
    assert dialog.windowTitle()


def test_pictures_have_a_name_and_say_what_they_show(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    pictures: list[QWidget] = [look_at(qtbot, window, "Education").findChild(pg.PlotWidget)]
    for section in ("Overview", "Pay and outlook"):
        pictures += look_at(qtbot, window, section).findChildren(PayRange)
    assert len(pictures) == 3
    for picture in pictures:
        assert picture.accessibleName()
        assert len(picture.accessibleDescription()) > 40


def test_every_row_of_the_list_has_words(qtbot: QtBot, window: MainWindow) -> None:
    type_words(qtbot, window, "nurse")
    model: QAbstractItemModel = window.search.list.model()
    rows = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert rows
    assert all(rows)
    assert len(set(rows)) == len(rows)


def test_ratings_are_spoken_whole(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    for row in rating_rows(look_at(qtbot, window, "Abilities")):
        assert "importance" in spoken(row)
        assert "level" in spoken(row)


def tab_through(qtbot: QtBot, window: MainWindow, most: int) -> list[QWidget]:
    """Press Tab from the search field until one is there again; where one came by."""
    window.search.field.setFocus()
    visited: list[QWidget] = []
    for _ in range(most):
        here = QApplication.focusWidget()
        assert isinstance(here, QWidget)
        if here in visited:
            break
        visited.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return visited


def test_tab_leads_to_the_field_the_list_the_tabs_and_the_panel_and_around(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    for section in ("Overview", "Skills", "Related", "Pay and outlook"):
        panel: Panel = look_at(qtbot, window, section)
        visited = tab_through(qtbot, window, 120)
        for widget in (window.search.list, view.tabs, panel):
            assert widget in visited, section
        order = [visited.index(widget) for widget in (window.search.field, window.search.list, view.tabs, panel)]
        assert order == sorted(order), section
        can_be_pressed = [widget for widget in panel.findChildren(QWidget) if takes_tab(widget)]
        assert [widget for widget in visited if widget in can_be_pressed] == from_the_top(can_be_pressed), section
        assert QApplication.focusWidget() is window.search.field, "Tab does not come around"


def takes_tab(widget: QWidget) -> bool:
    inner = isinstance(widget.parentWidget(), QAbstractItemView) or isinstance(widget, QLineEdit)
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not inner


def test_what_has_the_focus_is_scrolled_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 600)
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Activities")
    rows = rating_rows(panel)
    panel.setFocus()
    for row in rows:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert row.hasFocus()
        assert not row.visibleRegion().isEmpty()
        assert row.visibleRegion().boundingRect().height() >= row.height() - 1


def test_the_focus_can_be_seen(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Related")
    links = [link for link in panel.findChildren(QWidget) if link.isVisible() and link.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    rows: list[QWidget] = [*rating_rows(look_at(qtbot, window, "Skills"))[:1]]
    look_at(qtbot, window, "Related")
    for widget, section in ((links[0], "Related"), (rows[0], "Skills"), (window.search.field, "Skills")):
        look_at(qtbot, window, section)
        window.search.list.setFocus()
        settle(qtbot)
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle(qtbot)
        assert widget.grab().toImage() != without, widget.metaObject().className()


def test_the_arrow_keys_scroll_a_panel(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 600)
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Activities")
    panel.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_PageDown)
    assert panel.verticalScrollBar().value() > 0
