"""Comparing, printing and taking along from the page of an occupation."""

from collections.abc import Callable
from pathlib import Path

from person import (
    LEGISLATORS,
    OFFICERS,
    OFFICERS_TITLE,
    button,
    choose,
    click,
    open_career,
    says,
    settle,
    settle_desk,
    texts,
    toast,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.take_home import TakeHome, pack
from careerguide.ui.letterhead_dialog import LetterheadDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.phone_dialog import PhoneDialog
from careerguide.ui.report_dialog import ReportDialog
from careerguide.ui.take_home.read_dialog import ReadTakeHomeDialog
from careerguide.ui.take_home.show_dialog import TakeHomeDialog

CTRL = Qt.KeyboardModifier.ControlModifier
FOUR_MORE = ("29-1141.00", "15-1252.00", "25-2021.00", "47-2111.00")

OpenWindow = Callable[..., MainWindow]


def test_two_careers_are_put_side_by_side_from_their_pages(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    click(qtbot, button(view, "Add to the comparison"))
    assert toast(window) == "Ready to compare. Add another career."
    view = open_career(qtbot, window, FOUR_MORE[0])
    qtbot.keyClick(window, "k", CTRL)
    assert toast(window) == "2 careers are ready to compare."
    assert button(window.sidebar, "Compare (2)").isVisible()
    click(qtbot, button(window.deciding.toast, "Compare now"))
    settle(qtbot)
    page = window.pages.compare
    assert page is not None
    assert page.isVisible()
    assert tuple(page.codes) == (OFFICERS, FOUR_MORE[0])
    assert toast(window) == ""


def test_a_fifth_career_is_refused_with_a_sentence_and_one_can_be_taken_out(qtbot: QtBot, window: MainWindow) -> None:
    for code in FOUR_MORE:
        window.deciding.toggle_compared(code)
    view = open_career(qtbot, window, OFFICERS)
    click(qtbot, button(view, "Add to the comparison"))
    assert toast(window) == "Four careers are compared already. Take one out first."
    view = open_career(qtbot, window, FOUR_MORE[1])
    click(qtbot, button(view, "Take out of the comparison"))
    assert window.deciding.compared == (FOUR_MORE[0], *FOUR_MORE[2:])
    assert button(view, "Add to the comparison").text() == "Compare"


def test_what_is_taken_out_on_the_page_of_the_comparison_is_out_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    window.deciding.compare((OFFICERS, *FOUR_MORE[:2]))
    settle(qtbot)
    page = window.pages.compare
    assert page is not None
    click(qtbot, button(page, f"Take {OFFICERS_TITLE} out of the comparison"))
    settle(qtbot)
    assert window.deciding.compared == FOUR_MORE[:2]
    view = open_career(qtbot, window, OFFICERS)
    assert button(view, "Add to the comparison").text() == "Compare"


def test_going_back_from_the_comparison_leads_to_the_career(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    window.deciding.compare((OFFICERS, FOUR_MORE[0]))
    settle(qtbot)
    choose(window, "Back")
    settle(qtbot)
    assert window.journey.page_code == OFFICERS
    choose(window, "Forward")
    settle(qtbot)
    assert window.windowTitle().startswith("Compare")


def test_ctrl_p_previews_the_report_of_the_career_with_the_head_that_was_set(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    choose(window, "Head of reports…")
    (head,) = window.findChildren(LetterheadDialog)
    qtbot.keyClicks(head.centre, "Lincoln High School")
    click(qtbot, button(head, "OK"))
    open_career(qtbot, window, OFFICERS)
    choose(window, "Print or save as PDF…")
    (dialog,) = window.findChildren(ReportDialog)
    settle(qtbot)
    qtbot.waitUntil(lambda: button(dialog, "Save HTML…").isEnabled())
    dialog.save(tmp_path / "report.html")
    qtbot.waitUntil((tmp_path / "report.html").exists)
    settle(qtbot)
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert OFFICERS_TITLE in html.partition("<h1")[2].partition("</h1>")[0]
    assert "Lincoln High School" in html
    dialog.close()


def test_a_logo_that_is_no_picture_is_refused_with_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture at all")
    choose(window, "Head of reports…")
    (head,) = window.findChildren(LetterheadDialog)
    head.take_logo(tmp_path / "logo.png")
    assert says(head, "logo.png")
    click(qtbot, button(head, "OK"))
    choose(window, "Head of reports…")
    again = window.findChildren(LetterheadDialog)[-1]
    assert says(again, "none")


def test_on_my_phone_shows_the_addresses_of_the_public_pages(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    click(qtbot, button(view, "On my phone"))
    (dialog,) = window.findChildren(PhoneDialog)
    assert any(f"mynextmove.org/profile/summary/{OFFICERS}" in line.replace("\u200b", "") for line in texts(dialog))


def test_a_list_goes_home_as_a_code_and_comes_back_on_another_computer(
    qtbot: QtBot, keeping_window: MainWindow, open_window: OpenWindow
) -> None:
    window = keeping_window
    for code in (OFFICERS, LEGISLATORS):
        window.desk.changes.save(OnetSocCode(code), None, "My careers")
    settle_desk(qtbot, window)
    window.journey.visit(Place.SAVED)
    assert window.pages.saved is not None
    click(qtbot, button(window.pages.saved, "Take-home code…"))
    settle_desk(qtbot, window)
    (shown,) = window.findChildren(TakeHomeDialog)
    codes = (OnetSocCode(OFFICERS), OnetSocCode(LEGISLATORS))
    text = pack(TakeHome(codes, None, None, "29.3"))
    click(qtbot, button(shown, "Copy"))
    assert QGuiApplication.clipboard().text() == text
    other = open_window()
    choose(other, "Read a take-home code…")
    (read,) = other.findChildren(ReadTakeHomeDialog)
    field = read.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, text.lower().replace("-", " "))
    click(qtbot, button(read, "Bring in"))
    settle_desk(qtbot, other)
    assert [(saved.name, [career.code for career in saved.careers]) for saved in other.desk.lists] == [
        ("Brought along", list(codes))
    ]
    assert toast(other) == "2 careers brought in."
