"""A center's own content in the window: chosen, shown apart from what is official, kept through another guide, taken out."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from person import SECTIONS, button, choose, click, close, open_career, says, settle, texts, toast
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.db.swap import put_in_place, roll_back
from careerguide.domain.center_content import Origin
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.content_words import ContentWords, OccupationWords
from careerguide.domain.language import ENGLISH
from careerguide.resources import resources
from careerguide.ui.center_dialog import CenterDialog
from careerguide.ui.languages import speak_in
from careerguide.ui.main_window import MainWindow
from careerguide.ui.panels.panel import sources_line
from careerguide.ui.settings import Settings

OpenWindow = Callable[..., MainWindow]
EXAMPLE = resources() / "center" / "center.toml"
NURSES, OFFICERS = "29-1141.00", "33-3051.04"
HEADING, FAIR = "From Lincoln Career Center", "Job fair"


def open_dialog(window: MainWindow) -> CenterDialog:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    choose(window, "Our center's own content…")
    dialog = window.findChild(CenterDialog)
    assert isinstance(dialog, CenterDialog)
    return dialog


def read(qtbot: QtBot, dialog: CenterDialog, path: Path, said: str) -> None:
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, str(path))
    click(qtbot, button(dialog, "Read and show"))
    qtbot.waitUntil(lambda: says(dialog, said))


def test_chosen_shown_kept_through_another_guide_and_taken_out(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, small_guide: Path
) -> None:
    window = open_window()
    open_career(qtbot, window, OFFICERS)
    assert not says(window.pages, HEADING)
    dialog = open_dialog(window)
    read(qtbot, dialog, EXAMPLE, "Lincoln Career Center: 6 entries and 1 translations are shown now.")
    click(qtbot, button(dialog, "Close"))
    qtbot.waitUntil(lambda: says(window.pages, FAIR))
    assert says(window.pages, "Added by your center. Not from O*NET or the Bureau of Labor Statistics.")
    assert says(window.pages, "Source: Lincoln Career Center, November 2, 2026")
    assert Settings(tmp_path / "settings.ini").center_content == EXAMPLE
    window.load_guide(small_guide)
    qtbot.waitUntil(lambda: window.search.count.text() == "3 careers")
    assert says(open_career(qtbot, window, OFFICERS), FAIR)
    dialog = open_dialog(window)
    click(qtbot, button(dialog, "Show none"))
    qtbot.waitUntil(lambda: not says(window.pages, FAIR))
    settle(qtbot)
    assert Settings(tmp_path / "settings.ini").center_content is None


def test_a_file_with_faults_is_not_taken_and_each_is_said(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "center.toml"
    path.write_text("[center]\nname = 'x'\n[[notes]]\noccupations = 'all'\n")
    dialog = open_dialog(window)
    click(qtbot, button(dialog, "Read and show"))
    assert says(dialog, "Choose a file first.")
    read(qtbot, dialog, path, "center.toml, line 3: these are missing: title, source, date.")
    assert Settings(tmp_path / "settings.ini").center_content is None
    click(qtbot, button(dialog, "Close"))


def test_a_file_that_went_bad_is_said_at_the_start_and_nothing_of_it_is_shown(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    Settings(tmp_path / "settings.ini").center_content = tmp_path / "gone.toml"
    window = open_window()
    qtbot.waitUntil(lambda: "gone.toml: the file cannot be read" in toast(window))
    view = open_career(qtbot, window, OFFICERS)
    assert not any(text.startswith("From ") for text in texts(view))


def test_it_is_kept_through_an_update_of_the_guide_in_use(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, starter_guide: Path, small_guide: Path
) -> None:
    school = Path(shutil.copy(starter_guide, tmp_path / "school.guide"))
    content = Path(shutil.copy(EXAMPLE, tmp_path / "center.toml"))
    Settings(tmp_path / "settings.ini").center_content = content
    window = open_window(school)
    assert says(open_career(qtbot, window, OFFICERS), FAIR)
    close(window)
    put_in_place(small_guide, school)
    window = open_window(school)
    assert window.search.count.text() == "3 careers"
    assert says(open_career(qtbot, window, OFFICERS), FAIR)
    close(window)
    roll_back(school)
    window = open_window(school)
    assert window.search.count.text() == "1,016 careers"
    assert says(open_career(qtbot, window, OFFICERS), FAIR)
    assert content.read_bytes() == EXAMPLE.read_bytes()


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak_in(qapp, ENGLISH)


@pytest.mark.usefixtures("english_again")
def test_a_translation_says_in_every_section_who_made_it_and_when(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    made = "Lincoln Career Center, 1 de octubre de 2026: "
    settings = Settings(tmp_path / "settings.ini")
    settings.center_content, settings.language = EXAMPLE, "es"
    window = open_window()
    view = open_career(qtbot, window, NURSES)
    assert view.title.text() == "Enfermeras y enfermeros registrados"
    for key in SECTIONS.values():
        view.show_section(key)
        settle(qtbot)
        assert [text for text in texts(view.panel(key)) if made in text] == texts(view.panel(key))[:1], key
    view = open_career(qtbot, window, OFFICERS)
    for key in SECTIONS.values():
        view.show_section(key)
        settle(qtbot)
        assert not any(made in text for text in texts(view.panel(key))), key


@pytest.mark.usefixtures("english_again")
def test_a_comparison_says_whose_translation_it_shows(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.center_content, settings.language = EXAMPLE, "es"
    window = open_window()
    window.deciding.compare([OnetSocCode(OFFICERS), OnetSocCode(NURSES)])
    made = "Enfermeras y enfermeros registrados: "
    qtbot.waitUntil(lambda: any(text.startswith(made) and "1 de octubre de 2026" in text for text in texts(window.pages)))
    settle(qtbot)


def test_a_summary_of_the_centers_is_not_said_to_be_ours(small_guide: Path) -> None:
    center = Origin("Lincoln Career Center", date(2026, 10, 1))
    guide = Guide(small_guide, ContentWords(occupations={OFFICERS: OccupationWords(summary="Revisan.", origin=center)}))
    assert "are Career Guide's own summaries" not in sources_line(guide.page(OFFICERS))
    guide.close()
