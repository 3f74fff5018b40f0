"""An occupation as text: every section says something, also where there is nothing to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_onet import ACTORS, OFFICER, OTHER

from careerguide.db.guide import Guide
from careerguide.reports.page_text import page_text


@pytest.fixture(scope="module")
def guide(small_guide: Path) -> Iterator[Guide]:
    guide = Guide(small_guide)
    yield guide
    guide.close()


SECTIONS = (
    *("How to prepare", "Tasks", "Knowledge", "Skills", "Abilities", "Education", "Detailed work activities", "Work activities"),
    *("Interests", "Pay and outlook", "Technology", "Related careers", "Assessments", "Sources"),
)


def sections(text: str) -> dict[str, list[str]]:
    """The lines of each section, by the first words of its heading."""
    blocks = [block.split("\n") for block in text.split("\n\n")]
    return {next((name for name in SECTIONS if block[0].startswith(name)), block[0]): block[1:] for block in blocks}


@pytest.mark.parametrize("code", [OFFICER, ACTORS, OTHER])
def test_every_section_is_there_and_says_something(guide: Guide, code: str) -> None:
    found = sections(page_text(guide.page(code)))
    assert set(SECTIONS) <= set(found)
    for name in SECTIONS:
        assert found[name], name
        assert all(line.strip() for line in found[name]), name


def test_an_unrated_occupation_says_that_nothing_is_known(guide: Guide) -> None:
    found = sections(page_text(guide.page(OTHER)))
    assert {name: lines for name, lines in found.items() if len(lines) == 1 and name in SECTIONS} == {
        "How to prepare": ["No job zone is given."],
        "Tasks": ["No tasks are listed for this career."],
        **{name: ["Not rated."] for name in ("Knowledge", "Skills", "Abilities", "Work activities", "Interests")},
        "Education": ["Not surveyed."],
        "Detailed work activities": ["None are listed for this career."],
        "Pay and outlook": ["No figures are published."],
        "Technology": ["None is listed."],
        "Related careers": ["None are listed."],
        "Assessments": ["No assessment available."],
    }


@pytest.mark.parametrize("word", ["None,", "null", "nan", "Unit.", "AreaKind", "Domain."])
def test_no_value_of_the_program_shows_through(guide: Guide, word: str) -> None:
    for code in (OFFICER, ACTORS, OTHER):
        assert word not in page_text(guide.page(code))


def test_the_page_begins_with_title_code_and_titles_also_used(guide: Guide) -> None:
    lines = page_text(guide.page(OFFICER)).splitlines()
    assert lines[0] == "Customs and Border Protection Officers (33-3051.04)"
    assert lines[1] == "Also called: Port Officer, Entry Inspector"
    assert "What is a Customs and Border Protection Officer?" in lines


def test_ratings_are_on_the_scale_to_100_with_a_word_of_caution(guide: Guide) -> None:
    knowledge = sections(page_text(guide.page(OFFICER)))["Knowledge"]
    assert [line.split()[0] for line in knowledge[:2]] == ["90", "90"]
    assert "not relevant" in knowledge[3]
    assert "level 73" in knowledge[0]
    assert [("low precision" in line) for line in knowledge] == [False, False, True, False]


def test_pay_says_for_whom_where_and_how_much(guide: Guide) -> None:
    pay = "\n".join(sections(page_text(guide.page(OFFICER, "06")))["Pay and outlook"])
    assert "California" in pay
    assert "Police and Sheriff's Patrol Officers (33-3051)" in pay
    assert "$75,920" in pay
    assert "$239,200 or more" in pay
    assert "698,400" in pay
    assert "51,900" in pay
    assert "a year" in pay


def test_hourly_pay_says_so(guide: Guide) -> None:
    pay = "\n".join(sections(page_text(guide.page(ACTORS)))["Pay and outlook"])
    assert "an hour" in pay
    assert "$36.50" in pay


def test_every_source_is_credited(guide: Guide) -> None:
    page = guide.page(OFFICER)
    assert sections(page_text(page))["Sources"] == [source.attribution for source in page.sources]


def test_every_occupation_of_the_starter_guide_can_be_printed(starter_guide: Path) -> None:
    guide = Guide(starter_guide)
    for occupation in guide.occupations()[::9]:
        text = page_text(guide.page(occupation.code))
        assert text.startswith(occupation.title)
        assert len(sections(text)) >= len(SECTIONS) + 1
    guide.close()
