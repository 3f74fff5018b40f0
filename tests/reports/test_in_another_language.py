"""Reports in another language: all of their words are asked for with texts that the catalogue has, and days are said its way."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from reporting import MADE, PLAIN, report_of, saved_list

from careerguide.db.guide import Guide
from careerguide.domain.language import ENGLISH, SPANISH, as_written, speak
from careerguide.reports.comparison_report import comparison_report
from careerguide.reports.html import report_html
from careerguide.reports.list_report import list_report
from careerguide.reports.options import COMPARISON_PARTS, LIST_PARTS

CATALOGUE = Path(__file__).parents[2] / "resources" / "translations" / "careerguide_es.ts"
OFFICERS, NURSES, ALL_OTHER, ACTORS = "33-3051.04", "29-1141.00", "33-9099.00", "27-2011.00"


@pytest.fixture(scope="module")
def catalogue() -> dict[tuple[str, str], str]:
    """The Spanish of each context and text."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in ET.parse(CATALOGUE).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.fixture
def unknown(catalogue: dict[tuple[str, str], str]) -> Iterator[set[tuple[str, str]]]:
    """Spanish is spoken; what was asked for and is not in the catalogue."""
    lost: set[tuple[str, str]] = set()

    def spanish(context: str, text: str) -> str:
        if (context, text) not in catalogue:
            lost.add((context, text))
        return catalogue.get((context, text), text)

    speak(SPANISH, spanish)
    yield lost
    speak(ENGLISH, as_written)


@pytest.fixture
def guide(starter_guide: Path, unknown: set[tuple[str, str]]) -> Iterator[Guide]:
    """The starter guide, opened while Spanish is spoken."""
    opened = Guide(starter_guide)
    yield opened
    opened.close()


@pytest.mark.parametrize("code", [OFFICERS, NURSES, ALL_OTHER, ACTORS])
def test_a_career(guide: Guide, unknown: set[tuple[str, str]], code: str) -> None:
    page = report_html(report_of(guide.page(code)))
    assert unknown == set()
    assert '<html lang="es-US">' in page
    assert "4 de mayo de 2026" in page
    assert "OEWS mayo de 2025 (Dominio público)" in page
    assert "Made with" not in page
    assert "The same figures" not in page


def test_a_comparison(guide: Guide, unknown: set[tuple[str, str]]) -> None:
    pages = [guide.page(code) for code in (OFFICERS, NURSES, ALL_OTHER, ACTORS)]
    report_html(comparison_report(pages, frozenset(COMPARISON_PARTS), PLAIN, MADE))
    assert unknown == set()


def test_a_list(guide: Guide, unknown: set[tuple[str, str]]) -> None:
    saved = saved_list("Ideas", {OFFICERS: "", NURSES: "Pregunta a Rosa.", "99-9999.00": ""})
    report_html(list_report(saved, [guide.page(OFFICERS), guide.page(NURSES)], frozenset(LIST_PARTS), PLAIN, MADE))
    assert unknown == set()
