"""An occupation as a report of one or two pages."""

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date
from math import ceil

from careerguide.domain.center_content import CenterPart, entry_lines, kind_words, not_official, part_heading, translation_line
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.interests import type_name
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.needs import published_words
from careerguide.domain.outlook import Outlook, people_words
from careerguide.domain.page import OccupationPage, Schooling
from careerguide.domain.ratings import INTEREST, Domain, month_and_year, raters, score_words, standardised
from careerguide.domain.titles import question
from careerguide.domain.wages import NATION, PERCENTILES, Unit, Wages, a_unit, hourly, money, wage_words
from careerguide.reports.charts import PAPER, education_picture, growth_picture, interests_picture, pay_picture
from careerguide.reports.compose import compose
from careerguide.reports.document import (
    Block,
    BulletList,
    ChartBlock,
    Columns,
    Document,
    Facts,
    Heading,
    Paragraph,
    QrBlock,
    Role,
    Score,
    Scores,
    Table,
    Title,
)
from careerguide.reports.fonts import FONTS
from careerguide.reports.key_facts import NO_FITS, Fits, key_facts, not_available, outlook_rule, place_words
from careerguide.reports.options import Part
from careerguide.reports.qr import my_next_move

FULL_WIDTH, HALF_WIDTH = 830, 398
"""Pixels of a chart across the page, and of one of two side by side; see `Ink.font_px` for the size of the text in it."""


REPORT_INK = replace(PAPER, font_family=", ".join(FONTS))

_ALSO_CALLED, _BELONGING, _TASK_LINES, _STRONGEST, _RELATED_LINES = 6, 20, 7, 5, 7  # as many as two pages have room for
_STRENGTHS = (
    (Domain.KNOWLEDGE, QT_TRANSLATE_NOOP("Reports", "Knowledge")),
    (Domain.SKILLS, QT_TRANSLATE_NOOP("Reports", "Skills")),
    (Domain.ABILITIES, QT_TRANSLATE_NOOP("Reports", "Abilities")),
)


def occupation_report(page: OccupationPage, parts: Set[Part], letterhead: Letterhead, made: date, fits: Fits = NO_FITS) -> Document:
    """The report of one occupation; wages are for the area the page was read for."""
    return compose(page.title, occupation_blocks(page, parts, 1, fits), page.sources, letterhead, made, outlook_rule())


def occupation_blocks(page: OccupationPage, parts: Set[Part], level: int, fits: Fits) -> Iterator[Block]:
    """An occupation without its sources; its title is a heading of `level`."""
    below = level + 1
    yield Title(page.title, translate("Reports", "O*NET-SOC code {0} · {1}").format(page.code, page.group), level)
    yield from _titles(page)
    if page.translation is not None:
        yield Paragraph(translation_line(page.translation), Role.CAPTION)
    yield Facts(key_facts(page, fits))
    yield Heading(question(page.title, translated=page.title_is_translated), below)
    yield Paragraph(page.overview or translate("Reports", "There is no description of this career yet."))
    if page.definition and page.summary:
        yield Paragraph(translate("Reports", "In plain words: {0}").format(page.summary))
    yield Heading(translate("Reports", "What it pays"), below)
    yield from _pay(page)
    yield Columns((tuple(_schooling(page, below)), tuple(_outlook(page, below))), (1, 1))
    yield Heading(translate("Reports", "How to prepare"), below)
    yield from _preparation(page)
    missing: list[str] = []
    if Part.TASKS in parts:
        yield from _tasks(page, below) if page.tasks else _noted(missing, translate("Reports", "tasks"))
    if Part.STRENGTHS in parts:
        rated = any(page.ratings[domain] for domain, _ in _STRENGTHS)
        yield from _strengths(page, below) if rated else _noted(missing, translate("Reports", "knowledge, skills and abilities"))
    last: list[tuple[Block, ...]] = []
    if Part.RELATED in parts:
        left = _interests(page, below) if page.interests else _noted(missing, translate("Reports", "interests"))
        right = _related(page, below) if page.related else _noted(missing, translate("Reports", "related careers"))
        last = [tuple(left), (*right, *_assessments(page, below))]
    if Part.QR_CODE in parts:
        code = qr_block(page.code)
        last = [(*last[0], code), *last[1:]] if last else [(code,)]
    if last:
        yield Columns(tuple(last), (1,) * len(last))
    if page.center is not None:
        yield from _center(page.center, below)
    if missing:
        yield Paragraph(translate("Reports", "Not available for this career: {0}.").format(", ".join(missing)), Role.CAPTION)


def _center(part: CenterPart, level: int) -> Iterator[Block]:
    yield Heading(part_heading(part), level)
    yield Paragraph(not_official(), Role.CAPTION)
    for entry in part.entries:
        yield Paragraph(f"{kind_words(entry.kind)}: {entry.title}", Role.STRONG)
        for line in entry_lines(entry):
            yield Paragraph(line)
    if part.contact:
        yield Paragraph(" · ".join(part.contact), Role.CAPTION)


def _noted(missing: list[str], name: str) -> tuple[Block, ...]:
    """No blocks, but a name among what is missing: a page of empty sections would tell nobody anything."""
    missing.append(name)
    return ()


def qr_block(code: OnetSocCode) -> QrBlock:
    """The QR code that opens an occupation at My Next Move."""
    return QrBlock(translate("Reports", "Open at My Next Move"), my_next_move(code))


def _titles(page: OccupationPage) -> Iterator[Block]:
    name, titles, most = (
        (translate("Reports", "Also called"), page.also_called, _ALSO_CALLED)
        if page.also_called
        else (translate("Reports", "Titles that belong here"), page.other_titles, _BELONGING)
    )
    if titles:
        words = translate("Reports", "{0}: {1} and {2} more.") if len(titles) > most else "{0}: {1}."
        yield Paragraph(words.format(name, ", ".join(titles[:most]), len(titles) - most), Role.CAPTION)


def _pay(page: OccupationPage) -> Iterator[Block]:
    here, nation = page.outlook.wages, page.outlook.national_wages
    places = [wages for wages in (here, nation if here is None or here.area != NATION else None) if wages is not None]
    picture = pay_picture([(place_words(wages), wages) for wages in places], REPORT_INK, FULL_WIDTH)
    if picture is None:
        yield Paragraph(translate("Reports", "Pay is not published for this career."))
        return
    yield ChartBlock(picture, pay_table([(place_words(wages), wages) for wages in places]))
    words = pay_words(places[0])
    if here is None or not here.has_figures():
        words = translate("Reports", "Pay is not published for this career in the chosen place. {0}").format(words)
    yield Paragraph(words, Role.CAPTION)


def pay_words(wages: Wages) -> str:
    """What else there is to know of figures of pay, and for which occupation they are published."""
    words = ""
    if wages.unit is Unit.HOUR:
        words = translate("Reports", "For this career only hourly pay is published. ")
    elif wages.median is not None and "median" not in wages.top_coded:
        place = translate("Reports", "the United States") if wages.area == NATION else wages.area_name
        words = translate("Reports", "The median in {0} is about {1} an hour (2,080 hours a year). ").format(
            place, money(hourly(wages.median), Unit.HOUR)
        )
    return translate("Reports", "{0}Published as {1} ({2}).").format(words, wages.soc_title, wages.soc)


def pay_table(pays: list[tuple[str, Wages]]) -> Table:
    """Pay in figures, a row for each (name, wages)."""
    headers = (
        translate("Reports", "Pay"),
        translate("Reports", "Lowest 10 %"),
        translate("Reports", "Lowest 25 %"),
        translate("Reports", "Median"),
        translate("Reports", "Highest 25 %"),
        translate("Reports", "Highest 10 %"),
        translate("Reports", "Unit"),
    )
    rows = tuple((name, *(wage_words(wages, figure) for figure in PERCENTILES), a_unit(wages.unit)) for name, wages in pays)
    return Table(translate("Reports", "Pay in figures"), headers, rows, frozenset(range(1, 6)))


def _schooling(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "Schooling of people hired"), level)
    picture = education_picture([(page.title, page.schooling)], REPORT_INK, HALF_WIDTH)
    if picture is None:
        yield Paragraph(translate("Reports", "The schooling of people in this career has not been surveyed yet."))
    else:
        rows = tuple((share.level, f"{share.percent:.1f} %") for share in page.schooling.education)
        yield ChartBlock(
            picture,
            Table(
                translate("Reports", "Schooling of people hired"),
                (translate("Reports", "Schooling"), translate("Reports", "Percent")),
                rows,
                frozenset({1}),
            ),
        )
        yield Paragraph(_surveyed(page.schooling), Role.CAPTION)


def _surveyed(schooling: Schooling) -> str:
    words = translate("Reports", "O*NET survey")
    if schooling.rated_by:
        words += translate("Reports", ", answered by {0}").format(raters(schooling.rated_by))
    if schooling.n is not None:
        words += translate("Reports", " ({0} answers)").format(schooling.n)
    if schooling.date:
        words += f", {month_and_year(schooling.date)}"
    if any(share.low_precision for share in schooling.education):
        words += translate("Reports", ". Some shares rest on few answers and are of low precision")
    return f"{words}."


def _outlook(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "Will there be jobs?"), level)
    outlook, projection = page.outlook, page.outlook.projection
    if projection is None:
        yield Paragraph(translate("Reports", "No job outlook is published for this career."))
        return
    if outlook.sentence:
        yield Paragraph(outlook.sentence)
    change = growth_words(outlook)
    growth = translate("Reports", "Growth {0}–{1}").format(projection.base_year, projection.target_year)
    picture = growth_picture([(page.title, outlook)], REPORT_INK, HALF_WIDTH)
    if picture is not None:
        yield ChartBlock(
            picture,
            Table(
                translate("Reports", "Growth"),
                (translate("Reports", "Period"), translate("Reports", "Growth")),
                ((growth, change),),
                frozenset({1}),
            ),
        )
    rows = (
        (translate("Reports", "Jobs in {0}").format(projection.base_year), _people(projection.base_employment)),
        (translate("Reports", "Jobs expected in {0}").format(projection.target_year), _people(projection.target_employment)),
        (translate("Reports", "Openings a year"), openings_words(outlook)),
    )
    yield Table("", (translate("Reports", "Job outlook"), translate("Reports", "Figure")), rows, frozenset({1}))
    yield Paragraph(
        translate("Reports", "Published as {0} ({1}), self-employed people included.").format(projection.soc_title, projection.soc),
        Role.CAPTION,
    )


def growth_words(outlook: Outlook) -> str:
    """The expected change in jobs, in percent."""
    percent = outlook.projection.change_percent if outlook.projection is not None else None
    return not_available() if percent is None else f"{percent:+.1f} %"


def openings_words(outlook: Outlook) -> str:
    """The openings expected in a year, in persons."""
    return _people(outlook.projection.openings_per_year if outlook.projection is not None else None)


def _people(persons: int | None) -> str:
    return not_available() if persons is None else people_words(persons)


def _preparation(page: OccupationPage) -> Iterator[Block]:
    zone, projection = page.job_zone, page.outlook.projection
    if zone is None:
        yield Paragraph(translate("Reports", "No job zone is given for this career."))
    else:
        yield Paragraph(
            zone.name if ": " in zone.name else translate("Reports", "Job zone {0}: {1}").format(zone.zone, zone.name), Role.STRONG
        )
        yield Paragraph(f"{zone.education} {zone.experience} {zone.training}")
    published = projection.typical_entry_education if projection else None
    entry = published_words(published) if published else None
    yield Paragraph(
        translate("Reports", "Typical schooling to enter, by the Bureau of Labor Statistics: {0}.").format(
            entry or translate("Reports", "not available")
        )
    )


def _tasks(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "What people do"), level)
    shown = _fitting(tuple(task.statement for task in page.tasks), _TASK_LINES, 100)
    yield BulletList(shown)
    if len(page.tasks) > len(shown):
        rated = page.tasks[0].importance is not None
        words = (
            translate("Reports", "The {0} most important of {1} tasks.")
            if rated
            else translate("Reports", "The first {0} of {1} tasks; they have not been rated yet.")
        )
        yield Paragraph(words.format(len(shown), len(page.tasks)), Role.CAPTION)


def _fitting(texts: tuple[str, ...], lines: int, letters: int) -> tuple[str, ...]:
    """The first texts that fill at most so many lines of so many letters, and at least one."""
    count = used = 0
    for text in texts:
        used += ceil(len(text) / letters)
        if count and used > lines:
            break
        count += 1
    return texts[:count]


def _strengths(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "What matters most"), level)
    columns: list[tuple[Block, ...]] = []
    for domain, name in _STRENGTHS:
        rated = [rating for rating in page.ratings[domain] if rating.importance_score is not None][:_STRONGEST]
        scores = (
            Score(one.name, one.importance_score or 0, translate("Reports", "low precision") if one.low_precision else "")
            for one in rated
        )
        none = Paragraph(translate("Reports", "{0}: not rated yet.").format(translate("Reports", name)))
        columns.append(
            (Scores(translate("Reports", name), translate("Reports", "importance, 0 to 100"), tuple(scores)),) if rated else (none,)
        )
    yield Columns(tuple(columns), (1, 1, 1))


def _interests(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "Interests it suits"), level)
    picture = interests_picture([(page.title, page.interests)], REPORT_INK, HALF_WIDTH)
    if picture is not None:
        rows = tuple((type_name(one.name), score_words(standardised(one.score, INTEREST))) for one in page.interests)
        yield ChartBlock(
            picture,
            Table(
                translate("Reports", "Interests, 0 to 100"),
                (translate("Reports", "Interest"), translate("Reports", "Score")),
                rows,
                frozenset({1}),
            ),
        )


def _related(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "Related careers"), level)
    yield BulletList(_fitting(tuple(other.title for other in page.related), _RELATED_LINES, 42))


def _assessments(page: OccupationPage, level: int) -> Iterator[Block]:
    yield Heading(translate("Reports", "Assessments"), level)
    tests = tuple(f"{test.name}: {test.description}" for test in page.assessments)
    yield BulletList(tests) if tests else Paragraph(translate("Reports", "No assessment available."))
