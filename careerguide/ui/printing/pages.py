"""A report laid out in pages, and a page painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from careerguide.domain.language import day_words, translate
from careerguide.reports.document import Block, Document, PageBreak
from careerguide.reports.logo import Logo
from careerguide.ui.printing.blocks import pieces_of
from careerguide.ui.printing.ink import CAPTION, LINE, MUTED, TEXT, font
from careerguide.ui.printing.paper import BOTTOM, SIDE, TOP, Paper, sheet
from careerguide.ui.printing.pieces import Piece, Words, fill, height_of

Report = Callable[[float], None]
"""Told how much is done, 0–1; it may raise to stop."""

_BELOW_HEAD, _ABOVE_FOOT, _RULE = 170.0, 120.0, 6.0
_LOGO_HIGH, _LOGO_WIDE = 290.0, 1300.0

SCALES = (1.0, 0.95, 0.9, 0.86)
"""Where a part of a report leaves its last page partly empty, it is set smaller by these factors, if that saves the page."""

LITTLE = 0.8
"""How much of its last page a part may fill for that."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with its distance from the top of the page's content."""

    piece: Piece
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, in units of its own `scale`."""

    scale: float
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A report in pages, to be painted on any device by the thread that laid it out: Qt keeps fonts apart by thread.

    `width` and `height` are those of a sheet.
    """

    document: Document
    paper: Paper
    width: float
    height: float
    head: Piece
    pages: tuple[Page, ...]


def lay_out(document: Document, paper: Paper, report: Report) -> LaidOut:
    """Break a report into pages."""
    width, height = sheet(paper)
    body = width - 2 * SIDE
    head = _head(document, body)
    room = height - BOTTOM - CAPTION * 1.4 - _ABOVE_FOOT - (TOP + head.height + _BELOW_HEAD)
    chapters = _chapters(document.blocks)
    pages: list[Page] = []
    for number, blocks in enumerate(chapters):
        report(number / len(chapters))
        pages += _fitted(blocks, body, room)
    return LaidOut(document, paper, width, height, head, tuple(pages))


def _chapters(blocks: Sequence[Block]) -> list[list[Block]]:
    """The parts of a report that each begin a new page."""
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            chapters.append([])
        else:
            chapters[-1].append(block)
    return [chapter for chapter in chapters if chapter]


def _fitted(blocks: Sequence[Block], width: float, room: float) -> list[Page]:
    """A part in as few pages as any of the scales allows, in the largest that does."""
    best: list[Page] = []
    for scale in SCALES:
        pages = paginate(pieces_of(blocks, width / scale, room / scale), room / scale)
        if not best or len(pages) < len(best):
            best = [Page(scale, placed) for placed in pages]
        last = best[-1].placed[-1]
        if len(best) == 1 or (last.y + last.piece.height) * best[-1].scale > LITTLE * room:
            break
    return best


def paginate(pieces: Sequence[Piece], room: float) -> list[tuple[Placed, ...]]:
    """Fill pages of the height `room`: what is tied stays together unless it is higher than a page."""
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for group in _groups(pieces):
        whole = height_of(group)
        head = group[0].head
        together = whole + (head.height if head is not None else 0) <= room
        for number, piece in enumerate(group):
            needed = whole if number == 0 and together else piece.height
            if pages[-1] and y + piece.gap + needed > room:
                pages.append([])
                y = 0.0
                if piece.head is not None:
                    pages[-1].append(Placed(piece.head, 0))
                    y = piece.head.height
            elif pages[-1]:
                y += piece.gap
            pages[-1].append(Placed(piece, y))
            y += piece.height
    return [tuple(page) for page in pages]


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if not piece.keep:
            groups.append([])
    return [group for group in groups if group]


def paint_page(painter: QPainter, laid: LaidOut, number: int) -> None:
    """Paint a page by its number from 0; the painter's unit is a tenth of a point, its origin the corner of the sheet."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    laid.head.paint(painter, SIDE, TOP)
    page = laid.pages[number]
    painter.save()
    painter.translate(SIDE, TOP + laid.head.height + _BELOW_HEAD)
    painter.scale(page.scale, page.scale)
    for placed in page.placed:
        placed.piece.paint(painter, 0, placed.y)
    painter.restore()
    _paint_foot(painter, laid, number)


def _head(document: Document, width: float) -> Piece:
    """The centre with its logo, the person at the right, and a line beneath."""
    logo = _logo(document.logo) if document.logo is not None else None
    beside = logo[0] + 110 if logo is not None else 0.0
    named = document.centre or translate("Printing", "Career Guide")
    centre = Words(named, font(CAPTION + 8, 600), width * 0.62 - beside, TEXT)
    person = translate("Printing", "For {0}").format(document.person) if document.person else ""
    right = Words(person, font(CAPTION + 8), width * 0.34, TEXT, Qt.AlignmentFlag.AlignRight)
    tallest = max(centre.height, right.height, _LOGO_HIGH if logo is not None else 0.0)

    def paint(painter: QPainter, x: float, y: float) -> None:
        if logo is not None:
            logo[1](painter, x, y + (tallest - logo[2]) / 2)
        centre.paint(painter, x + beside, y + (tallest - centre.height) / 2)
        right.paint(painter, x + width * 0.66, y + (tallest - right.height) / 2)
        fill(painter, QRectF(x, y + tallest + 50, width, _RULE), LINE)

    return Piece(tallest + 50 + _RULE, paint)


def _logo(logo: Logo) -> tuple[float, Callable[[QPainter, float, float], None], float] | None:
    """Width of a logo at the head, how it is painted, and its height; None where Qt cannot read it after all."""
    if logo.media_type == "image/svg+xml":
        renderer = QSvgRenderer(QByteArray(logo.data))
        size = renderer.defaultSize()
    else:
        image = QImage.fromData(logo.data)
        size = image.size()
    if size.isEmpty():
        return None
    scale = min(_LOGO_HIGH / size.height(), _LOGO_WIDE / size.width())
    wide, high = size.width() * scale, size.height() * scale

    def paint(painter: QPainter, x: float, y: float) -> None:
        if logo.media_type == "image/svg+xml":
            renderer.render(painter, QRectF(x, y, wide, high))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(x, y, wide, high), image)

    return wide, paint, high


def _paint_foot(painter: QPainter, laid: LaidOut, number: int) -> None:
    width = laid.width - 2 * SIDE
    page = translate("Printing", "Page {0} of {1}").format(number + 1, len(laid.pages))
    style = font(CAPTION - 6)
    right = Words(f"{day_words(laid.document.made)} · {page}", style, width * 0.34, MUTED, Qt.AlignmentFlag.AlignRight)
    left = Words(laid.document.sources, style, width * 0.64, MUTED)
    y = laid.height - BOTTOM - left.line_height
    fill(painter, QRectF(SIDE, y - 50, width, _RULE), LINE)
    left.paint(painter, SIDE, y)
    right.paint(painter, SIDE + width * 0.66, y)
