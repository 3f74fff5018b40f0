"""Matching interests: the correlation by hand and as a rule, bands, firmness, and why."""

import math
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.inventory import Scores, is_flat
from careerguide.domain.matching import (
    LOWEST_R,
    Fit,
    Match,
    Profile,
    best,
    correlation,
    explain,
    fit_of,
    rank,
    ready_for,
    with_firmness,
)

people: st.SearchStrategy[Scores] = st.tuples(*[st.integers(0, 40)] * 6)
profiles: st.SearchStrategy[Profile] = st.tuples(*[st.integers(100, 700).map(lambda hundredths: hundredths / 100)] * 6)

PERSON: Scores = (36, 38, 12, 8, 4, 22)
FIELDS: dict[OnetSocCode, Profile] = {
    OnetSocCode("19-0000.01"): (5.5, 6.8, 2.0, 1.5, 1.2, 3.5),
    OnetSocCode("41-0000.01"): (2.0, 1.4, 2.2, 4.0, 6.9, 5.0),
    OnetSocCode("27-0000.01"): (3.0, 2.5, 6.5, 3.0, 2.5, 1.5),
    OnetSocCode("49-0000.01"): (6.8, 4.0, 1.5, 1.2, 2.0, 4.2),
    OnetSocCode("11-0000.01"): (4.0, 4.0, 4.0, 4.0, 4.0, 4.0),
}


def codes(matches: tuple[Match, ...]) -> list[str]:
    return [match.code for match in matches]


# Correlation


def test_a_correlation_worked_by_hand() -> None:
    # Deviations (15, 5, −5, −5, −5, −5) and (3, −1, −1, −1, 1, −1): products 45 − 5 + 5 + 5 − 5 + 5 = 50; squares 350 and 14.
    r = correlation((30, 20, 10, 10, 10, 10), (6, 2, 2, 2, 4, 2))
    assert r == pytest.approx(50 / math.sqrt(350 * 14))
    assert r == pytest.approx(0.714, abs=0.0005)


@given(profiles)
def test_identical_profiles_correlate_by_exactly_one(profile: Profile) -> None:
    assume(len(set(profile)) > 1)
    assert correlation(profile, profile) == 1


@given(people)
def test_a_profile_of_the_same_shape_on_the_other_scale_correlates_by_exactly_one(person: Scores) -> None:
    assume(len(set(person)) > 1)
    assert correlation(person, [1 + 6 * points / 40 for points in person]) == 1
    assert correlation(person, [7 - 6 * points / 40 for points in person]) == -1


@given(people, profiles)
def test_a_correlation_is_between_minus_one_and_one_and_the_same_both_ways(person: Scores, profile: Profile) -> None:
    r = correlation(person, profile)
    assert r == correlation(profile, person)
    assert r is None or -1 <= r <= 1


@given(people, profiles, st.integers(1, 50), st.integers(-40, 40))
def test_who_likes_everything_more_or_answers_more_strongly_has_the_same_correlation(
    person: Scores, profile: Profile, scale: int, shift: int
) -> None:
    r = correlation(person, profile)
    moved = correlation([scale * points + shift for points in person], profile)
    assert (r is None) == (moved is None)
    if r is not None:
        assert moved == pytest.approx(r, abs=1e-9)


@given(people, profiles, st.permutations(range(6)))
def test_the_order_of_the_types_does_not_matter_as_long_as_it_is_the_same(
    person: Scores, profile: Profile, order: list[int]
) -> None:
    r, turned = correlation(person, profile), correlation([person[n] for n in order], [profile[n] for n in order])
    assert (r is None) == (turned is None)
    if r is not None:
        assert turned == pytest.approx(r, abs=1e-9)


@given(st.floats(1, 7), people)
def test_a_flat_profile_has_no_correlation(level: float, person: Scores) -> None:
    assert correlation((level,) * 6, person) is None
    assert correlation(person, (level,) * 6) is None


# Bands


def t_tail(t: float) -> float:
    """The upper tail of Student's t with 4 degrees of freedom, in closed form."""
    y = t / math.sqrt(4 + t * t)
    return 0.5 - 0.75 * (y - y**3 / 3)


@pytest.mark.parametrize(("fit", "p"), [(Fit.GREAT, 0.05), (Fit.GOOD, 0.10), (Fit.FAIR, 0.20)])
def test_the_bands_begin_at_the_critical_values_of_r_for_six_pairs(fit: Fit, p: float) -> None:
    def tail(r: float) -> float:
        return t_tail(r * math.sqrt(4 / (1 - r * r)))

    assert t_tail(2.132) == pytest.approx(0.05, abs=0.0005)  # as printed in any table of t
    assert tail(LOWEST_R[fit]) == pytest.approx(p, abs=0.0005)
    assert tail(LOWEST_R[fit] - 0.0005) > p > tail(LOWEST_R[fit] + 0.0005)


@pytest.mark.parametrize(
    ("r", "fit"),
    [
        (1, Fit.GREAT),
        (0.729, Fit.GREAT),
        (0.7289, Fit.GOOD),
        (0.608, Fit.GOOD),
        (0.426, Fit.FAIR),
        (0.4259, Fit.OTHER),
        (-1, Fit.OTHER),
    ],
)
def test_a_correlation_falls_into_its_band(r: float, fit: Fit) -> None:
    assert fit_of(r) is fit
    assert fit_of(None) is Fit.OTHER


# Ranking


def test_the_best_come_first_and_a_flat_occupation_stands_at_no_correlation() -> None:
    ranked = rank(PERSON, FIELDS)
    assert codes(ranked) == ["19-0000.01", "49-0000.01", "11-0000.01", "27-0000.01", "41-0000.01"]
    assert [match.fit for match in ranked[:2]] == [Fit.GREAT, Fit.GREAT]
    assert ranked[2] == Match(OnetSocCode("11-0000.01"), Fit.OTHER, 0.0, None)
    assert ranked[3].r < 0


def test_equal_ones_come_by_code() -> None:
    shape = (5.0, 4.0, 3.0, 2.0, 1.0, 1.0)
    other_scale = (5.5, 4.5, 3.5, 2.5, 1.5, 1.5)
    found = rank(
        PERSON, {OnetSocCode("19-0000.02"): other_scale, OnetSocCode("19-0000.01"): shape, OnetSocCode("11-0000.09"): shape}
    )
    assert codes(found) == ["11-0000.09", "19-0000.01", "19-0000.02"]
    assert len({match.r for match in found}) == 1


@given(people, st.lists(profiles, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_in_which_occupations_come_does_not_matter(
    person: Scores, given_profiles: list[Profile], chance: random.Random
) -> None:
    pairs = [(OnetSocCode(f"11-0000.{n:02}"), profile) for n, profile in enumerate(given_profiles)]
    before = rank(person, dict(pairs))
    chance.shuffle(pairs)
    assert rank(person, dict(pairs)) == before
    assert sorted(codes(before)) == [code for code, _ in sorted(pairs)]


@given(people, st.lists(profiles, min_size=1, max_size=12))
def test_a_list_is_sorted_by_the_correlation_and_says_the_band_of_it(person: Scores, given_profiles: list[Profile]) -> None:
    assume(not is_flat(person))
    named = {OnetSocCode(f"11-0000.{n:02}"): profile for n, profile in enumerate(given_profiles)}
    found = rank(person, named)
    assert [match.r for match in found] == sorted((match.r for match in found), reverse=True)
    for match in found:
        assert match.r == (correlation(person, named[match.code]) or 0.0)
        assert match.fit is fit_of(match.r)


@pytest.mark.parametrize("person", [(20, 20, 20, 20, 20, 20), (0, 0, 0, 0, 0, 0), (20, 29, 24, 21, 20, 27)])
def test_without_a_clear_pattern_the_most_mixed_careers_come_first_and_none_is_said_to_fit(person: Scores) -> None:
    found = rank(person, FIELDS)
    assert codes(found) == ["11-0000.01", "27-0000.01", "41-0000.01", "49-0000.01", "19-0000.01"]
    assert {(match.fit, match.r) for match in found} == {(Fit.OTHER, 0.0)}
    assert with_firmness(person, found, FIELDS, 3.6) == found
    assert best(found) == found


def test_there_are_always_the_best_few() -> None:
    matches = tuple(Match(OnetSocCode(f"11-0000.{n:02}"), Fit.OTHER, -n / 100, None) for n in range(30))
    assert best(matches) == matches[:10]
    in_bands = tuple(Match(OnetSocCode(f"13-0000.{n:02}"), Fit.FAIR, 0.5, None) for n in range(14))
    assert best(in_bands + matches) == in_bands
    assert best(in_bands[:4] + matches) == in_bands[:4] + matches[:6]
    assert best(matches[:3]) == matches[:3]


# Schooling


def test_careers_up_to_a_job_zone_stay_and_so_do_those_of_which_none_is_known() -> None:
    ranked = rank(PERSON, FIELDS)
    zones = {
        OnetSocCode("19-0000.01"): 5,
        OnetSocCode("49-0000.01"): 3,
        OnetSocCode("27-0000.01"): 2,
        OnetSocCode("41-0000.01"): None,
    }
    kept, unknown = ready_for(ranked, zones, 3)
    assert codes(kept) == ["49-0000.01", "11-0000.01", "27-0000.01", "41-0000.01"]
    assert unknown == {"11-0000.01", "41-0000.01"}
    assert ready_for(ranked, zones, 5)[0] == ranked


# Firmness


def test_a_match_in_the_middle_of_its_band_holds_firmly_and_one_on_the_edge_does_not() -> None:
    middle: dict[OnetSocCode, Profile] = {OnetSocCode("19-0000.01"): FIELDS[OnetSocCode("19-0000.01")]}
    (firm,) = with_firmness(PERSON, rank(PERSON, middle), middle, 3.6)
    assert firm.firmness is not None
    assert firm.firmness > 0.99
    edge: dict[OnetSocCode, Profile] = {OnetSocCode("49-0000.09"): (4.0, 4.2, 4.0, 1.0, 1.0, 1.6)}
    (loose,) = with_firmness(PERSON, rank(PERSON, edge), edge, 3.6)
    assert loose.r == pytest.approx(LOWEST_R[Fit.GREAT], abs=0.05)
    assert loose.firmness is not None
    assert 0.3 < loose.firmness < 0.85


def test_the_same_scores_always_hold_equally_firmly() -> None:
    ranked = rank(PERSON, FIELDS)
    first, second = with_firmness(PERSON, ranked, FIELDS, 3.6), with_firmness(PERSON, ranked[::-1], FIELDS, 3.6)
    assert first == second[::-1]
    assert [(match.code, match.fit, match.r) for match in first] == [(match.code, match.fit, match.r) for match in ranked]


def test_without_error_of_measurement_everything_holds() -> None:
    found = with_firmness(PERSON, rank(PERSON, FIELDS), FIELDS, 0.0, redraws=20)
    assert {match.firmness for match in found} == {1.0}


@given(people, profiles)
def test_firmness_is_a_share_and_falls_to_what_chance_leaves_where_the_error_is_huge(person: Scores, profile: Profile) -> None:
    assume(not is_flat(person))
    named = {OnetSocCode("11-0000.01"): profile}
    (match,) = with_firmness(person, rank(person, named), named, 200.0, redraws=50)
    assert match.firmness is not None
    assert 0 <= match.firmness <= 1
    if match.fit is not Fit.OTHER:
        assert match.firmness < 0.6


# Why


def test_why_worked_by_hand() -> None:
    why = explain((30, 20, 10, 10, 10, 10), (6, 2, 2, 2, 4, 2))
    assert why is not None
    assert [part.letter for part in why.parts] == list("RIASEC")
    assert [part.person for part in why.parts] == [15, 5, -5, -5, -5, -5]
    assert [part.occupation for part in why.parts] == [3, -1, -1, -1, 1, -1]
    assert [part.product for part in why.parts] == [45, -5, 5, 5, -5, 5]
    assert why.numerator == 50
    assert (why.person_length**2, why.occupation_length**2) == (pytest.approx(350), pytest.approx(14))
    assert (why.both, why.neither, why.only_person, why.only_occupation) == ("R", "ASC", "I", "E")


@given(people, profiles)
def test_what_the_types_add_sums_to_the_correlation(person: Scores, profile: Profile) -> None:
    why = explain(person, profile)
    r = correlation(person, profile)
    assert (why is None) == (r is None)
    if why is None or r is None:
        return
    assert why.r == r
    assert math.fsum(part.of_r for part in why.parts) == pytest.approx(r, abs=1e-9)
    assert why.numerator / (why.person_length * why.occupation_length) == pytest.approx(r, abs=1e-9)
    named = why.both + why.neither + why.only_person + why.only_occupation
    assert len(named) == len(set(named))
    assert set(named) == {part.letter for part in why.parts if abs(part.of_r) >= 0.05}
    together = {part.letter for part in why.parts if part.product > 0}
    assert set(why.both + why.neither) <= together
    assert not set(why.only_person + why.only_occupation) & together


def test_there_is_no_why_where_a_profile_is_flat() -> None:
    assert explain((20,) * 6, (6, 2, 2, 2, 4, 2)) is None
    assert explain((30, 20, 10, 10, 10, 10), (3,) * 6) is None
