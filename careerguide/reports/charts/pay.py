"""Pay ranges on one scale: 10–90 thin, 25–75 thick, the median marked, a top-coded end open."""

from collections.abc import Sequence

from careerguide.domain.compare import in_one_unit
from careerguide.domain.language import QT_TRANSLATE_NOOP, listing, translate
from careerguide.domain.wages import PERCENTILES, Unit, Wages, a_unit, money, wage_words
from careerguide.reports.charts.drawing import Ink, Picture, Sheet
from careerguide.reports.charts.scale import Axis, axis
from careerguide.reports.charts.text_width import text_width

_TITLE = QT_TRANSLATE_NOOP("Charts", "Pay ranges")
_KEY = QT_TRANSLATE_NOOP(
    "Charts", "Thin line: from the lowest 10\u00a0% to the highest 10\u00a0%. Thick bar: the middle half. Mark: the median."
)
_OPEN = QT_TRANSLATE_NOOP("Charts", " Arrow: the highest pay is at or above the limit up to which it is published.")
_NONE = QT_TRANSLATE_NOOP("Charts", "Pay is not published.")
_BY_IMPORTANCE = ("median", "p10", "p90", "p25", "p75")


def pay_picture(pays: Sequence[tuple[str, Wages | None]], ink: Ink, width: int) -> Picture | None:
    """The pay of one to four occupations, (title, wages) each, on one scale from 0; None where nothing is published.

    Where some are paid by the hour only, all are shown for a year of 2,080 hours, and the sentence says so.
    """
    unit, shown = in_one_unit([wages for _, wages in pays])
    known = [value for wages in shown if wages is not None for value in wages.percentiles.values() if value is not None]
    if not known:
        return None
    sheet = Sheet(ink, width)
    px = ink.font_px
    half_label = text_width(money(max(known), unit), px) / 2 + 2
    scale = axis(0, max(known), half_label, width - max(half_label, px * 1.2), 2 * half_label)
    rows, bands = Sheet(ink, width), []
    for series, ((title, _), wages) in enumerate(zip(pays, shown, strict=True)):
        if len(pays) > 1:
            rows.heading(series, title)
        top = rows.y
        _range(rows, scale, wages, series)
        bands.append((top, rows.y))
    _grid(sheet, scale, unit, bands)
    sheet.add(rows)
    sheet.y = rows.y + sheet.line_height + px * 0.5
    is_open = any(wages is not None and wages.top_coded for wages in shown)
    converted = _converted(pays, unit)
    sheet.paragraph(
        translate("Charts", "Dollars {0}. {1}{2}{3}").format(
            a_unit(unit), translate("Charts", _KEY), translate("Charts", _OPEN) if is_open else "", converted
        )
    )
    said = " ".join(_said(title, wages) for (title, _), wages in zip(pays, shown, strict=True))
    return sheet.finished(
        translate("Charts", _TITLE), translate("Charts", "Pay in dollars {0}. {1}{2}").format(a_unit(unit), said, converted)
    )


def _grid(sheet: Sheet, scale: Axis, unit: Unit, bands: Sequence[tuple[float, float]]) -> None:
    """Lines behind the ranges, not behind the titles between them, and the figures of the scale at the foot."""
    bottom = bands[-1][1]
    for tick in scale.ticks:
        x = scale.place(tick)
        for top, end in bands:
            sheet.line(x, top, x, end + 4, sheet.ink.line, 1, "1 3")
        words = "$0" if tick == 0 else money(tick, unit).removesuffix(".00")
        sheet.text(x, bottom + sheet.ink.font_px * 1.3, words, anchor="middle", colour=sheet.ink.muted)


def _range(sheet: Sheet, scale: Axis, wages: Wages | None, series: int) -> None:
    """One range with its figures beneath. Only what is published is drawn; what is at the limit goes on to the end of the scale."""
    ink, px = sheet.ink, sheet.ink.font_px
    places = {} if wages is None else _places(wages, scale)
    if wages is None or not places:
        sheet.text(scale.left, sheet.y + px * 1.05, translate("Charts", _NONE), colour=ink.muted)
        sheet.y += px * 2.2
        return
    colour, middle = ink.series[series], sheet.y + px * 0.95
    left, right = min(places.values()), max(places.values())
    sheet.bar(left, middle - 2, right - left, 4, colour, 2)
    if "p25" in places and "p75" in places:
        sheet.bar(places["p25"], middle - px * 0.45, places["p75"] - places["p25"], px * 0.9, colour, 3)
    if wages.top_coded:
        sheet.shape([(right - 1, middle - px * 0.6), (right + px * 0.9, middle), (right - 1, middle + px * 0.6)], colour)
    if "median" in places:
        sheet.bar(places["median"] - 4, middle - px * 0.8, 8, px * 1.6, ink.surface, 3)
        sheet.bar(places["median"] - 2, middle - px * 0.7, 4, px * 1.4, ink.text, 2)
    _figures(sheet, wages, places, middle + px * 2.05)
    sheet.y = middle + px * 2.9


def _places(wages: Wages, scale: Axis) -> dict[str, float]:
    """Where the percentiles stand; one that is known only to be at the limit stands at the end of the scale."""
    places = {}
    for name, value in wages.percentiles.items():
        if value is not None:
            places[name] = scale.place(value)
        elif name in wages.top_coded:
            places[name] = scale.right
    return places


def _figures(sheet: Sheet, wages: Wages, places: dict[str, float], baseline: float) -> None:
    """The figures under their places, the median first; one that would touch another is left to the table."""
    px = sheet.ink.font_px
    taken: list[tuple[float, float]] = []
    for name in _BY_IMPORTANCE:
        if name not in places:
            continue
        bold = name == "median"
        words = wage_words(wages, name)
        wide = text_width(words, px, bold=bold)
        start = min(max(places[name] - wide / 2, 0), sheet.width - wide)
        if any(start - px * 0.6 < right and left < start + wide + px * 0.6 for left, right in taken):
            continue
        taken.append((start, start + wide))
        sheet.text(start + wide / 2, baseline, words, anchor="middle", bold=bold)


def _converted(pays: Sequence[tuple[str, Wages | None]], unit: Unit) -> str:
    titles = [title for title, wages in pays if wages is not None and wages.has_figures() and wages.unit is not unit]
    if not titles:
        return ""
    return translate("Charts", " Pay by the hour only is published for {0}; it is shown for a year of 2,080 hours.").format(
        listing(titles)
    )


def _said(title: str, wages: Wages | None) -> str:
    if wages is None or not wages.has_figures():
        return translate("Charts", "{0}: not published.").format(title)
    named = dict(
        zip(
            PERCENTILES,
            (
                translate("Charts", "lowest 10 %"),
                translate("Charts", "lowest 25 %"),
                translate("Charts", "median"),
                translate("Charts", "highest 25 %"),
                translate("Charts", "highest 10 %"),
            ),
            strict=True,
        )
    )
    figures = ", ".join(f"{words} {wage_words(wages, name)}" for name, words in named.items())
    return f"{title}: {figures}."
