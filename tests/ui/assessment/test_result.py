"""The result of known profiles: code, careers, why, what if; keeping, opening, comparing and deleting results."""

import re

import pytest
from person import button, click, table_rows, tables, texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from visitor import Likes, Visitor

from careerguide.domain.codes import major_group
from careerguide.ui.assessment.results_dialog import ResultsDialog
from careerguide.ui.assessment.score_slider import ScoreSlider
from careerguide.ui.assessment.why_dialog import WhyDialog
from careerguide.ui.sessions.confirm_dialog import ConfirmDialog

SCIENTIST: Likes = {"Realistic": 4, "Investigative": 5, "Artistic": 2, "Social": 1, "Enterprising": 1, "Conventional": 3}
INSPECTOR: Likes = {"Realistic": 3, "Investigative": 1, "Artistic": 1, "Social": 2, "Enterprising": 4, "Conventional": 5}
OFFICERS = "33-3051.04"


def choose(visitor: Visitor, name: str, words: str) -> None:
    """Choose in a combo box by its name."""
    (combo,) = [one for one in visitor.page.findChildren(QComboBox) if one.accessibleName() == name]
    combo.setFocus()
    visitor.qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findText(words, Qt.MatchFlag.MatchStartsWith)):
        visitor.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText().startswith(words)
    visitor.qtbot.wait(200)
    visitor.settle()


def test_who_likes_to_find_out_and_to_make_gets_science_and_engineering_and_no_sales(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    assert visitor.sees("I · R · C")
    assert visitor.sees("Strongest first: Investigative, then Realistic, then Conventional.")
    assert visitor.kept()[0].scores == (30, 40, 10, 0, 0, 20)
    for band in ("great", "good", "fair"):
        visitor.show_all(band)
    groups = [major_group(code) for code in visitor.codes()]
    assert "41" not in groups
    first = [major_group(code) for code in visitor.codes("great")[:20]]
    assert sum(group in ("15", "17", "19", "29") for group in first) >= 17


def test_who_likes_order_leading_and_making_gets_border_protection_officers(visitor: Visitor) -> None:
    visitor.take(INSPECTOR)
    assert visitor.sees("C · E · R")
    visitor.show_all("great")
    assert OFFICERS in visitor.codes("great")


def test_the_short_form_gives_the_same_profile(visitor: Visitor) -> None:
    visitor.take(SCIENTIST, form="Short form: 30 activities")
    assert visitor.kept()[0].scores == (30, 40, 10, 0, 0, 20)
    assert visitor.sees("30 activities")


def test_equally_strong_interests_are_said_to_be_so(visitor: Visitor) -> None:
    visitor.take(SCIENTIST | {"Realistic": 5})
    assert visitor.sees("R=I · C")
    assert visitor.sees("Realistic and Investigative (equally strong)")


def test_no_percentage_or_rank_is_shown_for_a_match(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    for row in visitor.rows():
        assert re.search(r"holds firmly|holds mostly|on the edge", row.link.accessibleName())
        shown = " ".join(texts(row)).replace("growth", "")
        assert not re.search(r"#\d|match \d|\d+ ?% fit", shown)


def test_without_a_clear_pattern_one_is_led_to_browse_and_the_list_is_not_empty(visitor: Visitor) -> None:
    wanted: list[bool] = []
    visitor.page.browse_wanted.connect(lambda: wanted.append(True))
    visitor.take(dict.fromkeys(SCIENTIST, 4))
    assert visitor.sees("No clear pattern")
    assert len(visitor.rows("other")) >= 5
    assert visitor.rows("great") == []
    visitor.press("Browse careers")
    assert wanted == [True]


def test_what_the_strong_interests_mean_is_there_with_next_steps(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    for heading in ("Investigative, 40 of 40", "Realistic, 30 of 40", "Conventional, 20 of 40"):
        assert visitor.sees(heading)
    assert sum(text == "What you could do next" for text in texts(visitor.page)) == 3
    assert visitor.sees("Differences under about 10 of 40 points say little")


def test_a_press_opens_the_career(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    row = visitor.rows("great")[1]
    click(visitor.qtbot, row.link)
    assert visitor.opened == [row.code]


def test_the_schooling_said_is_kept_and_leaves_out_what_asks_for_more(visitor: Visitor) -> None:
    visitor.take(SCIENTIST, schooling="Up to zone 2: Some preparation")
    assert visitor.kept()[0].job_zone == 2
    shown = set(visitor.codes())
    choose(visitor, "Schooling I am ready for", "Any schooling")
    assert set(visitor.codes()) != shown


def test_bands_can_be_sorted_by_pay_and_by_title(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    choose(visitor, "Sort each band by", "A to Z")
    titles = [visitor.titles[code] for code in visitor.codes("great")]
    assert titles == sorted(titles)
    choose(visitor, "Sort each band by", "Best paid first")
    pays = [re.search(r"\$([\d,]+) a year", row.link.accessibleName()) for row in visitor.rows("great")]
    figures = [int(pay[1].replace(",", "")) for pay in pays if pay]
    assert len(figures) == len(pays)
    assert figures == sorted(figures, reverse=True)


def test_why_says_what_agrees_and_writes_the_sum_out_on_demand(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    click(visitor.qtbot, visitor.rows("great")[0].why)
    (dialog,) = visitor.page.findChildren(WhyDialog)
    said = " ".join(texts(dialog))
    assert "Great fit, holds firmly." in said
    assert "You and this career both stand out in Investigative" in said
    assert "of 100 cases" in said
    assert "divided by" not in said
    click(visitor.qtbot, button(dialog, "Show the sum"))
    said = " ".join(texts(dialog))
    found = re.search(r"([\d.]+) divided by \(([\d.]+) times ([\d.]+)\) is (\d\.\d\d)", said)
    assert found is not None
    numerator, ours, theirs, r = map(float, found.groups())
    assert numerator / (ours * theirs) == pytest.approx(r, abs=0.01)
    products = [float(row[3].replace("−", "-")) for row in table_rows(tables(dialog)[1])]
    assert sum(products[:6]) == pytest.approx(products[6], abs=0.05)
    dialog.close()


# What if


def slider(visitor: Visitor, name: str) -> ScoreSlider:
    (found,) = [one for one in visitor.page.findChildren(ScoreSlider) if one.accessibleName() == name]
    return found


def test_a_bar_moved_by_keys_ranks_anew_and_the_result_stays(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    before, kept = visitor.codes(), visitor.kept()
    visitor.press("Try other scores")
    artistic = slider(visitor, "Artistic")
    artistic.setFocus()
    visitor.key(Qt.Key.Key_End)
    visitor.key(Qt.Key.Key_PageDown)
    assert artistic.value() == 35
    assert artistic.accessibleDescription() == "Your own score is 10 of 40"
    assert visitor.codes() != before
    assert visitor.sees("I · A · R")
    assert visitor.sees("These are scores you try.")
    assert visitor.kept() == kept
    visitor.press("Back to my scores")
    assert artistic.value() == 10
    assert visitor.codes() == before
    assert visitor.sees("I · R · C")


def test_a_bar_goes_where_it_is_pressed(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    visitor.press("Try other scores")
    social = slider(visitor, "Social")
    visitor.qtbot.mouseClick(social, Qt.MouseButton.LeftButton, pos=social.rect().center())
    assert social.value() == 20
    visitor.press("Put the bars away")
    assert social.value() == 0
    assert visitor.sees("I · R · C")


# Choosing


def test_careers_ticked_are_saved_and_two_to_four_compared(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    first, second = visitor.rows("great")[:2]
    assert not button(visitor.page, "Save").isEnabled()
    first.box.setFocus()
    visitor.key(Qt.Key.Key_Space)
    assert not button(visitor.page, "Compare").isEnabled()
    second.box.setFocus()
    visitor.key(Qt.Key.Key_Space)
    visitor.press("Save 2")
    visitor.press("Compare 2")
    assert visitor.saved == [first.code, second.code]
    assert visitor.compared == [(first.code, second.code)]


# Results over time


def test_results_are_kept_opened_and_compared(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    visitor.press("All results")
    visitor.take(INSPECTOR, form="Short form: 30 activities")
    newer, _older = visitor.kept()
    assert visitor.newest[-1] == newer
    visitor.press("All results")
    opens = [
        one for one in visitor.page.start.results.findChildren(type(button(visitor.page, "Compare two"))) if one.text() == "Open"
    ]
    assert len(opens) == 2
    for box in visitor.page.start.results.findChildren(QCheckBox):
        visitor.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    visitor.press("Compare two")
    (dialog,) = visitor.page.findChildren(ResultsDialog)
    rows = {row[0]: row[1:] for row in table_rows(tables(dialog)[0])}
    assert rows["Investigative"] == ["40", "0", "−40"]
    assert rows["Conventional"] == ["20", "40", "+20"]
    assert "Enterprising" in texts(dialog)[-1]
    dialog.close()
    click(visitor.qtbot, opens[1])
    visitor.settle()
    assert visitor.sees("I · R · C")


def confirm(visitor: Visitor) -> None:
    (dialog,) = [one for one in visitor.page.findChildren(ConfirmDialog) if one.isVisible()]
    click(visitor.qtbot, button(dialog, "Delete for good"))
    visitor.settle()
    QApplication.processEvents()


def test_a_result_is_deleted_only_after_a_question_and_then_for_good(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    visitor.press("All results")
    visitor.take(INSPECTOR)
    newer, older = visitor.kept()
    visitor.press("All results")
    deletes = [
        one for one in visitor.page.start.results.findChildren(type(button(visitor.page, "Delete all…"))) if one.text() == "Delete…"
    ]
    click(visitor.qtbot, deletes[0])
    assert visitor.kept() == (newer, older)
    confirm(visitor)
    assert visitor.kept() == (older,)
    assert visitor.newest[-1] == older


def test_all_results_can_be_deleted(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    visitor.press("Take it again")
    visitor.answer(INSPECTOR)
    visitor.go_on()
    visitor.press("I am not sure yet")
    visitor.press("All results")
    visitor.press("Delete all…")
    confirm(visitor)
    assert visitor.kept() == ()
    assert visitor.newest[-1] is None
    assert not visitor.sees("Your results so far")


def test_in_a_session_the_result_belongs_to_the_session(visitor: Visitor) -> None:
    assert visitor.desk.notebook is not None
    session = visitor.desk.notebook.sessions.start("A client")
    visitor.desk.enter(session)
    visitor.settle()
    visitor.take(SCIENTIST)
    assert visitor.kept() == ()
    assert len(visitor.other.results.all(session.id)) == 1
    visitor.desk.enter(None)
    visitor.settle()
    assert not visitor.sees("Your results so far")
    assert visitor.sees("What do you like to do?")


def test_one_press_leads_to_the_careers(visitor: Visitor) -> None:
    visitor.take(SCIENTIST)
    careers = visitor.page.result.careers
    assert careers.visibleRegion().boundingRect().height() < 200
    click(visitor.qtbot, button(visitor.page, "See careers"))
    QApplication.processEvents()
    assert careers.visibleRegion().boundingRect().height() > 300
    focused = QApplication.focusWidget()
    assert focused is not None
    assert careers.isAncestorOf(focused)
