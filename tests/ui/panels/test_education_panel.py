"""Education: the shares of people hired as a sentence, a chart and a table."""

import pyqtgraph as pg
import pytest
from person import LEGISLATORS, OFFICERS, card, look_at, open_career, says, table_rows, tables, texts
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.db.guide import Guide
from careerguide.reports.page_json import page_json
from careerguide.ui.charts import ShareChart, percent_words
from careerguide.ui.main_window import MainWindow


def chart(qtbot: QtBot, window: MainWindow, code: str) -> ShareChart:
    open_career(qtbot, window, code)
    found = look_at(qtbot, window, "Education").findChild(pg.PlotWidget)
    assert isinstance(found, ShareChart)
    assert found.isVisible()
    return found


def bar_lengths(picture: ShareChart) -> list[list[float]]:
    """Of each set of bars, from the top."""
    bars = [item for item in picture.getPlotItem().items if isinstance(item, pg.BarGraphItem)]
    return [[float(length) for length in item.opts["width"]] for item in bars]


def test_the_table_holds_all_shares_highest_first(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    (table,) = tables(look_at(qtbot, window, "Education"))
    shares = page_json(guide.page(OFFICERS))["education"]
    names = [f"{share['level']} ({share['note']})" if share["note"] else share["level"] for share in shares]
    assert table_rows(table) == [[name, f"{share['percent']:.1f} %"] for name, share in zip(names, shares, strict=True)]
    percents = [share["percent"] for share in shares]
    assert percents == sorted(percents, reverse=True)
    assert len(percents) == 12


def test_the_chart_draws_what_the_table_says(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    shares = guide.page(OFFICERS).schooling.education
    picture = chart(qtbot, window, OFFICERS)
    assert [share.percent for share in shares] in bar_lengths(picture)
    written = [item.toPlainText() for item in picture.getPlotItem().items if isinstance(item, pg.TextItem) and item.isVisible()]
    assert [percent_words(share.percent) for share in shares] == [words for words in written if words.endswith(" %")]


def test_the_chart_has_a_name_and_says_in_words_what_it_shows(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    most = guide.page(OFFICERS).schooling.education[0]
    picture = chart(qtbot, window, OFFICERS)
    assert picture.accessibleName() == "Education of people hired, bar chart"
    assert picture.accessibleDescription().startswith(
        f"Of the people hired: {most.percent:.0f} % {most.level[0].lower()}{most.level[1:]}"
    )
    assert says(look_at(qtbot, window, "Education"), picture.accessibleDescription())


def test_no_bar_and_no_name_is_cut_off_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    picture = chart(qtbot, window, OFFICERS)
    for width in (1900, 1280, 1024, 700):
        window.resize(width, 768)
        QApplication.processEvents()
        seen = picture.sceneRect()
        for item in picture.getPlotItem().items:
            if isinstance(item, pg.TextItem) and item.isVisible():
                place = item.mapRectToScene(item.boundingRect())
                assert seen.left() - 1 <= place.left(), f"“{item.toPlainText()}” at {width} px"
                assert place.right() <= seen.right() + 1, f"“{item.toPlainText()}” at {width} px"


def test_experience_and_training_are_listed(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    open_career(qtbot, window, OFFICERS)
    told = texts(card(look_at(qtbot, window, "Education"), "Experience and training"))[1].splitlines()
    assert [line.partition(":")[0] for line in told] == [
        "Work experience before",
        "Training at the workplace or in a course",
        "Training on the job",
    ]
    top = max(guide.page(OFFICERS).schooling.experience, key=lambda share: share.percent)
    assert told[0].startswith(f"Work experience before: {top.percent:.0f} % {top.level.lower()}")


def test_what_bls_names_as_typical_is_apart_from_the_survey(qtbot: QtBot, window: MainWindow, guide: Guide) -> None:
    projection = guide.page(OFFICERS).outlook.projection
    assert projection is not None
    open_career(qtbot, window, OFFICERS)
    panel = look_at(qtbot, window, "Education")
    typical = f"Typical schooling to enter, by the Bureau of Labor Statistics: {projection.typical_entry_education}."
    assert texts(card(panel, "To start"))[1] == typical
    assert says(panel, "O*NET survey, answered by")


def test_a_career_that_was_not_surveyed_has_a_sentence_in_place_of_chart_and_table(qtbot: QtBot, window: MainWindow) -> None:
    picture = chart(qtbot, window, OFFICERS)
    open_career(qtbot, window, LEGISLATORS)
    panel = look_at(qtbot, window, "Education")
    assert not picture.isVisible()
    assert tables(panel) == []
    assert says(panel, "The schooling of people in this career has not been surveyed yet.")
    assert says(panel, "Work experience before: not surveyed.")


@pytest.mark.parametrize(
    ("percent", "words"), [(0, "0 %"), (0.4, "< 1 %"), (0.999, "< 1 %"), (1, "1 %"), (39.2, "39 %"), (100, "100 %")]
)
def test_a_percent_is_a_whole_number_and_never_rounded_to_nothing(percent: float, words: str) -> None:
    assert percent_words(percent) == words
