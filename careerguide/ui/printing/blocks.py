"""The blocks of a report as pieces of a page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from careerguide.domain.ratings import score_words
from careerguide.reports.charts import Picture
from careerguide.reports.document import (
    Block,
    BulletList,
    ChartBlock,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    QrBlock,
    Role,
    Score,
    Scores,
    Table,
    Title,
)
from careerguide.reports.qr import QUIET_ZONE, qr_matrix
from careerguide.ui.printing.ink import ACCENT, BODY, CAPTION, FACT, MUTED, PART, SECTION, SOFT, TEXT, TITLE, TRACK, font
from careerguide.ui.printing.pieces import Piece, Words, fill, height_of, paint_all, tied
from careerguide.ui.printing.tables import table_pieces

COLUMN_GAP = 220.0
_QR_SIDE = 780.0
_MOST_FACTS = 5


def pieces_of(blocks: Sequence[Block], width: float, room: float) -> list[Piece]:
    """The pieces of blocks in a column of `width`; `room` is the height of an empty page."""
    return [piece for block in blocks for piece in _block(block, width, room)]


def _block(block: Block, width: float, room: float) -> list[Piece]:
    match block:
        case Title():
            return _title(block, width)
        case Heading(text, _, minor):
            words = Words(text, font(BODY, 600) if minor else font(SECTION, 600), width, ACCENT)
            return [Piece(words.height, words.paint, gap=90 if minor else 150, keep=True)]
        case Paragraph():
            return _paragraph(block, width)
        case Facts():
            return _facts(block, width)
        case Table():
            return table_pieces(block, width)
        case ChartBlock(picture, _):
            return [_picture(picture, width, room)]
        case Scores():
            return _scores(block, width)
        case BulletList(items):
            return _bullets(items, width)
        case QrBlock():
            return [_qr(block, width)]
        case Columns():
            return _columns(block, width, room)
        case PageBreak():
            return []


def _title(title: Title, width: float) -> list[Piece]:
    words = Words(title.text, font(TITLE if title.level == 1 else PART, 700), width, ACCENT)
    pieces = [Piece(words.height, words.paint, gap=240, keep=True)]
    if title.beneath:
        beneath = Words(title.beneath, font(CAPTION), width, MUTED)
        pieces.append(Piece(beneath.height, beneath.paint, gap=20, keep=True))
    return pieces


def _paragraph(paragraph: Paragraph, width: float) -> list[Piece]:
    size, weight, colour, gap = {
        Role.BODY: (BODY, 400, TEXT, 60.0),
        Role.STRONG: (BODY, 600, TEXT, 60.0),
        Role.CAPTION: (CAPTION, 400, MUTED, 45.0),
    }[paragraph.role]
    pieces = Words(paragraph.text, font(size, weight), width, colour).pieces(gap)
    return [replace(piece, keep=True) for piece in pieces] if paragraph.role is Role.STRONG else pieces


def _facts(facts: Facts, width: float) -> list[Piece]:
    gap, inset, apart = 80.0, 80.0, 80.0
    count = min(len(facts.facts), _MOST_FACTS)
    card = (width - gap * (count - 1)) / count
    rows = []
    for first in range(0, len(facts.facts), count):
        cards = [
            (
                Words(fact.name, font(CAPTION), card - 2 * inset, MUTED),
                Words(fact.value, font(FACT, 700), card - 2 * inset, TEXT),
                Words(fact.note, font(CAPTION), card - 2 * inset, MUTED),
            )
            for fact in facts.facts[first : first + count]
        ]
        tallest = max(sum(words.height for words in one) for one in cards) + 2 * inset

        def paint(painter: QPainter, x: float, y: float, cards: Sequence[Sequence[Words]] = cards, height: float = tallest) -> None:
            for number, one in enumerate(cards):
                left, top = x + number * (card + gap), y + inset
                fill(painter, QRectF(left, y, card, height), SOFT, 60)
                for words in one:
                    words.paint(painter, left + inset, top)
                    top += words.height

        rows.append(Piece(tallest, paint, gap=130 if first == 0 else apart))
    return rows


def _picture(picture: Picture, width: float, room: float) -> Piece:
    scale = min(width / picture.width, room / picture.height)
    size = picture.width * scale, picture.height * scale

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font(BODY))  # what the picture does not say itself: no ligatures
        QSvgRenderer(QByteArray(picture.svg.encode())).render(painter, QRectF(x, y, *size))

    return Piece(size[1], paint, gap=70)


def _scores(block: Scores, width: float) -> list[Piece]:
    name = Words(block.caption, font(BODY, 600), width, TEXT)
    unit = Words(block.unit, font(CAPTION), width, MUTED)
    head = [Piece(name.height, name.paint, gap=60), Piece(unit.height, unit.paint)]
    return tied([*head, *(_score(score, width) for score in block.scores)])


def _score(score: Score, width: float) -> Piece:
    figure, thick = 260.0, 44.0
    caution = f" ({score.note})" if score.note else ""
    name = Words(f"{score.name}{caution}", font(BODY - 6), width - figure, TEXT)
    number = Words(score_words(score.score), font(BODY - 6, 600), figure, TEXT, Qt.AlignmentFlag.AlignRight)

    def paint(painter: QPainter, x: float, y: float) -> None:
        name.paint(painter, x, y)
        number.paint(painter, x + width - figure, y + name.height - number.height)
        fill(painter, QRectF(x, y + name.height + 6, width, thick), TRACK, thick / 2)
        fill(painter, QRectF(x, y + name.height + 6, max(width * score.score / 100, thick), thick), ACCENT, thick / 2)

    return Piece(name.height + thick + 6, paint, gap=45)


def _bullets(items: Sequence[str], width: float) -> list[Piece]:
    """A piece for each item; none stands alone at the foot or the head of a page."""
    last = len(items) - 1
    return [replace(_bullet(item, width), keep=number < last and number in (0, last - 1)) for number, item in enumerate(items)]


def _bullet(item: str, width: float) -> Piece:
    indent, dot = 150.0, 34.0
    words = Words(item, font(BODY), width - indent, TEXT)

    def paint(painter: QPainter, x: float, y: float) -> None:
        fill(painter, QRectF(x + 30, y + (words.line_height - dot) / 2, dot, dot), ACCENT, dot / 2)
        words.paint(painter, x + indent, y)

    return Piece(words.height, paint, gap=30)


def _qr(block: QrBlock, width: float) -> Piece:
    matrix = qr_matrix(block.address)
    modules = len(matrix) + 2 * QUIET_ZONE
    beside = width - _QR_SIDE - 100
    caption = Words(block.caption, font(BODY, 600), beside, TEXT)
    address = Words(block.address, font(CAPTION), beside, MUTED, link=block.address)

    def paint(painter: QPainter, x: float, y: float) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        side = _QR_SIDE / modules
        for row, dark in enumerate(matrix, QUIET_ZONE):
            for column, is_dark in enumerate(dark, QUIET_ZONE):
                if is_dark:
                    path.addRect(QRectF(x + column * side, y + row * side, side, side))
        painter.fillPath(path, QColor(Qt.GlobalColor.black))
        top = y + (_QR_SIDE - caption.height - address.height) / 2
        caption.paint(painter, x + _QR_SIDE + 100, top)
        address.paint(painter, x + _QR_SIDE + 100, top + caption.height)

    return Piece(_QR_SIDE, paint, gap=130)


def _columns(block: Columns, width: float, room: float) -> list[Piece]:
    """Side by side as one piece; below each other where that would be higher than a page."""
    shares = (width - COLUMN_GAP * (len(block.columns) - 1)) / sum(block.weights)
    widths = [shares * weight for weight in block.weights]
    columns = [pieces_of(column, wide, room) for column, wide in zip(block.columns, widths, strict=True)]
    tallest = max(height_of(column) for column in columns)
    if tallest > room:
        return [piece for column in block.columns for piece in pieces_of(column, width, room)]

    def paint(painter: QPainter, x: float, y: float) -> None:
        for column, wide in zip(columns, widths, strict=True):
            paint_all(column, painter, x, y)
            x += wide + COLUMN_GAP

    return [Piece(tallest, paint, gap=max(column[0].gap for column in columns if column))]
