"""Tables on paper: columns as wide as their words ask for, rows that are never cut, headers again on every page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from careerguide.reports.document import Table
from careerguide.ui.printing.ink import BODY, CAPTION, LINE, MUTED, TEXT, font
from careerguide.ui.printing.pieces import Piece, Words, fill

_APART, _PADDING, _RULE = 120.0, 28.0, 5.0
_CELL = BODY - 6


def table_pieces(table: Table, width: float) -> list[Piece]:
    """A piece for the caption, the headers, and each row."""
    widths = column_widths(table, width)
    head = _row(table, table.headers, widths, is_head=True)
    rows = [replace(_row(table, row, widths, is_head=False), head=head) for row in table.rows]
    pieces = [replace(head, keep=True), *rows]
    if table.caption:
        words = Words(table.caption, font(_CELL, 600), width, TEXT)
        pieces.insert(0, Piece(words.height, words.paint, gap=90, keep=True))
    return pieces


def column_widths(table: Table, width: float) -> list[float]:
    """Widths that share out `width`: every column gets what its words need where there is room, else no less than its longest
    word, as long as that is possible, and more the more it has to say."""
    body, head = QFontMetricsF(font(_CELL)), QFontMetricsF(font(CAPTION, 600))
    wanted, least = [], []
    for column, header in enumerate(table.headers):
        cells = [row[column] for row in table.rows]
        wanted.append(_APART + max(head.horizontalAdvance(header), *map(body.horizontalAdvance, cells), 0))
        words = [word for cell in cells for word in cell.split()]
        least.append(_APART + max(*map(head.horizontalAdvance, header.split()), *map(body.horizontalAdvance, words), 0, 0))
    spare = width - sum(wanted)
    if spare >= 0:
        grows = [0] if table.figures else range(len(wanted))
        return [one + spare / len(grows) if column in grows else one for column, one in enumerate(wanted)]
    room = width - sum(least)
    if room <= 0:
        return [one * width / sum(least) for one in least]
    more = sum(wanted) - sum(least)
    return [low + room * (high - low) / more for low, high in zip(least, wanted, strict=True)]


def _row(table: Table, cells: Sequence[str], widths: Sequence[float], *, is_head: bool) -> Piece:
    style, colour = (font(CAPTION, 600), MUTED) if is_head else (font(_CELL), TEXT)
    words: list[Words] = []
    for column, (text, width) in enumerate(zip(cells, widths, strict=True)):
        align = Qt.AlignmentFlag.AlignRight if column in table.figures else Qt.AlignmentFlag.AlignLeft
        words.append(Words(text, style, width - (_APART if column < len(widths) - 1 else 0), colour, align))
    tallest = max(one.height for one in words)

    def paint(painter: QPainter, x: float, y: float) -> None:
        left = x
        for one, width in zip(words, widths, strict=True):
            one.paint(painter, left, y + _PADDING + (tallest - one.height if is_head else 0))
            left += width
        fill(painter, QRectF(x, y + tallest + 2 * _PADDING - _RULE, sum(widths), _RULE), LINE)

    return Piece(tallest + 2 * _PADDING, paint)
