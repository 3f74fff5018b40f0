"""The starter guide: it has every section for every rated occupation, the official figures, and is small."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerguide.db.guide import Guide
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import Domain
from careerguide.reports.page_json import page_json


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    guide = Guide(starter_guide)
    yield guide
    guide.close()


def is_whole(page: OccupationPage) -> bool:
    """Whether the official release has ratings and an education survey for the occupation; about 50 of the rated lack one."""
    return bool(all(page.ratings[domain] for domain in Domain) and page.schooling.education and page.also_called)


@pytest.fixture(scope="module")
def rated(guide: Guide) -> list[OccupationPage]:
    """Sixty pages of rated occupations, the same at every run."""
    codes = [occupation.code for occupation in guide.occupations()]
    random.Random(29.3).shuffle(codes)
    return list(itertools.islice(filter(is_whole, map(guide.page, codes)), 60))


def test_sixty_rated_occupations_have_every_section(rated: list[OccupationPage]) -> None:
    lacking: dict[str, list[str]] = {}
    for page in rated:
        sections = {
            "summary": page.summary,
            "overview": page.overview,
            "tasks": page.tasks,
            "activities": page.detailed_work_activities,
            "education": len(page.schooling.education) == 12,
            "experience": page.schooling.experience,
            "interests": len(page.interests) == 6,
            "job zone": page.job_zone and page.job_zone.name and page.job_zone.education,
            "technology": page.technology,
            "related": page.related,
            "wages": page.outlook.wages or page.code == "45-3031.00",  # BLS publishes no wages for fishing workers
            "projection": page.outlook.projection,
            "group": page.group,
            "sources": len(page.sources) == 4,
            **{domain.value: len(page.ratings[domain]) == count for domain, count in zip(Domain, (33, 35, 52, 41), strict=True)},
        }
        for name, content in sections.items():
            if not content:
                lacking.setdefault(name, []).append(page.code)
    assert lacking == {}
    assert len(rated) == 60


def test_most_occupations_of_the_release_are_whole(guide: Guide) -> None:
    pages = [guide.page(occupation.code) for occupation in guide.occupations()]
    assert sum(map(is_whole, pages)) >= 850
    assert sum(page.job_zone is not None for page in pages) == 923
    assert [page.code for page in pages if not page.summary] == []


def test_what_is_rated_is_explained(rated: list[OccupationPage]) -> None:
    for page in rated:
        for domain in Domain:
            assert all(rating.name and rating.description for rating in page.ratings[domain]), page.code
        assert all(interest.description for interest in page.interests)
        assert all(share.level and not share.level.startswith("Category ") for share in page.schooling.education)


def test_tasks_are_our_own_and_say_so(rated: list[OccupationPage]) -> None:
    for page in rated:
        assert not page.official_tasks
        assert page.definition is None
        assert page.overview == page.summary
        assert 3 <= len(page.tasks) <= 20, page.code
        assert {(task.kind, task.importance) for task in page.tasks} == {(None, None)}


def test_the_starter_guide_has_every_occupation_of_the_release(guide: Guide) -> None:
    assert len(guide.occupations()) == 1016


def test_the_starter_guide_is_small(starter_guide: Path) -> None:
    assert starter_guide.stat().st_size <= 40 * 1024 * 1024


def test_building_twice_gives_the_same_bytes(starter_guide: Path, tmp_path: Path, resources_guide: Path) -> None:
    from careerguide.db.build import build_starter

    build_starter(resources_guide, tmp_path / "again.guide")
    assert (tmp_path / "again.guide").read_bytes() == starter_guide.read_bytes()


def test_its_figures_are_those_of_the_official_guide(guide: Guide, rated: list[OccupationPage], official_guide: Path) -> None:
    official = Guide(official_guide)
    for page in rated[:25]:
        mine, theirs = page_json(page), page_json(official.page(page.code))
        for domain in Domain:
            for rating in (*mine[domain], *theirs[domain]):
                del rating["description"]
        for interest in (*mine["interests"], *theirs["interests"]):
            del interest["description"]
        same = ("also_called", "education", "experience", "interests", "technology", "related", "outlook", "assessments", *Domain)
        for key in same:
            assert mine[key] == theirs[key], (page.code, key)
        assert mine["job_zone"]["zone"] == theirs["job_zone"]["zone"]
    official.close()


def test_no_sentence_of_the_release_is_in_the_starter_guide(starter_guide: Path, shared_data: Path) -> None:
    data = starter_guide.read_bytes()
    for file, column in (("Task Statements.txt", 2), ("Occupation Data.txt", 2), ("Content Model Reference.txt", 2)):
        lines = (shared_data / "onet-29.3" / file).read_text(encoding="utf-8").splitlines()[1:]
        sentences = [line.split("\t")[column] for line in random.Random(1).sample(lines, 300)]
        long = [sentence for sentence in sentences if len(sentence) > 40]
        assert len(long) > 200
        assert [sentence for sentence in long if sentence.encode() in data] == []


def test_assessments_belong_to_the_codes_they_name(guide: Guide) -> None:
    names = {code: [test.name for test in guide.page(code).assessments] for code in ("13-2011.00", "11-3031.01", "35-2014.00")}
    assert "CPA exam (Certified Public Accountant)" in names["13-2011.00"]
    assert "CPA exam (Certified Public Accountant)" in names["11-3031.01"]
    assert "CPA exam (Certified Public Accountant)" not in names["35-2014.00"]
