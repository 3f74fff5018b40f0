"""Protecting a session by a passphrase, changing it, or taking it off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from careerguide.domain.errors import GuideError, WrongPassphrase
from careerguide.domain.language import translate
from careerguide.domain.notebook import Session
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.sessions.passphrase_fields import PassphraseFields, chosen_fault, no_recovery
from careerguide.ui.sessions.session_dialog import SessionDialog
from careerguide.ui.theme import Theme

if TYPE_CHECKING:
    from careerguide.db.notebook.notebook import Notebook


class ProtectDialog(SessionDialog):
    """Asks for the passphrase in force, where there is one, and for the new one. `protected` gives the session as it is now."""

    protected = Signal(Session)

    def __init__(self, theme: Theme, desk: Desk, session: Session, parent: QWidget) -> None:
        super().__init__(
            theme,
            translate("ProtectDialog", "Change the protection")
            if session.protected
            else translate("ProtectDialog", "Protect a session"),
            translate("ProtectDialog", "Change") if session.protected else translate("ProtectDialog", "Protect"),
            parent,
        )
        self._desk, self._session = desk, session
        new = (self.tr("New passphrase"), self.tr("New passphrase, once more"))
        names = (self.tr("Passphrase until now"), *new) if session.protected else new
        self.fields = PassphraseFields(*names)
        self.take_off = QCheckBox(self.tr("No passphrase any more"))
        self.take_off.setVisible(session.protected)
        self.take_off.toggled.connect(self._show_fields)
        self._warning = label(no_recovery(), "caption")
        what = self.tr(
            "All notes of “{0}” are encrypted under the passphrase, those on its saved careers too, and the client's rated skills and"
            " paused answers."
        )
        self.add(label(what.format(session.label)), self.take_off, self.fields, self._warning)
        self.fields.setFocus()
        self.settle_size()

    def _show_fields(self, taken_off: bool) -> None:
        self.fields.show_rows(1 if taken_off else 3)
        self._warning.setVisible(not taken_off)
        self.notice.hide()
        self.settle_size()

    def act(self) -> None:
        """Encrypt anew."""
        session, first = self._session, 1 if self._session.protected else 0
        passphrase = None if self.take_off.isChecked() else self.fields.text(first)
        if passphrase is not None and (fault := chosen_fault(passphrase, self.fields.text(first + 1))):
            self.say(fault)
            self.fields.try_again(first + 1 if passphrase.strip() else first)
            return
        present, in_force = self.fields.text(), session.id == self._desk.session_id

        def protect(notebook: "Notebook") -> Session:
            if session.protected:
                notebook.sessions.unlock(session.id, present)
            try:
                return notebook.sessions.protect(session.id, passphrase)
            finally:
                if not in_force:
                    notebook.sessions.lock(session.id)

        self.show_busy(True)
        self.ask(self._desk, protect, self._done)

    def _done(self, session: Session) -> None:
        self.protected.emit(session)
        self.accept()

    def show_error(self, error: GuideError) -> None:
        """The sentence, and the field that is wrong ready for another try."""
        super().show_error(error)
        if isinstance(error, WrongPassphrase):
            self.fields.try_again()
