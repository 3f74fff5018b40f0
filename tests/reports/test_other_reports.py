"""Comparisons, saved lists and sessions as reports."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from reporting import MADE, NOON, PLAIN, all_blocks, parsed, saved_list

from careerguide.db.guide import Guide
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.compare import differences
from careerguide.domain.notebook import Compared, InterestResult, Session, SessionNotes, SessionRecord, Visit
from careerguide.domain.ratings import Domain, score_words
from careerguide.reports.comparison_report import comparison_report
from careerguide.reports.document import Block, BulletList, Document, Facts, Heading, PageBreak, Paragraph, QrBlock, Table, Title
from careerguide.reports.html import report_html
from careerguide.reports.list_report import careers_report, list_report
from careerguide.reports.options import COMPARISON_PARTS, LIST_PARTS, SESSION_PARTS, Part
from careerguide.reports.session_report import session_report

OFFICERS, NURSES, ALL_OTHER, ACTORS = "33-3051.04", "29-1141.00", "33-9099.00", "27-2011.00"


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    opened = Guide(starter_guide)
    yield opened
    opened.close()


def table(document: Document, caption: str) -> Table:
    return next(block for block in all_blocks(document.blocks) if isinstance(block, Table) and block.caption == caption)


def headings(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in all_blocks(blocks) if isinstance(block, Heading)]


def said(document: Document) -> str:
    return "\n".join(block.text for block in all_blocks(document.blocks) if isinstance(block, Paragraph))


# Comparisons


def compared(guide: Guide, *codes: str) -> Document:
    return comparison_report([guide.page(code) for code in codes], frozenset(COMPARISON_PARTS), PLAIN, MADE)


def test_a_comparison_has_a_column_for_each_career(guide: Guide) -> None:
    document = compared(guide, OFFICERS, NURSES, ALL_OTHER, ACTORS)
    assert document.title.startswith("Customs and Border Protection Officers, Registered Nurses, Protective")
    glance = table(document, "At a glance")
    assert glance.headers[1:3] == ("A Customs and Border Protection Officers", "B Registered Nurses")
    rows = {name: cells for name, *cells in glance.rows}
    assert rows["Median pay"][3] == "$29.05, an hour, United States"
    assert rows["Interests"][2] == "Not available, not rated yet"
    assert rows["O*NET-SOC code"] == [OFFICERS, NURSES, ALL_OTHER, ACTORS]


def test_the_largest_differences_come_first_with_their_weights(guide: Guide) -> None:
    expected = differences([guide.page(OFFICERS), guide.page(NURSES)], Domain.SKILLS)[:8]
    shown = table(compared(guide, OFFICERS, NURSES), "Skills")
    assert shown.rows == tuple(
        (one.name, *(score_words(weight) for weight in one.weights), "yes" if one.sure else "no") for one in expected
    )


def test_what_is_needed_is_said_from_the_first_to_each_other(guide: Guide) -> None:
    document = compared(guide, OFFICERS, NURSES, ACTORS)
    assert [text for text in headings(document.blocks) if text.startswith("From ")] == [
        "From A to B: Registered Nurses",
        "From A to C: Actors",
    ]
    rows = {name: cells for name, *cells in table(document, "More preparation").rows}
    assert rows["Schooling to enter (BLS)"] == ["High school diploma or equivalent", "Bachelor's degree"]
    assert "Knowledge asked for more: Medicine and Dentistry (19 to 73)" in said(document)


def test_unrated_careers_are_compared_in_what_there_is(guide: Guide) -> None:
    document = compared(guide, ALL_OTHER, NURSES)
    assert "Knowledge and skills are not rated for enough of these careers to compare them." in said(document)
    assert "Knowledge and skills are not rated for both careers." in said(document)


def test_each_compared_career_has_a_qr_code(guide: Guide) -> None:
    codes = [
        block.address[-10:] for block in all_blocks(compared(guide, OFFICERS, NURSES, ACTORS).blocks) if isinstance(block, QrBlock)
    ]
    assert codes == [OFFICERS, NURSES, ACTORS]


# Lists


def test_a_list_keeps_the_persons_order_and_notes(guide: Guide) -> None:
    saved = saved_list("My best", {NURSES: "Ask Rosa.\n\nVisit the ward.", OFFICERS: ""})
    document = list_report(saved, [guide.page(OFFICERS), guide.page(NURSES)], frozenset({Part.NOTES}), PLAIN, MADE)
    assert document.blocks[0] == Title("My best", "2 careers", 1)
    rows = table(document, "Careers at a glance").rows
    assert rows[0] == ("Registered Nurses", "$97,550 a year", "Bachelor's degree", "Bright", "Job zone 4", "S · I · C")
    assert rows[1][0] == "Customs and Border Protection Officers"
    assert headings(document.blocks) == ["Notes", "Registered Nurses", "Sources"]
    assert "Ask Rosa.\nVisit the ward." in said(document)


def test_notes_and_pages_of_each_career_are_left_out_when_not_wanted(guide: Guide) -> None:
    saved = saved_list("My best", {NURSES: "Ask Rosa."})
    document = list_report(saved, [guide.page(NURSES)], frozenset(), PLAIN, MADE)
    assert "Ask Rosa." not in said(document)
    assert not any(isinstance(block, PageBreak) for block in document.blocks)


def test_a_career_that_this_guide_does_not_have_keeps_its_place(guide: Guide) -> None:
    saved = saved_list("My best", {"99-9999.00": "Gone?", NURSES: ""})
    document = list_report(saved, [guide.page(NURSES)], frozenset(LIST_PARTS), PLAIN, MADE)
    assert table(document, "Careers at a glance").rows[0][:2] == ("99-9999.00 (not in this guide)", "Not available")
    assert "Gone?" in said(document)
    titles = [block.text for block in document.blocks if isinstance(block, Title)]
    assert titles == ["My best", "Registered Nurses"]


def test_an_empty_list_says_so() -> None:
    document = list_report(saved_list("New", {}), [], frozenset(LIST_PARTS), PLAIN, MADE)
    assert "There are no careers in this list yet." in said(document)
    assert "<h1" in report_html(document)


def test_several_careers_begin_on_pages_of_their_own(guide: Guide) -> None:
    document = careers_report("Careers", [guide.page(OFFICERS), guide.page(NURSES)], PLAIN, MADE)
    after = [document.blocks[place + 1] for place, block in enumerate(document.blocks) if isinstance(block, PageBreak)]
    assert [block.text for block in after if isinstance(block, Title)] == [
        "Customs and Border Protection Officers",
        "Registered Nurses",
    ]


# Sessions


def a_record(label: str = "Tuesday, blue folder") -> SessionRecord:
    codes = [OnetSocCode(code) for code in (OFFICERS, NURSES, OFFICERS, "99-9999.00")]
    visits = tuple(Visit(code, NOON + timedelta(days=day)) for day, code in enumerate(codes))
    return SessionRecord(
        Session(1, label, NOON, NOON + timedelta(days=4), None, True, 3),
        SessionNotes("Worries about home: PRIVATEWORD", "Call the academy.\nThink about shift work.", 2),
        visits,
        (Compared((codes[0], codes[1]), NOON),),
        (saved_list("First ideas", {NURSES: "Ask Rosa."}),),
        (InterestResult((30, 12, 5, 20, 33, 38), 3, NOON, "take-home code"),),
    )


def session_document(guide: Guide, record: SessionRecord, parts: frozenset[Part] = frozenset(SESSION_PARTS)) -> Document:
    titles = {one.code: one.title for one in guide.occupations()}
    return session_report(record, titles, guide.sources, parts, PLAIN, MADE, UTC)


def test_a_session_says_what_was_done_and_what_the_client_may_read(guide: Guide) -> None:
    document = session_document(guide, a_record())
    facts = {fact.name: fact.value for block in document.blocks if isinstance(block, Facts) for fact in block.facts}
    assert facts == {"Started": "May 4, 2026", "Last used": "May 8, 2026", "Looked at": "3 careers", "Saved": "1 career"}
    assert "Call the academy.\nThink about shift work." in said(document)
    assert "Registered Nurses: Ask Rosa." in said(document)
    looked_at = next(block for block in document.blocks if isinstance(block, Table) and block.headers[-1] == "Last looked at")
    assert looked_at.rows == (
        ("Customs and Border Protection Officers", OFFICERS, "May 6, 2026"),
        ("Registered Nurses", NURSES, "May 5, 2026"),
        ("99-9999.00 (not in this guide)", "99-9999.00", "May 7, 2026"),
    )
    (pairs,) = (block for block in document.blocks if isinstance(block, BulletList))
    assert pairs.items == ("Customs and Border Protection Officers · Registered Nurses (May 4, 2026)",)
    scores = table(document, "Interest scores, 0 to 40").rows
    assert scores == (("May 4, 2026", "30", "12", "5", "20", "33", "38", "3", "take-home code"),)


def test_the_private_notes_and_the_label_are_nowhere(guide: Guide) -> None:
    document = session_document(guide, a_record())
    for hidden in ("PRIVATEWORD", "blue folder"):
        assert hidden not in repr(document)
        assert hidden not in report_html(document)


def test_days_are_those_of_the_place(guide: Guide) -> None:
    titles = {one.code: one.title for one in guide.occupations()}
    far_east = timezone(timedelta(hours=13))
    document = session_report(a_record(), titles, guide.sources, frozenset(), PLAIN, MADE, far_east)
    facts = next(block for block in document.blocks if isinstance(block, Facts)).facts
    assert facts[0].value == "May 5, 2026"


def test_an_empty_session_says_so(guide: Guide) -> None:
    moment = datetime(2026, 5, 4, tzinfo=UTC)
    record = SessionRecord(Session(1, "", moment, moment, moment, False, 1), SessionNotes("", "", 1), (), (), (), ())
    document = session_document(guide, record)
    assert document.title == "Career session"
    for words in ("There are no notes.", "No careers were saved.", "No careers were looked at.", "No careers were compared."):
        assert words in said(document)
    assert parsed(report_html(document)).all("h1")[0].words() == "Career session"


def test_a_session_credits_the_source_of_its_titles_alone(guide: Guide) -> None:
    assert session_document(guide, a_record()).sources == "O*NET 29.3"
