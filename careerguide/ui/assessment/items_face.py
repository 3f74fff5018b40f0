"""One activity at a time: how much would you like it? By keys 1 to 5, mouse or touch, with a way back and a break at any time."""

import time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from careerguide.domain.inventory import Inventory
from careerguide.ui.assessment.answer_scale import AnswerScale
from careerguide.ui.assessment.sitting import Sitting
from careerguide.ui.pieces.labels import label, set_role
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import FACT, TITLE


class ItemsFace(QWidget):
    """Asks the activities of a sitting. `changed` tells that an answer was given, `round_over` that none is left to ask.

    `pause_pressed` asks for a break.
    """

    changed = Signal()
    round_over = Signal()
    pause_pressed = Signal()

    def __init__(self, theme: Theme, inventory: Inventory) -> None:
        super().__init__()
        self._theme = theme
        self._sitting: Sitting | None = None
        self._shown_at = 0.0
        self._texts = [item.text for item in inventory.form(short=False)]
        self._number = label("", "caption", wrap=False)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._pause = self._button(self.tr("Pause"), self.pause_pressed.emit)
        self._pause.setToolTip(self.tr("Keeps your answers. Go on whenever you like."))
        self._activity = label("", "title")
        self._activity.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._question = label(self.tr("How much would you like it?"))
        self._question.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.scale = AnswerScale(theme, inventory.anchors)
        self.scale.answered.connect(self._answer)
        self.scale.turned.connect(self._fit)
        self._back = self._button(self.tr("Back"), self._go_back)
        self._back.setAccessibleName(self.tr("Back to the activity before"))
        self._back.setToolTip(self.tr("To the activity before (Backspace)"))
        self._skip = self._button(self.tr("Skip"), self._go_on)
        self._skip.setToolTip(self.tr("Go on without an answer. It is asked again at the end."))
        keys = len(inventory.anchors)
        self._hint = label(self.tr("Keys 1 to {0} answer, Backspace goes back.").format(keys), "caption")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        theme.changed.connect(self._fit)

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(call)
        return button

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._number)
        column.addWidget(self._progress)
        column.addStretch(2)
        column.addWidget(self._activity)
        column.addWidget(self._question)
        column.addWidget(self.scale)
        column.addWidget(self._hint)
        column.addStretch(3)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._pause)
        foot.addStretch(1)
        foot.addWidget(self._skip)
        column.addLayout(foot)

    # Showing

    @property
    def sitting(self) -> Sitting | None:
        """What is being answered."""
        return self._sitting

    def ask(self, sitting: Sitting) -> None:
        """Ask what is in front of a sitting, with the focus on the answers."""
        self._sitting = sitting
        self._progress.setRange(0, len(sitting.form))
        self._fit()
        self._show()

    def _show(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        if sitting.item is None:
            self.round_over.emit()
            return
        place = self.tr("Activity {0} of {1}").format(sitting.number, len(sitting.form))
        self._number.setText(place)
        self._progress.setValue(sitting.number - 1)
        self._progress.setAccessibleName(place)
        self._activity.setText(sitting.item.text)
        self.scale.show_answer(sitting.answer_in_front)
        self._back.setEnabled(not sitting.is_first)
        spoken = f"{place}: {sitting.item.text}. {self._question.text()}"
        self.scale.setAccessibleName(spoken)
        self._shown_at = time.monotonic()
        self.scale.take_focus()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _fit(self) -> None:
        """Room for the longest activity, so that nothing below moves from one to the next; less of it where room is scarce."""
        set_role(self._activity, "fact" if self.scale.flat else "title")
        self._hint.setVisible(not self.scale.flat)
        self._column.setSpacing(6 if self.scale.flat else 14)
        room = max(self._activity.width(), self._theme.px(200))
        metrics = self._theme.metrics(FACT if self.scale.flat else TITLE, 700)
        flags = int(Qt.TextFlag.TextWordWrap)
        highest = max(metrics.boundingRect(0, 0, room, 10_000, flags, text).height() for text in self._texts)
        self._activity.setMinimumHeight(highest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Answering

    def _answer(self, value: int) -> None:
        if self._sitting is not None:
            self._sitting.answer(value, time.monotonic() - self._shown_at)
            self.changed.emit()
            self._show()

    def _go_back(self) -> None:
        if self._sitting is not None and not self._sitting.is_first:
            self._sitting.back()
            self._show()

    def _go_on(self) -> None:
        if self._sitting is not None:
            self._sitting.skip()
            self._show()

    def event(self, event: QEvent) -> bool:
        """Within the activities, the keys for “back” go to the activity before, not to the page before."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _means_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _means_back(event):
            self._go_back()
        elif event.text() and event.text() in "123456789" and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.scale.answer(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)


def _means_back(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Backspace:
        return event.modifiers() == Qt.KeyboardModifier.NoModifier
    return event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier
