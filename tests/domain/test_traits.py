"""Work styles and work values: each scale on 0–100, and the strongest of a kind."""

import pytest

from careerguide.domain.traits import Trait, TraitKind, kind_and_score, strongest_traits

STYLE, VALUE = TraitKind.WORK_STYLE, TraitKind.WORK_VALUE


@pytest.mark.parametrize(
    ("scale", "value", "kind", "score"),
    [
        ("IM", 1, STYLE, 0),
        ("IM", 3, STYLE, 50),
        ("IM", 5, STYLE, 100),
        ("WI", -3, STYLE, 0),
        ("WI", 0, STYLE, 50),
        ("WI", 3, STYLE, 100),
        ("EX", 1, VALUE, 0),
        ("EX", 7, VALUE, 100),
    ],
)
def test_each_scale_is_shown_on_0_to_100(scale: str, value: float, kind: TraitKind, score: float) -> None:
    assert kind_and_score(scale, value) == (kind, pytest.approx(score))


def test_the_five_strongest_styles_and_three_strongest_values_are_told_none_of_them_weak() -> None:
    styles = [Trait(STYLE, f"Style {number}", "", 40 + 10 * number) for number in range(7)]
    values = [Trait(VALUE, name, "", score) for name, score in (("Support", 80), ("Achievement", 80), ("Recognition", 20))]
    found = strongest_traits([*styles, *values], STYLE)
    assert [trait.name for trait in found] == ["Style 6", "Style 5", "Style 4", "Style 3", "Style 2"]
    assert [trait.name for trait in strongest_traits([*styles, *values], VALUE)] == ["Achievement", "Support"]
    assert strongest_traits(styles[:1], STYLE) == ()
