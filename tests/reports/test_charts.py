"""Charts as SVG: marks stand where the figures put them, everything stays on the sheet, and sentences say what is drawn."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from a_page import a_page, projection, wages
from hypothesis import example, given
from hypothesis import strategies as st

from careerguide.db.guide import Guide
from careerguide.domain.interests import TYPES, Interest
from careerguide.domain.outlook import Outlook
from careerguide.domain.page import OccupationPage
from careerguide.domain.wages import PERCENTILES, Unit, Wages
from careerguide.reports.charts import (
    LETTERS,
    PAPER,
    Contrast,
    Picture,
    differences_picture,
    education_picture,
    growth_picture,
    interests_picture,
    mark_picture,
    pay_picture,
    poster,
)
from careerguide.reports.charts.scale import axis
from careerguide.reports.charts.text_width import text_width, wrapped

SVG = "{http://www.w3.org/2000/svg}"
OFFICERS = "Customs and Border Protection Officers"
A, B = PAPER.series[0], PAPER.series[1]


def shapes(picture: Picture, tag: str, **attributes: str) -> list[ElementTree.Element]:
    """The shapes of a kind with these attributes, in the order drawn."""
    found = ElementTree.fromstring(picture.svg).iter(SVG + tag)
    return [each for each in found if all(each.get(name.replace("_", "-")) == value for name, value in attributes.items())]


def words(picture: Picture) -> list[str]:
    return [each.text or "" for each in shapes(picture, "text")]


def number(shape: ElementTree.Element, name: str) -> float:
    return float(shape.get(name) or 0)


def ticks(picture: Picture, form: str) -> dict[float, float]:
    """The figures at the foot of a scale with their places."""
    found = [each for each in shapes(picture, "text", text_anchor="middle") if re.fullmatch(form, each.text or "")]
    foot = max(number(each, "y") for each in found)
    return {
        float(re.sub(r"[$,%+ ]", "", each.text or "")): number(each, "x") for each in found if abs(number(each, "y") - foot) < 1
    }


def place(scale: dict[float, float], figure: float) -> float:
    """Where a figure must stand, by the first and the last mark of the scale."""
    (low, left), *_, (high, right) = sorted(scale.items())
    return left + (right - left) * (figure - low) / (high - low)


def pay_of(figures: list[float | None], **more: object) -> tuple[str, Wages]:
    return OFFICERS, wages(figures, **more)  # type: ignore[arg-type]


def drawn(picture: Picture | None) -> Picture:
    assert picture is not None
    return picture


# Pay


def test_pay_ranges_of_several_occupations_stand_on_one_scale() -> None:
    ranges = [pay_of([20_000, 30_000, 40_000, 60_000, 90_000]), ("Actors", wages([50_000, 80_000, 120_000, 150_000, 200_000]))]
    picture = drawn(pay_picture(ranges, PAPER, 700))
    scale = ticks(picture, r"\$[\d,]+")
    assert min(scale) == 0
    assert max(scale) >= 200_000
    for colour, (_, each) in zip((A, B), ranges, strict=True):
        thin, thick = (
            next(bar for bar in shapes(picture, "rect", fill=colour) if (number(bar, "height") == 4) is slim)
            for slim in (True, False)
        )
        for bar, (low, high) in ((thin, ("p10", "p90")), (thick, ("p25", "p75"))):
            assert number(bar, "x") == pytest.approx(place(scale, each.percentiles[low] or 0), abs=0.2)
            assert number(bar, "x") + number(bar, "width") == pytest.approx(place(scale, each.percentiles[high] or 0), abs=0.2)
    marks = [number(bar, "x") + number(bar, "width") / 2 for bar in shapes(picture, "rect", fill=PAPER.text)]
    assert marks == pytest.approx([place(scale, 40_000), place(scale, 120_000)], abs=0.2)


def test_a_top_coded_end_is_open_and_says_or_more() -> None:
    figures = [100_000.0, 150_000.0, 239_200.0, 239_200.0, 239_200.0]
    limited = drawn(pay_picture([pay_of(figures, top_coded=("median", "p75", "p90"))], PAPER, 600))
    assert "$239,200 or more" in words(limited)
    assert "median $239,200 or more" in limited.sentence
    assert len(shapes(limited, "polygon", fill=A)) == 1
    assert "at or above the limit" in " ".join(words(limited))
    assert not shapes(drawn(pay_picture([pay_of(figures)], PAPER, 600)), "polygon")


def test_a_percentile_known_only_to_be_at_the_limit_stands_at_the_end() -> None:
    picture = drawn(pay_picture([pay_of([50_000, 80_000, 100_000, None, None], top_coded=("p75", "p90"))], PAPER, 600))
    thin = next(bar for bar in shapes(picture, "rect", fill=A) if number(bar, "height") == 4)
    assert number(thin, "x") + number(thin, "width") == pytest.approx(max(ticks(picture, r"\$[\d,]+").values()), abs=0.2)
    assert "highest 10 % at or above the published limit" in picture.sentence


def test_hourly_pay_beside_yearly_pay_is_drawn_for_a_year_and_it_says_so() -> None:
    hourly = "Actors", wages([10, 20, 30, 40, 50], unit=Unit.HOUR)
    both = drawn(pay_picture([pay_of([20_000, 30_000, 40_000, 60_000, 90_000]), hourly], PAPER, 700))
    assert "$62,400" in words(both)
    assert both.sentence.startswith("Pay in dollars a year.")
    assert "by the hour only is published for Actors" in both.sentence
    alone = drawn(pay_picture([hourly], PAPER, 700))
    assert "$30.00" in words(alone)
    assert "hour only" not in alone.sentence


def test_only_what_is_published_is_drawn() -> None:
    none = wages([None] * 5)
    assert pay_picture([("Actors", None), (OFFICERS, none)], PAPER, 600) is None
    picture = drawn(pay_picture([pay_of([None, None, 40_000, None, None]), ("Actors", None)], PAPER, 600))
    assert "Pay is not published." in words(picture)
    assert "Actors: not published." in picture.sentence
    assert "lowest 10 % not available, lowest 25 % not available, median $40,000" in picture.sentence


@st.composite
def any_figures(draw: st.DrawFn) -> tuple[list[float | None], tuple[str, ...], Unit]:
    """Percentiles that rise, some not known, from some on at the limit; by the year or by the hour."""
    unit = draw(st.sampled_from(list(Unit)))
    least, most = (15_000, 300_000) if unit is Unit.YEAR else (7, 150)
    rising = sorted(draw(st.lists(st.floats(least, most), min_size=5, max_size=5)))
    known = draw(st.lists(st.booleans(), min_size=5, max_size=5))
    below_limit = draw(st.integers(0, 5))
    limit = draw(st.sampled_from([None, float(most)]))
    figures = [figure if here else None for figure, here in zip(rising, known, strict=True)]
    return figures[:below_limit] + [limit] * (5 - below_limit), PERCENTILES[below_limit:], unit


@given(st.lists(any_figures(), min_size=1, max_size=4), st.integers(240, 1200), st.sampled_from([10.0, 13.0, 26.0]))
def test_any_pay_can_be_drawn_and_no_bar_leaves_the_sheet(
    every: list[tuple[list[float | None], tuple[str, ...], Unit]], width: int, px: float
) -> None:
    pays = [
        (f"Career {letter}", wages(figures, unit=unit, top_coded=limits))
        for letter, (figures, limits, unit) in zip(LETTERS, every, strict=False)
    ]
    picture = pay_picture(pays, replace(PAPER, font_px=px), width)
    assert (picture is None) == all(value is None for figures, _, _ in every for value in figures)
    if picture is not None:
        for bar in shapes(picture, "rect"):
            assert number(bar, "x") >= 0
            assert number(bar, "width") >= 0
            assert number(bar, "x") + number(bar, "width") <= width
            assert number(bar, "y") + number(bar, "height") <= picture.height


# Schooling


def test_levels_stand_in_their_order_with_a_bar_of_every_occupation() -> None:
    people = [
        (page.title, page.schooling)
        for page in (a_page("11-0000.01", education={6: 50, 2: 50, 8: 0}), a_page("11-0000.02", education={2: 10, 5: 90, 8: 0}))
    ]
    picture = drawn(education_picture(people, PAPER, 600))
    levels = [
        each for each in words(picture) if each in ("High school", "Associate's degree", "Bachelor's degree", "Master's degree")
    ]
    assert levels == ["High school", "Associate's degree", "Bachelor's degree"], "nobody has a master's degree"
    room = number(shapes(picture, "rect", fill=PAPER.track)[0], "width")
    assert [number(bar, "width") / room for bar in shapes(picture, "rect", fill=A)] == pytest.approx([0.5, 0.5], abs=0.001)
    assert [number(bar, "width") / room for bar in shapes(picture, "rect", fill=B)] == pytest.approx([0.1, 0.9], abs=0.001)
    assert len({number(bar, "x") for colour in (A, B) for bar in shapes(picture, "rect", fill=colour)}) == 1
    assert "Career 11-0000.02: 90 % Associate's degree, 10 % High school." in picture.sentence


def test_an_occupation_that_was_not_surveyed_is_said_to_be_so() -> None:
    surveyed, other = a_page("11-0000.01", education={2: 100}), a_page("11-0000.02")
    picture = drawn(education_picture([("One", surveyed.schooling), ("Two", other.schooling)], PAPER, 600))
    assert "Not surveyed." in words(picture)
    assert "Two: not surveyed." in picture.sentence
    assert education_picture([("Two", other.schooling)], PAPER, 600) is None


def test_a_share_too_small_for_a_percent_is_not_called_nothing() -> None:
    picture = drawn(education_picture([("One", a_page("11-0000.01", education={2: 99.6, 6: 0.4}).schooling)], PAPER, 600))
    assert "< 1 %" in words(picture)


# Interests


def interests(*scores: float) -> tuple[Interest, ...]:
    return tuple(Interest(name, "", score) for name, score in zip(TYPES, scores, strict=True))


def test_profiles_stand_on_one_scale_of_0_to_100() -> None:
    picture = drawn(interests_picture([("One", interests(1, 2.5, 4, 5.5, 7, 1)), ("Two", interests(7, 7, 1, 1, 4, 4))], PAPER, 600))
    scale = ticks(picture, r"\d+")
    first, second = (shapes(picture, "polyline", stroke=colour)[0] for colour in (A, B))
    found = [[float(point.split(",")[0]) for point in (line.get("points") or "").split()] for line in (first, second)]
    assert found[0] == pytest.approx([place(scale, score) for score in (0, 25, 50, 75, 100, 0)], abs=0.2)
    assert found[1] == pytest.approx([place(scale, score) for score in (100, 100, 0, 0, 50, 50)], abs=0.2)
    assert first.get("stroke-dasharray") != second.get("stroke-dasharray")
    assert "One: Enterprising 100, Social 75, Artistic 50, Investigative 25, Realistic 0, Conventional 0." in picture.sentence


def test_the_interests_of_one_occupation_are_bars_with_their_numbers() -> None:
    picture = drawn(interests_picture([("One", interests(1, 2.5, 4, 5.5, 7, 1))], PAPER, 600))
    assert not shapes(picture, "polyline")
    assert [each for each in words(picture) if each.isdecimal()] == ["0", "25", "50", "75", "100", "0"]
    assert "A" not in words(picture), "one occupation needs no letter"
    assert interests_picture([("One", ())], PAPER, 600) is None


# Growth


def test_growth_goes_right_and_decline_left_of_one_line_and_all_occupations_are_marked() -> None:
    outlooks = [("One", Outlook(None, None, projection(7.5))), ("Two", Outlook(None, None, projection(-12.5)))]
    picture = drawn(growth_picture(outlooks, PAPER, 600))
    scale = ticks(picture, r"[+-]?\d+ %")
    grows, falls = shapes(picture, "rect", fill=A)[0], shapes(picture, "rect", fill=B)[0]
    assert number(grows, "x") == pytest.approx(place(scale, 0), abs=0.2)
    assert number(grows, "x") + number(grows, "width") == pytest.approx(place(scale, 7.5), abs=0.2)
    assert number(falls, "x") == pytest.approx(place(scale, -12.5), abs=0.2)
    assert number(falls, "x") + number(falls, "width") == pytest.approx(place(scale, 0), abs=0.2)
    line = shapes(picture, "line", stroke_dasharray="5 4")[0]
    assert number(line, "x1") == pytest.approx(place(scale, 3.1), abs=0.2)
    assert "One: +7.5 %. Two: -12.5 %. All occupations together: +3.1 %." in picture.sentence


def test_a_cycle_without_rules_has_no_line_of_all_occupations() -> None:
    picture = drawn(growth_picture([("One", Outlook(None, None, projection(7.5, target_year=2044)))], PAPER, 600))
    assert not shapes(picture, "line", stroke_dasharray="5 4")
    assert "All occupations" not in picture.sentence
    assert growth_picture([("One", Outlook(None, None, projection(None))), ("Two", Outlook(None, None, None))], PAPER, 600) is None


@given(st.lists(st.one_of(st.none(), st.floats(-60, 80)), min_size=1, max_size=4), st.integers(260, 1200))
def test_any_change_can_be_drawn_and_its_figure_stays_on_the_sheet(changes: list[float | None], width: int) -> None:
    outlooks = [(f"Career {each}", Outlook(None, None, projection(each))) for each in changes]
    picture = growth_picture(outlooks, PAPER, width)
    assert (picture is None) == all(each is None for each in changes)
    if picture is not None:
        for text in shapes(picture, "text", font_weight="700"):
            if (text.text or "").endswith("%"):
                wide = text_width(text.text or "", PAPER.font_px, bold=True)
                left = number(text, "x") - (wide if text.get("text-anchor") == "end" else 0)
                assert left >= 0
                assert left + wide <= width


# Differences


def test_differences_have_a_mark_of_each_occupation_and_a_dashed_line_where_chance_may_explain_them() -> None:
    contrasts = [Contrast("Fine Arts", (0.0, 80.0, None), sure=True), Contrast("Design", (20.0, 30.0, None), sure=False)]
    picture = drawn(differences_picture("Knowledge", contrasts, PAPER, 600))
    scale = ticks(picture, r"\d+")
    sure, unsure = shapes(picture, "line")
    assert (number(sure, "x1"), number(sure, "x2")) == pytest.approx((place(scale, 0), place(scale, 80)), abs=0.2)
    assert (sure.get("stroke-dasharray"), unsure.get("stroke-dasharray") is None) == (None, False)
    assert [number(each, "cx") for each in shapes(picture, "circle", fill=A)] == pytest.approx(
        [place(scale, 0), place(scale, 20)], abs=0.2
    )
    assert len(shapes(picture, "polygon", fill=B)) == 2
    assert not shapes(picture, "polygon", fill=PAPER.series[2])
    assert picture.sentence.endswith("Fine Arts: A 0, B 80. Design: A 20, B 30, may be due to chance.")
    assert differences_picture("Knowledge", [], PAPER, 600) is None


# All of them


@pytest.fixture(scope="module")
def four(starter_guide: Path) -> list[OccupationPage]:
    """A careers paid by the hour, one that declines, one without pay, one without ratings."""
    guide = Guide(starter_guide)
    pages = [guide.page(code) for code in ("27-2011.00", "43-2011.00", "11-1031.00", "33-9099.00")]
    guide.close()
    return pages


Make = Callable[[list[OccupationPage], int], Picture | None]
EVERY: dict[str, Make] = {
    "pay": lambda pages, width: pay_picture([(page.title, page.outlook.wages) for page in pages], PAPER, width),
    "education": lambda pages, width: education_picture([(page.title, page.schooling) for page in pages], PAPER, width),
    "interests": lambda pages, width: interests_picture([(page.title, page.interests) for page in pages], PAPER, width),
    "growth": lambda pages, width: growth_picture([(page.title, page.outlook) for page in pages], PAPER, width),
}


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY.keys())
@pytest.mark.parametrize("width", [320, 700])
def test_words_do_not_leave_the_sheet_and_names_and_letters_are_there(make: Make, width: int, four: list[OccupationPage]) -> None:
    picture = drawn(make(four, width))
    root = ElementTree.fromstring(picture.svg)
    assert (root.get("width"), root.get("height"), root.get("role")) == (str(width), str(picture.height), "img")
    assert [root.findtext(SVG + name) for name in ("title", "desc")] == [picture.title, picture.sentence]
    assert all(page.title in picture.sentence for page in four)
    assert {"A", "B", "C", "D"} <= set(words(picture))
    for text in shapes(picture, "text"):
        wide = text_width(text.text or "", PAPER.font_px, bold=text.get("font-weight") == "700")
        left = number(text, "x") - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor") or ""]
        assert left >= -1, text.text
        assert left + wide <= width + 1, text.text
        assert number(text, "y") <= picture.height


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY.keys())
def test_titles_may_hold_any_sign(make: Make, four: list[OccupationPage]) -> None:
    odd = [replace(page, title=f'<{letter}> & "{letter}" ’s') for letter, page in zip(LETTERS, four, strict=True)]
    picture = drawn(make(odd, 600))
    assert "<A>" in " ".join(words(picture))
    assert odd[1].title in picture.sentence


def test_a_poster_holds_every_chart_under_its_title_and_says_where_figures_are_from(four: list[OccupationPage]) -> None:
    charts = [drawn(make(four, 700)) for make in EVERY.values()]
    whole = poster(charts, PAPER, "O*NET 29.3.")
    assert whole.height > sum(chart.height for chart in charts)
    found = words(whole)
    assert [each for each in found if each in {chart.title for chart in charts}] == [chart.title for chart in charts]
    assert found[-1] == "O*NET 29.3."
    assert all(chart.sentence in whole.sentence for chart in charts)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_colours_of_paper_are_seen_on_it_and_differ_when_printed_in_grey() -> None:
    lights = [luminance(colour) for colour in PAPER.series]
    assert all(1.05 / (light + 0.05) >= 3 for light in lights)
    greys = [116 * light ** (1 / 3) - 16 for light in lights]
    assert all(lighter - darker >= 9 for darker, lighter in pairwise(greys))
    assert len({re.sub(r"#\w+", "", mark_picture(series, PAPER).svg) for series in range(4)}) == 4


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.floats(20, 2000), st.floats(5, 90))
@example(low=0.0, span=5e-324, room=20.0, label=5.0)
def test_a_scale_holds_its_figures_and_its_labels_do_not_touch(low: float, span: float, room: float, label: float) -> None:
    scale = axis(low, low + span, 10, 10 + room, label)
    assert scale.low <= low + abs(low) * 1e-6 + 1e-6
    assert scale.high >= low + span - abs(low + span) * 1e-6 - 1e-6
    assert scale.place(scale.low) == 10
    assert scale.place(scale.high) == pytest.approx(10 + room)
    assert list(scale.ticks) == sorted(scale.ticks)
    if len(scale.ticks) > 3:
        assert scale.place(scale.ticks[1]) - scale.place(scale.ticks[0]) >= label * 0.6


@given(st.text(alphabet="abc \u00a0", max_size=80), st.floats(10, 300))
def test_wrapping_keeps_every_word_and_breaks_at_plain_spaces_only(text: str, room: float) -> None:
    lines = wrapped(text, 13, room)
    assert " ".join(lines).split(" ") == [word for word in text.split(" ") if word] or not lines
    assert all(text_width(line, 13) <= room or " " not in line for line in lines)
