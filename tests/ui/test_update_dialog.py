"""Updating the data in the window: from a mirror on the network or a folder, from a pack; what changes; and back again."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import pytest
from local_server import Server, files_of, send
from person import button, choose, click, close, open_career, settle, settle_desk, start_page, table_rows, tables, texts, toast
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from walk import cut_off, faults

from careerguide.app import make_window
from careerguide.db.swap import previous_of, put_in_place
from careerguide.db.update_pack import make_pack, new_keys
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.language import ENGLISH
from careerguide.domain.site import Site
from careerguide.sources import network
from careerguide.ui.languages import speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.settings import Settings
from careerguide.ui.update_dialog import UpdateDialog

OpenWindow = Callable[..., MainWindow]
NURSES, ACTORS = "29-1141.00", "27-2011.00"
MIRROR, PACK = "From a folder, a USB stick or a mirror", "From a signed update pack"
LOOK, CHECK, FETCH, BUILD, USE, KEEP = (
    "Look for new releases",
    "Check the pack",
    "Download and build",
    "Build",
    "Use the new guide",
    "Keep the one in use",
)


@pytest.fixture
def school(tmp_path: Path, starter_guide: Path) -> Path:
    """A guide file of the person's own."""
    return Path(shutil.copy(starter_guide, tmp_path / "school.guide"))


@pytest.fixture
def window(open_window: OpenWindow, school: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(network, "WAIT_SECONDS", (0.0,) * 4)
    return open_window(school)


def dialogs(window: MainWindow) -> list[UpdateDialog]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [one for one in window.findChildren(UpdateDialog) if isinstance(one, UpdateDialog)]


def open_dialog(window: MainWindow, place: str) -> UpdateDialog:
    choose(window, "Update the data…")
    (dialog,) = dialogs(window)
    where = dialog.findChild(QComboBox)
    assert isinstance(where, QComboBox)
    where.setCurrentText(place)
    return dialog


def type_into(qtbot: QtBot, dialog: UpdateDialog, name: str, text: object) -> None:
    (field,) = [one for one in dialog.findChildren(QLineEdit) if isinstance(one, QLineEdit) and one.accessibleName() == name]
    field.clear()
    qtbot.keyClicks(field, str(text))


def waited(qtbot: QtBot, dialog: UpdateDialog, name: str) -> None:
    """Wait until the button that goes on is this one."""
    qtbot.waitUntil(lambda: dialog._go.text() == name and dialog._go.isEnabled(), timeout=60_000)


def problem(qtbot: QtBot, dialog: UpdateDialog) -> str:
    """What the dialog says is wrong."""
    notice = dialog.findChild(Notice)
    assert isinstance(notice, Notice)
    qtbot.waitUntil(notice.isVisible, timeout=60_000)
    return notice.accessibleName()


def says(dialog: UpdateDialog) -> str:
    return "\n".join(texts(dialog))


def look(qtbot: QtBot, window: MainWindow, place: object) -> UpdateDialog:
    dialog = open_dialog(window, MIRROR)
    type_into(qtbot, dialog, "Folder or address", place)
    click(qtbot, button(dialog, LOOK))
    waited(qtbot, dialog, FETCH if str(place).startswith("http") else BUILD)
    return dialog


def take(qtbot: QtBot, window: MainWindow, place: object) -> None:
    """The whole way from a folder, to the three careers of the small guide."""
    dialog = look(qtbot, window, place)
    click(qtbot, button(dialog, BUILD))
    waited(qtbot, dialog, USE)
    click(qtbot, button(dialog, USE))
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")


def going_back(window: MainWindow) -> tuple[str, bool]:
    """What the menu says of going back, and whether it can be done."""
    action = window._menus.go_back
    return action.text().replace("&", ""), action.isEnabled()


def go_back(window: MainWindow) -> None:
    assert going_back(window)[1]
    choose(window, going_back(window)[0])


def save(qtbot: QtBot, window: MainWindow, *codes: str) -> None:
    for code in codes:
        window.desk.changes.save(OnetSocCode(code), None, "My careers")
    settle_desk(qtbot, window)


def test_the_whole_way_from_a_mirror_and_back(
    qtbot: QtBot, window: MainWindow, mirror: Path, server: Server, school: Path, tmp_path: Path
) -> None:
    (mirror / "db_29_3_text.zip").rename(mirror / "db_30_0_text.zip")
    server.behave = files_of(mirror)
    assert going_back(window) == ("Go back to the guide before the update", False)
    save(qtbot, window, NURSES, ACTORS)
    before = school.read_bytes()
    dialog = look(qtbot, window, f"{server.address}/")
    assert "O*NET: db_30_0_text.zip – newer than the one in use (29.3)" in says(dialog)
    assert "OEWS: oesm25nat.zip – the release in use" in says(dialog)
    assert "Employment Projections: not there; the new guide would be without (in use: 2024–34)" in says(dialog)
    assert "nothing newer" not in says(dialog)
    size = sum(path.stat().st_size for path in mirror.iterdir())
    assert f"{size / 1e6:,.1f} MB are to be downloaded. If you pay for what you download, they cost." in says(dialog)
    assert not school.with_name("school.guide.update").exists()
    click(qtbot, button(dialog, FETCH))
    waited(qtbot, dialog, USE)
    assert school.read_bytes() == before
    of_saved, of_all = (table_rows(table) for table in tables(dialog))
    assert of_saved[0] == ["Registered Nurses", "no longer there"]
    assert [row[0] for row in of_saved] == ["Registered Nurses", "Actors"]
    assert len(of_all) > 1_000
    assert "Careers: 0 new, 1,013 no longer there" in says(dialog)
    assert [*faults(dialog), *cut_off(dialog)] == []
    click(qtbot, button(dialog, USE))
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert dialogs(window) == []
    assert not school.with_name("school.guide.update").exists()
    qtbot.waitUntil(lambda: toast(window) == "The new guide is in use.")
    assert going_back(window) == ("Go back to the guide before the update (O*NET 29.3)", True)
    go_back(window)
    qtbot.waitUntil(lambda: window.search.count.text() == "1,016 careers")
    qtbot.waitUntil(lambda: toast(window) == "In use again: O*NET 29.3.")
    assert school.read_bytes() == before
    qtbot.keyClick(window.deciding.toast._button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")


def test_back_from_the_toast(qtbot: QtBot, window: MainWindow, mirror: Path, school: Path) -> None:
    before = school.read_bytes()
    take(qtbot, window, mirror)
    qtbot.waitUntil(lambda: toast(window) == "The new guide is in use.")
    assert window.deciding.toast._button.text() == "Go back"
    click(qtbot, window.deciding.toast._button)
    qtbot.waitUntil(lambda: window.search.count.text() == "1,016 careers")
    assert school.read_bytes() == before


def test_nothing_newer(qtbot: QtBot, window: MainWindow, mirror: Path) -> None:
    dialog = look(qtbot, window, mirror)
    assert "O*NET: db_29_3_text.zip – the release in use" in says(dialog)
    assert "There is nothing newer here." in says(dialog)
    assert "cost" not in says(dialog)
    assert dialog.focusWidget() is button(dialog, "Close")
    click(qtbot, button(dialog, "Choose another place"))
    (mirror / "db_29_3_text.zip").rename(mirror / "db_28_0_text.zip")
    click(qtbot, button(dialog, LOOK))
    waited(qtbot, dialog, BUILD)
    assert "db_28_0_text.zip – older than the one in use (29.3)" in says(dialog)
    click(qtbot, button(dialog, "Close"))


def test_the_built_in_guide_is_followed_by_one_at_the_place_of_built_guides(
    qtbot: QtBot, open_window: OpenWindow, mirror: Path, tmp_path: Path
) -> None:
    window = open_window()
    window.load_guide(None)
    qtbot.waitUntil(lambda: window._opened is not None and window._opened.is_built_in)
    settle(qtbot)
    assert not going_back(window)[1]
    dialog = look(qtbot, window, mirror)
    assert "They bring the official texts" in says(dialog)
    click(qtbot, button(dialog, "Close"))
    take(qtbot, window, mirror)
    remembered = Settings(tmp_path / "settings.ini")
    assert remembered.guide == tmp_path / "built.guide"
    assert remembered.update_place == str(mirror)
    qtbot.waitUntil(lambda: going_back(window)[1])
    assert going_back(window)[0] == "Go back to the built-in guide (O*NET 29.3)"
    go_back(window)
    qtbot.waitUntil(lambda: window.search.count.text() == "1,016 careers")
    qtbot.waitUntil(lambda: going_back(window)[0].startswith("Go back to the guide built last"))
    go_back(window)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert Settings(tmp_path / "settings.ini").guide == tmp_path / "built.guide"


def test_in_another_language_the_built_in_guide_is_still_the_built_in_one(
    qtbot: QtBot, open_window: OpenWindow, qapp: QApplication, starter_guide: Path
) -> None:
    window = open_window()
    window.load_guide(None)
    qtbot.waitUntil(lambda: window._opened is not None and window._opened.is_built_in)
    try:
        window.language_chosen.emit("es")
        fresh = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one is not window and one.isVisible())
        qtbot.waitUntil(lambda: fresh.search.count.text() != "")
        choose(fresh, "Actualizar los datos…")
        (dialog,) = dialogs(fresh)
        assert dialog._in_use.goal != starter_guide
        assert dialog._in_use.is_built_in
    finally:
        speak_in(qapp, ENGLISH)


def test_the_new_guide_is_looked_at_and_not_wanted(qtbot: QtBot, window: MainWindow, mirror: Path, school: Path) -> None:
    before = school.read_bytes()
    dialog = look(qtbot, window, mirror)
    click(qtbot, button(dialog, BUILD))
    waited(qtbot, dialog, USE)
    click(qtbot, button(dialog, KEEP))
    assert dialogs(window) == []
    assert school.read_bytes() == before
    assert sorted(path.name for path in school.parent.glob("school*")) == ["school.guide"]


def test_stopped_in_the_middle_and_gone_on_with(
    qtbot: QtBot, window: MainWindow, mirror: Path, server: Server, school: Path
) -> None:
    whole, asked = (mirror / "db_29_3_text.zip").read_bytes(), list[str | None]()
    stopped = Event()

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range")
        if handler.path.endswith("text.zip") and handler.command == "GET":
            asked.append(wanted)
            if not wanted:
                send(handler, whole[:2_000], length=len(whole), ETag='"one"')
                return
            stopped.wait(60)
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            span = f"bytes {start}-{len(whole) - 1}/{len(whole)}"
            send(handler, whole[start:], 206, ETag='"one"', Content_Range=span)
        else:
            files_of(mirror)(handler)

    server.behave = slowly
    dialog = look(qtbot, window, f"{server.address}/")
    click(qtbot, button(dialog, FETCH))
    qtbot.waitUntil(lambda: asked == [None, "bytes=2000-"])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "What was fetched is kept" in problem(qtbot, dialog)
    stopped.set()
    asked.clear()
    click(qtbot, button(dialog, FETCH))
    waited(qtbot, dialog, USE)
    assert asked == ["bytes=2000-"]
    click(qtbot, button(dialog, KEEP))


@pytest.mark.parametrize(
    ("status", "words"), [(500, "The page that names the newest release cannot be reached"), (404, "choose the folder they are in")]
)
def test_a_server_in_trouble_is_said_and_asked_again(
    qtbot: QtBot, window: MainWindow, server: Server, mirror: Path, status: int, words: str
) -> None:
    server.behave = lambda handler: send(handler, b"no", status)
    dialog = open_dialog(window, MIRROR)
    type_into(qtbot, dialog, "Folder or address", f"{server.address}/")
    click(qtbot, button(dialog, LOOK))
    assert words.lower() in problem(qtbot, dialog).lower()
    server.behave = files_of(mirror)
    click(qtbot, button(dialog, LOOK))
    waited(qtbot, dialog, FETCH)
    click(qtbot, button(dialog, "Close"))


def test_a_place_without_a_release_or_no_place_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = open_dialog(window, MIRROR)
    click(qtbot, button(dialog, LOOK))
    assert problem(qtbot, dialog) == "Choose the folder with the files, or write its address."
    (tmp_path / "empty").mkdir()
    type_into(qtbot, dialog, "Folder or address", tmp_path / "empty")
    click(qtbot, button(dialog, LOOK))
    qtbot.waitUntil(lambda: "no O*NET release" in problem(qtbot, dialog))
    click(qtbot, button(dialog, "Close"))


def test_a_place_where_nothing_can_be_kept_is_said(qtbot: QtBot, window: MainWindow, mirror: Path, school: Path) -> None:
    school.with_name("school.guide.update").write_text("a file where the folder should be")
    dialog = look(qtbot, window, mirror)
    click(qtbot, button(dialog, BUILD))
    assert "cannot be kept" in problem(qtbot, dialog)
    click(qtbot, button(dialog, "Close"))
    assert window.search.count.text() == "1,016 careers"


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    private, public = tmp_path / "private.pem", tmp_path / "public.pem"
    new_keys(private, public)
    return private, public


def check(qtbot: QtBot, window: MainWindow, pack: Path, key: Path) -> UpdateDialog:
    dialog = open_dialog(window, PACK)
    type_into(qtbot, dialog, "Update pack", pack)
    type_into(qtbot, dialog, "Public key", key)
    click(qtbot, button(dialog, CHECK))
    return dialog


def test_a_signed_pack_is_checked_and_taken(
    qtbot: QtBot, window: MainWindow, small_guide: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    pack = tmp_path / "school.pack"
    make_pack(small_guide, keys[0], pack)
    open_career(qtbot, window, NURSES)
    dialog = check(qtbot, window, pack, keys[1])
    waited(qtbot, dialog, USE)
    click(qtbot, button(dialog, USE))
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert Settings(tmp_path / "settings.ini").update_key == keys[1]


def test_a_pack_of_somebody_else_and_one_that_was_tampered_with_are_refused(
    qtbot: QtBot, window: MainWindow, small_guide: Path, keys: tuple[Path, Path], tmp_path: Path, school: Path
) -> None:
    pack, before = tmp_path / "school.pack", school.read_bytes()
    make_pack(small_guide, keys[0], pack)
    new_keys(tmp_path / "other.pem", tmp_path / "other-public.pem")
    dialog = check(qtbot, window, pack, tmp_path / "other-public.pem")
    assert "not signed by whom this computer trusts" in problem(qtbot, dialog)
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.write_bytes(content)
    type_into(qtbot, dialog, "Public key", keys[1])
    click(qtbot, button(dialog, CHECK))
    qtbot.waitUntil(lambda: "damaged" in problem(qtbot, dialog))
    click(qtbot, button(dialog, "Close"))
    assert school.read_bytes() == before


def test_an_earlier_guide_that_is_gone_or_damaged_is_said(qtbot: QtBot, window: MainWindow, mirror: Path, school: Path) -> None:
    take(qtbot, window, mirror)
    qtbot.waitUntil(lambda: going_back(window)[1])
    kept = previous_of(school)
    kept.write_bytes(kept.read_bytes()[:5_000_000])
    go_back(window)
    qtbot.waitUntil(lambda: "damaged" in toast(window))
    kept.unlink()
    go_back(window)
    qtbot.waitUntil(lambda: toast(window) == "There is no earlier guide to go back to.")
    open_career(qtbot, window, ACTORS)


def test_the_way_back_from_an_updated_guide_that_cannot_be_opened(
    qtbot: QtBot, open_window: OpenWindow, window: MainWindow, mirror: Path, school: Path, tmp_path: Path
) -> None:
    take(qtbot, window, mirror)
    qtbot.waitUntil(lambda: going_back(window)[1])
    window.close()
    school.write_bytes(b"not a guide at all")
    again = open_window(school, wait=False)
    page = start_page(again)
    qtbot.waitUntil(lambda: str(school) in page.problem)
    way_back = button(page, "Use the guide before the update")
    click(qtbot, way_back)
    click(qtbot, way_back)  # twice would be as if nothing was done
    qtbot.waitUntil(lambda: again.search.count.text() == "1,016 careers")
    qtbot.waitUntil(lambda: toast(again) == "In use again: O*NET 29.3.")
    assert page.problem == ""
    assert Settings(tmp_path / "settings.ini").guide == school


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are made with POSIX")
def test_a_school_share_where_one_may_not_write_is_said_before_anything_is_fetched(
    qtbot: QtBot, window: MainWindow, server: Server, school: Path, ordinary_person: Path
) -> None:
    with suppress(PermissionError):  # for nobody, whom root becomes here, it is locked already
        school.parent.chmod(0o555)
    dialog = open_dialog(window, MIRROR)
    type_into(qtbot, dialog, "Folder or address", f"{server.address}/")
    click(qtbot, button(dialog, LOOK))
    assert f"{school}: you cannot write here" in problem(qtbot, dialog)
    assert server.asked == []
    click(qtbot, button(dialog, "Close"))
    with suppress(PermissionError):
        school.parent.chmod(0o755)


@pytest.fixture
def stalled(server: Server, mirror: Path) -> Iterator[list[str]]:
    """Gives the first bytes of the release and no more, until the test is over; what was asked for."""
    over, asked = Event(), list[str]()

    def behave(handler: BaseHTTPRequestHandler) -> None:
        if handler.path.endswith("text.zip") and handler.command == "GET":
            body = (mirror / "db_29_3_text.zip").read_bytes()
            send(handler, body[:2_000], length=len(body), ETag='"one"')
            handler.wfile.flush()
            asked.append(handler.path)
            over.wait(60)
        else:
            files_of(mirror)(handler)

    server.behave = behave
    yield asked
    over.set()


def test_stopped_while_the_server_says_nothing(
    qtbot: QtBot, window: MainWindow, server: Server, stalled: list[str], school: Path
) -> None:
    dialog = look(qtbot, window, f"{server.address}/")
    click(qtbot, button(dialog, FETCH))
    part = school.with_name("school.guide.update") / "db_29_3_text.zip.part"
    qtbot.waitUntil(lambda: bool(stalled) and part.exists())
    click(qtbot, button(dialog, "Cancel"))
    assert "What was fetched is kept for a day" in problem(qtbot, dialog)
    assert part.exists()
    click(qtbot, button(dialog, "Close"))
    assert dialogs(window) == []


def test_the_window_is_closed_while_the_server_says_nothing(
    qtbot: QtBot, window: MainWindow, server: Server, stalled: list[str], school: Path
) -> None:
    before = school.read_bytes()
    dialog = look(qtbot, window, f"{server.address}/")
    click(qtbot, button(dialog, FETCH))
    qtbot.waitUntil(lambda: bool(stalled))
    window.close()
    window.theme.deleteLater()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    assert school.read_bytes() == before


def test_a_damaged_file_is_not_taken_again(qtbot: QtBot, window: MainWindow, mirror: Path, server: Server) -> None:
    server.behave = files_of(mirror)
    whole = (mirror / "db_29_3_text.zip").read_bytes()
    (mirror / "db_29_3_text.zip").write_bytes(b"PK not really")
    dialog = look(qtbot, window, f"{server.address}/")
    click(qtbot, button(dialog, FETCH))
    assert "not a zip archive" in problem(qtbot, dialog)
    (mirror / "db_29_3_text.zip").write_bytes(whole)
    click(qtbot, button(dialog, FETCH))
    waited(qtbot, dialog, USE)
    click(qtbot, button(dialog, KEEP))


def test_saved_careers_that_stay_are_said_to_stay(
    qtbot: QtBot, window: MainWindow, starter_guide: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    pack = tmp_path / "same.pack"
    make_pack(starter_guide, keys[0], pack)
    save(qtbot, window, NURSES)
    dialog = check(qtbot, window, pack, keys[1])
    waited(qtbot, dialog, USE)
    assert "Your saved careers stay as they are." in says(dialog)
    assert "No career was added, removed or renamed" in says(dialog)
    assert tables(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialogs(window) == []


def test_it_is_locked_where_an_administrator_set_the_guide(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, school: Path, small_guide: Path
) -> None:
    put_in_place(small_guide, school)
    window = make_window(qapp, tmp_path / "s.ini", tmp_path / "built.guide", site=Site(locked={"guide": str(school)}))
    window.show()
    window.load_guide(school)
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    qtbot.waitUntil(lambda: "O*NET 29.3" in going_back(window)[0])
    assert not going_back(window)[1]
    close(window)
