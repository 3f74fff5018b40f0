"""The facts of an occupation at a glance, as all reports give them. What is not published is said to be not available."""

from collections.abc import Mapping

from careerguide.domain.education import short_level
from careerguide.domain.interests import interest_code, type_name
from careerguide.domain.language import QT_TRANSLATE_NOOP, translate
from careerguide.domain.outlook import Category, Outlook
from careerguide.domain.page import OccupationPage
from careerguide.domain.wages import NATION, Wages, a_unit, wage_words
from careerguide.reports.document import Fact

_OUTLOOK_RULE = QT_TRANSLATE_NOOP(
    "Reports",
    "Career Guide computes the outlook word: bright means growth much faster than average, or at least 100,000 openings a year without decline; below average means decline.",
)

_CATEGORY_WORDS = {
    Category.BRIGHT: QT_TRANSLATE_NOOP("Reports", "Bright"),
    Category.AVERAGE: QT_TRANSLATE_NOOP("Reports", "Average"),
    Category.BELOW_AVERAGE: QT_TRANSLATE_NOOP("Reports", "Below average"),
}


Fits = Mapping[str, str]
"""How occupations fit the interests of the person a report is for, in words, by code; empty where nothing is known."""

NO_FITS: Fits = {}


def not_available() -> str:
    """What stands for a figure that is not published."""
    return translate("Reports", "Not available")


def outlook_rule() -> str:
    """How the outlook word is computed, for the small print."""
    return translate("Reports", _OUTLOOK_RULE)


def place_words(wages: Wages) -> str:
    """The name of the place that wages are for, the nation in full."""
    return translate("Reports", "United States") if wages.area == NATION else wages.area_name


def pay_fact(outlook: Outlook) -> Fact:
    """Median pay in the chosen place."""
    wages = outlook.wages
    if wages is None or (wages.median is None and "median" not in wages.top_coded):
        return Fact(translate("Reports", "Median pay"), not_available(), translate("Reports", "not published for this place"))
    return Fact(translate("Reports", "Median pay"), wage_words(wages, "median"), f"{a_unit(wages.unit)}, {place_words(wages)}")


def schooling_fact(page: OccupationPage) -> Fact:
    """The schooling that most people hired have."""
    shares = page.schooling.education
    if not shares:
        return Fact(translate("Reports", "Usual schooling"), not_available(), translate("Reports", "not surveyed yet"))
    return Fact(
        translate("Reports", "Usual schooling"),
        short_level(shares[0].category, shares[0].level),
        translate("Reports", "{0:.0f} % of people hired").format(shares[0].percent),
    )


def outlook_fact(outlook: Outlook) -> Fact:
    """The outlook in a word with growth in percent."""
    projection = outlook.projection
    if projection is None or projection.change_percent is None:
        return Fact(translate("Reports", "Outlook"), not_available(), translate("Reports", "no projection is published"))
    growth = translate("Reports", "{0:+.1f} % jobs to {1}").format(projection.change_percent, projection.target_year)
    return (
        Fact(translate("Reports", "Outlook"), translate("Reports", _CATEGORY_WORDS[outlook.category]), growth)
        if outlook.category
        else Fact(translate("Reports", "Outlook"), growth, "")
    )


def preparation_fact(page: OccupationPage) -> Fact:
    """The job zone with its name."""
    zone = page.job_zone
    if zone is None:
        return Fact(translate("Reports", "Preparation"), not_available(), translate("Reports", "no job zone is given"))
    return Fact(
        translate("Reports", "Preparation"),
        translate("Reports", "Job zone {0}").format(zone.zone),
        zone.name.partition(": ")[2] or zone.name,
    )


def interests_fact(page: OccupationPage, fit: str) -> Fact:
    """The letters of the three strongest interest types, with the person's own fit where there is one."""
    if not page.interests:
        return Fact(translate("Reports", "Interests"), not_available(), translate("Reports", "not rated yet"))
    return Fact(
        translate("Reports", "Interests"),
        " · ".join(interest_code(page.interests)),
        fit or translate("Reports", "{0} first").format(type_name(page.interests[0].name)),
    )


def key_facts(page: OccupationPage, fits: Fits) -> tuple[Fact, ...]:
    """Pay, schooling, outlook, preparation and interests."""
    interests = interests_fact(page, fits.get(page.code, ""))
    return pay_fact(page.outlook), schooling_fact(page), outlook_fact(page.outlook), preparation_fact(page), interests
