"""Fields for a passphrase: hidden letters that can be shown, and nothing that hinders a password manager or pasting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from careerguide.domain.language import translate
from careerguide.ui.sessions.session_dialog import captioned


def no_recovery() -> str:
    """What is said wherever a passphrase is chosen."""
    return translate(
        "PassphraseFields",
        "There is no way back: if the passphrase is forgotten, nobody can read the notes again. Several words are easier to keep in"
        " mind than one, and harder to guess.",
    )


class PassphraseFields(QWidget):
    """One field a name, all shown or hidden by one check box."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.fields: list[QLineEdit] = []
        self._rows: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name in names:
            field = QLineEdit()
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
            self.fields.append(field)
            self._rows.append(captioned(name, field))
            column.addWidget(self._rows[-1])
        self.show_letters = QCheckBox(self.tr("Show the letters"))
        self.show_letters.toggled.connect(self._show)
        column.addWidget(self.show_letters)
        self.setFocusProxy(self.fields[0])

    def show_rows(self, number: int) -> None:
        """Show only the first fields."""
        for place, row in enumerate(self._rows):
            row.setVisible(place < number)

    def _show(self, shown: bool) -> None:
        for field in self.fields:
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def text(self, place: int = 0) -> str:
        """What stands in a field, exactly as typed."""
        return self.fields[place].text()

    def try_again(self, place: int = 0) -> None:
        """Put the keyboard into a field, with what stands there selected."""
        self.fields[place].setFocus()
        self.fields[place].selectAll()


def chosen_fault(passphrase: str, again: str) -> str:
    """What is wrong with a passphrase that was typed twice, “” where nothing is."""
    if not passphrase.strip():
        return translate("PassphraseFields", "Type a passphrase.")
    if passphrase != again:
        return translate("PassphraseFields", "The two passphrases are not the same; type them again.")
    return ""
