"""What a counselor does with sessions, and what the notebook holds afterwards."""

from pathlib import Path
from typing import TypeVar

from person import button, click
from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careerguide.db.notebook.notebook import Notebook, default_url, open_notebook
from careerguide.domain.errors import GuideError
from careerguide.domain.notebook import Session, SessionNotes
from careerguide.ui.desk import Desk
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.theme import Theme

Found = TypeVar("Found", bound=QWidget)


class Office:
    """The desk of one window. `other` is a second window on the same notebook; `troubles` is what the desk complained of."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        self.qtbot, self.theme, self.folder = qtbot, theme, folder
        url = default_url(folder)
        self.desk = Desk(lambda: open_notebook(url, folder / "backups"), lambda: open_notebook("sqlite://"))
        self.troubles: list[GuideError] = []
        self.desk.trouble.connect(self.troubles.append)
        self.desk.open()
        self.settle()
        self.other: Notebook = open_notebook(url)
        self.window = QWidget()
        self.window.resize(1000, 740)
        self.window.show()

    def settle(self) -> None:
        """Wait until the notebook has done all that it was asked."""

        def is_done() -> bool:
            return self.desk.pending == 0 and QThreadPool.globalInstance().activeThreadCount() == 0

        self.qtbot.waitUntil(is_done, timeout=20_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(is_done, timeout=20_000)

    def close(self) -> None:
        self.settle()
        self.window.close()
        self.settle()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.desk.close()
        self.other.close()

    # Sessions

    def start(self, label: str, passphrase: str | None = None, *, enter: bool = False) -> Session:
        """A session that is in the notebook, and perhaps in force."""
        assert self.desk.notebook is not None
        session = self.desk.notebook.sessions.start(label, passphrase)
        if enter:
            self.desk.enter(session)
            self.settle()
        elif passphrase is not None:
            self.desk.notebook.sessions.lock(session.id)
        return session

    def kept(self, session: Session) -> Session:
        """The session as another window finds it."""
        return next(one for one in self.other.sessions.all() if one.id == session.id)

    def labels(self) -> list[str]:
        """The labels of all sessions, used last first."""
        return [session.label for session in self.other.sessions.all()]

    def notes(self, session: Session) -> SessionNotes:
        """The notes as another window finds them."""
        return self.other.sessions.notes(session.id)

    def change_elsewhere(self, session: Session, private: str | None = None, for_client: str | None = None) -> None:
        """Another window writes notes."""
        now = self.notes(session)
        self.other.sessions.write_notes(
            session.id,
            now.private if private is None else private,
            now.for_client if for_client is None else for_client,
            now.version,
        )


def dialog(parent: QWidget, kind: type[Found]) -> Found:
    """The dialog that is open."""
    QApplication.processEvents()
    found = [one for one in parent.findChildren(kind) if one.isVisible()]
    assert len(found) == 1, f"{len(found)} dialogs of the kind {kind.__name__}"
    return found[0]


def no_dialog(parent: QWidget) -> bool:
    return not any(one.isVisible() for one in parent.findChildren(QDialog))


def field(parent: QWidget, name: str) -> QLineEdit:
    """The field with this name."""
    return next(one for one in parent.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def tick(qtbot: QtBot, parent: QWidget, name: str) -> None:
    """Press on a check box, at its left where the box is."""
    box = button(parent, name)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def confirm(qtbot: QtBot, parent: QWidget, name: str) -> None:
    """Answer the question that is open by pressing a button."""
    click(qtbot, button(dialog(parent, ConfirmDialog), name))
