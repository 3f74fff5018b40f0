"""Asking for the passphrase of a protected session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careerguide.domain.errors import GuideError
from careerguide.domain.language import translate
from careerguide.domain.notebook import Session
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.sessions.passphrase_fields import PassphraseFields
from careerguide.ui.sessions.session_dialog import SessionDialog
from careerguide.ui.theme import Theme


class PassphraseDialog(SessionDialog):
    """`unlocked` tells that the session can be read now."""

    unlocked = Signal()

    def __init__(self, theme: Theme, desk: Desk, session: Session, parent: QWidget) -> None:
        super().__init__(
            theme,
            translate("PassphraseDialog", "Open a protected session"),
            translate("PassphraseDialog", "Open"),
            parent,
        )
        self._desk, self._session = desk, session
        self.passphrase = PassphraseFields(self.tr("Passphrase"))
        self.add(label(self.tr("“{0}” is protected by a passphrase.").format(session.label)), self.passphrase)
        self.passphrase.setFocus()
        self.settle_size()

    def act(self) -> None:
        """Try the passphrase."""
        session_id, passphrase = self._session.id, self.passphrase.text()
        self.show_busy(True)
        self.ask(self._desk, lambda notebook: notebook.sessions.unlock(session_id, passphrase), lambda _: self._open())

    def _open(self) -> None:
        self.unlocked.emit()
        self.accept()

    def show_error(self, error: GuideError) -> None:
        """The sentence, and the field ready for another try."""
        super().show_error(error)
        self.passphrase.try_again()
