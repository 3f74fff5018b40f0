"""Light and dark, text size, and that no text is hard to read or cut off."""

from collections.abc import Iterator

import pyqtgraph as pg
import pytest
from person import (
    ACTORS,
    LEGISLATORS,
    OFFICERS,
    SECTIONS,
    choose,
    click,
    has_button,
    look_at,
    menu_actions,
    on_screen,
    open_career,
    rating_rows,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.ui.main_window import MainWindow
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.rating_row import RatingRow
from careerguide.ui.theme import Mode, Theme
from careerguide.ui.tokens import CONTRAST, DARK, LIGHT, Tokens

THEMES = {"Light": LIGHT, "Dark": DARK, "High contrast": CONTRAST}


# Colours


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_highest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES.keys())
def test_every_text_stands_out_from_its_ground(tokens: Tokens) -> None:
    grounds = {"background": tokens.background, "surface": tokens.surface, "accent_soft": tokens.accent_soft}
    pairs = {
        f"{name} on {ground}": contrast(getattr(tokens, name), colour)
        for name in ("text", "muted", "accent")
        for ground, colour in grounds.items()
    }
    pairs |= {f"positive on {ground}": contrast(tokens.positive, grounds[ground]) for ground in ("background", "surface")}
    pairs["on_accent on accent"] = contrast(tokens.on_accent, tokens.accent)
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES.keys())
def test_every_bar_stands_out_from_its_ground(tokens: Tokens) -> None:
    assert contrast(tokens.bar, tokens.surface) >= 3
    assert contrast(tokens.bar, tokens.track) >= 3
    assert contrast(tokens.muted, tokens.track) >= 3


def pixel(widget: QWidget, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(x, y)


@pytest.mark.parametrize("name", ["Dark", "Light"])
def test_choosing_a_theme_repaints_everything(qtbot: QtBot, window: MainWindow, name: str) -> None:
    choose(window, "Light" if name == "Dark" else "Dark")
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Education")
    chart = panel.findChild(pg.PlotWidget)
    choose(window, name)
    QApplication.processEvents()
    tokens = THEMES[name]
    assert window.theme.tokens is tokens
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(tokens.background)
    assert QApplication.palette().color(QPalette.ColorRole.Text) == QColor(tokens.text)
    assert chart.backgroundBrush().color() == QColor(tokens.surface)
    assert pixel(panel, 2, 2) == QColor(tokens.background)
    assert pixel(window.search.list.viewport(), 1, window.search.list.viewport().height() - 2) == QColor(tokens.surface)
    assert pixel(chart, 1, 1) == QColor(tokens.surface)


@pytest.mark.parametrize("name", ["Dark", "Light"])
def test_hints_in_empty_fields_are_in_a_colour_one_can_read(window: MainWindow, name: str) -> None:
    choose(window, name)
    field = window.search.field
    assert field.text() == ""
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(THEMES[name].muted)


def test_a_theme_is_ticked_in_the_menu(window: MainWindow) -> None:
    def ticked() -> list[str]:
        menus = [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
        return [action.text().replace("&", "") for menu in menus for action in menu_actions(menu) if action.isChecked()]

    assert ticked() == ["Colors of the desktop", "English"]
    choose(window, "Dark")
    assert ticked() == ["Dark", "English"]


def test_colours_follow_the_desktop_until_one_is_chosen(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme = Theme(qapp, Mode.SYSTEM)
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        if hints.colorScheme() is not Qt.ColorScheme.Dark:
            pytest.skip("this platform knows no dark desktop")
        assert theme.tokens is DARK
        hints.setColorScheme(Qt.ColorScheme.Light)
        assert theme.tokens is LIGHT
        theme.set_mode(Mode.DARK)
        assert theme.tokens is DARK
    finally:
        hints.unsetColorScheme()
        theme.deleteLater()


# Text size


def test_text_grows_and_shrinks_by_keys_between_100_and_200_percent(qtbot: QtBot, window: MainWindow) -> None:
    body = window.theme.font(15).pixelSize()
    qtbot.keySequence(window, "Ctrl++")
    assert window.theme.scale == pytest.approx(1.1)
    window.theme.set_scale(1.9)
    for _ in range(2):
        qtbot.keySequence(window, "Ctrl+=")
    assert window.theme.scale == 2.0
    assert window.theme.font(15).pixelSize() == pytest.approx(2 * body, abs=1)
    assert QApplication.font().pixelSize() == window.theme.px(15)
    qtbot.keySequence(window, "Ctrl+-")
    assert window.theme.scale == pytest.approx(1.9)
    qtbot.keySequence(window, "Ctrl+0")
    assert window.theme.scale == 1.0
    qtbot.keySequence(window, "Ctrl+-")
    assert window.theme.scale == 1.0


def cut_off(panel: QWidget, within: QWidget) -> Iterator[str]:
    """What of a part of the window stands out of `within` at the sides, or has less room than its text needs."""
    for widget in panel.findChildren(QWidget):
        if not widget.isVisible():
            continue
        place = on_screen(widget, within)
        name = f"{widget.metaObject().className()} “{words_of(widget)[:40]}”"
        if place.left() < 0 or place.right() > within.width():
            yield f"{name} reaches from {place.left()} to {place.right()} of {within.width()}"
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if widget.height() < needed:
                yield f"{name} is {widget.height()} high and needs {needed}"
            if not widget.wordWrap() and widget.width() < widget.sizeHint().width():
                yield f"{name} is {widget.width()} wide and needs {widget.sizeHint().width()}"
        if isinstance(widget, RatingRow) and widget.height() < widget.heightForWidth(widget.width()):
            yield f"{name} is {widget.height()} high and needs {widget.heightForWidth(widget.width())}"


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()


def assert_all_fits(panel: Panel, where: str) -> None:
    viewport = panel.viewport()
    assert panel.widget().width() <= viewport.width(), where
    assert panel.horizontalScrollBar().maximum() == 0, where
    assert not panel.horizontalScrollBar().isVisible(), where
    assert list(cut_off(panel.widget(), viewport)) == [], where


def show_everything(qtbot: QtBot, panel: Panel) -> None:
    for one in panel.findChildren(QAbstractButton):
        if one.isVisible() and one.text().startswith("Show all"):
            click(qtbot, one)
    QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_nothing_is_cut_off_from_100_to_200_percent_at_1024_by_768(qtbot: QtBot, window: MainWindow, scale: float) -> None:
    window.theme.set_scale(scale)
    window.resize(1024, 768)
    for code in (OFFICERS, ACTORS, LEGISLATORS):
        open_career(qtbot, window, code)
        assert (window.width(), window.height()) == (1024, 768), "the window does not fit on a small screen"
        for section in SECTIONS:
            panel = look_at(qtbot, window, section)
            show_everything(qtbot, panel)
            assert_all_fits(panel, f"{section} of {code}")


def test_the_header_and_the_sidebar_fit_at_200_percent_too(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    longest = max(guide.occupations(), key=lambda occupation: len(occupation.title))
    window.resize(1024, 768)
    view = open_career(qtbot, window, longest.code)
    window.theme.set_scale(2.0)
    qtbot.waitUntil(lambda: view.title.height() >= view.title.heightForWidth(view.title.width()))
    assert view.title.geometry().right() <= view.width()
    assert view.tabs.tabRect(view.tabs.currentIndex()).right() <= view.tabs.width()
    field = window.search.field
    qtbot.waitUntil(lambda: field.height() >= window.theme.metrics(15).height())
    assert on_screen(field, window).right() < on_screen(view, window).left()


def test_text_size_changes_live_and_back(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Skills")
    rows = rating_rows(panel)
    before = [row.height() for row in rows]
    window.theme.set_scale(2.0)
    QApplication.processEvents()
    assert all(row.height() > height for row, height in zip(rows, before, strict=True))
    window.theme.set_scale(1.0)
    qtbot.waitUntil(lambda: [row.height() for row in rows] == before)


@pytest.mark.parametrize("name", ["About Career Guide", "Build a guide from official releases…", "How sure is this?"])
def test_dialogs_fit_into_a_small_window_at_200_percent(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.resize(1024, 768)
    open_career(qtbot, window, OFFICERS)
    window.theme.set_scale(2.0)
    if name == "How sure is this?":
        click(qtbot, rating_rows(look_at(qtbot, window, "Skills"))[0])
    else:
        choose(window, name)
    QApplication.processEvents()
    (dialog,) = window.findChildren(QDialog)
    assert isinstance(dialog, QDialog)
    assert dialog.isVisible()
    assert dialog.width() <= 1024
    assert dialog.height() <= 768
    assert list(cut_off(dialog, dialog)) == []
    assert has_button(dialog, "Close") or has_button(dialog, "&Close")


def test_high_contrast_is_seven_to_one_at_least() -> None:
    grounds = (CONTRAST.background, CONTRAST.surface, CONTRAST.accent_soft)
    for name in ("text", "muted", "accent", "positive"):
        assert min(contrast(getattr(CONTRAST, name), ground) for ground in grounds) >= 7, name
    assert contrast(CONTRAST.line, CONTRAST.surface) >= 4.5
    assert contrast(CONTRAST.on_accent, CONTRAST.accent) >= 7


def test_high_contrast_is_chosen_in_the_menu(window: MainWindow) -> None:
    choose(window, "High contrast")
    assert window.theme.tokens is CONTRAST
