"""Colours and sizes of the design, all in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme, as #RRGGBB."""

    background: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    bar: str
    track: str
    positive: str


LIGHT = Tokens(
    background="#F6F7F9",
    surface="#FFFFFF",
    line="#DDE1E7",
    text="#1B2430",
    muted="#566173",
    accent="#0B63C4",
    on_accent="#FFFFFF",
    accent_soft="#E7F0FB",
    bar="#2F7DD1",
    track="#E6EAF0",
    positive="#1C7C4A",
)
DARK = Tokens(
    background="#14181E",
    surface="#1C222A",
    line="#313A46",
    text="#E8ECF2",
    muted="#A3AFBF",
    accent="#7AB4F5",
    on_accent="#10151B",
    accent_soft="#22344A",
    bar="#5B9FE8",
    track="#2C3540",
    positive="#6CCB97",
)

CONTRAST = Tokens(
    background="#000000",
    surface="#000000",
    line="#FFFFFF",
    text="#FFFFFF",
    muted="#E6E6E6",
    accent="#FFE14D",
    on_accent="#000000",
    accent_soft="#3A3500",
    bar="#FFE14D",
    track="#5C5C5C",
    positive="#8CFFB0",
)

TITLE, SECTION, FACT, BODY, CAPTION = 26, 17, 20, 15, 13

FINGER = 44
"""Pixels that a target has at least each way where it is touched (WCAG 2.5.5)."""
