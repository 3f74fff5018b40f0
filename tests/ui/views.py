"""Every page of the window, empty and in use, and every dialog: how to come to each."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from person import (
    OFFICERS,
    SECTIONS,
    button,
    choose,
    click,
    from_the_top,
    has_button,
    look_at,
    open_career,
    rating_rows,
    settle,
    settle_desk,
    type_words,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.update import Found, Update
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import GuideError
from careerguide.domain.guide_changes import GuideChanges, Moved
from careerguide.domain.matching import rank
from careerguide.domain.notebook import InterestResult, Session, SessionNotes, SessionRecord
from careerguide.domain.page import Source
from careerguide.domain.take_home import TakeHome
from careerguide.resources import resources
from careerguide.sources.download import Address
from careerguide.sources.inventory import read_inventory
from careerguide.ui.assessment.assessment_page import AssessmentPage
from careerguide.ui.assessment.results_dialog import ResultsDialog
from careerguide.ui.assessment.why_dialog import WhyDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.sessions.export import ExportDialog
from careerguide.ui.sessions.passphrase_dialog import PassphraseDialog
from careerguide.ui.sessions.protect_dialog import ProtectDialog
from careerguide.ui.skills.level_row import LevelRow
from careerguide.ui.skills.skills_page import SkillsPage
from careerguide.ui.take_home.show_dialog import TakeHomeDialog
from careerguide.ui.update_dialog import UpdateDialog

NURSES, DEVELOPERS = "29-1141.00", "15-1252.00"
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SCORES = (30, 12, 8, 20, 25, 10)
SESSION = Session(1, "Client 1", NOW, NOW, None, True, 1)
View = Callable[[QtBot, MainWindow], object]


def center(qtbot: QtBot, window: MainWindow) -> None:
    """A career with what a center adds."""
    window._settings.center_content = resources() / "center" / "center.toml"
    window._read_anew()
    qtbot.waitUntil(lambda: window._opened is not None and window._opened.guide._center is not None)
    open_career(qtbot, window, NURSES)
    settle(qtbot)


def _visit(place: Place) -> View:
    def visit(qtbot: QtBot, window: MainWindow) -> None:
        window.journey.visit(place)
        settle_desk(qtbot, window)

    return visit


def _section(name: str) -> View:
    def show(qtbot: QtBot, window: MainWindow) -> None:
        open_career(qtbot, window, OFFICERS)
        look_at(qtbot, window, name)
        settle(qtbot)

    return show


def search(qtbot: QtBot, window: MainWindow) -> None:
    """A word that is misspelled, and what is found."""
    type_words(qtbot, window, "registred nurse")


def problem(qtbot: QtBot, window: MainWindow) -> None:
    """A guide that cannot be read."""
    window.load_guide(Path(__file__))
    settle(qtbot)


def saved(qtbot: QtBot, window: MainWindow) -> None:
    """Saved careers, the first chosen."""
    for code in (OFFICERS, NURSES, DEVELOPERS):
        window.desk.changes.save(OnetSocCode(code), None, "My careers")
    settle_desk(qtbot, window)
    window.journey.visit(Place.SAVED)
    settle_desk(qtbot, window)
    page = window.pages.saved
    assert page is not None
    page.careers.setCurrentIndex(page.careers_model.index(0))
    settle_desk(qtbot, window)


def compare(qtbot: QtBot, window: MainWindow) -> None:
    """Three careers side by side."""
    window.deciding.compare([OnetSocCode(code) for code in (OFFICERS, NURSES, DEVELOPERS)])
    settle_desk(qtbot, window)


def _assessment(qtbot: QtBot, window: MainWindow) -> AssessmentPage:
    window.journey.visit(Place.ASSESSMENT)
    settle_desk(qtbot, window)
    page = window.pages.assessment
    assert page is not None
    return page


def activity(qtbot: QtBot, window: MainWindow) -> None:
    """The first activity of the assessment."""
    click(qtbot, button(_assessment(qtbot, window), "Start: 60 activities"))
    settle_desk(qtbot, window)


def question(qtbot: QtBot, window: MainWindow) -> None:
    """The question after activities that were answered in no time."""
    page = _assessment(qtbot, window)
    click(qtbot, button(page, "Short form: 30 activities"))
    settle_desk(qtbot, window)
    for number in range(30):
        qtbot.keyClick(page.items, str(number % 5 + 1))
    settle_desk(qtbot, window)


def result(qtbot: QtBot, window: MainWindow) -> None:
    """A result of the assessment, and the careers that go with it."""
    kept = InterestResult(SCORES, 3, NOW, "the assessment")
    window.desk.ask(lambda notebook: notebook.results.add(kept, window.desk.session_id))
    page = _assessment(qtbot, window)
    qtbot.waitUntil(lambda: has_button(page, "Open"))
    click(qtbot, button(page, "Open"))
    qtbot.wait(200)  # how firmly matches hold comes a little later
    settle_desk(qtbot, window)


def _skills(qtbot: QtBot, window: MainWindow) -> SkillsPage:
    window.journey.visit(Place.SKILLS)
    settle_desk(qtbot, window)
    page = window.pages.skills
    assert page is not None
    return page


def own_skills(qtbot: QtBot, window: MainWindow) -> None:
    """Ten skills rated, and the careers near them."""
    page = _skills(qtbot, window)
    rows = [row for row in from_the_top(page.findChildren(LevelRow)) if isinstance(row, LevelRow)]
    for number, row in enumerate(rows[:10]):
        qtbot.keyClick(row, Qt.Key(Qt.Key.Key_1 + number % 6))
    settle_desk(qtbot, window)


def near_a_career(qtbot: QtBot, window: MainWindow) -> None:
    """Careers near one by skills."""
    _skills(qtbot, window).show_near(OFFICERS)
    settle_desk(qtbot, window)


def session(qtbot: QtBot, window: MainWindow) -> None:
    """A counselor's session with its notes beside a career."""
    window.desk.ask(lambda notebook: notebook.sessions.start("Client 1"), window.desk.enter)
    qtbot.waitUntil(lambda: window.desk.session is not None)
    settle_desk(qtbot, window)
    open_career(qtbot, window, OFFICERS)
    window.counseling.show_notes(True)
    settle_desk(qtbot, window)


def toast(qtbot: QtBot, window: MainWindow) -> None:
    """What was just done, with a way back."""
    open_career(qtbot, window, OFFICERS)
    click(qtbot, window.pages.page_actions.save)
    settle_desk(qtbot, window)
    assert not window.deciding.toast.isHidden()


def sessions(qtbot: QtBot, window: MainWindow) -> None:
    """The table of sessions, with one."""
    session(qtbot, window)
    window.journey.visit(Place.SESSIONS)
    settle_desk(qtbot, window)


VIEWS: dict[str, View] = {
    **{f"empty {place}": _visit(place) for place in Place},
    **{name: _section(name) for name in SECTIONS},
    "search": search,
    "problem": problem,
    "saved careers": saved,
    "careers compared": compare,
    "an activity": activity,
    "a question": question,
    "a result": result,
    "own skills": own_skills,
    "near a career": near_a_career,
    "a toast": toast,
    "a center's content": center,
    "a session": session,
    "sessions": sessions,
}


# Dialogs


def _from_menu(name: str) -> View:
    return lambda qtbot, window: choose(window, name)


def _certainty(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    click(qtbot, rating_rows(look_at(qtbot, window, "Skills"))[0])


def _why(qtbot: QtBot, window: MainWindow) -> None:
    assert window.pages.opened is not None
    profiles = window.pages.opened.guide.interest_profiles()
    match = rank(SCORES, profiles)[0]
    WhyDialog(window.theme, "A career", SCORES, profiles[match.code], match, window).open()


def _results(qtbot: QtBot, window: MainWindow) -> None:
    inventory = read_inventory(resources() / "assessment" / "inventory.toml")
    results = [InterestResult(scores, 3, NOW, "x") for scores in (SCORES, SCORES[::-1])]
    ResultsDialog(window.theme, results[0], results[1], inventory, window).open()


def _take_home(qtbot: QtBot, window: MainWindow) -> None:
    TakeHomeDialog(window.theme, TakeHome((OnetSocCode(OFFICERS),), SCORES, 3, "29.3"), {OFFICERS: "Officers"}, window).open()


def _confirm(qtbot: QtBot, window: MainWindow) -> None:
    ConfirmDialog(window.theme, "Delete?", ["It is gone then."], "Delete", lambda: None, window).open()


def _passphrase(qtbot: QtBot, window: MainWindow) -> None:
    PassphraseDialog(window.theme, window.desk, SESSION, window).open()


def _protect(qtbot: QtBot, window: MainWindow) -> None:
    ProtectDialog(window.theme, window.desk, SESSION, window).open()


def _export(qtbot: QtBot, window: MainWindow) -> None:
    record = SessionRecord(SESSION, SessionNotes("", "", 1), (), (), (), ())
    ExportDialog(window.theme, record, {}, window).open()


def _update(qtbot: QtBot, window: MainWindow) -> UpdateDialog:
    choose(window, "Update the data…")
    (dialog,) = [one for one in window.findChildren(UpdateDialog) if isinstance(one, UpdateDialog)]
    return dialog


def _update_from(place: str) -> View:
    def show(qtbot: QtBot, window: MainWindow) -> None:
        where = _update(qtbot, window).findChild(QComboBox)
        assert isinstance(where, QComboBox)
        where.setCurrentText(place)

    return show


def _update_found(qtbot: QtBot, window: MainWindow) -> UpdateDialog:
    dialog = _update(qtbot, window)
    dialog._show_found(Found({"onet": [Address("https://x/db_30_0_text.zip", "db_30_0_text.zip")]}, 13_400_000, is_local=False))
    return dialog


def _update_at_work(qtbot: QtBot, window: MainWindow) -> None:
    dialog = _update_found(qtbot, window)
    dialog._work.show()
    dialog._work._show_progress("Fetching db_30_0_text.zip, 3.2 MB / 13.4 MB", 0.24)
    dialog._fit()


def _update_failed(qtbot: QtBot, window: MainWindow) -> None:
    _update_found(qtbot, window)._failed(GuideError("db_30_0_text.zip: the file could not be fetched (the connection was lost)."))


def _update_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.changes.save(OnetSocCode(NURSES), None, "My careers")
    settle_desk(qtbot, window)
    code = OnetSocCode(NURSES)
    changes = GuideChanges(
        ((OnetSocCode("15-1299.11"), "Keepers of Machines That Learn From What They Are Shown"),),
        ((OnetSocCode(OFFICERS), "Customs and Border Protection Officers"),),
        ((code, "Registered Nurses", "Nurses, Registered"),),
        (Moved(code, "Nurses, Registered", 93_600, 101_200),),
    )
    _update(qtbot, window)._show_changes(Update(Path("new.guide"), (Source("O*NET", "30.0", "", ""),), changes))


DIALOGS: dict[str, View] = {
    "AboutDialog": _from_menu("About Career Guide"),
    "AnonymousDialog": _from_menu("Anonymous answers…"),
    "BackupDialog": _from_menu("Bring back a backup of the notebook…"),
    "BuildDialog": _from_menu("Build a guide from official releases…"),
    "CenterDialog": _from_menu("Our center's own content…"),
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
    "UpdateDialog": _from_menu("Update the data…"),
    "UpdateDialog, a mirror": _update_from("From a folder, a USB stick or a mirror"),
    "UpdateDialog, a pack": _update_from("From a signed update pack"),
    "UpdateDialog, what there is": _update_found,
    "UpdateDialog, at work": _update_at_work,
    "UpdateDialog, a failure": _update_failed,
    "UpdateDialog, what changes": _update_changes,
    "WhyDialog": _why,
}


def describe(widget: QWidget) -> str:
    """How a failing test names a widget."""
    text = getattr(widget, "text", None)
    return f"{type(widget).__name__} {(widget.accessibleName() or (text() if callable(text) else ''))[:60]!r}"
