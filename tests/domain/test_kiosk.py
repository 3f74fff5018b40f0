"""The kiosk's rules: night, the PIN, how guesses are slowed down."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerguide.domain.kiosk import (
    LONGEST_PIN,
    SHORTEST_PIN,
    KioskConfig,
    delay_after,
    hash_pin,
    is_night,
    is_pin_hash,
    pin_matches,
)

times = st.times()


@given(times, times, times)
def test_it_is_night_between_the_two_times_and_day_otherwise(start: time, end: time, now: time) -> None:
    config, turned = KioskConfig(dim_from=start, dim_until=end), KioskConfig(dim_from=end, dim_until=start)
    if start == end:
        assert not is_night(config, now)
    else:
        assert is_night(config, now) is not is_night(turned, now)
        assert is_night(config, start)
        assert not is_night(config, end)


def test_the_night_goes_past_midnight() -> None:
    config = KioskConfig()
    assert [is_night(config, time(hour)) for hour in (19, 21, 0, 6, 7)] == [False, True, True, True, False]


@settings(max_examples=10)
@given(st.text(min_size=SHORTEST_PIN, max_size=LONGEST_PIN), st.text(max_size=LONGEST_PIN))
def test_only_the_pin_itself_matches(pin: str, other: str) -> None:
    kept = hash_pin(pin)
    assert is_pin_hash(kept)
    assert pin_matches(pin, kept)
    assert pin_matches(other, kept) is (other == pin)
    assert pin not in kept or len(pin) < 8


def test_the_same_pin_is_kept_differently_each_time() -> None:
    assert hash_pin("2468") != hash_pin("2468")


@pytest.mark.parametrize("pin", ["", "123", "9" * 65])
def test_a_pin_has_a_fitting_length(pin: str) -> None:
    with pytest.raises(ValueError, match="4 to 64"):
        hash_pin(pin)


@pytest.mark.parametrize("kept", ["", "2468", "scrypt1$zz$00", "scrypt1$00$00", "md5$00$11"])
def test_nothing_matches_what_is_no_hash(kept: str) -> None:
    assert not is_pin_hash(kept)
    assert not pin_matches("2468", kept)


@given(st.integers(min_value=0, max_value=1000))
def test_guesses_are_slowed_more_and_more(failures: int) -> None:
    assert delay_after(failures) <= delay_after(failures + 1) <= 300
    assert (delay_after(failures) == 0) is (failures < 3)
