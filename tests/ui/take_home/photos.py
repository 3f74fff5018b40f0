"""Pictures of a QR code as cameras and scanners make them."""

import random
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform

from careerguide.reports.qr import QUIET_ZONE, qr_matrix


def drawn(text: str, module: int = 6, dark: str = "#000000", light: str = "#ffffff") -> QImage:
    """The code, flat, with its quiet zone."""
    matrix = qr_matrix(text)
    side = (len(matrix) + 2 * QUIET_ZONE) * module
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(light))
    painter = QPainter(image)
    for y, row in enumerate(matrix, QUIET_ZONE):
        for x, is_dark in enumerate(row, QUIET_ZONE):
            if is_dark:
                painter.fillRect(x * module, y * module, module, module, QColor(dark))
    painter.end()
    return image


def photo(code: QImage, width: int, height: int, corners: list[tuple[float, float]], ground: str = "#8a8f96") -> QImage:
    """The code on a ground of one colour, its corners (from the upper left, clockwise) where they are said to be."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    side = code.width()
    flat = QPolygonF([QPointF(0, 0), QPointF(side, 0), QPointF(side, side), QPointF(0, side)])
    transform = QTransform.quadToQuad(flat, QPolygonF([QPointF(x, y) for x, y in corners]))
    assert transform is not None
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(transform)
    painter.drawImage(QRectF(0, 0, side, side), code)
    painter.end()
    return image


def rotated(code: QImage, degrees: float, ground: str = "#8a8f96") -> QImage:
    """The code turned about its middle."""
    side = round(code.width() * 1.5)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(side / 2, side / 2)
    painter.rotate(degrees)
    painter.drawImage(QRectF(-code.width() / 2, -code.width() / 2, code.width(), code.width()), code)
    painter.end()
    return image


def blurred(image: QImage, times: float) -> QImage:
    """As a lens out of focus: made so many times smaller, and large again."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(round(image.width() / times), round(image.height() / times), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.scaled(image.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def noisy(image: QImage, strength: int) -> QImage:
    """Every point lighter or darker by chance, up to `strength` of 255, as in bad light."""
    dice = random.Random(1)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, line = grey.width(), grey.height(), grey.bytesPerLine()
    points = bytearray(grey.constBits())
    for y in range(height):
        for place in range(y * line, y * line + width):
            points[place] = min(max(points[place] + dice.randint(-strength, strength), 0), 255)
    return QImage(bytes(points), width, height, line, QImage.Format.Format_Grayscale8).copy()


def shaded(image: QImage) -> QImage:
    """Dark at the left, bright at the right, as beside a window."""
    lit = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(lit)
    for x in range(lit.width()):
        painter.fillRect(x, 0, 1, lit.height(), QColor(0, 0, 0, round(190 * (1 - x / lit.width()))))
    painter.end()
    return lit


def in_file(image: QImage, path: Path) -> Path:
    """The picture, saved."""
    assert image.save(str(path))
    return path
