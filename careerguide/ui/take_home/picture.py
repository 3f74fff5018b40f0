"""The take-home code as a picture to keep: the QR code, the same code to type, and what is in it."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QIODevice, QRect, QSaveFile, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QImage, QImageWriter, QPainter

from careerguide.domain.errors import OutputError
from careerguide.domain.language import translate
from careerguide.reports.qr import QUIET_ZONE, qr_matrix

GROUPS_A_LINE = 4
_MODULE = 10
_MARGIN, _LETTERS, _WORDS = 40, 30, 22  # pixels


def code_lines(code: str) -> str:
    """A code in lines of four groups."""
    groups = code.split("-")
    lines = [groups[start : start + GROUPS_A_LINE] for start in range(0, len(groups), GROUPS_A_LINE)]
    return "-\n".join("-".join(line) for line in lines)


def take_home_picture(code: str, words: str) -> QImage:
    """The picture, black on white; `words` stand beneath the code."""
    matrix = qr_matrix(code)
    side = (len(matrix) + 2 * QUIET_ZONE) * _MODULE
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPixelSize(_LETTERS)
    plain = QFont()
    plain.setPixelSize(_WORDS)
    wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
    lines = code_lines(code)
    room = QRect(0, 0, 10_000, 10_000)
    lines_width = QFontMetrics(letters).boundingRect(room, 0, lines).width()
    width = max(side, lines_width + 2 * _MARGIN)
    line_height = QFontMetrics(letters).lineSpacing() * (lines.count("\n") + 1)
    words_height = QFontMetrics(plain).boundingRect(QRect(0, 0, width - 2 * _MARGIN, 10_000), wrap, words).height()
    image = QImage(width, side + line_height + _WORDS + words_height + _MARGIN, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    left = (width - side) // 2
    for y, row in enumerate(matrix, QUIET_ZONE):
        for x, dark in enumerate(row, QUIET_ZONE):
            if dark:
                painter.fillRect(left + x * _MODULE, y * _MODULE, _MODULE, _MODULE, QColor(Qt.GlobalColor.black))
    painter.setFont(letters)
    painter.drawText(QRect((width - lines_width) // 2, side, width, line_height), 0, lines)
    painter.setFont(plain)
    painter.drawText(QRect(_MARGIN, side + line_height + _WORDS, width - 2 * _MARGIN, words_height), wrap, words)
    painter.end()
    return image


def save_png(image: QImage, path: Path) -> None:
    """Write a picture, whole or not at all. Raises `OutputError` where that cannot be."""
    file = QSaveFile(str(path))
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not (opened and QImageWriter(file, QByteArray(b"png")).write(image) and file.commit()):
        raise OutputError(
            translate("TakeHomePicture", "{0}: the picture cannot be written ({1}); choose another place.").format(
                path, file.errorString()
            )
        )
