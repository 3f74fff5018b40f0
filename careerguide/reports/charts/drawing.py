"""What all charts are drawn with: colours, a sheet that collects shapes, and the marks by which occupations are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from careerguide.reports.charts.text_width import wrapped


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours as #RRGGBB, and the text: a font family and its size in pixels.

    `series` tells up to four occupations apart; each keeps a contrast of at least 3:1 on `surface`. `track` is for what is unfilled.
    """

    text: str
    muted: str
    line: str
    surface: str
    track: str
    series: tuple[str, str, str, str]
    font_family: str
    font_px: float


PAPER = Ink(
    text="#000000",
    muted="#444444",
    line="#BBBBBB",
    surface="#FFFFFF",
    track="#E8E8E8",
    series=("#12355B", "#9C380A", "#1F8763", "#B57BD0"),  # from dark to light, so that they differ without colour too
    font_family="sans-serif",
    font_px=13.0,
)

LETTERS = ("A", "B", "C", "D")
DASHES = ("", "7 4", "2 3", "9 3 2 3")


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: SVG of `width` × `height` pixels, its name, and in a sentence what it says, for who cannot see it."""

    svg: str
    width: int
    height: int
    title: str
    sentence: str


class Sheet:
    """Shapes and words on a sheet that grows downwards; `y` is how far it is filled."""

    def __init__(self, ink: Ink, width: int) -> None:
        self.ink = ink
        self.width = width
        self.y = 0.0
        self._parts: list[str] = []

    @property
    def line_height(self) -> float:
        """From one line of text to the next."""
        return self.ink.font_px * 1.4

    def text(
        self, x: float, baseline: float, words: str, *, anchor: str = "start", colour: str | None = None, bold: bool = False
    ) -> None:
        """Words at a place; `anchor` is start, middle or end."""
        weight = ' font-weight="700"' if bold else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{baseline:.1f}" text-anchor="{anchor}" fill="{colour or self.ink.text}"{weight}>{escape(words)}</text>'
        )

    def bar(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """A filled rectangle; `y` is its upper edge."""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius:.1f}" fill="{colour}"/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, thickness: float = 1, dash: str = "") -> None:
        """A straight line."""
        self._parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{thickness:g}"{_dashed(dash)}/>'
        )

    def path(self, points: Sequence[tuple[float, float]], colour: str, thickness: float, dash: str) -> None:
        """A line through points."""
        self._parts.append(
            f'<polyline points="{_listed(points)}" fill="none" stroke="{colour}" stroke-width="{thickness:g}" stroke-linejoin="round"'
            f"{_dashed(dash)}/>"
        )

    def shape(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A filled polygon with an edge in the colour of the ground, so that shapes that touch stay apart."""
        self._parts.append(f'<polygon points="{_listed(points)}" fill="{colour}" stroke="{self.ink.surface}" stroke-width="1"/>')

    def mark(self, series: int, x: float, y: float, radius: float) -> None:
        """The mark of an occupation by its number from 0: circle, square, triangle or diamond, in its colour."""
        colour = self.ink.series[series]
        if series == 0:
            self._parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" stroke="{self.ink.surface}" stroke-width="1"/>'
            )
            return
        half, wide = radius * 0.9, radius * 1.2
        corners = {
            1: [(-half, -half), (half, -half), (half, half), (-half, half)],
            2: [(0, -wide), (wide, half), (-wide, half)],
            3: [(0, -wide), (wide, 0), (0, wide), (-wide, 0)],
        }
        self.shape([(x + dx, y + dy) for dx, dy in corners[series]], colour)

    def heading(self, series: int, title: str, note: str = "") -> None:
        """A line that names an occupation: its mark, its letter, its title; `note` follows in a softer colour."""
        px = self.ink.font_px
        indent = px * 2.9
        for number, words in enumerate(wrapped(title, px, self.width - indent, bold=True)):
            baseline = self.y + px * 1.05
            if number == 0:
                self.mark(series, px * 0.6, baseline - px * 0.36, px * 0.5)
                self.text(px * 1.75, baseline, LETTERS[series], bold=True)
            self.text(indent, baseline, words, bold=True)
            self.y += self.line_height
        if note:
            self.paragraph(note, indent)

    def legend(self, named: Sequence[tuple[str, str]]) -> None:
        """Names the occupations, (title, note) each; nothing where there is only one."""
        if len(named) < 2:
            return
        for series, (title, note) in enumerate(named):
            self.heading(series, title, note)
        self.y += self.ink.font_px * 0.8

    def paragraph(self, words: str, x: float = 0) -> None:
        """Words in a softer colour, in as many lines as they need."""
        px = self.ink.font_px
        for line in wrapped(words, px, self.width - x):
            self.text(x, self.y + px * 1.05, line, colour=self.ink.muted)
            self.y += self.line_height

    def add(self, other: "Sheet") -> None:
        """Lay what another sheet holds over this one; `y` stays."""
        self._parts += other._parts

    def inset(self, picture: Picture, x: float = 0) -> None:
        """Draw a picture that was made with the same ink, its upper edge at `y`."""
        shapes = picture.svg.partition("</desc>")[2].removesuffix("</svg>")
        self._parts.append(f'<g transform="translate({x:.1f} {self.y:.1f})">{shapes}</g>')
        self.y += picture.height

    def finished(self, title: str, sentence: str) -> Picture:
        """The sheet as a picture, also valid inline in HTML."""
        height = ceil(self.y + 2)
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{self.width}" height="{height}" '
            f'viewBox="0 0 {self.width} {height}" font-family="{escape(self.ink.font_family)}" font-size="{self.ink.font_px:g}">'
            f"<title>{escape(title)}</title><desc>{escape(sentence)}</desc>{''.join(self._parts)}</svg>"
        )
        return Picture(svg, self.width, height, title, sentence)


def mark_picture(series: int, ink: Ink) -> Picture:
    """The mark of an occupation with its letter, to stand beside its title outside of a chart."""
    px = ink.font_px
    sheet = Sheet(ink, ceil(px * 2.7))
    sheet.mark(series, px * 0.65, px * 0.69, px * 0.5)
    sheet.text(px * 1.75, px * 1.05, LETTERS[series], bold=True)
    sheet.y = px * 1.4
    return sheet.finished(LETTERS[series], "")


def _dashed(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""


def _listed(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def percent_words(percent: float) -> str:
    """A share for a chart: whole percents, “< 1 %” for what would be rounded to nothing."""
    return "< 1 %" if 0 < percent < 1 else f"{percent:.0f} %"
