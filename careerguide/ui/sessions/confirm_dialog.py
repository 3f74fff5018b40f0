"""Asking before something is gone for good."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from careerguide.ui.pieces.labels import label
from careerguide.ui.sessions.session_dialog import SessionDialog
from careerguide.ui.theme import Theme


class ConfirmDialog(SessionDialog):
    """Says what will be done; Cancel has the keyboard, so that Enter alone does no harm."""

    def __init__(
        self, theme: Theme, title: str, sentences: list[str], action: str, then: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(theme, title, action, parent)
        self._then = then
        self.add(*(label(sentence) for sentence in sentences))
        self.action.setDefault(False)
        self.action.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.settle_size()

    def act(self) -> None:
        """Go on."""
        self.accept()
        self._then()
