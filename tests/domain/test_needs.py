"""What one would need to go from one occupation to another."""

from dataclasses import replace

import pytest
from a_page import a_page, projection, rating
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.needs import Preparation, Step, most_common, needs
from careerguide.domain.page import JobZone, OccupationPage

HERE, THERE = "11-0000.01", "11-0000.02"


def step(here: OccupationPage, there: OccupationPage, kind: Preparation) -> Step:
    return next(asked.step for asked in needs(here, there).preparation if asked.kind is kind)


def test_only_what_the_other_asks_for_more_is_listed_the_largest_first() -> None:
    here = a_page(HERE, skills=[rating("Speaking", 5, 7), rating("Writing", 3, 3.5), rating("Repairing", 1, None)])
    there = a_page(THERE, skills=[rating("Speaking", 3, 3.5), rating("Writing", 5, 7), rating("Repairing", 5, 7)])
    found = needs(here, there).skills
    assert [(each.name, round(each.size), each.sure) for each in found] == [("Repairing", 100, True), ("Writing", 50, True)]
    assert (found[1].here.importance, found[1].there.importance) == (3, 5)
    assert [each.name for each in needs(there, here).skills] == ["Speaking"]


rated = st.builds(rating, st.just("Speaking"), st.floats(1, 5), st.one_of(st.none(), st.floats(0, 7)))


@given(rated, rated)
def test_what_is_asked_more_one_way_is_not_asked_more_on_the_way_back(ours: object, theirs: object) -> None:
    here, there = a_page(HERE, skills=[ours]), a_page(THERE, skills=[theirs])  # type: ignore[list-item]
    forth, back = needs(here, there), needs(there, here)
    assert len(forth.skills) + len(back.skills) <= 1
    for each in (*forth.skills, *back.skills):
        assert 0 < each.size <= 100 + 1e-9
        assert each.there_weight - each.here_weight == pytest.approx(each.size)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("High school diploma or equivalent", "Bachelor's degree", Step.MORE),
        ("Some college, no degree", "Postsecondary nondegree award", Step.MORE),
        ("Doctoral or professional degree", "Master's degree", Step.LESS),
        ("Associate's degree", "Associate's degree", Step.SAME),
        ("A word of a later edition", "A word of a later edition", Step.SAME),
        ("A word of a later edition", "Master's degree", Step.OTHER),
        (None, "Master's degree", Step.OTHER),
        (None, None, Step.OTHER),
    ],
)
def test_schooling_to_enter_is_compared_in_the_order_of_bls(here: str | None, there: str | None, expected: Step) -> None:
    pages = [a_page(code, outlook=projection(entry=entry)) for code, entry in ((HERE, here), (THERE, there))]
    assert step(pages[0], pages[1], Preparation.ENTRY_EDUCATION) is expected


def test_an_apprenticeship_is_neither_more_nor_less_than_months_on_the_job() -> None:
    long, apprentice = (
        a_page(code, outlook=projection(training=words))
        for code, words in ((HERE, "Long-term on-the-job training"), (THERE, "Apprenticeship"))
    )
    assert step(long, apprentice, Preparation.TRAINING) is Step.OTHER
    short = a_page(THERE, outlook=projection(training="Short-term on-the-job training"))
    assert step(long, short, Preparation.TRAINING) is Step.LESS


def test_the_most_common_schooling_is_compared_by_the_order_of_its_levels() -> None:
    here, there = a_page(HERE, education={2: 60, 6: 40}), a_page(THERE, education={2: 30, 6: 50, 8: 20})
    asked = next(each for each in needs(here, there).preparation if each.kind is Preparation.COMMON_EDUCATION)
    assert (asked.here, asked.there, asked.step) == ("High school (60 %)", "Bachelor's degree (50 %)", Step.MORE)
    assert step(here, a_page(THERE), Preparation.COMMON_EDUCATION) is Step.OTHER


def test_of_two_levels_as_common_the_lower_is_named() -> None:
    shares = a_page(HERE, education={6: 50, 2: 50}).schooling.education
    most = most_common(shares)
    assert most is not None
    assert most.category == 2
    assert most_common(()) is None


def test_job_zones_are_compared_by_number() -> None:
    here, there = (
        replace(a_page(code), job_zone=JobZone(zone, "Some preparation", "", "", "")) for code, zone in ((HERE, 2), (THERE, 4))
    )
    assert step(here, there, Preparation.JOB_ZONE) is Step.MORE
    assert step(there, here, Preparation.JOB_ZONE) is Step.LESS
    assert step(here, a_page(THERE), Preparation.JOB_ZONE) is Step.OTHER


def test_it_says_when_one_of_the_two_has_no_ratings() -> None:
    full = a_page(HERE, skills=[rating("Speaking", 3, 3)], knowledge=[rating("Law", 3, 3)])
    assert needs(full, replace(full, code=full.code)).rated
    assert not needs(full, a_page(THERE)).rated
