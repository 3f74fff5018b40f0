"""What the guide gives for browsing: every occupation at a glance, and the same figures as on the pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from careerguide.db.guide import Guide
from careerguide.domain.browse import DEGREES, Choices, Facts
from careerguide.domain.interests import interest_code
from careerguide.domain.ratings import SHOWN_FROM_SCORE, Domain
from careerguide.domain.wages import Unit

MATHEMATICS = "2.C.4.a"
OFFICERS, ACTORS, NURSES, LEGISLATORS, COOKS_ALL_OTHER = "33-3051.04", "27-2011.00", "29-1141.00", "11-1031.00", "35-2019.00"


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    guide = Guide(starter_guide)
    yield guide
    guide.close()


@pytest.fixture(scope="module")
def choices(guide: Guide) -> Choices:
    return guide.choices()


@pytest.fixture(scope="module")
def facts(choices: Choices) -> dict[str, Facts]:
    return {facts.code: facts for facts in choices.facts}


def test_every_occupation_is_there_once_with_its_title(guide: Guide, choices: Choices) -> None:
    occupations = {occupation.code: occupation.title for occupation in guide.occupations()}
    assert len(choices.facts) == len(occupations) == 1016
    assert {facts.code: facts.title for facts in choices.facts} == occupations


@pytest.mark.parametrize("code", [OFFICERS, ACTORS, NURSES, LEGISLATORS, COOKS_ALL_OTHER])
def test_figures_at_a_glance_are_those_of_the_page(guide: Guide, facts: dict[str, Facts], code: str) -> None:
    page, glance = guide.page(code), facts[code]
    outlook, wages, projection = page.outlook, page.outlook.national_wages, page.outlook.projection
    hours = 2080 if wages and wages.unit is Unit.HOUR else 1
    assert glance.median_annual_usd == (wages.median * hours if wages and wages.median is not None else None)
    assert glance.change_percent == (projection.change_percent if projection else None)
    assert glance.openings_per_year == (projection.openings_per_year if projection else None)
    assert glance.employment == outlook.employment
    assert glance.outlook is outlook.category
    assert glance.entry_education == (projection.typical_entry_education if projection else None)
    assert glance.job_zone == (page.job_zone.zone if page.job_zone else None)
    assert glance.interests == interest_code(page.interests)
    assert glance.group == code[:2]


def test_these_five_stand_for_what_can_be_known_and_unknown(facts: dict[str, Facts]) -> None:
    assert facts[OFFICERS].median_annual_usd is not None
    assert facts[LEGISLATORS].median_annual_usd is None
    assert facts[COOKS_ALL_OTHER].job_zone is None
    assert facts[COOKS_ALL_OTHER].interests == ""


def test_an_hourly_median_becomes_that_of_a_year_of_2080_hours(guide: Guide, facts: dict[str, Facts]) -> None:
    wages = guide.page(ACTORS).outlook.national_wages
    assert wages is not None
    assert wages.unit is Unit.HOUR
    assert wages.median is not None
    assert wages.median < 200
    assert facts[ACTORS].median_annual_usd == pytest.approx(wages.median * 2080)


def test_occupations_that_are_published_together_share_their_figures(facts: dict[str, Facts]) -> None:
    assert facts["35-3023.01"].median_annual_usd == facts["35-3023.00"].median_annual_usd is not None
    assert facts["25-2055.00"].employment == facts["25-2056.00"].employment is not None


def test_where_nothing_is_published_nothing_is_made_up(facts: dict[str, Facts]) -> None:
    soldiers = [facts for facts in facts.values() if facts.group == "55"]
    assert len(soldiers) > 15
    assert {(soldier.median_annual_usd, soldier.change_percent, soldier.outlook) for soldier in soldiers} == {(None, None, None)}


def test_rated_occupations_have_three_different_interests_and_a_job_zone(choices: Choices) -> None:
    rated = [facts for facts in choices.facts if facts.interests]
    assert len(rated) == 923
    assert {len(set(facts.interests)) for facts in rated} == {3}
    assert set("".join(facts.interests for facts in rated)) == set("RIASEC")
    assert {facts.job_zone for facts in rated} == {1, 2, 3, 4, 5}
    assert {facts.job_zone for facts in choices.facts if not facts.interests} == {None}


def test_the_degrees_that_browsing_knows_are_those_of_the_figures(choices: Choices) -> None:
    said = {facts.entry_education for facts in choices.facts}
    assert set(DEGREES) <= said
    assert {word for word in said - set(DEGREES) if word and ("Bachelor" in word or "Master" in word or "Doctor" in word)} == set()


def test_there_are_23_groups_each_with_a_line_and_careers(choices: Choices) -> None:
    assert len(choices.groups) == 23
    assert [name for _, name, _ in choices.groups] == sorted(name for _, name, _ in choices.groups)
    assert all(line.endswith(".") and len(line) > 20 for _, _, line in choices.groups)
    assert {code for code, _, _ in choices.groups} == {facts.group for facts in choices.facts}


def test_job_zones_are_named_without_their_number(choices: Choices) -> None:
    assert [zone for zone, _ in choices.job_zones] == [1, 2, 3, 4, 5]
    assert all(name and not name.startswith("Job Zone") for _, name in choices.job_zones)


def test_knowledge_and_skills_can_be_asked_for(choices: Choices) -> None:
    assert len(choices.elements) == 33 + 35
    names = [name for _, name, _ in choices.elements]
    assert names == sorted(names)
    assert (MATHEMATICS, "Mathematics") in {(element, name) for element, name, _ in choices.elements}
    assert all(meaning for _, _, meaning in choices.elements)


def test_no_two_things_one_can_be_strong_in_have_one_name_and_one_meaning(choices: Choices) -> None:
    assert len({element for element, _, _ in choices.elements}) == len(choices.elements)
    assert len({(name, meaning) for _, name, meaning in choices.elements}) == len(choices.elements)


def test_strong_in_mathematics_are_those_with_a_score_of_50_on_their_page(guide: Guide, choices: Choices) -> None:
    strong = guide.strong_in(MATHEMATICS)
    scores = {}
    for facts in choices.facts[::6]:
        found = [rating for rating in guide.page(facts.code).ratings[Domain.KNOWLEDGE] if rating.element_id == MATHEMATICS]
        scores[facts.code] = found[0].importance_score if found else None
    assert {code for code, score in scores.items() if score is not None and score >= SHOWN_FROM_SCORE} == strong & set(scores)
    assert 20 < len(strong & set(scores)) < len(scores) - 20


def test_a_score_of_exactly_50_is_strong(guide: Guide, choices: Choices) -> None:
    exact = 0
    for element, name, _ in choices.elements[::8]:
        strong = guide.strong_in(element)
        for facts in choices.facts[::60]:
            page = guide.page(facts.code)
            for rating in (*page.ratings[Domain.KNOWLEDGE], *page.ratings[Domain.SKILLS]):
                if rating.element_id == element and rating.importance == 3:
                    assert facts.code in strong, (facts.code, name)
                    exact += 1
    assert exact > 3


@pytest.mark.parametrize("nothing", ["", "9.Z", "2.C.4", "2.C.4.a'--", "%"])
def test_nobody_is_strong_in_what_is_not_there(guide: Guide, nothing: str) -> None:
    assert guide.strong_in(nothing) == frozenset()


def test_users_of_python_are_those_with_python_on_their_page(guide: Guide, choices: Choices) -> None:
    users = guide.users_of("Python")
    assert {"15-1252.00", "15-2051.00"} <= users
    some = {facts.code for facts in choices.facts[::6]} | set(sorted(users)[::10])
    using = {code for code in some if "Python" in {tool.name for tool in guide.page(code).technology}}
    assert using == users & some
    assert len(using) > 10


@pytest.mark.parametrize("nothing", ["", "python", "Pyth", "%", "Wrenches"])
def test_nobody_uses_what_is_no_software(guide: Guide, nothing: str) -> None:
    assert guide.users_of(nothing) == frozenset()


def test_software_is_named_once_from_a_to_z_and_somebody_uses_it(guide: Guide, choices: Choices) -> None:
    names = list(choices.software)
    assert "Python" in names
    assert len(names) > 100
    assert names == sorted(names, key=str.casefold)
    assert len(set(names)) == len(names)
    assert [name for name in names[::10] if not guide.users_of(name)] == []


def test_a_guide_of_three_occupations_is_browsed_too(small_guide: Path) -> None:
    guide = Guide(small_guide)
    small = guide.choices()
    assert len(small.facts) == len(guide.occupations())
    assert {zone for zone, _ in small.job_zones} == {facts.job_zone for facts in small.facts} - {None}
    guide.close()
