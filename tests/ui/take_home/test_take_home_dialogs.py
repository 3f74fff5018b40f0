"""Taking careers home and bringing them in, through the dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from person import button, click, says, settle, texts
from photos import drawn, in_file, photo
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from test_access import unnamed

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.take_home import TakeHome, pack
from careerguide.ui.phone_dialog import PhoneDialog
from careerguide.ui.pieces.qr_code import QrCode
from careerguide.ui.take_home.code_field import CodeField
from careerguide.ui.take_home.read_dialog import ReadTakeHomeDialog
from careerguide.ui.take_home.scan import read_picture, read_qr
from careerguide.ui.take_home.show_dialog import TakeHomeDialog
from careerguide.ui.theme import Mode, Theme

OFFICER, NURSE, UNKNOWN = OnetSocCode("33-3051.04"), OnetSocCode("29-1141.00"), OnetSocCode("99-1234.00")
TITLES = {OFFICER: "Customs and Border Protection Officers", NURSE: "Registered Nurses"}
TWO = TakeHome((OFFICER, NURSE), None, None, "29.3")
RICH = TakeHome((NURSE, UNKNOWN), (1, 2, 3, 4, 5, 6), 3, "30.1")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, Mode.LIGHT)
    yield theme
    theme.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    window.resize(1024, 768)
    qtbot.addWidget(window)
    window.show()
    return window


def showing(theme: Theme, window: QWidget, take_home: TakeHome = TWO, left_out: int = 0) -> TakeHomeDialog:
    dialog = TakeHomeDialog(theme, take_home, TITLES, window, left_out)
    dialog.open()
    return dialog


@pytest.fixture
def reading(qtbot: QtBot, theme: Theme, window: QWidget) -> Iterator[ReadTakeHomeDialog]:
    dialog = ReadTakeHomeDialog(theme, TITLES, window)
    dialog.open()
    yield dialog
    settle(qtbot)
    dialog.close()


def field(dialog: ReadTakeHomeDialog) -> CodeField:
    found = dialog.findChild(CodeField)
    assert isinstance(found, CodeField)
    return found


def comes_in(dialog: ReadTakeHomeDialog, *words: str) -> bool:
    return button(dialog, "Bring in").isEnabled() and all(says(dialog, one) for one in words)


# Taking home


def test_the_code_is_shown_to_photograph_and_to_write_down(theme: Theme, window: QWidget) -> None:
    dialog = showing(theme, window)
    assert read_qr(dialog.grab().toImage()) == pack(TWO)
    shown = next(text for text in texts(dialog) if text.startswith("CG1"))
    assert shown.replace("\n", "") == pack(TWO)
    assert all(len(line.strip("-").split("-")) <= 4 for line in shown.split("\n"))
    for words in ("2 careers, no name.", "\n".join(TITLES.values()), "Made with O*NET 29.3."):
        assert says(dialog, words)
    assert not says(dialog, "left out")


def test_the_qr_code_is_large_enough_for_a_phone(theme: Theme, window: QWidget) -> None:
    many = TakeHome(tuple(OnetSocCode(f"11-{number}.04") for number in range(1000, 1020)), (40,) * 6, 5, "29.3")
    for take_home in (TWO, many):
        dialog = showing(theme, window, take_home)
        code = dialog.findChild(QrCode)
        assert isinstance(code, QrCode)
        assert min(code.width(), code.height()) >= 240
        assert read_qr(code.grab().toImage()) == pack(take_home)
        dialog.close()


def test_what_has_no_room_is_said(theme: Theme, window: QWidget) -> None:
    assert says(showing(theme, window, left_out=7), "room for 2 careers. The last 7 of the list are left out.")
    assert says(showing(theme, window, left_out=1), "The last one of the list is left out.")


def test_scores_and_job_zone_are_named(theme: Theme, window: QWidget) -> None:
    assert says(showing(theme, window, RICH), "2 careers, interest scores, job zone 3, no name.")


def test_the_code_is_copied(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = showing(theme, window)
    click(qtbot, button(dialog, "Copy the code"))
    assert QGuiApplication.clipboard().text() == pack(TWO)
    assert button(dialog, "Copied")


def test_the_picture_is_saved_and_read_back(
    qtbot: QtBot, theme: Theme, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = showing(theme, window, RICH)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    click(qtbot, button(dialog, "Save picture…"))
    assert says(dialog, "Saved as mine.png.")
    assert read_qr(read_picture(tmp_path / "mine.png")) == pack(RICH)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    click(qtbot, button(dialog, "Save picture…"))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.png"]


def test_a_picture_that_cannot_be_saved_is_told_in_a_sentence(
    qtbot: QtBot, theme: Theme, window: QWidget, ordinary_person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary_person.chmod(0o500)
    dialog = showing(theme, window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(ordinary_person / "mine.png"), ""))
    click(qtbot, button(dialog, "Save picture…"))
    assert says(dialog, "mine.png: the picture cannot be written (")
    assert list(ordinary_person.iterdir()) == []


# Bringing in


def test_typing_a_code_shows_what_comes_in_and_enter_brings_it_in(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    typed = pack(TWO).lower().replace("-", " ")
    assert says(reading, "A code begins with CG1.")
    qtbot.keyClicks(field(reading), typed[:-1])
    assert not button(reading, "Bring in").isEnabled()
    assert says(reading, "At least 1 more character.")
    qtbot.keyClicks(field(reading), typed[-1])
    assert comes_in(reading, "2 careers, no name.", "Registered Nurses", "The code is complete and correct.")
    with qtbot.waitSignal(reading.accepted_code) as accepted:
        qtbot.keyClick(field(reading), Qt.Key.Key_Return)
    assert accepted.args == [TWO]
    assert not reading.isVisible()


def test_a_slip_is_said_while_typing_and_nothing_can_be_brought_in(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    text = pack(TWO)
    group = text.split("-")[3]
    wrong = ("Z" if group[0] != "Z" else "Y") + group[1:]
    qtbot.keyClicks(field(reading), text.replace(group, wrong))
    assert says(reading, f"Something is mistyped in or beside “{wrong}”, group 3 after CG1.")
    assert not button(reading, "Bring in").isEnabled()
    qtbot.keyClick(field(reading), Qt.Key.Key_Return)
    assert reading.isVisible()
    field(reading).selectAll()
    qtbot.keyClicks(field(reading), "hello")
    assert says(reading, "This is not a take-home code")


def test_a_career_that_the_guide_does_not_know_is_named_and_kept(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    qtbot.keyClicks(field(reading), pack(RICH))
    assert comes_in(reading, "2 careers, interest scores, job zone 3, no name.", "Registered Nurses\n99-1234.00")
    assert says(reading, "This guide has no career with the code 99-1234.00. It is kept in the list all the same.")
    with qtbot.waitSignal(reading.accepted_code) as accepted:
        click(qtbot, button(reading, "Bring in"))
    assert accepted.args == [RICH]


def test_a_code_is_pasted_with_whatever_stands_around_it(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    QGuiApplication.clipboard().setText(f"\n  {pack(TWO)} \n")
    qtbot.keyClick(field(reading), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert comes_in(reading, "2 careers")


def test_no_text_is_too_long_to_be_pasted(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    QGuiApplication.clipboard().setText("CG1" + "A" * 1_000_000)
    for _ in range(2):
        qtbot.keyClick(field(reading), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(field(reading).toPlainText()) == 400
    assert not button(reading, "Bring in").isEnabled()


def test_a_photo_is_chosen(qtbot: QtBot, reading: ReadTakeHomeDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = photo(drawn(pack(TWO)), 1600, 1200, [(500, 300), (1000, 350), (980, 820), (480, 800)])
    path = in_file(picture, tmp_path / "photo.jpg")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(qtbot, button(reading, "Choose a picture…"))
    assert says(reading, "Looking for the code in the picture …")
    qtbot.waitUntil(lambda: comes_in(reading, "2 careers"))
    assert field(reading).toPlainText() == pack(TWO)


def test_a_picture_is_pasted_from_the_clipboard(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    QGuiApplication.clipboard().setImage(drawn(pack(TWO)))
    click(qtbot, button(reading, "Paste a picture"))
    qtbot.waitUntil(lambda: comes_in(reading, "2 careers"))
    field(reading).clear()
    qtbot.keyClick(field(reading), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: comes_in(reading, "2 careers"))


def dropped(onto: QWidget, mime: QMimeData) -> bool:
    """Drag something onto a part of the dialog and let go; whether it was taken."""
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(20, 20)
    enter = QDragEnterEvent(place.toPoint(), action, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(onto, enter)
    if enter.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(place, action, mime, left, none))
    return enter.isAccepted()


def test_a_picture_is_dropped_onto_the_dialog(qtbot: QtBot, reading: ReadTakeHomeDialog, tmp_path: Path) -> None:
    file, image, words = QMimeData(), QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(in_file(drawn(pack(TWO)), tmp_path / "code.png")))])
    assert dropped(reading, file)
    qtbot.waitUntil(lambda: comes_in(reading, "2 careers"))
    image.setImageData(drawn(pack(RICH)))
    assert dropped(reading, image)
    qtbot.waitUntil(lambda: comes_in(reading, "job zone 3"))
    words.setText("hello")
    assert not dropped(reading, words)


def test_a_picture_is_dropped_onto_the_field(qtbot: QtBot, reading: ReadTakeHomeDialog, tmp_path: Path) -> None:
    file = QMimeData()
    file.setUrls([QUrl.fromLocalFile(str(in_file(drawn(pack(TWO)), tmp_path / "code.png")))])
    assert dropped(field(reading).viewport(), file)
    qtbot.waitUntil(lambda: comes_in(reading, "2 careers"))
    assert field(reading).toPlainText() == pack(TWO)


def test_a_picture_without_a_take_home_code_is_refused(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    black = QImage(400, 300, QImage.Format.Format_RGB32)
    black.fill(Qt.GlobalColor.black)
    pictures = {"There is no code in this picture": black, "This is not a take-home code": drawn("https://example.org/")}
    for problem, picture in pictures.items():
        QGuiApplication.clipboard().setImage(picture)
        click(qtbot, button(reading, "Paste a picture"))
        qtbot.waitUntil(lambda problem=problem: says(reading, problem))
        assert not button(reading, "Bring in").isEnabled()
        assert field(reading).toPlainText() == ""


def test_without_a_picture_in_the_clipboard_the_person_is_told(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    QGuiApplication.clipboard().setText("no picture")
    click(qtbot, button(reading, "Paste a picture"))
    assert says(reading, "No picture was copied.")


def test_typing_makes_a_picture_unwanted(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    QGuiApplication.clipboard().setImage(drawn(pack(TWO)))
    click(qtbot, button(reading, "Paste a picture"))
    qtbot.keyClicks(field(reading), "CG1")
    settle(qtbot)
    assert field(reading).toPlainText() == "CG1"


def test_a_picture_that_fails_takes_nothing_typed_away(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    qtbot.keyClicks(field(reading), pack(TWO))
    QGuiApplication.clipboard().setText("no picture")
    click(qtbot, button(reading, "Paste a picture"))
    assert comes_in(reading, "No picture was copied.", "2 careers")


def test_tab_leaves_the_field(qtbot: QtBot, reading: ReadTakeHomeDialog) -> None:
    field(reading).setFocus()
    qtbot.keyClick(field(reading), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(reading, "Choose a picture…")


# On a phone


def test_a_phone_opens_either_public_page(theme: Theme, window: QWidget) -> None:
    dialog = PhoneDialog(theme, OFFICER, TITLES[OFFICER], window)
    dialog.open()
    codes = [read_qr(code.grab().toImage()) for code in dialog.findChildren(QrCode)]
    assert codes == [
        "https://www.mynextmove.org/profile/summary/33-3051.04",
        "https://www.onetonline.org/link/summary/33-3051.04",
    ]
    for address in codes:
        assert any(text.replace("\u200b", "") == address for text in texts(dialog))
    assert says(dialog, "The phone needs the internet; this computer does not.")


# Every dialog


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_everything_has_a_name_and_fits_into_the_window_at_twice_the_size(theme: Theme, window: QWidget, mode: Mode) -> None:
    theme.set_mode(mode)
    theme.set_scale(2.0)
    reading = ReadTakeHomeDialog(theme, TITLES, window)
    for dialog in (showing(theme, window, RICH, 3), reading, PhoneDialog(theme, OFFICER, TITLES[OFFICER], window)):
        dialog.show()
        assert unnamed(dialog) == []
        assert dialog.width() <= 1024
        assert dialog.height() <= 768
        content = dialog.area.widget()
        assert content.width() <= dialog.area.viewport().width()
        for code in dialog.findChildren(QrCode):
            QApplication.processEvents()
            dialog.area.ensureWidgetVisible(code, 0, 0)
            assert read_qr(dialog.grab().toImage()) == code.accessibleDescription()
        dialog.close()
