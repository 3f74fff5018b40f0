"""The whole of the window, every page, panel and dialog: names, roles, states, sizes and contrast."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from person import OFFICERS, SECTIONS, choose, click, look_at, open_career, rating_rows, settle
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from walk import faults

import careerguide.ui
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.matching import rank
from careerguide.domain.notebook import InterestResult, Session, SessionNotes, SessionRecord
from careerguide.domain.take_home import TakeHome
from careerguide.resources import resources
from careerguide.sources.inventory import read_inventory
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.pieces.scrolled_dialog import ScrolledDialog
from careerguide.ui.theme import Mode

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SESSION = Session(1, "Client 1", NOW, NOW, None, True, 1)
SCORES = (30, 12, 8, 20, 25, 10)
MODES = [Mode.LIGHT, Mode.DARK, Mode.CONTRAST]


@pytest.mark.parametrize("mode", MODES)
def test_every_page(qtbot: QtBot, window: MainWindow, mode: Mode) -> None:
    window.theme.set_mode(mode)
    found = []
    for place in Place:
        window.visit(place)
        settle(qtbot)
        found += [f"{place}: {fault}" for fault in faults(window)]
    assert found == []


@pytest.mark.parametrize("mode", MODES)
def test_every_panel(qtbot: QtBot, window: MainWindow, mode: Mode) -> None:
    window.theme.set_mode(mode)
    open_career(qtbot, window, OFFICERS)
    found = []
    for section in SECTIONS:
        look_at(qtbot, window, section)
        found += [f"{section}: {fault}" for fault in faults(window)]
    assert found == []


def _from_menu(name: str) -> Callable[[QtBot, MainWindow], object]:
    return lambda qtbot, window: choose(window, name)


def _certainty(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, rating_rows(look_at(qtbot, window, "Skills"))[0])


def _why(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.assessment.why_dialog import WhyDialog

    assert window.pages.opened is not None
    profiles = window.pages.opened.guide.interest_profiles()
    match = rank(SCORES, profiles)[0]
    WhyDialog(window.theme, "A career", SCORES, profiles[match.code], match, window).open()


def _results(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.assessment.results_dialog import ResultsDialog

    inventory = read_inventory(resources() / "assessment" / "inventory.toml")
    results = [InterestResult(scores, 3, NOW, "x") for scores in (SCORES, SCORES[::-1])]
    ResultsDialog(window.theme, results[0], results[1], inventory, window).open()  # type: ignore[arg-type]


def _take_home(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.take_home.show_dialog import TakeHomeDialog

    TakeHomeDialog(window.theme, TakeHome((OnetSocCode(OFFICERS),), SCORES, 3, "29.3"), {OFFICERS: "Officers"}, window).open()


def _confirm(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.sessions.confirm_dialog import ConfirmDialog

    ConfirmDialog(window.theme, "Delete?", ["It is gone then."], "Delete", lambda: None, window).open()


def _passphrase(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.sessions.passphrase_dialog import PassphraseDialog

    PassphraseDialog(window.theme, window.desk, SESSION, window).open()


def _protect(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.sessions.protect_dialog import ProtectDialog

    ProtectDialog(window.theme, window.desk, SESSION, window).open()


def _export(qtbot: QtBot, window: MainWindow) -> None:
    from careerguide.ui.sessions.export import ExportDialog

    record = SessionRecord(SESSION, SessionNotes("", "", 1), (), (), (), ())
    ExportDialog(window.theme, record, {}, window).open()


OPENED: dict[str, Callable[[QtBot, MainWindow], object]] = {
    "AboutDialog": _from_menu("About Career Guide"),
    "AnonymousDialog": _from_menu("Anonymous answers…"),
    "BackupDialog": _from_menu("Bring back a backup of the notebook…"),
    "BuildDialog": _from_menu("Build a guide from official releases…"),
    "CertaintyDialog": _certainty,
    "ConfirmDialog": _confirm,
    "ExportDialog": _export,
    "KeyboardDialog": _from_menu("Keyboard…"),
    "LetterheadDialog": _from_menu("Head of reports…"),
    "PassphraseDialog": _passphrase,
    "PhoneDialog": _from_menu("Open on a phone…"),
    "ProtectDialog": _protect,
    "ReadTakeHomeDialog": _from_menu("Read a take-home code…"),
    "ReportDialog": _from_menu("Print or save as PDF…"),
    "ResultsDialog": _results,
    "StartDialog": _from_menu("Start a session…"),
    "TakeHomeDialog": _take_home,
    "WhyDialog": _why,
}
_BASES = {"ScrolledDialog", "SessionDialog"}


def test_no_dialog_is_forgotten_here() -> None:
    for module in pkgutil.walk_packages(careerguide.ui.__path__, "careerguide.ui."):
        importlib.import_module(module.name)

    def all_of(kind: type) -> set[str]:
        return {one.__name__ for one in kind.__subclasses__() if one.__module__.startswith("careerguide")} | {
            name for one in kind.__subclasses__() for name in all_of(one)
        }

    assert all_of(QDialog) - _BASES == set(OPENED)
    assert issubclass(ScrolledDialog, QDialog)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", OPENED)
def test_every_dialog(qtbot: QtBot, window: MainWindow, name: str, mode: Mode) -> None:
    window.theme.set_mode(mode)
    open_career(qtbot, window, OFFICERS)
    OPENED[name](qtbot, window)
    settle(qtbot)
    (dialog,) = [one for one in window.findChildren(QDialog) if type(one).__name__ == name]
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle()
    assert faults(dialog) == []


@pytest.mark.parametrize("mode", MODES)
def test_a_session_the_clients_window_and_a_toast(qtbot: QtBot, window: MainWindow, mode: Mode) -> None:
    window.theme.set_mode(mode)
    open_career(qtbot, window, OFFICERS)
    window.desk.ask(lambda notebook: notebook.sessions.start("Client 1"), window.desk.enter)
    qtbot.waitUntil(lambda: window.desk.session is not None)
    settle(qtbot)
    open_career(qtbot, window, OFFICERS)
    window.counseling.show_notes(True)
    window.deciding.toggle_compared(OFFICERS)
    window.counseling.show_client_window()
    settle(qtbot)
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    assert len(tops) == 2
    assert [fault for top in tops for fault in faults(top)] == []
