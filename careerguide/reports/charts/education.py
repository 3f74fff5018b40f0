"""The schooling of people hired: for each level a bar of every occupation, laid over one track."""

from collections.abc import Sequence

from careerguide.domain.education import short_level
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.page import Schooling, Share
from careerguide.reports.charts.bars import Row, draw_rows
from careerguide.reports.charts.drawing import Ink, Picture, Sheet, percent_words

_TITLE = QT_TRANSLATE_NOOP("Charts", "Education of people hired")
_NONE = QT_TRANSLATE_NOOP("Charts", "not surveyed")
_NONE_AT_ALL = QT_TRANSLATE_NOOP("Charts", "Not surveyed.")


def education_picture(schooling: Sequence[tuple[str, Schooling]], ink: Ink, width: int) -> Picture | None:
    """The shares of one to four occupations by level, in the order of the levels; levels that nobody has are left out.

    None where no occupation was surveyed. The shares of an occupation are percents of the people hired in it (O*NET survey).
    """
    levels = {share.category: share.level for _, each in schooling for share in each.education if share.percent > 0}
    if not levels:
        return None
    by_category = [{share.category: share for share in each.education} for _, each in schooling]
    rows = [
        Row(
            short_level(category, levels[category]),
            tuple(_figure(shares.get(category)) for shares in by_category),
        )
        for category in sorted(levels)
    ]
    sheet = Sheet(ink, width)
    sheet.legend([(title, "" if each.education else translate("Charts", _NONE_AT_ALL)) for title, each in schooling])
    draw_rows(sheet, rows)
    said = " ".join(f"{title}: {_most(each)}." for title, each in schooling)
    return sheet.finished(
        translate("Charts", _TITLE), translate("Charts", "Percent of people hired by schooling. {0}").format(said)
    )


def _figure(share: Share | None) -> tuple[float, str] | None:
    return None if share is None else (share.percent, percent_words(share.percent))


def _most(schooling: Schooling) -> str:
    """The three most common levels in words; `education` has the most common first."""
    most = [
        f"{percent_words(share.percent)} {short_level(share.category, share.level)}"
        for share in schooling.education[:3]
        if share.percent > 0
    ]
    return ", ".join(most) or translate("Charts", _NONE)
