"""Charts in the window: drawn by Qt where the figures put them, in the colours of the theme, as high as they need."""

from collections.abc import Iterator

import pytest
from a_page import a_page, projection, wages
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerguide.domain.outlook import Outlook
from careerguide.reports.charts import (
    PAPER,
    Contrast,
    Ink,
    Picture,
    differences_picture,
    education_picture,
    growth_picture,
    pay_picture,
)
from careerguide.ui.pieces.picture import PictureView, SeriesMark, ink
from careerguide.ui.theme import Mode, Theme

PAYS = [
    ("Officers", wages([20_000, 40_000, 60_000, 80_000, 100_000])),
    ("Actors", wages([10_000, 20_000, 30_000, 40_000, 50_000])),
]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> PictureView:
    made = PictureView(theme)
    qtbot.addWidget(made)
    made.show_picture(lambda ink, width: pay_picture(PAYS, ink, width))
    made.resize(600, made.heightForWidth(600))
    made.show()
    return made


def image(view: PictureView | SeriesMark) -> QImage:
    return view.grab().toImage()


def columns(picture: QImage, colour: str) -> list[int]:
    """The columns of pixels in which a colour is seen."""
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).name().upper() == colour.upper() for y in range(picture.height()))
    ]


def test_qt_draws_bars_where_the_figures_put_them(view: PictureView, theme: Theme) -> None:
    first, second = (columns(image(view), colour)[1:] for colour in ink(theme).series[:2])
    officers, actors = ([x for x in found if x > 20] for found in (first, second))  # what is left of it are the marks
    assert (officers[-1] - officers[0]) / (actors[-1] - actors[0]) == pytest.approx(2, rel=0.03)
    assert officers[-1] == pytest.approx(2 * actors[-1], rel=0.1)


def test_it_speaks_its_title_and_what_it_says(view: PictureView) -> None:
    assert view.accessibleName() == "Pay ranges"
    assert "Officers: lowest 10 % $20,000, lowest 25 % $40,000, median $60,000" in view.accessibleDescription()


def test_it_is_drawn_anew_for_theme_text_size_and_width(view: PictureView, theme: Theme) -> None:
    light = ink(theme)
    assert columns(image(view), light.series[0])
    theme.set_mode(Mode.DARK)
    dark = ink(theme)
    assert dark.series != light.series
    assert columns(image(view), dark.series[0])
    assert not columns(image(view), light.series[0])
    height = view.heightForWidth(600)
    theme.set_scale(2.0)
    assert view.heightForWidth(600) > 1.7 * height
    assert view.heightForWidth(240) > view.heightForWidth(600)


def test_without_a_picture_it_takes_no_room(view: PictureView) -> None:
    view.show_picture(lambda ink, width: None)
    assert not view.isVisible()
    assert view.heightForWidth(600) == 0
    view.show_picture(lambda ink, width: pay_picture(PAYS, ink, width))
    assert view.isVisible()


def test_marks_of_occupations_differ_in_colour_and_shape(qtbot: QtBot, theme: Theme) -> None:
    seen = []
    for series, letter in enumerate("ABCD"):
        mark = SeriesMark(theme, series)
        qtbot.addWidget(mark)
        mark.resize(mark.sizeHint())
        assert mark.accessibleName() == letter
        picture, colour = image(mark), ink(theme).series[series].upper()
        seen.append(
            [
                (x, y)
                for x in range(picture.width())
                for y in range(picture.height())
                if picture.pixelColor(x, y).name().upper() == colour
            ]
        )
    assert all(len(spots) > 30 for spots in seen)
    assert len({tuple(spots) for spots in seen}) == 4


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_colours_of_occupations_are_seen_on_every_ground(theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    for ground in (theme.tokens.surface, theme.tokens.background):
        for colour in ink(theme).series:
            dark, light = sorted((luminance(colour), luminance(ground)))
            assert (light + 0.05) / (dark + 0.05) >= 3


def pictures(inked: Ink, width: int) -> list[Picture | None]:
    page = a_page("11-0000.01", education={2: 40, 6: 60})
    outlooks = [("One", Outlook(None, None, projection(4.0))), ("Two", Outlook(None, None, projection(-9.0)))]
    contrasts = [Contrast("Design", (10.0, 90.0), sure=False)]
    return [
        education_picture([("One", page.schooling)], inked, width),
        growth_picture(outlooks, inked, width),
        differences_picture("Knowledge", contrasts, inked, width),
    ]


@pytest.mark.parametrize("number", range(3))
def test_every_chart_is_drawn_without_a_warning_and_in_its_colours(qtbot: QtBot, theme: Theme, number: int) -> None:
    view = PictureView(theme)
    qtbot.addWidget(view)
    view.show_picture(lambda ink, width: pictures(ink, width)[number])
    view.resize(500, view.heightForWidth(500))
    view.show()
    assert len(columns(image(view), ink(theme).series[0])) > 5
    assert pictures(PAPER, 500)[number] is not None
