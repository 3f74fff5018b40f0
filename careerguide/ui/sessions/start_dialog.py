"""Starting a session: a label of the counselor's choosing, and a passphrase where the notes are to be protected."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from careerguide.domain.language import translate
from careerguide.domain.notebook import LONGEST_NAME, Session
from careerguide.ui.desk import Desk
from careerguide.ui.pieces.labels import label
from careerguide.ui.sessions.flows import enter_session
from careerguide.ui.sessions.passphrase_fields import PassphraseFields, chosen_fault, no_recovery
from careerguide.ui.sessions.session_dialog import SessionDialog, captioned
from careerguide.ui.theme import Theme


def start_session(theme: Theme, desk: Desk, parent: QWidget) -> None:
    """Ask for the label of a new session, and work in it."""
    dialog = StartDialog(theme, desk, parent)
    dialog.started.connect(lambda session: enter_session(desk, session))
    dialog.open()


def next_label(pattern: str, labels: Iterable[str]) -> str:
    """`pattern` (“Client {0}”) with the number after the highest one that a label has."""
    numbered = re.compile(re.escape(pattern).replace(re.escape("{0}"), r"(\d{1,9})"))
    numbers = [int(found[1]) for text in labels if (found := numbered.fullmatch(text.strip()))]
    return pattern.format(max(numbers, default=0) + 1)


class StartDialog(SessionDialog):
    """`started` gives the new session."""

    started = Signal(Session)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            theme,
            translate("StartDialog", "Start a session"),
            translate("StartDialog", "Start"),
            parent,
        )
        self._desk = desk
        self.label = QLineEdit()
        self.label.setMaxLength(LONGEST_NAME)
        self.protect = QCheckBox(self.tr("Protect the notes with a passphrase"))
        self.protect.toggled.connect(self._show_protection)
        self._warning = label(no_recovery(), "caption")
        self.passphrase = PassphraseFields(self.tr("Passphrase"), self.tr("Passphrase, once more"))
        self.add(
            captioned(self.tr("Label"), self.label),
            label(self.tr("A number or a word that tells you who it is; it need not be a name. Clients do not see it."), "caption"),
            self.protect,
            self.passphrase,
            self._warning,
        )
        self._show_protection(on=False)
        self.label.setFocus()
        self.ask(desk, lambda notebook: notebook.sessions.all(), self._suggest)

    def _suggest(self, sessions: tuple[Session, ...]) -> None:
        if not self.label.isModified():
            self.label.setText(next_label(self.tr("Client {0}"), (session.label for session in sessions)))
            self.label.selectAll()

    def _show_protection(self, on: bool) -> None:
        self.passphrase.setVisible(on)
        self._warning.setVisible(on)
        if on:
            self.passphrase.setFocus()
        self.notice.hide()
        self.settle_size()

    def act(self) -> None:
        """Start it."""
        text, passphrase = self.label.text().strip(), self.passphrase.text() if self.protect.isChecked() else None
        if not text:
            self.say(self.tr("Type a label, such as a number."))
            self.label.setFocus()
            return
        if passphrase is not None and (fault := chosen_fault(passphrase, self.passphrase.text(1))):
            self.say(fault)
            self.passphrase.try_again(1 if passphrase.strip() else 0)
            return
        self.show_busy(True)
        self.ask(self._desk, lambda notebook: notebook.sessions.start(text, passphrase), self._begin)

    def _begin(self, session: Session) -> None:
        self.started.emit(session)
        self.accept()
