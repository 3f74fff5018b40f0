"""Careers that nobody has rated or surveyed: every panel says so; there is never an empty box."""

import pytest
from person import ALL_OTHER, LEGISLATORS, OFFICERS, SECTIONS, look_at, open_career, rating_rows, says, tables, texts
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.ui.main_window import MainWindow
from careerguide.ui.panels.panel import Panel
from careerguide.ui.pieces.labels import Card

AIR_CREW = "55-1011.00"
SENTENCES = {
    "Knowledge": "This career has not been rated yet.",
    "Skills": "This career has not been rated yet.",
    "Abilities": "This career has not been rated yet.",
    "Activities": "This career has not been rated yet.",
    "Education": "The schooling of people in this career has not been surveyed yet.",
    "Interests": "The interests of this career have not been rated yet.",
    "Assessments": "No assessment available.",
}


def empty_cards(panel: Panel) -> list[str]:
    """Headings of the cards that hold nothing to read."""
    empty = []
    for one in panel.findChildren(Card):
        if one.isVisible():
            has_buttons = any(link.isVisible() for link in one.findChildren(QPushButton))
            if len(texts(one)) < 2 and not tables(one) and not rating_rows(one) and not has_buttons:
                empty.append(one.heading.text())
    return empty


@pytest.mark.parametrize("code", [LEGISLATORS, ALL_OTHER, AIR_CREW])
def test_every_panel_has_something_to_read(qtbot: QtBot, window: MainWindow, guide: Guide, code: str) -> None:
    assert not any(guide.page(code).ratings.values())
    open_career(qtbot, window, code)
    for section in SECTIONS:
        panel = look_at(qtbot, window, section)
        content = [text for text in texts(panel) if not text.startswith("Sources: ")]
        assert any(text.endswith((".", "?")) or " " in text for text in content), section
        assert empty_cards(panel) == [], section


@pytest.mark.parametrize("code", [LEGISLATORS, ALL_OTHER, AIR_CREW])
def test_what_is_missing_is_said_in_a_sentence(qtbot: QtBot, window: MainWindow, guide: Guide, code: str) -> None:
    open_career(qtbot, window, OFFICERS)
    for section in SECTIONS:
        look_at(qtbot, window, section)
    open_career(qtbot, window, code)
    for section, sentence in SENTENCES.items():
        if section != "Interests" or not guide.page(code).interests:
            panel = look_at(qtbot, window, section)
            assert says(panel, sentence), section
            assert rating_rows(panel) == []
    assert not says(look_at(qtbot, window, "Overview"), "Strongest skills")


def test_a_career_without_related_ones_says_what_to_search_for(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, ALL_OTHER)
    assert says(look_at(qtbot, window, "Related"), "No related careers are listed. Search for 33-90 to see its neighbors.")


def test_a_career_without_technology_says_so_for_software_and_tools(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, ALL_OTHER)
    panel = look_at(qtbot, window, "Technology")
    assert says(panel, "No software is listed for this career.")
    assert says(panel, "No tools are listed for this career.")
