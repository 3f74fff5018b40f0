"""The take-home code: what goes in comes out, and nothing else ever does."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerguide.db.guide import Guide
from careerguide.domain.check_characters import check_values
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.errors import ImportFault, UnfinishedCode
from careerguide.domain.take_home import LONGEST_TEXT, MOST_CAREERS, TakeHome, pack, unpack

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
QR_ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
SCORE = st.integers(0, 40)
CODES = st.from_regex(r"[0-9]{2}-[0-9]{4}\.(00|[0-9]{2})", fullmatch=True).map(OnetSocCode)
RELEASES = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda parts: f"{parts[0]}.{parts[1]}") | st.just("")
TAKE_HOMES = st.builds(
    TakeHome,
    st.lists(CODES, max_size=MOST_CAREERS, unique=True).map(tuple),
    st.none() | st.tuples(*[SCORE] * 6),
    st.none() | st.integers(1, 5),
    RELEASES,
)
THREE = TakeHome(
    (OnetSocCode("33-3051.04"), OnetSocCode("29-1141.00"), OnetSocCode("15-1252.00")), (31, 12, 0, 40, 7, 25), 3, "29.3"
)


def letters(text: str) -> str:
    """The characters that count."""
    return text.replace("-", "")


@given(TAKE_HOMES)
def test_what_goes_in_comes_out(take_home: TakeHome) -> None:
    text = pack(take_home)
    assert unpack(text) == take_home
    assert set(text) <= QR_ALPHANUMERIC
    assert all(len(group) == 4 for group in text.split("-")[1:-1])


@given(TAKE_HOMES, st.data())
def test_hasty_typing_is_forgiven(take_home: TakeHome, data: st.DataObject) -> None:
    def typed(letter: str) -> str:
        likes = {"0": "0Oo", "1": "1IiLl", "-": ["-", "", " ", " - ", "–", "\n"]}.get(letter, [letter, letter.lower()])
        return data.draw(st.sampled_from(list(likes)))

    assert unpack("  " + "".join(map(typed, pack(take_home))) + "\n") == take_home


@given(TAKE_HOMES, st.data())
def test_one_wrong_character_is_always_refused(take_home: TakeHome, data: st.DataObject) -> None:
    text = letters(pack(take_home))
    place = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET.replace(text[place], "")))
    with pytest.raises(ImportFault):
        unpack(text[:place] + wrong + text[place + 1 :])


@given(TAKE_HOMES, st.data())
def test_characters_in_the_wrong_order_are_always_refused(take_home: TakeHome, data: st.DataObject) -> None:
    text = letters(pack(take_home))
    place = data.draw(st.integers(0, len(text) - 2))
    if text[place] == text[place + 1]:
        return
    with pytest.raises(ImportFault):
        unpack(text[:place] + text[place + 1] + text[place] + text[place + 2 :])


@given(TAKE_HOMES, st.data())
def test_a_character_too_many_or_too_few_is_refused(take_home: TakeHome, data: st.DataObject) -> None:
    text = letters(pack(take_home))
    place = data.draw(st.integers(0, len(text) - 1))
    for damaged in (text[:place] + text[place + 1 :], text[:place] + data.draw(st.sampled_from(ALPHABET)) + text[place:]):
        with pytest.raises(ImportFault):
            unpack(damaged)


def test_a_code_with_every_slip_there_can_be_is_refused_and_its_group_named() -> None:
    text = letters(pack(THREE))
    named = 0
    slips = [(place, text[:place] + wrong + text[place + 1 :]) for place in range(3, len(text)) for wrong in ALPHABET]
    slips += [(place, text[:place] + text[place + 1] + text[place] + text[place + 2 :]) for place in range(3, len(text) - 1)]
    slips = [(place, slip) for place, slip in slips if slip != text]
    for place, slip in slips:
        with pytest.raises(ImportFault) as caught:
            unpack(slip)
        group = (place - 3) // 4
        named += f"“{slip[3:][group * 4 : group * 4 + 4]}”, group {group + 1} after CG1" in str(caught.value)
    assert len(slips) > 900
    assert named == len(slips)


def test_random_damage_is_refused() -> None:
    # By the check alone one in 2³⁰ would go unseen.
    dice = random.Random(5)
    texts = [letters(pack(THREE)), letters(pack(TakeHome((), None, None, ""))), "CG1" + "".join(dice.choices(ALPHABET, k=40))]
    accepted = 0
    for _ in range(1_000):
        text = list(dice.choice(texts))
        for place in dice.sample(range(3, len(text)), dice.randint(4, 9)):
            text[place] = dice.choice(ALPHABET)
        with suppress(ImportFault):
            accepted += "".join(text) not in texts and unpack("".join(text)) is not None
    assert accepted == 0


@given(st.text(max_size=60) | st.text("cgCG1Ol- 0" + ALPHABET, max_size=60).map(lambda text: "CG1" + text))
@settings(max_examples=500)
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ImportFault) as caught:
        unpack(text)
    assert str(caught.value).endswith(".")


@given(TAKE_HOMES, st.data())
def test_a_code_that_is_still_being_typed_says_how_much_is_missing(take_home: TakeHome, data: st.DataObject) -> None:
    text = letters(pack(take_home))
    typed = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(UnfinishedCode) as caught:
        unpack(text[:typed])
    assert 1 <= caught.value.missing <= len(text) - typed


def sealed(*values: int) -> str:
    """A code of any values, with the right check."""
    prefix = [ALPHABET.index(letter) for letter in "CG1"]
    return "CG1" + "".join(ALPHABET[value] for value in [*values, *check_values([*prefix, *values])])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "begins with CG1"),
        ("C", "begins with CG1"),
        ("https://example.org", "not a take-home code"),
        ("WIFI:S:school;;", "not a take-home code"),
        ("CG2-0000-0000", "newer version"),
        ("CG1-U000", "never has the character “U”"),
        ("CG1-§000", "never has the character"),
        ("CG1" + "0" * LONGEST_TEXT, "much longer"),
        (pack(THREE)[:-5], "at least 4 characters are missing"),
        (pack(THREE)[:-1], "at least 1 character is missing"),
        (pack(THREE) + "ABCD", "goes on after its end"),
        (pack(THREE)[:4] + "0000-0000" + pack(THREE)[13:], "goes on after its end"),
        (pack(THREE)[:9] + "0000" + pack(THREE)[13:], "mistyped in more than one place"),
        (sealed(21, 0, 0, 0), "holds 21 careers; a take-home code has room for 20"),
        (sealed(), "cannot be read"),
        (sealed(0, 31, 30, 0), "cannot be read"),  # release 102.2
        (sealed(0, 0, 0, 7), "cannot be read"),  # job zone 7
        (sealed(0, 0, 0, 16), "cannot be read"),  # a flag that is not known
        (sealed(0, 0, 0, 0, 0), "cannot be read"),  # something after the end
        (sealed(0, 0, 0, 8, 31, 31, 31, 31, 31, 31, 24), "cannot be read"),  # scores above 40
        (sealed(1, 0, 0, 0), "cannot be read"),  # no career where one should be
        (sealed(1, 0, 0, 0, 31, 31, 31, 31, 31, 31), "cannot be read"),  # 131-…
        (sealed(2, 0, 0, 0, *[0] * 8), "cannot be read"),  # a career twice
    ],
)
def test_what_is_wrong_is_said(text: str, words: str) -> None:
    with pytest.raises(ImportFault) as caught:
        unpack(text)
    assert words in str(caught.value)


def test_the_example_of_the_documentation_is_right() -> None:
    codes = (OnetSocCode("33-3051.04"), OnetSocCode("29-1141.00"))
    example = TakeHome(codes, (31, 12, 0, 40, 7, 25), 3, "29.3")
    assert pack(example) == "CG1-295B-DG68-78FM-8SJ2-1CG2-G9D4-NZ2"
    assert pack(example) in (Path(__file__).parents[2] / "docs" / "take-home-code.md").read_text(encoding="utf-8")


def test_a_few_careers_are_quickly_typed() -> None:
    few = tuple(OnetSocCode(code) for code in ("29-1141.00", "15-1252.00", "25-2031.00", "47-2111.00"))
    assert len(letters(pack(TakeHome(few[:3], None, None, "29.3")))) == 24
    assert len(letters(pack(TakeHome(few, None, None, "29.3")))) == 28
    assert len(pack(TakeHome(few, (40,) * 6, 5, "29.3"))) <= 44


def test_the_longest_code_can_be_read_with_spaces_all_over() -> None:
    codes = tuple(OnetSocCode(f"{group:02}-9999.99") for group in range(MOST_CAREERS))
    longest = pack(TakeHome(codes, (40,) * 6, 5, "99.9"))
    assert unpack(" ".join(letters(longest))).codes == codes
    assert len(longest) == 175


def test_every_career_of_a_guide_comes_back(starter_guide: Path) -> None:
    guide = Guide(starter_guide)
    try:
        codes = [career.code for career in guide.occupations()]
    finally:
        guide.close()
    lengths = []
    for start in range(0, len(codes), MOST_CAREERS):
        take_home = TakeHome(tuple(codes[start : start + MOST_CAREERS]), None, None, "29.3")
        text = pack(take_home)
        lengths.append(len(text))
        assert unpack(text) == take_home
    assert len(lengths) == 51
    assert sum(lengths) / len(codes) < 6


@pytest.mark.parametrize(
    ("codes", "scores", "job_zone", "release", "problem"),
    [
        (("33-3051",), None, None, "29.3", "not different careers"),
        (("３３-3051.04",), None, None, "29.3", "not different careers"),
        (("33-3051.04", "33-3051.04"), None, None, "29.3", "not different careers"),
        (tuple(f"11-{number}.00" for number in range(1000, 1021)), None, None, "29.3", "too many"),
        ((), (1, 2, 3, 4, 5), None, "29.3", "not six scores"),
        ((), (1, 2, 3, 4, 5, 41), None, "29.3", "not six scores"),
        ((), None, 6, "29.3", "not a job zone"),
        ((), None, None, "100.0", "not an O\\*NET release"),
        ((), None, None, "May 2025", "not an O\\*NET release"),
    ],
)
def test_nothing_else_can_be_taken_home(
    codes: tuple[OnetSocCode, ...],
    scores: tuple[int, int, int, int, int, int] | None,
    job_zone: int | None,
    release: str,
    problem: str,
) -> None:
    with pytest.raises(ValueError, match=problem):
        TakeHome(codes, scores, job_zone, release)
