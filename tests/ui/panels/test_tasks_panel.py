"""Tasks: the most important first; in a guide from an official release, core tasks before supplemental ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from person import ALL_OTHER, OFFICERS, card, look_at, open_career, says, texts
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from small_onet import Tables, classic_tables, write_release

from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.domain.page import Task, TaskKind
from careerguide.domain.ratings import IMPORTANCE, score_words, standardised
from careerguide.ui.main_window import MainWindow

CORE, OTHER = "What people in this career do", "Also part of the work for some"
OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def without_ratings(tmp_path: Path, resources_guide: Path) -> Path:
    """The small guide from a release that rates no task."""
    tables = classic_tables()
    del tables["Task Ratings.txt"]
    return build(tmp_path, tables, resources_guide)


@pytest.fixture
def without_kinds(tmp_path: Path, resources_guide: Path) -> Path:
    """The small guide from a release that neither rates tasks nor calls them core or supplemental."""
    tables = classic_tables()
    del tables["Task Ratings.txt"]
    header, rows = tables["Task Statements.txt"]
    kind = header.index("Task Type")
    tables["Task Statements.txt"] = header, [[*row[:kind], "n/a", *row[kind + 1 :]] for row in rows]
    return build(tmp_path, tables, resources_guide)


def build(folder: Path, tables: Tables, resources_guide: Path) -> Path:
    output = folder / "tasks.guide"
    build_official(write_release(folder / "onet", tables), [], None, resources_guide, output, lambda doing, share: None)
    return output


def shown(widget: QWidget) -> list[list[str]]:
    """Number, statement and importance of the tasks of a card."""
    words = texts(widget)[2:]
    rows: list[list[str]] = []
    for text in words:
        if text == f"{len(rows) + 1}.":
            rows.append([])
        rows[-1].append(text)
    return rows


def expected(tasks: list[Task]) -> list[list[str]]:
    rows = [[f"{number}.", task.statement] for number, task in enumerate(tasks, start=1)]
    for row, task in zip(rows, tasks, strict=True):
        if task.importance is not None:
            row.append(score_words(standardised(task.importance, IMPORTANCE)))
    return rows


def test_our_own_tasks_stand_in_their_order_without_figures(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Tasks")
    assert [sorted(row) for row in shown(card(panel, CORE))] == [sorted(row) for row in expected(list(guide.page(OFFICERS).tasks))]
    assert texts(card(panel, CORE))[1] == "The most important first."
    assert not says(panel, OTHER)


def test_core_tasks_come_before_supplemental_ones_each_by_importance(
    qtbot: QtBot, open_window: OpenWindow, small_guide: Path
) -> None:
    small = Guide(small_guide)
    tasks = small.page(OFFICERS).tasks
    small.close()
    window = open_window(small_guide)
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Tasks")
    core = [task for task in tasks if task.kind is not TaskKind.SUPPLEMENTAL]
    other = [task for task in tasks if task.kind is TaskKind.SUPPLEMENTAL]
    assert len(core) > 1
    assert other
    for heading, some in ((CORE, core), (OTHER, other)):
        assert [sorted(row) for row in shown(card(panel, heading))] == [sorted(row) for row in expected(some)]
        importances = [task.importance or 0 for task in some]
        assert importances == sorted(importances, reverse=True)
    assert texts(card(panel, CORE))[1] == "Core tasks, the most important first."
    assert says(card(panel, OTHER), "Supplemental tasks: less important, or done by fewer people.")


def test_core_tasks_without_ratings_stand_in_the_order_of_the_release(
    qtbot: QtBot, open_window: OpenWindow, without_ratings: Path
) -> None:
    window = open_window(without_ratings)
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Tasks")
    statements = [row[2] for row in classic_tables()["Task Statements.txt"][1] if row[0] == OFFICERS]
    assert texts(card(panel, CORE))[1] == "Core tasks, in the order of the release."
    assert [row[1] for row in shown(card(panel, CORE))][:2] == statements[:2]


def test_unrated_tasks_are_said_to_be_unrated(qtbot: QtBot, open_window: OpenWindow, without_kinds: Path) -> None:
    window = open_window(without_kinds)
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Tasks")
    assert says(panel, "These tasks are not yet rated; they stand in the order of the release.")
    assert len(shown(card(panel, CORE))) == 4
    assert not says(panel, OTHER)


def test_a_career_without_tasks_says_where_to_look(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    look_at(qtbot, window, "Tasks")
    open_career(qtbot, window, ALL_OTHER)
    panel = look_at(qtbot, window, "Tasks")
    assert says(panel, "No tasks are listed for this career. The overview says what belongs to it.")
    assert not says(panel, CORE)
