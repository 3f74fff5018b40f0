"""Answering the activities by keys, mouse and touch; back, skip, break, and what is said at the end."""

from collections.abc import Callable

import pytest
from person import button, choose, click, says, settle_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from visitor import Likes, Visitor

from careerguide.ui.assessment.answer_button import AnswerButton
from careerguide.ui.main_window import MainWindow
from careerguide.ui.theme import Theme

SOME: Likes = {"Realistic": 4, "Investigative": 5, "Artistic": 1, "Social": 2, "Enterprising": 1, "Conventional": 3}


def test_the_start_says_what_it_is_and_what_is_kept(visitor: Visitor) -> None:
    assert visitor.sees("for exploring")
    assert visitor.sees("nobody has checked yet how well they measure")
    assert visitor.sees("Nothing leaves this computer")
    assert visitor.sees("About 8 minutes, or 4 for the short form")
    assert not visitor.sees("You paused")


def test_the_keys_1_to_5_answer_and_go_on(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    first = visitor.activity()
    visitor.key("4")
    assert visitor.activity() != first
    assert visitor.sees("Activity 2 of 60")
    assert visitor.chosen() == []
    visitor.key(Qt.Key.Key_Backspace)
    assert (visitor.activity(), visitor.chosen()) == (first, ["Like"])


@pytest.mark.parametrize("way", ["Alt+Left", "Backspace", "Back"])
def test_going_back_shows_the_earlier_answer_and_it_can_be_changed(visitor: Visitor, way: str) -> None:
    visitor.press("Start: 60 activities")
    visitor.key("1")
    visitor.key("2")
    if way == "Back":
        click(visitor.qtbot, button(visitor.page, "Back"))
    elif way == "Backspace":
        visitor.key(Qt.Key.Key_Backspace)
    else:
        visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.sees("Activity 2 of 60")
    assert visitor.chosen() == ["Dislike"]
    assert QApplication.focusWidget() is visitor.answers()[1]
    visitor.key("5")
    visitor.key(Qt.Key.Key_Backspace)
    assert visitor.chosen() == ["Strongly like"]


def test_there_is_nothing_before_the_first_activity(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    assert not button(visitor.page, "Back").isEnabled()
    visitor.key(Qt.Key.Key_Backspace)
    assert visitor.sees("Activity 1 of 60")


def test_arrow_keys_move_between_the_answers_without_answering(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        visitor.key(key)
    assert QApplication.focusWidget() is visitor.answers()[2]
    assert visitor.sees("Activity 1 of 60")
    visitor.key(Qt.Key.Key_Space)
    assert visitor.sees("Activity 2 of 60")
    visitor.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in visitor.answers()
    visitor.answers()[0].setFocus()
    visitor.key(Qt.Key.Key_Backspace)
    assert visitor.chosen() == ["Unsure"]


def test_an_answer_is_given_by_a_press_and_a_double_press_answers_once(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    like = visitor.answers()[3]
    assert min(like.width(), like.height()) >= 44
    click(visitor.qtbot, like)
    visitor.qtbot.mouseDClick(like, Qt.MouseButton.LeftButton)
    assert visitor.sees("Activity 2 of 60")


def test_nothing_moves_from_one_activity_to_the_next(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    places = set()
    for _ in range(60):
        QApplication.processEvents()
        places.add(visitor.answers()[0].mapTo(visitor.page, visitor.answers()[0].rect().topLeft()).toTuple())
        visitor.key("3")
    assert len(places) == 1


@pytest.mark.parametrize(("width", "height", "scale", "most"), [(1000, 740, 1.0, 0), (715, 700, 1.0, 0), (715, 700, 2.0, 60)])
def test_an_activity_stands_on_one_screen(visitor: Visitor, theme: Theme, width: int, height: int, scale: float, most: int) -> None:
    theme.set_scale(scale)
    visitor.page.resize(width, height)
    visitor.press("Start: 60 activities")
    visitor.qtbot.wait(50)
    answers = visitor.answers()
    (area,) = [one for one in visitor.page.findChildren(QScrollArea) if one.isVisible()]
    assert area.verticalScrollBar().maximum() <= most
    assert len({one.y() for one in answers}) == (5 if scale == 2.0 else 1)
    assert all(min(one.width(), one.height()) >= 44 for one in answers)


def test_what_was_skipped_is_asked_again_at_the_end(visitor: Visitor) -> None:
    visitor.press("Short form: 30 activities")
    skipped = visitor.activity()
    visitor.press("Skip")
    visitor.answer(SOME)
    assert visitor.sees("1 activity has no answer yet")
    visitor.press("Answer them now")
    assert visitor.activity() == skipped
    assert visitor.sees("Activity 1 of 30")
    visitor.key("2")
    visitor.go_on()
    assert visitor.sees("How much schooling and training are you ready for?")


def test_who_goes_on_without_an_answer_is_told_how_it_is_counted(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    visitor.press("Skip")
    visitor.answer(SOME)
    visitor.press("Go on without them")
    visitor.go_on()
    visitor.press("I am not sure yet")
    assert visitor.sees("Some activities were left out")
    assert visitor.kept()[0].scores == (30, 40, 0, 10, 0, 20)


def test_too_few_answers_give_no_result_but_a_break(visitor: Visitor) -> None:
    visitor.press("Short form: 30 activities")
    for _ in range(12):
        visitor.press("Skip")
    visitor.answer(SOME)
    assert visitor.sees("That is too few for a result")
    visitor.press("Pause")
    assert visitor.sees("with 18 of 30 answered")


def test_after_a_break_it_goes_on_in_another_window(come: Callable[[], Visitor]) -> None:
    visitor = come()
    visitor.press("Start: 60 activities")
    visitor.answer(SOME, most=11)
    following = visitor.activity()
    visitor.press("Pause")
    assert visitor.sees("with 11 of 60 answered")
    visitor = come()
    assert visitor.sees("with 11 of 60 answered")
    visitor.press("Go on where I was")
    assert visitor.activity() == following
    assert visitor.sees("Activity 12 of 60")
    visitor.answer(SOME)
    visitor.go_on()
    visitor.press("I am not sure yet")
    assert visitor.kept()[0].scores == (30, 40, 0, 10, 0, 20)
    visitor.press("All results")
    assert not visitor.sees("You paused")
    assert visitor.other.paused.get() is None


def test_who_just_leaves_finds_the_answers_again(come: Callable[[], Visitor]) -> None:
    visitor = come()
    visitor.press("Short form: 30 activities")
    visitor.answer(SOME, most=5)
    visitor = come()
    assert visitor.sees("with 5 of 30 answered")
    visitor.press("Throw these answers away")
    assert not visitor.sees("You paused")
    assert visitor.other.paused.get() is None


def test_all_the_same_answers_are_gently_said_and_can_be_looked_at_again(visitor: Visitor) -> None:
    visitor.press("Short form: 30 activities")
    visitor.answer(dict.fromkeys(SOME, 4))
    assert visitor.sees("Almost all of your answers are the same one")
    visitor.press("Look again")
    assert visitor.sees("Activity 1 of 30")
    assert visitor.chosen() == ["Like"]


def test_answers_within_a_second_are_said_to_be_quick(visitor: Visitor) -> None:
    visitor.press("Short form: 30 activities")
    visitor.answer(SOME)
    assert visitor.sees("Most answers came in under a second")


def test_digits_typed_elsewhere_answer_nothing(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    visitor.key("7")
    visitor.key("0")
    assert visitor.sees("Activity 1 of 60")


def test_in_the_window_the_keys_for_back_go_to_the_activity_before(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    choose(window, "Career assessment")
    qtbot.waitUntil(lambda: says(window, "What do you like to do?"))
    settle_desk(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    click(qtbot, button(window, "Start: 60 activities"))
    for key in "23":
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert says(window, "Activity 3 of 60")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert says(window, "Activity 2 of 60")
    assert window.search.field.text() == ""
    click(qtbot, button(window, "Back to the activity before"))
    assert says(window, "Activity 1 of 60")


# What is spoken


def name_of(button: AnswerButton) -> str:
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def test_a_screen_reader_hears_the_activity_and_each_answer_with_its_state(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    text = visitor.activity()
    assert visitor.page.items.scale.accessibleName() == f"Activity 1 of 60: {text}. How much would you like it?"
    assert [name_of(one) for one in visitor.answers()] == [
        "Strongly dislike, frowning face",
        "Dislike, slightly frowning face",
        "Unsure, straight face",
        "Like, smiling face",
        "Strongly like, beaming face",
    ]
    visitor.key("2")
    visitor.key(Qt.Key.Key_Backspace)
    interfaces = [QAccessible.queryAccessibleInterface(one) for one in visitor.answers()]
    assert [bool(one.state().checked) for one in interfaces if one] == [False, True, False, False, False]
    assert {one.role() for one in interfaces if one} == {QAccessible.Role.RadioButton}


def test_the_faces_differ_without_their_color(visitor: Visitor) -> None:
    visitor.press("Start: 60 activities")
    assert len({bytes(one.grab(one.rect().adjusted(20, 8, -20, -60)).toImage().constBits()) for one in visitor.answers()}) == 5
