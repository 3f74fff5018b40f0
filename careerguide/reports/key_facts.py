"""The facts of an occupation at a glance, as all reports give them. What is not published is said to be not available."""

from collections.abc import Mapping

from careerguide.domain.education import short_level
from careerguide.domain.interests import interest_code
from careerguide.domain.outlook import Category, Outlook
from careerguide.domain.page import OccupationPage
from careerguide.domain.wages import A_UNIT, NATION, Wages, wage_words
from careerguide.reports.document import Fact

NOT_AVAILABLE = "Not available"

OUTLOOK_RULE = (
    "Career Guide computes the outlook word: bright means growth much faster than average, or at least 100,000 openings a year"
    " without decline; below average means decline."
)

CATEGORY_WORDS = {Category.BRIGHT: "Bright", Category.AVERAGE: "Average", Category.BELOW_AVERAGE: "Below average"}


Fits = Mapping[str, str]
"""How occupations fit the interests of the person a report is for, in words, by code; empty where nothing is known."""

NO_FITS: Fits = {}


def place_words(wages: Wages) -> str:
    """The name of the place that wages are for, the nation in full."""
    return "United States" if wages.area == NATION else wages.area_name


def pay_fact(outlook: Outlook) -> Fact:
    """Median pay in the chosen place."""
    wages = outlook.wages
    if wages is None or (wages.median is None and "median" not in wages.top_coded):
        return Fact("Median pay", NOT_AVAILABLE, "not published for this place")
    return Fact("Median pay", wage_words(wages, "median"), f"{A_UNIT[wages.unit]}, {place_words(wages)}")


def schooling_fact(page: OccupationPage) -> Fact:
    """The schooling that most people hired have."""
    shares = page.schooling.education
    if not shares:
        return Fact("Usual schooling", NOT_AVAILABLE, "not surveyed yet")
    return Fact("Usual schooling", short_level(shares[0].category, shares[0].level), f"{shares[0].percent:.0f} % of people hired")


def outlook_fact(outlook: Outlook) -> Fact:
    """The outlook in a word with growth in percent."""
    projection = outlook.projection
    if projection is None or projection.change_percent is None:
        return Fact("Outlook", NOT_AVAILABLE, "no projection is published")
    growth = f"{projection.change_percent:+.1f} % jobs to {projection.target_year}"
    return Fact("Outlook", CATEGORY_WORDS[outlook.category], growth) if outlook.category else Fact("Outlook", growth, "")


def preparation_fact(page: OccupationPage) -> Fact:
    """The job zone with its name."""
    zone = page.job_zone
    if zone is None:
        return Fact("Preparation", NOT_AVAILABLE, "no job zone is given")
    return Fact("Preparation", f"Job zone {zone.zone}", zone.name.partition(": ")[2] or zone.name)


def interests_fact(page: OccupationPage, fit: str) -> Fact:
    """The letters of the three strongest interest types, with the person's own fit where there is one."""
    if not page.interests:
        return Fact("Interests", NOT_AVAILABLE, "not rated yet")
    return Fact("Interests", " · ".join(interest_code(page.interests)), fit or f"{page.interests[0].name} first")


def key_facts(page: OccupationPage, fits: Fits) -> tuple[Fact, ...]:
    """Pay, schooling, outlook, preparation and interests."""
    interests = interests_fact(page, fits.get(page.code, ""))
    return pay_fact(page.outlook), schooling_fact(page), outlook_fact(page.outlook), preparation_fact(page), interests
