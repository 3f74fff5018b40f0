"""The figures of a comparison as one table that can be pasted into a spreadsheet: plain numbers, units in the first column."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from careerguide.domain.compare import Comparison, in_one_unit
from careerguide.domain.interests import TYPES, type_name
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.needs import published_words
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import INTEREST, Domain, Rating, standardised
from careerguide.domain.wages import Wages, a_unit

Row = tuple[str, ...]

_PAY = {
    "p10": QT_TRANSLATE_NOOP("CompareTable", "Pay, lowest 10 %"),
    "p25": QT_TRANSLATE_NOOP("CompareTable", "Pay, lowest 25 %"),
    "median": QT_TRANSLATE_NOOP("CompareTable", "Pay, median"),
    "p75": QT_TRANSLATE_NOOP("CompareTable", "Pay, highest 25 %"),
    "p90": QT_TRANSLATE_NOOP("CompareTable", "Pay, highest 10 %"),
    "mean": QT_TRANSLATE_NOOP("CompareTable", "Pay, mean"),
}
_RATED = {
    Domain.KNOWLEDGE: QT_TRANSLATE_NOOP("CompareTable", "Knowledge"),
    Domain.SKILLS: QT_TRANSLATE_NOOP("CompareTable", "Skill"),
}


def comparison_rows(comparison: Comparison) -> list[Row]:
    """A name and a figure for each occupation, the titles first. A figure that is not available is an empty cell.

    Pay is in one unit, as in the picture; a figure at or above the published limit has “or more” after it.
    """
    return list(_rows(comparison))


def as_tab_separated(rows: Sequence[Row]) -> str:
    """Rows as lines, cells apart by tabs."""
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def as_html_table(rows: Sequence[Row]) -> str:
    """Rows as an HTML table whose first row and column are headers."""
    head, *body = rows
    lines = ["<tr>" + "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head) + "</tr>"]
    lines += [
        f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for name, *cells in body
    ]
    return f"<table>{''.join(lines)}</table>"


def _rows(comparison: Comparison) -> Iterator[Row]:
    pages = comparison.pages
    yield (translate("CompareTable", "Career"), *(page.title for page in pages))
    yield (translate("CompareTable", "O*NET-SOC code"), *(page.code for page in pages))
    yield from _pay(comparison)
    yield from _schooling(pages)
    yield from _outlook(pages)
    yield _row(translate("CompareTable", "Job zone"), pages, lambda page: "" if page.job_zone is None else str(page.job_zone.zone))
    scores = [{each.name: standardised(each.score, INTEREST) for each in page.interests} for page in pages]
    for name in TYPES:
        yield (
            translate("CompareTable", "Interest: {0} (0–100)").format(type_name(name)),
            *(_number(each.get(name)) for each in scores),
        )
    for domain, english in _RATED.items():
        word = translate("CompareTable", english)
        differences = comparison.knowledge if domain is Domain.KNOWLEDGE else comparison.skills
        for each in differences:
            importance = (_number(None if rating is None else rating.importance_score) for rating in each.ratings)
            level = (_level(rating) for rating in each.ratings)
            yield (translate("CompareTable", "{0}: {1}, importance (0–100)").format(word, each.name), *importance)
            yield (translate("CompareTable", "{0}: {1}, level (0–100)").format(word, each.name), *level)


def _level(rating: Rating | None) -> str:
    if rating is None:
        return ""
    return translate("CompareTable", "not relevant") if rating.not_relevant else _number(rating.level_score)


def _row(name: str, pages: Sequence[OccupationPage], figure: Callable[[OccupationPage], str]) -> Row:
    return (name, *(figure(page) for page in pages))


def _pay(comparison: Comparison) -> Iterator[Row]:
    unit, shown = in_one_unit([wages for _, wages in comparison.pays])
    yield (translate("CompareTable", "Place of pay"), *("" if wages is None else wages.area_name for wages in shown))
    for name, words in _PAY.items():
        yield (
            translate("CompareTable", "{0}, dollars {1}").format(translate("CompareTable", words), a_unit(unit)),
            *(_dollars(wages, name) for wages in shown),
        )
    yield (
        translate("CompareTable", "Pay is published for"),
        *("" if wages is None else f"{wages.soc_title} ({wages.soc})" for wages in shown),
    )


def _dollars(wages: Wages | None, name: str) -> str:
    value: float | None = None if wages is None else getattr(wages, name)
    if wages is None or value is None:
        return ""
    return f"{value:.2f}".removesuffix(".00") + (translate("CompareTable", " or more") if name in wages.top_coded else "")


def _schooling(pages: Sequence[OccupationPage]) -> Iterator[Row]:
    shares = [{share.category: share for share in page.schooling.education} for page in pages]
    levels = {share.category: share.level for each in shares for share in each.values()}
    for category in sorted(levels):
        figures = (_number(each[category].percent) if category in each else "" for each in shares)
        yield (translate("CompareTable", "Education: {0}, percent of people hired").format(levels[category]), *figures)


def _outlook(pages: Sequence[OccupationPage]) -> Iterator[Row]:
    projections = [page.outlook.projection for page in pages]
    yield _row(translate("CompareTable", "People who work in it"), pages, lambda page: _count(page.outlook.employment))
    yield (
        translate("CompareTable", "Expected change in jobs, percent"),
        *("" if each is None else _number(each.change_percent) for each in projections),
    )
    yield (
        translate("CompareTable", "Years of the change"),
        *("" if each is None else f"{each.base_year}–{each.target_year}" for each in projections),
    )
    yield (
        translate("CompareTable", "Openings a year"),
        *("" if each is None else _count(each.openings_per_year) for each in projections),
    )
    yield (
        translate("CompareTable", "Typical education to enter (BLS)"),
        *("" if each is None else published_words(each.typical_entry_education or "") for each in projections),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def _count(value: int | None) -> str:
    return "" if value is None else str(value)
