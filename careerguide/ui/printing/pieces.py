"""What a page is filled with: pieces that know their height and paint themselves, and are never cut in two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from careerguide.ui.printing.ink import LEADING

Paint = Callable[[QPainter, float, float], None]
"""Paints at the place (x, y) of the upper left corner."""

ORPHANS = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a height, to be painted whole on one page.

    `gap` is the space above it, which falls away at the top of a page. `keep` ties it to the piece that follows, and
    `head` is painted above it where it comes first on a page (the headers of a table).
    """

    height: float
    paint: Paint
    gap: float = 0
    keep: bool = False
    head: "Piece | None" = None


class Words:
    """A text in lines of a width. `height` is that of all lines, 0 for no text; in a PDF it opens the address `link`, if any."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        link: str = "",
    ) -> None:
        self._colour = colour
        self.line_height = font.pixelSize() * LEADING
        self._layout = QTextLayout(text, font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if link:
            self._layout.setFormats([_linked(text, link)])
        self._layout.beginLayout()
        while text and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        self._layout.endLayout()
        self.count = self._layout.lineCount()
        self.height = self.count * self.line_height

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint all lines."""
        for number in range(self.count):
            self.paint_line(painter, number, x, y + number * self.line_height)

    def paint_line(self, painter: QPainter, number: int, x: float, y: float) -> None:
        """Paint one line, its text in the middle of the line's height."""
        line = self._layout.lineAt(number)
        painter.setPen(QPen(self._colour))
        line.draw(painter, QPointF(x, y + (self.line_height - line.height()) / 2))

    def pieces(self, gap: float) -> list[Piece]:
        """A piece a line, tied so that no line stands alone on a page."""
        made = []
        for number in range(self.count):
            tied = number < self.count - 1 and (number < ORPHANS - 1 or number >= self.count - ORPHANS)

            def paint(painter: QPainter, x: float, y: float, number: int = number) -> None:
                self.paint_line(painter, number, x, y)

            made.append(Piece(self.line_height, paint, gap if number == 0 else 0, keep=tied))
        return made


def _linked(text: str, address: str) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setAnchor(True)
    style.setAnchorHref(address)
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, len(text), style
    return whole


def height_of(pieces: Sequence[Piece]) -> float:
    """The height of pieces below each other, without the gap above the first."""
    return sum(piece.height + (piece.gap if number else 0) for number, piece in enumerate(pieces))


def paint_all(pieces: Sequence[Piece], painter: QPainter, x: float, y: float) -> None:
    """Paint pieces below each other."""
    for number, piece in enumerate(pieces):
        y += piece.gap if number else 0
        piece.paint(painter, x, y)
        y += piece.height


def tied(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of which none is parted from the one after it."""
    return [replace(piece, keep=True) for piece in pieces[:-1]] + list(pieces[-1:])


def fill(painter: QPainter, place: QRectF, colour: QColor, radius: float = 0) -> None:
    """A filled rectangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if radius:
        painter.drawRoundedRect(place, radius, radius)
    else:
        painter.drawRect(place)
