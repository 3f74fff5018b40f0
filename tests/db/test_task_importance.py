"""With task ratings, tasks stand by importance, and detailed work activities by their most important task."""

from pathlib import Path

import pytest
from small_onet import ACTORS, OFFICER, Tables, classic_tables, write_release

from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.domain.page import OccupationPage, TaskKind


def page_of(tmp_path: Path, resources_guide: Path, tables: Tables, code: str = OFFICER) -> OccupationPage:
    release = write_release(tmp_path / "release", tables)
    build_official(release, [], None, resources_guide, tmp_path / "a.guide", lambda doing, share: None)
    guide = Guide(tmp_path / "a.guide")
    page = guide.page(code)
    guide.close()
    return page


def test_tasks_stand_by_importance_and_unrated_ones_last(small_guide: Path) -> None:
    tasks = Guide(small_guide).page(OFFICER).tasks
    assert [task.importance for task in tasks] == [4.75, 4.1, 3.9, None]
    assert [task.kind for task in tasks] == [TaskKind.CORE, TaskKind.CORE, TaskKind.SUPPLEMENTAL, None]
    assert tasks[0].statement.startswith("Look through bags")


def test_only_the_importance_scale_counts(tmp_path: Path, resources_guide: Path) -> None:
    tables = classic_tables()
    header, rows = tables["Task Ratings.txt"]
    tables["Task Ratings.txt"] = header, [row for row in rows if row[2] != "IM"]
    assert {task.importance for task in page_of(tmp_path, resources_guide, tables).tasks} == {None}


def test_tasks_of_equal_importance_stay_in_release_order(tmp_path: Path, resources_guide: Path) -> None:
    tables = classic_tables()
    header, rows = tables["Task Ratings.txt"]
    tables["Task Ratings.txt"] = header, [[*row[:4], "4.00", row[5]] if row[2] == "IM" else row for row in rows]
    statements = [task.statement for task in page_of(tmp_path, resources_guide, tables).tasks]
    assert statements == [row[2] for row in tables["Task Statements.txt"][1] if row[0] == OFFICER]


def test_activities_stand_by_their_most_important_task_then_by_name_each_once(small_guide: Path) -> None:
    # 102 (4.75): Guard, Inspect; 101 (4.10): Question; 103 (3.90): Inspect again, Write up.
    assert list(Guide(small_guide).page(OFFICER).detailed_work_activities) == [
        "Guard a border.",
        "Inspect cargo.",
        "Question people about travel.",
        "Write up findings.",
    ]
    assert list(Guide(small_guide).page(ACTORS).detailed_work_activities) == ["Memorize scripts."]


def test_the_most_important_task_decides_whichever_comes_first_in_the_file(tmp_path: Path, resources_guide: Path) -> None:
    tables = classic_tables()
    header, rows = tables["Tasks to DWAs.txt"]
    tables["Tasks to DWAs.txt"] = header, rows[::-1]
    activities = page_of(tmp_path, resources_guide, tables).detailed_work_activities
    assert activities == ("Guard a border.", "Inspect cargo.", "Question people about travel.", "Write up findings.")


def test_without_task_ratings_activities_stand_by_name(tmp_path: Path, resources_guide: Path) -> None:
    tables = classic_tables()
    del tables["Task Ratings.txt"]
    page = page_of(tmp_path, resources_guide, tables)
    assert page.detailed_work_activities == (
        "Guard a border.",
        "Inspect cargo.",
        "Question people about travel.",
        "Write up findings.",
    )
    assert [task.statement.split()[0] for task in page.tasks] == ["Ask", "Look", "Write", "Walk"]


def test_an_activity_of_an_unrated_task_comes_after_those_of_rated_ones(tmp_path: Path, resources_guide: Path) -> None:
    tables = classic_tables()
    header, rows = tables["Tasks to DWAs.txt"]
    tables["Tasks to DWAs.txt"] = header, [[OFFICER, "104", "4.A.2.b.5.I03.D05", "07/2014", "Analyst"], *rows]
    activities = page_of(tmp_path, resources_guide, tables).detailed_work_activities
    assert activities[-1] == "Memorize scripts."
    assert len(activities) == 5


def test_two_activities_with_one_name_are_shown_once(tmp_path: Path, resources_guide: Path) -> None:
    tables = classic_tables()
    header, rows = tables["DWA Reference.txt"]
    twin = ["4.A.1.a.1", "4.A.1.a.1.I01", "4.A.1.a.1.I01.D09", "Inspect cargo."]
    tables["DWA Reference.txt"] = header, [*rows, twin]
    header, rows = tables["Tasks to DWAs.txt"]
    tables["Tasks to DWAs.txt"] = header, [*rows, [OFFICER, "101", twin[2], "07/2014", "Analyst"]]
    activities = page_of(tmp_path, resources_guide, tables).detailed_work_activities
    assert activities.count("Inspect cargo.") == 1
    assert len(activities) == 4


@pytest.mark.parametrize("value", ["n/a", ""])
def test_a_rating_that_is_not_available_is_no_importance_of_zero(tmp_path: Path, resources_guide: Path, value: str) -> None:
    tables = classic_tables()
    header, rows = tables["Task Ratings.txt"]
    tables["Task Ratings.txt"] = header, [[*row[:4], value, row[5]] if row[1] == "102" else row for row in rows]
    tasks = {task.statement.split()[0]: task.importance for task in page_of(tmp_path, resources_guide, tables).tasks}
    assert tasks["Look"] is None
