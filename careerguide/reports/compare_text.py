"""A comparison as plain text for a terminal. Occupations are named once and are columns A to D from there."""

from collections.abc import Iterator, Sequence

from careerguide.domain.compare import Comparison, Difference, in_one_unit
from careerguide.domain.education import short_level
from careerguide.domain.interests import TYPES, interest_code
from careerguide.domain.needs import More, Needs, Preparation, Step
from careerguide.domain.outlook import Outlook, people_words
from careerguide.domain.page import OccupationPage
from careerguide.domain.ratings import INTEREST, score_words, standardised
from careerguide.domain.wages import a_unit, wage_words
from careerguide.reports.charts import LETTERS

_PERCENTILES = {"p10": "lowest 10 %", "p25": "lowest 25 %", "median": "median", "p75": "highest 25 %", "p90": "highest 10 %"}
_SHOWN = 10
_TASKS = 5
_PREPARATION = {
    Preparation.JOB_ZONE: "Job zone",
    Preparation.ENTRY_EDUCATION: "Typical entry education (BLS)",
    Preparation.COMMON_EDUCATION: "Most common education (O*NET survey)",
    Preparation.WORK_EXPERIENCE: "Work experience to enter (BLS)",
    Preparation.COMMON_EXPERIENCE: "Most common experience (O*NET survey)",
    Preparation.TRAINING: "Training on the job (BLS)",
    Preparation.COMMON_TRAINING: "Most common training on the job (O*NET survey)",
}
_STEPS = {Step.MORE: "more", Step.SAME: "the same", Step.LESS: "less", Step.OTHER: "not comparable"}


def compare_text(comparison: Comparison, needed: Sequence[Needs]) -> str:
    """The comparison as lines of text, sections set apart by empty lines."""
    return "\n".join(_lines(comparison, needed))


def _lines(comparison: Comparison, needed: Sequence[Needs]) -> Iterator[str]:
    pages = comparison.pages
    for letter, page in zip(LETTERS, pages, strict=False):
        yield f"{letter}  {page.title} ({page.code})"
    yield from _pay(comparison)
    yield from _section("Education of people hired (percent)", list(_education(pages)))
    yield from _section("Growth and openings", list(_growth(pages)))
    yield from _section("How to prepare", [f"{letter}  {_zone(page)}" for letter, page in zip(LETTERS, pages, strict=False)])
    yield from _section("Interests (0 to 100)", list(_interests(pages)))
    for heading, differences in (("Knowledge", comparison.knowledge), ("Skills", comparison.skills)):
        lines = list(_differences(differences, len(pages))) or ["Not rated for two of these careers."]
        yield from _section(f"{heading} in which they differ most (importance and level together, 0 to 100)", lines)
    for each in needed:
        yield from _needs(each, LETTERS[pages.index(each.here)], LETTERS[pages.index(each.there)])
    for letter, page in zip(LETTERS, pages, strict=False):
        tasks = [f"- {task.statement}" for task in page.tasks[:_TASKS]] or ["No tasks are listed for this career."]
        yield from _section(f"Tasks of {letter}, the first {min(len(page.tasks), _TASKS)} of {len(page.tasks)}", tasks)
    yield from _section("Sources", [source.attribution for source in comparison.sources])


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield heading
    yield from lines


def _table(rows: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Rows of a name and a figure for each occupation, under their letters; figures end in one line."""
    columns = len(rows[0][1])
    lines = [("", LETTERS[:columns]), *rows]
    names = max(len(name) for name, _ in lines)
    widths = [max(len(figures[column]) for _, figures in lines) for column in range(columns)]
    for name, figures in lines:
        yield f"{name:<{names}}  " + "  ".join(f"{figure:>{wide}}" for figure, wide in zip(figures, widths, strict=True))


def _pay(comparison: Comparison) -> Iterator[str]:
    unit, wages = in_one_unit([each for _, each in comparison.pays])
    if not any(each is not None and each.has_figures() for each in wages):
        yield from _section("Pay", ["Pay is not published."])
        return
    area = next(each.area_name for each in wages if each is not None)
    figures = [(words, ["–" if each is None else wage_words(each, name) for each in wages]) for name, words in _PERCENTILES.items()]
    yield from _section(f"Pay in {area}, dollars {a_unit(unit)}", list(_table(figures)))
    for letter, (_, published) in zip(LETTERS, comparison.pays, strict=False):
        if published is None or not published.has_figures():
            yield f"{letter}: pay is not published."
            continue
        hours = "" if published.unit is unit else "; published by the hour only, shown for a year of 2,080 hours"
        yield f"{letter}: published as {published.soc_title} ({published.soc}){hours}."


def _education(pages: Sequence[OccupationPage]) -> Iterator[str]:
    shares = [{share.category: share for share in page.schooling.education} for page in pages]
    names = {share.category: share.level for each in shares for share in each.values() if share.percent > 0}
    if not names:
        yield "Not surveyed."
        return
    yield from _table(
        [
            (
                short_level(category, names[category]),
                [f"{each[category].percent:.1f}" if category in each else "–" for each in shares],
            )
            for category in sorted(names)
        ]
    )


def _growth(pages: Sequence[OccupationPage]) -> Iterator[str]:
    outlooks = [page.outlook for page in pages]
    rows = (
        ("people who work in it", ["–" if each.employment is None else f"{each.employment:,}" for each in outlooks]),
        ("growth, percent", [_change(each) for each in outlooks]),
        ("growth in words", [each.growth or "–" for each in outlooks]),
        ("openings a year", [_openings(each) for each in outlooks]),
    )
    yield from _table(rows)
    cycles = {(each.projection.base_year, each.projection.target_year) for each in outlooks if each.projection is not None}
    for base, target in sorted(cycles):
        yield f"Growth from {base} to {target}."


def _change(outlook: Outlook) -> str:
    projection = outlook.projection
    return "–" if projection is None or projection.change_percent is None else f"{projection.change_percent:+.1f}"


def _openings(outlook: Outlook) -> str:
    projection = outlook.projection
    return "–" if projection is None or projection.openings_per_year is None else people_words(projection.openings_per_year)


def _zone(page: OccupationPage) -> str:
    return "No job zone is given." if page.job_zone is None else f"Job zone {page.job_zone.zone}: {page.job_zone.name}"


def _interests(pages: Sequence[OccupationPage]) -> Iterator[str]:
    scores = [{each.name: score_words(standardised(each.score, INTEREST)) for each in page.interests} for page in pages]
    if not any(scores):
        yield "Not rated."
        return
    yield from _table(
        [
            *((name, [each.get(name, "–") for each in scores]) for name in TYPES),
            ("strongest three", [interest_code(page.interests) or "–" for page in pages]),
        ]
    )


def _differences(differences: Sequence[Difference], columns: int) -> Iterator[str]:
    shown = differences[:_SHOWN]
    if shown:
        yield from _table(
            [(_marked(each.name, sure=each.sure), [score_words(figure) for figure in each.weights]) for each in shown]
        )
        if not all(each.sure for each in shown):
            yield "* may be due to chance: the 95 % intervals overlap or are not known" + (
                " (highest, lowest)." if columns > 2 else "."
            )


def _needs(needed: Needs, here: str, there: str) -> Iterator[str]:
    lines = ["Knowledge and skills: not rated for both."]
    if needed.rated:
        lines = [f"Knowledge: {_listed(needed.knowledge)}", f"Skills: {_listed(needed.skills)}"]
    lines += [
        f"{_PREPARATION[asked.kind]}: {asked.here or 'not available'} → {asked.there or 'not available'} ({_STEPS[asked.step]})"
        for asked in needed.preparation
    ]
    yield from _section(f"From {here} to {there}: what would be asked more", lines)


def _listed(more: Sequence[More]) -> str:
    shown = ", ".join(
        f"{_marked(each.name, sure=each.sure)} {score_words(each.here_weight)} → {score_words(each.there_weight)}"
        for each in more[:_SHOWN]
    )
    return shown or "nothing."


def _marked(name: str, *, sure: bool) -> str:
    return name if sure else f"{name}*"
