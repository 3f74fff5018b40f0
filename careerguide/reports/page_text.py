"""An occupation's page as plain text for a terminal. It says what the window shows, in the same order."""

from collections.abc import Iterator

from careerguide.domain.center_content import CenterPart, entry_lines, kind_words, not_official, part_heading
from careerguide.domain.interests import interest_code
from careerguide.domain.outlook import Outlook
from careerguide.domain.page import OccupationPage, Share
from careerguide.domain.ratings import INTEREST, Domain, Rating, score_words, standardised, strongest
from careerguide.domain.titles import question
from careerguide.domain.wages import a_unit, wage_words

_HEADINGS = {
    Domain.KNOWLEDGE: "Knowledge",
    Domain.SKILLS: "Skills",
    Domain.ABILITIES: "Abilities",
    Domain.WORK_ACTIVITIES: "Work activities",
}
_PERCENTILES = {"p10": "lowest 10 %", "p25": "lowest 25 %", "median": "median", "p75": "highest 25 %", "p90": "highest 10 %"}


def page_text(page: OccupationPage) -> str:
    """The page as lines of text, sections set apart by empty lines; a section without data says so."""
    return "\n".join(_lines(page))


def _lines(page: OccupationPage) -> Iterator[str]:
    yield f"{page.title} ({page.code})"
    if page.also_called:
        yield f"Also called: {', '.join(page.also_called)}"
    if page.other_titles:
        yield f"Titles that belong here: {', '.join(page.other_titles)}"
    yield from _section(question(page.title), [page.overview] if page.overview else [], "There is no description.")
    if page.definition and page.summary:
        yield from _section("In plain words", [page.summary], "")
    zone = page.job_zone
    zone_lines = [zone.name, zone.education, zone.experience, zone.training] if zone else []
    yield from _section("How to prepare", zone_lines, "No job zone is given.")
    yield from _section("Tasks", [f"- {task.statement}" for task in page.tasks], "No tasks are listed for this career.")
    for domain in (Domain.KNOWLEDGE, Domain.SKILLS, Domain.ABILITIES):
        yield from _ratings(page, domain)
    yield from _section("Education of people hired", [_share(share) for share in page.schooling.education], "Not surveyed.")
    yield from _section(
        "Detailed work activities", [f"- {text}" for text in page.detailed_work_activities], "None are listed for this career."
    )
    yield from _ratings(page, Domain.WORK_ACTIVITIES)
    interests = [f"{score_words(standardised(interest.score, INTEREST)):>3}  {interest.name}" for interest in page.interests]
    yield from _section(f"Interests {interest_code(page.interests)}".rstrip(), interests, "Not rated.")
    yield from _section("Pay and outlook", list(_outlook(page.outlook)), "No figures are published.")
    yield from _section("Technology", [f"- {item.name} ({item.category})" for item in page.technology], "None is listed.")
    yield from _section("Related careers", [f"{other.code}  {other.title}" for other in page.related], "None are listed.")
    tests = [f"- {test.name}: {test.description}" for test in page.assessments]
    yield from _section("Assessments", tests, "No assessment available.")
    if page.center is not None:
        yield from _section(part_heading(page.center), list(_center(page.center)), "")
    yield from _section("Sources", [source.attribution for source in page.sources], "No source is recorded.")


def _center(part: CenterPart) -> Iterator[str]:
    yield not_official()
    for entry in part.entries:
        yield f"- {kind_words(entry.kind)}: {entry.title}"
        yield from (f"  {line}" for line in entry_lines(entry))
    yield from part.contact


def _ratings(page: OccupationPage, domain: Domain) -> Iterator[str]:
    ratings = [_rating(rating) for rating in strongest(page.ratings[domain])]
    yield from _section(f"{_HEADINGS[domain]} (importance, level: 0 to 100)", ratings, "Not rated.")


def _section(heading: str, lines: list[str], empty: str) -> Iterator[str]:
    yield ""
    yield heading
    yield from lines or [empty]


def _rating(rating: Rating) -> str:
    level = "not relevant" if rating.not_relevant else score_words(rating.level_score)
    caution = " (low precision)" if rating.low_precision else ""
    return f"{score_words(rating.importance_score):>3}  {rating.name}, level {level}{caution}"


def _share(share: Share) -> str:
    note = f" ({share.note})" if share.note else ""
    return f"{share.percent:5.1f} %  {share.level}{note}"


def _outlook(outlook: Outlook) -> Iterator[str]:
    wages, projection = outlook.wages, outlook.projection
    if wages is not None:
        yield f"Pay in {wages.area_name}, dollars {a_unit(wages.unit)}, published as {wages.soc_title} ({wages.soc}):"
        for name, words in _PERCENTILES.items():
            yield f"  {words}: {wage_words(wages, name)}"
    if outlook.employment is not None:
        yield f"People who work in it: {outlook.employment:,}"
    if projection is not None:
        if projection.change_percent is not None:
            words = f" ({outlook.growth})" if outlook.growth else ""
            yield f"Growth {projection.base_year}–{projection.target_year}: {projection.change_percent:+.1f} %{words}"
        if projection.openings_per_year is not None:
            yield f"Openings a year: {projection.openings_per_year:,}"
        if projection.typical_entry_education:
            yield f"Typical entry education (BLS): {projection.typical_entry_education}"
    if outlook.sentence:
        yield outlook.sentence
