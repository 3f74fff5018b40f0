"""Codes: what they look like, and under which codes BLS publishes figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerguide.domain.codes import OnetSocCode, SocCode, is_onet_soc, is_soc, major_group, published_as, soc_of

soc_codes = st.from_regex(r"[1-5][0-9]-[0-9]{4}", fullmatch=True).map(SocCode)


@pytest.mark.parametrize("text", ["33-3051.04", "11-1011.00", "55-3019.00"])
def test_an_onet_soc_code_is_recognised(text: str) -> None:
    assert is_onet_soc(text)


@pytest.mark.parametrize(
    "text", ["", "33-3051", "33-3051.4", "33-3051.044", "33–3051.04", "33-3051.04 ", "a33-3051.04", "3-33051.04", "33-3051.04\n"]
)
def test_what_only_resembles_an_onet_soc_code_is_not_one(text: str) -> None:
    assert not is_onet_soc(text)


def test_a_soc_code_is_recognised_and_an_onet_soc_code_is_none() -> None:
    assert is_soc("33-3051")
    assert not is_soc("33-3051.04")
    assert not is_soc("33-305")
    assert not is_soc("All Occupations")


def test_the_soc_occupation_of_a_code_is_its_first_six_digits() -> None:
    assert soc_of(OnetSocCode("33-3051.04")) == "33-3051"
    assert soc_of(OnetSocCode("11-1011.00")) == "11-1011"


@given(soc_codes, st.integers(0, 99))
def test_each_onet_soc_code_leads_back_to_its_soc_code(soc: SocCode, detail: int) -> None:
    code = OnetSocCode(f"{soc}.{detail:02}")
    assert is_onet_soc(code)
    assert soc_of(code) == soc
    assert is_soc(soc)


def test_the_major_group_is_the_first_two_digits_of_either_code() -> None:
    assert major_group("33-3051.04") == "33"
    assert major_group("55-3019") == "55"


def test_an_occupation_is_looked_for_under_its_own_code_then_under_its_broad_group() -> None:
    assert published_as(SocCode("33-3051")) == ("33-3051", "33-3050")


@pytest.mark.parametrize(
    ("soc", "together"),
    [
        ("21-1011", "21-1018"),  # substance abuse counselors
        ("21-1014", "21-1018"),  # mental health counselors
        ("25-2055", "25-2052"),  # special education, kindergarten
        ("25-2056", "25-2052"),  # special education, elementary school
        ("25-9042", "25-9045"),  # teaching assistants
        ("25-9043", "25-9045"),
        ("25-9049", "25-9045"),
        ("51-2022", "51-2028"),  # electrical and electronic assemblers
        ("51-2023", "51-2028"),
        ("53-1042", "53-1047"),  # supervisors of movers and drivers
        ("53-1043", "53-1047"),
        ("53-1044", "53-1047"),
        ("53-1049", "53-1047"),
    ],
)
def test_what_bls_publishes_only_together_is_looked_for_under_the_joint_code_before_the_broad_group(
    soc: str, together: str
) -> None:
    assert published_as(SocCode(soc)) == (soc, together, soc[:6] + "0")


def test_neighbours_of_a_joint_group_keep_to_themselves() -> None:
    # Marriage and family therapists and the supervisors of aircraft cargo handlers have figures of their own.
    assert published_as(SocCode("21-1013")) == ("21-1013", "21-1010")
    assert published_as(SocCode("53-1041")) == ("53-1041", "53-1040")


@given(soc_codes)
def test_figures_are_never_taken_from_another_minor_group(soc: SocCode) -> None:
    codes = published_as(soc)
    assert codes[0] == soc
    assert codes[-1] == soc[:6] + "0"
    assert all(is_soc(code) and code[:4] == soc[:4] for code in codes)
