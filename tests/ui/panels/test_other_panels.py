"""Interests, activities, technology and assessments."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from person import (
    ALL_OTHER,
    OFFICERS,
    button,
    card,
    click,
    close,
    from_the_top,
    has_button,
    look_at,
    open_career,
    says,
    texts,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.page import Technology, TechnologyKind
from careerguide.domain.ratings import score_words
from careerguide.reports.page_json import page_json
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.bar import Bar

NURSES = "29-1141.00"
OpenWindow = Callable[..., MainWindow]


def test_interests_stand_strongest_first_with_their_meaning_and_score(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Interests")
    interests = page_json(guide.page(OFFICERS))["interests"]
    spoken = [bar.accessibleName() for bar in from_the_top(panel.findChildren(Bar))]
    assert spoken == [f"{one['name']}: {score_words((one['score'] - 1) / 6 * 100)} of 100" for one in interests]
    words = texts(card(panel, "Work interests"))[3:]
    assert words == [text for one in interests for text in (one["name"], one["description"])]


def test_the_three_letters_of_the_interests_are_explained(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    first, second, third = (one.name for one in guide.page(OFFICERS).interests[:3])
    words = texts(card(look_at(qtbot, window, "Interests"), "Work interests"))
    assert words[1] == f"{first[0]} · {second[0]} · {third[0]}"
    assert (
        words[2]
        == f"People who like {first.lower()}, then {second.lower()} and {third.lower()} work tend to be drawn to this career."
    )


def test_detailed_activities_are_those_of_the_command_line(
    qtbot: QtBot, open_window: OpenWindow, small_guide: Path, guide: Guide
) -> None:
    small = Guide(small_guide)
    for path, opened in ((None, guide), (small_guide, small)):
        window = open_window(path)
        open_career(qtbot, window, OFFICERS)
        listed = texts(card(look_at(qtbot, window, "Activities"), "In detail"))
        activities = page_json(opened.page(OFFICERS))["detailed_work_activities"]
        assert len(activities) > 3
        assert listed[-1].splitlines() == [f"•  {activity}" for activity in activities]
        assert ("By the importance of the task they belong to" in listed[1]) is (opened is small)
        close(window)
    small.close()


def by_category(items: list[Technology]) -> dict[str, list[Technology]]:
    kinds: dict[str, list[Technology]] = {}
    for item in items:
        kinds.setdefault(item.category, []).append(item)
    return kinds


def test_software_stands_by_kind_with_what_is_in_demand_marked(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, NURSES)
    panel = look_at(qtbot, window, "Technology")
    software = by_category([item for item in guide.page(NURSES).technology if item.kind is TechnologyKind.SOFTWARE])
    assert len(software) > 8
    shown = card(panel, "Software")
    assert texts(shown)[2::2] == list(software)[:8]
    click(qtbot, button(shown, f"Show all {len(software)} kinds"))
    QApplication.processEvents()
    assert texts(shown)[2::2] == list(software)
    for names, items in zip(texts(shown)[3::2], software.values(), strict=True):
        for item in items:
            marks = ", ".join(word for word, marked in (("in demand", item.in_demand), ("hot", item.hot)) if marked)
            assert (f"{item.name} ({marks})" if marks else item.name) in names
    click(qtbot, button(shown, "Show fewer"))
    QApplication.processEvents()
    assert texts(shown)[2::2] == list(software)[:8]


def test_tools_stand_apart_from_software(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    technology = guide.page(OFFICERS).technology
    assert [kind for kind, _ in groupby(technology, key=lambda item: item.kind)] == [TechnologyKind.SOFTWARE, TechnologyKind.TOOL]
    shown = card(look_at(qtbot, window, "Technology"), "Tools and equipment")
    tools = by_category([item for item in technology if item.kind is TechnologyKind.TOOL])
    assert texts(shown)[1::2] == list(tools)[:8]
    assert has_button(shown, f"Show all {len(tools)} kinds") is (len(tools) > 8)


def test_assessments_are_named_and_described(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    tests = guide.page(NURSES).assessments
    assert tests
    open_career(qtbot, window, NURSES)
    words = texts(card(look_at(qtbot, window, "Assessments"), "Related assessments"))
    assert words[2:] == [text for test in tests for text in (test.name, test.description)]
    assert words[1].startswith("Tests that many people in this career take.")


def test_where_there_is_no_assessment_the_panel_says_so(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, NURSES)
    look_at(qtbot, window, "Assessments")
    open_career(qtbot, window, OFFICERS)
    assert texts(card(look_at(qtbot, window, "Assessments"), "Related assessments"))[1:] == ["No assessment available."]


def test_tests_of_a_career_before_never_stay(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, NURSES)
    for section in ("Assessments", "Technology", "Interests", "Related"):
        look_at(qtbot, window, section)
    open_career(qtbot, window, ALL_OTHER)
    assert not says(look_at(qtbot, window, "Assessments"), guide.page(NURSES).assessments[0].name)
    assert not any(bar.isVisible() for bar in look_at(qtbot, window, "Interests").findChildren(Bar))
