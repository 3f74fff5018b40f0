"""The overview: facts, the question, what it is, titles also used, strongest skills."""

from collections.abc import Callable
from pathlib import Path

import pytest
from person import (
    ACTORS,
    ALL_OTHER,
    LEGISLATORS,
    OFFICERS,
    button,
    card,
    click,
    look_at,
    open_career,
    rating_names,
    rating_rows,
    says,
    texts,
)
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.education import short_level
from careerguide.domain.ratings import Domain
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.labels import FactCard

OpenWindow = Callable[..., MainWindow]


def facts(qtbot: QtBot, window: MainWindow, code: str) -> dict[str, list[str]]:
    """The facts at the top: name → what is said of it."""
    open_career(qtbot, window, code)
    panel = look_at(qtbot, window, "Overview")
    return {words[0]: words[1:] for words in (texts(one) for one in panel.findChildren(FactCard))}


def test_five_facts_stand_at_the_top(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    page = guide.page(OFFICERS)
    shown = facts(qtbot, window, OFFICERS)
    wages, projection, zone, most = page.outlook.wages, page.outlook.projection, page.job_zone, page.schooling.education[0]
    assert wages is not None
    assert projection is not None
    assert zone is not None
    assert list(shown) == ["Median pay", "Usual schooling", "Outlook", "Preparation", "Interests"]
    assert shown["Median pay"] == [f"${wages.median:,.0f}", "a year, United States"]
    assert shown["Usual schooling"] == [short_level(most.category, most.level), f"{most.percent:.0f} % of people hired"]
    assert shown["Outlook"] == ["Average", f"{projection.change_percent:+.1f} % jobs to {projection.target_year}"]
    assert shown["Preparation"] == [f"Job zone {zone.zone}", zone.name.partition(": ")[2] or zone.name]
    assert shown["Interests"] == [" · ".join(one.name[0] for one in page.interests[:3]), f"{page.interests[0].name} first"]


def test_what_is_not_known_is_said_to_be_not_available(qtbot: QtBot, window: MainWindow) -> None:
    shown = facts(qtbot, window, LEGISLATORS)
    assert shown["Median pay"] == ["Not available", "not published for this place"]
    assert shown["Usual schooling"] == ["Not available", "not surveyed yet"]
    assert facts(qtbot, window, ALL_OTHER)["Interests"] == ["Not available", "not rated yet"]


@pytest.mark.parametrize(
    ("code", "question"),
    [
        (OFFICERS, "What is a Customs and Border Protection Officer?"),
        (ACTORS, "What is an Actor?"),
        (ALL_OTHER, "Which careers are in this group?"),
    ],
)
def test_the_heading_asks_the_question_that_is_answered(
    qtbot: QtBot, window: MainWindow, guide: Guide, code: str, question: str
) -> None:
    open_career(qtbot, window, code)
    answer = card(look_at(qtbot, window, "Overview"), question)
    assert texts(answer)[1] == guide.page(code).overview


def test_titles_also_used_are_listed_in_the_order_of_the_release(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    also_called = guide.page(OFFICERS).also_called
    assert len(also_called) > 3
    assert says(look_at(qtbot, window, "Overview"), "Also called: " + ", ".join(also_called))


def test_titles_that_nobody_was_asked_about_are_named_so(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    page = guide.page(ALL_OTHER)
    assert not page.also_called
    open_career(qtbot, window, ALL_OTHER)
    panel = look_at(qtbot, window, "Overview")
    assert says(panel, "Titles that belong here: " + ", ".join(page.other_titles)) is bool(page.other_titles)
    assert not says(panel, "Also called")


def test_the_five_strongest_skills_lead_to_all_skills(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    view = open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Overview")
    assert rating_names(panel) == [rating.name for rating in guide.page(OFFICERS).ratings[Domain.SKILLS][:5]]
    click(qtbot, rating_rows(panel)[0])
    assert view.section == "skills"
    click(qtbot, button(look_at(qtbot, window, "Overview"), "All skills"))
    assert view.section == "skills"


def test_the_official_definition_stands_before_the_plain_words(qtbot: QtBot, open_window: OpenWindow, small_guide: Path) -> None:
    small = Guide(small_guide)
    page = small.page(OFFICERS)
    small.close()
    window = open_window(small_guide)
    open_career(qtbot, window, OFFICERS)
    answer = texts(card(look_at(qtbot, window, "Overview"), "What is a Customs and Border Protection Officer?"))
    assert answer[1:4] == [page.definition, "In plain words", page.summary]


def test_how_to_prepare_is_told_in_the_words_of_the_job_zone(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    zone = guide.page(OFFICERS).job_zone
    assert zone is not None
    open_career(qtbot, window, OFFICERS)
    told = texts(card(look_at(qtbot, window, "Overview"), "How to prepare"))
    assert told[1:] == [zone.name, f"{zone.education} {zone.experience} {zone.training}"]


def test_sources_stand_at_the_foot_of_every_panel(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    for section in ("Overview", "Skills", "Assessments"):
        last = texts(look_at(qtbot, window, section))[-1]
        assert last.startswith("Sources: ")
        for source in guide.sources:
            if source.name != "Career Guide texts":
                assert f"{source.name} {source.release} ({source.licence})" in last
        assert "published as Police and Sheriff's Patrol Officers (33-3051)" in last
