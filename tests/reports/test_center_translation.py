"""A report of texts that a center translated says who did, and when."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from reporting import MADE, PLAIN, all_blocks, report_of
from small_onet import ACTORS, OFFICER

from careerguide.db.guide import Guide
from careerguide.domain.center_content import Origin
from careerguide.domain.content_words import ContentWords, OccupationWords
from careerguide.reports.comparison_report import comparison_report
from careerguide.reports.document import Paragraph, Role
from careerguide.reports.html import report_html
from careerguide.reports.list_report import careers_report
from careerguide.reports.options import COMPARISON_PARTS

SAID = "Translated by Lincoln, October 1, 2026: title. Not an official translation."


@pytest.fixture
def guide(small_guide: Path) -> Iterator[Guide]:
    words = OccupationWords("Agentes de aduanas", origin=Origin("Lincoln", date(2026, 10, 1)))
    opened = Guide(small_guide, ContentWords(occupations={OFFICER: words}))
    yield opened
    opened.close()


def test_of_a_career(guide: Guide) -> None:
    document = report_of(guide.page(OFFICER))
    assert [block.role for block in all_blocks(document.blocks) if block == Paragraph(SAID, Role.CAPTION)] == [Role.CAPTION]
    assert SAID in report_html(document)
    assert SAID not in report_html(report_of(guide.page(ACTORS)))


def test_of_several_careers(guide: Guide) -> None:
    pages = [guide.page(OFFICER), guide.page(ACTORS)]
    assert report_html(careers_report("Ideas", pages, PLAIN, MADE)).count(SAID) == 1


def test_of_careers_side_by_side(guide: Guide) -> None:
    pages = [guide.page(ACTORS), guide.page(OFFICER)]
    assert report_html(comparison_report(pages, frozenset(COMPARISON_PARTS), PLAIN, MADE)).count(f"Agentes de aduanas: {SAID}") == 1
