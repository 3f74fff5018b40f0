"""How long closed sessions are kept: the choice, and forgetting those that are older."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careerguide.domain.notebook import Session, is_clock_doubtful, is_doubtful
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.combo import Combo
from careerguide.ui.pieces.labels import label
from careerguide.ui.pieces.row import Row
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog
from careerguide.ui.settings import Settings
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook


def forget_old_sessions(desk: Desk, settings: Settings) -> None:
    """Forget the closed sessions that are older than the person chose; to be called at the start and once a day.

    Not where the machine's clock may be wrong: what is forgotten cannot be had back.
    """
    days = settings.retention_days

    def forget(notebook: "Notebook") -> int:
        now = datetime.now(UTC)
        return 0 if is_clock_doubtful(notebook.sessions.all(), now) else notebook.sessions.forget_older_than(days, now)

    if days:
        desk.ask(forget, lambda _: None)


def older_than(sessions: Sequence[Session], days: int, now: datetime) -> int:
    """How many closed sessions were last used more than `days` ago."""
    old = now - timedelta(days=days)
    return sum(
        session.closed is not None and session.last_used < old and not is_doubtful(session.last_used, now) for session in sessions
    )


class _Periods(Combo):
    """Arrow keys open the list instead of walking through it: only what is picked there is a choice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        if event.key() in (key.Key_Up, key.Key_Down, key.Key_Home, key.Key_End, key.Key_PageUp, key.Key_PageDown):
            self.showPopup()
        else:
            super().keyPressEvent(event)


class RetentionChooser(QWidget):
    """A caption and the choice. `forgotten` is called with the number of sessions that a new choice has forgotten."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        settings: Settings,
        sessions: Callable[[], Sequence[Session]],
        forgotten: Callable[[int], object],
    ) -> None:
        super().__init__()
        self._theme, self._desk, self._settings = theme, desk, settings
        self._sessions, self._forgotten = sessions, forgotten
        self.choice = _Periods()
        name = self.tr("Forget closed sessions after")
        self.choice.setAccessibleName(name)
        self.choice.setToolTip(self.tr("Counted from the day a session was last used; open sessions are always kept"))
        for words, days in (
            (self.tr("Never"), 0),
            (self.tr("30 days"), 30),
            (self.tr("90 days"), 90),
            (self.tr("1 year"), 365),
            (self.tr("3 years"), 3 * 365),
        ):
            self.choice.addItem(words, days)
        self.choice.activated.connect(self._chosen)
        caption = label(name, "caption", wrap=False)
        caption.setBuddy(self.choice)
        self.setLayout(Row(caption, self.choice))
        self._show_setting()
        if settings.is_locked("retention_days"):
            self.choice.setEnabled(False)
            self.choice.setToolTip(self.tr("Set by the administrator of this computer"))

    def _show_setting(self) -> None:
        days = self._settings.retention_days
        place = self.choice.findData(days)
        if place < 0:
            self.choice.addItem(self.tr("{0} days").format(days), days)
            place = self.choice.count() - 1
        self.choice.setCurrentIndex(place)

    def _chosen(self) -> None:
        days, words = int(self.choice.currentData()), self.choice.currentText()
        number = older_than(self._sessions(), days, datetime.now(UTC)) if days else 0
        if not number:
            self._settings.retention_days = days
            return
        dialog = ConfirmDialog(
            self._theme,
            self.tr("Forget old sessions?"),
            [
                self.tr("1 closed session was last used longer ago than that ({0}).").format(words)
                if number == 1
                else self.tr("{0} closed sessions were last used longer ago than that ({1}).").format(number, words),
                self.tr("They go now, with their notes and saved careers, from the backups too. This cannot be undone."),
            ],
            self.tr("Forget for good"),
            lambda: self._set(days),
            self,
        )
        dialog.rejected.connect(self._show_setting)
        dialog.open()

    def _set(self, days: int) -> None:
        self._settings.retention_days = days
        self._desk.ask(lambda notebook: notebook.sessions.forget_older_than(days, datetime.now(UTC)), self._forgotten)
