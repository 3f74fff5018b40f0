"""An interest result comes back to every page: the header, the interests, browsing, comparing, the report. And goes without trace."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from person import (
    OFFICERS,
    OFFICERS_TITLE,
    button,
    choose,
    click,
    look_at,
    open_career,
    says,
    settle,
    settle_desk,
    table_rows,
    tables,
)
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from careerguide.domain.browse import Order
from careerguide.domain.notebook import InterestResult
from careerguide.ui.browse_page import BrowsePage
from careerguide.ui.facts_model import FIT_COLUMN
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.report_dialog import ReportDialog

CER = InterestResult((28, 12, 4, 14, 30, 38), 3, datetime(2026, 5, 4, tzinfo=UTC), "assessment")
ACTORS = "27-2011.00"


@pytest.fixture
def window(qtbot: QtBot, keeping_window: MainWindow) -> MainWindow:
    """A window of somebody whose interests are conventional, enterprising and realistic."""
    keeping_window.desk.ask(lambda notebook: notebook.results.add(CER))
    keeping_window.deciding.interests.refresh()
    settle_desk(qtbot, keeping_window)
    return keeping_window


def browse(qtbot: QtBot, window: MainWindow) -> BrowsePage:
    window.journey.visit(Place.BROWSE)
    qtbot.waitUntil(lambda: window.pages.browse is not None and window.pages.browse.isVisible())
    assert window.pages.browse is not None
    return window.pages.browse


def test_the_header_says_the_fit_and_leads_to_the_interests(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    click(qtbot, button(view, "Great fit for your interests"))
    assert view.section == "interests"
    panel = view.panel("interests")
    assert says(panel, "Thin bar: you")
    spoken = [one.accessibleName() for one in panel.findChildren(type(panel._rows[0][1])) if one.isVisible()]  # type: ignore[attr-defined]
    assert spoken[0].startswith("Conventional: ")
    assert spoken[0].endswith("you 95 of 100")


def test_a_career_that_does_not_fit_has_nothing_in_its_header(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, ACTORS)
    assert not view.fit.isVisible()
    assert says(look_at(qtbot, window, "Interests"), "Thin bar: you")


def test_browsing_can_be_sorted_by_fit(qtbot: QtBot, window: MainWindow) -> None:
    page = browse(qtbot, window)
    page.sort.setCurrentIndex(page.sort.findText("Best fit for you first"))
    settle(qtbot)
    words = [page.model.index(row, FIT_COLUMN).data() for row in range(page.model.rowCount())]
    bands = [word for word, before in zip(words, [None, *words], strict=False) if word != before]
    assert bands == ["great", "good", "fair", "–"]
    assert not page.table.isColumnHidden(FIT_COLUMN)


def test_without_a_result_there_is_no_such_order_and_no_column(qtbot: QtBot, keeping_window: MainWindow) -> None:
    page = browse(qtbot, keeping_window)
    assert page.sort.findData(Order.FIT) < 0
    assert page.table.isColumnHidden(FIT_COLUMN)


def test_comparing_says_the_fit_of_each(qtbot: QtBot, window: MainWindow) -> None:
    window.deciding.compare((OFFICERS, ACTORS))
    settle(qtbot)
    page = window.pages.compare
    assert page is not None
    rows = [row for table in tables(page) for row in table_rows(table) if row[0] == "Fit for you"]
    assert rows == [["Fit for you", "great", "–"]]


def test_the_report_says_the_fit_unless_it_is_not_wanted(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_career(qtbot, window, OFFICERS)
    choose(window, "Print or save as PDF…")
    (dialog,) = window.findChildren(ReportDialog)
    wanted = button(dialog, "How it fits your interests")
    for name, said in (("with.html", True), ("without.html", False)):
        qtbot.waitUntil(lambda: button(dialog, "Save HTML…").isEnabled())
        dialog.save(tmp_path / name)
        settle(qtbot)
        html = (tmp_path / name).read_text(encoding="utf-8")
        assert OFFICERS_TITLE in html
        assert ("Great fit for your interests" in html) is said
        wanted.click()
        qtbot.wait(400)
        settle(qtbot)
    dialog.close()


def test_a_session_has_its_own_interests(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    assert view.fit.isVisible()
    with qtbot.waitSignal(window.desk.session_changed):
        window.desk.ask(lambda notebook: notebook.sessions.start("Client 1"), window.desk.enter)
    settle_desk(qtbot, window)
    view = open_career(qtbot, window, OFFICERS)
    assert not view.fit.isVisible()


def test_a_deleted_result_is_gone_from_all_pages(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    page = browse(qtbot, window)
    page.show_order(Order.FIT)
    window.desk.ask(lambda notebook: notebook.results.delete_all())
    window.deciding.interests.refresh()
    settle_desk(qtbot, window)
    assert page.sort.findData(Order.FIT) < 0
    assert page.table.isColumnHidden(FIT_COLUMN)
    open_career(qtbot, window, OFFICERS)
    assert not view.fit.isVisible()
    assert not says(look_at(qtbot, window, "Interests"), "Thin bar: you")


def test_the_assessment_is_reached_from_the_top_of_every_page(qtbot: QtBot, window: MainWindow) -> None:
    for go in (
        lambda: open_career(qtbot, window, OFFICERS),
        lambda: window.journey.visit(Place.SAVED),
        lambda: browse(qtbot, window),
    ):
        go()
        click(qtbot, button(window.sidebar, "Career assessment"))
        qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.assessment)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
