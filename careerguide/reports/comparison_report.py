"""Two to four occupations side by side as a report."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from careerguide.domain.compare import Comparison, Difference, compare
from careerguide.domain.interests import type_name
from careerguide.domain.language import QT_TRANSLATE_NOOP, listing, translate
from careerguide.domain.letterhead import Letterhead
from careerguide.domain.needs import Needs, Preparation, Step, needs
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import score_words
from careerguide.reports.charts import LETTERS, education_picture, growth_picture, interests_picture, pay_picture
from careerguide.reports.compose import compose
from careerguide.reports.document import (
    Block,
    BulletList,
    ChartBlock,
    Columns,
    Document,
    Heading,
    Paragraph,
    QrBlock,
    Role,
    Table,
    Title,
)
from careerguide.reports.key_facts import NO_FITS, Fits, key_facts, not_available, outlook_rule
from careerguide.reports.occupation_report import FULL_WIDTH, HALF_WIDTH, REPORT_INK, growth_words, openings_words, pay_table
from careerguide.reports.options import Part
from careerguide.reports.qr import my_next_move

_DIFFERENCES, _TASKS, _NEEDS = 8, 5, 6

_PREPARATION = {
    Preparation.JOB_ZONE: QT_TRANSLATE_NOOP("Reports", "Job zone"),
    Preparation.ENTRY_EDUCATION: QT_TRANSLATE_NOOP("Reports", "Schooling to enter (BLS)"),
    Preparation.COMMON_EDUCATION: QT_TRANSLATE_NOOP("Reports", "Most common schooling (O*NET)"),
    Preparation.WORK_EXPERIENCE: QT_TRANSLATE_NOOP("Reports", "Work experience (BLS)"),
    Preparation.COMMON_EXPERIENCE: QT_TRANSLATE_NOOP("Reports", "Most common experience (O*NET)"),
    Preparation.TRAINING: QT_TRANSLATE_NOOP("Reports", "Training on the job (BLS)"),
    Preparation.COMMON_TRAINING: QT_TRANSLATE_NOOP("Reports", "Most common training (O*NET)"),
}
_WEIGHT_RULE = QT_TRANSLATE_NOOP(
    "Reports",
    "A figure is 0 to 100 and combines how important something is with the level that is needed (the square root of the two multiplied). Sure: the difference is larger than the uncertainty of the ratings.",
)


def comparison_report(
    pages: Sequence[OccupationPage], parts: Set[Part], letterhead: Letterhead, made: date, fits: Fits = NO_FITS
) -> Document:
    """The report of two to four different occupations; what one would need is said from the first to each other.

    Raises `ValueError` for another number, or one that is there twice.
    """
    comparison = compare(pages)
    titles = [page.title for page in pages]
    return compose(listing(titles), _blocks(comparison, parts, fits), comparison.sources, letterhead, made, outlook_rule())


def _blocks(comparison: Comparison, parts: Set[Part], fits: Fits) -> Iterator[Block]:
    pages = comparison.pages
    yield Title(translate("Reports", "Careers side by side"), " · ".join(_named(pages)), 1)
    for line in comparison.translation_lines:
        yield Paragraph(line, Role.CAPTION)
    yield _at_a_glance(pages, fits)
    yield from _charts(comparison)
    if Part.DIFFERENCES in parts:
        yield Heading(translate("Reports", "Where they differ most"), 2)
        yield from _differences(comparison)
    if Part.NEEDS in parts:
        yield Heading(translate("Reports", "What it takes to change"), 2)
        for position, other in enumerate(pages[1:], 1):
            yield from _needs(needs(pages[0], other), LETTERS[position])
    if Part.TASKS in parts:
        yield Heading(translate("Reports", "What people do"), 2)
        yield from _in_pairs([tuple(_tasks(page, name)) for page, name in zip(pages, _named(pages), strict=True)])
    if Part.QR_CODE in parts:
        yield Heading(translate("Reports", "Open at My Next Move"), 2)
        codes = [QrBlock(name, my_next_move(page.code)) for page, name in zip(pages, _named(pages), strict=True)]
        yield from _in_pairs([(code,) for code in codes])


def _named(pages: tuple[OccupationPage, ...]) -> list[str]:
    return [f"{letter} {page.title}" for letter, page in zip(LETTERS, pages, strict=False)]


def _in_pairs(cells: list[tuple[Block, ...]]) -> Iterator[Block]:
    """Two by two beside each other, a last one alone keeping its half."""
    for first in range(0, len(cells), 2):
        pair = cells[first : first + 2]
        yield Columns((*pair, *(((),) * (2 - len(pair)))), (1, 1))


def _at_a_glance(pages: tuple[OccupationPage, ...], fits: Fits) -> Table:
    columns = [key_facts(page, fits) for page in pages]
    rows = [
        (facts[0].name, *(f"{fact.value}, {fact.note}" if fact.note else fact.value for fact in facts))
        for facts in zip(*columns, strict=True)
    ]
    rows.append((translate("Reports", "Growth"), *(growth_words(page.outlook) for page in pages)))
    rows.append((translate("Reports", "Openings a year"), *(openings_words(page.outlook) for page in pages)))
    rows.append((translate("Reports", "O*NET-SOC code"), *(page.code for page in pages)))
    return Table(translate("Reports", "At a glance"), (translate("Reports", "Fact"), *_named(pages)), tuple(rows))


def _charts(comparison: Comparison) -> Iterator[Block]:
    pages = comparison.pages
    yield Heading(translate("Reports", "What they pay"), 2)
    pay = pay_picture(comparison.pays, REPORT_INK, FULL_WIDTH)
    published = [(title, wages) for title, wages in comparison.pays if wages is not None]
    yield (
        ChartBlock(pay, pay_table(published))
        if pay is not None
        else Paragraph(translate("Reports", "Pay is not published for these careers."))
    )
    left: list[Block] = [Heading(translate("Reports", "Schooling of people hired"), 2)]
    schooling = education_picture(comparison.schooling, REPORT_INK, HALF_WIDTH)
    rows = [(page.title, *_most_common(page)) for page in pages]
    figures = Table(
        translate("Reports", "Most common schooling"),
        (translate("Reports", "Career"), translate("Reports", "Schooling"), translate("Reports", "Percent")),
        tuple(rows),
        frozenset({2}),
    )
    left.append(
        ChartBlock(schooling, figures)
        if schooling is not None
        else Paragraph(translate("Reports", "Not surveyed for these careers."))
    )
    right: list[Block] = [Heading(translate("Reports", "Will there be jobs?"), 2)]
    growth = growth_picture(comparison.outlooks, REPORT_INK, HALF_WIDTH)
    rows = [(page.title, growth_words(page.outlook), openings_words(page.outlook)) for page in pages]
    figures = Table(
        translate("Reports", "Growth and openings"),
        (translate("Reports", "Career"), translate("Reports", "Growth"), translate("Reports", "Openings a year")),
        tuple(rows),
        frozenset({1, 2}),
    )
    right.append(
        ChartBlock(growth, figures) if growth is not None else Paragraph(translate("Reports", "No job outlook is published."))
    )
    right.append(Heading(translate("Reports", "Interests they suit"), 2))
    interests = interests_picture(comparison.interests, REPORT_INK, HALF_WIDTH)
    strongest = tuple(
        (page.title, ", ".join(type_name(one.name) for one in page.interests[:3]) or not_available()) for page in pages
    )
    figures = Table(
        translate("Reports", "Strongest interests"), (translate("Reports", "Career"), translate("Reports", "Interests")), strongest
    )
    right.append(
        ChartBlock(interests, figures) if interests is not None else Paragraph(translate("Reports", "Not rated for these careers."))
    )
    yield Columns((tuple(left), tuple(right)), (1, 1))


def _most_common(page: OccupationPage) -> tuple[str, str]:
    shares = page.schooling.education
    return (shares[0].level, f"{shares[0].percent:.1f} %") if shares else (not_available(), not_available())


def _differences(comparison: Comparison) -> Iterator[Block]:
    found = ((translate("Reports", "Knowledge"), comparison.knowledge), (translate("Reports", "Skills"), comparison.skills))
    if not any(differences for _, differences in found):
        yield Paragraph(translate("Reports", "Knowledge and skills are not rated for enough of these careers to compare them."))
        return
    letters = LETTERS[: len(comparison.pages)]
    headers, figures = (translate("Reports", "Name"), *letters, translate("Reports", "Sure")), frozenset(range(1, len(letters) + 1))
    shown = tuple((Table(name, headers, tuple(map(_difference, some[:_DIFFERENCES])), figures),) for name, some in found if some)
    yield Columns(shown, (1,) * len(shown))
    yield Paragraph(translate("Reports", _WEIGHT_RULE), Role.CAPTION)


def _difference(each: Difference) -> tuple[str, ...]:
    return (
        each.name,
        *(score_words(weight) for weight in each.weights),
        translate("Reports", "yes") if each.sure else translate("Reports", "no"),
    )


def _needs(found: Needs, letter: str) -> Iterator[Block]:
    yield Heading(translate("Reports", "From A to {0}: {1}").format(letter, found.there.title), 3, minor=True)
    more = [asked for asked in found.preparation if asked.step is Step.MORE]
    if more:
        rows = tuple(
            (translate("Reports", _PREPARATION[asked.kind]), asked.here or not_available(), asked.there or not_available())
            for asked in more
        )
        yield Table(translate("Reports", "More preparation"), (translate("Reports", "Preparation"), "A", letter), rows)
    else:
        yield Paragraph(translate("Reports", "No more preparation is asked for than in A, as far as the sources say."))
    if not found.rated:
        yield Paragraph(translate("Reports", "Knowledge and skills are not rated for both careers."))
        return
    for name, asks in ((translate("Reports", "Knowledge"), found.knowledge), (translate("Reports", "Skills"), found.skills)):
        words = ", ".join(
            translate("Reports", "{0} ({1} to {2})").format(one.name, score_words(one.here_weight), score_words(one.there_weight))
            for one in asks[:_NEEDS]
        )
        yield Paragraph(translate("Reports", "{0} asked for more: {1}.").format(name, words or translate("Reports", "none")))


def _tasks(page: OccupationPage, name: str) -> Iterator[Block]:
    yield Heading(name, 3, minor=True)
    tasks = tuple(task.statement for task in page.tasks[:_TASKS])
    yield BulletList(tasks) if tasks else Paragraph(translate("Reports", "No tasks are listed for this career."))
