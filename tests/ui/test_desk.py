"""The desk: requests in order, a notebook that is lost and found again, a damaged one, backups, closing in time."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from person import OFFICERS, button, choose, click, open_career, open_notebook_of, says, settle_desk
from postgres import District
from PySide6.QtWidgets import QListWidget, QMessageBox
from pytestqt.qtbot import QtBot

from careerguide.app import make_window
from careerguide.domain.codes import OnetSocCode
from careerguide.ui.backup_dialog import BackupDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place

OpenWindow = Callable[..., MainWindow]
CODE = OnetSocCode(OFFICERS)


def notebook_file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def test_requests_are_done_in_the_order_they_were_made(qtbot: QtBot, keeping_window: MainWindow) -> None:
    desk = keeping_window.desk
    done: list[int] = []
    for number in range(50):
        desk.ask(lambda notebook, number=number: number, done.append)  # type: ignore[misc]
    assert done == []
    settle_desk(qtbot, keeping_window)
    assert done == list(range(50))


def test_a_request_that_fails_does_not_stop_those_behind_it(qtbot: QtBot, keeping_window: MainWindow) -> None:
    desk = keeping_window.desk
    with qtbot.waitSignal(desk.trouble) as trouble:
        desk.ask(lambda notebook: notebook.saved.rename_list(12345, "no such list", 1))
    desk.changes.save(CODE, None, "My careers")
    settle_desk(qtbot, keeping_window)
    assert str(trouble.args[0]).endswith(".")
    assert [career.code for career in desk.lists[0].careers] == [CODE]


def test_a_lost_connection_is_said_and_what_was_done_meanwhile_is_written_when_it_is_back(
    qtbot: QtBot, open_window: OpenWindow, district: District
) -> None:
    window = open_window(notebook=district.url("administrator"))
    open_notebook_of(qtbot, window)
    open_career(qtbot, window, OFFICERS)
    choose(window, "Save this career, or take it out")
    settle_desk(qtbot, window)
    window.journey.visit(Place.SAVED)
    page = window.pages.saved
    assert page is not None
    page.careers.setCurrentIndex(page.careers_model.index(0))
    district.server.stop()
    with qtbot.waitSignal(window.desk.reachable, timeout=20_000):
        qtbot.keyClicks(page.note.field, "typed while the server was away")
    assert says(window, "cannot be reached at the moment")
    assert page.note.field.toPlainText() == "typed while the server was away"
    assert not page.note.saved
    district.server.start()
    click(qtbot, button(window, "Try now"))
    qtbot.waitUntil(lambda: window.desk.pending == 0 and page.note.saved, timeout=30_000)
    assert not says(window, "cannot be reached at the moment")
    assert window.desk.lists[0].careers[0].note == "typed while the server was away"


def test_closing_while_the_notebook_is_lost_asks_first(
    qtbot: QtBot, open_window: OpenWindow, district: District, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(notebook=district.url("administrator"))
    open_notebook_of(qtbot, window)
    district.server.stop()
    try:
        window.desk.changes.add_list("written when it is back")
        asked: list[str] = []

        def answer(parent: object, title: str, words: str, *rest: object) -> QMessageBox.StandardButton:
            asked.append(words)
            return QMessageBox.StandardButton.Cancel

        monkeypatch.setattr(QMessageBox, "warning", answer)
        assert not window.close()
        assert window.isVisible()
        assert "not kept yet" in asked[0]
    finally:
        district.server.start()
    qtbot.waitUntil(lambda: window.desk.pending == 0, timeout=30_000)
    assert [saved.name for saved in window.desk.lists] == ["written when it is back"]


def test_a_damaged_notebook_is_put_aside_and_a_backup_is_offered(
    qtbot: QtBot, open_window: OpenWindow, qapp: object, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()

    def window() -> MainWindow:
        made = make_window(qapp, tmp_path / "settings.ini", tmp_path / "built.guide", None, folder)  # type: ignore[arg-type]
        made.show()
        made.load_guide(None)
        qtbot.waitUntil(lambda: made.search.count.text() != "")
        open_notebook_of(qtbot, made)
        return made

    first = window()
    first.desk.changes.save(CODE, None, "Before the damage")
    settle_desk(qtbot, first)
    first.close()
    for file in (folder / "backups").glob("*"):
        file.unlink()
    second = window()  # the day's backup is made at opening
    second.close()
    (made,) = (folder / "backups").glob("notebook-*.sqlite")
    yesterday = date.today() - timedelta(days=1)
    made.rename(made.with_name(f"notebook-{yesterday.isoformat()}.sqlite"))
    (folder / "notebook.sqlite").write_bytes(b"this is no database any more" * 500)
    third = window()
    assert third.desk.lists == ()
    assert says(third, "Your notebook was damaged.")
    assert [file for file in folder.iterdir() if "damaged" in file.name]
    click(qtbot, button(third, "Bring back a backup…"))
    settle_desk(qtbot, third)
    (dialog,) = third.findChildren(BackupDialog)
    backups = dialog.findChild(QListWidget)
    assert isinstance(backups, QListWidget)
    assert backups.count() == 1
    click(qtbot, button(dialog, "Bring back"))
    settle_desk(qtbot, third)
    assert [(saved.name, [career.code for career in saved.careers]) for saved in third.desk.lists] == [
        ("Before the damage", [CODE])
    ]


def test_a_notebook_of_another_program_is_left_alone_and_said(qtbot: QtBot, open_window: OpenWindow, starter_guide: Path) -> None:
    before = starter_guide.read_bytes()
    window = open_window(notebook=f"sqlite:///{starter_guide}")
    with qtbot.waitSignal(window.desk.not_opened, timeout=10_000) as said:
        window.desk.open()
    settle_desk(qtbot, window)
    assert starter_guide.name in str(said.args[0])
    assert says(window, "nothing you save is kept")
    assert starter_guide.read_bytes() == before
