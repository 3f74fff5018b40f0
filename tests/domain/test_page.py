"""The page as one object: what its overview is, and that nobody changes it on the way to the screen."""

import dataclasses

import pytest

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.language import ENGLISH, SPANISH, as_written, speak
from careerguide.domain.outlook import Outlook
from careerguide.domain.page import OWN_CREDIT, OccupationPage, Schooling, Source, TaskKind, source_in_words
from careerguide.domain.ratings import Domain
from careerguide.domain.results import Why


def page(definition: str | None, summary: str | None) -> OccupationPage:
    return OccupationPage(
        code=OnetSocCode("51-3011.00"),
        title="Bakers",
        definition=definition,
        summary=summary,
        group="Production",
        residual=False,
        also_called=(),
        other_titles=(),
        tasks=(),
        official_tasks=False,
        ratings=dict.fromkeys(Domain, ()),
        detailed_work_activities=(),
        schooling=Schooling((), (), (), (), None, None, None),
        interests=(),
        job_zone=None,
        technology=(),
        related=(),
        outlook=Outlook(None, None, None),
        assessments=(),
        sources=(),
    )


def test_the_overview_is_the_official_definition_where_there_is_one() -> None:
    assert page("Official words.", "Our own words.").overview == "Official words."


def test_the_overview_is_the_guides_own_text_where_there_is_no_definition() -> None:
    assert page(None, "Our own words.").overview == "Our own words."
    assert page("", "Our own words.").overview == "Our own words."


def test_an_occupation_without_any_text_has_an_empty_overview() -> None:
    assert page(None, None).overview == ""


def test_a_page_cannot_be_changed_once_it_is_made() -> None:
    bakers = page(None, None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        bakers.title = "Cooks"  # type: ignore[misc]
    assert bakers.title == "Bakers"


def test_kinds_of_tasks_domains_and_reasons_are_the_words_of_the_contract() -> None:
    assert [kind.value for kind in TaskKind] == ["core", "supplemental"]
    assert [domain.value for domain in Domain] == ["knowledge", "skills", "abilities", "work_activities"]
    assert [why.value for why in Why] == ["title", "reported", "alternate", "spelling", "skill", "code"]


def test_of_a_source_our_own_words_are_translated_and_the_publishers_are_not() -> None:
    wages = Source("OEWS", "May 2025", "Public domain", "U.S. Bureau of Labor Statistics, May 2025")
    assert source_in_words(wages) == wages
    speak(SPANISH, lambda context, text: f"¡{text}!" if text != "{month} {year}" else "{month} de {year}")
    try:
        assert source_in_words(wages) == Source("OEWS", "¡May! de 2025", "¡Public domain!", wages.attribution)
        assert source_in_words(Source("Texts", "1", "MIT", OWN_CREDIT)) == Source("Texts", "1", "MIT", f"¡{OWN_CREDIT}!")
    finally:
        speak(ENGLISH, as_written)
