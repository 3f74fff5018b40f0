"""The menus of the window: what can be done, by mouse and by key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu

from careerguide.domain.language import LANGUAGES, in_force, translate
from careerguide.ui.pages import Place
from careerguide.ui.panels import Section
from careerguide.ui.theme import Mode

Visit = Callable[[Place], object]


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus call."""

    open_guide: Callable[[], object]
    build_guide: Callable[[], object]
    update_guide: Callable[[], object]
    go_back: Callable[[], object]
    use_built_in: Callable[[], object]
    quit: Callable[[], object]
    go: Callable[[int], object]
    find: Callable[[], object]
    visit: Visit
    step_section: Callable[[int], object]
    show_section: Callable[[str], object]
    zoom: Callable[[float | None], object]
    set_mode: Callable[[Mode], object]
    speak: Callable[[str], object]
    keys: Callable[[], object]
    about: Callable[[], object]
    careers: "CareerCommands"
    counselor: "SessionCommands"


@dataclass(frozen=True, slots=True)
class CareerCommands:
    """What the menu of careers calls."""

    save: Callable[[], object]
    compare: Callable[[], object]
    report: Callable[[], object]
    phone: Callable[[], object]
    read_code: Callable[[], object]
    letterhead: Callable[[], object]
    backups: Callable[[], object]


@dataclass(frozen=True, slots=True)
class SessionCommands:
    """What the menu of the counselor calls."""

    start: Callable[[], object]
    notes: Callable[[], object]
    client_window: Callable[[], object]
    summary: Callable[[], object]
    close: Callable[[], object]
    answers: Callable[[], object]
    center: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Menus:
    """The actions whose state changes."""

    go_back: QAction
    back: QAction
    forward: QAction
    sections: QMenu
    report: QAction
    of_page: tuple[QAction, ...]
    of_session: tuple[QAction, ...]


def add_menus(
    window: QMainWindow,
    commands: Commands,
    undo: QUndoStack,
    sections: tuple[Section, ...],
    mode: Mode,
    is_locked: Callable[[str], bool],
) -> Menus:
    """Fill the menu bar of `window`. `is_locked` tells whether an administrator set something once for everybody."""
    bar = window.menuBar()
    file, edit, view, go, careers, counselor, help_menu = (
        bar.addMenu(name)
        for name in (
            translate("Menus", "&File"),
            translate("Menus", "&Edit"),
            translate("Menus", "&View"),
            translate("Menus", "&Go"),
            translate("Menus", "&Careers"),
            translate("Menus", "C&ounselor"),
            translate("Menus", "&Help"),
        )
    )
    go_back, report = _fill_file(file, commands, is_locked)
    _fill_edit(edit, window, undo)
    _fill_view(view, window, commands, mode)
    back, forward, listed = _fill_go(go, commands, sections)
    of_page = _fill_careers(careers, commands.careers, commands.visit)
    of_session = _fill_counselor(counselor, commands.counselor, commands.visit, is_locked)
    _add(help_menu, translate("Menus", "&Keyboard…"), commands.keys, "Ctrl+/")
    _add(help_menu, translate("Menus", "&About Career Guide"), commands.about, "F1")
    for action in (go_back, back, forward, report, *of_page, *of_session):
        action.setEnabled(False)
    listed.setEnabled(False)
    return Menus(go_back, back, forward, listed, report, of_page, of_session)


def _add(menu: QMenu, text: str, call: Callable[[], object], *keys: str) -> QAction:
    action = menu.addAction(text)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.triggered.connect(lambda _=False: call())
    return action


def _lock(menu: QMenu, *actions: QAction) -> None:
    for action in actions:
        action.setEnabled(False)
        action.setToolTip(translate("Menus", "Set by the administrator of this computer"))
    menu.setToolTipsVisible(True)


def _fill_file(menu: QMenu, commands: Commands, is_locked: Callable[[str], bool]) -> tuple[QAction, QAction]:
    guides = (
        _add(menu, translate("Menus", "&Open guide file…"), commands.open_guide, "Ctrl+O"),
        _add(menu, translate("Menus", "&Build a guide from official releases…"), commands.build_guide),
        _add(menu, translate("Menus", "&Update the data…"), commands.update_guide),
        go_back := _add(menu, translate("Menus", "&Go back to the guide before the update"), commands.go_back),
        _add(menu, translate("Menus", "Use the built-&in guide"), commands.use_built_in),
    )
    menu.addSeparator()
    report = _add(menu, translate("Menus", "&Print or save as PDF…"), commands.careers.report, "Ctrl+P")
    letterhead = _add(menu, translate("Menus", "&Head of reports…"), commands.careers.letterhead)
    menu.addSeparator()
    _add(menu, translate("Menus", "Bring back a b&ackup of the notebook…"), commands.careers.backups)
    menu.addSeparator()
    _add(menu, translate("Menus", "&Quit"), commands.quit, "Ctrl+Q")
    if is_locked("guide"):
        _lock(menu, *guides)
    if is_locked("centre") or is_locked("logo"):
        _lock(menu, letterhead)
    return go_back, report


def _fill_edit(menu: QMenu, window: QMainWindow, undo: QUndoStack) -> None:
    for action, keys in (
        (undo.createUndoAction(window, translate("Menus", "&Undo")), ["Ctrl+Z"]),
        (undo.createRedoAction(window, translate("Menus", "&Redo")), ["Ctrl+Y", "Ctrl+Shift+Z"]),
    ):
        action.setShortcuts([QKeySequence(key) for key in keys])
        menu.addAction(action)


def _fill_view(menu: QMenu, window: QMainWindow, commands: Commands, mode: Mode) -> None:
    _add(menu, translate("Menus", "&Larger text"), lambda: commands.zoom(0.1), "Ctrl++", "Ctrl+=")
    _add(menu, translate("Menus", "&Smaller text"), lambda: commands.zoom(-0.1), "Ctrl+-")
    _add(menu, translate("Menus", "&Normal text size"), lambda: commands.zoom(None), "Ctrl+0")
    menu.addSeparator()
    group = QActionGroup(window)
    for choice, text in (
        (Mode.SYSTEM, translate("Menus", "Colors of the &desktop")),
        (Mode.LIGHT, translate("Menus", "L&ight")),
        (Mode.DARK, translate("Menus", "D&ark")),
        (Mode.CONTRAST, translate("Menus", "&High contrast")),
    ):
        action = _add(menu, text, lambda choice=choice: commands.set_mode(choice))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(choice is mode)
        group.addAction(action)
    _fill_languages(menu.addMenu(translate("Menus", "Lan&guage")), window, commands.speak)


def _fill_languages(menu: QMenu, window: QMainWindow, speak: Callable[[str], object]) -> None:
    """Each language by its own name."""
    group = QActionGroup(window)
    for language in LANGUAGES:
        action = _add(menu, language.name, lambda code=language.code: speak(code))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(language is in_force())
        group.addAction(action)


def _fill_go(menu: QMenu, commands: Commands, sections: tuple[Section, ...]) -> tuple[QAction, QAction, QMenu]:
    back = _add(menu, translate("Menus", "&Back"), lambda: commands.go(-1), "Alt+Left")
    forward = _add(menu, translate("Menus", "&Forward"), lambda: commands.go(1), "Alt+Right")
    _add(menu, translate("Menus", "F&ind a career"), commands.find, "Ctrl+F", "Ctrl+L", "/")
    _add(menu, translate("Menus", "B&rowse careers"), lambda: commands.visit(Place.BROWSE), "Ctrl+B")
    _add(menu, translate("Menus", "S&tart page"), lambda: commands.visit(Place.START), "Alt+Home")
    menu.addSeparator()
    listed = menu.addMenu(translate("Menus", "&Section"))
    for number, section in enumerate(sections, start=1):
        keys = [f"Ctrl+{number}"] if number <= 9 else []
        _add(listed, section.title, lambda key=section.key: commands.show_section(key), *keys)  # type: ignore[misc]
    _add(menu, translate("Menus", "&Next section"), lambda: commands.step_section(1), "Ctrl+Tab", "Ctrl+PgDown")
    _add(menu, translate("Menus", "&Previous section"), lambda: commands.step_section(-1), "Ctrl+Shift+Tab", "Ctrl+PgUp")
    return back, forward, listed


def _fill_careers(menu: QMenu, commands: CareerCommands, visit: Visit) -> tuple[QAction, ...]:
    of_page = (
        _add(menu, translate("Menus", "&Save this career, or take it out"), commands.save, "Ctrl+D"),
        _add(menu, translate("Menus", "&Compare this career, or take it out"), commands.compare, "Ctrl+K"),
        _add(menu, translate("Menus", "Open on a &phone…"), commands.phone),
    )
    menu.addSeparator()
    _add(menu, translate("Menus", "Saved c&areers"), lambda: visit(Place.SAVED), "Ctrl+Shift+D")
    _add(menu, translate("Menus", "C&omparison"), lambda: visit(Place.COMPARE), "Ctrl+Shift+K")
    _add(menu, translate("Menus", "Career ass&essment"), lambda: visit(Place.ASSESSMENT), "Ctrl+I")
    _add(menu, translate("Menus", "S&kills I have"), lambda: visit(Place.SKILLS))
    _add(menu, translate("Menus", "Read a &take-home code…"), commands.read_code)
    return of_page


def _fill_counselor(menu: QMenu, commands: SessionCommands, visit: Visit, is_locked: Callable[[str], bool]) -> tuple[QAction, ...]:
    _add(menu, translate("Menus", "&Start a session…"), commands.start, "Ctrl+Shift+N")
    _add(menu, translate("Menus", "S&essions"), lambda: visit(Place.SESSIONS), "Ctrl+Shift+S")
    _add(menu, translate("Menus", "Client's &window"), commands.client_window, "F9")
    answers = _add(menu, translate("Menus", "&Anonymous answers…"), commands.answers)
    center = _add(menu, translate("Menus", "&Our center's own content…"), commands.center)
    if is_locked("content"):
        _lock(menu, center)
    if is_locked("answers"):
        _lock(menu, answers)
    menu.addSeparator()
    return (
        _add(menu, translate("Menus", "&Notes"), commands.notes, "Ctrl+Shift+E"),
        _add(menu, translate("Menus", "S&ummary…"), commands.summary),
        _add(menu, translate("Menus", "&Close the session"), commands.close),
    )
