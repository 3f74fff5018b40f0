"""What a person does at the window and sees in it."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from careerguide.ui.main_window import MainWindow
from careerguide.ui.occupation_view import OccupationView
from careerguide.ui.panels import sections
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.figure_table import FigureTable
from careerguide.ui.pieces.labels import Card
from careerguide.ui.pieces.rating_row import RatingRow
from careerguide.ui.start_page import StartPage

OFFICERS, ACTORS, LEGISLATORS, ALL_OTHER = "33-3051.04", "27-2011.00", "11-1031.00", "33-9099.00"
OFFICERS_TITLE = "Customs and Border Protection Officers"
SECTIONS = {section.title: section.key for section in sections()}


def settle(qtbot: QtBot) -> None:
    """Wait until no work is under way in the background and what came of it has arrived."""
    pool = QThreadPool.globalInstance()
    qtbot.waitUntil(lambda: pool.activeThreadCount() == 0)
    QApplication.processEvents()


# The sidebar


def listed(window: MainWindow) -> list[str]:
    """The titles in the list, from the top."""
    model: QAbstractItemModel = window.search.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chosen_row(window: MainWindow) -> int:
    return window.search.list.currentIndex().row()


def type_words(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Replace what stands in the search field, and wait for what is found."""
    field = window.search.field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    settle(qtbot)


def open_career(qtbot: QtBot, window: MainWindow, code: str) -> OccupationView:
    """Go to a career as a link does. How a person searches for it is the matter of test_title_search.py."""
    window.journey.open_occupation(code)
    qtbot.waitUntil(lambda: window.view is not None and window.view.isVisible() and shown_code(window.view) == code)
    settle(qtbot)
    assert window.view is not None
    return window.view


def shown_code(view: OccupationView) -> str:
    """The code in the line under the title."""
    lines = texts(view)
    found = re.search(r"\d\d-\d{4}\.\d\d", lines[1]) if len(lines) > 1 else None
    return found[0] if found else ""


def page_title(window: MainWindow) -> str:
    """The title of the page in front, “” while none is."""
    view = window.view
    return view.title.text() if view is not None and view.isVisible() else ""


def start_page(window: MainWindow) -> StartPage:
    page = window.findChild(StartPage)
    assert isinstance(page, StartPage)
    return page


def wait_for_page(qtbot: QtBot, window: MainWindow, title: str) -> None:
    qtbot.waitUntil(lambda: page_title(window) == title)
    settle(qtbot)


def look_at(qtbot: QtBot, window: MainWindow, section: str) -> Panel:
    """Click on a tab, or choose it in the menu “More” where there is no room for it."""
    view = window.view
    assert view is not None
    number = list(SECTIONS).index(section)
    if view.tabs.isTabVisible(number):
        qtbot.mouseClick(view.tabs, Qt.MouseButton.LeftButton, pos=view.tabs.tabRect(number).center())
    else:
        next(action for action in more_menu(view).actions() if action.text() == section).trigger()
    QApplication.processEvents()
    assert view.section == SECTIONS[section]
    panel = view.panel(view.section)
    assert panel.isVisible()
    return panel


def visible_tabs(view: OccupationView) -> list[str]:
    return [view.tabs.tabText(number) for number in range(view.tabs.count()) if view.tabs.isTabVisible(number)]


def more_button(view: OccupationView) -> QToolButton:
    return next(tool for tool in view.findChildren(QToolButton) if tool.text().startswith("More"))


def more_menu(view: OccupationView) -> QMenu:
    menu: QMenu = more_button(view).menu()
    return menu


def close(window: MainWindow) -> None:
    """Close a window for good; what it remembers is written."""
    QThreadPool.globalInstance().waitForDone()
    window.close()
    window.theme.deleteLater()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def close_all() -> None:
    """Close every window for good, so that none is there when the next test begins."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow):
            close(widget)


# The notebook


def open_notebook_of(qtbot: QtBot, window: MainWindow) -> None:
    """Open the notebook as the program does when it starts."""
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open()
    settle_desk(qtbot, window)


def settle_desk(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything is written and shown."""
    qtbot.waitUntil(lambda: window.desk.pending == 0)
    settle(qtbot)


def toast(window: MainWindow) -> str:
    """What is said at the foot of the window."""
    return window.deciding.toast.words


# Anywhere


def from_the_top(widgets: list[QWidget]) -> list[QWidget]:
    """Widgets that are shown, in the order in which they stand on the screen."""

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(widget.window(), QPoint(0, 0))
        return corner.y(), corner.x()

    return sorted((widget for widget in widgets if widget.isVisible()), key=place)


def texts(widget: QWidget) -> list[str]:
    """What stands in a part of the window, from the top."""
    labels = [label for label in from_the_top(widget.findChildren(QLabel)) if isinstance(label, QLabel)]
    return [label.text() for label in labels if label.text().strip()]


def says(widget: QWidget, words: str) -> bool:
    """Whether words stand in a part of the window."""
    return any(words in text for text in texts(widget))


def card(panel: QWidget, heading: str) -> Card:
    """The card with this heading."""
    return next(one for one in panel.findChildren(Card) if one.isVisible() and texts(one)[:1] == [heading])


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The button that shows or speaks this name."""
    buttons = [
        one for one in widget.findChildren(QAbstractButton) if one.isVisible() and name in (one.text(), one.accessibleName())
    ]
    assert len(buttons) == 1, f"{len(buttons)} buttons “{name}”"
    return buttons[0]


def has_button(widget: QWidget, name: str) -> bool:
    return any(one.isVisible() and one.text() == name for one in widget.findChildren(QAbstractButton))


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def rating_rows(widget: QWidget) -> list[RatingRow]:
    """The ratings shown, from the top."""
    return [row for row in from_the_top(widget.findChildren(RatingRow)) if isinstance(row, RatingRow)]


def rating_names(widget: QWidget) -> list[str]:
    return [row.rating.name for row in rating_rows(widget) if row.rating is not None]


def table_rows(table: FigureTable) -> list[list[str]]:
    """What stands in the columns of a table that are shown."""
    columns = [column for column in range(table.columnCount()) if not table.isColumnHidden(column)]
    return [[_cell(table, row, column) for column in columns] for row in range(table.rowCount())]


def _cell(table: FigureTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def tables(widget: QWidget) -> list[FigureTable]:
    return [table for table in from_the_top(widget.findChildren(FigureTable)) if isinstance(table, FigureTable)]


def menu_actions(menu: QMenu) -> Iterator[QAction]:
    """What can be chosen in a menu and the menus in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menu_actions(inner)
        elif not action.isSeparator():
            yield action


def choose(window: MainWindow, name: str) -> None:
    """Choose something in the menu bar; `name` without its ampersand."""
    menus = [action.menu() for action in window.menuBar().actions()]
    actions = [action for menu in menus if isinstance(menu, QMenu) for action in menu_actions(menu)]
    next(action for action in actions if action.text().replace("&", "") == name).trigger()


def on_screen(widget: QWidget, within: QWidget) -> QRect:
    """Where a widget is in another one that holds it."""
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())
