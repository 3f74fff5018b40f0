"""Two to four occupations side by side: in what they differ, and how to bring their pay to one unit.

How much an element of knowledge or a skill weighs in an occupation is our own rule: the geometric mean of importance and level, both
standardised to 0–100, ``√(importance · level)``. It is 0–100, equal scores give that score, and an element that is not relevant
weighs 0. The difference between occupations is the highest weight less the lowest.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from careerguide.domain.center_content import translation_line
from careerguide.domain.interests import Interest
from careerguide.domain.outlook import Outlook
from careerguide.domain.page import JobZone, OccupationPage, Schooling, Source, Task
from careerguide.domain.ratings import Domain, Estimate, Rating
from careerguide.domain.wages import HOURS_A_YEAR, Unit, Wages

FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Difference:
    """An element in which occupations differ.

    `ratings` and `weights` (0–100) are in the order of the occupations, None where an occupation has no rating of it. `size` is
    the highest weight less the lowest. It is `sure` where the 95 % intervals of the highest and the lowest do not overlap.
    """

    element_id: str
    name: str
    ratings: tuple[Rating | None, ...]
    weights: tuple[float | None, ...]
    size: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Occupations side by side. `knowledge` and `skills` have the largest differences first, equal ones A to Z."""

    pages: tuple[OccupationPage, ...]
    knowledge: tuple[Difference, ...]
    skills: tuple[Difference, ...]

    @property
    def pays(self) -> tuple[tuple[str, Wages | None], ...]:
        """Title and wages of each occupation."""
        return tuple((page.title, page.outlook.wages) for page in self.pages)

    @property
    def schooling(self) -> tuple[tuple[str, Schooling], ...]:
        """Title and schooling of each occupation."""
        return tuple((page.title, page.schooling) for page in self.pages)

    @property
    def outlooks(self) -> tuple[tuple[str, Outlook], ...]:
        """Title and outlook of each occupation."""
        return tuple((page.title, page.outlook) for page in self.pages)

    @property
    def interests(self) -> tuple[tuple[str, tuple[Interest, ...]], ...]:
        """Title and interests of each occupation."""
        return tuple((page.title, page.interests) for page in self.pages)

    @property
    def job_zones(self) -> tuple[JobZone | None, ...]:
        """The job zone of each occupation."""
        return tuple(page.job_zone for page in self.pages)

    @property
    def tasks(self) -> tuple[tuple[Task, ...], ...]:
        """The tasks of each occupation, the most important first."""
        return tuple(page.tasks for page in self.pages)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources of the pages, each once."""
        return tuple(dict.fromkeys(source for page in self.pages for source in page.sources))

    @property
    def translation_lines(self) -> tuple[str, ...]:
        """Who translated the texts of which occupation, a line for each whose translation is a center's."""
        return tuple(f"{page.title}: {translation_line(page.translation)}" for page in self.pages if page.translation is not None)


def compare(pages: Sequence[OccupationPage]) -> Comparison:
    """Put two to four different occupations side by side. Raises `ValueError` for another number, or one that is there twice."""
    if not FEWEST <= len(pages) <= MOST or len({page.code for page in pages}) < len(pages):
        raise ValueError("a comparison takes two to four different occupations")
    return Comparison(tuple(pages), differences(pages, Domain.KNOWLEDGE), differences(pages, Domain.SKILLS))


def differences(pages: Sequence[OccupationPage], domain: Domain) -> tuple[Difference, ...]:
    """The elements of `domain` that at least two of the occupations are rated on, largest difference first."""
    by_element = [{rating.element_id: rating for rating in page.ratings[domain]} for page in pages]
    names = {rating.element_id: rating.name for ratings in by_element for rating in ratings.values()}
    found = [_difference(element, name, [ratings.get(element) for ratings in by_element]) for element, name in names.items()]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (-each.size, each.name)))


def weight(rating: Rating | None) -> float | None:
    """How much an element weighs in an occupation, 0–100; 0 where it is not relevant, None where a figure is missing."""
    if rating is None or rating.importance_score is None:
        return None
    if rating.not_relevant:
        return 0.0
    return None if rating.level_score is None else math.sqrt(rating.importance_score * rating.level_score)


def is_sure(higher: Rating, lower: Rating) -> bool:
    """Whether `higher` is above `lower` beyond what chance explains.

    The 95 % intervals of importance must not overlap, nor those of level; where the level of one is not relevant, importance
    decides alone. A figure without an interval, or one that the release advises caution with, is never sure.
    """
    if higher.low_precision or lower.low_precision or not _apart(higher.importance_estimate, lower.importance_estimate):
        return False
    level_counts = not (higher.not_relevant or lower.not_relevant)
    return not level_counts or _apart(higher.level_estimate, lower.level_estimate)


def in_one_unit(wages: Sequence[Wages | None]) -> tuple[Unit, tuple[Wages | None, ...]]:
    """Wages in a unit that they share: an hour where all are by the hour, else a year of 2,080 hours (OEWS)."""
    units = {each.unit for each in wages if each is not None and each.has_figures()}
    if units == {Unit.HOUR}:
        return Unit.HOUR, tuple(wages)
    return Unit.YEAR, tuple(each if each is None or each.unit is Unit.YEAR else _for_a_year(each) for each in wages)


def _for_a_year(wages: Wages) -> Wages:
    def year(dollars: float | None) -> float | None:
        return None if dollars is None else dollars * HOURS_A_YEAR

    return replace(
        wages,
        unit=Unit.YEAR,
        p10=year(wages.p10),
        p25=year(wages.p25),
        median=year(wages.median),
        p75=year(wages.p75),
        p90=year(wages.p90),
        mean=year(wages.mean),
    )


def _difference(element: str, name: str, ratings: Sequence[Rating | None]) -> Difference | None:
    weights = tuple(weight(rating) for rating in ratings)
    known = [(figure, rating) for figure, rating in zip(weights, ratings, strict=True) if figure is not None and rating is not None]
    if len(known) < FEWEST:
        return None
    highest, lowest = max(figure for figure, _ in known), min(figure for figure, _ in known)
    at_top = [rating for figure, rating in known if figure == highest]
    at_bottom = [rating for figure, rating in known if figure == lowest]
    sure = highest > lowest and all(is_sure(above, below) for above, below in product(at_top, at_bottom))
    return Difference(element, name, tuple(ratings), weights, highest - lowest, sure)


def _apart(higher: Estimate, lower: Estimate) -> bool:
    return higher.lower is not None and lower.upper is not None and higher.lower > lower.upper
