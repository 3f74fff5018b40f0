"""What a person does on the page to browse, and sees in it."""

from person import button, from_the_top, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careerguide.ui.browse_page import BrowsePage
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.chip import Chip
from careerguide.ui.pieces.combo import SearchCombo
from careerguide.ui.pieces.menu_filter import MenuFilter


def is_browsing(window: MainWindow) -> bool:
    page = window.findChild(BrowsePage)
    return isinstance(page, BrowsePage) and page.isVisible()


def wait_for_browsing(qtbot: QtBot, window: MainWindow) -> BrowsePage:
    qtbot.waitUntil(lambda: is_browsing(window))
    settle(qtbot)
    page = window.findChild(BrowsePage)
    assert isinstance(page, BrowsePage)
    return page


def go_browsing(qtbot: QtBot, window: MainWindow) -> BrowsePage:
    qtbot.keySequence(window.search.field, "Ctrl+B")
    return wait_for_browsing(qtbot, window)


def titles(page: BrowsePage) -> list[str]:
    """The careers in the table, from the top."""
    model = page.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def cells(page: BrowsePage, row: int) -> list[str]:
    """What stands in a row of the table, in the columns that are shown."""
    model = page.table.model()
    shown = [column for column in range(model.columnCount()) if not page.table.isColumnHidden(column)]
    return [model.index(row, column).data() for column in shown]


def headings(page: BrowsePage) -> list[str]:
    """The columns that are shown."""
    model = page.table.model()
    shown = [column for column in range(model.columnCount()) if not page.table.isColumnHidden(column)]
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in shown]


def chips(page: BrowsePage) -> list[str]:
    """What can be taken back, from the top."""
    QApplication.processEvents()
    return [one.toolTip() for one in from_the_top(page.findChildren(Chip)) if isinstance(one, Chip)]


def chip(page: BrowsePage, words: str) -> Chip:
    QApplication.processEvents()
    found = button(page, f"Take back: {words}")
    assert isinstance(found, Chip)
    return found


def pull_down(choice: MenuFilter) -> QMenu:
    """Open the menu of a filter, as a press on it does."""
    menu: QMenu = choice.menu()
    menu.popup(choice.mapToGlobal(QPoint(0, choice.height())))
    return menu


def close(popup: QWidget) -> None:
    """Close a menu or a list; the window is then in use again, which not every platform sees by itself."""
    popup.close()
    if (parent := popup.parentWidget()) is not None:
        parent.window().activateWindow()
    QApplication.processEvents()


def offered(choice: MenuFilter) -> dict[str, int]:
    """What a menu offers, with the number of careers that it says."""
    menu = pull_down(choice)
    texts = [action.text().replace("&&", "&") for action in menu.actions()]
    close(menu)
    return {words.strip(): int(number.rstrip(")")) for words, _, number in (text.rpartition("(") for text in texts)}


def tick(qtbot: QtBot, choice: MenuFilter, words: str) -> None:
    """Open the menu of a filter and click on a choice, to tick it or to take the tick away."""
    menu = pull_down(choice)
    action = next(action for action in menu.actions() if action.text().rpartition("  (")[0] == words.replace("&", "&&"))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    close(menu)


def field(box: SearchCombo) -> QLineEdit:
    line = box.lineEdit()
    assert line is not None
    return line


def type_and_enter(qtbot: QtBot, box: SearchCombo, words: str) -> None:
    """Type into a field with a list, press Enter, and wait for what comes of it."""
    line = field(box)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    if (popup := QApplication.activePopupWidget()) is not None:
        close(popup)
    settle(qtbot)


def stops(widget: QWidget) -> list[QWidget]:
    """What Tab can stop at, or a click, in a part of the window."""
    return [one for one in widget.findChildren(QWidget) if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus]


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says."""
    heard = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or (heard.text(QAccessible.Text.Name) if heard is not None else "")
