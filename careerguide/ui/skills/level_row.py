"""One skill or knowledge area: name, meaning, a scale of eight steps to choose one's own level on, and examples of three of them."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from careerguide.domain.own_skills import HIGHEST_LEVEL, Element
from careerguide.ui.skills.words import element_name, level_words
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import BODY, CAPTION

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_NOT_RATED = -1
_STEPS = range(_NOT_RATED, HIGHEST_LEVEL + 1)
_GAP = 4


class LevelRow(QSlider):
    """A slider whose lowest step is “not rated”. `level_chosen` gives element ID and level (None for not rated) when a person changes it.

    Arrow keys go a step, the digits choose a level, Delete takes the rating back.
    """

    level_chosen = Signal(str, object)

    def __init__(self, theme: Theme, element: Element, anchors: Mapping[int, str]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.element = element
        self._theme, self._anchors = theme, anchors
        self._parts_at: dict[int, tuple[int, int, list[int]]] = {}
        self.setRange(_NOT_RATED, HIGHEST_LEVEL)
        self.setPageStep(2)
        self.setValue(_NOT_RATED)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        examples = " ".join(self.tr("{0}: {1}.").format(level, text) for level, text in anchors.items())
        self.setAccessibleDescription(f"{element.meaning} {examples}")
        self.setToolTip(self.tr("Keys 0 to 7 choose a level, Delete takes it back"))
        self.valueChanged.connect(self._changed)
        theme.changed.connect(self._measure_anew)
        self._name_it()

    @property
    def level(self) -> int | None:
        """The level chosen, None for not rated."""
        return None if self.value() == _NOT_RATED else self.value()

    def show_level(self, level: int | None) -> None:
        """Show a level that is kept already."""
        self.blockSignals(True)
        self.setValue(_NOT_RATED if level is None else level)
        self.blockSignals(False)
        self._name_it()
        self.update()

    def _changed(self) -> None:
        self._name_it()
        self.update()
        self.level_chosen.emit(self.element.element_id, self.level)

    def _name_it(self) -> None:
        self.setAccessibleName(f"{element_name(self.element)}, {level_words(self.level, self._anchors)}")

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if 0 <= digit <= HIGHEST_LEVEL and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.setValue(digit)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(_NOT_RATED)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event.position().toPoint())
        if step is not None and event.button() is Qt.MouseButton.LeftButton:
            self.setValue(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._step_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the page

    def step_rect(self, level: int | None) -> QRect:
        """Where the step of a level is, None for that of “not rated”."""
        return self._steps(self.width())[_STEPS.index(_NOT_RATED if level is None else level)]

    def _step_at(self, place: QPoint) -> int | None:
        for step, rect in zip(_STEPS, self._steps(self.width()), strict=True):
            if rect.adjusted(-_GAP // 2, -_GAP, _GAP // 2, _GAP).contains(place):
                return step
        return None

    # How it looks

    def _measure_anew(self) -> None:
        self._parts_at.clear()
        self.updateGeometry()
        self.update()

    def _margin(self) -> int:
        return self._theme.px(12)

    def _text_width(self, width: int) -> int:
        return max(width - 2 * self._margin(), 60)

    def _heading(self) -> str:
        return element_name(self.element)

    @staticmethod
    def _high(metrics: QFontMetrics, width: int, text: str) -> int:
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()

    def _parts(self, width: int) -> tuple[int, int, list[int]]:
        """Heights of the name, the meaning and the examples; measured once a width, since painting and pressing ask, too."""
        if width not in self._parts_at:
            self._parts_at[width] = self._measured(width)
        return self._parts_at[width]

    def _measured(self, width: int) -> tuple[int, int, list[int]]:
        room, caption = self._text_width(width), self._theme.metrics(CAPTION)
        name = self._high(self._theme.metrics(BODY, 600), room, self._heading())
        meaning = self._high(caption, room, self.element.meaning)
        indent = self._indent()
        return name, meaning, [self._high(caption, room - indent, text) for text in self._anchors.values()]

    def _indent(self) -> int:
        return self._theme.px(20)

    def _steps_top(self, width: int) -> int:
        name, meaning, _ = self._parts(width)
        return self._margin() + name + 2 + meaning + self._theme.px(8)

    def _steps(self, width: int) -> list[QRect]:
        room, number = self._text_width(width), len(_STEPS)
        across = (room - _GAP * (number - 1)) / number
        top, high = self._steps_top(width), self._theme.px(34)
        lefts = [self._margin() + round(place * (across + _GAP)) for place in range(number)]
        return [QRect(left, top, round(across), high) for left in lefts]

    def heightForWidth(self, width: int) -> int:
        examples = sum(self._parts(width)[2])
        return self._steps_top(width) + self._theme.px(34) + self._theme.px(8) + examples + self._margin()

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self._theme.px(460)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, px, width = self._theme.tokens, self._theme.px, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name, meaning, examples = self._parts(width)
        left, top, room = self._margin(), self._margin(), self._text_width(width)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._theme.font(BODY, 600))
        painter.drawText(QRect(left, top, room, name), _WRAP, self._heading())
        painter.setPen(QColor(tokens.muted))
        painter.setFont(self._theme.font(CAPTION))
        painter.drawText(QRect(left, top + name + 2, room, meaning), _WRAP, self.element.meaning)
        self._paint_steps(painter)
        top = self._steps_top(width) + px(34) + px(8)
        for (level, text), high in zip(self._anchors.items(), examples, strict=True):
            chosen = level == self.level
            painter.setPen(QColor(tokens.text if chosen else tokens.muted))
            painter.setFont(self._theme.font(CAPTION, 600))
            painter.drawText(QRect(left, top, self._indent(), high), _WRAP, str(level))
            painter.setFont(self._theme.font(CAPTION, 400))
            painter.drawText(QRect(left + self._indent(), top, room - self._indent(), high), _WRAP, text)
            top += high
        if not self.hasFocus():
            painter.setPen(QColor(tokens.line))
            painter.drawLine(left, self.height() - 1, width - left, self.height() - 1)

    def _paint_steps(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._theme.font(CAPTION, 600))
        for step, rect in zip(_STEPS, self._steps(self.width()), strict=True):
            chosen, reached = step == self.value(), _NOT_RATED < step < self.value()
            filled = chosen and step != _NOT_RATED
            painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.muted), 2 if chosen else 1))
            painter.setBrush(QColor(tokens.accent if filled else tokens.accent_soft if chosen or reached else tokens.surface))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(QColor(tokens.on_accent if filled else tokens.text))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "–" if step == _NOT_RATED else str(step))
