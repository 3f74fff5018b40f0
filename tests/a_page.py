"""An occupation's page made by hand, for rules that are checked on figures one can work out."""

from collections.abc import Iterable
from dataclasses import replace

from careerguide.domain.codes import OnetSocCode
from careerguide.domain.outlook import Outlook, Projection
from careerguide.domain.page import OccupationPage, Schooling, Share
from careerguide.domain.ratings import Domain, Estimate, Rating
from careerguide.domain.wages import Unit, Wages

SURE = 0.05


def rating(
    name: str, importance: float | None, level: float | None, *, within: float | None = SURE, flagged: bool = False
) -> Rating:
    """A rating whose 95 % intervals reach `within` to both sides, None for unknown; without a level it is not relevant."""

    def estimate(figure: float | None) -> Estimate:
        if figure is None or within is None:
            return Estimate(low_precision=flagged)
        return Estimate(20, within / 2, figure - within, figure + within, flagged)

    return Rating(
        f"2.A.{name}", name, "", importance, level, level is None, estimate(importance), estimate(level), "Incumbent", "08/2023"
    )


def shares(percents: dict[int, float]) -> tuple[Share, ...]:
    """Shares by category, the most common first."""
    made = [Share(category, f"Level {category}", None, percent, False) for category, percent in percents.items()]
    return tuple(sorted(made, key=lambda share: -share.percent))


def schooling(education: dict[int, float] | None = None) -> Schooling:
    return Schooling(shares(education or {}), (), (), (), None, None, None)


def wages(figures: list[float | None], *, unit: Unit = Unit.YEAR, top_coded: tuple[str, ...] = ()) -> Wages:
    """Wages with these five percentiles."""
    p10, p25, median, p75, p90 = figures
    return Wages("99", "U.S.", unit, p10, p25, median, p75, p90, median, top_coded, 1000, "33-3051", "Officers", "OEWS May 2025")


def projection(
    change: float | None = 3.1, entry: str | None = None, *, target_year: int = 2034, training: str | None = None
) -> Projection:
    return Projection(
        2024, target_year, 1000, 1031, change, 100, entry, "None", training, "33-3051", "Officers", "Employment Projections"
    )


def a_page(
    code: str,
    *,
    skills: Iterable[Rating] = (),
    knowledge: Iterable[Rating] = (),
    education: dict[int, float] | None = None,
    pay: Wages | None = None,
    outlook: Projection | None = None,
) -> OccupationPage:
    """A page with these figures and nothing else."""
    ratings: dict[Domain, tuple[Rating, ...]] = dict.fromkeys(Domain, ())
    ratings |= {Domain.SKILLS: tuple(skills), Domain.KNOWLEDGE: tuple(knowledge)}
    return OccupationPage(
        code=OnetSocCode(code),
        title=f"Career {code}",
        definition=None,
        summary=None,
        group="",
        residual=False,
        also_called=(),
        other_titles=(),
        tasks=(),
        official_tasks=False,
        ratings=ratings,
        detailed_work_activities=(),
        schooling=schooling(education),
        interests=(),
        job_zone=None,
        technology=(),
        related=(),
        outlook=Outlook(pay, pay, outlook),
        assessments=(),
        sources=(),
    )


def with_code(page: OccupationPage, code: str) -> OccupationPage:
    """The same figures under another code."""
    return replace(page, code=OnetSocCode(code), title=f"Career {code}")
