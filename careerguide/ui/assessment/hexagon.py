"""The six interests as a hexagon, each type opposite to the one least like it (Holland, 1997)."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.inventory import Scores
from careerguide.ui.theme import Theme
from careerguide.ui.tokens import CAPTION

_MOST = 40
_RINGS = (10, 20, 30, 40)
_FIRST_CORNER, _STEP = math.radians(120), math.radians(60)  # Realistic stands at the upper left, the others follow clockwise


class Hexagon(QWidget):
    """Six scores of 0–40 as a shape. Where other scores are tried, one's own remain as a dashed line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._own: Scores | None = None
        self._tried: Scores | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Your interests as a hexagon"))
        theme.changed.connect(self.updateGeometry)

    def show_scores(self, own: Scores, tried: Scores | None, sentence: str) -> None:
        """Show scores, and others that are tried; `sentence` is what a screen reader says of the picture."""
        self._own, self._tried = own, tried
        self.setAccessibleDescription(sentence)
        self.update()

    def heightForWidth(self, width: int) -> int:
        radius = self._radius(width, self._theme.px(230))
        return round(2 * radius * math.sin(_STEP)) + 2 * self._line() + 8

    def sizeHint(self) -> QSize:
        width = self._theme.px(380)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def _line(self) -> int:
        return self._theme.metrics(CAPTION, 600).lineSpacing() + 4

    def _radius(self, width: float, most: float) -> float:
        """Names stand left and right of the corners at the sides, and above and below the others."""
        names = max(self._theme.metrics(CAPTION, 600).horizontalAdvance(name) for name in map(type_name, TYPES)) + 10
        return max(min((width - 2 * names) / 2, most / 2), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._own is None:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QRectF(self.rect()).center(), self._radius(self.width(), self._theme.px(230))

        def corner(place: int, score: float) -> QPointF:
            angle, length = _FIRST_CORNER - place * _STEP, radius * score / _MOST
            return QPointF(centre.x() + length * math.cos(angle), centre.y() - length * math.sin(angle))

        def outline(scores: Scores) -> QPolygonF:
            return QPolygonF([corner(place, score) for place, score in enumerate(scores)])

        painter.setPen(QPen(QColor(tokens.line), 1))
        for ring in _RINGS:
            painter.drawPolygon(outline((ring,) * 6))
        for place in range(6):
            painter.drawLine(centre, corner(place, _MOST))
        shown = self._tried or self._own
        soft = QColor(tokens.bar)
        soft.setAlpha(70)
        painter.setBrush(soft)
        painter.setPen(QPen(QColor(tokens.bar), 2))
        painter.drawPolygon(outline(shown))
        painter.setBrush(QColor(tokens.bar))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, score in enumerate(shown):
            painter.drawEllipse(corner(place, score), 4, 4)
        if self._tried is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text), 1.5, Qt.PenStyle.DashLine))
            painter.drawPolygon(outline(self._own))
        self._paint_names(painter, [corner(place, _MOST) for place in range(6)])

    def _paint_names(self, painter: QPainter, corners: list[QPointF]) -> None:
        painter.setPen(QColor(self._theme.tokens.text))
        painter.setFont(self._theme.font(CAPTION, 600))
        middle = self.width() / 2
        line, metrics = self._line(), self._theme.metrics(CAPTION, 600)
        for place, (name, at) in enumerate(zip(map(type_name, TYPES), corners, strict=True)):
            width = metrics.horizontalAdvance(name) + 2
            if place in (2, 5):
                box = QRectF(at.x() + 7 if place == 2 else at.x() - width - 7, at.y() - line / 2, width, line)
            else:
                left = max(at.x() - width / 2, middle + 5) if place in (1, 3) else min(at.x() - width / 2, middle - width - 5)
                box = QRectF(left, at.y() - line if place in (0, 1) else at.y(), width, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
