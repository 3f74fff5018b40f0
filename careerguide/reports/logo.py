"""The centre's logo: a PNG, JPEG or SVG file, read whole and looked at before anything is printed with it."""

import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from careerguide.domain.errors import OutputError
from careerguide.domain.language import translate

LARGEST_LOGO = 5_000_000
"""Bytes that a logo may have; it goes into every report."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG_ROOTS = {"svg", "{http://www.w3.org/2000/svg}svg"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture file that is sound: its kind as a media type, and its bytes."""

    media_type: str
    data: bytes


def read_logo(path: Path) -> Logo:
    """Read a logo. Raises `OutputError` where there is none, or it is damaged, too large or of another kind."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_LOGO + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise OutputError(
            translate("Reports", "{0}: the logo cannot be read; choose another file or go without.").format(path)
        ) from error
    if len(data) > LARGEST_LOGO:
        raise OutputError(
            translate("Reports", "{0}: the logo is larger than {1} MB; choose a smaller file.").format(
                path, LARGEST_LOGO // 1000000
            )
        )
    if data.startswith(_PNG):
        kind, sound = "image/png", _is_whole_png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        kind, sound = "image/jpeg", data.rstrip(b"\0").endswith(b"\xff\xd9")
    elif b"<svg" in data:
        kind, sound = "image/svg+xml", _is_svg(data)
    else:
        raise OutputError(
            translate("Reports", "{0}: the logo is not a PNG, JPEG or SVG picture; choose another file.").format(path)
        )
    if not sound:
        raise OutputError(translate("Reports", "{0}: the logo is damaged; choose another file or go without.").format(path))
    return Logo(kind, data)


def _is_whole_png(data: bytes) -> bool:
    """Whether every chunk is there with its checksum, up to the one that ends a PNG."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        chunk, checksum = data[at + 4 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        if len(checksum) < 4 or zlib.crc32(chunk) != int.from_bytes(checksum):
            return False
        if chunk[:4] == b"IEND":
            return True
        at += 12 + length
    return False


def _is_svg(data: bytes) -> bool:
    try:
        return ElementTree.fromstring(data).tag in _SVG_ROOTS
    except ElementTree.ParseError:
        return False
