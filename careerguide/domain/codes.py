"""Occupation codes: O*NET-SOC (33-3051.04), SOC 2018 (33-3051), and the groups under which BLS publishes figures."""

import re
from typing import NewType

OnetSocCode = NewType("OnetSocCode", str)
SocCode = NewType("SocCode", str)

_ONET_SOC = re.compile(r"\d\d-\d{4}\.\d\d", re.ASCII)
_SOC = re.compile(r"\d\d-\d{4}", re.ASCII)

# OEWS and Employment Projections publish some detailed occupations only together, under codes of their own
# (BLS, OEWS occupation code changes and hybrid codes on the 2018 SOC).
_PUBLISHED_TOGETHER: dict[str, str] = {
    "21-1011": "21-1018",
    "21-1014": "21-1018",
    "25-2055": "25-2052",
    "25-2056": "25-2052",
    "25-9042": "25-9045",
    "25-9043": "25-9045",
    "25-9049": "25-9045",
    "51-2022": "51-2028",
    "51-2023": "51-2028",
    "53-1042": "53-1047",
    "53-1043": "53-1047",
    "53-1044": "53-1047",
    "53-1049": "53-1047",
}


def is_onet_soc(text: str) -> bool:
    """Whether `text` has the form of an O*NET-SOC code, e.g. 33-3051.04."""
    return _ONET_SOC.fullmatch(text) is not None


def is_soc(text: str) -> bool:
    """Whether `text` has the form of a 6-digit SOC code, e.g. 33-3051."""
    return _SOC.fullmatch(text) is not None


def soc_of(code: OnetSocCode) -> SocCode:
    """The SOC 2018 occupation of an O*NET-SOC code: 33-3051.04 → 33-3051."""
    return SocCode(code[:7])


def published_as(soc: SocCode) -> tuple[SocCode, ...]:
    """The codes under which BLS may publish figures for `soc`, nearest first.

    The occupation itself, then the group BLS publishes in its place, then its broad group (last digit 0).
    """
    together = _PUBLISHED_TOGETHER.get(soc)
    return tuple(SocCode(code) for code in (soc, together, soc[:6] + "0") if code)


def major_group(code: str) -> str:
    """The two digits of the SOC major group: 33-3051.04 → 33."""
    return code[:2]
