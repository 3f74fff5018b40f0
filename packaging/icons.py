"""The program's icon as other systems want it, drawn from resources/icons/careerguide.svg by Qt: PNG files, .ico, .icns.

Runs in an environment with PySide6: `python packaging/icons.py FOLDER` writes SIZE.png for each size, careerguide.ico and
careerguide.icns.
"""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parents[1] / "resources" / "icons" / "careerguide.svg"
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = {b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def main() -> int:
    """Draw them all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _app = QGuiApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: picture(size) for size in {*PNG_SIZES, *ICO_SIZES, *ICNS_SIZES.values()}}
    for size in PNG_SIZES:
        (folder / f"{size}.png").write_bytes(pictures[size])
    (folder / "careerguide.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (folder / "careerguide.icns").write_bytes(icns({kind: pictures[size] for kind, size in ICNS_SIZES.items()}))
    return 0


def picture(size: int) -> bytes:
    """The icon as a PNG file of `size` pixels each way."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon: a head, an entry a picture (0 stands for 256 pixels), then the PNG files."""
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place + len(body))
        body += data
    return head + body


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon: chunks of a kind, a length and a PNG file."""
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    sys.exit(main())
