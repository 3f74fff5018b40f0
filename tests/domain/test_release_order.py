"""Newer and older releases by the numbers in their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.page import Source
from careerguide.domain.release_order import Standing, brings_more, standing


@pytest.mark.parametrize(
    ("names", "in_use", "how"),
    [
        (["db_30_0_text.zip"], "29.3", Standing.NEWER),
        (["db_30_10_text.zip"], "30.9", Standing.NEWER),
        (["db_29_3_text.zip"], "29.3", Standing.SAME),
        (["db_9_3_text.zip"], "29.3", Standing.OLDER),
        (["oesm25nat.zip", "oesm25st.zip"], "May 2025", Standing.SAME),
        (["oesm24nat.zip", "oesm26st.zip"], "mayo de 2025", Standing.NEWER),
        (["2024–34"], "2024-34", Standing.SAME),
        (["occupation.xlsx"], "2024–34", Standing.UNTOLD),
        (["db_29_3_text.zip"], "of our own", Standing.UNTOLD),
        (["anything"], "", Standing.FIRST),
        ([], "29.3", Standing.UNTOLD),
    ],
)
def test_how_releases_stand_to_each_other(names: list[str], in_use: str, how: Standing) -> None:
    assert standing(names, in_use) is how


_RELEASES = st.tuples(st.integers(0, 99), st.integers(0, 99))
_MIRRORED = {Standing.NEWER: Standing.OLDER, Standing.OLDER: Standing.NEWER, Standing.SAME: Standing.SAME}


@given(one=_RELEASES, other=_RELEASES)
def test_of_two_releases_one_is_newer_or_both_are_the_same(one: tuple[int, int], other: tuple[int, int]) -> None:
    def stands(offered: tuple[int, int], used: tuple[int, int]) -> Standing:
        return standing(["db_{}_{}_text.zip".format(*offered)], "{}.{}".format(*used))

    assert stands(one, other) is _MIRRORED[stands(other, one)]
    assert (stands(one, other) is Standing.NEWER) == (one > other)


@pytest.mark.parametrize(
    ("offered", "in_use", "more"),
    [
        ({"O*NET": ["db_30_0_text.zip"]}, {"O*NET": "29.3"}, True),
        ({"O*NET": ["db_29_3_text.zip"], "OEWS": ["oesm25nat.zip"]}, {"O*NET": "29.3"}, True),
        ({"O*NET": ["db_29_3_text.zip"]}, {"O*NET": "29.3"}, False),
        (
            {"O*NET": ["db_28_3_text.zip"], "Employment Projections": ["occupation.xlsx"]},
            {"O*NET": "29.3", "Employment Projections": "2024–34"},
            False,
        ),
        ({"O*NET": ["db_29_3_text.zip"]}, {}, True),
    ],
)
def test_what_is_offered_brings_more_where_it_is_newer_or_new(
    offered: dict[str, list[str]], in_use: dict[str, str], more: bool
) -> None:
    assert brings_more(offered, [Source(name, release, "", "") for name, release in in_use.items()]) is more
