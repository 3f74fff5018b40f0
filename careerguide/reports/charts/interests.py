"""The six interest types: bars for one occupation, profiles on one scale for several."""

from collections.abc import Sequence

from careerguide.domain.interests import TYPES, Interest, strongest_first, type_name
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.ratings import INTEREST, score_words, standardised
from careerguide.reports.charts.bars import Row, draw_rows
from careerguide.reports.charts.drawing import DASHES, Ink, Picture, Sheet
from careerguide.reports.charts.scale import axis
from careerguide.reports.charts.text_width import text_width

_TITLE = QT_TRANSLATE_NOOP("Charts", "Interest profiles")
_NONE = QT_TRANSLATE_NOOP("Charts", "not rated")
_NONE_AT_ALL = QT_TRANSLATE_NOOP("Charts", "Not rated.")


def interests_picture(profiles: Sequence[tuple[str, tuple[Interest, ...]]], ink: Ink, width: int) -> Picture | None:
    """How well each type describes one to four occupations, 0–100 (O*NET Occupational Interests, 1–7, standardised).

    None where no occupation was rated. Types stand in R-I-A-S-E-C order, from the top.
    """
    scores = [{interest.name: standardised(interest.score, INTEREST) for interest in interests} for _, interests in profiles]
    if not any(scores):
        return None
    sheet = Sheet(ink, width)
    sheet.legend(
        [(title, "" if each else translate("Charts", _NONE_AT_ALL)) for (title, _), each in zip(profiles, scores, strict=True)]
    )
    if len(profiles) == 1:
        draw_rows(
            sheet, [Row(type_name(name), ((scores[0][name], score_words(scores[0][name])),)) for name in TYPES if name in scores[0]]
        )
    else:
        _draw_profiles(sheet, scores)
    said = " ".join(f"{title}: {_said(interests)}." for title, interests in profiles)
    return sheet.finished(
        translate("Charts", _TITLE), translate("Charts", "Scores from 0 to 100, the strongest type first. {0}").format(said)
    )


def _draw_profiles(sheet: Sheet, scores: Sequence[dict[str, float]]) -> None:
    ink, px = sheet.ink, sheet.ink.font_px
    left = max(text_width(type_name(name), px) for name in TYPES) + px * 1.6
    scale = axis(0, 100, left, sheet.width - px * 1.4, text_width("10000", px))
    step, top = px * 2.4, sheet.y
    rows = {name: top + step * (number + 0.5) for number, name in enumerate(TYPES)}
    bottom = top + step * len(TYPES)
    for name, y in rows.items():
        sheet.text(0, y + px * 0.36, type_name(name))
        sheet.line(scale.left, y, scale.right, y, ink.track, px * 0.5)
    for tick in scale.ticks:
        sheet.line(scale.place(tick), top, scale.place(tick), bottom + 4, ink.line, 1, "1 3")
        sheet.text(scale.place(tick), bottom + px * 1.3, f"{tick:.0f}", anchor="middle", colour=ink.muted)
    paths = [[(scale.place(each[name]), y) for name, y in rows.items() if name in each] for each in scores]
    for series, points in enumerate(paths):
        sheet.path(points, ink.series[series], 2, DASHES[series])
    for series, points in enumerate(paths):
        for x, y in points:
            sheet.mark(series, x, y, px * 0.5)
    sheet.y = bottom + sheet.line_height


def _said(interests: Sequence[Interest]) -> str:
    each = [
        f"{type_name(interest.name)} {score_words(standardised(interest.score, INTEREST))}"
        for interest in strongest_first(interests)
    ]
    return ", ".join(each) or translate("Charts", _NONE)
