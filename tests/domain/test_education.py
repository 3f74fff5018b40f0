"""Levels of schooling short enough for a headline."""

import pytest

from careerguide.domain.education import short_level


@pytest.mark.parametrize(
    ("category", "words"),
    [
        (1, "No diploma"),
        (2, "High school"),
        (3, "Certificate"),
        (4, "Some college"),
        (5, "Associate's degree"),
        (6, "Bachelor's degree"),
        (7, "Certificate after bachelor's"),
        (8, "Master's degree"),
        (9, "Certificate after master's"),
        (10, "Professional degree"),
        (11, "Doctorate"),
        (12, "Post-doctoral training"),
    ],
)
def test_each_of_the_twelve_levels_has_a_short_name(category: int, words: str) -> None:
    assert short_level(category, "a long official name") == words


@pytest.mark.parametrize("category", [0, 13, -1])
def test_a_level_that_a_later_release_adds_keeps_its_own_name(category: int) -> None:
    assert short_level(category, "A new kind of school") == "A new kind of school"


def test_no_two_levels_share_a_short_name_and_each_fits_a_headline() -> None:
    names = [short_level(category, "") for category in range(1, 13)]
    assert len(set(names)) == 12
    assert all(0 < len(name) <= 30 for name in names)
