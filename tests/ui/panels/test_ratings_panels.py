"""Knowledge, skills, abilities, work activities: the strongest first, all on request, and how sure each rating is."""

from collections.abc import Callable

import pytest
from person import (
    ACTORS,
    OFFICERS,
    button,
    click,
    has_button,
    look_at,
    open_career,
    rating_names,
    rating_rows,
    says,
    table_rows,
    tables,
    texts,
)
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.domain.ratings import Domain, Rating, month_and_year, score_words, strongest
from careerguide.reports.page_json import page_json
from careerguide.ui.certainty_dialog import CertaintyDialog
from careerguide.ui.main_window import MainWindow
from careerguide.ui.pieces.rating_row import RatingRow

RATED = {
    "Knowledge": Domain.KNOWLEDGE,
    "Skills": Domain.SKILLS,
    "Abilities": Domain.ABILITIES,
    "Activities": Domain.WORK_ACTIVITIES,
}
ACCOUNTANTS, ADJUSTERS = "13-2011.00", "13-1041.00"


@pytest.mark.parametrize("section", RATED)
def test_the_strongest_ratings_stand_first_as_on_the_command_line(
    qtbot: QtBot, window: MainWindow, guide: Guide, section: str
) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, section)
    names = [rating["name"] for rating in page_json(guide.page(OFFICERS))[RATED[section].value]]
    strong = len(strongest(guide.page(OFFICERS).ratings[RATED[section]]))
    assert 10 <= strong < len(names)
    assert rating_names(panel) == names[:strong]


@pytest.mark.parametrize("section", RATED)
def test_show_all_reveals_the_rest_and_takes_it_back(qtbot: QtBot, window: MainWindow, guide: Guide, section: str) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, section)
    ratings = guide.page(OFFICERS).ratings[RATED[section]]
    few = rating_names(panel)
    click(qtbot, button(panel, f"Show all {len(ratings)}"))
    QApplication.processEvents()
    assert rating_names(panel) == [rating.name for rating in ratings]
    click(qtbot, button(panel, "Show the strongest only"))
    QApplication.processEvents()
    assert rating_names(panel) == few


def test_another_career_begins_with_its_strongest_again(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Skills")
    click(qtbot, button(panel, "Show all 35"))
    open_career(qtbot, window, ACTORS)
    assert rating_names(panel) == [rating.name for rating in strongest(guide.page(ACTORS).ratings[Domain.SKILLS])]
    assert has_button(panel, "Show all 35")


def test_a_row_speaks_its_name_importance_and_level(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    row = rating_rows(look_at(qtbot, window, "Knowledge"))[0]
    rating = guide.page(OFFICERS).ratings[Domain.KNOWLEDGE][0]
    importance, level = score_words(rating.importance_score), score_words(rating.level_score)
    assert row.accessibleName() == f"{rating.name}, importance {importance} of 100, level {level} of 100"


def test_a_bar_is_as_long_as_the_rating_is_high(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Knowledge")
    click(qtbot, button(panel, "Show all 33"))
    QApplication.processEvents()
    rows = rating_rows(panel)
    lengths = [filled_pixels(row, window.theme.tokens.bar) for row in rows]
    scores = [row.rating.importance_score for row in rows if row.rating is not None and not row.rating.low_precision]
    assert len(scores) == len(rows)
    most = window.theme.px(150)
    for length, score in zip(lengths, scores, strict=True):
        assert score is not None
        assert length == pytest.approx(max(score / 100 * most, window.theme.px(10)), abs=3)


def filled_pixels(row: RatingRow, colour: str) -> int:
    """The length of the longest line of one colour in the picture of a row."""
    image = row.grab().toImage()
    lengths = [
        sum(image.pixelColor(x, y).name().upper() == colour.upper() for x in range(image.width()))
        for y in range(0, image.height(), 2)
    ]
    return max(lengths)


# How sure is it?


def row_of(qtbot: QtBot, window: MainWindow, guide: Guide, code: str, section: str, kind: Callable[[Rating], bool]) -> RatingRow:
    """Open a career and find the first row of a kind in a section, behind “show all” if need be."""
    ratings = guide.page(code).ratings[RATED[section]]
    wanted = next(rating for rating in ratings if kind(rating))
    open_career(qtbot, window, code)
    panel = look_at(qtbot, window, section)
    if wanted.name not in rating_names(panel):
        click(qtbot, button(panel, f"Show all {len(ratings)}"))
        QApplication.processEvents()
    return next(row for row in rating_rows(panel) if row.rating == wanted)


def dialogs(window: MainWindow) -> list[CertaintyDialog]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [dialog for dialog in window.findChildren(CertaintyDialog) if isinstance(dialog, CertaintyDialog)]


def explained(qtbot: QtBot, window: MainWindow, row: RatingRow) -> list[str]:
    """Press a row; the sentences that come."""
    click(qtbot, row)
    (dialog,) = dialogs(window)
    assert dialog.isVisible()
    return texts(dialog)


@pytest.mark.parametrize("how", ["click", "Space", "Enter"])
def test_a_row_tells_how_sure_it_is_and_escape_closes(qtbot: QtBot, window: MainWindow, how: str) -> None:
    open_career(qtbot, window, OFFICERS)
    row = rating_rows(look_at(qtbot, window, "Skills"))[0]
    row.setFocus()
    if how == "click":
        click(qtbot, row)
    else:
        qtbot.keyClick(row, {"Space": Qt.Key.Key_Space, "Enter": Qt.Key.Key_Return}[how])
    (dialog,) = dialogs(window)
    assert dialog.isVisible()
    assert row.rating is not None
    assert texts(dialog)[0] == row.rating.name
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialogs(window) == [], "a closed dialog is kept"
    qtbot.waitUntil(row.hasFocus)


def test_the_close_button_closes(qtbot: QtBot, window: MainWindow) -> None:
    open_career(qtbot, window, OFFICERS)
    click(qtbot, rating_rows(look_at(qtbot, window, "Skills"))[0])
    (dialog,) = dialogs(window)
    click(qtbot, next(one for one in dialog.findChildren(QPushButton) if "Close" in one.text().replace("&", "")))
    assert dialogs(window) == []


def test_people_in_the_career_rated_it(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(
        qtbot, window, guide, ACTORS, "Knowledge", lambda rating: rating.rated_by == "Incumbent" and not rating.low_precision
    )
    words = explained(qtbot, window, row)
    rating = row.rating
    assert rating is not None
    assert rating.date is not None
    n, estimate = rating.importance_estimate.n, rating.importance_estimate
    assert estimate.lower is not None
    assert estimate.upper is not None
    low, high = (score_words((bound - 1) * 25) for bound in (estimate.lower, estimate.upper))
    assert f"Rated by {n} people who work in this career in {month_and_year(rating.date)}." in words
    expected = f"Importance: If the survey were done again, the figure would most likely lie between {low} and {high}."
    assert expected in words
    assert not any("Low precision" in text for text in words)


def test_analysts_rated_it(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    words = explained(qtbot, window, row_of(qtbot, window, guide, OFFICERS, "Skills", lambda rating: rating.rated_by == "Analyst"))
    assert any(text.startswith("Rated by 8 trained job analysts in ") for text in words)


def test_experts_rated_it(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(qtbot, window, guide, "15-2011.00", "Knowledge", lambda rating: rating.rated_by == "Occupational Expert")
    assert any("experts on this career in " in text for text in explained(qtbot, window, row))


def test_a_rating_without_statistics_says_so(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(qtbot, window, guide, ACCOUNTANTS, "Knowledge", lambda rating: rating.importance_estimate.lower is None)
    words = explained(qtbot, window, row)
    assert "Importance: How sure this figure is was not published with it." in words
    assert "Level: How sure this figure is was not published with it." in words
    figures = table_rows(tables(dialogs(window)[0])[0])
    assert figures[0][3:] == ["–", "–"]


def test_a_rating_of_unknown_raters_says_so(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(qtbot, window, guide, OFFICERS, "Activities", lambda rating: rating.rated_by is None)
    assert "Who rated this was not published." in explained(qtbot, window, row)


def test_what_is_not_relevant_has_no_level(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(qtbot, window, guide, ACTORS, "Knowledge", lambda rating: rating.not_relevant)
    assert row.accessibleName().endswith(", level not relevant") or "level not relevant, low precision" in row.accessibleName()
    words = explained(qtbot, window, row)
    assert "Level: those who rated said it is not relevant to this career, so no level is shown." in words
    level = table_rows(tables(dialogs(window)[0])[0])[1]
    assert level[1:] == ["–", "–", "–", "–"]


def test_low_precision_is_marked_on_the_row_and_explained(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(qtbot, window, guide, ACTORS, "Knowledge", lambda rating: rating.low_precision)
    assert row.accessibleName().endswith(", low precision")
    view = window.view
    assert view is not None
    assert says(view.panel("knowledge"), "* Striped: low precision, few answers or answers far apart.")
    sentence = "Low precision: few people answered, or their answers were far apart. Take it as a rough guide."
    assert sentence in explained(qtbot, window, row)


def test_the_legend_of_low_precision_stands_only_where_there_is_some(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    assert not any(rating.low_precision for rating in guide.page(OFFICERS).ratings[Domain.ABILITIES])
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Abilities")
    assert says(panel, "Thick bar: importance.")
    assert not says(panel, "Striped")


def test_the_rating_stands_in_figures_too(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    row = row_of(qtbot, window, guide, ACTORS, "Knowledge", lambda rating: rating.rated_by == "Incumbent")
    click(qtbot, row)
    rating = row.rating
    assert rating is not None
    importance, level = table_rows(tables(dialogs(window)[0])[0])
    estimate = rating.importance_estimate
    assert importance == [
        f"Importance (1 to 5): {rating.importance:.2f}",
        score_words(rating.importance_score),
        str(estimate.n),
        f"{estimate.standard_error:.2f}",
        f"{estimate.lower:.2f} to {estimate.upper:.2f}",
    ]
    assert level[:2] == [f"Level (0 to 7): {rating.level:.2f}", score_words(rating.level_score)]
