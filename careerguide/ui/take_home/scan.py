"""QR codes in pictures: screenshots, scans and photos."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from careerguide.domain.errors import ImportFault
from careerguide.domain.language import translate
from careerguide.domain.take_home import PREFIX

LARGEST_SIDE = 4_000
"""Pixels; a larger picture is scaled down while it is read, so that a phone's photo does not fill the memory."""


def read_picture(path: Path) -> QImage:
    """The picture in a file, the right way up, its longer side at most `LARGEST_SIDE`. Raises `ImportFault` where there is none."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST_SIDE:
        reader.setScaledSize(size.scaled(QSize(LARGEST_SIDE, LARGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ImportFault(
            translate("TakeHomePicture", "{0}: this is not a picture that can be read here; a PNG or JPEG can.").format(path.name)
        )
    return image


def read_qr(image: QImage) -> str:
    """The text of the QR code in a picture; of several, a take-home code comes first. Raises `ImportFault` where there is none."""
    import zxingcpp

    grey = _on_white(_at_most(image, LARGEST_SIDE)).convertToFormat(QImage.Format.Format_Grayscale8)
    only_qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = [] if grey.isNull() else zxingcpp.read_barcodes(grey, formats=only_qr)
    texts = [barcode.text for barcode in found if barcode.text]
    if texts:
        return next((text for text in texts if text.startswith(PREFIX[:2])), texts[0])
    raise ImportFault(
        translate(
            "TakeHomePicture",
            "There is no code in this picture that can be read. Take it again from nearer, straight on and in good light.",
        )
    )


def _on_white(image: QImage) -> QImage:
    """The picture without see-through parts, which would count as black."""
    if not image.hasAlphaChannel():
        return image
    whole = QImage(image.size(), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.drawImage(0, 0, image)
    painter.end()
    return whole


def _at_most(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
