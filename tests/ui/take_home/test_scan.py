"""Take-home codes are found in pictures as people take them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from photos import blurred, drawn, noisy, photo, rotated, shaded
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import ImportFault
from careerguide.domain.take_home import TakeHome, pack
from careerguide.ui.take_home.scan import LARGEST_SIDE, read_picture, read_qr

pytestmark = pytest.mark.usefixtures("qapp")

FEW = pack(TakeHome((OnetSocCode("33-3051.04"), OnetSocCode("29-1141.00")), None, None, "29.3"))
MANY = pack(
    TakeHome(tuple(OnetSocCode(f"{11 + 2 * place}-{1000 + place}.00") for place in range(20)), (1, 22, 3, 40, 5, 16), 4, "29.3")
)


def in_a_room(code: QImage, side: int) -> QImage:
    """A wide photo with a small code in it, a little askew."""
    x, y = 2500.0, 1800.0
    corners = [(x, y), (x + side, y + side * 0.05), (x + side * 0.97, y + side), (x, y + side * 0.96)]
    return photo(code, 4000, 3000, corners)


def from_the_side(code: QImage) -> QImage:
    side = float(code.width())
    corners = [(side * 0.8, side * 0.5), (side * 1.2, side * 0.6), (side * 1.6, side * 1.5), (side * 0.4, side * 1.45)]
    return photo(code, round(side * 2), round(side * 2), corners)


def bad_in_every_way(code: QImage) -> QImage:
    return noisy(blurred(shaded(photo(code, 1200, 900, [(350, 200), (850, 250), (830, 720), (330, 700)])), 2), 40)


PICTURES: dict[str, Callable[[QImage], QImage]] = {
    "flat": lambda code: code,
    "turned a little": lambda code: rotated(code, 7),
    "turned by an eighth": lambda code: rotated(code, 45),
    "on its side": lambda code: rotated(code, 90),
    "upside down": lambda code: rotated(code, 180),
    "from the side": from_the_side,
    "out of focus": lambda code: blurred(code, 5),
    "in bad light": lambda code: noisy(code, 120),
    "half in the shadow": shaded,
    "small in a big photo": lambda code: in_a_room(code, 200),
    "bad in every way": bad_in_every_way,
}


@pytest.mark.parametrize("code", [FEW, MANY], ids=["few", "many"])
@pytest.mark.parametrize("kind", PICTURES)
def test_the_code_is_found(kind: str, code: str) -> None:
    assert read_qr(PICTURES[kind](drawn(code))) == code


@pytest.mark.parametrize(("dark", "light"), [("#ffffff", "#000000"), ("#60656c", "#9aa0a8"), ("#14181e", "#7ab4f5")])
def test_the_code_is_found_in_other_colours(dark: str, light: str) -> None:
    assert read_qr(drawn(MANY, dark=dark, light=light)) == MANY


def test_see_through_ground_counts_as_white() -> None:
    picture = drawn(FEW).convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(picture.height()):
        for x in range(picture.width()):
            if picture.pixel(x, y) == 0xFFFFFFFF:
                picture.setPixel(x, y, 0)
    assert read_qr(picture) == FEW


def test_of_several_codes_the_one_to_take_home_is_read() -> None:
    page, code = drawn("https://www.mynextmove.org/profile/summary/33-3051.04"), drawn(FEW)
    both = QImage(900, 400, QImage.Format.Format_RGB32)
    both.fill(Qt.GlobalColor.white)
    painter = QPainter(both)
    painter.drawImage(20, 20, page)
    painter.drawImage(500, 20, code)
    painter.end()
    assert read_qr(both) == FEW
    assert read_qr(page) == "https://www.mynextmove.org/profile/summary/33-3051.04"


def test_a_picture_without_a_code_is_refused() -> None:
    for picture in (drawn(FEW).copy(0, 0, 60, 60), noisy(drawn(FEW), 255), QImage()):
        with pytest.raises(ImportFault, match="There is no code in this picture"):
            read_qr(picture)


@pytest.mark.parametrize("kind", ["png", "jpg", "bmp"])
def test_pictures_are_read_from_files(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"code.{kind}"
    assert drawn(FEW).save(str(path))
    assert read_qr(read_picture(path)) == FEW
    renamed = path.rename(tmp_path / "code.of-some-kind")
    assert read_qr(read_picture(renamed)) == FEW


def test_a_big_photo_is_scaled_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    assert drawn(MANY).scaled(5000, 6000).save(str(path))
    image = read_picture(path)
    assert (image.width(), image.height()) == (3333, LARGEST_SIDE)
    assert read_qr(image) == MANY


def test_a_big_picture_from_the_clipboard_is_read() -> None:
    assert read_qr(drawn(MANY).scaled(6000, 6000)) == MANY


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.png"
    path.write_text("Dear all", encoding="utf-8")
    for wrong in (path, tmp_path / "gone.png", tmp_path):
        with pytest.raises(ImportFault, match=f"{wrong.name}: this is not a picture"):
            read_picture(wrong)
