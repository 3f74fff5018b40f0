"""What occupations ask of skills and knowledge, read at once, is what their pages say; and it leads to occupations that make sense."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_onet import Tables, classic_tables, current_tables, write_release

from careerguide.db.build import build_official
from careerguide.db.guide import Guide
from careerguide.domain.own_skills import (
    Element,
    ElementProfiles,
    GapSize,
    Preparation,
    closest,
    levels_of,
    near_occupation,
    telling,
    whole_level,
)
from careerguide.domain.ratings import Domain
from careerguide.domain.traits import TraitKind, strongest_traits

OFFICERS, NURSES, MECHANICS, CASHIERS = "33-3051.04", "29-1141.00", "49-3023.00", "41-2011.00"


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    opened = Guide(starter_guide)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def profiles(guide: Guide) -> ElementProfiles:
    return guide.element_profiles()


def test_all_skills_and_knowledge_areas_and_all_rated_occupations_are_there(profiles: ElementProfiles) -> None:
    kinds = [element.domain for element in profiles.elements]
    assert (kinds.count(Domain.SKILLS), kinds.count(Domain.KNOWLEDGE)) == (35, 33)
    assert len(profiles.occupations) == 879
    assert [element.element_id for element in profiles.elements if element.name_is_shared] == ["2.A.1.e", "2.C.4.a"]
    assert all(element.meaning for element in profiles.elements)


def test_levels_and_importance_are_those_of_the_page(guide: Guide, profiles: ElementProfiles) -> None:
    for one in random.Random(6).sample(profiles.occupations, 20):
        page = guide.page(one.code)
        assert (one.title, one.job_zone) == (page.title, page.job_zone.zone if page.job_zone else None)
        ratings = {rating.element_id: rating for domain in (Domain.SKILLS, Domain.KNOWLEDGE) for rating in page.ratings[domain]}
        for element, weight, level in zip(profiles.elements, one.weights, one.levels, strict=True):
            rating = ratings[element.element_id]
            assert weight == rating.importance_score
            assert level == (0 if rating.not_relevant else rating.level)


def test_a_release_with_few_elements_gives_what_it_has(small_guide: Path) -> None:
    guide = Guide(small_guide)
    profiles = guide.element_profiles()
    guide.close()
    assert profiles.elements
    assert all(len(one.weights) == len(one.levels) == len(profiles.elements) for one in profiles.occupations)


def test_work_styles_and_values_stand_with_the_occupations_that_have_them(profiles: ElementProfiles) -> None:
    officers = profiles.occupation(OFFICERS)
    assert officers is not None
    assert [trait.name for trait in strongest_traits(officers.traits, TraitKind.WORK_STYLE)][:2] == ["Integrity", "Self-Control"]
    assert strongest_traits(officers.traits, TraitKind.WORK_VALUE)[0].name == "Support"
    assert all(trait.meaning for one in profiles.occupations for trait in one.traits)
    assert sum(len(one.traits) == 16 + 6 for one in profiles.occupations) > 800


@pytest.mark.parametrize(
    ("tables", "names"),
    [(classic_tables, {"Integrity", "Social Orientation", "Support", "Independence"}), (current_tables, {"Integrity", "Humility"})],
)
def test_a_release_of_either_layout_brings_the_styles_and_values_it_has(
    tmp_path: Path, resources_guide: Path, small_sources: Path, tables: Callable[[], Tables], names: set[str]
) -> None:
    release, built = write_release(tmp_path / "onet", tables()), tmp_path / "small.guide"
    sources = [small_sources / "oews-2025"], small_sources / "projections.csv"
    build_official(release, *sources, resources_guide, built, lambda doing, share: None)
    guide = Guide(built)
    officers = guide.element_profiles().occupation(OFFICERS)
    guide.close()
    assert officers is not None
    assert {trait.name for trait in officers.traits} == names


def nearest(profiles: ElementProfiles, code: str, preparation: Preparation, number: int = 8) -> list[str]:
    here = profiles.occupation(code)
    assert here is not None
    return [near.asks.title for near in near_occupation(here, profiles)[preparation][:number]]


def test_careers_near_a_career_are_those_one_would_name(profiles: ElementProfiles) -> None:
    assert "Detectives and Criminal Investigators" in nearest(profiles, OFFICERS, Preparation.SAME)
    assert "Probation Officers and Correctional Treatment Specialists" in nearest(profiles, OFFICERS, Preparation.MORE)
    assert "Licensed Practical and Licensed Vocational Nurses" in nearest(profiles, NURSES, Preparation.LESS)
    assert "Critical Care Nurses" in nearest(profiles, NURSES, Preparation.SAME)
    assert "Motorcycle Mechanics" in nearest(profiles, MECHANICS, Preparation.SAME)
    assert "Waiters and Waitresses" in nearest(profiles, CASHIERS, Preparation.SAME)


def test_no_occupation_is_missing_anything_for_itself(profiles: ElementProfiles) -> None:
    for one in profiles.occupations[::40]:
        mine = {element: whole_level(level) for element, level in levels_of(one, profiles).items()}
        near = next(near for near in closest(mine, profiles) if near.asks.code == one.code)
        assert near.gap == 0
        assert near.size is GapSize.NOTHING
        assert near.rated == near.important


def test_the_ten_of_the_quick_start_are_enough_for_most_occupations(profiles: ElementProfiles) -> None:
    first: tuple[Element, ...] = telling(profiles)[:10]
    assert len(closest({element.element_id: 4 for element in first}, profiles)) > 0.7 * len(profiles.occupations)
