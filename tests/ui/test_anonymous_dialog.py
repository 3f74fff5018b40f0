"""Anonymous answers: chosen by the center, shown as alphas, said in a sentence where there are too few."""

import random
from pathlib import Path

import pytest
from person import button, choose, click, says, settle, settle_desk, table_rows, texts
from pytestqt.qtbot import QtBot

from careerguide.db.anonymous_answers import answers_file, keep
from careerguide.domain.language import ENGLISH, SPANISH
from careerguide.resources import in_language
from careerguide.sources.inventory import read_inventory
from careerguide.ui.anonymous_dialog import AnonymousDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pages import Place


def opened(qtbot: QtBot, window: MainWindow) -> AnonymousDialog:
    choose(window, "Anonymous answers…")
    settle(qtbot)
    dialog = window.findChildren(AnonymousDialog)[-1]
    assert isinstance(dialog, AnonymousDialog)
    return dialog


def test_nothing_is_kept_until_a_folder_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    assert "No answers are kept." in texts(opened(qtbot, window))


def test_a_folder_without_answers_says_so_and_is_remembered(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, window)
    dialog.take_folder(tmp_path)
    settle(qtbot)
    assert any(line.startswith("No answers have been kept there yet.") for line in texts(dialog))
    dialog.close()
    assert f"Answers are kept in: {tmp_path}" in texts(opened(qtbot, window))


def test_few_forms_are_no_figure_and_many_are(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    inventory = read_inventory(in_language("inventory.toml", "en"))
    chance = random.Random(7)
    for _ in range(29):
        keep(tmp_path, inventory, {item.id: chance.randrange(5) for item in inventory.items}, short=False)
    dialog = opened(qtbot, window)
    dialog.take_folder(tmp_path)
    settle(qtbot)
    table = dialog.figures[ENGLISH].table
    assert not table.isVisible()
    assert any("at least 30 are needed" in line for line in texts(dialog))
    keep(tmp_path, inventory, {item.id: chance.randrange(5) for item in inventory.items}, short=False)
    dialog.take_folder(tmp_path)
    settle(qtbot)
    rows = table_rows(table)
    assert [row[:2] for row in rows] == [
        [name, "30"] for name in ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    ]


def test_each_language_has_figures_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    chance = random.Random(7)
    for code, forms in (("en", 31), ("es", 12)):
        inventory = read_inventory(in_language("inventory.toml", code))
        for _ in range(forms):
            keep(tmp_path, inventory, {item.id: chance.randrange(5) for item in inventory.items}, short=False)
    dialog = opened(qtbot, window)
    dialog.take_folder(tmp_path)
    settle(qtbot)
    english, spanish = dialog.figures[ENGLISH], dialog.figures[SPANISH]
    assert (texts(english)[0], texts(spanish)[0]) == ("English", "Español")
    assert {row[1] for row in table_rows(english.table)} == {"31"}
    assert says(spanish, "12 completed forms")
    assert not spanish.table.isVisible()
    dialog.take_folder(None)
    assert not english.isVisible()
    assert not spanish.isVisible()


@pytest.mark.parametrize(("answer", "kept"), [("Yes, keep my answers", True), ("No, thank you", False)])
def test_who_takes_the_assessment_is_asked_and_only_a_yes_keeps_the_answers(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, answer: str, kept: bool
) -> None:
    dialog = opened(qtbot, window)
    dialog.take_folder(tmp_path)
    settle(qtbot)
    click(qtbot, button(dialog, "Close"))
    window.journey.visit(Place.ASSESSMENT)
    qtbot.waitUntil(lambda: window.pages.assessment is not None and window.pages.assessment.isVisible())
    page = window.pages.assessment
    assert page is not None
    settle_desk(qtbot, window)
    click(qtbot, button(page, "Short form: 30 activities"))
    for number in range(30):
        qtbot.keyClick(page.items, "1234"[number % 4])
    if says(page, "Shall we look again?"):  # keys of a test are faster than a person
        click(qtbot, button(page, "Go on anyway"))
    click(qtbot, button(page, "I am not sure yet"))
    assert says(page, "May we keep your answers")
    click(qtbot, button(page, answer))
    settle_desk(qtbot, window)
    assert says(page, "Your interests")
    file = answers_file(tmp_path, read_inventory(in_language("inventory.toml", "en")))
    assert file.exists() is kept
    if kept:
        header, row = file.read_text(encoding="utf-8").splitlines()
        assert len([cell for cell in row.split(",") if cell]) == 30
        assert header.startswith("A01,")
