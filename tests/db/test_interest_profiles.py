"""Interest profiles as the guide has them, and what they match on the real occupations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from careerguide.db.guide import Guide
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.inventory import Scores, score, three_letters
from careerguide.domain.matching import Fit, Match, Profile, best, correlation, explain, rank, ready_for, with_firmness
from careerguide.resources import resources
from careerguide.sources.inventory import read_inventory

CUSTOMS = OnetSocCode("33-3051.04")
SALES, SCIENCE, ENGINEERING = "41-", "19-", "17-"


@pytest.fixture(scope="module")
def guide(starter_guide: Path) -> Iterator[Guide]:
    opened = Guide(starter_guide)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def profiles(guide: Guide) -> dict[OnetSocCode, Profile]:
    return guide.interest_profiles()


def answering(likes: dict[str, int], otherwise: int) -> Scores:
    """The scores of somebody who answers all activities of a type alike."""
    inventory = read_inventory(resources() / "assessment" / "inventory.toml")
    answers = {item.id: likes.get(item.type, otherwise) for item in inventory.items}
    scored = score(inventory, answers, short=False)
    assert scored is not None
    return scored.scores


def test_every_occupation_with_interests_has_its_profile(guide: Guide, profiles: dict[OnetSocCode, Profile]) -> None:
    assert len(profiles) == 923
    for code in (CUSTOMS, OnetSocCode("29-1141.00"), OnetSocCode("27-1013.00")):
        on_page = {interest.name[0]: interest.score for interest in guide.page(code).interests}
        assert dict(zip("RIASEC", profiles[code], strict=True)) == on_page


def test_occupations_without_all_six_interests_are_left_out(guide: Guide, profiles: dict[OnetSocCode, Profile]) -> None:
    without = {occupation.code for occupation in guide.occupations()} - set(profiles)
    assert len(without) == 1016 - 923
    assert not guide.page(min(without)).interests


def test_no_real_profile_is_flat_and_each_matches_itself_exactly(profiles: dict[OnetSocCode, Profile]) -> None:
    assert {correlation(profile, profile) for profile in profiles.values()} == {1.0}


def test_who_likes_finding_out_and_hands_on_work_gets_laboratories_and_engineering_and_no_sales(
    guide: Guide, profiles: dict[OnetSocCode, Profile]
) -> None:
    scores = answering({"Investigative": 4, "Realistic": 4, "Conventional": 2}, 1)
    assert three_letters(scores) == "RIC"
    ranked = rank(scores, profiles)
    great = [match for match in ranked if match.fit is Fit.GREAT]
    assert len(great) >= 50
    assert [match.code for match in ranked if match.code.startswith(SALES) and match.fit is not Fit.OTHER] == []
    first = [match.code for match in ranked[:20]]
    assert sum(code.startswith((SCIENCE, ENGINEERING, "29-", "15-")) for code in first) >= 14
    titles = {occupation.code: occupation.title for occupation in guide.occupations()}
    found = " ".join(titles[match.code] for match in great)
    assert "Laboratory" in found
    assert "Engineers" in found
    assert "Chemists" in found


@pytest.mark.parametrize("scores", [(20, 10, 6, 10, 30, 36), (24, 8, 6, 10, 28, 36), (16, 8, 6, 12, 24, 36)])
def test_customs_officers_rank_high_for_conventional_enterprising_realistic(
    profiles: dict[OnetSocCode, Profile], scores: Scores
) -> None:
    ranked = rank(scores, profiles)
    assert three_letters(scores) == "CER"
    place = next(place for place, match in enumerate(ranked, start=1) if match.code == CUSTOMS)
    assert place <= 30
    assert ranked[place - 1].fit is Fit.GREAT
    why = explain(scores, profiles[CUSTOMS])
    assert why is not None
    assert set(why.both) == {"C", "E"}
    assert "A" in why.neither


def test_a_flat_answerer_gets_mixed_careers_to_browse_and_no_fit(profiles: dict[OnetSocCode, Profile]) -> None:
    ranked = rank(answering({}, 3), profiles)
    assert len(ranked) == 923
    assert {match.fit for match in ranked} == {Fit.OTHER}
    assert len(best(ranked)) == 10
    assert len({match.code[:2] for match in best(ranked)}) >= 4


def test_any_clear_profile_gets_careers_and_those_in_the_middle_of_a_band_hold(profiles: dict[OnetSocCode, Profile]) -> None:
    strange: Scores = (0, 0, 40, 0, 0, 40)  # Artistic and Conventional: opposite in the hexagon
    shown = best(rank(strange, profiles))
    assert len(shown) >= 10
    firm = with_firmness(strange, shown, profiles, 3.6)
    assert all(match.firmness is not None for match in firm)
    assert firm[0].firmness is not None
    assert firm[0].firmness > 0.9


def test_who_is_ready_for_job_zone_two_sees_nothing_above_it(guide: Guide, profiles: dict[OnetSocCode, Profile]) -> None:
    zones = {facts.code: facts.job_zone for facts in guide.choices().facts}
    ranked = rank(answering({"Realistic": 4}, 1), profiles)
    kept, unknown = ready_for(ranked, zones, 2)
    assert unknown == frozenset()
    assert 100 < len(kept) < len(ranked)
    assert {zones[match.code] for match in kept} == {1, 2}
    assert list(kept) == sorted(kept, key=lambda match: (-match.r, match.code))


def test_moving_one_interest_changes_what_comes_first(profiles: dict[OnetSocCode, Profile]) -> None:
    scores = answering({"Investigative": 4, "Realistic": 3}, 1)
    more_artistic: Scores = (*scores[:2], 40, *scores[3:])

    def artistic(matches: tuple[Match, ...]) -> float:
        return sum(profiles[match.code][2] for match in matches[:20])

    assert artistic(rank(more_artistic, profiles)) > artistic(rank(scores, profiles)) + 20
