"""A counselor's session in the window: what is kept, what the client sees, and that nothing passes from one client to the next."""

from collections.abc import Callable
from pathlib import Path

from person import OFFICERS, OFFICERS_TITLE, button, choose, click, open_career, open_notebook_of, says, settle, settle_desk, texts
from postgres import District
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.notebook.notebook import Notebook
from careerguide.domain.notebook import SessionRecord
from careerguide.ui.client_window import ClientWindow
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place
from careerguide.ui.report_dialog import ReportDialog
from careerguide.ui.sessions.notes_panel import NotesPanel

NURSES = "29-1141.00"

OpenWindow = Callable[..., MainWindow]


def begin(qtbot: QtBot, window: MainWindow, label: str) -> None:
    """Start a session as the dialog does. How a person fills it in is the matter of tests/ui/sessions."""
    with qtbot.waitSignal(window.desk.session_changed):
        window.desk.ask(lambda notebook: notebook.sessions.start(label), window.desk.enter)
    settle_desk(qtbot, window)


def record(qtbot: QtBot, window: MainWindow, session: int) -> SessionRecord:
    found: list[SessionRecord] = []
    window.desk.ask(lambda notebook: notebook.sessions.record(session), found.append)
    settle_desk(qtbot, window)
    return found[0]


def open_notes(qtbot: QtBot, window: MainWindow) -> tuple[QPlainTextEdit, QPlainTextEdit]:
    """Show the notes; the editors for the counselor alone and for the client."""
    click(qtbot, button(window.counseling.bar, "Notes"))
    settle_desk(qtbot, window)
    panel = window.findChild(NotesPanel)
    assert isinstance(panel, NotesPanel)
    return panel.private, panel.for_client


def test_what_is_looked_at_saved_compared_and_noted_is_kept_in_the_session(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    begin(qtbot, window, "Client 17")
    session = window.desk.session_id
    assert session is not None
    for code in (OFFICERS, NURSES):
        open_career(qtbot, window, code)
        choose(window, "Save this career, or take it out")
        choose(window, "Compare this career, or take it out")
    choose(window, "Comparison")
    settle_desk(qtbot, window)
    private, for_client = open_notes(qtbot, window)
    qtbot.keyClicks(private, "worried about money")
    qtbot.keyClicks(for_client, "visit the academy")
    click(qtbot, button(window.counseling.bar, "Close session"))
    settle_desk(qtbot, window)
    kept = record(qtbot, window, session)
    assert [visit.code for visit in kept.visits] == [OFFICERS, NURSES]
    assert [one.codes for one in kept.comparisons] == [(OFFICERS, NURSES)]
    assert [career.code for career in kept.lists[0].careers] == [OFFICERS, NURSES]
    assert (kept.notes.private, kept.notes.for_client) == ("worried about money", "visit the academy")
    assert kept.session.closed is not None
    assert window.desk.lists == ()


def test_the_next_client_finds_nothing_of_the_one_before(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    begin(qtbot, window, "First")
    open_career(qtbot, window, OFFICERS)
    choose(window, "Save this career, or take it out")
    choose(window, "Compare this career, or take it out")
    window.search.field.setText("border")
    settle_desk(qtbot, window)
    click(qtbot, button(window.counseling.bar, "Close session"))
    settle_desk(qtbot, window)
    begin(qtbot, window, "Second")
    assert window.desk.lists == ()
    assert window.deciding.compared == ()
    assert window.search.field.text() == ""
    assert not window._menus.back.isEnabled()
    assert not window.desk.changes.undo.canUndo()


def test_the_next_client_finds_no_filter_no_search_and_no_career_on_other_pages(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    begin(qtbot, window, "First")
    window.journey.visit(Place.BROWSE, "no degree")
    qtbot.waitUntil(lambda: window.pages.browse is not None and window.pages.browse.no_degree.isChecked())
    window.journey.visit(Place.SKILLS)
    qtbot.waitUntil(lambda: window.pages.skills is not None and window.pages.skills.mine is not None)
    assert window.pages.skills is not None
    window.pages.skills.show_near(NURSES)
    settle_desk(qtbot, window)
    click(qtbot, button(window.counseling.bar, "Close session"))
    settle_desk(qtbot, window)
    begin(qtbot, window, "Second")
    window.journey.visit(Place.SKILLS)
    settle_desk(qtbot, window)
    assert window.pages.skills is not None
    assert window.pages.skills.tabs.currentIndex() == 0
    assert not says(window.pages.skills, "Registered Nurses")
    window.journey.visit(Place.BROWSE)
    qtbot.waitUntil(lambda: window.pages.browse is not None and window.pages.browse.isVisible())
    assert window.pages.browse is not None
    assert not window.pages.browse.no_degree.isChecked()


def test_a_note_typed_at_the_last_moment_stays_with_the_session_that_is_left(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    begin(qtbot, window, "First")
    session = window.desk.session_id
    assert session is not None
    open_career(qtbot, window, OFFICERS)
    choose(window, "Save this career, or take it out")
    settle_desk(qtbot, window)
    window.journey.visit(Place.SAVED)
    page = window.pages.saved
    assert page is not None
    page.careers.setCurrentIndex(page.careers_model.index(0))
    qtbot.keyClicks(page.note.field, "call on Monday")
    click(qtbot, button(window.counseling.bar, "Close session"))
    settle_desk(qtbot, window)
    assert record(qtbot, window, session).lists[0].careers[0].note == "call on Monday"


def all_words(widget: QWidget) -> str:
    """Everything that can be read, heard or hovered in a window."""
    parts = [widget, *widget.findChildren(QWidget)]
    words = [widget.windowTitle(), *texts(widget)]
    for one in parts:
        words += [one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle()]
    return "\n".join(words)


def test_the_clients_screen_follows_and_never_shows_notes_or_labels(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    begin(qtbot, window, "Label nobody may see")
    private, for_client = open_notes(qtbot, window)
    qtbot.keyClicks(private, "secret words")
    qtbot.keyClicks(for_client, "words to print")
    open_career(qtbot, window, OFFICERS)
    choose(window, "Client's window")
    settle_desk(qtbot, window)
    client = window.counseling._client
    assert isinstance(client, ClientWindow)
    assert OFFICERS_TITLE in all_words(client)
    assert window.view is not None
    window.view.show_section("skills")
    settle(qtbot)
    for code in (NURSES, "15-1252.00"):
        open_career(qtbot, window, code)
        choose(window, "Compare this career, or take it out")
    choose(window, "Comparison")
    settle_desk(qtbot, window)
    words = all_words(client)
    assert "Registered Nurses" in words
    for hidden in ("Label nobody may see", "secret words", "words to print"):
        assert hidden not in words
    click(qtbot, button(window.counseling.bar, "Close session"))
    settle_desk(qtbot, window)
    assert window.counseling._client is None


def test_what_the_client_presses_is_opened_on_both_screens(qtbot: QtBot, keeping_window: MainWindow) -> None:
    window = keeping_window
    open_career(qtbot, window, OFFICERS)
    choose(window, "Client's window")
    client = window.counseling._client
    assert client is not None
    client.occupation_chosen.emit(NURSES)
    settle(qtbot)
    assert window.journey.page_code == NURSES
    assert "Registered Nurses" in all_words(client)


def test_the_summary_for_the_client_has_no_private_word(qtbot: QtBot, keeping_window: MainWindow, tmp_path: Path) -> None:
    window = keeping_window
    begin(qtbot, window, "Client 4")
    private, for_client = open_notes(qtbot, window)
    qtbot.keyClicks(private, "secret words")
    qtbot.keyClicks(for_client, "words to print")
    click(qtbot, button(window.counseling.bar, "Summary…"))
    settle_desk(qtbot, window)
    (dialog,) = window.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: button(dialog, "Save HTML…").isEnabled())
    dialog.save(tmp_path / "summary.html")
    settle(qtbot)
    html = (tmp_path / "summary.html").read_text(encoding="utf-8")
    assert "words to print" in html
    assert "secret words" not in html
    dialog.close()


def test_two_counselors_of_a_district_see_only_their_own_sessions(
    qtbot: QtBot, open_window: OpenWindow, district: District
) -> None:
    setting_up = open_window(notebook=district.url("administrator"))
    open_notebook_of(qtbot, setting_up)
    windows = {name: open_window(notebook=district.url(name)) for name in ("ada", "grace")}
    for name, window in windows.items():
        open_notebook_of(qtbot, window)
        begin(qtbot, window, f"Client of {name}")
        open_career(qtbot, window, OFFICERS)
        choose(window, "Save this career, or take it out")
        settle_desk(qtbot, window)
    for name, window in windows.items():
        choose(window, "Sessions")
        settle_desk(qtbot, window)
        labels: list[list[str]] = []

        def seen(notebook: Notebook) -> list[str]:
            return [session.label for session in notebook.sessions.all()]

        window.desk.ask(seen, labels.append)
        settle_desk(qtbot, window)
        assert labels == [[f"Client of {name}"]]
