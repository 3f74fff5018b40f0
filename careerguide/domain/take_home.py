"""The take-home code: saved careers, interest scores and job zone as one short text that another installation reads back.

The text is made of Crockford's base 32 (digits and capitals without I, L, O and U) in groups of four, so that it can be typed and
fits the alphanumeric mode of a QR code. Six of its characters are a check over GF(32), the code of Bech32m (BIP 350): up to three
wrong characters anywhere, and any two neighbors that changed places, are always seen. docs/take-home-code.md has the format.
"""

import re
from dataclasses import dataclass

from careerguide.domain.check_characters import CHECK_LENGTH, check_values, likely_slips, syndrome
from careerguide.domain.codes import OnetSocCode, is_onet_soc
from careerguide.domain.errors import ImportFault, UnfinishedCode
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate

MOST_CAREERS = 20
MOST_POINTS = 40
LONGEST_TEXT = 400
"""More characters than any code has, spaces and hyphens between all of them counted."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
PREFIX = "CG1"
_PREFIX_VALUES = [_VALUES[letter] for letter in PREFIX]
_GROUP = 4
_BETWEEN = re.compile(r"[\s\-‐‑‒–—−_.]+")
_LOOK_ALIKE = str.maketrans("OIL", "011")

_RELEASE = re.compile(r"(?:0|[1-9][0-9]?)\.[0-9]")
_NO_RELEASE = 1023

_HEADER = 4  # characters: careers, release (two), job zone and whether there are scores

_SCORES_BITS = 33  # six digits of base 41
_CAREER_BITS, _MORE_BITS = 18, 12
_FIRST_MAJOR_GROUP, _LAST_MAJOR_GROUP = 11, 55  # the 23 major groups of the SOC have the odd numbers between
_COMMON = (_LAST_MAJOR_GROUP - _FIRST_MAJOR_GROUP + 2) // 2 * 10_000
_NOT_SOUND = QT_TRANSLATE_NOOP(
    "TakeHome", "This take-home code was not made by Career Guide, or by a version with a fault; it cannot be read."
)


@dataclass(frozen=True, slots=True)
class TakeHome:
    """What a person takes home: at most 20 different careers in their order, interest scores and job zone.

    `scores` are six of 0–40 in R-I-A-S-E-C order; `job_zone` is 1–5; either is None where there is none. `release` is the O*NET
    release of the guide, “0.0” to “99.9”, or “” where it is not known. Raises ValueError for anything else.
    """

    codes: tuple[OnetSocCode, ...]
    scores: tuple[int, int, int, int, int, int] | None
    job_zone: int | None
    release: str

    def __post_init__(self) -> None:
        if len(self.codes) > MOST_CAREERS or len(set(self.codes)) < len(self.codes) or not all(map(_is_code, self.codes)):
            raise ValueError(f"not different careers, or too many: {self.codes}")
        if self.scores is not None and (len(self.scores) != 6 or not all(0 <= score <= MOST_POINTS for score in self.scores)):
            raise ValueError(f"not six scores: {self.scores}")
        if self.job_zone is not None and not 1 <= self.job_zone <= 5:
            raise ValueError(f"not a job zone: {self.job_zone}")
        if self.release and _RELEASE.fullmatch(self.release) is None:
            raise ValueError(f"not an O*NET release: {self.release}")


def _is_code(code: OnetSocCode) -> bool:
    return code.isascii() and is_onet_soc(code)  # ASCII: there are other digits, which a code has no room for


def pack(take_home: TakeHome) -> str:
    """The take-home code, e.g. “CG1-0DT0-…”: groups of four characters, the last one may be shorter."""
    flags = (take_home.job_zone or 0) + (8 if take_home.scores is not None else 0)
    bits = f"{len(take_home.codes):05b}{_release_number(take_home.release):010b}{flags:05b}"
    if take_home.scores is not None:
        bits += f"{_scores_number(take_home.scores):0{_SCORES_BITS}b}"
    bits += "".join(map(_career_bits, take_home.codes))
    bits += "0" * (-len(bits) % 5)
    values = [int(bits[start : start + 5], 2) for start in range(0, len(bits), 5)]
    return _grouped(values + check_values(_PREFIX_VALUES + values))


def unpack(text: str) -> TakeHome:
    """What a take-home code holds. Small letters, spaces, missing hyphens, O for 0 and I or L for 1 are forgiven.

    Raises `UnfinishedCode` for one that ends too early, and `ImportFault` for what is mistyped, from a newer version or no
    take-home code at all.
    """
    values = _values(text)
    if syndrome(_PREFIX_VALUES + values) != 0:
        raise _mistyped(values)
    if len(values) < _HEADER + CHECK_LENGTH:
        raise ImportFault(translate("TakeHome", _NOT_SOUND))
    if values[0] > MOST_CAREERS:
        raise ImportFault(
            translate("TakeHome", "This code holds {0} careers; a take-home code has room for {1}.").format(values[0], MOST_CAREERS)
        )
    take_home = _read("".join(f"{value:05b}" for value in values[:-CHECK_LENGTH]))
    if take_home is None or pack(take_home) != _grouped(values):
        raise ImportFault(translate("TakeHome", _NOT_SOUND))
    return take_home


def _values(text: str) -> list[int]:
    """The values of the characters after the prefix. Raises `ImportFault` for what cannot be part of a code."""
    if len(text) > LONGEST_TEXT:
        raise ImportFault(translate("TakeHome", "This is much longer than a take-home code."))
    letters = _BETWEEN.sub("", text.upper()).translate(_LOOK_ALIKE)
    if len(letters) < len(PREFIX) and PREFIX.startswith(letters):
        missing = len(PREFIX) - len(letters) + _HEADER + CHECK_LENGTH
        raise UnfinishedCode(translate("TakeHome", "A take-home code begins with {0}.").format(PREFIX), missing)
    if not letters.startswith(PREFIX[:2]):
        raise ImportFault(translate("TakeHome", "This is not a take-home code; those begin with {0}.").format(PREFIX))
    if (strange := next((letter for letter in letters if letter not in _VALUES), None)) is not None:
        raise ImportFault(
            translate("TakeHome", "A take-home code never has the character “{0}”; look again at that place.").format(strange)
        )
    if not letters.startswith(PREFIX):
        problem = translate(
            "TakeHome", "This code is from a newer version of Career Guide, or its beginning is mistyped: this version reads {0}."
        ).format(PREFIX)
        raise ImportFault(problem)
    return [_VALUES[letter] for letter in letters[len(PREFIX) :]]


def _mistyped(values: list[int]) -> ImportFault:
    """What is most likely wrong with characters whose check does not agree."""
    places = likely_slips(_PREFIX_VALUES + values) if len(values) >= _HEADER + CHECK_LENGTH else []
    if len(places) == 1:
        group = max(places[0] - len(PREFIX), 0) // _GROUP
        letters = _letters(values[group * _GROUP : (group + 1) * _GROUP])
        return ImportFault(
            translate("TakeHome", "Something is mistyped in or beside “{0}”, group {1} after {2}.").format(
                letters, group + 1, PREFIX
            )
        )
    missing = _length(values) - len(values)
    if missing > 0:
        words = (
            translate("TakeHome", "The code is not complete: at least 1 character is missing.")
            if missing == 1
            else translate("TakeHome", "The code is not complete: at least {0} characters are missing.").format(missing)
        )
        return UnfinishedCode(words, missing)
    if missing < 0:
        return ImportFault(translate("TakeHome", "The code goes on after its end, or is mistyped; compare it group by group."))
    return ImportFault(translate("TakeHome", "The code is mistyped in more than one place; compare it group by group."))


def _grouped(values: list[int]) -> str:
    letters = _letters(values)
    return "-".join([PREFIX, *(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))])


def _letters(values: list[int]) -> str:
    return "".join(_ALPHABET[value] for value in values)


# What is in it, as bits


def _release_number(release: str) -> int:
    return int(release.replace(".", "")) if release else _NO_RELEASE


def _scores_number(scores: tuple[int, ...]) -> int:
    number = 0
    for score in scores:
        number = number * (MOST_POINTS + 1) + score
    return number


def _career_bits(code: OnetSocCode) -> str:
    """18 bits for a code of a SOC major group that ends in .00, 30 for any other."""
    digits = int(code.replace("-", "").replace(".", ""))
    group, detail, suffix = digits // 1_000_000, digits // 100 % 10_000, digits % 100
    if suffix == 0 and group % 2 and _FIRST_MAJOR_GROUP <= group <= _LAST_MAJOR_GROUP:
        return f"{(group - _FIRST_MAJOR_GROUP) // 2 * 10_000 + detail:0{_CAREER_BITS}b}"
    high, low = divmod(digits, 1 << _MORE_BITS)
    return f"{_COMMON + high:0{_CAREER_BITS}b}{low:0{_MORE_BITS}b}"


def _career(number: int, more: int) -> OnetSocCode:
    if number < _COMMON:
        group, detail = divmod(number, 10_000)
        return OnetSocCode(f"{_FIRST_MAJOR_GROUP + 2 * group:02}-{detail:04}.00")
    digits = f"{(number - _COMMON << _MORE_BITS) + more:08}"
    return OnetSocCode(f"{digits[:-6]}-{digits[-6:-2]}.{digits[-2:]}")


def _read(bits: str) -> TakeHome | None:
    """What the bits say; None where they say nothing that a take-home code can hold."""
    place = 0

    def take(count: int) -> int:
        nonlocal place
        place += count
        return int(bits[place - count : place] or "0", 2)

    careers, release, flags = take(5), take(10), take(5)
    scores = None
    if flags & 8:
        number = take(_SCORES_BITS)
        digits = [number // (MOST_POINTS + 1) ** power % (MOST_POINTS + 1) for power in range(5, -1, -1)]
        scores = (digits[0], digits[1], digits[2], digits[3], digits[4], digits[5])
    codes = []
    for _ in range(careers):
        number = take(_CAREER_BITS)
        codes.append(_career(number, take(_MORE_BITS) if number >= _COMMON else 0))
    try:
        return TakeHome(
            tuple(codes), scores, flags & 7 or None, "" if release == _NO_RELEASE else f"{release // 10}.{release % 10}"
        )
    except ValueError:
        return None


def _length(values: list[int]) -> int:
    """How many characters a code that begins so has after its prefix; as far as it is not there, as few as possible."""
    if len(values) < _HEADER:
        return _HEADER + (-(-values[0] * _CAREER_BITS // 5) if values else 0) + CHECK_LENGTH
    bits = "".join(f"{value:05b}" for value in values)
    place = _HEADER * 5 + (_SCORES_BITS if values[3] & 8 else 0)
    for _ in range(values[0]):
        start, place = place, place + _CAREER_BITS
        if place <= len(bits) and int(bits[start:place], 2) >= _COMMON:
            place += _MORE_BITS
    return -(-place // 5) + CHECK_LENGTH
