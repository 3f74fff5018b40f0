"""The answers to an activity beside each other, or one beneath the other where there is not enough width."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from careerguide.domain.inventory import Anchor
from careerguide.ui.assessment.answer_button import AnswerButton
from careerguide.ui.theme import Theme


class AnswerScale(QWidget):
    """The answers of an inventory as buttons. `answered` gives the value of the one that was pressed.

    `turned` tells that they stand differently now.
    """

    answered = Signal(int)
    turned = Signal()

    def __init__(self, theme: Theme, anchors: Sequence[Anchor]) -> None:
        super().__init__()
        self._theme = theme
        self._values = [anchor.value for anchor in anchors]
        most = max(len(anchors) - 1, 1)
        self.buttons = [
            AnswerButton(theme, anchor.label, anchor.face, 2 * place / most - 1, place + 1) for place, anchor in enumerate(anchors)
        ]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(self.buttons):
            self._row.addWidget(button, 1)
            button.clicked.connect(lambda _=False, place=place: self.answer(place))
            button.stepped.connect(lambda step, place=place: self._step(place + step))
        theme.changed.connect(self._turn)
        self._turn()

    @property
    def flat(self) -> bool:
        """Whether the answers stand one beneath the other."""
        return self.buttons[0].flat

    def answer(self, place: int) -> None:
        """Give the answer at a place from 0; a place that has none is passed over."""
        if 0 <= place < len(self.buttons):
            self.answered.emit(self._values[place])

    def show_answer(self, value: int | None) -> None:
        """Show which answer was given, None for none."""
        for exclusive in (False, True):  # of buttons that exclude each other, one is always left checked
            for each, button in zip(self._values, self.buttons, strict=True):
                button.setAutoExclusive(exclusive)
                button.setChecked(each == value)

    def take_focus(self) -> None:
        """Give the focus to the answer that was given, otherwise to the first one."""
        by_mouse = any(button.hasFocus() and not button.ring for button in self.buttons)
        reason = Qt.FocusReason.MouseFocusReason if by_mouse else Qt.FocusReason.OtherFocusReason
        next((button for button in self.buttons if button.isChecked()), self.buttons[0]).setFocus(reason)

    def _step(self, place: int) -> None:
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        gap = self._theme.px(4)
        needed = max(button.label_width() for button in self.buttons) + self._theme.px(20)
        flat = self.width() < len(self.buttons) * (needed + gap)
        self._row.setSpacing(gap)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if flat else QBoxLayout.Direction.LeftToRight)
        if flat is not self.flat:
            for button in self.buttons:
                button.flat = flat
                button.updateGeometry()
            self._row.invalidate()
            self.turned.emit()
