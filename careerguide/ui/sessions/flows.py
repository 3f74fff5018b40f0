"""What is done with sessions from several places: entering, resuming, closing, and opening a protected one for a moment."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from careerguide.ui.desk import Desk
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.domain.notebook import Session


def soon(desk: Desk, function: Callable[[], object]) -> None:
    """Call `function` after what has been asked of the notebook until now, and after what its answers bring about."""
    desk.ask(lambda notebook: None, lambda _: function())


def resume_session(theme: Theme, desk: Desk, session: "Session", parent: QWidget) -> None:
    """Go on with a session; its passphrase is asked where it is protected."""
    if session.id == desk.session_id:
        return

    def resume() -> None:
        desk.ask(lambda notebook: notebook.sessions.resume(session.id), lambda resumed: enter_session(desk, resumed))

    _unlock(theme, desk, session, parent, resume)


def with_session_open(theme: Theme, desk: Desk, session: "Session", parent: QWidget, use: Callable[[], object]) -> None:
    """Call `use`, which asks the notebook for what it needs at once; a protected session is opened before and locked after."""

    def use_and_lock() -> None:
        use()
        _lock_soon(desk, session)

    _unlock(theme, desk, session, parent, use_and_lock)


def close_session(desk: Desk) -> None:
    """Close the session in force. Its notes are kept first: they are written when the desk leaves it."""
    session_id = desk.session_id
    if session_id is not None:
        desk.enter(None)
        soon(desk, lambda: desk.ask(lambda notebook: notebook.sessions.close(session_id)))


def enter_session(desk: Desk, session: "Session") -> None:
    """Work in a session that is open; the one before stays as it is, but locked where it is protected."""
    before = desk.session
    desk.enter(session)
    if before is not None:
        _lock_soon(desk, before)


def _unlock(theme: Theme, desk: Desk, session: "Session", parent: QWidget, then: Callable[[], object]) -> None:
    if not session.protected or session.id == desk.session_id:
        then()
        return
    from careerguide.ui.sessions.passphrase_dialog import PassphraseDialog

    dialog = PassphraseDialog(theme, desk, session, parent)
    dialog.unlocked.connect(then)
    dialog.open()


def _lock_soon(desk: Desk, session: "Session") -> None:
    """Only the session in force stays unlocked."""

    def lock() -> None:
        if session.protected and session.id != desk.session_id:
            desk.ask(lambda notebook: notebook.sessions.lock(session.id))

    soon(desk, lock)
