"""The menus of the window: what can be done, by mouse and by key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from careerguide.ui.panels import Section
from careerguide.ui.theme import Mode


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus call."""

    open_guide: Callable[[], object]
    build_guide: Callable[[], object]
    use_built_in: Callable[[], object]
    quit: Callable[[], object]
    go: Callable[[int], object]
    find: Callable[[], object]
    browse: Callable[[], object]
    start: Callable[[], object]
    step_section: Callable[[int], object]
    show_section: Callable[[str], object]
    zoom: Callable[[float | None], object]
    set_mode: Callable[[Mode], object]
    about: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Menus:
    """The actions whose state changes."""

    back: QAction
    forward: QAction
    sections: QMenu


def add_menus(window: QMainWindow, commands: Commands, sections: tuple[Section, ...], mode: Mode) -> Menus:
    """Fill the menu bar of `window`."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Menus", text)

    def add(menu: QMenu, text: str, call: Callable[[], object], *keys: str) -> QAction:
        action = menu.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _=False: call())
        return action

    bar = window.menuBar()
    file = bar.addMenu(tr("&File"))
    add(file, tr("&Open guide file…"), commands.open_guide, "Ctrl+O")
    add(file, tr("&Build a guide from official releases…"), commands.build_guide)
    add(file, tr("Use the built-&in guide"), commands.use_built_in)
    file.addSeparator()
    add(file, tr("&Quit"), commands.quit, "Ctrl+Q")

    view = bar.addMenu(tr("&View"))
    add(view, tr("&Larger text"), lambda: commands.zoom(0.1), "Ctrl++", "Ctrl+=")
    add(view, tr("&Smaller text"), lambda: commands.zoom(-0.1), "Ctrl+-")
    add(view, tr("&Normal text size"), lambda: commands.zoom(None), "Ctrl+0")
    view.addSeparator()
    group = QActionGroup(window)
    for choice, text in ((Mode.SYSTEM, tr("Colors of the &desktop")), (Mode.LIGHT, tr("L&ight")), (Mode.DARK, tr("D&ark"))):
        action = add(view, text, lambda choice=choice: commands.set_mode(choice))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(choice is mode)
        group.addAction(action)

    go = bar.addMenu(tr("&Go"))
    back = add(go, tr("&Back"), lambda: commands.go(-1), "Alt+Left")
    forward = add(go, tr("&Forward"), lambda: commands.go(1), "Alt+Right")
    add(go, tr("F&ind a career"), commands.find, "Ctrl+F", "Ctrl+L", "/")
    add(go, tr("B&rowse careers"), commands.browse, "Ctrl+B")
    add(go, tr("S&tart page"), commands.start, "Alt+Home")
    go.addSeparator()
    listed = go.addMenu(tr("&Section"))
    for number, section in enumerate(sections, start=1):
        keys = [f"Ctrl+{number}"] if number <= 9 else []
        add(listed, section.title, lambda key=section.key: commands.show_section(key), *keys)  # type: ignore[misc]
    add(go, tr("&Next section"), lambda: commands.step_section(1), "Ctrl+Tab", "Ctrl+PgDown")
    add(go, tr("&Previous section"), lambda: commands.step_section(-1), "Ctrl+Shift+Tab", "Ctrl+PgUp")

    help_menu = bar.addMenu(tr("&Help"))
    add(help_menu, tr("&About Career Guide"), commands.about, "F1")
    back.setEnabled(False)
    forward.setEnabled(False)
    listed.setEnabled(False)
    return Menus(back, forward, listed)
