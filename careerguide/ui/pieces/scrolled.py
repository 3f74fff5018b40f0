"""Content that scrolls up and down where there is not enough room, never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

RING = 2
"""Pixels around a scroll area that Tab reaches, kept free for what shows the focus."""


def scrolled(content: QWidget) -> QScrollArea:
    """A scroll area around `content`, without a frame, that Tab passes over unless it is given a focus policy."""
    content.setObjectName("column")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def reached_by_tab(area: QAbstractScrollArea, name: str) -> None:
    """Let Tab stop at a scroll area of this name, so that keys scroll it. There is always room for the ring that shows it."""
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setFrameShape(QFrame.Shape.Box)
    area.setProperty("role", "reached")
    area.setAccessibleName(name)
