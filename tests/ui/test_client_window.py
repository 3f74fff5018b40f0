"""The window for the client's screen: the career and the comparison, and never anything of the counselor's."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from person import OFFICERS, OFFICERS_TITLE, settle, texts
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.db.notebook.notebook import open_notebook
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.wages import NATION
from careerguide.ui.area_chooser import area_model
from careerguide.ui.client_window import ClientWindow
from careerguide.ui.desk import Desk
from careerguide.ui.panels import sections
from careerguide.ui.sessions.notes_panel import NotesPanel
from careerguide.ui.sessions.session_bar import SessionBar
from careerguide.ui.theme import Mode, Theme

NURSES = "29-1141.00"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def client(qapp: QApplication, theme: Theme, guide: Guide) -> Iterator[ClientWindow]:
    made = ClientWindow(theme, area_model(guide.areas()), guide.occupations(), lambda codes: tuple(map(guide.page, codes)))
    made.show()
    yield made
    QThreadPool.globalInstance().waitForDone()
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def front(client: ClientWindow) -> list[str]:
    """What can be read in the window now."""
    QApplication.processEvents()
    return texts(client)


def everything_said(window: QWidget) -> str:
    """All words of a window, shown or hidden, seen or spoken."""
    words = []
    for one in [window, *window.findChildren(QWidget)]:
        words += [one.windowTitle(), one.toolTip(), one.statusTip(), one.whatsThis(), one.accessibleName()]
        words += [one.accessibleDescription(), one.objectName()]
        words += [str(one.property(name) or "") for name in ("text", "plainText", "title", "placeholderText")]
        model = getattr(one, "model", lambda: None)()
        if model is not None:
            words += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    for action in window.findChildren(QAction):
        words += [action.text(), action.toolTip()]
    return "\n".join(words)


def test_it_begins_calmly_with_the_name_of_the_program(client: ClientWindow) -> None:
    assert client.windowTitle() == "Career Guide – for you"
    assert front(client)[0] == "Career Guide"


def test_it_shows_the_career_and_its_section_and_waits_again(client: ClientWindow, guide: Guide) -> None:
    client.show_page(guide.page(OnetSocCode(OFFICERS)), NATION)
    assert front(client)[0] == OFFICERS_TITLE
    client.show_section("outlook")
    assert any("Will there be jobs?" in text for text in front(client))
    client.show_waiting()
    assert front(client)[0] == "Career Guide"
    assert OFFICERS_TITLE not in front(client)


def test_it_shows_a_comparison_that_can_only_be_read(qtbot: QtBot, client: ClientWindow, guide: Guide) -> None:
    client.show_page(guide.page(OnetSocCode(OFFICERS)), NATION)
    client.show_comparison((OFFICERS,))
    assert front(client)[0] == OFFICERS_TITLE
    client.show_comparison((OFFICERS, NURSES))
    settle(qtbot)
    qtbot.waitUntil(lambda: any("Registered Nurses" in text for text in front(client)))
    assert front(client)[0] == "Compare careers"
    assert not [one for one in client.findChildren(QLineEdit) if one.isVisible()]
    names = {str(one.property("text") or one.accessibleName()) for one in client.findChildren(QWidget) if one.isVisible()}
    assert not {name for name in names if "Save picture" in name or "Copy" in name or "Report" in name or "Take out" in name}


def test_what_the_client_presses_is_asked_for(qtbot: QtBot, client: ClientWindow, guide: Guide) -> None:
    page = guide.page(OnetSocCode(OFFICERS))
    client.show_page(page, NATION)
    client.show_section("related")
    QApplication.processEvents()
    link = next(one for one in client.findChildren(QWidget) if one.isVisible() and one.property("text") == page.related[0].title)
    with qtbot.waitSignal(client.occupation_chosen) as chosen:
        link.click()  # type: ignore[attr-defined]
    assert chosen.args == [page.related[0].code]


def test_f11_fills_the_screen_and_escape_ends_it(qtbot: QtBot, client: ClientWindow) -> None:
    client.activateWindow()
    for key in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
        qtbot.keyClick(client, Qt.Key.Key_F11)
        assert client.isFullScreen()
        qtbot.keyClick(client, key)
        assert not client.isFullScreen()


def test_nothing_of_the_counselor_reaches_the_clients_screen(
    qtbot: QtBot, client: ClientWindow, theme: Theme, guide: Guide
) -> None:
    secrets = ("Ada from Tuesday", "drinks too much", "another client", "her own words", "secret list", "why not")
    desk = Desk(lambda: open_notebook("sqlite://"), lambda: open_notebook("sqlite://"))
    desk.open()
    qtbot.waitUntil(lambda: desk.pending == 0)
    assert desk.notebook is not None
    notebook = desk.notebook
    notebook.sessions.start(secrets[2])
    session = notebook.sessions.start(secrets[0])
    career = notebook.saved.add(notebook.saved.add_list(secrets[4], session.id).id, OnetSocCode(OFFICERS))
    notebook.saved.write_note(career.id, secrets[5], career.version)
    counselor = QWidget()
    bar, notes = SessionBar(theme, desk), NotesPanel(theme, desk)
    bar.setParent(counselor)
    notes.setParent(counselor)
    desk.enter(session)
    qtbot.waitUntil(notes.private.isEnabled)
    counselor.show()
    qtbot.keyClicks(notes.private, secrets[1])
    qtbot.keyClicks(notes.for_client, secrets[3])
    notes.flush()
    qtbot.waitUntil(lambda: desk.pending == 0)

    client.show_page(guide.page(OnetSocCode(OFFICERS)), NATION)
    said = [everything_said(client)]
    for section in sections():
        client.show_section(section.key)
        said.append(everything_said(client))
    client.show_comparison((OFFICERS, NURSES))
    settle(qtbot)
    said.append(everything_said(client))
    client.show_waiting()
    said.append(everything_said(client))
    all_said = "\n".join(said)
    assert OFFICERS_TITLE in all_said  # the walk finds what is there
    assert everything_said(counselor).count(secrets[0]) > 0
    assert [secret for secret in secrets if secret in all_said] == []
    assert not client.findChildren(QPlainTextEdit)
    assert not client.findChildren(NotesPanel)
    counselor.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.close()


_TWO_SCREENS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from careerguide.ui.client_window import ClientWindow
from careerguide.ui.area_chooser import area_model
from careerguide.ui.theme import Theme
app = QApplication([])
main = QWidget()
main.resize(800, 600)
main.show()
client = ClientWindow(Theme(app), area_model([]), [], lambda codes: ())
client.show()
app.processEvents()
print(main.screen().name(), client.screen().name())
client.move(10, 10)
client.hide()
client.show()
app.processEvents()
print(client.screen().name())
"""


def test_it_appears_on_the_other_screen_and_stays_where_it_is_put(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1}
        for name, x in (("desk", 0), ("client", 1280))
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["desk", "client", "desk"]
