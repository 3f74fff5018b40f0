"""The QR code on the screen, read back as a phone's camera would."""

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.reports.qr import QUIET_ZONE, qr_matrix
from careerguide.ui.pieces.qr_code import SMALLEST_MODULE, QrCode
from careerguide.ui.theme import Mode, Theme

ADDRESS = "https://www.mynextmove.org/profile/summary/33-3051.04"


def shown(qtbot: QtBot, qapp: QApplication, mode: Mode) -> QrCode:
    code = QrCode(Theme(qapp, mode))
    qtbot.addWidget(code)
    code.show_text(ADDRESS, "QR code of this career")
    code.show()
    return code


def grabbed(code: QrCode) -> QImage:
    return code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_camera_reads_it_in_both_themes_at_every_size(qtbot: QtBot, qapp: QApplication, mode: Mode) -> None:
    code = shown(qtbot, qapp, mode)
    for size in (code.minimumSizeHint(), code.sizeHint()):
        code.resize(size)
        assert [found.text for found in zxingcpp.read_barcodes(grabbed(code))] == [ADDRESS]
    code.resize(500, 260)
    assert [found.text for found in zxingcpp.read_barcodes(grabbed(code))] == [ADDRESS]


def test_it_is_black_on_white_with_a_quiet_zone_in_the_dark_too(qtbot: QtBot, qapp: QApplication) -> None:
    code = shown(qtbot, qapp, Mode.DARK)
    code.resize(code.minimumSizeHint())
    image = code.grab().toImage()
    edge = QUIET_ZONE * SMALLEST_MODULE
    assert {image.pixelColor(x, y).name() for x in range(edge) for y in range(image.height())} == {
        QColor(Qt.GlobalColor.white).name()
    }
    assert image.pixelColor(edge, edge) == QColor(Qt.GlobalColor.black)


def test_a_module_has_at_least_three_pixels(qtbot: QtBot, qapp: QApplication) -> None:
    code = shown(qtbot, qapp, Mode.LIGHT)
    modules = len(qr_matrix(ADDRESS)) + 2 * QUIET_ZONE
    assert code.minimumSizeHint().width() == code.minimumSizeHint().height() == 3 * modules


def test_it_is_named_and_described_for_a_screen_reader(qtbot: QtBot, qapp: QApplication) -> None:
    code = shown(qtbot, qapp, Mode.LIGHT)
    assert code.accessibleName() == "QR code of this career"
    assert code.accessibleDescription() == ADDRESS
