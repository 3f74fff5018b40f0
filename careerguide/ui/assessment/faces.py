"""The faces of the answers, drawn by their mood. A face is told from the next by its mouth and brows, never by colour alone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def paint_face(painter: QPainter, box: QRectF, mood: float, line: str, ground: str) -> None:
    """Paint a round face into a square. `mood` goes from −1 (a deep frown) to 1 (beaming); colours are #RRGGBB."""
    side = box.width()
    ink = QPen(QColor(line), max(side / 16, 1.5))
    ink.setCapStyle(Qt.PenCapStyle.RoundCap)
    ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(ink)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(box.adjusted(side * 0.05, side * 0.05, -side * 0.05, -side * 0.05))

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + side * x, box.top() + side * y)

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(line))
    for x in (0.35, 0.65):
        painter.drawEllipse(at(x, 0.41), side * 0.05, side * 0.06)
    painter.setPen(ink)
    painter.setBrush(QColor(line) if mood > 0.9 else Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(mood, at))
    if mood < -0.9:
        painter.drawLine(at(0.24, 0.31), at(0.4, 0.26))
        painter.drawLine(at(0.76, 0.31), at(0.6, 0.26))


def _mouth(mood: float, at: Callable[[float, float], QPointF]) -> QPainterPath:
    """A curve whose ends go down or up with the mood; the brightest one is an open mouth."""
    ends = 0.67 - 0.09 * mood
    path = QPainterPath(at(0.3, ends))
    path.quadTo(at(0.5, 0.67 + 0.21 * mood), at(0.7, ends))
    if mood > 0.9:
        path.closeSubpath()
    return path
