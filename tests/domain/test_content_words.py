"""The guide's own words in another language: what is known takes the place of the English, by key; the rest stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from small_onet import ACTORS, OFFICER

from careerguide.db.guide import Guide
from careerguide.domain.center_content import Origin, Text, Translation
from careerguide.domain.content_words import ContentWords, Named, OccupationWords, ZoneWords, title_in
from careerguide.domain.ratings import Domain

WORDS = ContentWords(
    elements={"2.C.8.b": Named("Derecho", "Saber qué reglas valen."), "2.A.1.b": Named("Escucha", "")},
    interests={"Realistic": "Gusta de lo que se puede tocar."},
    job_zones={3: ZoneWords("Zona media", "escuela", "práctica", "formación")},
    education={2: Named("Secundaria", "o equivalente")},
    experience={1: "ninguna"},
    training_on_site={2: "unos meses"},
    training_on_the_job={2: "unos días"},
    major_groups={"33": Named("Protección", "Cuidan de otros.")},
    occupations={
        OFFICER: OccupationWords("Agentes de aduanas", "Revisan lo que entra.", ("Aduanero",), ("Uno.", "Dos.", "Tres.", "Cuatro."))
    },
)


@pytest.fixture(scope="module")
def english(small_guide: Path) -> Guide:
    return Guide(small_guide)


@pytest.fixture(scope="module")
def spanish(small_guide: Path) -> Guide:
    return Guide(small_guide, WORDS)


def test_a_page_is_said_in_the_words_that_are_known(english: Guide, spanish: Guide) -> None:
    before, page = english.page(OFFICER), spanish.page(OFFICER)
    assert (page.code, page.title, page.summary, page.definition) == (OFFICER, "Agentes de aduanas", "Revisan lo que entra.", None)
    assert page.also_called == ("Aduanero",)
    assert [task.statement for task in page.tasks] == ["Uno.", "Dos.", "Tres.", "Cuatro."]
    assert [task.importance for task in page.tasks] == [task.importance for task in before.tasks]
    assert page.group == "Protección"
    law = next(rating for rating in page.ratings[Domain.KNOWLEDGE] if rating.element_id == "2.C.8.b")
    assert (law.name, law.description) == ("Derecho", "Saber qué reglas valen.")
    listening = next(rating for rating in page.ratings[Domain.SKILLS] if rating.element_id == "2.A.1.b")
    assert (listening.name, listening.description) == ("Escucha", "Hearing people out before answering.")
    assert page.job_zone is not None
    assert (page.job_zone.zone, page.job_zone.name, page.job_zone.training) == (3, "Zona media", "formación")
    levels = {share.category: (share.level, share.note) for share in page.schooling.education}
    assert levels[2] == ("Secundaria", "o equivalente")
    assert levels[4] == {share.category: (share.level, share.note) for share in before.schooling.education}[4]
    assert page.schooling.experience[0].level == "ninguna"
    assert page.schooling.on_site_training[1].level == "unos meses"
    assert page.schooling.on_the_job_training[1].level == "unos días"
    realistic = next(one for one in page.interests if one.name == "Realistic")
    assert realistic.description == "Gusta de lo que se puede tocar."
    assert not page.texts_in_english
    assert page.outlook == before.outlook


def test_what_is_not_known_stays_english(english: Guide, spanish: Guide) -> None:
    before, page = english.page(ACTORS), spanish.page(ACTORS)
    assert (page.title, page.tasks, page.group, page.job_zone) == (before.title, before.tasks, before.group, before.job_zone)
    assert page.definition == before.definition
    assert page.texts_in_english
    assert [one.title for one in page.related] == ["Agentes de aduanas"]


CENTER = Origin("Lincoln Career Center", date(2026, 10, 1))


@pytest.mark.parametrize(
    ("own", "texts"),
    [
        (OccupationWords("Agentes", tasks=("Una sola.",), origin=CENTER), (Text.TITLE,)),
        (OccupationWords(summary="Revisan lo que entra.", origin=CENTER), (Text.SUMMARY,)),
        (OccupationWords(also_called=("Aduanero",), origin=CENTER), (Text.ALSO_CALLED,)),
        (OccupationWords(tasks=("Uno.", "Dos.", "Tres.", "Cuatro."), origin=CENTER), (Text.TASKS,)),
        (replace(WORDS.occupations[OFFICER], origin=CENTER), tuple(Text)),
    ],
)
def test_a_page_keeps_which_words_are_a_centers_and_where_from(
    small_guide: Path, own: OccupationWords, texts: tuple[Text, ...]
) -> None:
    guide = Guide(small_guide, ContentWords(occupations={OFFICER: own}))
    assert guide.page(OFFICER).translation == Translation(CENTER, texts)
    assert guide.page(ACTORS).translation is None
    guide.close()


def test_words_that_are_not_shown_or_not_a_centers_have_no_origin(small_guide: Path, spanish: Guide) -> None:
    guide = Guide(small_guide, ContentWords(occupations={OFFICER: OccupationWords(tasks=("Una sola.",), origin=CENTER)}))
    assert guide.page(OFFICER).translation is None
    assert spanish.page(OFFICER).translation is None
    guide.close()


def test_tasks_that_are_not_as_many_as_the_guides_stay_english(small_guide: Path, english: Guide) -> None:
    guide = Guide(small_guide, ContentWords(occupations={OFFICER: OccupationWords(tasks=("Una sola.",))}))
    page = guide.page(OFFICER)
    assert page.tasks == english.page(OFFICER).tasks
    assert page.title == english.page(OFFICER).title
    guide.close()


def test_lists_are_in_order_again(english: Guide, spanish: Guide) -> None:
    assert [one.title for one in spanish.occupations()] == ["Actors", "Agentes de aduanas", "Protective Service Workers, All Other"]
    assert {one.code for one in spanish.occupations()} == {one.code for one in english.occupations()}
    choices = spanish.choices()
    names = [name for _, name, _ in choices.elements]
    assert "Derecho" in names
    assert names == sorted(names, key=str.casefold)
    assert ("33", "Protección", "Cuidan de otros.") in choices.groups
    assert (3, "Zona media") in choices.job_zones
    assert {facts.title for facts in choices.facts} >= {"Agentes de aduanas", "Actors"}


def test_profiles_keep_their_figures(english: Guide, spanish: Guide) -> None:
    before, profiles = english.element_profiles(), spanish.element_profiles()
    assert [one.element_id for one in profiles.elements] == [one.element_id for one in before.elements]
    assert "Derecho" in {one.name for one in profiles.elements}
    assert [one.weights for one in profiles.occupations] == [one.weights for one in before.occupations]
    assert "Agentes de aduanas" in {one.title for one in profiles.occupations}


def test_words_that_are_empty_change_nothing(small_guide: Path, english: Guide) -> None:
    guide = Guide(small_guide, ContentWords())
    assert guide.page(OFFICER).ratings == english.page(OFFICER).ratings
    assert guide.occupations() == english.occupations()
    assert title_in(ContentWords(), OFFICER, "An officer") == "An officer"
    guide.close()
