"""Facts for the kiosk's waiting screen, all computed from the guide's own figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from careerguide.domain.browse import DEGREES, Facts
from careerguide.domain.codes import OnetSocCode
from careerguide.domain.language import number, translate
from careerguide.domain.wages import Unit, money

_OF_EACH = 12


@dataclass(frozen=True, slots=True)
class AttractFact:
    """A sentence about an occupation, and the source of its figure; `code` is None for a sentence about all."""

    text: str
    source: str
    code: OnetSocCode | None


def attract_facts(facts: Sequence[Facts], pay_source: str, outlook_source: str, random: Random) -> tuple[AttractFact, ...]:
    """Up to a few dozen facts, mixed; the sources are named as the guide names them, and without one its facts are left out."""
    found = [
        AttractFact(translate("Attract", "{0} careers are in this guide, each on one page.").format(number(len(facts))), "", None)
    ]
    if outlook_source:
        growing = sorted((one for one in facts if (one.change_percent or 0) > 0), key=lambda one: -(one.change_percent or 0))
        openings = sorted((one for one in facts if one.openings_per_year), key=lambda one: -(one.openings_per_year or 0))
        found += [
            AttractFact(
                translate("Attract", "{0}: {1} % more jobs are expected in ten years.").format(
                    one.title, number(one.change_percent or 0, 0)
                ),
                outlook_source,
                one.code,
            )
            for one in growing[:_OF_EACH]
        ]
        found += [
            AttractFact(
                translate("Attract", "{0}: about {1} openings are expected every year.").format(
                    one.title, number(one.openings_per_year or 0)
                ),
                outlook_source,
                one.code,
            )
            for one in openings[:_OF_EACH]
        ]
    if pay_source:
        without_degree = [
            one for one in facts if one.median_annual_usd and one.entry_education and one.entry_education not in DEGREES
        ]
        paid = sorted(without_degree, key=lambda one: -(one.median_annual_usd or 0))
        found += [
            AttractFact(
                translate(
                    "Attract", "{0}: half of the people earn more than {1} a year. A bachelor's degree is not usual to enter."
                ).format(one.title, money(one.median_annual_usd or 0, Unit.YEAR)),
                pay_source,
                one.code,
            )
            for one in paid[:_OF_EACH]
        ]
    random.shuffle(found)
    return tuple(found)
