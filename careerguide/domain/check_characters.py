"""Check characters over GF(32): the code of Bech32m (BIP 350), for characters that are given by their values 0–31.

Six values are added to what is to be protected. Among up to 1,023 values any three wrong ones are always seen, and so are two
neighbors that changed places; of any other damage one in 2³⁰ (about 1,000 million) goes unseen.
"""

from collections.abc import Sequence

CHECK_LENGTH = 6
_POWERS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CONSTANT = 0x2BC830A3


def check_values(values: Sequence[int]) -> list[int]:
    """The six values to add to `values`."""
    check = syndrome([*values, *[0] * CHECK_LENGTH])
    return [check >> 5 * place & 31 for place in reversed(range(CHECK_LENGTH))]


def syndrome(values: Sequence[int]) -> int:
    """0 where the last six of `values` agree with the others; else a number that depends only on what is wrong, and where."""
    check = 1
    for value in values:
        check = _times_x(check) ^ value
    return check ^ _CONSTANT


def likely_slips(values: Sequence[int]) -> list[int]:
    """The places where one other value, or that one and the next the other way round, would make all agree.

    One slip of either kind is found at its place alone, but for a chance of about one in 10⁵.
    """
    wanted = syndrome(values)
    places = []
    after: list[int] = []  # what a wrong value in the place after this one does to the check, by the bits that are wrong
    here = list(range(32))
    for place in reversed(range(len(values))):
        difference = values[place] ^ values[place + 1] if after else 0
        if wanted in here[1:] or (difference and wanted == here[difference] ^ after[difference]):
            places.append(place)
        after, here = here, [_times_x(change) for change in here]
    return places


def _times_x(remainder: int) -> int:
    """A remainder times x, modulo the generator polynomial."""
    top = remainder >> 25
    remainder = (remainder & 0x1FFFFFF) << 5
    for bit, power in enumerate(_POWERS):
        if top >> bit & 1:
            remainder ^= power
    return remainder
