"""Check characters over GF(32)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.check_characters import CHECK_LENGTH, check_values, likely_slips, syndrome

VALUES = st.lists(st.integers(0, 31), max_size=150)


def bech32_values(text: str) -> list[int]:
    """A Bech32 string as values: the part before its last 1 by high bits, a 0, and low bits; then its own alphabet (BIP 173)."""
    before, _, after = text.lower().rpartition("1")
    high, low = [ord(letter) >> 5 for letter in before], [ord(letter) & 31 for letter in before]
    return [*high, 0, *low, *("qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(letter) for letter in after)]


@pytest.mark.parametrize(
    "valid",
    ["A1LQFN3A", "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx", "split1checkupstagehandshakeupstreamerranterredcaperredlc445v"],
)
def test_it_agrees_with_the_examples_of_bip_350(valid: str) -> None:
    values = bech32_values(valid)
    assert syndrome(values) == 0
    assert check_values(values[:-CHECK_LENGTH]) == values[-CHECK_LENGTH:]


@given(VALUES)
def test_values_with_their_check_agree(values: list[int]) -> None:
    whole = values + check_values(values)
    assert syndrome(whole) == 0
    assert likely_slips(whole) == []


@given(VALUES, st.data())
def test_one_wrong_value_is_seen_and_found(values: list[int], data: st.DataObject) -> None:
    whole = values + check_values(values)
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 31))
    assert syndrome(whole) != 0
    assert place in likely_slips(whole)


@given(VALUES, st.data())
def test_neighbors_that_changed_places_are_seen_and_found(values: list[int], data: st.DataObject) -> None:
    whole = values + check_values(values)
    place = data.draw(st.integers(0, len(whole) - 2))
    if whole[place] == whole[place + 1]:
        return
    whole[place : place + 2] = whole[place + 1], whole[place]
    assert syndrome(whole) != 0
    assert place in likely_slips(whole)


@given(VALUES, st.data())
def test_three_wrong_values_are_seen(values: list[int], data: st.DataObject) -> None:
    whole = values + check_values(values)
    for place in data.draw(st.sets(st.integers(0, len(whole) - 1), min_size=2, max_size=3)):
        whole[place] ^= data.draw(st.integers(1, 31))
    assert syndrome(whole) != 0
