"""What is in the report of an occupation, and what is said where something is not published."""

from dataclasses import replace
from pathlib import Path

import pytest
from reporting import MADE, PLAIN, all_blocks, report_of

from careerguide.db.guide import Guide
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.outlook import Outlook
from careerguide.domain.ratings import Domain
from careerguide.reports.document import (
    BulletList,
    ChartBlock,
    Document,
    Facts,
    Heading,
    Paragraph,
    QrBlock,
    Scores,
    Table,
    Title,
)
from careerguide.reports.occupation_report import occupation_report
from careerguide.reports.options import OCCUPATION_PARTS, Part

OFFICERS, ACTORS, ALL_OTHER = "33-3051.04", "27-2011.00", "33-9099.00"


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Guide:
    return Guide(starter_guide)


def headings(document: Document) -> list[str]:
    return [block.text for block in all_blocks(document.blocks) if isinstance(block, Heading)]


def said(document: Document) -> str:
    return "\n".join(block.text for block in all_blocks(document.blocks) if isinstance(block, Paragraph))


def facts(document: Document) -> dict[str, str]:
    return {fact.name: fact.value for block in document.blocks if isinstance(block, Facts) for fact in block.facts}


def tables(document: Document) -> dict[str, Table]:
    charts = (block.figures for block in all_blocks(document.blocks) if isinstance(block, ChartBlock))
    return {table.caption: table for table in charts}


def test_the_sections_follow_each_other_under_the_title(guide: Guide) -> None:
    document = report_of(guide.page(OFFICERS))
    assert document.blocks[0] == Title(
        "Customs and Border Protection Officers", "O*NET-SOC code 33-3051.04 · Protective service", 1
    )
    assert headings(document) == [
        "What is a Customs and Border Protection Officer?",
        "What it pays",
        "Schooling of people hired",
        "Will there be jobs?",
        "How to prepare",
        "What people do",
        "What matters most",
        "Interests it suits",
        "Related careers",
        "Assessments",
        "Sources",
    ]


def test_the_facts_are_those_of_the_page(guide: Guide) -> None:
    assert facts(report_of(guide.page(OFFICERS))) == {
        "Median pay": "$76,210",
        "Usual schooling": "High school",
        "Outlook": "Average",
        "Preparation": "Job zone 3",
        "Interests": "C · E · R",
    }


def test_pay_is_for_the_chosen_place_and_beside_it_the_nation(guide: Guide) -> None:
    document = report_of(guide.page(OFFICERS, guide.find_area("CA").code))
    pay = tables(document)["Pay in figures"]
    assert [(row[0], row[3]) for row in pay.rows] == [("California", "$118,880"), ("United States", "$76,210")]
    assert "The median in California is about $57.15 an hour (2,080 hours a year). Published as Police and Sheriff's" in said(
        document
    )


def test_hourly_pay_is_said_to_be_hourly(guide: Guide) -> None:
    document = report_of(guide.page(ACTORS))
    assert tables(document)["Pay in figures"].rows[0][-1] == "an hour"
    assert "For this career only hourly pay is published." in said(document)


def test_the_strongest_five_are_shown_with_their_scores(guide: Guide) -> None:
    page = guide.page(OFFICERS)
    shown = {block.caption: block for block in all_blocks(report_of(page).blocks) if isinstance(block, Scores)}
    assert list(shown) == ["Knowledge", "Skills", "Abilities"]
    first = page.ratings[Domain.KNOWLEDGE][:5]
    assert [(one.name, one.score) for one in shown["Knowledge"].scores] == [(one.name, one.importance_score) for one in first]


def test_a_rating_of_low_precision_says_so(guide: Guide) -> None:
    page = guide.page(OFFICERS)
    first = page.ratings[Domain.SKILLS][0]
    doubted = replace(first, importance_estimate=replace(first.importance_estimate, low_precision=True))
    page = replace(page, ratings={**page.ratings, Domain.SKILLS: (doubted, *page.ratings[Domain.SKILLS][1:])})
    shown = {block.caption: block for block in all_blocks(report_of(page).blocks) if isinstance(block, Scores)}
    assert [one.note for one in shown["Skills"].scores] == ["low precision", "", "", "", ""]


def test_an_unrated_occupation_says_what_is_not_available(guide: Guide) -> None:
    document = report_of(guide.page(ALL_OTHER))
    assert "Not available for this career: tasks, knowledge, skills and abilities, interests, related careers." in said(document)
    assert "No job zone is given for this career." in said(document)
    assert "The schooling of people in this career has not been surveyed yet." in said(document)
    assert "No assessment available." in said(document)
    assert "What matters most" not in headings(document)
    assert "Titles that belong here: Bus Escort, Bus Matron" in said(document)


def test_an_occupation_without_figures_says_so(guide: Guide) -> None:
    page = replace(guide.page(OFFICERS), outlook=Outlook(None, None, None))
    document = report_of(page)
    assert "Pay is not published for this career." in said(document)
    assert "No job outlook is published for this career." in said(document)
    assert "by the Bureau of Labor Statistics: not available." in said(document)
    assert facts(document)["Median pay"] == facts(document)["Outlook"] == "Not available"


def test_pay_that_is_not_published_for_the_place_is_shown_for_the_nation(guide: Guide) -> None:
    page = guide.page(OFFICERS)
    document = report_of(replace(page, outlook=replace(page.outlook, wages=None)))
    assert "Pay is not published for this career in the chosen place." in said(document)
    assert [row[0] for row in tables(document)["Pay in figures"].rows] == ["United States"]


def test_many_tasks_are_cut_to_what_fits_and_counted(guide: Guide) -> None:
    page = guide.page(OFFICERS)
    long = tuple(replace(page.tasks[0], statement="Do it well. " * 20, importance=4.0) for _ in range(20))
    document = report_of(replace(page, tasks=long))
    bullets = next(block for block in document.blocks if isinstance(block, BulletList))
    assert len(bullets.items) == 2
    assert "The 2 most important of 20 tasks." in said(document)
    unrated = tuple(replace(task, importance=None) for task in long)
    assert "The first 2 of 20 tasks; they have not been rated yet." in said(report_of(replace(page, tasks=unrated)))


def test_parts_that_are_not_wanted_are_left_out(guide: Guide) -> None:
    page = guide.page(OFFICERS)
    bare = occupation_report(page, frozenset(), PLAIN, MADE)
    assert headings(bare)[-2:] == ["How to prepare", "Sources"]
    assert not any(isinstance(block, QrBlock) for block in all_blocks(bare.blocks))
    for part in OCCUPATION_PARTS:
        without = occupation_report(page, frozenset(OCCUPATION_PARTS) - {part}, PLAIN, MADE)
        assert without.blocks != report_of(page).blocks


def test_the_qr_code_opens_my_next_move(guide: Guide) -> None:
    document = occupation_report(guide.page(OFFICERS), frozenset({Part.QR_CODE}), PLAIN, MADE)
    (code,) = (block for block in all_blocks(document.blocks) if isinstance(block, QrBlock))
    assert code == QrBlock("Open at My Next Move", "https://www.mynextmove.org/profile/summary/33-3051.04")


def test_a_logo_that_cannot_be_used_is_left_out_with_a_note(guide: Guide, tmp_path: Path) -> None:
    document = report_of(guide.page(OFFICERS), Letterhead("", "School", tmp_path / "none.png"))
    assert document.logo is None
    (note,) = document.notes
    assert "none.png: the logo cannot be read" in note
