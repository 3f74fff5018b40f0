"""The field into which a take-home code is typed or pasted."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from careerguide.domain.take_home import LONGEST_TEXT
from careerguide.ui.take_home.code_font import code_font
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import SECTION

_LINES = 3


def has_picture(mime: QMimeData) -> bool:
    """Whether what is pasted or dropped is a picture, or a file that may be one."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


class CodeField(QPlainTextEdit):
    """A few lines for a code. Tab leaves it and Enter belongs to the dialog; `picture_given(QMimeData)` says a picture came in."""

    picture_given = Signal(QMimeData)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhPreferUppercase)
        self.textChanged.connect(self._limit)
        theme.changed.connect(self._style)
        self._style()

    def canInsertFromMimeData(self, mime: QMimeData) -> bool:
        return has_picture(mime) or super().canInsertFromMimeData(mime)

    def insertFromMimeData(self, mime: QMimeData) -> None:
        if has_picture(mime):
            self.picture_given.emit(mime)
        else:
            self.insertPlainText(mime.text().strip()[: LONGEST_TEXT + 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _limit(self) -> None:
        if len(self.toPlainText()) > LONGEST_TEXT:
            cursor = self.textCursor()
            cursor.setPosition(LONGEST_TEXT)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _style(self) -> None:
        self.setFont(code_font(self._theme, SECTION))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + self._theme.px(30))
