"""Two to four occupations side by side as a report."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from careerguide.domain.compare import Comparison, Difference, compare
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
from careerguide.reports.key_facts import NO_FITS, NOT_AVAILABLE, OUTLOOK_RULE, Fits, key_facts
from careerguide.reports.occupation_report import FULL_WIDTH, HALF_WIDTH, REPORT_INK, growth_words, openings_words, pay_table
from careerguide.reports.options import Part
from careerguide.reports.qr import my_next_move

_DIFFERENCES, _TASKS, _NEEDS = 8, 5, 6

_PREPARATION = {
    Preparation.JOB_ZONE: "Job zone",
    Preparation.ENTRY_EDUCATION: "Schooling to enter (BLS)",
    Preparation.COMMON_EDUCATION: "Most common schooling (O*NET)",
    Preparation.WORK_EXPERIENCE: "Work experience (BLS)",
    Preparation.COMMON_EXPERIENCE: "Most common experience (O*NET)",
    Preparation.TRAINING: "Training on the job (BLS)",
    Preparation.COMMON_TRAINING: "Most common training (O*NET)",
}
_WEIGHT_RULE = (
    "A figure is 0 to 100 and combines how important something is with the level that is needed (the square root of the two"
    " multiplied). Sure: the difference is larger than the uncertainty of the ratings."
)


def comparison_report(
    pages: Sequence[OccupationPage], parts: Set[Part], letterhead: Letterhead, made: date, fits: Fits = NO_FITS
) -> Document:
    """The report of two to four different occupations; what one would need is said from the first to each other.

    Raises `ValueError` for another number, or one that is there twice.
    """
    comparison = compare(pages)
    titles = [page.title for page in pages]
    title = f"{', '.join(titles[:-1])} and {titles[-1]}"
    return compose(title, _blocks(comparison, parts, fits), comparison.sources, letterhead, made, OUTLOOK_RULE)


def _blocks(comparison: Comparison, parts: Set[Part], fits: Fits) -> Iterator[Block]:
    pages = comparison.pages
    yield Title("Careers side by side", " · ".join(_named(pages)), 1)
    yield _at_a_glance(pages, fits)
    yield from _charts(comparison)
    if Part.DIFFERENCES in parts:
        yield Heading("Where they differ most", 2)
        yield from _differences(comparison)
    if Part.NEEDS in parts:
        yield Heading("What it takes to change", 2)
        for position, other in enumerate(pages[1:], 1):
            yield from _needs(needs(pages[0], other), LETTERS[position])
    if Part.TASKS in parts:
        yield Heading("What people do", 2)
        yield from _in_pairs([tuple(_tasks(page, name)) for page, name in zip(pages, _named(pages), strict=True)])
    if Part.QR_CODE in parts:
        yield Heading("Open at My Next Move", 2)
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
    rows.append(("Growth", *(growth_words(page.outlook) for page in pages)))
    rows.append(("Openings a year", *(openings_words(page.outlook) for page in pages)))
    rows.append(("O*NET-SOC code", *(page.code for page in pages)))
    return Table("At a glance", ("Fact", *_named(pages)), tuple(rows))


def _charts(comparison: Comparison) -> Iterator[Block]:
    pages = comparison.pages
    yield Heading("What they pay", 2)
    pay = pay_picture(comparison.pays, REPORT_INK, FULL_WIDTH)
    published = [(title, wages) for title, wages in comparison.pays if wages is not None]
    yield ChartBlock(pay, pay_table(published)) if pay is not None else Paragraph("Pay is not published for these careers.")
    left: list[Block] = [Heading("Schooling of people hired", 2)]
    schooling = education_picture(comparison.schooling, REPORT_INK, HALF_WIDTH)
    rows = [(page.title, *_most_common(page)) for page in pages]
    figures = Table("Most common schooling", ("Career", "Schooling", "Percent"), tuple(rows), frozenset({2}))
    left.append(ChartBlock(schooling, figures) if schooling is not None else Paragraph("Not surveyed for these careers."))
    right: list[Block] = [Heading("Will there be jobs?", 2)]
    growth = growth_picture(comparison.outlooks, REPORT_INK, HALF_WIDTH)
    rows = [(page.title, growth_words(page.outlook), openings_words(page.outlook)) for page in pages]
    figures = Table("Growth and openings", ("Career", "Growth", "Openings a year"), tuple(rows), frozenset({1, 2}))
    right.append(ChartBlock(growth, figures) if growth is not None else Paragraph("No job outlook is published."))
    right.append(Heading("Interests they suit", 2))
    interests = interests_picture(comparison.interests, REPORT_INK, HALF_WIDTH)
    strongest = tuple((page.title, ", ".join(one.name for one in page.interests[:3]) or NOT_AVAILABLE) for page in pages)
    figures = Table("Strongest interests", ("Career", "Interests"), strongest)
    right.append(ChartBlock(interests, figures) if interests is not None else Paragraph("Not rated for these careers."))
    yield Columns((tuple(left), tuple(right)), (1, 1))


def _most_common(page: OccupationPage) -> tuple[str, str]:
    shares = page.schooling.education
    return (shares[0].level, f"{shares[0].percent:.1f} %") if shares else (NOT_AVAILABLE, NOT_AVAILABLE)


def _differences(comparison: Comparison) -> Iterator[Block]:
    found = (("Knowledge", comparison.knowledge), ("Skills", comparison.skills))
    if not any(differences for _, differences in found):
        yield Paragraph("Knowledge and skills are not rated for enough of these careers to compare them.")
        return
    letters = LETTERS[: len(comparison.pages)]
    headers, figures = ("Name", *letters, "Sure"), frozenset(range(1, len(letters) + 1))
    shown = tuple((Table(name, headers, tuple(map(_difference, some[:_DIFFERENCES])), figures),) for name, some in found if some)
    yield Columns(shown, (1,) * len(shown))
    yield Paragraph(_WEIGHT_RULE, Role.CAPTION)


def _difference(each: Difference) -> tuple[str, ...]:
    return each.name, *(score_words(weight) for weight in each.weights), "yes" if each.sure else "no"


def _needs(found: Needs, letter: str) -> Iterator[Block]:
    yield Heading(f"From A to {letter}: {found.there.title}", 3, minor=True)
    more = [asked for asked in found.preparation if asked.step is Step.MORE]
    if more:
        rows = tuple((_PREPARATION[asked.kind], asked.here or NOT_AVAILABLE, asked.there or NOT_AVAILABLE) for asked in more)
        yield Table("More preparation", ("Preparation", "A", letter), rows)
    else:
        yield Paragraph("No more preparation is asked for than in A, as far as the sources say.")
    if not found.rated:
        yield Paragraph("Knowledge and skills are not rated for both careers.")
        return
    for name, asks in (("Knowledge", found.knowledge), ("Skills", found.skills)):
        words = ", ".join(
            f"{one.name} ({score_words(one.here_weight)} to {score_words(one.there_weight)})" for one in asks[:_NEEDS]
        )
        yield Paragraph(f"{name} asked for more: {words or 'none'}.")


def _tasks(page: OccupationPage, name: str) -> Iterator[Block]:
    yield Heading(name, 3, minor=True)
    tasks = tuple(task.statement for task in page.tasks[:_TASKS])
    yield BulletList(tasks) if tasks else Paragraph("No tasks are listed for this career.")
