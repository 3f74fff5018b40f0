"""What can be done with a career, in one row: what does not fit is in a menu, and no button's words are cut."""

import pytest
from person import OFFICERS, open_career
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QToolButton
from pytestqt.qtbot import QtBot

from careerguide.ui.main_window import MainWindow
from careerguide.ui.page_actions import PageActions


def in_menu(actions: PageActions) -> list[QAction]:
    more = next(tool for tool in actions.findChildren(QToolButton) if tool.text() == "⋯")
    return [action for action in more.menu().actions() if action.isVisible()] if more.isVisible() else []


@pytest.mark.parametrize(("width", "left_for_the_menu"), [(900, 0), (330, 2), (240, 3)])
def test_each_is_in_the_row_or_in_the_menu(qtbot: QtBot, window: MainWindow, width: int, left_for_the_menu: int) -> None:
    open_career(qtbot, window, OFFICERS)
    actions = window.pages.page_actions
    actions.setFixedWidth(width)
    qtbot.waitUntil(lambda: actions.width() == width)
    shown = [one for one in actions.findChildren(QAbstractButton) if one.isVisible()]
    assert all(one.width() >= one.sizeHint().width() for one in shown)
    expected = ["Add to the comparison", "Print or PDF…", "On my phone"]
    assert [action.text() for action in in_menu(actions)] == expected[3 - left_for_the_menu :] * bool(left_for_the_menu)


def test_a_career_is_compared_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    actions = window.pages.page_actions
    actions.setFixedWidth(240)
    qtbot.waitUntil(lambda: len(in_menu(actions)) == 3)
    in_menu(actions)[0].trigger()
    assert window.deciding.compared == (OFFICERS,)
    assert in_menu(actions)[0].text() == "Take out of the comparison"
