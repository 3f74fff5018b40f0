"""Building a guide from official releases in the window."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from person import OFFICERS, OFFICERS_TITLE, button, choose, click, has_button, listed, open_career, page_title, says, settle
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from careerguide.ui.build_dialog import BuildDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.notice import Notice
from careerguide.ui.settings import Settings

OpenWindow = Callable[..., MainWindow]
ONET, OEWS, PROJECTIONS, GOAL = "O*NET release", "Wages (OEWS), optional", "Employment Projections, optional", "Save the guide as"
CANCELLED = "The build was cancelled; nothing was changed."


def open_dialog(window: MainWindow) -> BuildDialog:
    choose(window, "Build a guide from official releases…")
    (dialog,) = dialogs(window)
    assert dialog.isVisible()
    return dialog


def dialogs(window: MainWindow) -> list[BuildDialog]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [dialog for dialog in window.findChildren(BuildDialog) if isinstance(dialog, BuildDialog)]


def field(dialog: BuildDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if isinstance(one, QLineEdit) and one.accessibleName() == name)


def fill(qtbot: QtBot, dialog: BuildDialog, **paths: Path) -> None:
    """Type paths into the fields."""
    for name, path in paths.items():
        edit = field(dialog, {"onet": ONET, "oews": OEWS, "projections": PROJECTIONS, "goal": GOAL}[name])
        edit.clear()
        qtbot.keyClicks(edit, str(path))


def fill_small(qtbot: QtBot, dialog: BuildDialog, sources: Path, goal: Path | None = None) -> None:
    fill(qtbot, dialog, onet=sources / "onet", oews=sources / "oews-2025", projections=sources / "projections.csv")
    if goal is not None:
        fill(qtbot, dialog, goal=goal)


def bar(dialog: BuildDialog) -> QProgressBar:
    found = dialog.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def problem(dialog: BuildDialog) -> str:
    """What the dialog says is wrong, “” when nothing is."""
    notice = dialog.findChild(Notice)
    assert isinstance(notice, Notice)
    return notice.accessibleName() if notice.isVisible() else ""


def test_a_guide_is_built_with_progress_and_opened(qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path) -> None:
    dialog = open_dialog(window)
    assert field(dialog, GOAL).text() == str(tmp_path / "built.guide")
    fill_small(qtbot, dialog, small_sources)
    shares: list[int] = []
    bar(dialog).valueChanged.connect(shares.append)
    click(qtbot, button(dialog, "Build"))
    assert bar(dialog).isVisible()
    assert not field(dialog, ONET).isEnabled()
    assert not button(dialog, "Build").isEnabled()
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert dialogs(window) == []
    assert shares == sorted(shares)
    assert len(shares) > 3
    assert shares[-1] == 1000
    open_career(qtbot, window, OFFICERS)
    assert page_title(window) == OFFICERS_TITLE
    assert Settings(tmp_path / "settings.ini").guide == tmp_path / "built.guide"


def test_enter_begins_to_build(qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path) -> None:
    dialog = open_dialog(window)
    fill_small(qtbot, dialog, small_sources, tmp_path / "mine.guide")
    qtbot.keyClick(field(dialog, GOAL), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert (tmp_path / "mine.guide").is_file()


def test_the_folder_for_guides_is_made_when_it_is_first_needed(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path
) -> None:
    dialog = BuildDialog(window.theme, tmp_path / "not" / "yet" / "there.guide", window)
    dialog.open()
    fill_small(qtbot, dialog, small_sources)
    with qtbot.waitSignal(dialog.built):
        click(qtbot, button(dialog, "Build"))
    assert (tmp_path / "not" / "yet" / "there.guide").is_file()


def test_several_wage_files_are_given_one_after_the_other(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [str(path) for path in sorted((small_sources / "oews-2025").iterdir())]
    assert len(files) == 2
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    dialog = open_dialog(window)
    fill(qtbot, dialog, onet=small_sources / "onet")
    click(qtbot, button(dialog, f"{OEWS}: Files…"))
    assert field(dialog, OEWS).text() == "; ".join(files)
    click(qtbot, button(dialog, "Build"))
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")


def test_paths_are_chosen_by_file_dialogs_and_a_cancelled_one_changes_nothing(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"getOpenFileName": ("/a/db.zip", ""), "getSaveFileName": ("/b/mine.guide", ""), "getExistingDirectory": "/c/folder"}
    for name, answer in answers.items():
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer: answer)
    dialog = open_dialog(window)
    for name, choice, path in (
        (ONET, "File…", "/a/db.zip"),
        (OEWS, "Folder…", "/c/folder"),
        (PROJECTIONS, "File…", "/a/db.zip"),
        (GOAL, "Choose…", "/b/mine.guide"),
    ):
        click(qtbot, button(dialog, f"{name}: {choice}"))
        assert field(dialog, name).text() == path
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    click(qtbot, button(dialog, f"{ONET}: Folder…"))
    assert field(dialog, ONET).text() == "/a/db.zip"


def test_without_a_release_nothing_begins_and_a_sentence_says_what_to_choose(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dialog(window)
    click(qtbot, button(dialog, "Build"))
    assert problem(dialog) == "Choose an O*NET release and a place to save the guide."
    assert not bar(dialog).isVisible()
    assert has_button(dialog, "Close")


BAD_RELEASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "not there": (shutil.rmtree, "onet"),
    "without occupations": (lambda onet: (onet / "Occupation Data.txt").unlink(), "Occupation Data.txt"),
    "with a table cut off": (
        lambda onet: (onet / "Knowledge.txt").write_bytes((onet / "Knowledge.txt").read_bytes()[:300]),
        "Knowledge.txt",
    ),
    "with a word for a number": (
        lambda onet: (onet / "Knowledge.txt").write_bytes((onet / "Knowledge.txt").read_bytes().replace(b"4.60", b"many", 1)),
        "Knowledge.txt",
    ),
}


@pytest.mark.parametrize(("spoil", "named"), BAD_RELEASES.values(), ids=BAD_RELEASES.keys())
def test_a_bad_release_is_a_sentence_that_names_the_file_and_one_can_try_again(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path, spoil: Callable[[Path], object], named: str
) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(small_sources, sources)
    spoil(sources / "onet")
    dialog = open_dialog(window)
    fill_small(qtbot, dialog, sources)
    click(qtbot, button(dialog, "Build"))
    qtbot.waitUntil(lambda: named in problem(dialog))
    assert dialog.isVisible()
    assert not bar(dialog).isVisible()
    assert not (tmp_path / "built.guide").exists()
    assert len(listed(window)) == 1016
    fill(qtbot, dialog, onet=small_sources / "onet")
    click(qtbot, button(dialog, "Build"))
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")


def test_a_place_that_cannot_be_written_is_a_sentence(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(window)
    fill_small(qtbot, dialog, small_sources, tmp_path / "no such folder" / "mine.guide")
    click(qtbot, button(dialog, "Build"))
    qtbot.waitUntil(lambda: "mine.guide" in problem(dialog))
    assert dialog.isVisible()


def test_a_default_place_that_cannot_be_made_is_a_sentence(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    dialog = BuildDialog(window.theme, tmp_path / "file" / "there.guide", window)
    dialog.open()
    fill_small(qtbot, dialog, small_sources)
    click(qtbot, button(dialog, "Build"))
    qtbot.waitUntil(lambda: problem(dialog).startswith(f"{tmp_path / 'file' / 'there.guide'}: the folder cannot be made"))
    assert has_button(dialog, "Close")


@pytest.mark.parametrize("how", ["Cancel", "Escape", "closing"])
def test_stopping_a_build_leaves_nothing_and_says_so(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path, how: str
) -> None:
    goal = tmp_path / "goal" / "mine.guide"
    goal.parent.mkdir()
    goal.write_bytes(b"what was there before")
    dialog = open_dialog(window)
    fill_small(qtbot, dialog, small_sources, goal)
    click(qtbot, button(dialog, "Build"))
    if how == "Cancel":
        click(qtbot, button(dialog, "Cancel"))
    elif how == "Escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: problem(dialog) == CANCELLED)
    assert [path.name for path in goal.parent.iterdir()] == ["mine.guide"]
    assert goal.read_bytes() == b"what was there before"
    assert len(listed(window)) == 1016
    click(qtbot, button(dialog, "Close"))
    assert dialogs(window) == []


def test_a_real_release_is_stopped_halfway(qtbot: QtBot, window: MainWindow, shared_data: Path, tmp_path: Path) -> None:
    goal = tmp_path / "goal" / "mine.guide"
    goal.parent.mkdir()
    dialog = open_dialog(window)
    fill(qtbot, dialog, onet=shared_data / "onet-29.3", oews=shared_data / "oews-2025", goal=goal)
    click(qtbot, button(dialog, "Build"))
    qtbot.waitUntil(lambda: bar(dialog).value() > 100, timeout=30_000)
    assert says(dialog, "Reading occupations … ")
    click(qtbot, button(dialog, "Cancel"))
    qtbot.waitUntil(lambda: problem(dialog) == CANCELLED)
    assert list(goal.parent.iterdir()) == []


def test_a_stopped_build_can_be_begun_again(qtbot: QtBot, window: MainWindow, small_sources: Path) -> None:
    dialog = open_dialog(window)
    fill_small(qtbot, dialog, small_sources)
    click(qtbot, button(dialog, "Build"))
    click(qtbot, button(dialog, "Cancel"))
    qtbot.waitUntil(lambda: problem(dialog) == CANCELLED)
    click(qtbot, button(dialog, "Build"))
    assert problem(dialog) == ""
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")


def test_the_guide_in_use_can_be_built_again_in_its_place(
    qtbot: QtBot, window: MainWindow, small_sources: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        dialog = open_dialog(window)
        fill_small(qtbot, dialog, small_sources)
        with qtbot.waitSignal(dialog.built):
            click(qtbot, button(dialog, "Build"))
        qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
        settle(qtbot)
    open_career(qtbot, window, OFFICERS)
    assert [path.name for path in tmp_path.iterdir() if "guide" in path.name] == ["built.guide"]
