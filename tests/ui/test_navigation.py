"""Going from career to career and from section to section, by mouse and by key."""

from person import (
    ACTORS,
    OFFICERS,
    OFFICERS_TITLE,
    SECTIONS,
    button,
    card,
    chosen_row,
    click,
    listed,
    look_at,
    on_screen,
    open_career,
    page_title,
    settle,
    start_page,
    tables,
    wait_for_page,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.ui.area_chooser import AreaChooser
from careerguide.ui.main_window import MainWindow

NURSES = "29-1141.00"
TIERS = {"Primary-Short": "Most like this career", "Primary-Long": "Much like this career", "Supplemental": "Also worth a look"}


def visit_three(qtbot: QtBot, window: MainWindow) -> list[str]:
    """Open three careers after each other; their titles."""
    titles = []
    for code in (OFFICERS, ACTORS, NURSES):
        open_career(qtbot, window, code)
        titles.append(page_title(window))
    return titles


def mouse_over(window: MainWindow, widget: QWidget, pressed: Qt.MouseButton) -> None:
    """Press a mouse button while the pointer is over a widget, as the window system reports it: to the window."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, pressed, pos=widget.mapTo(window, widget.rect().center()))


def test_careers_near_by_skills_are_one_press_away_from_related_careers(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    click(qtbot, button(look_at(qtbot, window, "Related"), "Careers that ask much the same skills and knowledge"))
    qtbot.waitUntil(lambda: window.pages.skills is not None and window.pages.skills.current is not None)
    settle(qtbot)
    assert window.pages.skills is not None
    assert window.pages.skills.tabs.currentIndex() == 1
    assert window.pages.skills.isVisible()
    window.journey.go(-1)
    wait_for_page(qtbot, window, OFFICERS_TITLE)


def test_related_careers_stand_by_likeness_and_one_press_goes_there(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Related")
    related = guide.page(OFFICERS).related
    for tier, heading in TIERS.items():
        links = [link.text() for link in card(panel, heading).findChildren(QPushButton) if link.isVisible()]
        assert links == [other.title for other in related if other.tier == tier]
    click(qtbot, button(panel, related[3].title))
    wait_for_page(qtbot, window, related[3].title)
    view = window.view
    assert view is not None
    assert view.section == "related"
    assert window.journey.page_code == related[3].code


def test_back_and_forward_lead_through_what_was_visited(qtbot: QtBot, window: MainWindow) -> None:
    first, second, third = visit_three(qtbot, window)
    for pressed, title in (("Back", second), ("Back", first), ("Forward", second), ("Forward", third)):
        click(qtbot, button(window, pressed))
        wait_for_page(qtbot, window, title)


def test_back_and_forward_can_be_pressed_only_where_there_is_a_way(qtbot: QtBot, window: MainWindow) -> None:
    back, forward = button(window, "Back"), button(window, "Forward")

    def ways() -> tuple[bool, bool]:
        settle(qtbot)
        return back.isEnabled(), forward.isEnabled()

    assert ways() == (False, False)
    open_career(qtbot, window, OFFICERS)
    assert ways() == (True, False)
    open_career(qtbot, window, ACTORS)
    click(qtbot, back)
    assert ways() == (True, True)
    click(qtbot, back)
    assert ways() == (False, True)
    click(qtbot, forward)
    click(qtbot, forward)
    assert ways() == (True, False)


def test_back_from_the_first_career_leads_to_the_start(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    click(qtbot, button(window, "Back"))
    settle(qtbot)
    assert start_page(window).isVisible()
    assert window.journey.page_code is None


def test_opening_the_same_career_again_is_no_new_place(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    open_career(qtbot, window, OFFICERS)
    click(qtbot, button(window, "Back"))
    settle(qtbot)
    assert start_page(window).isVisible()


def test_a_new_way_forgets_what_was_ahead(qtbot: QtBot, window: MainWindow) -> None:
    first, second, _ = visit_three(qtbot, window)
    window.journey.go(-1)
    wait_for_page(qtbot, window, second)
    window.journey.go(-1)
    wait_for_page(qtbot, window, first)
    open_career(qtbot, window, NURSES)
    assert not button(window, "Forward").isEnabled()
    click(qtbot, button(window, "Back"))
    wait_for_page(qtbot, window, first)


def test_alt_left_and_alt_right_go_back_and_forward(qtbot: QtBot, window: MainWindow) -> None:
    _, second, third = visit_three(qtbot, window)
    for begun in (window.search.field, window.search.list, look_at(qtbot, window, "Skills")):
        begun.setFocus()
        qtbot.keyClick(begun, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        wait_for_page(qtbot, window, second)
        qtbot.keyClick(begun, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        wait_for_page(qtbot, window, third)


def test_the_mouse_has_back_and_forward_buttons_wherever_the_pointer_is(qtbot: QtBot, window: MainWindow) -> None:
    _, second, third = visit_three(qtbot, window)
    panel, view = look_at(qtbot, window, "Pay and outlook"), window.view
    assert view is not None
    pointed: list[QWidget] = [window.search.list.viewport(), window.search.field, view.title, window.menuBar()]
    pointed += [tables(panel)[0].viewport(), panel.findChildren(AreaChooser)[0], panel.viewport()]
    for widget in pointed:
        mouse_over(window, widget, Qt.MouseButton.BackButton)
        wait_for_page(qtbot, window, second)
        mouse_over(window, widget, Qt.MouseButton.ForwardButton)
        wait_for_page(qtbot, window, third)
    mouse_over(window, view.title, Qt.MouseButton.ForwardButton)
    settle(qtbot)
    assert page_title(window) == third


def test_the_list_marks_the_career_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    first, second, _ = visit_three(qtbot, window)
    qtbot.keyClick(window.search.field, Qt.Key.Key_Escape)
    settle(qtbot)
    for title in (second, first):
        window.journey.go(-1)
        wait_for_page(qtbot, window, title)
        assert listed(window)[chosen_row(window)] == title
        row = window.search.list.visualRect(window.search.list.currentIndex())
        assert window.search.list.viewport().rect().intersects(row)


def test_ctrl_tab_goes_to_the_next_section_and_around(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    keys = list(SECTIONS.values())
    backwards = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for begun in (window.search.field, view.tabs, look_at(qtbot, window, "Overview")):
        begun.setFocus()
        for key in [*keys[1:], keys[0]]:
            qtbot.keyClick(begun, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
            assert view.section == key
        qtbot.keyClick(begun, Qt.Key.Key_Backtab, backwards)  # what a keyboard sends for Ctrl+Shift+Tab
        assert view.section == keys[-1]
        view.show_section(keys[0])


def test_ctrl_page_down_and_up_go_through_the_sections_too(qtbot: QtBot, window: MainWindow) -> None:
    view = open_career(qtbot, window, OFFICERS)
    qtbot.keySequence(window.search.field, "Ctrl+PgDown")
    assert view.section == "tasks"
    qtbot.keySequence(window.search.field, "Ctrl+PgUp")
    assert view.section == "overview"


def test_ctrl_and_a_digit_show_a_section(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 768)
    view = open_career(qtbot, window, OFFICERS)
    for number, key in reversed(list(enumerate(SECTIONS.values(), start=1))[:9]):
        qtbot.keySequence(window.search.field, f"Ctrl+{number}")
        assert view.section == key
        assert view.panel(key).isVisible()


def test_keys_for_sections_do_nothing_before_a_career_is_open(qtbot: QtBot, window: MainWindow) -> None:
    for keys in ("Ctrl+3", "Ctrl+Tab", "Alt+Left", "Alt+Right"):
        qtbot.keySequence(window.search.field, keys)
    settle(qtbot)
    assert page_title(window) == ""
    assert start_page(window).isVisible()


def test_the_wheel_scrolls_the_page_whatever_is_under_the_pointer(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 480)
    open_career(qtbot, window, OFFICERS)
    for section in ("Overview", "Education", "Pay and outlook"):
        panel = look_at(qtbot, window, section)
        bar = panel.verticalScrollBar()
        assert bar.maximum() > 0
        for widget in panel.widget().findChildren(QWidget):
            if widget.isVisible():
                panel.ensureWidgetVisible(widget)
                begun = min(bar.value(), bar.maximum() - 50)
                bar.setValue(begun)
                turn_wheel(window, widget)
                assert bar.value() > begun, (
                    f"the wheel does nothing over {widget.metaObject().className()} {widget.accessibleName()}"
                )
        assert all(place.currentText() == "United States" for place in panel.findChildren(AreaChooser))


def turn_wheel(window: MainWindow, widget: QWidget) -> None:
    """Turn the wheel while the pointer is over a widget, as the window system reports it: to the window."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, QPointF(on_screen(widget, window).center()), QPoint(0, -120))


def test_the_title_of_the_window_follows(qtbot: QtBot, window: MainWindow) -> None:
    assert window.windowTitle().startswith("Career Guide")
    open_career(qtbot, window, OFFICERS)
    assert window.windowTitle().startswith(f"{OFFICERS_TITLE} – Career Guide")
