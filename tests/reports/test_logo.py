"""The centre's logo: sound files of three kinds are taken, all others refused with a sentence."""

import struct
import zlib
from pathlib import Path

import pytest

from careerguide.domain.errors import OutputError
from careerguide.reports.logo import LARGEST_LOGO, read_logo


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0\0\0\xff"))
    + chunk(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0" + b"picture" + b"\xff\xd9"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect width="4" height="2"/></svg>'


@pytest.mark.parametrize(("data", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (SVG, "image/svg+xml")])
def test_a_sound_picture_is_read_whatever_it_is_called(tmp_path: Path, data: bytes, kind: str) -> None:
    file = tmp_path / "logo"
    file.write_bytes(data)
    logo = read_logo(file)
    assert (logo.media_type, logo.data) == (kind, data)


@pytest.mark.parametrize("data", [PNG[:-8], PNG.replace(b"IDAT", b"IDOT"), JPEG[:-2], SVG[:-6], b"<html><svg></html>"])
def test_a_damaged_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(data)
    with pytest.raises(OutputError, match="damaged"):
        read_logo(file)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.4", "kein Bild".encode("utf-16")])
def test_another_kind_of_file_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(data)
    with pytest.raises(OutputError, match="not a PNG, JPEG or SVG"):
        read_logo(file)


def test_a_missing_file_a_folder_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.png", tmp_path, Path("a\0b")):
        with pytest.raises(OutputError, match="cannot be read"):
            read_logo(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(PNG + b"\0" * LARGEST_LOGO)
    with pytest.raises(OutputError, match="larger than 5 MB"):
        read_logo(file)
